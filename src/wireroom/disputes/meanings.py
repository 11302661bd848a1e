"""What a change of words changes: a number, a name, a date, a place, how surely it is said."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from wireroom.disputes.facts import Facts
from wireroom.disputes.figures import find_figures
from wireroom.disputes.marks import Mark, split_marks
from wireroom.disputes.wordlists import words
from wireroom.records.changes import Meaning
from wireroom.records.spans import Span

_LONGEST = 4000  # marks of the two sides; beyond that all of both is held to differ
_SCARE = 3  # words between quotation marks that are scare quotes rather than speech
_REACH = 40  # characters in which they stand
_QUOTED = re.compile(r"([^\"'“”„«»‘’\n]+)[\"'“”„«»‘’]")

Run = Sequence[Mark]


@dataclass(frozen=True, slots=True)
class Difference:
    """What each side has that the other lacks, and what that means."""

    gone: tuple[Span, ...]
    come: tuple[Span, ...]
    what: tuple[Meaning, ...]


def compare_wording(
    old: Facts, old_spans: Iterable[Span], new: Facts, new_spans: Iterable[Span]
) -> Difference:
    """How two versions of a sentence, each one or more stretches, differ word by word.

    Kinds of quotation marks, dashes and spaces make no difference; their absence does.
    """
    before = [mark for span in old_spans for mark in split_marks(old.text, span)]
    after = [mark for span in new_spans for mark in split_marks(new.text, span)]
    gone: list[Run] = []
    come: list[Run] = []
    for tag, i, j, k, m in _opcodes(before, after):
        if tag != "equal":
            gone.extend([before[i:j]] if i < j else [])
            come.extend([after[k:m]] if k < m else [])
    what = _meanings([*((old, run) for run in gone), *((new, run) for run in come)])
    return Difference(tuple(map(_hull, gone)), tuple(map(_hull, come)), what)


def meanings_of(facts: Facts, span: Span) -> tuple[Meaning, ...]:
    """What a stretch says that has no counterpart in the other version."""
    marks = list(split_marks(facts.text, span))
    return _meanings([(facts, marks)]) if marks else ()


def _opcodes(before: Run, after: Run) -> Iterable[tuple[str, int, int, int, int]]:
    if len(before) + len(after) > _LONGEST:
        return [("replace", 0, len(before), 0, len(after))]
    old, new = [mark.text for mark in before], [mark.text for mark in after]
    return SequenceMatcher(None, old, new, autojunk=False).get_opcodes()


def _hull(run: Run) -> Span:
    return Span(run[0].start, run[-1].end)


def _meanings(runs: Sequence[tuple[Facts, Run]]) -> tuple[Meaning, ...]:
    found: set[Meaning] = set()
    for facts, run in runs:
        if _has_number(facts, run):
            found.add("number")
        for mark in run:
            found.update(_of_mark(facts, mark))
        if _is_scare(facts.text, run):
            found.add("certainty")
    if not found or "wording" not in found and _only_signs(runs):
        found.add("wording")
    order: tuple[Meaning, ...] = (
        "number", "name", "date", "place", "certainty", "negation", "attribution", "wording"
    )  # fmt: skip
    return tuple(meaning for meaning in order if meaning in found)


def _has_number(facts: Facts, run: Run) -> bool:
    """Whether a run holds a number that is no part of a date."""
    return any(
        not facts.dates.touch(figure.span) for figure in find_figures(facts.text, _hull(run))
    )


def _of_mark(facts: Facts, mark: Mark) -> Iterable[Meaning]:
    counts = mark.key[0].isdigit() or mark.key in words("numerals")
    found = list(_by_place(facts, mark.span)) if mark.is_word and not _is_plain(mark) else []
    if counts:  # a tagger may take a number at the head of a sentence for a name
        found = [meaning for meaning in found if meaning == "date"]
    if mark.key in words("hedges") or mark.key in words("certainties") or mark.key == "?":
        found.append("certainty")
    if mark.key in words("negations"):
        found.append("negation")
    if mark.key in words("reporting"):
        found.append("attribution")
    if not found and mark.is_word and not counts and not _is_plain(mark):
        found.append("wording")
    if mark.key == "?":
        found.append("wording")
    return found


def _is_plain(mark: Mark) -> bool:
    return mark.key in words("stop")


def _by_place(facts: Facts, span: Span) -> Iterable[Meaning]:
    if facts.dates.touch(span):
        yield "date"
    if facts.places.touch(span):
        yield "place"
    elif facts.names.touch(span):
        yield "name"
    if facts.sources.touch(span):
        yield "attribution"


def _is_scare(text: str, run: Run) -> bool:
    """Whether one of the quotation marks around a few words came or went.

    The marks are runs of their own then: the words between them stayed.
    """
    if len(run) != 1 or run[0].key not in ('"', "'"):
        return False
    start, end = run[0].span
    after, before = text[end : end + _REACH], text[max(0, start - _REACH) : start]
    opens, closes = _QUOTED.match(after), _QUOTED.match(before[::-1])
    return any(found and len(found.group(1).split()) <= _SCARE for found in (opens, closes))


def _only_signs(runs: Sequence[tuple[Facts, Run]]) -> bool:
    return not any(mark.is_word for _, run in runs for mark in run)
