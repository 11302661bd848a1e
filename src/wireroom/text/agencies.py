"""Names of agencies and outlets, and when two of them are one."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from wireroom.text.folding import fold
from wireroom.text.name_keys import same_full_name

SHORTEST = 4  # letters of an outlet's name that is looked for in texts; shorter ones are words


@dataclass(frozen=True, slots=True, eq=False)
class Names:
    """Names to be found in a text: ``exact`` as printed, ``folded`` in any case."""

    exact: Mapping[str, str]
    folded: Mapping[str, str]
    pattern: re.Pattern[str]

    def name(self, form: str) -> str | None:
        return self.exact.get(form) or self.folded.get(fold(form))


def _names(exact: Mapping[str, str], folded: Mapping[str, str], forms: Iterable[str]) -> Names:
    longest_first = sorted(forms, key=lambda form: (-len(form), form))
    any_form = "|".join(re.escape(form) for form in longest_first) or "(?!)"
    pattern = re.compile(rf"(?<!\w)(?:{any_form})(?!\w)", re.IGNORECASE)
    return Names(exact, folded, pattern)


@cache
def _rows() -> tuple[tuple[str, str, str], ...]:
    lines = files("wireroom.text").joinpath("agencies.txt").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in lines.splitlines() if line and not line.startswith("#")]
    return tuple((form, name, case) for form, name, case in rows)


@cache
def agencies() -> Names:
    """The agencies of the list, under all their forms."""
    exact = {form: name for form, name, _ in _rows()}
    exact |= {form.upper(): name for form, name, case in _rows() if case == "any"}
    folded = {fold(form): name for form, name, case in _rows() if case == "any"}
    return _names(exact, folded, exact)


def with_outlets(outlets: Iterable[str]) -> Names:
    """The agencies, and the given outlets, which count only as they are printed or in capitals."""
    known = agencies()
    more = {name for name in outlets if len(name) >= SHORTEST and agency_name(name) is None}
    exact = {form: name for name in sorted(more) for form in (name.upper(), name)}
    exact |= {fold_article(name): name for name in sorted(more)}
    return _names({**exact, **known.exact}, known.folded, {*exact, *known.exact})


def agency_name(name: str | None) -> str | None:
    """The name of the agency that ``name`` is a form of, or None when it is no agency we know."""
    return agencies().name(name.strip().removeprefix("the ").strip()) if name else None


def fold_article(name: str) -> str:
    """The name without "The"."""
    return name[4:] if name.startswith("The ") else name


def fold_source(name: str) -> str:
    """A source's name, so that two spellings of it are one: agencies by their list, the rest
    without case, article and marks."""
    return fold(agency_name(name) or name).removeprefix("the ")


def same_source(one: str, other: str) -> bool:
    """Whether two names are of one outlet, also where they are written in two scripts.

    >>> same_source("The Kolsky Vestnik", "Кольский вестник")
    True
    """
    first, second = fold_source(one), fold_source(other)
    if first == second:
        return True
    return first.isascii() != second.isascii() and same_full_name(first, second)
