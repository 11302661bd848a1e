"""Under which forms a name in a sentence is to be looked up: without case endings and the like."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from wireroom.extraction.values.gazetteer import Gazetteer

# A stem shorter than this is no name that could be told from another.
SHORTEST = 3
_APOSTROPHES = "'’"
# Russian adjectives in the masculine, as a dictionary has them, made to agree with a noun.
_AGREEMENT = (("ий", "ая"), ("ый", "ая"), ("ой", "ая"), ("ий", "яя"), ("ий", "ое"), ("ый", "ое"))


@dataclass(frozen=True, slots=True)
class Form:
    """A form to look up; ``before`` and ``after`` count characters that are no part of the name."""

    text: str
    before: int = 0
    after: int = 0


class Forms:
    """The forms of names in one language. English has case endings only where an
    apostrophe was lost."""

    def __init__(self, language: str, gazetteer: Gazetteer) -> None:
        self.language = language
        rows = (row.split("|") for row in gazetteer.words("place_forms", "und"))
        changes = sorted(tuple(row[1:]) for row in rows if row[0] == language)
        self._starts = [(old, new) for side, old, new in changes if side == "start"]
        self._ends = [(old, new) for side, old, new in changes if side == "end"]

    def of(self, words: str, lemmas: str = "") -> Iterator[Form]:
        """The forms of ``words``, as they stand first; ``lemmas`` are the same words as a
        dictionary has them, where the annotator knows."""
        yield Form(words)
        if lemmas:
            yield from (Form(text) for text in agreeing(lemmas))
        if self.language == "en" and words.endswith("s") and len(words) > SHORTEST + 1:
            yield Form(words[:-1], 0, 1)  # "Syrias": many texts have lost their apostrophes
        for mark in _APOSTROPHES if self.language == "tr" else "":
            stem, found, ending = words.rpartition(mark)
            if found and len(stem) >= SHORTEST and ending.islower():
                yield Form(stem, 0, len(ending) + 1)
        for old, new in self._starts:
            if words.startswith(old) and len(words) - len(old) >= SHORTEST:
                yield Form(new + words[len(old) :], 0 if new else len(old))
        if self._ends:
            yield from self._stems(words)

    def _stems(self, words: str) -> Iterator[Form]:
        parts = words.split(" ")
        if len(parts) > 2:
            return
        for stems in product(*(self._word_stems(part) for part in parts)):
            text = " ".join(stems)
            if text != words:
                yield Form(text)

    def _word_stems(self, word: str) -> list[str]:
        made = [word]
        for old, new in self._ends:
            if word.endswith(old) and len(word) - len(old) >= SHORTEST:
                made.append(word[: len(word) - len(old)] + new)
        return made


def agreeing(lemmas: str) -> Iterator[str]:
    """Russian lemmas as a name: the adjective in the gender of the noun, whichever that is.

    >>> "донецкая область" in agreeing("донецкий область")
    True
    """
    yield lemmas
    first, space, rest = lemmas.partition(" ")
    for old, new in _AGREEMENT if space else ():
        if first.endswith(old):
            yield f"{first[: -len(old)]}{new}{space}{rest}"
