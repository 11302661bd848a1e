"""Whose a pasted piece is that names no outlet at its head: what it says of itself tells.

A piece that tells "as already reported by the Tide" is the Tide's where the poster names the
Tide, or where another piece with a head of the same form is. Nothing else is inferred: an outlet
that a piece only cites is its source, not its publisher.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice

from wireroom.reading.words import words
from wireroom.records.documents import Document, Part, Post
from wireroom.text.folding import fold

_PASTED = ("pasted", "translation", "embed")
_QUOTED = r"[\"“«]\s?([^\"“”«»\n]{2,40}?)\s?[\"”»]"
_CAPITALS = r"((?:[^\W\d_a-zа-яё][\w.’'-]*\s?){1,4})"
_NAME = rf"\s*(?:the\s+)?(?:{_QUOTED}|{_CAPITALS})"
_STAMP = re.compile(r"[\d.:/ \u2013-]{6,25}")
_ROUNDS = 3  # how often what was told is passed on
_MOST = 500  # pieces of a thread that are compared
_HEAD = 4  # lines of a piece among which its date stands


@dataclass(frozen=True, slots=True)
class _Piece:
    """A pasted part by post number and index, with what it may be told by."""

    post: int
    index: int
    part: Part
    stamp: str | None
    named: Mapping[str, str]  # outlets as the piece names them: "own" or "told"


Known = dict[tuple[int, int], tuple[str, str]]


def name_outlets(document: Document) -> Document:
    """The thread with the outlets of its pieces that can be told, and a note for each of them."""
    every = (piece for post in document.posts for piece in _pieces(document.text, post))
    pieces = list(islice(every, _MOST))
    found: Known = {}
    for post in document.posts:
        own_words = fold(" ".join(_own_words(document.text, post)))
        found |= _speaking_of_themselves(pieces, post.number, own_words)
    for _ in range(_ROUNDS):
        if not found:
            return document
        for tied, why in _TIES:
            found |= _tied_to(pieces, found, tied, why)
    notes = {f"posts.{post}.parts.{index}.outlet": why for (post, index), (_, why) in found.items()}
    posts = tuple(_with_outlets(post, found) for post in document.posts)
    return replace(document, posts=posts, provenance={**document.provenance, **notes})


def _speaking_of_themselves(pieces: list[_Piece], post: int, own_words: str) -> Known:
    why = "the piece speaks of it as itself, and the poster names it"
    return {
        (piece.post, piece.index): (name, why)
        for piece in pieces
        if piece.post == post and piece.part.outlet is None
        for name, how in piece.named.items()
        if how == "own" and fold(name) in own_words
    }


def _tied_to(pieces: list[_Piece], found: Known, tied: "_Tie", why: str) -> Known:
    """What pieces without an outlet get from those that they are tied to, if that is one."""
    new: Known = {}
    for piece in pieces:
        if piece.part.outlet is None and (piece.post, piece.index) not in found:
            outlets = {
                outlet
                for other in pieces
                if (outlet := _outlet(other, found)) and tied(piece, other, outlet)
            }
            if len(outlets) == 1:
                new[piece.post, piece.index] = (outlets.pop(), why)
    return new


def _outlet(piece: _Piece, found: Known) -> str | None:
    return piece.part.outlet or found.get((piece.post, piece.index), (None,))[0]


def _is_translation(piece: _Piece, other: _Piece, _: str) -> bool:
    if piece.post != other.post:
        return False
    return piece.part.translation_of == other.index or other.part.translation_of == piece.index


def _is_repeated(piece: _Piece, other: _Piece, _: str) -> bool:
    return (
        piece.post == other.post
        and piece.part.title is not None
        and piece.part.title == other.part.title
    )


def _has_form(piece: _Piece, other: _Piece, outlet: str) -> bool:
    """Whether the date is written as there: in the same post, or where the piece names it."""
    if piece.stamp is None or piece.stamp != other.stamp:
        return False
    return piece.post == other.post or fold(outlet) in map(fold, piece.named)


_Tie = Callable[[_Piece, _Piece, str], bool]
_TIES: tuple[tuple[_Tie, str], ...] = (
    (_is_translation, "the piece that it translates, or that translates it, is of it"),
    (_is_repeated, "another part of the post with this headline is of it"),
    (_has_form, "a piece whose date is written in the same form is of it"),
)


def _pieces(text: str, post: Post) -> Iterator[_Piece]:
    for index, part in enumerate(post.parts):
        is_own = part.translation_of is not None and post.parts[part.translation_of].kind == "own"
        if part.kind in _PASTED and not is_own:
            said = part.span.of(text)
            yield _Piece(post.number, index, part, _stamp(said), dict(_named(said)))


def _own_words(text: str, post: Post) -> Iterator[str]:
    for part in post.parts:
        of = None if part.translation_of is None else post.parts[part.translation_of]
        if part.kind == "own" or (of is not None and of.kind == "own"):
            yield part.span.of(text)


def _stamp(said: str) -> str | None:
    """The form of a line that is only a date and a time: 00.00.0000-00:00."""
    for line in said.split("\n")[: _HEAD + 1]:
        if _STAMP.fullmatch(line.strip()):
            return re.sub(r"\d", "0", line.replace(" ", "")).replace("–", "-")
    return None


def _named(said: str) -> Iterator[tuple[str, str]]:
    for how in ("told", "own"):
        for match in _phrase(how).finditer(said):
            yield (match[1] or match[2]).strip(" .,"), how


@cache
def _phrase(how: str) -> re.Pattern[str]:
    phrases = sorted(words("self_references", how), key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"\b(?i:{'|'.join(map(re.escape, phrases))}){_NAME}")


def _with_outlets(post: Post, found: Known) -> Post:
    parts = (
        replace(part, outlet=found[post.number, index][0])
        if (post.number, index) in found
        else part
        for index, part in enumerate(post.parts)
    )
    return replace(post, parts=tuple(parts))
