"""What words tell of events in one language: triggers, weapons, participants, certainty."""

from dataclasses import dataclass
from typing import cast, get_args

from wireroom.records.events import Certainty, EventType, ParticipantKind
from wireroom.records.languages import LanguagePack

_TYPES: frozenset[str] = frozenset(get_args(EventType))
_KINDS: frozenset[str] = frozenset(get_args(ParticipantKind))


@dataclass(frozen=True, slots=True)
class Condition:
    """``slot`` is obj, subj, prep or in, where one of ``words`` or ``classes`` must stand; or comp,
    xcomp, said, will, which hold by themselves."""

    slot: str
    words: frozenset[str]
    classes: frozenset[str]


@dataclass(frozen=True, slots=True)
class TriggerEntry:
    """A row of triggers.txt. ``frame`` tells who did it to whom from where they stand."""

    words: tuple[str, ...]
    pos: str
    type: EventType
    mode: str | None
    frame: str
    conditions: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The lists of one language, looked up by lemma; ``classes`` has force, armed, unarmed, air,
    weapon, person, kind, and those of event_words.txt. ``vocabulary`` is every single word of the
    lists of triggers, weapons and participants; ``hyphened`` the words of all lists that are
    written with a hyphen ("sit-in")."""

    code: str
    triggers: dict[str, tuple[TriggerEntry, ...]]
    weapons: dict[tuple[str, ...], str]
    weapon_words: dict[str, str | None]
    kinds: dict[str, ParticipantKind]
    classes: dict[str, frozenset[str]]
    certainty: dict[tuple[str, str], Certainty]
    attempts: frozenset[str]
    forms: dict[str, str]
    vocabulary: frozenset[str]
    hyphened: frozenset[str]

    def are(self, name: str) -> frozenset[str]:
        """The words of one class; empty where the language has none."""
        return self.classes.get(name, frozenset())


_COMPILED: dict[str, Lexicon] = {}


def lexicon_for(pack: LanguagePack) -> Lexicon:
    """The pack's lists, compiled once a language. A language without lists has an empty lexicon."""
    if pack.code not in _COMPILED:
        _COMPILED[pack.code] = _compile(pack)
    return _COMPILED[pack.code]


def _compile(pack: LanguagePack) -> Lexicon:
    triggers = _triggers(pack)
    weapons = {tuple(row[0].split()): row[1] for row in pack.rows("weapons")}
    # An expression is known by its last word, unless that stands for itself with another mode.
    weapon_words: dict[str, str | None] = {
        words[-1]: mode for words, mode in weapons.items() if mode != "-"
    }
    weapon_words |= {words[0]: mode for words, mode in weapons.items() if len(words) == 1}
    weapon_words = {word: None if mode == "-" else mode for word, mode in weapon_words.items()}
    kinds = {
        row[0]: cast(ParticipantKind, row[1])
        for row in pack.rows("participants")
        if row[1] in _KINDS
    }
    rows = [entry for entries in triggers.values() for entry in entries]
    words = {word for entry in rows for word in entry.words}
    asked = {word for entry in rows for one in entry.conditions for word in one.words}
    named = {word for weapon in weapons for word in weapon} | kinds.keys()
    return Lexicon(
        pack.code,
        triggers,
        weapons,
        weapon_words,
        kinds,
        _classes(pack, kinds, weapon_words),
        {
            (row[2], row[0]): cast(Certainty, row[1])
            for row in pack.rows("certainty")
            if row[1] != "tried"
        },
        frozenset(row[0] for row in pack.rows("certainty") if row[1] == "tried"),
        {row[0]: row[1] for row in pack.rows("forms")},
        frozenset(words) | weapon_words.keys() | kinds.keys(),
        frozenset(word for word in words | asked | named if "-" in word.strip("-")),
    )


def _triggers(pack: LanguagePack) -> dict[str, tuple[TriggerEntry, ...]]:
    found: dict[str, list[TriggerEntry]] = {}
    for words, pos, kind, mode, frame, conditions in pack.rows("triggers"):
        if kind not in _TYPES:
            continue
        entry = TriggerEntry(
            tuple(words.split()),
            pos,
            cast(EventType, kind),
            None if mode == "-" else mode,
            frame,
            _conditions(conditions),
        )
        found.setdefault(entry.words[0], []).append(entry)
    # Longer expressions and those that ask for more come first.
    return {
        word: tuple(sorted(entries, key=lambda x: (-len(x.words), -len(x.conditions))))
        for word, entries in found.items()
    }


def _conditions(cell: str) -> tuple[Condition, ...]:
    if cell == "-":
        return ()
    found = []
    for part in cell.split(";"):
        slot, _, rest = part.partition("=")
        words = rest.split(",") if rest else []
        found.append(
            Condition(
                slot,
                frozenset(word for word in words if not word.startswith("@")),
                frozenset(word[1:] for word in words if word.startswith("@")),
            )
        )
    return tuple(found)


def _classes(
    pack: LanguagePack, kinds: dict[str, ParticipantKind], weapons: dict[str, str | None]
) -> dict[str, frozenset[str]]:
    named: dict[str, set[str]] = {"weapon": set(weapons), "kind": set(kinds)}
    named["person"] = {word for word, kind in kinds.items() if kind in ("person", "group")}
    for row in pack.rows("participants"):
        for name in row[2].split(","):
            if name != "-":
                named.setdefault(name, set()).add(row[0])
    for word, name in pack.rows("event_words"):
        named.setdefault(name, set()).add(word)
    return {name: frozenset(words) for name, words in named.items()}
