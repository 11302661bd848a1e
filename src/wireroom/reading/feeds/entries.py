"""One entry of a feed, as a Document."""

from dataclasses import dataclass

from wireroom.reading.feeds.fields import (
    LONGEST_TITLE,
    FeedNames,
    Said,
    author_of,
    body_of,
    language_of,
    line_of,
    moments_of,
    outlet_of,
    string_of,
)
from wireroom.reading.feeds.parsing import Parsed, Piece
from wireroom.reading.fragments import Fragment, absolute
from wireroom.records.documents import Document


@dataclass(frozen=True, slots=True)
class Entry:
    """What an entry says. ``told`` has its fields with their origins, those that have a value;
    ``notes`` why a field has none though something stands there."""

    identifier: str | None
    body: Fragment
    told: dict[str, Said]
    notes: dict[str, str]

    def value(self, field: str) -> str | None:
        said = self.told.get(field)
        return said.value if said else None


def read_entry(entry: Parsed, piece: Piece, names: FeedNames) -> Entry:
    """What feedparser gives for an entry, in our words."""
    link = absolute(string_of(entry.get("link")), names.link)
    body, where = body_of(entry, piece, link or names.link)
    fields = {
        "title": Said(line_of(entry.get("title"), LONGEST_TITLE), "title"),
        "text": Said(body.text, where),
        "url": Said(link, "link"),
        "author": author_of(entry, piece, names),
        "outlet": outlet_of(entry, names),
        "language": language_of(entry, names),
        "feed": names.name,
    }
    notes: dict[str, str] = {}
    for field, (moment, origin) in moments_of(entry, piece).items():
        said = f"{origin}: {moment.note}" if moment.note else origin
        fields[field] = Said(moment.value, said)
        if moment.value is None and moment.note:
            notes[field] = said
    told = {field: said for field, said in fields.items() if said.value}
    identifier = string_of(entry.get("id")).strip()[:LONGEST_TITLE]
    if identifier:
        told["id"] = Said(identifier, "id of the entry")
    elif link:
        told["id"] = Said(link, "link")
    return Entry(identifier or link, body, told, notes)


def build_document(entry: Entry, default: str, source_file: str) -> Document | None:
    """The Document of an entry; None for one without a word. Where the entry names no id of its
    own, ``default`` is it."""
    text, origin, links = entry.body.text, "", entry.body.links
    if not text:
        origin, links = "title: the entry has no other words", ()
        text = entry.value("title") or ""
    if not text and (url := entry.value("url")):
        text, origin = url, "link: the entry has no words"
    if not text.strip():
        return None
    provenance = {"id": "file name and number", **entry.notes}
    provenance |= {field: said.origin for field, said in entry.told.items()}
    if origin:
        provenance["text"] = origin
    return Document(
        entry.identifier or default,
        text,
        "feed entry",
        title=entry.value("title"),
        published=entry.value("published"),
        updated=entry.value("updated"),
        outlet=entry.value("outlet"),
        author=entry.value("author"),
        url=entry.value("url"),
        language=entry.value("language"),
        feed=entry.value("feed"),
        source_file=source_file,
        links=links,
        provenance=provenance,
    )
