"""The feed of one Discourse topic: its posts, the newest first, as a thread."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from wireroom.reading.feeds.entries import Entry, read_entry
from wireroom.reading.feeds.fields import FeedNames, names_of_feed
from wireroom.reading.feeds.parsing import Piece
from wireroom.reading.fragments import Region
from wireroom.reading.threads import PartDraft, ThreadBuilder, split_drafts
from wireroom.records.documents import Document, PartKind, Post

_POST = re.compile(r"https?://[^?#]*/t/(?:[^/?#]+/)?(\d{1,12})/(\d{1,9})/?(?:[?#].*)?", re.I)
_CREATOR = re.compile(r"@(\S+)(?:\s+(.*))?", re.S)

Places = Mapping[tuple[str, int], int]  # topic and number there to number in our thread


def is_topic(piece: Piece) -> bool:
    """Whether all entries are posts of one topic of a Discourse board."""
    places = [_place(str(entry.get("link") or "")) for entry in piece.entries]
    if len({topic for topic, _ in places}) != 1 or not places[0][0]:
        return False
    ends = (f"-post-{topic}-{number}" for topic, number in places)
    is_named = all(
        str(each.get("id")).endswith(end) for each, end in zip(piece.entries, ends, strict=True)
    )
    return is_named or "discourse" in piece.names


def build_thread(pieces: Sequence[Piece], name: str, base: str | None) -> Document | None:
    """The thread of a topic's posts in the order of their numbers; None where none has a word."""
    names = names_of_feed(pieces[0].feed, base)
    entries = [read_entry(entry, piece, names) for piece in pieces for entry in piece.entries]
    entries.sort(key=lambda entry: _place(entry.value("url") or "")[1])
    builder = ThreadBuilder()
    places: dict[tuple[str, int], int] = {}
    for entry in entries:
        _add(builder, entry, places)
    return _document(builder, entries, name, names) if builder.posts else None


def _add(builder: ThreadBuilder, entry: Entry, places: dict[tuple[str, int], int]) -> None:
    topic, label = _place(entry.value("url") or "")
    drafts = _drafts(entry, topic, places)
    if not drafts:
        return
    creator = entry.value("author")
    if creator:
        drafts.insert(0, PartDraft("furniture", creator))
    places.setdefault((topic, label), builder.next_number)
    found = _CREATOR.fullmatch(creator or "")
    builder.add(
        drafts,
        Post(
            *(0, 0, 0),
            author=found[1] if found else creator,
            published=entry.value("published"),
            label=f"#{label}",
            permalink=entry.value("url"),
        ),
    )


def _drafts(entry: Entry, topic: str, places: Places) -> list[PartDraft]:
    drafts = split_drafts(entry.body, lambda regions: _kind(regions, topic, places))
    # What quotations stand in is counted without the line of the author.
    return [_moved(draft) for draft in drafts] if entry.value("author") else drafts


def _moved(draft: PartDraft) -> PartDraft:
    inside = draft.fields.get("inside")
    if inside is None:
        return draft
    return PartDraft(draft.kind, draft.text, draft.links, {**draft.fields, "inside": inside + 1})


def _kind(regions: Sequence[Region], topic: str, places: Places) -> tuple[PartKind, dict[str, Any]]:
    """What a stretch of a post is, by the innermost element that it stands in."""
    if not regions:
        return "own", {}
    last = regions[-1]
    style = last.attributes.get("class", "")
    if last.tag == "pre":
        return "own", {"form": "code"}
    if last.tag == "aside" and "onebox" in style:
        source = last.attributes.get("data-onebox-src", "")
        return "embed", {"url": source} if source.startswith("http") else {}
    if last.tag == "aside":
        return "furniture", {}
    aside = regions[-2] if len(regions) > 1 and regions[-2].tag == "aside" else None
    return "quote", _quoted(aside, topic, places) if aside else {}


def _quoted(aside: Region, topic: str, places: Places) -> dict[str, Any]:
    told = aside.attributes
    number = told.get("data-post", "")
    place = (told.get("data-topic", topic), int(number) if number.isdecimal() else 0)
    given = {"quotes_author": told.get("data-username"), "quotes_post": places.get(place)}
    return {key: value for key, value in given.items() if value}


def _document(
    builder: ThreadBuilder, entries: Sequence[Entry], name: str, names: FeedNames
) -> Document:
    titles = [title for entry in entries if (title := entry.value("title"))]
    provenance = {
        "id": "file name",
        "posts": "the entries of the feed, in the order of the numbers in their links",
        "title": "title of the entries" if titles else names.name.origin,
        **({"url": "the feed's link"} if names.link else {}),
        **({"feed": names.name.origin} if names.name.value else {}),
    }
    first = builder.posts[0]
    if first.label == "#1" and first.published:
        provenance["published"] = "the first post"
    return Document(
        name,
        builder.text,
        "thread",
        title=titles[0] if titles else names.title,
        published=first.published if first.label == "#1" else None,
        url=names.link,
        feed=names.name.value,
        language=names.language,
        source_file=name,
        provenance=provenance,
        posts=tuple(builder.posts),
        links=tuple(builder.links),
    )


def _place(link: str) -> tuple[str, int]:
    """The number of a topic and that of a post in it; empty and 0 where the link has none."""
    found = _POST.fullmatch(link.strip())
    return (found[1], int(found[2])) if found else ("", 0)
