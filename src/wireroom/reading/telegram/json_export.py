"""Telegram Desktop's export in JSON."""

from collections.abc import Iterator
from dataclasses import replace

from wireroom.errors import NotReadable
from wireroom.reading.decoding import clean, decode
from wireroom.reading.json_kinds import json_kind
from wireroom.reading.moments import from_seconds, read_moment
from wireroom.reading.telegram.entities import split_entities
from wireroom.reading.telegram.media import find_media
from wireroom.reading.telegram.messages import Chat, Message, build_chat
from wireroom.reading.telegram.scanning import ChatFields, Object, find_chats
from wireroom.records.documents import Document
from wireroom.records.pages import Page

_LONGEST = 300  # characters of a name
_MOST_NAMES = 20
_HINT = "export the chat again as machine-readable JSON"


class TelegramReader:
    """A chat, or all chats of an account, that Telegram Desktop exported as JSON: each chat is
    one thread, each message a post.

    Forwarded messages are pasted parts with the channel that they come from; pictures, videos
    and the like are lines with the name of their file. What the program itself says in a chat
    ("pinned a message") is furniture. Dates have a zone where the export tells the seconds.
    """

    name = "telegram"

    def recognises(self, page: Page) -> bool:
        return json_kind(page.data) == "telegram"

    def read(self, page: Page) -> Iterator[Document | NotReadable]:
        decoded = decode(page)
        given = False
        for found in _chats(page, decoded.text):
            if isinstance(found, NotReadable) and not given:
                raise found
            given = True
            if isinstance(found, Document):
                said = {**found.provenance, "encoding": decoded.encoding}
                found = replace(found, provenance=said)
            yield found
        if not given:
            raise NotReadable(f"{page.name} is a Telegram export without a message", _HINT)


def _chats(page: Page, text: str) -> Iterator[Document | NotReadable]:
    broken: list[str] = []
    chats = _unbroken(find_chats(text), broken)
    for number, fields in enumerate(chats, 1):
        assert isinstance(fields, ChatFields)
        messages = (_message(each) for each in _unbroken(fields.messages, broken))
        document = build_chat(page, _chat(page, fields, number), messages)
        if document is not None:
            yield document
        if broken:
            break
    if broken:
        yield NotReadable(f"{page.name} is damaged ({broken[0]}); the rest was not read", _HINT)


def _unbroken(items: Iterator[object], broken: list[str]) -> Iterator[object]:
    """The items up to where the JSON is broken; ``broken`` then has the reason."""
    try:
        yield from items
    except RecursionError:
        broken.append("nested too deeply")
    except ValueError as wrong:
        broken.append(" ".join(str(wrong).split())[:200])


def _chat(page: Page, chat: ChatFields, number: int) -> Chat:
    fields = chat.fields
    title = _name(fields.get("name"))
    provenance = {"id": "file name", "posts": "the messages of the export"}
    identifier = page.name
    if chat.is_one_of_many:
        identifier = f"{page.name}!{_label(fields.get('id')) or number}"
        provenance["id"] = "file name and id of the chat"
    if title:
        provenance["title"] = "name of the chat"
    outlet = title if "channel" in str(fields.get("type")) else None
    if outlet:
        provenance["outlet"] = "name of the channel"
    return Chat(identifier, title, outlet, provenance)


def _message(fields: object) -> Message:
    if not isinstance(fields, dict):
        return Message("")
    label, shown = _label(fields.get("id")), _name(fields.get("date"))
    published = _moment(fields, "date", "date_unixtime")
    if fields.get("type") == "service":
        return Message(
            label, _name(fields.get("actor")), published, shown, service=_service(fields)
        )
    edited_at = _moment(fields, "edited", "edited_unixtime")
    edited_at = None if edited_at is None or edited_at.startswith("1970") else edited_at
    answers = fields.get("reply_to_message_id")
    return Message(
        label,
        _name(fields.get("author")) or _name(fields.get("from")),
        published,
        shown,
        edited=edited_at is not None,
        edited_at=edited_at,
        forwarded_from=_forwarded(fields),
        answers=None if answers is None else _answered(fields),
        words=split_entities(fields.get("text") or fields.get("text_entities")),
        media=tuple(find_media(fields)),
    )


def _forwarded(fields: Object) -> str | None:
    """Where a message was forwarded from, also where the name is hidden."""
    if "forwarded_from" not in fields:
        return None
    return _name(fields["forwarded_from"]) or "a deleted account"


def _answered(fields: Object) -> str:
    """The label of the message that is replied to; empty where it stands in another chat."""
    return "" if fields.get("reply_to_peer_id") else _label(fields.get("reply_to_message_id"))


def _service(fields: Object) -> str:
    """What happened, in the export's own words."""
    said = [_name(fields.get("actor")), str(fields.get("action") or "").replace("_", " ")]
    members = fields.get("members")
    if isinstance(members, list):
        said.append(", ".join(filter(None, (_name(each) for each in members[:_MOST_NAMES]))))
    said += [_name(fields.get(key)) for key in ("title", "text", "inviter", "discard_reason")]
    return " · ".join(clean(each) for each in said if each)


def _moment(fields: Object, key: str, seconds: str) -> str | None:
    """With the zone of the machine that exported, where the export gives the seconds too."""
    shown, exact = _name(fields.get(key)), _label(fields.get(seconds))
    is_known = exact.isdecimal() and len(exact) <= 11 and int(exact) > 0
    if is_known and (value := from_seconds(int(exact), shown)):
        return value
    return read_moment(shown).value if shown else None


def _label(value: object) -> str:
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value) if abs(value) < 10**18 else ""
    return _name(value) or ""


def _name(value: object) -> str | None:
    text = " ".join(clean(value).split()) if isinstance(value, str) else ""
    return text[:_LONGEST] or None
