"""How many an event killed, in all and of each kind."""

import re
from collections.abc import Mapping

from wireroom.records.analyses import Analysis
from wireroom.records.documents import Document
from wireroom.records.events import EventReport
from wireroom.records.quantities import Quantity

_CHILDREN = frozenset(
    {
        "child",
        "children",
        "minors",
        "детей",
        "kid",
        "baby",
        "infant",
        "minor",
        "boy",
        "girl",
        "ребёнок",
        "ребенок",
    }
)
_WOMEN = frozenset({"woman", "women", "женщин", "женщина"})
_CIVILIANS = frozenset({"civilian", "civilians", "resident", "villager", "мирный житель", "житель"})
_COMBATANTS = frozenset(
    {"soldier", "fighter", "rebel", "militant", "troop", "combatant", "jihadist", "insurgent"}
    | {"terrorist", "guerrilla", "policeman", "officer", "guard", "militiaman", "gunman", "member"}
    | {"боевик", "солдат", "военный", "военнослужащий", "террорист", "полицейский"}
)


_KINDS = {
    "civilians": _CIVILIANS,
    "combatants": _COMBATANTS,
    "children": _CHILDREN,
    "women": _WOMEN,
}


def count_killed(analysis: Analysis, document: Document, event: EventReport) -> Mapping[str, int]:
    """Keys that the document gives, of total, civilians, combatants, children, women.

    The total is the first number of dead that the event is given, exact ones before "dozens".
    Numbers that stand beside one another ("3 soldiers and 2 guards") are added up; what is part
    of another number is not.
    """
    known = analysis.quantities
    dead = [i for i in event.quantities if known[i].role == "killed"]
    dead = dead or _elsewhere(analysis, event)
    if not dead:
        return {}
    whole = _whole(analysis, document, dead)
    total = int(sum(known[i].value for i in whole))
    found = {"total": total} if total > 0 else {}
    counted = [*dead, *_parts(analysis, document, dead, total)]
    for name, units in _KINDS.items():
        number = _of_kind(analysis, document, counted, units)
        if 0 < number <= total:
            found[name] = number
    return found


def _parts(analysis: Analysis, document: Document, dead: list[int], total: int) -> list[int]:
    """What is counted in the dead: named so, or said to be among them."""
    known = analysis.quantities
    whole = {i for i, one in enumerate(known) if one.role == "killed" and one.value == total}
    whole.update(dead)
    among = [one for one in analysis.sentences if _AMONG.search(one.of(document.text))]
    return [
        i
        for i, one in enumerate(known)
        if i not in dead
        and (
            one.part_of in whole
            or (one.role in ("", "killed") and any(span.covers(one.span) for span in among))
        )
    ]


_AMONG = re.compile(
    r"among (?:the|those|at least|\d+)|of (?:the dead|those killed|the victims)"
    r"|среди (?:погибших|убитых)|из (?:погибших|убитых)",
    re.I,
)


def _elsewhere(analysis: Analysis, event: EventReport) -> list[int]:
    """The dead of the first other happening that may be the same."""
    for other in analysis.events:
        same = other.type == event.type and other.mode in (event.mode, None)
        if not same or (event.date and other.date and event.date[:10] != other.date[:10]):
            continue
        dead = [i for i in other.quantities if analysis.quantities[i].role == "killed"]
        if dead and other.certainty not in ("planned", "denied"):
            return dead
    return []


def _whole(analysis: Analysis, document: Document, dead: list[int]) -> list[int]:
    known = analysis.quantities
    alone = [i for i in dead if known[i].part_of is None] or dead
    exact = [i for i in alone if not _is_round(known[i], document)] or alone
    found = [exact[0]]
    for index in exact[1:]:
        between = document.text[known[found[-1]].end : known[index].start]
        if not _BESIDE.fullmatch(between):
            break
        found.append(index)
    return found


_BESIDE = re.compile(r"\s*(?:\w+\s+){0,3}?(?:and|,|и)\s+(?:another\s+|at least\s+)?", re.I)
_ROUND = re.compile(r"dozen|scores|hundreds|thousands|десятк|сотн|тысячи", re.I)


def _is_round(quantity: Quantity, document: Document) -> bool:
    """ "dozens", "hundreds": no number that anybody counted."""
    words = quantity.span.of(document.text)
    return bool(_ROUND.search(words)) and not any(char.isdigit() for char in words)


def _of_kind(
    analysis: Analysis, document: Document, indexes: list[int], units: frozenset[str]
) -> int:
    numbers = []
    for index in indexes:
        one = analysis.quantities[index]
        after = _AFTER.match(document.text, one.end)
        unit = after.group(1).lower() if after else one.unit.lower()
        if unit in units or one.unit.lower() in units:
            numbers.append(int(one.value))
    return numbers[0] if numbers else 0


# "six of them children", "six were children": the unit comes after the number's own words.
_AFTER = re.compile(
    r"\s+(?:of (?:them|whom|the dead|those killed)\s+)?(?:were\s+|are\s+)?"
    r"(children|women|civilians|minors|детей|женщин)\b",
    re.I,
)
