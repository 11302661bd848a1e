"""Where, when, how many, on whose word: what was found in the passage, tied to its events."""

import re
from bisect import bisect_left
from dataclasses import dataclass

from wireroom.extraction.events.clauses import Tree, ancestors
from wireroom.extraction.events.passages import Reading, Trigger
from wireroom.records.attributions import Attribution
from wireroom.records.quantities import Quantity
from wireroom.records.spans import Span
from wireroom.records.values import Values

_STAMP = 200  # characters of a line that are looked at
_DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?(?![\d-])")
_WEEK = re.compile(r"\d{4}-W\d\d")
# What is counted, and the types of event that it is a count of.
ROLES = {
    "killed": frozenset({"ASSAULT", "CRIME", "PROTEST", "COERCE"}),
    "injured": frozenset({"ASSAULT", "CRIME", "PROTEST", "COERCE"}),
    "missing": frozenset({"ASSAULT"}),
    "kidnapped": frozenset({"ASSAULT"}),
    "displaced": frozenset({"ASSAULT", "COERCE", "RETREAT"}),
    "detained": frozenset({"COERCE"}),
    "arrested": frozenset({"COERCE"}),
}
_VIOLENT = frozenset({"ASSAULT", "CRIME"})


@dataclass(frozen=True, slots=True)
class Setting:
    """The values of one passage by sentence, as (index, head token)."""

    values: Values
    attributions: tuple[Attribution, ...]
    places: dict[int, tuple[tuple[int, int], ...]]
    dates: dict[int, tuple[tuple[int, int], ...]]
    quantities: dict[int, tuple[tuple[int, int], ...]]
    contents: tuple[tuple[Span, int], ...]


def lay_out(reading: Reading, values: Values, attributions: tuple[Attribution, ...]) -> Setting:
    """Values and attributions by the sentence that they stand in; linear in the passage.

    A date that is alone on its line says when the text was published: it dates no event.
    """
    starts = [token.start for token in reading.tree.tokens]
    dates = [
        Span(date.start, date.start) if _is_stamp(reading.annotated.text, date.span) else date.span
        for date in values.dates
    ]
    contents = sorted(
        (span, index) for index, one in enumerate(attributions) for span in one.content
    )
    return Setting(
        values,
        attributions,
        _by_sentence(reading.tree, starts, [place.span for place in values.places]),
        _by_sentence(reading.tree, starts, dates),
        _by_sentence(reading.tree, starts, [quantity.span for quantity in values.quantities]),
        tuple(contents),
    )


def _is_stamp(text: str, date: Span) -> bool:
    start = text.rfind("\n", 0, date.start) + 1
    end = text.find("\n", date.end)
    around = text[start : date.start] + text[date.end : end if end >= 0 else len(text)]
    return not any(map(str.isalpha, around[:_STAMP]))


def _by_sentence(
    tree: Tree, starts: list[int], spans: list[Span]
) -> dict[int, tuple[tuple[int, int], ...]]:
    found: dict[int, list[tuple[int, int]]] = {}
    for index, span in enumerate(spans):
        first = bisect_left(starts, span.start)
        last = bisect_left(starts, span.end) - 1
        if first > last or first >= len(starts):
            continue
        head = _head_within(tree, first, last)
        found.setdefault(tree.tokens[head].sentence, []).append((index, head))
    return {sentence: tuple(items) for sentence, items in found.items()}


def _head_within(tree: Tree, first: int, last: int) -> int:
    for index in range(first, last + 1):
        if not first <= tree.tokens[index].head <= last or tree.tokens[index].head == index:
            return index
    return last


_MANY = 24  # values of one sentence that a trigger is held against; bounds hostile input


