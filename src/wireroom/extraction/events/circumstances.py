"""Where, when, how many, on whose word: what was found in the passage, tied to its events."""

import re
from bisect import bisect_left
from dataclasses import dataclass

from wireroom.extraction.events.clauses import Tree, ancestors
from wireroom.extraction.events.passages import Reading, Trigger
from wireroom.records.attributions import Attribution
from wireroom.records.places import PlaceMention
from wireroom.records.quantities import Quantity
from wireroom.records.spans import Span
from wireroom.records.values import Values

_STAMP = 200  # characters of a line that are looked at
_DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?(?![\d-])")
_WEEK = re.compile(r"\d{4}-W\d\d")
_FINER = {"country": 0, "region": 1, "district": 2, "town": 3, "point": 4}
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


def find_place(reading: Reading, setting: Setting, trigger: Trigger) -> tuple[int | None, bool]:
    """Index of the place, and whether it hangs on the trigger's clause.

    Demonyms are not where it was. Of those attached, the finest; else the nearest that is
    attached to the clause above; else None.
    """
    sentence = reading.tree.tokens[trigger.token].sentence
    best: tuple[float, int] | None = None
    for index, head in _nearby(setting.places.get(sentence, ()), trigger.token):
        place = setting.values.places[index]
        owner = place.precision == "country" and _is_owner(reading.tree, head)
        led = _is_led(reading.tree, head) or _is_party(reading.tree, head)
        if place.use != "name" or led or owner:
            continue
        cost = _distance(reading.tree, head, trigger.token) - 0.9 * _FINER[place.precision]
        if reading.tree.tokens[head].dep in ("compound", "nmod"):
            cost += 1.5
        if best is None or cost < best[0]:
            best = (cost, index)
    return (best[1], best[0] < 3.5) if best else (None, False)


_MANY = 24  # values of one sentence that a trigger is held against; bounds hostile input


def _nearby(items: tuple[tuple[int, int], ...], token: int) -> tuple[tuple[int, int], ...]:
    """The (index, head) pairs around a token; all of them in any sentence that a person wrote."""
    if len(items) <= _MANY:
        return items
    at = bisect_left(items, token, key=lambda item: item[1])
    return items[max(0, at - _MANY // 2) : at + _MANY // 2]


def _is_led(tree: Tree, head: int) -> bool:
    """ "US-led", "Britain-based": whose it is, not where it was."""
    if head + 2 >= len(tree.tokens) or tree.tokens[head + 1].text not in ("-", "‑", "–"):
        return False
    owned = tree.lexicon.are("owned")
    return tree.keys[head + 2] in owned or tree.tokens[head + 2].text.lower() in owned


def _is_party(tree: Tree, head: int) -> bool:
    """A place that acts ("Damascus said", "aid from Turkey and Iraq") is no location."""
    for _ in range(4):  # "Turkey and Iraq": as the first
        if tree.tokens[head].dep != "conj":
            break
        head = tree.tokens[head].head
    token = tree.tokens[head]
    if token.dep in ("nsubj", "poss", "agent", "iobj") or tree.is_one(token.head, "source"):
        return True
    return any(
        tree.tokens[c].dep == "case" and tree.is_one(c, "source") for c in tree.children[head]
    )


def _is_owner(tree: Tree, head: int) -> bool:
    """A country in the bare genitive says whose it is ("база США"), unless it is of the ground."""
    token = tree.tokens[head]
    if token.dep != "nmod" or any(tree.tokens[c].dep == "case" for c in tree.children[head]):
        return False
    return not tree.is_one(token.head, "ground")


def _distance(tree: Tree, index: int, trigger: int) -> int:
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
    for index, head in _nearby(setting.dates.get(sentence, ()), trigger.token):
        when = calendar_part(setting.values.dates[index].value)
        if when is None or setting.values.dates[index].type not in ("DATE", "TIME"):
            continue
        cost = _distance(reading.tree, head, trigger.token) - 0.5 * len(when)
        if best is None or cost < best[0]:
            best = (cost, when)
    return best[1] if best else None


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
                    fitting, key=lambda one: (_distance(reading.tree, head, one.token), one.token)
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


def places_fit(one: PlaceMention, other: PlaceMention) -> bool:
    """Whether one place may be the other, or lie in it."""
    if one.name.casefold() == other.name.casefold():
        return True
    a, b = one.entry, other.entry
    if a is None or b is None:
        words = set(one.name.casefold().split()) & set(other.name.casefold().split())
        return bool(words)
    if a.geonameid is not None and a.geonameid == b.geonameid:
        return True
    if a.country != b.country:
        return False
    if "country" in (one.precision, other.precision):
        return True
    same = a.admin1 is not None and a.admin1 == b.admin1
    return same and "region" in (one.precision, other.precision)
