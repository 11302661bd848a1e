"""A language's lists of cues, phrases and small words, compiled."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import get_args

from wireroom.extraction.attribution.listed.words import key_of, split_words
from wireroom.extraction.compiled import once_a_pack
from wireroom.records.attributions import SpeakerKind, Stance
from wireroom.records.languages import LanguagePack
from wireroom.records.spans import Span

_STANCES: dict[str, Stance] = {stance: stance for stance in get_args(Stance)}
_KINDS: dict[str, SpeakerKind] = {kind: kind for kind in get_args(SpeakerKind)}
_SHORTEST = 3  # letters of a longer word before an ending of the list


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a cue: its parts, between which other words may stand, and what it does."""

    parts: tuple[tuple[str, ...], ...]
    ends_clause: bool
    needs_auxiliary: bool
    family: str
    frames: frozenset[str]
    stance: Stance

    @property
    def size(self) -> int:
        return sum(len(part) for part in self.parts)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words beside a source: according to. ``joined`` is what the next word begins with."""

    words: tuple[str, ...]
    joined: str
    side: str
    kind: str


@dataclass(frozen=True, slots=True)
class SpeechLists:
    """Forms and phrases by their first word; roles of small words; what holds of the order of
    words; nouns for sources, whole, by their beginning and by their end."""

    forms: Mapping[str, tuple[Form, ...]]
    phrases: Mapping[str, tuple[Phrase, ...]]
    roles: Mapping[str, frozenset[str]]
    order: Mapping[str, tuple[str, ...]]
    labels: frozenset[str]
    nouns: Mapping[str, SpeakerKind]
    beginnings: Mapping[str, SpeakerKind]
    endings: Mapping[str, SpeakerKind]

    def does(self, key: str, *roles: str) -> bool:
        """Whether a word does one of the things in a sentence."""
        does = self.roles.get(key)
        for each in () if does else self._readings(key):
            does = does or self.roles.get(each)
        return does is not None and not does.isdisjoint(roles)

    def holds(self, what: str) -> bool:
        """Whether the order of words of the language has a habit."""
        return what in self.order

    def noun(self, key: str) -> SpeakerKind | None:
        """What kind of source a noun is, if it is one."""
        for each in self._readings(key):
            if each in self.nouns:
                return self.nouns[each]
            for end in range(len(each), 1, -1):
                if each[:end] in self.beginnings:
                    return self.beginnings[each[:end]]
            for start in range(_SHORTEST, len(each)):
                if each[start:] in self.endings:
                    return self.endings[each[start:]]
        return None

    def _readings(self, key: str) -> Iterable[str]:
        yield key
        for clitic in self.order.get("proclitic", ()):
            if key.startswith(clitic) and len(key) > len(clitic) + 1:
                yield key[len(clitic) :]


@once_a_pack
def speech_lists(pack: LanguagePack) -> SpeechLists:
    """The pack's lists."""
    order: dict[str, list[str]] = {}
    for row in pack.rows("word_order"):
        order.setdefault(row[0], []).append(key_of(row[1]))
    roles: dict[str, set[str]] = {}
    for row in pack.rows("small_words"):
        roles.setdefault(key_of(row[0]), set()).add(row[1])
    cut = _Cutter(roles, order)
    nouns: tuple[dict[str, SpeakerKind], ...] = ({}, {}, {})
    for row in pack.rows("sources"):
        word = key_of(row[0])
        which = 1 if word.endswith("*") else 2 if word.startswith("*") else 0
        nouns[which][word.strip("*")] = _KINDS[row[1]]
        if which == 2:
            nouns[0][word.strip("*")] = _KINDS[row[1]]
    return SpeechLists(
        _by_first(_forms(pack, cut)),
        _phrases_by_first(_phrases(pack, cut)),
        {word: frozenset(does) for word, does in roles.items()},
        {what: tuple(words) for what, words in order.items()},
        frozenset(key_of(word) for word in pack.words("labels")),
        *nouns,
    )


class _Cutter:
    """Cuts the entries of a list to words as texts are cut."""

    def __init__(self, roles: Mapping[str, set[str]], order: Mapping[str, list[str]]) -> None:
        self.elided = frozenset(word for word, does in roles.items() if "elided" in does)
        self.enclitic = frozenset(order.get("enclitic", ()))

    def keys(self, text: str) -> tuple[str, ...]:
        spans = split_words(text, Span(0, len(text)), self.elided, self.enclitic)
        return tuple(key_of(span.of(text)) for span in spans)


def elided(lists: SpeechLists) -> frozenset[str]:
    """The words that are written together with the next one."""
    return frozenset(word for word, does in lists.roles.items() if "elided" in does)


def _forms(pack: LanguagePack, cut: _Cutter) -> Iterable[Form]:
    for forms, family, frames, stance, *_ in pack.rows("cue_forms"):
        for form in forms.split("|"):
            bare = form.removeprefix("+").removesuffix("$")
            yield Form(
                tuple(cut.keys(part) for part in bare.split("…")),
                form.endswith("$"),
                form.startswith("+"),
                family,
                frozenset(frames.split()),
                _STANCES[stance],
            )


def _phrases(pack: LanguagePack, cut: _Cutter) -> Iterable[Phrase]:
    for phrase, side, kind, *_ in pack.rows("source_phrases"):
        if phrase.endswith("~"):
            *words, joined = phrase.removesuffix("~").split()
            yield Phrase(tuple(key_of(word) for word in words), key_of(joined), side, kind)
        else:
            yield Phrase(cut.keys(phrase), "", side, kind)


def _by_first(forms: Iterable[Form]) -> dict[str, tuple[Form, ...]]:
    found: dict[str, list[Form]] = {}
    for form in forms:
        found.setdefault(form.parts[0][0], []).append(form)
    return {word: tuple(sorted(each, key=lambda f: -f.size)) for word, each in found.items()}


def _phrases_by_first(phrases: Iterable[Phrase]) -> dict[str, tuple[Phrase, ...]]:
    found: dict[str, list[Phrase]] = {}
    for phrase in phrases:
        found.setdefault(phrase.words[0], []).append(phrase)
    return {word: tuple(sorted(each, key=lambda p: -len(p.words))) for word, each in found.items()}