def nearby(items: tuple[tuple[int, int], ...], token: int) -> tuple[tuple[int, int], ...]:
    """The (index, head) pairs around a token; all of them in any sentence that a person wrote."""
    if len(items) <= _MANY:
        return items
    at = bisect_left(items, token, key=lambda item: item[1])
    return items[max(0, at - _MANY // 2) : at + _MANY // 2]


def distance(tree: Tree, index: int, trigger: int) -> int:
    """Steps through the tree between two tokens; 9 where they do not meet nearby."""
    up = {index: 0}
    for steps, above in enumerate(ancestors(tree, index, 8), start=1):
        up.setdefault(above, steps)
    if trigger in up:
        return up[trigger]
    for steps, above in enumerate(ancestors(tree, trigger, 6), start=1):
        if above in up:
            return up[above] + steps
    return 9


def find_date(reading: Reading, setting: Setting, trigger: Trigger) -> str | None:
    """The day, month or year of the nearest expression of time in the sentence; None without."""
    sentence = reading.tree.tokens[trigger.token].sentence
    best: tuple[float, str] | None = None
    for index, head in nearby(setting.dates.get(sentence, ()), trigger.token):
        when = calendar_part(setting.values.dates[index].value)
        if when is None or setting.values.dates[index].type not in ("DATE", "TIME"):
            continue
        if _dates_another(reading, head, trigger):
            continue
        cost = distance(reading.tree, head, trigger.token) - 0.5 * len(when)
        if best is None or cost < best[0]:
            best = (cost, when)
    return best[1] if best else None


def _dates_another(reading: Reading, head: int, trigger: Trigger) -> bool:
    """Whether the time hangs on a verb of saying, or on another happening than the trigger's:
    "said on Friday", "today condemned the murder"."""
    tree = reading.tree
    verb = _verb_above(tree, head)
    if verb is None or verb == trigger.token or verb not in ancestors(tree, trigger.token, 8):
        return False
    if ("say", tree.keys[verb]) in reading.lexicon.certainty:
        return True
    entries = reading.lexicon.triggers.get(tree.keys[verb], ())
    return bool(entries) and all(entry.type not in _VIOLENT for entry in entries)


def _verb_above(tree: Tree, index: int) -> int | None:
    return next((x for x in ancestors(tree, index, 4) if tree.tokens[x].pos == "VERB"), None)


def calendar_part(value: str) -> str | None:
    """The ISO date that a TIMEX3 value begins with; None for durations and what is vague."""
    if _WEEK.match(value):
        return None
    found = _DAY.match(value)
    return found.group() if found else None


def find_quantities(
    reading: Reading, setting: Setting, triggers: list[Trigger]
) -> dict[int, tuple[int, ...]]:
    """For each trigger's token the quantities of its sentence that count what it did.

    A quantity goes to the nearest trigger of a type that its role fits.
    """
    found: dict[int, list[int]] = {}
    by_sentence: dict[int, list[Trigger]] = {}
    for trigger in triggers:
        by_sentence.setdefault(reading.tree.tokens[trigger.token].sentence, []).append(trigger)
    for sentence, members in by_sentence.items():
        for index, head in setting.quantities.get(sentence, ()):
            at = bisect_left(members, head, key=lambda one: one.token)
            near = members[max(0, at - _MANY // 2) : at + _MANY // 2]
            fitting = [one for one in near if _counts(setting.values.quantities[index], one)]
            if fitting:
                nearest = min(
                    fitting, key=lambda one: (distance(reading.tree, head, one.token), one.token)
                )
                found.setdefault(nearest.token, []).append(index)
    return {token: tuple(indexes) for token, indexes in found.items()}


def _counts(quantity: Quantity, trigger: Trigger) -> bool:
    if quantity.role in ROLES:
        return trigger.entry.type in ROLES[quantity.role]
    return bool(quantity.role) and trigger.entry.type in _VIOLENT


def find_attribution(
    reading: Reading, setting: Setting, trigger: Trigger, span: Span
) -> int | None:
    """Index of the innermost attribution whose content covers the span.

    Who "cast a veto" or "launched an attack" did it, and has not told of it.
    """
    deed = _done_by(reading, trigger)
    best: tuple[int, int] | None = None
    at = bisect_left(setting.contents, (Span(span.start + 1, -1), -1))
    for content, index in reversed(setting.contents[max(0, at - 60) : at]):
        told = deed is None or not any(
            cue.overlaps(deed) for cue in setting.attributions[index].cue
        )
        if told and content.covers(span):
            length = content.end - content.start
            if best is None or length < best[0]:
                best = (length, index)
    return best[1] if best else None


def _done_by(reading: Reading, trigger: Trigger) -> Span | None:
    """The verb that a noun of deed hangs on, where the two are one doing."""
    tree = reading.tree
    if not trigger.noun:
        return None
    for above in ancestors(tree, trigger.token, 2):
        if tree.is_one(above, "light") or tree.is_one(above, "performs"):
            return Span(tree.tokens[above].start, tree.tokens[above].end)
    return None
