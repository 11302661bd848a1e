"""What a board prints over each post: its number, its date, and who wrote it, in one line."""

import re
from functools import cache
from typing import NamedTuple

from wireroom.reading.thread.furniture import find_furniture, is_edited, is_number
from wireroom.reading.thread.moments import Moment, find_moment
from wireroom.reading.thread.quoting import find_quoted
from wireroom.reading.words import words

_LONGEST = 180  # characters; a title may stand before the date
_LONGEST_NAME = 40
_MOST_NAME_WORDS = 4
_SPACE = " \t\xa0\u200e\u200f"
_MARKS = _SPACE + ',،.;:|·•()[]{}«»›‹-–—*"“”'
_NUMBER = re.compile(r"[#№]\s?(\d{1,7})(?:\.\d{1,4})?\b")
# "#1" and "13-03-2021" that stand beside each other without a space between them
_GLUED = re.compile(r"[#№](\d{1,6}?)(?=\d\d[./-]\d\d[./-]\d{2,4}|[^\W\d_])")
_BARE = re.compile(r"\d{1,5}")
_NUMBER_AND_NAME = re.compile(r"[#№]\s?(\d{1,7})\s+(\S.{0,38})")
_SEPARATOR = re.compile(r"\s*([»,،·•|–—-])\s*$")
_NOT_A_NAME = re.compile(r"[.!?…:]\s|https?:|[!?:…]$|^[-–—*•>]")


class Stamp(NamedTuple):
    """One line over a post. ``shape`` is what lines of other posts have in common with it.

    ``label`` is the post's number as printed, ``number`` as a number; ``edited`` when the post
    was edited.
    """

    shape: str
    moment: Moment | None = None
    label: str | None = None
    number: int | None = None
    author: str | None = None
    edited: Moment | None = None


def find_stamp_line(text: str, day_first: bool | None) -> Stamp | None:
    """The number, the date or the author that a line tells of a post and no more; else None."""
    if len(text) > _LONGEST or not any(map(str.isdigit, text)) and len(text) > _LONGEST_NAME:
        return None
    if is_number(text):
        return _numbered(text)
    if glued := _GLUED.match(text):
        return _unglued(find_stamp_line(text[glued.end() :], day_first), int(glued[1]))
    moment = find_moment(text, day_first)
    if moment is None:
        return _named_number(text)
    if find_quoted(text) is not None or is_edited(text):
        return None
    return _dated(text, moment)


def _numbered(text: str) -> Stamp | None:
    found = _NUMBER.search(text)
    return Stamp("number", label=found[0], number=int(found[1])) if found else None


def _unglued(rest: Stamp | None, number: int) -> Stamp | None:
    """A number that the date of the post follows without a space between them."""
    if rest is None or rest.moment is None or rest.label is not None:
        return None
    return rest._replace(shape="date number", label=f"#{number}", number=number)


def _named_number(text: str) -> Stamp | None:
    """ "#12 Anna" and "Beitrag #12"."""
    if found := _NUMBER_AND_NAME.fullmatch(text):
        name = found[2].strip(_SPACE)
        if _is_name(name):
            return Stamp("number name", label=f"#{found[1]}", number=int(found[1]), author=name)
        if find_furniture(name) in ("button", "status", "line"):
            return Stamp("number", label=f"#{found[1]}", number=int(found[1]))
    found = _NUMBER.search(text)
    if found and not text[found.end() :].strip(_MARKS):
        word = text[: found.start()].strip(_MARKS).lower()
        if word in words("openings", "reply"):
            return Stamp("number", label=text.strip(_MARKS), number=int(found[1]))
    return None


def _dated(text: str, moment: Moment) -> Stamp | None:
    before, after = text[: moment.start], text[moment.end :]
    if _BARE.fullmatch(after.strip(_MARKS)):
        return _named_and_numbered(before, moment, after.strip(_MARKS))
    numbered = _NUMBER.search(after) or _reply().search(before) or _NUMBER.search(before)
    label = numbered[0].strip(_MARKS) if numbered else None
    if numbered is not None:
        before, after = before.replace(numbered[0], " "), after.replace(numbered[0], " ")
    told = _after(after)
    if told is None:
        return None
    name_after, edited = told
    if name_after is not None:
        led = not before.strip(_MARKS) or _is_posted(before)
        return Stamp("date by", moment, label, _int(numbered), name_after) if led else None
    shape = _before(before)
    if shape is None:
        return None
    kind, author = shape
    if kind == "date":
        kind = _kind_of_dated(text, numbered)
    return Stamp(kind, moment, label, _int(numbered), author, edited)


