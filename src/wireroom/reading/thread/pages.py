"""The posts of a page on which each has a number or a date."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from wireroom.reading.thread.doubled import without_doubles
from wireroom.reading.thread.edges import end_of_thread, find_end, find_title
from wireroom.reading.thread.evidence import find_evidence, in_words, is_enough
from wireroom.reading.thread.frames import Frame
from wireroom.reading.thread.furniture import find_outside
from wireroom.reading.thread.layouts import Outline, find_outlines
from wireroom.reading.thread.lines import Line, PostLines, ThreadLines
from wireroom.reading.thread.moments import Moment, find_moment
from wireroom.reading.thread.names import names_as_printed
from wireroom.reading.thread.series import NUMBERED, Series, find_series
from wireroom.reading.thread.signs import Sign, read_signs
from wireroom.reading.thread.stamps import Stamp

_MOST_RANKS = 4


def split_page(lines: Sequence[Line], day_first: bool | None) -> ThreadLines | None:
    """The posts of a page on which each has a number or a date; None where there are none such.

    ``day_first`` is the order of the page's slashed dates.
    """
    lines, signs = without_doubles(lines, read_signs(lines, day_first))
    for series, others in _attempts(lines, signs):
        frame = Frame(lines, signs, series.at)
        outlines = find_outlines(frame, others)
        if outlines is None:
            continue
        outlines = _trimmed(frame, outlines)
        evidence = find_evidence(frame, outlines, series)
        if is_enough(frame, outlines, evidence):
            return _thread(frame, outlines, evidence)
    return None


def _attempts(
    lines: Sequence[Line], signs: Sequence[Sign]
) -> Iterator[tuple[Series, list[Series]]]:
    """The series that may be the posts' stamps, with the others; single stamps come last.

    Numbers tell by themselves which are the posts'; dates stand beneath the last post too.
    """
    several = find_series(signs)
    for series in several:
        others = [other for other in several if other is not series]
        if series.shape in NUMBERED:
            yield series, others
        else:
            end = end_of_thread(lines, signs, series.at[0])
            yield series._replace(at=tuple(at for at in series.at if at < end)), others
    for series in find_series(signs, 1):
        if len(series.at) == 1:
            yield series, []


def _trimmed(frame: Frame, outlines: Sequence[Outline]) -> list[Outline]:
    """The posts without what follows the last one, and with the buttons under their words apart."""
    last = outlines[-1]
    if last.foot == last.end:
        end = find_end(frame.lines, frame.signs, outlines)
        last = replace(last, foot=end, end=end)
    return [
        _with_foot(frame, post, is_first=not place)
        for place, post in enumerate((*outlines[:-1], last))
    ]


def _with_foot(frame: Frame, post: Outline, is_first: bool) -> Outline:
    foot = post.foot
    while foot > post.body and _is_foot(frame, foot - 1, is_first):
        foot -= 1
    return replace(post, foot=foot)


def _is_foot(frame: Frame, index: int, is_first: bool) -> bool:
    """Whether a line under the words of a post is furniture. Between the first post and the others
    some boards have the page's own, too."""
    kind = frame.signs[index].kind
    if is_first and kind in ("mark", "short") and find_outside(frame.lines[index].text) == "page":
        return True
    if kind in ("button", "line", "status", "likes", "edited"):
        return True
    return kind in ("mark", "short") and frame.is_repeated(index)


def _thread(frame: Frame, outlines: Sequence[Outline], evidence: Sequence[str]) -> ThreadLines:
    title = find_title(frame.lines, frame.signs, outlines[0].start)
    named = [outline.name for outline in outlines if outline.name is not None]
    names = names_as_printed([frame.lines[index].text for index in named])
    authors = dict(zip(named, names, strict=True))
    return ThreadLines(
        tuple(_post(frame, outline, authors) for outline in outlines),
        title[0] if title else None,
        title[1] if title else None,
        in_words(evidence),
    )


def _post(frame: Frame, post: Outline, authors: Mapping[int, str]) -> PostLines:
    lines, signs = frame.lines, frame.signs
    stamps = [stamp for index in post.stamps if (stamp := signs[index].stamp) is not None]
    moment, author = _moment(stamps), _author(post, stamps, authors)
    edits = _edits(frame, post, stamps)
    return PostLines(
        tuple(lines[post.start : post.body]),
        tuple(lines[post.body : post.foot]),
        tuple(lines[post.foot : post.end]),
        ranks=_ranks(frame, post, author),
        author=author,
        published=moment.value if moment else None,
        note=moment.note if moment else None,
        label=next((stamp.label for stamp in stamps if stamp.label is not None), None),
        is_edited=bool(edits),
        edited_at=next((edit.value for edit in edits if edit.value), None),
    )


def _edits(frame: Frame, post: Outline, stamps: Sequence[Stamp]) -> list[Moment]:
    """When a post was edited, by its stamps and by the lines that say so; a Moment without value
    where that is not told."""
    found = [stamp.edited for stamp in stamps if stamp.edited is not None]
    for index in range(post.body, post.end):
        if frame.signs[index].kind == "edited":
            found.append(find_moment(frame.lines[index].text) or Moment(0, 0, None))
    return found


def _moment(stamps: Sequence[Stamp]) -> Moment | None:
    moments = [stamp.moment for stamp in stamps if stamp.moment is not None]
    return next((moment for moment in moments if moment.value), moments[0] if moments else None)


def _author(post: Outline, stamps: Sequence[Stamp], authors: Mapping[int, str]) -> str | None:
    for stamp in stamps:
        if stamp.author is not None and stamp.shape != "name":
            return stamp.author
    return authors[post.name] if post.name is not None else None


def _ranks(frame: Frame, post: Outline, author: str | None) -> tuple[str, ...]:
    """The short lines over the labels of a card that are not its name."""
    found: list[str] = []
    foot = range(post.foot, post.end)
    has_card = any(frame.is_label(index) for index in foot)
    for index in (*range(post.start, post.body), *(foot if has_card else ())):
        if frame.signs[index].kind in ("label", "key"):
            break
        text = frame.lines[index].text
        is_name = author is not None and author.lower() in text.lower()
        if frame.signs[index].kind == "short" and not is_name:
            found.append(text)
    return tuple(dict.fromkeys(found))[:_MOST_RANKS]
