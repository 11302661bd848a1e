"""A letter, and what is attached to it."""

import re
from collections.abc import Iterator, Sequence
from email.message import Message
from itertools import groupby

from wireroom.errors import NotReadable
from wireroom.reading.fragments import Fragment
from wireroom.reading.mail.headers import find_headers, is_letter
from wireroom.reading.mail.parts import Attached, Body, Letter, take_apart
from wireroom.reading.mail.words import fragment_of_part, header_of, sender_of, words_of
from wireroom.reading.moments import Moment, read_moment
from wireroom.reading.sniffing import name_binary
from wireroom.records.documents import Document, Hyperlink
from wireroom.records.pages import Page

_HEAD = 65_536  # bytes within which the headers tell that it is a letter
_STUB = 400  # characters; a shorter text part may say no more than that the letter is HTML
_RICHER = 5  # times longer that the words of the HTML then are
_MOST_NAMED = 20
_IDENTIFIER = re.compile(r"<([^<>\s]{1,500})>")
_LANGUAGE = re.compile(r"\s*([a-z]{2})(?:[-_,; ].*)?", re.I | re.S)


class MailReader:
    """A letter as mail programs save it (EML): one Document of kind ``letter``.

    The text is that of its text parts, whole, with what it quotes; where there is none, or hardly
    a word, that of its HTML. Attached files that have words in them, and attached letters, are
    read as inputs of their own; the others are named in ``provenance``.
    """

    name = "mail"

    def recognises(self, page: Page) -> bool:
        head = page.data[:_HEAD]
        headers = find_headers(head)
        if headers is None or not is_letter(page.name, headers):
            return False
        return name_binary(head.partition(b"\n\n")[0]) is None

    def read(self, page: Page) -> Iterator[Document | Page | NotReadable]:
        letter = take_apart(page)
        text, where = _text(letter.bodies)
        subject = words_of(header_of(letter.message, "subject"))
        pages = [attached.page for attached in letter.attached if attached.page is not None]
        if not text.text and subject:
            text, where = Fragment(subject), "Subject: the letter has no other words"
        if text.text:
            yield _document(page, letter, text, where)
        elif not pages:
            problem = f"{page.name} is a letter without a word that can be read"
            raise NotReadable(problem, "open it in a mail program, and save its text")
        yield from pages


def _document(page: Page, letter: Letter, text: Fragment, where: str) -> Document:
    message = letter.message
    identifier = _IDENTIFIER.search(header_of(message, "message-id"))
    moment, dated = _moment(message)
    language = _LANGUAGE.fullmatch(header_of(message, "content-language"))
    told = {
        "title": (words_of(header_of(message, "subject")) or None, "Subject"),
        "author": (sender_of(message), "From"),
        "published": (moment.value, f"{dated}: {moment.note}" if moment.note else dated),
        "language": (language[1].lower() if language else None, "Content-Language"),
    }
    values = {field: value for field, (value, _) in told.items()}
    provenance = {field: origin for field, (value, origin) in told.items() if value}
    if moment.note and moment.value is None:
        provenance["published"] = f"{dated}: {moment.note}"
    provenance["id"] = "Message-ID" if identifier else "file name"
    provenance["text"] = where + letter.note
    if letter.attached:
        provenance["attachments"] = _named(letter.attached)
    return Document(
        words_of(identifier[1]) if identifier else page.name,
        text.text,
        "letter",
        title=values["title"],
        author=values["author"],
        published=values["published"],
        language=values["language"],
        source_file=page.name,
        links=text.links,
        provenance=provenance,
    )


def _moment(message: Message) -> tuple[Moment, str]:
    """When the letter says that it was written; else when the last server took it."""
    found = read_moment(words_of(header_of(message, "date")))
    if found.value is not None or found.note is not None:
        return found, "Date"
    received = words_of(header_of(message, "received")).rpartition(";")[2]
    return read_moment(received), "Received: the letter has no date that can be read"


def _named(attached: Sequence[Attached]) -> str:
    """Which files were attached, and which of them nobody could read."""
    said: list[str] = []
    for words, is_read in (("read: ", True), ("not read: ", False)):
        names = [each.name for each in attached if (each.page is not None) == is_read]
        more = f" and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
        said += [words + ", ".join(names[:_MOST_NAMED]) + more] if names else []
    return "; ".join(said)


def _text(bodies: Sequence[Body]) -> tuple[Fragment, str]:
    """The words of a letter, and which parts they stand in."""
    found: list[Fragment] = []
    origins: list[str] = []
    # A part that stands in no choice is a group of its own.
    numbered = [(body.choice or -number, body) for number, body in enumerate(bodies, 1)]
    for choice, group in groupby(numbered, key=lambda each: each[0]):
        fragment, origin = _chosen([body.part for _, body in group], choice > 0)
        if fragment.text:
            found.append(fragment)
            origins.append(origin)
    return _joined(found), " and ".join(dict.fromkeys(origins)) or "the text part"


def _chosen(parts: Sequence[Message], is_choice: bool) -> tuple[Fragment, str]:
    plain = [part for part in parts if part.get_content_type() != "text/html"]
    rich = [part for part in parts if part.get_content_type() == "text/html"]
    as_text = _joined([fragment_of_part(part, None) for part in plain])
    if not rich or len(as_text.text) > _STUB:
        return as_text, "the text part"
    as_html = _joined([fragment_of_part(part, None) for part in rich])
    if as_text.text and is_choice and len(as_html.text) <= _RICHER * len(as_text.text):
        return as_text, "the text part"
    return as_html, "the HTML part"


def _joined(fragments: Sequence[Fragment]) -> Fragment:
    pieces: list[str] = []
    links: list[Hyperlink] = []
    length = 0
    for fragment in fragments:
        if not fragment.text:
            continue
        start = length + 2 if pieces else 0
        links += [Hyperlink(start + x.start, start + x.end, x.url) for x in fragment.links]
        pieces.append(fragment.text)
        length = start + len(fragment.text)
    return Fragment("\n\n".join(pieces), tuple(links))