def _kind_of_dated(text: str, numbered: re.Match[str] | None) -> str:
    """ "« Reply #1: date »" is of the same kind as the first post's "« date »"."""
    if text.startswith("«") or (numbered and numbered.re is _reply()):
        return "posted"
    return "date" if numbered is None else "date number"


def _named_and_numbered(before: str, moment: Moment, number: str) -> Stamp | None:
    """ "Anna 3 March 2021 12": the number of the post without a mark."""
    name = before.strip(_MARKS)
    if not name:
        return Stamp("date number", moment, number, int(number))
    bare = name.partition(" (")[0]
    return Stamp("name number", moment, number, int(number), bare) if _is_name(bare) else None


def _int(found: re.Match[str] | None) -> int | None:
    return int(found[found.lastindex or 1]) if found else None


def _after(text: str) -> tuple[str | None, Moment | None] | None:
    """The author that may follow a date, and when the post was edited; None where something
    follows that no board prints there."""
    rest = text.strip(_MARKS)
    if not rest or find_furniture(rest) in ("button", "status", "line"):
        return None, None
    if is_edited(rest):
        return None, find_moment(rest) or Moment(0, 0, None)
    first, _, others = rest.partition(" ")
    if first.lower() in words("openings", "by") and _is_name(others):
        return others.strip(_MARKS), None
    is_place = first.lower() in words("openings", "at place") and len(rest.split()) <= 6
    return (None, None) if is_place and rest[-1:] not in ".!?" else None


def _before(text: str) -> tuple[str, str | None] | None:
    """The kind of a line by what stands before its date, and the author if it is named there."""
    bare = text.strip(_MARKS)
    if not bare or find_furniture(bare) == "status":
        return "date", None
    if _is_posted(text):
        return "posted", None
    if found := _by().search(text.rstrip(_SPACE)):
        name = found["name"].strip(_MARKS)
        return (f"by {found['mark'] or ''}".strip(), name) if _is_name(name) else None
    if found := _SEPARATOR.search(text):
        name = _without_word(text[: found.start()].strip(_SPACE))
        return (f"name {found[1]}", name) if _is_name(name) else None
    return ("name", bare) if _is_name(bare) else None


def _without_word(text: str) -> str:
    """A name without "Post" before it, as some languages print it."""
    first, _, others = text.partition(" ")
    return others.strip(_SPACE) if others and first.lower() in words("openings", "reply") else text


def _is_posted(text: str) -> bool:
    """Whether a date's line begins with "Posted", or a title is followed by "Posted:"."""
    bare = text.strip(_MARKS).lower()
    posted = words("openings", "posted")
    if not bare or all(token.strip(_MARKS) in posted for token in bare.split()) or bare in posted:
        return bool(bare)
    return text.rstrip(_SPACE).endswith(":") and _ends_posted().search(bare) is not None


def _is_name(text: str) -> bool:
    return (
        0 < len(text) <= _LONGEST_NAME
        and len(text.split()) <= _MOST_NAME_WORDS
        and _NOT_A_NAME.search(text) is None
        and find_furniture(text) is None
    )


def _longest_first(kind: str) -> str:
    phrases = sorted(words("openings", kind), key=lambda phrase: (-len(phrase), phrase))
    return "|".join(map(re.escape, phrases))


@cache
def _by() -> re.Pattern[str]:
    """ "by Anna »" and "Posted by Anna on". A picture's text may run into the word."""
    led = _longest_first("posted")
    return re.compile(
        rf"^(?:[^»]{{0,20}}?(?<!\w)|\w{{0,12}}(?=\w))(?:{_longest_first('by')})\s+"
        rf"(?P<name>\S.{{0,38}}?)(?:\s*(?P<mark>[»,|·•–—-])|\s+(?:{led}))\s*:?$",
        re.I,
    )


@cache
def _reply() -> re.Pattern[str]:
    return re.compile(rf"(?:{_longest_first('reply')})\s*[#№]?\s?(\d{{1,7}})\b", re.I)


@cache
def _ends_posted() -> re.Pattern[str]:
    # The text of a picture may run into the longer ones: "PostPosted".
    long = "|".join(re.escape(phrase) for phrase in words("openings", "posted") if len(phrase) > 4)
    return re.compile(rf"(?:(?<![^\W\d])(?:{_longest_first('posted')})|(?:{long}))$", re.I)
