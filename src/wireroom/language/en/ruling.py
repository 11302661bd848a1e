"""The rules of a spaCy attribute ruler, looked up a word at a time.

spaCy's own ruler tries every rule at every token, with a matcher made for patterns of any shape; it
takes a tenth of the pipeline's time. Nearly all rules ask for the tag, the relation or the word of
one token, and a few for those of two: what they give is worked out once for each combination.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from spacy.attrs import DEP, IS_SPACE, LOWER, MORPH, POS, TAG
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

Given = tuple[int, Mapping[str, str]]  # a rule's place among the rules, and the attributes it sets
Together = tuple[int, int, tuple[tuple[str, str], ...]]  # part of speech, morphology, what else
Seen = tuple[object, ...]  # tag, word in lower case, relation, whether it is white space

_ASKED = ("TAG", "LOWER", "DEP", "IS_SPACE")
_WORD = _ASKED.index("LOWER")
_SET_BY = {"LEMMA": "lemma_", "DEP": "dep_", "TAG": "tag_"}
_REMEMBERED = 20_000  # combinations; there are a few thousand


class NotSimple(Exception):
    """A rule of a shape that only spaCy's own ruler knows."""


@dataclass(frozen=True, slots=True)
class _Test:
    """What a rule asks of one attribute: to be among values, or not, or to match a pattern."""

    place: int
    values: frozenset[object] = frozenset()
    among: bool = True
    pattern: re.Pattern[str] | None = None

    def holds(self, seen: Seen) -> bool:
        value = seen[self.place]
        if self.pattern is not None:
            return self.pattern.search(str(value)) is not None
        return (value in self.values) == self.among


Spec = tuple[_Test, ...]


class Rules:
    """The rules of one ruler. ``apply`` does to a Doc what the ruler does.

    Of two rules that hold, the later one has the last word. Raises NotSimple for a ruler with rules
    of more than two tokens, or that ask or set what no rule of the English models does.
    """

    def __init__(self, ruler: AttributeRuler) -> None:
        self._singles: list[tuple[Spec, Given]] = []
        self._pairs: list[tuple[Spec, Spec, int, Given]] = []
        for number, rule in enumerate(ruler.patterns):
            for pattern in rule["patterns"]:
                self._add([_spec(each) for each in pattern], rule["index"], (number, rule["attrs"]))
        self._by_value = _by_value(self._singles)
        specs = [spec for spec, _ in self._singles]
        specs += [spec for first, second, _, _ in self._pairs for spec in (first, second)]
        tests = [test for spec in specs for test in spec if test.place == _WORD]
        self._named = frozenset(value for test in tests for value in test.values)
        self._patterns = [test.pattern for test in tests if test.pattern is not None]
        self._vocabulary = ruler.vocab
        self._of_one = lru_cache(maxsize=_REMEMBERED)(self._find_of_one)
        self._ends_pair = lru_cache(maxsize=_REMEMBERED)(self._find_ends_pair)

    def apply(self, doc: Doc) -> None:
        """Set parts of speech, morphology and what else the rules say."""
        seen = self._seen(doc)
        given = [self._of_one(each) for each in seen]
        for place, more in self._of_pairs(seen).items():
            rules = [*self._rules_of_one(seen[place]), *more]
            given[place] = self._together(sorted(rules, key=lambda rule: rule[0]))
        columns = np.array([(pos, morph) for pos, morph, _ in given], np.uint64)
        if len(columns):
            doc.from_array([POS, MORPH], columns)
        for place, (_, _, others) in enumerate(given):
            for name, value in others:  # of a handful of words
                setattr(doc[place], _SET_BY[name], value)

    def _add(self, specs: Sequence[Spec], index: int, given: Given) -> None:
        if (
            not given[1].keys() <= {"POS", "MORPH", *_SET_BY}
            or not 1 <= len(specs) <= 2
            or index < 0
        ):
            raise NotSimple(f"{given[1]} of {len(specs)} tokens")
        if len(specs) == 1:
            self._singles.append((specs[0], given))
        else:
            self._pairs.append((specs[0], specs[1], index, given))

    def _seen(self, doc: Doc) -> list[Seen]:
        strings = doc.vocab.strings
        rows = doc.to_array([TAG, LOWER, DEP, IS_SPACE]).tolist()
        words = {number: self._word(strings[number]) for number in {row[1] for row in rows}}
        numbers = {row[0] for row in rows} | {row[2] for row in rows}
        names = {number: strings[number] for number in numbers}
        return [(names[tag], words[low], names[dep], bool(space)) for tag, low, dep, space in rows]

    def _word(self, word: str) -> str:
        """The word if a rule asks for it, else nothing: then all others are one."""
        is_asked = word in self._named or any(pattern.search(word) for pattern in self._patterns)
        return word if is_asked else ""

    def _find_of_one(self, seen: Seen) -> Together:
        return self._together(self._rules_of_one(seen))

    def _rules_of_one(self, seen: Seen) -> list[Given]:
        asked = [one for key in (None, *enumerate(seen)) for one in self._by_value.get(key, ())]
        found = [given for spec, given in asked if _holds(spec, seen)]
        return sorted(found, key=lambda rule: rule[0])

    def _together(self, rules: Sequence[Given]) -> Together:
        """What some rules, in their order, come to."""
        sets = {name: value for _, attributes in rules for name, value in attributes.items()}
        pos, morph = sets.pop("POS", ""), sets.pop("MORPH", None)
        key = 0 if morph is None else self._vocabulary.morphology.add(morph)
        return self._vocabulary.strings[pos], key, tuple(sets.items())

    def _find_ends_pair(self, seen: Seen) -> bool:
        return any(_holds(second, seen) for _, second, _, _ in self._pairs)

    def _of_pairs(self, seen: Sequence[Seen]) -> dict[int, list[Given]]:
        """What the rules of two tokens give to the tokens at some places."""
        found: dict[int, list[Given]] = {}
        for place in range(1, len(seen)):
            if not self._ends_pair(seen[place]):
                continue
            for first, second, index, given in self._pairs:
                if _holds(first, seen[place - 1]) and _holds(second, seen[place]):
                    found.setdefault(place - 1 + index, []).append(given)
        return found


def _by_value(
    singles: Sequence[tuple[Spec, Given]],
) -> dict[tuple[int, object] | None, list[tuple[Spec, Given]]]:
    """The rules of one token by the place and each value of the first test that names values;
    under None those that have no such test."""
    found: dict[tuple[int, object] | None, list[tuple[Spec, Given]]] = {}
    for spec, given in singles:
        test = next((test for test in spec if test.pattern is None and test.among), None)
        for key in [(test.place, value) for value in test.values] if test else [None]:
            found.setdefault(key, []).append((spec, given))
    return found


def _spec(pattern: Mapping[str, Any]) -> Spec:
    return tuple(_test(name, asked) for name, asked in pattern.items())


def _test(name: str, asked: Any) -> _Test:
    if name not in _ASKED:
        raise NotSimple(name)
    place = _ASKED.index(name)
    how, what = next(iter(asked.items())) if isinstance(asked, dict) else ("IN", [asked])
    if how == "IN" or (how == "NOT_IN" and place != _WORD):
        return _Test(place, frozenset(what), how == "IN")
    if how == "REGEX" and place == _WORD:
        return _Test(place, pattern=re.compile(str(what)))
    raise NotSimple(f"{name} {how}")


def _holds(spec: Spec, seen: Seen) -> bool:
    return all(test.holds(seen) for test in spec)
