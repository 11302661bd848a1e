"""Lines that a board prints around what its members write."""

import re
from functools import cache, lru_cache
from typing import Literal

from wireroom.reading.thread.moments import find_moment
from wireroom.reading.words import words

Furniture = Literal[
    "line", "button", "status", "label", "key", "edited", "quoted", "likes", "number", "begun"
]
Outside = Literal["end", "tail", "page"]

_LONGEST = 80  # characters; longer lines are somebody's words
_LONGEST_MARK = 160  # of who edited a post, when and why, and of who liked it
_LONGEST_MARK_OF_END = 50
_MOST_WORDS = 12
_MOST_BEGUN = 5  # words after who began a thread
_LONGEST_PHRASE = 8  # words
_NUMBER = re.compile(r"[^\w\s]{0,2}(?:\w\s?)?[#№]\s?\d{1,7}(?:\.\d{1,4})?(?:\s\(\w+(?:\s\w+)?\))?")
_MARKS = re.compile(r"[^\w\s'’]+")
_QUANTITY = re.compile(r"\b\d[\d.,]*[kKкКmM]?\b")
_VALUE = re.compile(r"\s*(?:\(\w{1,3}\))?\s*[:：]\s*\S.{0,59}$|\s+[+-]?\d[\d.,\s]*[kKмк]?$")
_KEY = re.compile(r"[^.?!…]+")
_ALIKE = str.maketrans({"’": "'", "\xa0": " ", "ي": "ی", "ى": "ی", "ك": "ک", "أ": "ا", "إ": "ا"})
_PAGER = re.compile(r"[\d\s.,…|<>«»‹›←→()\[\]/#-]+")


@lru_cache(maxsize=100_000)  # short lines come again, and are asked for more than once
def find_furniture(text: str) -> Furniture | None:
    """What kind of furniture of a post a line is; None where it is somebody's words.

    ``line`` and ``button`` are buttons and links, the first also of pages that are no board's;
    ``status`` says that a member is there, or began the thread; ``label`` is a word about the
    member with its value ("Joined: 3 May 2011"), ``key`` such a word alone; ``edited`` the mark
    of an edited post, ``quoted`` the end of a quotation, ``likes`` says who liked the post,
    ``number`` is the number of a post, ``begun`` says who began the thread, or when.
    """
    if len(text) > _LONGEST:
        return _long(text)
    if is_number(text):
        return "number"
    if ends_quotation(text):
        return "quoted"
    plain = _plain(text)
    return _of_buttons(text, plain) or _of_member(text, plain) or _long(text)


@lru_cache(maxsize=8192)
def find_outside(text: str) -> Outside | None:
    """Whether a line is of a board's page, not of a post: what follows the last post of a thread
    (``end``) or any text (``tail``), or stands around posts (``page``). Members write such words
    too: only its place tells."""
    if len(text) > _LONGEST_MARK:
        return None
    plain = _plain(text)
    for kind in ("end", "tail"):
        if plain in _phrases(kind) or _begins_outside(kind).match(plain):
            return kind
    if len(text) <= _LONGEST and _software().search(plain):
        return "end"
    if not plain or _PAGER.fullmatch(text):
        return "page"
    return "page" if _split(_without_quantities(plain), _of_page()) else None


def is_number(text: str) -> bool:
    """Whether a line is the number of a post and no more."""
    return len(text) <= _LONGEST and _NUMBER.fullmatch(text) is not None


def ends_quotation(text: str) -> bool:
    """Whether a line is the board's mark under the words that a member quotes."""
    return len(text) <= _LONGEST_MARK_OF_END and _plain(text) in _phrases("quoted")


def is_edited(text: str) -> bool:
    """Whether a line says that its post was edited, when or by whom; no more than that."""
    if len(text) > _LONGEST_MARK:
        return False
    found = _edited().match(text.lstrip(" «([*_—-"))
    if not found:
        return False
    rest = text.lstrip(" «([*_—-")[found.end() :]
    if not rest.strip(" :.…»)]*_"):
        return True
    if find_moment(rest) is not None:
        return True
    return rest.lstrip().startswith(":") and len(rest.split()) <= 4


def _long(text: str) -> Furniture | None:
    if len(text) > _LONGEST_MARK:
        return None
    if is_edited(text):
        return "edited"
    return "likes" if _is_likes(_plain(text)) else None


