"""Parties to violence as a text names them: states and their forces, rebels, named groups."""

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from typing import Literal

from wireroom.records.analyses import Analysis
from wireroom.records.spans import Span
from wireroom.text.folding import fold

PartyKind = Literal["state", "coalition", "rebels", "irregulars", "named"]

_FLYING = r"warplanes?|fighter jets?|jets?|planes?|aircraft|helicopters?|gunships?|drones?"
_HEAD = (
    r"regime|government|army|military|troops|soldiers|air force|forces|navy|units?|police"
    rf"|{_FLYING}|rebels?|insurgents?|militants?|terrorists?|jihadists?|jihadis|extremists?"
    r"|opposition|coalition|alliance|militias?|militiamen|fighters?|gunmen|guerrillas?|front"
    r"|group|groups|brigade|organi[sz]ations?|factions?"
)
_MODIFIER = (
    r"(?:[A-Z][\w’']{0,30}(?:\.[A-Z]\.?){0,4}(?:-\w{1,30})?|al-[A-Z]\w{1,30}|government|regime"
    r"|rebel|opposition|pro-\w{1,30}|armed|security|terrorist|terror|militant|jihadist|extremist|international|coalition|army|military"
    r"|combat|fighter|war|allied|\w{1,30}-(?:led|linked|backed|affiliated))"
)
_PARTY = re.compile(rf"\b(?:{_MODIFIER}\s+){{0,5}}(?:{_HEAD}|{_HEAD.title()})s?\b(?!-|\s*-)")
_LEAD = re.compile(
    r"^(?:(?:The|A|An|At|In|On|And|But|Of|That|When|After|As|By|Several|Some|Least|Over|More"
    r"|Than)\s+)+"
)
_STATE = re.compile(
    r"\b(?:regimes?|governments?|army|armys|military|troops|soldiers|air force|navy|police)\b", re.I
)
_FORCES = re.compile(rf"\b(?:forces?|units?|soldiers?|security|{_FLYING})\b", re.I)
_REBELS = re.compile(r"\b(?:rebels?|insurgents?|opposition|revolutionar\w+)\b", re.I)
_COALITION = re.compile(r"\bcoalitions?\b|\balliance\b|\w-led\b", re.I)
_IRREGULARS = re.compile(
    r"\b(?:militants?|terror(?:ists?)?|jihad\w+|extremists?|gunmen|guerrillas?|fighters?"
    r"|militias?|militiamen|factions?|groups?|bombers?)\b",
    re.I,
)
_CRAFT = re.compile(rf"(?:{_FLYING})", re.I)
_ARMIES = re.compile(r"\b(?:free|liberation|resistance|revolutionary|salvation)\b.*\barmy\b", re.I)
_PROPER = re.compile(r"(?:\w+-)?[A-Z]")
_WORD = re.compile(r"(?=\S*[^\W\d])[^\W_]+(?:[’'.-][^\W_]+)*\.?")
_PLAIN = re.compile(rf"(?:{_HEAD}|{_MODIFIER})$")
_FILLING = frozenset(
    {"group", "groups", "organization", "organizations", "organisation", "terrorist", "terror"}
    | {"terrorists", "militant", "militants", "fighter", "fighters", "jihadist", "jihadists"}
    | {"insurgents", "front", "forces", "members", "linked", "troops", "unit", "units", "brigade"}
    | {"the", "of", "in", "and"}
)
_MOST = 400  # phrases and as many names of one text that are looked at
_LONGEST = 50_000  # characters of it


@dataclass(frozen=True, slots=True)
class Party:
    """One mention of a party; ``key`` is the same for all mentions of one."""

    span: Span
    name: str
    kind: PartyKind
    key: str


