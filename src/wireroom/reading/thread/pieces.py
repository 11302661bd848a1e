"""What a line of a post opens: a pasted article, a video, a translation, a quotation, a caption."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from wireroom.reading.scripts import find_script
from wireroom.reading.thread.furniture import find_furniture
from wireroom.reading.thread.headlines import (
    bare_words,
    find_outlet,
    has_lede,
    is_headline,
)
from wireroom.reading.thread.lines import Line
from wireroom.reading.thread.openings import (
    Origin,
    find_caption,
    find_dateline,
    find_label,
    find_origin,
    is_translation_mark,
)
from wireroom.reading.thread.pairing import pair_lines
from wireroom.reading.thread.quotations import Earlier, Quotation, find_quotations
from wireroom.records.documents import PartKind

# How far a piece goes on after its head: no further; over one paragraph; over the lines that
# follow without a blank one; until somebody speaks in her own voice; until the next piece.
Reach = Literal["head", "paragraph", "block", "voice", "piece"]

_SHORTEST_QUOTATION = 25  # characters; two members may well write the same short line
_MOST_NOTE_WORDS = 8  # of a line between a headline and its date
_NOTHING = Origin()
# What is a board's wherever it stands in a post; buttons in the midst of words may be words.
_FURNITURE = ("line", "edited", "quoted", "likes", "number")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of lines of one kind: ``[first, end)`` of a post's body.

    ``original``, ``continues`` and ``inside`` are the first lines of other pieces of the post.
    """

    kind: PartKind
    first: int
    end: int
    reach: Reach = "head"
    title: str | None = None
    origin: Origin = _NOTHING
    quotes_post: int | None = None
    original: int | None = None
    continues: int | None = None
    quotes_author: str | None = None
    inside: int | None = None


@dataclass(frozen=True, slots=True)
class Body:
    """The lines of a post, and what has to be known beside them to part it.

    ``earlier`` knows what earlier posts say; ``quotations`` are those that name themselves, by
    their first lines; ``pairs`` has for a headline's line the line of the headline that it
    translates; ``titles`` where the words of a headline stand first.
    """

    lines: tuple[Line, ...]
    earlier: Earlier
    quotations: Mapping[int, Quotation]
    day_first: bool | None
    pairs: Mapping[int, int]
    titles: Mapping[str, int]

    def at(self, index: int) -> Line | None:
        """The line at ``index``; None beyond the end."""
        return self.lines[index] if 0 <= index < len(self.lines) else None


def read_body(lines: tuple[Line, ...], earlier: Earlier, day_first: bool | None) -> Body:
    """The lines of a post with what their headlines are to one another.

    The script of the first headline is that of the originals.
    """
    found = [index for index, line in enumerate(lines) if is_headline(line.text)]
    script = find_script(lines[found[0]].text) if found else None
    originals = [index for index in found if find_script(lines[index].text) == script]
    others = [index for index in found if find_script(lines[index].text) != script]
    pairs = pair_lines(
        {index: lines[index].text for index in originals},
        {index: lines[index].text for index in others},
    )
    titles = {bare_words(lines[index].text): index for index in reversed(found)}
    return Body(lines, earlier, find_quotations(lines, earlier), day_first, pairs, titles)


def open_piece(body: Body, index: int, inside: Piece | None) -> Piece | None:
    """The piece that the line at ``index`` opens; None where it goes on what is there.

    ``inside`` is the piece that the line would else belong to. A headline above its lede alone
    opens nothing inside an article that has a date or an outlet: it may be a subheading.
    """
    return (
        _quotation(body, index)
        or _furniture(body, index)
        or _translation(body, index)
        or _caption(body, index)
        or _dated(body, index, inside)
        or _named(body, index)
        or _paired(body, index)
        or _preview(body, index, inside)
        or _link(body, index)
    )


def _furniture(body: Body, index: int) -> Piece | None:
    kind = find_furniture(body.lines[index].text)
    return Piece("furniture", index, index + 1) if kind in _FURNITURE else None


def _quotation(body: Body, index: int) -> Piece | None:
    quotation = body.quotations.get(index)
    if quotation is not None:
        is_rest = quotation.opening != index
        return Piece(
            "quote",
            index,
            quotation.end,
            origin=Origin(author=quotation.author),
            quotes_post=quotation.post,
            continues=quotation.opening if is_rest else None,
            quotes_author=quotation.author,
            inside=quotation.outer,
        )
    text = body.lines[index].text
    number = body.earlier.find(text) if len(text) >= _SHORTEST_QUOTATION else None
    return Piece("quote", index, index + 1, quotes_post=number) if number is not None else None