def _of_buttons(text: str, plain: str) -> Literal["line", "button", "status"] | None:
    """Lines of one phrase, or of several that begin with a capital each."""
    bare = _without_quantities(plain)
    if bare.split(" ", 1)[0] not in _first_words():
        return None
    for kind in ("button", "status", "line"):
        if bare in _phrases(kind):
            return kind
    begins = _split(bare, _known_buttons())
    lowered = {word for word in _MARKS.sub(" ", text).split() if word[0].islower()}
    is_row = bool(begins) and not any(word in lowered for word in begins)
    return "button" if is_row else None


def _of_member(text: str, plain: str) -> Literal["status", "begun", "key", "label"] | None:
    """Lines about the member who posted, or who began the thread."""
    if _presence().search(plain):
        return "status"
    if is_edited(text):
        return None
    if (begun := _begun().match(plain)) and len(plain[begun.end() :].split()) <= _MOST_BEGUN:
        return "begun"
    is_alone = plain in _phrases("label") and plain not in _phrases("thanks")
    if is_alone and _KEY.fullmatch(text):
        return "key"
    return "label" if _is_label(text, plain) else None


def _is_label(text: str, plain: str) -> bool:
    """A word of a member's card, then a colon and a value, or a number; or a number before it."""
    found = _label().match(text.translate(_ALIKE))
    if found and (_VALUE.match(text, found.end()) or _is_dated(text[found.end() :])):
        return True
    number = _QUANTITY.match(plain)
    return bool(number) and plain[number.end() :].strip() in _phrases("label") if number else False


def _is_dated(value: str) -> bool:
    moment = find_moment(value.strip())
    return moment is not None and moment.start == 0 and moment.end == len(value.strip())


def _is_likes(plain: str) -> bool:
    return plain.endswith(_likes())


def _split(plain: str, known: frozenset[str]) -> list[str]:
    """The first words of the known phrases that a line consists of, the longest taken first; none
    where it has anything else."""
    tokens, at = plain.split(), 0
    begins: list[str] = []
    if len(tokens) > _MOST_WORDS:
        return []
    while at < len(tokens):
        sizes = range(min(_LONGEST_PHRASE, len(tokens) - at), 0, -1)
        size = next((n for n in sizes if " ".join(tokens[at : at + n]) in known), 0)
        if not size:
            return []
        begins.append(tokens[at])
        at += size
    return begins


def _plain(text: str) -> str:
    return " ".join(_MARKS.sub(" ", text.lower().translate(_ALIKE)).split())


def _without_quantities(plain: str) -> str:
    return " ".join(_QUANTITY.sub(" ", plain).split())


@cache
def _phrases(kind: str) -> frozenset[str]:
    return frozenset(_plain(phrase) for phrase in words("furniture", kind))


def _longest_first(kind: str) -> str:
    known = {phrase.translate(_ALIKE) for phrase in words("furniture", kind)}
    phrases = sorted(known, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(map(re.escape, phrases))


@cache
def _label() -> re.Pattern[str]:
    return re.compile(rf"\W{{0,3}}(?:{_longest_first('label')})(?!\w)", re.I)


@cache
def _edited() -> re.Pattern[str]:
    return re.compile(rf"(?:{_longest_first('edited')})(?!\w)", re.I)


@cache
def _likes() -> tuple[str, ...]:
    return tuple(f" {phrase}" for phrase in _phrases("likes"))


@cache
def _known_buttons() -> frozenset[str]:
    return _phrases("button") | _phrases("status") | _phrases("line")


@cache
def _first_words() -> frozenset[str]:
    return frozenset(phrase.split(" ", 1)[0] for phrase in _known_buttons() if phrase)


@cache
def _software() -> re.Pattern[str]:
    phrases = sorted(_phrases("software"), key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, phrases))})(?!\w)")


@cache
def _of_page() -> frozenset[str]:
    kinds = ("page", "button", "line", "end", "tail")
    return frozenset().union(*(_phrases(kind) for kind in kinds))


@cache
def _begun() -> re.Pattern[str]:
    """Who began the thread, or when, as stands under its title."""
    phrases = sorted(_phrases("begun"), key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"(?:{'|'.join(map(re.escape, phrases))})(?!\w)")


@cache
def _presence() -> re.Pattern[str]:
    """What a board prints beside a member's name: "Anna is offline"."""
    phrases = sorted(p for p in _phrases("presence"))
    return re.compile(rf"\S (?:{'|'.join(map(re.escape, phrases))})(?!\w)")


@cache
def _begins_outside(kind: str) -> re.Pattern[str]:
    """Phrases of several words: a line may go on after them."""
    phrases = sorted((p for p in _phrases(kind) if " " in p), key=lambda p: (-len(p), p))
    return re.compile(rf"(?:{'|'.join(map(re.escape, phrases))})(?!\w)")
