"""Lines that say where a pasted piece comes from: dates, lengths, bylines, credits, labels."""

import re
from dataclasses import dataclass
from functools import cache

from wireroom.reading.dates import find_stamp
from wireroom.reading.words import words

_LONGEST = 120  # characters; longer lines are sentences
_MOST_OUTLET_WORDS = 5
_LONGEST_CAPTION = 600

# 25:42, (5:50 min.), 1:02:11
_DURATION = re.compile(
    r"\(?\b(?:(\d{1,2}):(?=\d{1,2}:))?(\d{1,3}):([0-5]\d)(?:\s*(?:min(?:utes|\.)?|мин\.?))?\)?(?!\d)",
    re.I,
)
_SEPARATORS = " \t/|•·–—-,()[]:"
_NAME = r"[^\W\d_][\w.'’-]*(?:\s+(?:[^\W\d_][\w.'’-]*)){0,4}"
_SMALL_WORDS = frozenset(("the", "of", "and", "de", "la", "le", "der", "die", "das"))
# A credit at the end of a caption: REUTERS/Name/File Photo, (AP Photo/Name), © Name
_SLASHED = re.compile(
    r"\(?\b([A-Z][A-Z]{1,15})(?: Photo| Images)?/([^/()]{2,40}?)(?:/[^/()]{2,30})?\)?\.?$"
)
_IMAGES = re.compile(r"(?:[(©]|\bPhoto(?: by)?:|\bФото:)\s*([^()©:]{2,60}?)\)?\.?$", re.I)
# CITY (Agency) - text; and November 29, 2019 - text
_DATELINE_CREDIT = re.compile(r"[^\W\d_][^()\n]{0,60}\(([A-Z][\w. ]{1,25})\)\s*[-–—]\s+\S")
_DATELINE_END = re.compile(r"\s*[-–—:]\s+\S")


@dataclass(frozen=True, slots=True)
class Origin:
    """What a line tells of the piece that it belongs to; None for what it does not tell."""

    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    duration_seconds: int | None = None


def find_origin(text: str, day_first: bool | None) -> Origin | None:
    """What a line tells that consists of a date, a length, an outlet or a byline and no more."""
    if len(text) > _LONGEST:
        return None
    byline = _byline(text, day_first)
    if byline is not None:
        return byline
    stamp = find_stamp(text, day_first)
    if stamp is None:
        return None
    rest = text[: stamp.start] + " / " + text[stamp.end :]
    length = _DURATION.search(rest)
    if length is not None:
        rest = rest[: length.start()] + " / " + rest[length.end() :]
    rest = _opening("video").sub("", rest.strip(_SEPARATORS)).strip(_SEPARATORS)
    if rest and not _is_outlet(rest):
        return None
    return Origin(
        outlet=rest or None,
        published=stamp.value,
        duration_seconds=_seconds(length) if length is not None else None,
    )


def find_caption(text: str, day_first: bool | None) -> Origin | None:
    """What a picture's caption tells, where it shows itself by its label or its credit."""
    if len(text) > _LONGEST_CAPTION:
        return None
    slashed = _SLASHED.search(text)
    labelled = _opening("photo").match(text)
    is_labelled = labelled is not None and text[labelled.end() :].lstrip().startswith(":")
    if slashed is None and not is_labelled:
        return None
    stamp = find_stamp(text, day_first)
    published = stamp.value if stamp else None
    if slashed is not None:
        return Origin(outlet=slashed[1], author=slashed[2].strip(), published=published)
    credit = _IMAGES.search(text, labelled.end() + 1 if labelled else 0)
    return Origin(author=credit[1].strip() if credit else None, published=published)


def find_dateline(text: str, day_first: bool | None) -> Origin | None:
    """What the beginning of an article's first paragraph tells: its date or its agency."""
    stamp = find_stamp(text[:_LONGEST], day_first)
    if stamp is not None and stamp.start == 0 and _DATELINE_END.match(text, stamp.end):
        return Origin(published=stamp.value)
    credit = _DATELINE_CREDIT.match(text[: _LONGEST + 2])
    return Origin(outlet=credit[1]) if credit else None


def find_label(text: str) -> str | None:
    """The title after a label such as "Video:"; None where the line has no such label."""
    found = _opening("titled").match(text)
    if not found or not text[found.end() :].lstrip().startswith(":"):
        return None
    return text[found.end() :].lstrip(" :").strip() or None


def is_translation_mark(text: str) -> bool:
    """Whether a line says that a machine's translation follows: "(Google Translate)"."""
    inner = text.strip("()[]:* ").lower()
    return inner in words("openings", "translated") and text[:1] + text[-1:] in ("()", "[]")


def _byline(text: str, day_first: bool | None) -> Origin | None:
    found = _opening("byline").match(text)
    if not found:
        return None
    rest = text[found.end() :].lstrip(" :")
    stamp = find_stamp(rest, day_first)
    before = (rest[: stamp.start] if stamp else rest).strip(_SEPARATORS)
    name, comma, outlet = before.partition(", ")
    if not re.fullmatch(_NAME, name) or not all(word[0].isupper() for word in name.split()):
        return None
    if (stamp and rest[stamp.end :].strip(_SEPARATORS + ".")) or (comma and not _is_outlet(outlet)):
        return None
    return Origin(outlet or None, name, stamp.value if stamp else None)


def _is_outlet(text: str) -> bool:
    names = text.split()
    return (
        not text.endswith(".")
        and len(names) <= _MOST_OUTLET_WORDS
        and all(
            name[0].isupper() or name[0].isdigit() or name.lower() in _SMALL_WORDS for name in names
        )
    )


def _seconds(length: re.Match[str]) -> int:
    return 3600 * int(length[1] or 0) + 60 * int(length[2]) + int(length[3])


@cache
def _opening(kind: str) -> re.Pattern[str]:
    phrases = sorted(words("openings", kind), key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"(?:{'|'.join(map(re.escape, phrases))})\b", re.I)
