"""How many, of what, and what befell them: "at least 12 people, including 3 children, were killed".

Rules over numerals, the noun phrases they stand in, and word lists for harm, with the syntax where
there is a parser. Dates, times, ages, ordinals, scores and codes are no quantities. Who is told of
by name and not by number ("a shepherd and his son") is counted only after "a" or "one".
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from wireroom.extraction.values.quantities_lexicon import PERSONS, Lexicon, Unit, lexicon_of
from wireroom.extraction.values.quantities_nearest import is_word_of_harm
from wireroom.extraction.values.quantities_numbers import Number, Sentence, bounds_of, find_numbers
from wireroom.extraction.values.quantities_parts import Draft, tie_parts
from wireroom.extraction.values.quantities_roles import find_role, is_harm
from wireroom.extraction.values.quantities_units import Counted, find_unit
from wireroom.extraction.values.times import find_times
from wireroom.records.annotations import AnnotatedText
from wireroom.records.languages import LanguagePack
from wireroom.records.quantities import Quantity
from wireroom.records.spans import Span
from wireroom.text.words import word_key

_THOUSAND = 1000
_AGE = 5  # tokens of "12-year-old"
PERSON_ROLES = frozenset({"killed", "injured", "missing", "displaced", "detained", "kidnapped"}) | {
    "casualties"
}


def find_quantities(annotated: AnnotatedText, pack: LanguagePack) -> tuple[Quantity, ...]:
    """The quantities of a passage, in order, none over another; ``part_of`` indexes the result.

    ``unit`` is the lemma of what is counted, "person" where only a role says that it is people,
    "percent", or a currency; ``role`` is "" where nothing is said to have befallen it. "About 40"
    is 36 to 44, "more than 30" is 30 or more.
    """
    lexicon = lexicon_of(pack)
    taken = [expression.span for expression in find_times(annotated, pack, None)]
    drafts = [
        draft
        for sentence in _sentences(annotated)
        for draft in _drafts(sentence, lexicon, _within(taken, sentence.span))
    ]
    return _quantities(tie_parts(drafts, lexicon))


def _sentences(annotated: AnnotatedText) -> Iterator[Sentence]:
    starts = [token.start for token in annotated.tokens]
    for span in annotated.sentences:
        first, last = bisect_left(starts, span.start), bisect_left(starts, span.end)
        tokens = annotated.tokens[first:last]
        words = [word_key(token.text) for token in tokens]
        yield Sentence(annotated.text, span, tokens, first, words, starts[first:last])


def _within(spans: list[Span], sentence: Span) -> list[Span]:
    first = bisect_left(spans, (sentence.start, sentence.start))
    last = bisect_left(spans, (sentence.end, sentence.end))
    return spans[first:last]


def _drafts(sentence: Sentence, lexicon: Lexicon, taken: list[Span]) -> Iterator[Draft]:
    numbers = sorted(
        [
            *find_numbers(sentence, lexicon, taken),
            *_articles(sentence, lexicon),
            *_duals(sentence, lexicon),
        ],
        key=lambda number: number.start,
    )
    end = sentence.span.start
    for number in numbers:
        if number.start < end:
            continue
        draft = _draft(sentence, lexicon, number, taken)
        if draft is not None:
            end = draft.counted.end
            yield draft


def _articles(sentence: Sentence, lexicon: Lexicon) -> Iterator[Number]:
    """ "a child", "an old woman": one, where it is a person."""
    articles = lexicon.words.get("article", frozenset())
    if not articles:
        return
    for place, word in enumerate(sentence.words):
        if word in articles:
            token = sentence.tokens[place]
            right = _after_age(sentence, lexicon, place + 1)
            yield Number(token.start, token.end, 1, 1, 1, place, place, right, word=word)
        elif _is_second(sentence, lexicon, place):
            start = sentence.tokens[place].start
            yield Number(start, start, 1, 1, 1, place, place, place, word=min(articles))


def _duals(sentence: Sentence, lexicon: Lexicon) -> Iterator[Number]:
    """ "قتيلان": two, by the form of the noun; "طفل": one."""
    for place, word in enumerate(sentence.words if lexicon.duals else ()):
        count = lexicon.duals.get(word)
        if not count or (place and _is_numeral(sentence, lexicon, place - 1)):
            continue
        if count > 1 or (place and is_word_of_harm(lexicon, sentence.words[place - 1])):
            start = sentence.tokens[place].start
            yield Number(start, start, count, count, count, place, place, place, word=word)


def _is_numeral(sentence: Sentence, lexicon: Lexicon, place: int) -> bool:
    word = sentence.words[place]
    return word[0].isdigit() or lexicon.numerals.has(word)


def _is_second(sentence: Sentence, lexicon: Lexicon, place: int) -> bool:
    """ "child" in "a woman and child": one more person, under the same article."""
    token, head = sentence.tokens[place], sentence.head(place)
    unit = lexicon.units.get(sentence.words[place])
    if token.dep != "conj" or head is None or unit is None or unit.kind not in PERSONS:
        return False
    first = lexicon.units.get(sentence.words[head])
    articles = lexicon.words.get("article", frozenset())
    return (
        "Number=Sing" in token.feats
        and sentence.words[place - 1] in lexicon.words.get("and", ())
        and first is not None
        and first.kind in PERSONS
        and any(word in articles for word in sentence.words[max(0, head - _AGE) : head])
    )


def _after_age(sentence: Sentence, lexicon: Lexicon, place: int) -> int:
    """The place after "12-year-old", where it begins at ``place``."""
    for at in range(place, min(place + _AGE, len(sentence.words))):
        if sentence.words[at].split("-")[-1] in lexicon.words.get("old", ()):
            return at + 1 if any(char.isdigit() for char in sentence.words[place]) else place
    return place


def _draft(sentence: Sentence, lexicon: Lexicon, number: Number, taken: list[Span]) -> Draft | None:
    counted = find_unit(sentence, lexicon, number, taken)
    if _is_excluded(sentence, lexicon, number, counted):
        return None
    role, reason = find_role(sentence, lexicon, number, counted) or ("", "")
    if not role and not _counts_something(lexicon, number, counted):
        return None
    if number.word in lexicon.words.get("article", ()) and not _is_someone(sentence, role, counted):
        return None
    if role in PERSON_ROLES and (not counted.unit.lemma or is_harm(sentence, lexicon, counted)):
        counted = Counted(Unit("person", "person"), counted.head, counted.end, counted.partitive)
    number = _bounded_after(lexicon, number, sentence, counted)
    reason = reason or f"a number of '{counted.unit.lemma}'"
    return Draft(sentence, _whole_persons(number, counted), counted, role, reason)


def _bounded_after(
    lexicon: Lexicon, number: Number, sentence: Sentence, counted: Counted
) -> Number:
    """ "40 people at least": what bounds a number may follow its noun."""
    if counted.head is None or number.bound != "exact" or number.low != number.high:
        return number
    later = lexicon.afterwards.after(sentence.words, counted.head + 1)
    if later is None:
        return number
    low, high = bounds_of(number.value, None, later[1])
    return replace(number, low=low, high=high, bound=later[1])


def _whole_persons(number: Number, counted: Counted) -> Number:
    """People are not counted in thousandths: "1.200 people" are twelve hundred."""
    thousandths = re.fullmatch(r"\d{1,3}[.,]\d{3}", number.word)
    if counted.unit.kind not in PERSONS or not thousandths or number.value >= _THOUSAND:
        return number
    value = round(number.value * _THOUSAND)
    low, high = bounds_of(value, None, number.bound)
    return replace(number, value=value, low=low, high=high)


def _is_excluded(sentence: Sentence, lexicon: Lexicon, number: Number, counted: Counted) -> bool:
    """Ages, lengths of time, articles of law, and "no one"."""
    before = sentence.words[number.left - 1] if number.left else ""
    wrong = lexicon.words.get("age", frozenset()) | lexicon.words.get("none", frozenset())
    if before in lexicon.words.get("of", ()) and number.left > 1:
        before = sentence.words[number.left - 2]  # "none of the 62"
    return counted.unit.kind in ("time", "label") or before in wrong


def _counts_something(lexicon: Lexicon, number: Number, counted: Counted) -> bool:
    """Whether a number without a role is worth keeping: not "one of them", "one thing"."""
    if number.word in lexicon.words.get("one", ()):
        return not counted.partitive and counted.unit.kind not in ("thing", "")
    return counted.unit.lemma != ""


def _is_someone(sentence: Sentence, role: str, counted: Counted) -> bool:
    """Whether "a nurse" is told of by these words alone, and not by a name before them."""
    if counted.head is not None and sentence.tokens[counted.head].dep == "appos":
        return False
    return role != "" and counted.unit.kind in PERSONS and not counted.partitive


def _quantities(drafts: list[Draft]) -> tuple[Quantity, ...]:
    return tuple(
        Quantity(
            draft.number.start,
            max(draft.number.end, draft.counted.end),
            draft.number.value,
            draft.number.low,
            draft.number.high,
            draft.counted.unit.lemma,
            draft.role,
            draft.whole,
            draft.reason,
        )
        for draft in drafts
    )
