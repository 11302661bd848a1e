"""Whether aligned sentences give the same numbers, dates, names and places, as surely."""

from collections.abc import Iterable, Iterator, Sequence

from wireroom.disputes.figures import Figure
from wireroom.disputes.sides import Content, Side
from wireroom.disputes.tokens import Word, split_words
from wireroom.disputes.whereabouts import Whereabouts, are_apart
from wireroom.disputes.wordlists import words
from wireroom.records.changes import TranslationField, TranslationFinding
from wireroom.records.places import PlaceMention
from wireroom.records.spans import Span, hull
from wireroom.text.bilingual import Bead
from wireroom.text.name_keys import same_name

_SURE = 10  # smaller numbers are rendered by "both", "a pair" or nothing as often
_SHORT = 3  # letters of a name that others meet by chance
_AS_LONG = (0.5, 2.0)  # how long a rendering is, for who looks at small words
_EVEN = 1e-6


def compare_rendering(
    first: Side, second: Side, bead: Bead, near: Sequence[Bead]
) -> Iterator[TranslationFinding]:
    """The findings of one bead. What stands in a neighbouring bead is not missed."""
    original = first.of_beads(bead.original)
    translation = second.of_beads(bead.translation)
    first_near = first.of_beads(i for b in near for i in b.original)
    second_near = second.of_beads(j for b in near for j in b.translation)
    pair = _Pair(first, second, original, translation, first_near, second_near)
    yield from _numbers(pair)
    yield from _people(pair)
    yield from _places(pair)
    if _are_as_long(first, second, bead):
        yield from _small_words(pair, bead)


class _Pair:
    def __init__(
        self, first: Side, second: Side, original: Content, translation: Content, *near: Content
    ) -> None:
        self.first, self.second = first, second
        self.original, self.translation = original, translation
        self.original_near, self.translation_near = near


def _finding(
    field: TranslationField, original: Span | None, translation: Span | None, note: str
) -> TranslationFinding:
    return TranslationFinding(field, original, translation, note)


def _numbers(pair: _Pair) -> Iterator[TranslationFinding]:
    lost = _unmatched(pair.original.figures, pair.translation_near.figures)
    new = _unmatched(pair.translation.figures, pair.original_near.figures)
    lost, new = _sure(pair, lost, new)
    for place, figure in enumerate(lost):
        other = new[place] if place < len(new) else None
        dates = [date.span for date in pair.original.dates]
        field: TranslationField = (
            "date" if any(date.overlaps(figure.span) for date in dates) else "number"
        )
        note = f"{figure.span.of(pair.first.text)} is not in the translation"
        if other:
            note = f"{figure.span.of(pair.first.text)} became {other.span.of(pair.second.text)}"
        yield _finding(field, figure.span, other.span if other else None, note)
    for figure in new[len(lost) :]:
        note = f"{figure.span.of(pair.second.text)} is not in the original"
        yield _finding("number", None, figure.span, note)


def _sure(
    pair: _Pair, lost: Sequence[Figure], new: Sequence[Figure]
) -> tuple[list[Figure], list[Figure]]:
    """The figures that are surely missed, or too many. A small number in words is one too where
    as many are lost as are new, and what it became is sure: "nine" and "nineteen"."""
    if len(lost) == len(new):
        both = [
            (first, second)
            for first, second in zip(lost, new, strict=True)
            if _is_sure(pair.first, first) or _is_sure(pair.second, second)
        ]
        return [first for first, _ in both], [second for _, second in both]
    return (
        [figure for figure in lost if _is_sure(pair.first, figure)],
        [figure for figure in new if _is_sure(pair.second, figure)],
    )


def _is_sure(side: Side, figure: Figure) -> bool:
    return figure.value >= _SURE or side.text[figure.span.start].isdigit()


def _unmatched(figures: Iterable[Figure], others: Iterable[Figure]) -> list[Figure]:
    values = [other.value for other in others]
    return [f for f in figures if not any(abs(f.value - value) < _EVEN for value in values)]