def _translation(body: Body, index: int) -> Piece | None:
    following = body.at(index + 1)
    if not is_translation_mark(body.lines[index].text) or following is None:
        return None
    title = following.text if is_headline(following.text) else None
    return Piece("translation", index, index + 2, "block", title)


def _caption(body: Body, index: int) -> Piece | None:
    origin = find_caption(body.lines[index].text, body.day_first)
    return Piece("caption", index, index + 1, origin=origin) if origin else None


def _dated(body: Body, index: int, inside: Piece | None) -> Piece | None:
    """A date, a video's length or a byline, with the headline above it if there is one."""
    head = _head(body, index)
    if head is None:
        return None
    end, origin = head
    is_bare = end == index + 1
    is_video = origin.duration_seconds is not None
    if is_bare and inside is not None and inside.reach == "piece" and not is_video:
        return None
    title = None if is_bare else body.lines[index].text
    if is_video or (is_bare and origin.author is None):
        return Piece("embed", index, end, "voice" if is_video else "head", title, origin)
    original = body.pairs.get(index)
    kind: PartKind = "pasted" if original is None else "translation"
    return Piece(kind, index, end, "piece", title, origin, original=original)


def _head(body: Body, index: int) -> tuple[int, Origin] | None:
    """Where the head of a dated piece ends, and what it tells; None where there is no such head.

    Between a headline and its date one short line may stand ("News is being updated").
    """
    lines, found = body.lines[index : index + 4], None
    for offset, line in enumerate(lines[:3]):
        if offset and line.blanks > 1:
            break
        found = find_origin(line.text, body.day_first)
        if found is not None:
            break
        if not (is_headline(line.text) if offset == 0 else _is_note(line.text)):
            break
    if found is None:
        return None
    end = index + offset + 1
    further = lines[offset + 1 : offset + 2]
    more = find_origin(further[0].text, body.day_first) if further else None
    if more is not None and not further[0].blanks and _adds(found, more):
        return end + 1, _both(found, more)
    return end, found


def _is_note(text: str) -> bool:
    return len(text.split()) <= _MOST_NOTE_WORDS and not text.endswith((".", "!", "?", ":"))


def _adds(found: Origin, more: Origin) -> bool:
    """Whether a second line of a head tells what the first left open."""
    return (found.author is None) != (more.author is None)


def _both(one: Origin, other: Origin) -> Origin:
    return Origin(
        one.outlet or other.outlet,
        one.author or other.author,
        one.published or other.published,
        one.duration_seconds or other.duration_seconds,
    )


def _named(body: Body, index: int) -> Piece | None:
    """A title that is repeated with its outlet, or an article whose first paragraph is dated."""
    line, following = body.lines[index], body.at(index + 1)
    if following is None or not is_headline(line.text):
        return None
    end, outlet = index + 1, find_outlet(following.text, line.text)
    if outlet is not None:
        end += 1
    first = body.at(end)
    dateline = find_dateline(first.text, body.day_first) if first and first.blanks <= 1 else None
    if outlet is None and dateline is None:
        return None
    origin = dateline or _NOTHING
    if outlet is not None:
        origin = replace(origin, outlet=outlet)
    return Piece("pasted", index, end, "piece", line.text, origin)


def _paired(body: Body, index: int) -> Piece | None:
    original = body.pairs.get(index)
    if original is None:
        return None
    title = body.lines[index].text
    return Piece("translation", index, index + 1, "piece", title, original=original)


def _preview(body: Body, index: int, inside: Piece | None) -> Piece | None:
    """A headline and, under it or under a caption, a paragraph that tells the same."""
    line = body.lines[index]
    if (inside is not None and inside.reach == "piece") or not is_headline(line.text):
        return None
    at = index + 1
    following = body.at(at)
    if following is not None and find_caption(following.text, body.day_first):
        at += 1
        following = body.at(at)
    if following is None or following.blanks > 1 or not has_lede(line.text, following.text):
        return None
    return Piece("pasted", index, index + 1, "paragraph", line.text)


def _link(body: Body, index: int) -> Piece | None:
    """A title of something linked, with nothing of it: labelled, or foreign to its place."""
    text = body.lines[index].text
    labelled = find_label(text)
    if labelled is not None:
        return Piece("embed", index, index + 1, title=labelled)
    if index == 0 or not is_headline(text):
        return None
    repeats = body.titles[bare_words(text)] < index
    script, before, after = (
        find_script(line.text) if line else None
        for line in (body.lines[index], body.at(index - 1), body.at(index + 1))
    )
    is_foreign = before not in (None, script) and after not in (None, script)
    return Piece("embed", index, index + 1, title=text) if repeats or is_foreign else None
