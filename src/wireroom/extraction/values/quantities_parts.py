"""Which number is counted in which: "12 people, including 3 children"."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from wireroom.extraction.values.quantities_lexicon import PERSONS, Lexicon
from wireroom.extraction.values.quantities_numbers import Number, Sentence
from wireroom.extraction.values.quantities_units import Counted

_NEAR = 3  # characters between two sentences that follow one another


@dataclass(frozen=True, slots=True)
class Draft:
    """A quantity in the making. ``whole`` is the place of what it is part of among the drafts."""

    sentence: Sentence
    number: Number
    counted: Counted
    role: str
    reason: str
    whole: int | None = None


def tie_parts(drafts: Sequence[Draft], lexicon: Lexicon) -> list[Draft]:
    """The drafts of a passage, in order, with their wholes; parts have the role of the whole."""
    tied = [_among(drafts, place, lexicon) for place in range(len(drafts))]
    for place in range(len(tied)):
        whole = tied[place].whole
        if whole is None:
            whole = _whole_of(tied, place, lexicon)
        if whole is not None:
            role = tied[place].role or tied[whole].role
            reason = f"counted in '{_words(tied[whole])}'"
            if tied[place].reason:
                reason = f"{tied[place].reason}; {reason}"
            tied[place] = replace(tied[place], whole=whole, role=role, reason=reason)
        elif not tied[place].role:
            tied[place] = _shared(tied, place, lexicon)
    return tied if lexicon.parsed else _lent(tied)


def _lent(tied: list[Draft]) -> list[Draft]:
    """A whole without a role has that of its part, where nothing was parsed."""
    made = list(tied)
    for part in tied:
        whole = None if part.whole is None else made[part.whole]
        if whole is not None and not whole.role and part.role and part.whole is not None:
            made[part.whole] = replace(whole, role=part.role, reason=part.reason)
    return made


def _among(drafts: Sequence[Draft], place: int, lexicon: Lexicon) -> Draft:
    """ "four children are among the 28 dead": part of what follows."""
    part = drafts[place]
    whole = drafts[place + 1] if place + 1 < len(drafts) else None
    if whole is None or whole.sentence is not part.sentence or not whole.role:
        return part
    left = whole.number.left
    joined = left > 0 and part.sentence.words[left - 1] in lexicon.words.get("among", ())
    joined = joined or _opens_a_whole(part, lexicon)
    large = (whole.number.high or whole.number.value) >= part.number.value
    if not joined or not large or part.role not in ("", whole.role):
        return part
    return replace(part, whole=place + 1)


def _opens_a_whole(part: Draft, lexicon: Lexicon) -> bool:
    """Turkish: "3'ü çocuk 12 sivil" (three of them children), "aralarında iki çocuğun da …"."""
    openers = lexicon.words.get("whole-after", frozenset())
    words, left, right = part.sentence.words, part.number.left, part.number.right
    if left > 0 and words[left - 1] in openers:
        return True
    return (
        right + 1 < len(words)
        and words[right] in "'’"
        and words[right + 1] in lexicon.words.get("of-them", ())
    )


def _words(draft: Draft) -> str:
    return draft.sentence.text[draft.number.start : draft.counted.end]


def _is_person(draft: Draft) -> bool:
    return draft.counted.unit.kind in PERSONS or draft.counted.unit.lemma == ""


def _whole_of(drafts: list[Draft], place: int, lexicon: Lexicon) -> int | None:
    part = drafts[place]
    if not place or not _is_person(part) and not part.role:
        return None
    previous = drafts[place - 1]
    if _opens_the_sentence(previous, part, lexicon):
        return _larger(drafts, place, place - 1)
    if previous.sentence is not part.sentence:  # "12 died. Three of them were children."
        near = previous.sentence.span.end >= part.sentence.span.start - _NEAR
        return _larger(drafts, place, place - 1) if near and _of_them(part, lexicon) else None
    if lexicon.parts.before(part.sentence.words, part.number.left) or _of_them(part, lexicon):
        return _larger(drafts, place, place - 1)
    if _lists_on(previous, part, lexicon):
        if previous.whole is not None and previous.whole != place:
            return _larger(drafts, place, previous.whole)
        return None
    between = part.sentence.text[previous.counted.end : part.number.start].strip()
    if between.endswith(":") and previous.role and _adds_up(drafts, place):
        return place - 1
    return None


def _opens_the_sentence(whole: Draft, part: Draft, lexicon: Lexicon) -> bool:
    """ "Of the 40 dead, 12 were children", "Among the 23 killed were eight children"."""
    words, left = whole.sentence.words, whole.number.left
    if whole.sentence is not part.sentence or left != 1 or not whole.role:
        return False
    return words[0] in lexicon.words.get("whole-opener", ())


def _adds_up(drafts: list[Draft], place: int) -> bool:
    """Whether what follows a colon comes to the number before it."""
    rest, whole = drafts[place - 1].number.value, drafts[place - 1]
    for part in drafts[place:]:
        if part.sentence is not whole.sentence or rest <= 0:
            break
        rest -= part.number.value
    return rest == 0


def _of_them(part: Draft, lexicon: Lexicon) -> bool:
    """ "three of whom", "five of them", "five children among them": said after the number."""
    words, right = part.sentence.words, part.number.right
    head = part.counted.head
    if head is not None and head + 2 < len(words):
        after = words[head + 1] in lexicon.words.get("among", ())
        if after and words[head + 2] in lexicon.words.get("them", ()):
            return True
    return (
        right + 1 < len(words)
        and words[right] in lexicon.words.get("of", ())
        and words[right + 1] in lexicon.words.get("them", ())
    )


def _larger(drafts: list[Draft], place: int, whole: int) -> int | None:
    """The nearest quantity to the left, in one sentence, that can hold the part."""
    part, sentence = drafts[place], drafts[whole].sentence
    while whole >= 0 and drafts[whole].sentence is sentence:
        held = drafts[whole]
        large = held.number.high is None or held.number.high >= (part.number.low or 0)
        same_role = not part.role or held.role in ("", "casualties", part.role)
        if large and same_role and _is_person(held) and held.whole is None:
            return whole
        whole -= 1
    return None


def _lists_on(previous: Draft, part: Draft, lexicon: Lexicon) -> bool:
    """Whether nothing but commas and "and" stands between two quantities."""
    return _joiner(previous, part) in ("", *lexicon.words.get("and", ()))


def _joiner(previous: Draft, part: Draft) -> str:
    between = part.sentence.text[previous.counted.end : part.number.start]
    return between.strip(" ,").casefold()


def _shared(drafts: list[Draft], place: int, lexicon: Lexicon) -> Draft:
    """ "two soldiers and a woman were killed": the role of its neighbour in a list."""
    draft = drafts[place]
    for other, first in ((place + 1, place), (place - 1, place - 1)):
        if not 0 <= other < len(drafts) or drafts[other].sentence is not draft.sentence:
            continue
        neighbour = drafts[other]
        persons = neighbour.counted.unit.kind in PERSONS and draft.counted.unit.kind in PERSONS
        if neighbour.role and persons and _is_list(drafts, first, lexicon):
            reason = f"in a list with '{_words(neighbour)}'"
            return replace(draft, role=neighbour.role, reason=reason)
    return draft


def _has_and_before(draft: Draft, lexicon: Lexicon) -> bool:
    """ "وامرأتين": the "and" is written with the word."""
    prefix = tuple(lexicon.words.get("and-prefix", ()))
    return bool(prefix) and len(draft.number.word) > 3 and draft.number.word.startswith(prefix)


def _is_list(drafts: list[Draft], first: int, lexicon: Lexicon) -> bool:
    """Whether a quantity and the next are items of a list, which has an "and" before its end."""
    for place in range(first, len(drafts) - 1):
        if drafts[place + 1].sentence is not drafts[first].sentence:
            return False
        if _has_and_before(drafts[place + 1], lexicon):
            return True
        joiner = _joiner(drafts[place], drafts[place + 1])
        if joiner in lexicon.words.get("and", ()):
            return True
        if joiner:
            return False
    return False
