"""Lines that open a quotation of another member, as boards print them."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from wireroom.reading.thread.moments import find_moment
from wireroom.reading.words import words

_LONGEST = 140  # characters
_MOST_NAME_WORDS = 4
_LINKS = " \t\xa0,،;:-–—@"
_AROUND = _LINKS + "\"'“”„()[]"
_ARROWS = re.compile(r"[↑»«→›]")
_MAY_OPEN = re.compile(r"[:↑»@]")
_CLOCK = re.compile(r"\b\d{1,2}:\d\d\b")
# (03-04-2021, 11:15 AM)Anna Wrote: words
_PREFIXED = re.compile(r"\((?=[^()]{0,40}\d)[^()]{6,40}\)\s*(\S.{0,38}?)\s+(\w+):\s*(\S.*)?")
# QUOTE (Anna @ Mar 3 2012, 10:15 PM)
_CODED = re.compile(
    r"(?:quote|zitat|citation|cita|цитата)\s*\(([^()@]{1,40}?)\s*@[^()]{5,60}\)\s*", re.I
)


class Quoted(NamedTuple):
    """Whom a quotation names, if it does; ``said`` are its words where they follow in the same
    line."""

    author: str | None
    said: str | None = None


@lru_cache(maxsize=4096)
def find_quoted(text: str) -> Quoted | None:
    """Whom the words that follow a line are of: "Anna said:", "Zitat von Anna", "Quote:"."""
    if not _MAY_OPEN.search(text) and not _may_begin(text):
        return None
    inline = _inline(text) if text.startswith("(") or "↑" in text[:_LONGEST] else None
    if inline is not None or len(text) > _LONGEST:
        return inline
    if found := _CODED.fullmatch(text):
        return Quoted(found[1])
    if text.endswith(":") and text[:-1].strip().lower() in words("openings", "bare"):
        return Quoted(None)
    bare, ends = _bare(text)
    name = (_said(bare) if ends else None) or _after_opening(bare)
    return Quoted(name) if name else None


def _may_begin(text: str) -> bool:
    """Whether one of the first words can begin an opening that has no colon."""
    begin = text[:_LONGEST].lower()
    return begin.endswith("alıntı") or any(
        word in _first_words() for word in begin.split(None, 2)[:2]
    )


def _inline(text: str) -> Quoted | None:
    """An opening with the quoted words after it: "(3 March 2021)Anna Wrote: words", and "Anna
    wrote: ↑3 March 2021words" where no style sheet parts them."""
    if (found := _PREFIXED.match(text)) and found[2].lower() in words("openings", "said"):
        return Quoted(found[1], found[3])
    before, arrow, after = text.partition("↑")
    author = _said(before.strip())
    if not arrow or author is None:
        return None
    moment = find_moment(after[:_LONGEST])
    said = after[moment.end :] if moment is not None and moment.start <= 1 else after
    return Quoted(author, said.strip() or None)


def _bare(text: str) -> tuple[str, bool]:
    """A line without its date and its links, and whether it ends as what announces words."""
    ends = text.rstrip(" \xa0").endswith((":", "»", "Alıntı", "alıntı")) or "↑" in text
    text = _ARROWS.sub(" ", text).strip()
    moment = find_moment(text)
    if moment is not None:
        after = _CLOCK.sub(" ", text[moment.end :]).strip(_LINKS).removeprefix("tarihinde")
        text = f"{_without_link(text[: moment.start])} {after.strip(_LINKS)}"
    viewed = _views().search(text)
    return (text[: viewed.start()] if viewed else text).strip(), ends


def _without_link(before: str) -> str:
    """What stands before a date, without the word that leads to the date."""
    tokens = before.strip(_LINKS).split()
    while tokens and tokens[-1].lower().strip(_LINKS) in words("openings", "posted"):
        tokens.pop()
    return " ".join(tokens).strip(_LINKS)


def _said(text: str) -> str | None:
    found = _ends_with_said().fullmatch(text) or _says().fullmatch(text)
    return _name(found[1]) if found else None


def _after_opening(text: str) -> str | None:
    found = _begins_with_opening().match(text)
    return _name(text[found.end() :]) if found else None


def _name(text: str) -> str | None:
    name = text.strip(_AROUND)
    return name if name and len(name.split()) <= _MOST_NAME_WORDS and len(name) <= 40 else None


def _longest_first(kind: str) -> str:
    phrases = sorted(words("openings", kind), key=lambda phrase: (-len(phrase), phrase))
    return "|".join(map(re.escape, phrases))


@cache
def _ends_with_said() -> re.Pattern[str]:
    return re.compile(rf"(\S.{{0,38}}?),?\s+(?:{_longest_first('said')})[\s.]*:?", re.I)


@cache
def _first_words() -> frozenset[str]:
    return frozenset(
        phrase.split(" ", 1)[0]
        for kind in ("quoting", "quoting with a colon", "bare")
        for phrase in words("openings", kind)
    )


@cache
def _says() -> re.Pattern[str]:
    return re.compile(rf"(?:{_longest_first('says')})\s+(\S.{{0,38}}?)\s*:?", re.I)


@cache
def _begins_with_opening() -> re.Pattern[str]:
    # The text of a picture may stand before it: "Zitat Zitat von Anna".
    bare = rf"(?:(?:{_longest_first('bare')})\s+)?"
    plain = rf"(?:{_longest_first('quoting')})(?:\s*:\s*|\s+)"
    return re.compile(
        rf"{bare}(?:{plain}|(?:{_longest_first('quoting with a colon')})\s*:\s*)(?=\S)", re.I
    )


@cache
def _views() -> re.Pattern[str]:
    return re.compile(rf"\s(?:{_longest_first('view')})$", re.I)
