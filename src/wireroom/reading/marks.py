"""What an article tells about itself in its own words: dateline, byline, credits, corrections."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from wireroom.reading.dates import find_stamp
from wireroom.reading.words import words
from wireroom.records.documents import Document, Mark, MarkKind

_HEAD = 4  # lines at the beginning that may be bylines or the first paragraph
_FOOT = 4  # lines at the end that may be credits
_LONGEST = 200  # characters of a credit or a byline; what is longer is somebody's words
_MOST_NAMES = 6  # words after "By"

_CITY = r"[^\W\d_a-zа-яё][\w.'’-]*(?:[ /][^\W\d_a-zа-яё][\w.'’-]*){0,3}"
_CAPITALS = r"[A-ZÀ-ÖØ-ÞА-ЯЁҐЄІЇ][A-ZÀ-ÖØ-ÞА-ЯЁҐЄІЇ.'’-]+(?:[ /][A-ZÀ-ÖØ-ÞА-ЯЁҐЄІЇ.'’-]{2,}){0,3}"
_DATE = r"[^\W\d_]{3,9}\.? \d{1,2}(?:, \d{4})?|\d{1,2}\.? [^\W\d_]{3,9}\.?(?: \d{4})?"
_SOURCE = r"[^\W\d_][\w.&’' -]{1,38}"
_DASH = r"\s*(?:--|[-–—―])\s+"
# ALEPPO, Syria, April 5 (Reuters) - …; BERLIN (dpa) – …; ДАМАСК, 5 апр - РИА Новости. …
_DATELINE = re.compile(
    rf"(?P<city>{_CITY})(?P<country>, [^\W\d_][\w. ]{{2,25}}?)?(?:, (?P<date>{_DATE}))?"
    rf"(?:\s*\((?P<source>{_SOURCE})\))?(?:{_DASH}(?:(?P<behind>{_SOURCE})\.\s)?|\.\s*/(?P<slashed>{_SOURCE})/\.?\s)"
)
_IN_CAPITALS = re.compile(rf"{_CAPITALS}$")
_ALONE = re.compile(rf"[(\[](?P<source>{_SOURCE})[)\]]\.?$")
_NAME = re.compile(r"[^\W\d_a-zа-яё][\w.'’-]*(?:(?:,| and| und| et| y| и|)\s+[^\W\d_][\w.'’-]*)*$")


def with_marks(document: Document) -> Document:
    """The Document with its marks, and with author and dates that only they tell.

    Not for threads, whose parts have their own; a thread comes back as it is.
    """
    if document.posts:
        return document
    marks = find_marks(document.text)
    told = dict(_told(document.text, marks))
    new = {key: value for key, value in told.items() if getattr(document, key) is None}
    origins = {key: _ORIGINS[key] for key in new}
    return replace(
        document,
        marks=marks,
        author=document.author or new.get("author"),
        published=document.published or new.get("published"),
        updated=document.updated or new.get("updated"),
        provenance={**document.provenance, **origins},
    )


_ORIGINS = {"author": "byline", "published": "dateline", "updated": "page text"}


def find_marks(text: str) -> tuple[Mark, ...]:
    """The marks of an article, in order, none over another.

    Datelines in the first lines, bylines in the first and last, credits in the last, corrections
    and updates anywhere. ``value`` is the place of a dateline, the names of a byline, what a
    credit names, the ISO date of an update; None where it is none of these.
    """
    marks: list[Mark] = []
    foot = _foot(text)
    for number, (start, line) in enumerate(_lines(text)):
        is_head, is_foot = number < _HEAD, start >= foot
        found = _opened(start, line, is_foot)
        if found is None and (is_head or is_foot):
            found = _byline(start, line)
        if found is None and is_foot:
            found = _alone(start, line)
        marks.extend([found] if found else ())
        if is_head and found is None and not any(mark.kind == "dateline" for mark in marks):
            marks.extend(_dateline(start, line))
    return tuple(marks)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines that are not blank, each with where it starts."""
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = end if end >= 0 else len(text)
        line = text[start:end]
        if not line.isspace() and line:
            yield start, line
        start = end + 1


