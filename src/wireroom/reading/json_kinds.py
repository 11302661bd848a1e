"""JSON that is not a document of ours, and which program it comes from."""

import json
import re
from typing import Literal

from wireroom.errors import NotReadable
from wireroom.reading.decoding import decode
from wireroom.records.pages import Page

JsonKind = Literal["feed", "telegram"]

_OBJECT = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{")
# Slashes may be escaped, and keys stand in any order.
_FEED = re.compile(rb'(?<!\\)"version"\s{0,9}:\s{0,9}"https?:\\?/\\?/(?:www\.)?jsonfeed\.org\b')
_ITEMS = re.compile(rb'(?<!\\)"items"\s{0,9}:\s{0,9}\[\s{0,99}\{')
_CONTENT = re.compile(rb'(?<!\\)"content_(?:html|text)"\s{0,9}:')
_CHAT = re.compile(
    rb'(?<!\\)"from_id"\s{0,9}:\s{0,9}"(?:user|channel|chat)\d'
    rb'|(?<!\\)"type"\s{0,9}:\s{0,9}"(?:personal_chat|bot_chat|saved_messages|private_group'
    rb'|private_supergroup|public_supergroup|private_channel|public_channel)"'
)
_MESSAGES = re.compile(rb'(?<!\\)"messages"\s{0,9}:\s{0,9}\[')


def json_kind(data: bytes) -> JsonKind | None:
    """Which program's JSON this is, by keys that stand somewhere in it; None for any other."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        data = data[2:].replace(b"\x00", b"")
    if _OBJECT.match(data) is None:
        return None
    if _MESSAGES.search(data) and _CHAT.search(data):
        return "telegram"
    if _FEED.search(data) or (_ITEMS.search(data) and _CONTENT.search(data)):
        return "feed"
    return None


def parse_object(page: Page) -> tuple[dict[str, object], str]:
    """The object that a page holds, and how its encoding was found. Raises NotReadable."""
    decoded = decode(page)
    hint = "fetch or export it again"
    try:
        value = json.loads(decoded.text, strict=False)
    except RecursionError as wrong:
        raise NotReadable(f"{page.name} is nested too deeply", hint) from wrong
    except ValueError as wrong:
        said = wrong.msg if isinstance(wrong, json.JSONDecodeError) else "a number is too long"
        raise NotReadable(f"{page.name} is damaged JSON ({said})", hint) from wrong
    if not isinstance(value, dict):
        raise NotReadable(f"{page.name} is JSON but no object", hint)
    return value, decoded.encoding
