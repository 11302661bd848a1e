"""Expressions of time, as TIMEX3, read against the date of their document.

The method is HeidelTime's (Strötgen and Gertz 2010) in small: templates over classes of words,
both in the language's lists, tried near the words that can only be of time, the longest first;
then a reading for each kind of template. Holidays are not read.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache

from wireroom.extraction.values.times_calendar import Anchor
from wireroom.extraction.values.times_clock import day_first_order
from wireroom.extraction.values.times_grammar import Grammar, Phrase, Template, grammar_of
from wireroom.extraction.values.times_match import Match, Read, Situation
from wireroom.extraction.values.times_readings import PHRASES, READINGS
from wireroom.extraction.values.times_tense import Tenses
from wireroom.records.annotations import AnnotatedText
from wireroom.records.dates import PartialDate
from wireroom.records.languages import LanguagePack
from wireroom.records.spans import Span
from wireroom.records.times import TimeExpression
from wireroom.text.words import word_key

_WORD = re.compile(r"\w+")
_GAP = re.compile(r"\s+|['’ʼ\u200c-]")  # between the words of a phrase: "aujourd'hui"
_REACH = 6  # words before a word of time in which its expression may begin
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")

Rule = Template | Phrase


def find_times(
    annotated: AnnotatedText,
    pack: LanguagePack,
    against: PartialDate | None,
    nearby: bool = False,
) -> tuple[TimeExpression, ...]:
    """The dates, times, durations and sets of a passage, in order, none over another.

    ``against`` is the document's date; what depends on it has an unknown year (``XXXX-12-21``,
    ``XXXX-WXX-6``) or is a reference (``PAST_REF``) without it. A date inside the passage does
    not change it. With ``nearby``, the passage was written on that day or in the few after it, and
    a day of the week is the nearest one. Spans leave out prepositions, as TimeML has it.
    """
    grammar = grammar_of(pack)
    text, span = annotated.text, annotated.span
    situation = Situation(
        grammar,
        Anchor.at(against, nearby),
        Tenses(annotated, grammar.values).at,
        day_first=day_first_order(text, span.start, span.end),
    )
    found: list[TimeExpression] = []
    told: date | None = None  # the last day of the sentence before
    for sentence in annotated.sentences:
        expressions, told = _in_sentence(text, sentence, replace(situation, previous=told))
        found.extend(expressions)
    none = (*_names_of_papers(annotated, pack), *_prepositions(annotated, grammar))
    return tuple(x for x in found if not any(span.covers(x.span) for span in none))


def _prepositions(annotated: AnnotatedText, grammar: Grammar) -> Iterator[Span]:
    """Where a word for the day before says of what it is the day before: "накануне выборов"."""
    words = grammar.values.get("BEFORE-OF", {})
    tokens = annotated.tokens
    for token, after in zip(tokens, tokens[1:], strict=False):
        if word_key(token.text) in words and (token.dep == "case" or after.text.isdigit()):
            yield Span(token.start, token.end)


def _names_of_papers(annotated: AnnotatedText, pack: LanguagePack) -> tuple[Span, ...]:
    """Where an outlet is named whose name has a word of time: "the Mail on Sunday"."""
    names = _timed_outlets(tuple(pack.words("outlets")))
    if names is None:
        return ()
    start, end = annotated.span
    return tuple(Span(*found.span()) for found in names.finditer(annotated.text, start, end))


@lru_cache(maxsize=16)  # one a pack
def _timed_outlets(outlets: tuple[str, ...]) -> re.Pattern[str] | None:
    several = sorted((name for name in outlets if " " in name), key=lambda name: (-len(name), name))
    alternatives = "|".join(map(re.escape, several))
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)") if several else None


def _in_sentence(
    text: str, sentence: Span, situation: Situation
) -> tuple[list[TimeExpression], date | None]:
    """The expressions of a sentence, and the last day that it tells of."""
    words = list(_WORD.finditer(text, sentence.start, sentence.end))
    starts = [word.start() for word in words]
    options = sorted(
        _options(text, sentence, words, situation.grammar),
        key=lambda option: (option[1].span.start - option[1].span.end, option[1].span.start),
    )
    if not options:
        return [], None
    chosen: list[tuple[Rule, Match, Situation]] = []
    taken: list[Span] = []
    for rule, match in options:
        if any(match.span.overlaps(other) for other in taken):
            continue
        around = _around(match.span, words, starts, situation)
        if _read(rule, match, around):
            chosen.append((rule, match, around))
            taken.append(match.span)
    chosen.sort(key=lambda choice: choice[1].span)
    return _told_in_order(chosen, situation.previous)


def _told_in_order(
    chosen: list[tuple[Rule, Match, Situation]], previous: date | None
) -> tuple[list[TimeExpression], date | None]:
    """Read again from left to right, so that "two days later" knows the day before it."""
    found: list[TimeExpression] = []
    last: date | None = None
    for rule, match, situation in chosen:
        for expression in _read(rule, match, replace(situation, previous=last or previous)):
            found.append(expression)
            day = _DAY.match(expression.value)
            if day and expression.type in ("DATE", "TIME"):
                last = date(int(day[1]), int(day[2]), int(day[3]))
    return found, last


def _read(rule: Rule, match: Match, situation: Situation) -> Read:
    readings = PHRASES if isinstance(rule, Phrase) else READINGS
    reading = readings.get(rule.kind)
    return reading(match, situation) if reading else ()


def _around(
    span: Span, words: list[re.Match[str]], starts: list[int], situation: Situation
) -> Situation:
    before, after = bisect_left(starts, span.start), bisect_left(starts, span.end)
    return replace(
        situation,
        before=word_key(words[before - 1].group()) if before else "",
        after=word_key(words[after].group()) if after < len(words) else "",
    )


def _options(
    text: str, sentence: Span, words: list[re.Match[str]], grammar: Grammar
) -> Iterator[tuple[Rule, Match]]:
    """Every match of every rule near a word of time, the same only once."""
    seen: set[tuple[str, int]] = set()
    for place, word in enumerate(words):
        lower = word_key(word.group())
        for phrase in grammar.phrases.get(lower, ()):
            first = place - len(phrase.words) + 1
            hyphen = text[word.end() : word.end() + 1] == "-"  # "the now-cancelled deal"
            name = first > 0 and words[first].group().istitle() and phrase.kind != "weekday"
            if first < 0 or hyphen or name:
                continue  # with a capital within a sentence it is of a name: "the Daily News"
            if _is_phrase(words, first, phrase, text):
                span = Span(words[first].start(), word.end())
                yield phrase, Match(span, {}, phrase.argument, {})
        keys = grammar.keys.get(lower, ())
        for key in ("DIGITS", *keys) if lower[0].isdigit() else keys:
            for start in range(max(0, place - _REACH), place + 1):
                if (key, start) not in seen:
                    seen.add((key, start))
                    yield from _matches(
                        text, sentence, words[start].start(), grammar.templates.get(key, ())
                    )


def _is_phrase(words: list[re.Match[str]], first: int, phrase: Phrase, text: str) -> bool:
    if any(word_key(words[first + step].group()) != word for step, word in enumerate(phrase.words)):
        return False
    last = first + len(phrase.words) - 1
    return all(
        _GAP.fullmatch(text, words[place].end(), words[place + 1].start())
        for place in range(first, last)
    )


def _matches(
    text: str, sentence: Span, start: int, templates: tuple[Template, ...]
) -> Iterator[tuple[Rule, Match]]:
    if _is_inside(text, start):
        return
    for template in templates:
        found = template.pattern.match(text, start, sentence.end)
        if found and found.end() > start:
            parts = {name: part for name, part in found.groupdict().items() if part is not None}
            where = {name: Span(*found.span(name)) for name in parts}
            yield template, Match(Span(*found.span()), parts, template.argument, where)


def _is_inside(text: str, start: int) -> bool:
    """Whether a word is the rest of a number or a sum: "3.1998", "$1999"."""
    before = text[max(0, start - 2) : start]
    return (
        before[-1:] in "$€£#" and before != "" or (before[-1:] in ".,:/" and before[:1].isdigit())
    )
