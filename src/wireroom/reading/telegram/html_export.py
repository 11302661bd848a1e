"""Telegram Desktop's export in HTML."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from lxml import etree, html

from wireroom.errors import NotReadable
from wireroom.reading.decoding import decode
from wireroom.reading.fragments import Region, fragment_of
from wireroom.reading.metadata import Element
from wireroom.reading.moments import read_moment
from wireroom.reading.telegram.media import media_line, seconds_of
from wireroom.reading.telegram.messages import Chat, Message, build_chat
from wireroom.reading.threads import PartDraft, split_drafts
from wireroom.records.documents import Document, PartKind
from wireroom.records.pages import Page

_HEAD = 65_536  # bytes within which the export shows itself
_MOST_CHARACTERS = 20_000_000  # the program begins a new file after a thousand messages
_SIGNS = (b"page_wrap", b"page_header", b"chat_page", b"history")
_ANSWERED = re.compile(r"#go_to_message(\d{1,18})\b")
_NUMBER = re.compile(r"message(\d{1,18})")
_STAMP = re.compile(r"(\d\d)\.(\d\d)\.(\d{4})(?: (\d\d:\d\d:\d\d)(?: UTC([+-]\d\d:\d\d))?)?")
_LONGEST = 300  # characters of a name
# What an element of the export shows, and whether its first line is a title of its own.
_KINDS = {
    "photo_wrap": ("Photo", False),
    "media_photo": ("Photo", False),
    "sticker_wrap": ("Sticker", False),
    "video_file_wrap": ("Video", False),
    "media_video": ("Video", False),
    "animated_wrap": ("Animation", False),
    "media_voice_message": ("Voice message", False),
    "media_audio_file": ("Audio", True),
    "media_file": ("File", True),
    "media_contact": ("Contact", True),
    "media_game": ("Game", True),
    "media_invoice": ("Invoice", True),
    "media_location": ("Location", False),
    "media_live_location": ("Location", False),
}
_WITHOUT_LENGTH = ("Photo", "Sticker", "File", "Contact", "Game", "Invoice", "Location")


class TelegramPageReader:
    """A page of a chat that Telegram Desktop exported as HTML (messages.html, messages2.html, …):
    one thread, each message a post, as from the export in JSON.

    Messages that stand under another of the same author have no name there; it is theirs too.
    A message that was edited does not show it.
    """

    name = "telegram-page"

    def recognises(self, page: Page) -> bool:
        head = page.data[:_HEAD]
        return all(sign in head for sign in _SIGNS) and b"<" in head

    def read(self, page: Page) -> Iterator[Document | NotReadable]:
        decoded = decode(page)
        tree, is_cut = _tree(decoded.text[:_MOST_CHARACTERS])
        document = None
        if tree is not None:
            title = _title(tree)
            provenance = {"id": "file name", "posts": "the messages of the export"}
            provenance |= {"encoding": decoded.encoding} | (
                {"title": "page header"} if title else {}
            )
            document = build_chat(page, Chat(page.name, title, None, provenance), _messages(tree))
        if document is None:
            problem = f"{page.name} is a page of a Telegram export without a message"
            raise NotReadable(problem, "export the chat again, or read its JSON")
        yield document
        if is_cut or len(decoded.text) > _MOST_CHARACTERS:
            what = "is nested too deeply" if is_cut else "is very large"
            problem = f"{page.name} {what}: what follows its last message was not read"
            yield NotReadable(problem, "export the chat again, or read its JSON")


def _tree(source: str) -> tuple[Element | None, bool]:
    """The page, and whether the parser stopped before its end."""
    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
    try:
        tree = html.document_fromstring(source.encode(), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError, RecursionError):
        return None, True
    return tree, bool(parser.error_log.filter_types([etree.ErrorTypes.ERR_RESOURCE_LIMIT]))


def _title(tree: Element) -> str | None:
    header = next((each for each in tree.iter("div") if "page_header" in _classes(each)), None)
    if header is None:
        return None
    return next((_line(each) for each in header.iter("div") if "bold" in _classes(each)), None)


def _messages(tree: Element) -> Iterator[Message]:
    last = Message("")
    for element in tree.iter("div"):
        classes = _classes(element)
        if "message" not in classes:
            continue
        found = _NUMBER.fullmatch(element.get("id") or "")
        body = next((each for each in element if "body" in _classes(each)), None)
        if found is None or body is None:
            continue  # the line of a new day
        if "service" in classes:
            yield Message(found[1], service=_line(body))
            continue
        message = _message(found[1], body)
        if message.author is None and "joined" in classes:
            message = replace(message, author=last.author)
        if message.forwarded_from == "":
            message = replace(message, forwarded_from=last.forwarded_from or "another chat")
        last = message
        yield message


def _message(label: str, body: Element) -> Message:
    message = Message(label)
    for element in body:
        classes = _classes(element)
        if "date" in classes:
            shown = " ".join((element.get("title") or "").split())[:_LONGEST]
            message = replace(message, published=_moment(shown), shown=shown or None)
        elif "from_name" in classes:
            message = replace(message, author=_line(element))
        elif "signature" in classes:
            message = replace(message, author=_line(element) or message.author)
        elif "reply_to" in classes:
            message = replace(message, answers=_answered(element))
        elif "forwarded" in classes and "body" in classes:
            message = _forwarded(message, element)
        else:
            message = _with_content(message, element, classes)
    return message


def _forwarded(message: Message, body: Element) -> Message:
    """A message with what stands in its forwarded part; without a name it is that of the last."""
    message = replace(message, forwarded_from="")
    for element in body:
        classes = _classes(element)
        if "from_name" in classes:
            spans = [each for each in element.iter("span") if "details" in _classes(each)]
            moment = _moment(spans[0].get("title") or spans[0].text or "") if spans else None
            name = " ".join((element.text or "").split())[:_LONGEST]
            message = replace(message, forwarded_from=name, forwarded_at=moment)
        else:
            message = _with_content(message, element, classes)
    return message


def _with_content(message: Message, element: Element, classes: frozenset[str]) -> Message:
    if "text" in classes:
        words = tuple(split_drafts(fragment_of(element), _kind))
        return replace(message, words=message.words + words)
    if "media_wrap" in classes:
        return replace(message, media=message.media + tuple(_media(element)))
    return message


def _kind(regions: Sequence[Region]) -> tuple[PartKind, dict[str, Any]]:
    if not regions:
        return "own", {}
    return ("own", {"form": "code"}) if regions[-1].tag == "pre" else ("quote", {})


def _media(wrap: Element) -> Iterator[PartDraft]:
    for element in wrap:
        classes = _classes(element)
        name = (element.get("href") or "")[:_LONGEST] or None
        lines = _lines(element)
        if "media_poll" in classes:
            yield PartDraft("embed", "\n".join(("Poll", *lines)))
        elif kinds := sorted(_KINDS.keys() & classes):
            kind, has_title = _KINDS[kinds[0]]
            title = lines[0] if has_title and lines else None
            seconds = seconds_of(lines[-1]) if lines and kind not in _WITHOUT_LENGTH else None
            yield media_line(kind, name, title, seconds)
        elif lines:
            yield PartDraft("furniture", ", ".join(lines))


def _lines(element: Element) -> list[str]:
    return [line[:_LONGEST] for line in fragment_of(element).text.split("\n") if line]


def _answered(element: Element) -> str:
    """The label of the message that is replied to; empty where it stands in another chat."""
    for link in element.iter("a"):
        if found := _ANSWERED.search(link.get("href") or ""):
            return found[1]
    return ""


def _moment(shown: str) -> str | None:
    found = _STAMP.search(shown)
    if found is None:
        return None
    day, month, year, time, zone = found.groups()
    return read_moment(f"{year}-{month}-{day}" + (f"T{time}{zone or ''}" if time else "")).value


def _line(element: Element) -> str | None:
    return " ".join(fragment_of(element).text.split())[:_LONGEST] or None


def _classes(element: Element) -> frozenset[str]:
    return (
        frozenset((element.get("class") or "").split())
        if isinstance(element.tag, str)
        else frozenset()
    )