def _people(pair: _Pair) -> Iterator[TranslationFinding]:
    """A person whose name no word of the translation spells, where another's came instead."""
    first, second = (
        _names(pair.first, pair.original_near),
        _names(pair.second, pair.translation_near),
    )
    lost = [person for person in pair.original.people if not _is_spelt(person.name, second)]
    new = [person for person in pair.translation.people if not _is_spelt(person.name, first)]
    for person, other in zip(lost, new, strict=False):
        note = f"{person.name} became {other.name}"
        yield _finding("name", person.span, other.span, note)


def _names(side: Side, content: Content) -> list[str]:
    """The words with a capital letter."""
    return [word.key for word in content.words if side.text[word.start].isupper()]


def _is_spelt(name: str, found: Iterable[str]) -> bool:
    parts = [word.key for word in split_words(name) if len(word.key) > _SHORT]
    return not parts or any(same_name(part, key) for key in found for part in parts)


def _places(pair: _Pair) -> Iterator[TranslationFinding]:
    """A place that no place of the translation may be, where another came instead."""
    lost = _not_among(pair.original.places, pair.second, pair.translation_near)
    new = _not_among(pair.translation.places, pair.first, pair.original_near)
    for place, other in zip(lost, new, strict=False):
        note = f"{place.name} became {other.name}"
        yield _finding("place", place.span, other.span, note)


def _not_among(places: Iterable[PlaceMention], side: Side, other: Content) -> list[PlaceMention]:
    names = _names(side, other)
    known = [Whereabouts.of(mention) for mention in other.places if mention.candidates]
    return [
        place
        for place in places
        if place.candidates
        and not _is_spelt(place.name, names)
        and all(are_apart(Whereabouts.of(place), where) for where in known)
    ]


def _are_as_long(first: Side, second: Side, bead: Bead) -> bool:
    if len(bead.original) != 1 or len(bead.translation) != 1:
        return False
    a, b = first.sentences[bead.original[0]], second.sentences[bead.translation[0]]
    return _AS_LONG[0] <= b.length / max(a.length, 1) <= _AS_LONG[1]


def _small_words(pair: _Pair, bead: Bead) -> Iterator[TranslationFinding]:
    """A "not" or an "allegedly" on one side, and no word on the other that may render it."""
    asked: tuple[tuple[TranslationField, str, str], ...] = (
        ("negation", "nots", "negations_wide"),
        ("certainty", "hedges_strong", "hedges_wide"),
    )
    whole = (
        hull(pair.first.spans[i] for i in bead.original),
        hull(pair.second.spans[j] for j in bead.translation),
    )
    for field, narrow, wide in asked:
        here, there = _hits(pair.original, narrow), _hits(pair.translation, narrow)
        if here and not there and not _may_render(pair.translation, wide):
            note = f"nothing renders {here.span.of(pair.first.text)}"
            yield _finding(field, here.span, whole[1], note)
        if there and not here and not _may_render(pair.original, wide):
            note = f"nothing in the original calls for {there.span.of(pair.second.text)}"
            yield _finding(field, whole[0], there.span, note)


def _hits(content: Content, name: str) -> Word | None:
    following = (*(word.key for word in content.words[1:]), "")
    for word, after in zip(content.words, following, strict=False):
        # "Not only", and Russian's "not less than", deny nothing.
        if word.key in words(name) and not (name == "nots" and after in words("nots_idle")):
            return word
    return None


def _may_render(content: Content, wide: str) -> bool:
    known = words(wide.removesuffix("_wide")) | words(wide)
    stems = tuple(sorted(word[:-1] for word in known if word.endswith("*")))
    tails = tuple(sorted(word[1:] for word in known if word.startswith("*")))
    return any(
        word.key in known
        or (bool(stems) and word.key.startswith(stems))
        or (bool(tails) and word.key.endswith(tails))
        for word in content.words
    )
