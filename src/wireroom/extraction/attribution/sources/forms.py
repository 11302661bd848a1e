"""Names in the form in which a person is called: the nominative, where names are inflected."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from wireroom.extraction.attribution.syntax import Tree
from wireroom.records.annotations import Entity
from wireroom.text.folding import fold

_ENDING = 3  # letters that a case may change at the end of a name
_STEM = 3  # letters that it leaves alone


def in_plain_form(tree: Tree, persons: Sequence[Entity]) -> list[Entity]:
    """The names as they stand in the nominative somewhere in the passage.

    A dictionary makes "Sokov" a diminutive of "juice"; the text itself knows better. A name that
    is nowhere in the nominative keeps the form that the annotator gave it.
    """
    starts = [token.start for token in tree.tokens]
    cases = [_case(tree, starts, entity) for entity in persons]
    if not any(cases):
        return list(persons)
    plain = [
        " ".join(entity.span.of(tree.text).split())
        for entity, case in zip(persons, cases, strict=True)
        if case == "Nom"
    ]
    plain.sort(key=lambda name: -name.count(" "))
    return [
        replace(entity, name=_plain(tree, entity, case, plain))
        for entity, case in zip(persons, cases, strict=True)
    ]


def _case(tree: Tree, starts: Sequence[int], entity: Entity) -> str:
    index = bisect_left(starts, entity.start)
    if index >= len(starts):
        return ""
    if tree.tokens[index].dep.startswith("nsubj"):
        return "Nom"  # a tagger may err where the parser does not
    for part in tree.tokens[index].feats.split("|"):
        if part.startswith("Case="):
            return part.removeprefix("Case=")
    return ""


def _plain(tree: Tree, entity: Entity, case: str, plain: Sequence[str]) -> str:
    words = entity.span.of(tree.text).split()
    if case == "Nom":
        return " ".join(words)
    for name in plain:
        last = name.split()[-len(words) :]
        if len(last) == len(words) and all(map(_is_form_of, words, last)):
            return " ".join(last)
    return entity.name


def _is_form_of(form: str, plain: str) -> bool:
    one, other = fold(form), fold(plain)
    stem = max(_STEM, min(len(one), len(other)) - _ENDING)
    return one[:stem] == other[:stem] and abs(len(one) - len(other)) <= _ENDING
