"""Which party an actor's name stands for, and whether two names may be one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from wireroom.disputes.tokens import Word, split_words
from wireroom.disputes.wordlists import rows, words
from wireroom.records.spans import Span
from wireroom.text.folding import fold

_LONGEST = 4  # words of the longest name in the list


@dataclass(frozen=True, slots=True)
class PartyMention:
    """Words that name a party of the list."""

    span: Span
    party: str


@cache
def _names() -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Names that are folded, and names that count in capitals only ("US", "IS")."""
    folded: dict[str, str] = {}
    capital: dict[str, str] = {}
    for _, name, party in rows("sides"):
        (capital if name.isupper() and name.isascii() else folded)[fold(name)] = party
    return folded, capital


@cache
def _first_words() -> frozenset[str]:
    """What a name of the list may begin with."""
    return frozenset(key.split(" ")[0] for names in _names() for key in names)


def find_parties(text: str, span: Span | None = None) -> tuple[PartyMention, ...]:
    """The parties of the list that a text, or a stretch of it, names; the longest names first."""
    found, at = [], 0
    split = split_words(text, span)
    first_words = _first_words()
    while at < len(split):
        if split[at].key not in first_words:
            at += 1
            continue
        for length in range(min(_LONGEST, len(split) - at), 0, -1):
            party = _party(text, split[at : at + length])
            if party:
                found.append(PartyMention(Span(split[at].start, split[at + length - 1].end), party))
                at += length
                break
        else:
            at += 1
    return tuple(found)


def _party(text: str, phrase: Sequence[Word]) -> str | None:
    key = " ".join(word.key for word in phrase)
    folded, capital = _names()
    if key in capital and all(word.span.of(text).isupper() for word in phrase):
        return capital[key]
    return folded.get(key)


@cache
def party_of(name: str) -> frozenset[str]:
    """The parties named in a phrase: those of the list, else the words that single somebody out.

    Empty for "gunmen", "warplanes", "they": such a phrase fits every party.
    """
    listed = find_parties(name)
    if listed:
        return frozenset(mention.party for mention in listed)
    vague = words("unspecific") | words("stop")
    return frozenset(f"={word.key}" for word in split_words(name) if word.key not in vague)


def are_rivals(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two parties are both known from the list and cannot be one.

    A name that is not in the list may be another name of any party: nothing is said of it.
    """
    if not a or not b or any(party.startswith("=") for party in a | b):
        return False
    return not any(may_be_one(x, y) for x in a for y in b)


def may_be_one(a: str, b: str) -> bool:
    """Whether two parties of the list are the same, or names that are used for the same."""
    return a == b or (a, b) in _together()


@cache
def _together() -> frozenset[tuple[str, str]]:
    pairs = [(row[0], row[1]) for row in rows("sides_together")]
    return frozenset(pairs) | frozenset((b, a) for a, b in pairs)