def _foot(text: str) -> int:
    """Where the last few lines that are not blank begin."""
    start = end = len(text.rstrip())
    for _ in range(_FOOT):
        start = text.rfind("\n", 0, end) + 1
        end = len(text[:start].rstrip())
    return start


def _told(text: str, marks: tuple[Mark, ...]) -> Iterator[tuple[str, str]]:
    for mark in marks:
        if mark.kind == "byline" and mark.value:
            yield "author", mark.value
        if mark.kind == "dateline":
            stamp = find_stamp(mark.span.of(text))
            if stamp is not None and stamp.value:
                yield "published", stamp.value
        if mark.kind == "update" and mark.value:
            yield "updated", mark.value


def _opened(start: int, line: str, is_foot: bool) -> Mark | None:
    """A line that begins with a word of the list, and the punctuation or the name after it."""
    bare = line.lstrip(" \t([*_•–—-")
    found = _openings().match(bare)
    if found is None:
        return None
    kind: MarkKind = _kinds()[" ".join(found[1].casefold().split())]
    rest = bare[found.end() :]
    if kind == "credit":
        return _credit(start, line, rest) if is_foot else None
    if kind == "update":
        stamp = find_stamp(line[:_LONGEST])
        return _whole(kind, start, line, stamp.value) if stamp else None
    # "Corrected figures show" is a sentence; "Correction: …", "An earlier version of this" are not.
    several = " " in found[1].strip()
    return (
        _whole(kind, start, line)
        if several or rest.startswith((":", ".", " -", " –", " —"))
        else None
    )


def _credit(start: int, line: str, rest: str) -> Mark | None:
    named = rest.strip(" :.)]\t")
    if len(line) > _LONGEST or rest[:1] not in (":", " ", "") or not named[:1].isupper() and named:
        return None
    return _whole("credit", start, line, named.partition(";")[0] or None)


def _byline(start: int, line: str) -> Mark | None:
    if len(line) > _LONGEST:
        return None
    found = _by().match(line.strip())
    if found is None:
        return None
    name = line.strip()[found.end() :].strip()
    few = 1 < len(name.split()) <= _MOST_NAMES
    return _whole("byline", start, line, name) if few and _NAME.fullmatch(name) else None


def _alone(start: int, line: str) -> Mark | None:
    """A name in brackets alone on one of the last lines: "(Reuters)"."""
    found = _ALONE.fullmatch(line.strip())
    return _whole("credit", start, line, found["source"]) if found else None


def _dateline(start: int, line: str) -> Iterator[Mark]:
    found = _DATELINE.match(line[:_LONGEST])
    if found is None:
        return
    source = next((key for key in ("source", "behind", "slashed") if found[key]), None)
    dated = found["date"] is not None and re.search(r"\d", found["date"])
    if not (source or dated or _IN_CAPITALS.match(found["city"])):
        return
    if source is None and not dated and found["country"] is None and " " in found["city"]:
        return  # a headline in capitals that goes on after a dash
    end = start + (found.start(source) if source else found.end())
    if source == "source":
        end -= 1
    cut = len(line[: end - start].rstrip(" -–—―.(/"))
    yield Mark("dateline", start, start + cut, found["city"])
    if source:
        yield Mark("credit", start + found.start(source), start + found.end(source), found[source])


def _whole(kind: MarkKind, start: int, line: str, value: str | None = None) -> Mark:
    left = len(line) - len(line.lstrip())
    return Mark(kind, start + left, start + len(line.rstrip()), value)


@cache
def _kinds() -> dict[str, MarkKind]:
    kinds: tuple[MarkKind, ...] = ("correction", "update", "credit")
    return {phrase: kind for kind in kinds for phrase in words("marks", kind)}


@cache
def _openings() -> re.Pattern[str]:
    phrases = sorted(_kinds(), key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"({'|'.join(map(re.escape, phrases))})(?!\w)", re.I)


@cache
def _by() -> re.Pattern[str]:
    phrases = sorted(words("openings", "byline"), key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"(?:{'|'.join(map(re.escape, phrases))})(?:\s*:\s*|\s+)", re.I)