class Roll:
    """Tells parties of one document apart. Nations are those of its demonyms and countries."""

    def __init__(self, analysis: Analysis, text: str) -> None:
        self.text = text
        self.analysis = analysis
        nations: dict[str, str] = {}
        countries: Counter[str] = Counter()
        for place in analysis.places:
            country = place.entry.country if place.entry else None
            if country is not None:
                countries[country] += 1
                if place.use == "demonym" or place.precision == "country":
                    nations[fold(place.span.of(text))] = country
        self.nations = nations
        self.initials: dict[str, str] = {}  # of names seen so far
        self.places = {
            fold(place.span.of(text))
            for place in analysis.places
            if place.use == "name" and place.precision != "country"
        }
        self.home = max(sorted(countries), key=lambda x: countries[x]) if countries else None

    def mentions(self) -> list[Party]:
        """In the order of the text, none overlapping another."""
        found = self.phrases(self.text[:_LONGEST])[:_MOST]
        taken = [one.span for one in found]
        for entity in self.analysis.entities[:_MOST]:
            if entity.type not in ("ORGANIZATION", "GROUP"):
                continue
            at = bisect_left(taken, entity.span)
            if not any(entity.span.overlaps(x) for x in taken[max(0, at - 1) : at + 1]):
                party = self.of(entity.span, entity.span.of(self.text))
                found.extend([party] if party is not None else [])
        return sorted(found, key=lambda one: one.span)

    def phrases(self, text: str) -> list[Party]:
        """The phrases of a text that end in a word for a party, in order: "Norland jets"."""
        found = []
        for match in _PARTY.finditer(text):
            lead = _LEAD.match(match.group())
            span = Span(match.start() + (lead.end() if lead else 0), match.end())
            party = self.of(span, span.of(text))
            if party is not None:
                found.append(party)
        return found

    def of(self, span: Span, name: str, kind: str | None = None) -> Party | None:
        """The party that a phrase names; None for "jets" and what is of no party."""
        words = _WORD.findall(name)
        name = " ".join(words)
        proper = [w for w in words if _PROPER.match(w) and self._nation(w) is None]
        proper = [w for w in proper if not self._is_common(w)]
        nation = next((n for w in words if (n := self._nation(w))), None)
        if _REBELS.search(name) or _ARMIES.search(name):
            return Party(span, name, "rebels", "rebels")
        if _COALITION.search(name) and not (nation == self.home and nation):
            return Party(span, name, "coalition", "coalition")
        if proper and not _STATE.search(name):
            return Party(span, name, "named", self._key(proper[:2]))
        state = _STATE.search(name) or (nation and (_FORCES.search(name) or kind == "state"))
        if state and (nation or not _IRREGULARS.search(name)):
            foreign = nation is not None and nation != self.home
            return Party(span, name, "state", f"state {nation}" if foreign else "state")
        if nation and nation != self.home and len(words) == 1:
            return Party(span, name, "state", f"state {nation}")
        if _IRREGULARS.search(name):
            return Party(span, name, "irregulars", "irregulars")
        return None

    def _is_common(self, word: str) -> bool:
        key = fold(word)
        return key in _FILLING or bool(_PLAIN.match(word.lower())) or key in self.places

    def _key(self, proper: list[str]) -> str:
        """Two words of the name; "the Norland Front" and "NF" have one where both are named."""
        keys = [_singular(fold(word).removeprefix("al-")) for word in proper]
        if len(keys) == 1 and proper[0].isupper():
            return self.initials.get(proper[0], keys[0])
        if len(keys) > 1:
            key = " ".join(keys)
            self.initials.setdefault("".join(word[0] for word in proper), key)
            return key
        return keys[0]

    def _nation(self, word: str) -> str | None:
        key = fold(word)
        return self.nations.get(key) or self.nations.get(_singular(key))

    def nationality(self, name: str) -> str:
        """A state's name with the adjective of its country before it: "Norland jets" and "jets"
        are the "Norlandic military", "the army" the "Norlandic army"."""
        words = name.split()
        nations = [word for word in words if self._nation(word)]
        country = self._nation(nations[0]) if nations else self.home
        adjective = self._adjective(country)
        if adjective is None or len(nations) > 1:
            return name
        if len(words) == 1 and nations:
            return name
        rest = " ".join(word for word in words if word not in nations)
        if not nations and any(_PROPER.match(x) and not self._is_common(x) for x in words):
            return name  # "Assad regime", "Presidential Guard"
        return f"{adjective} {'military' if _CRAFT.fullmatch(rest) else rest}"

    def _adjective(self, country: str | None) -> str | None:
        """As the text has it first; None where it has none."""
        found = (
            place.span.of(self.text)
            for place in self.analysis.places
            if place.use == "demonym" and place.entry and place.entry.country == country
        )
        return next(found, None)


def _singular(key: str) -> str:
    return key.removesuffix("s") if len(key) > 3 else key


def is_of_state(name: str) -> bool:
    """Whether the words tell that it is a state's: "regime forces", "the army"."""
    return bool(_STATE.search(name))
