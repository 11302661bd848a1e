"""The cue words of a language, compiled from its pack."""

from collections.abc import Mapping
from dataclasses import dataclass

from wireroom.extraction.attribution.standing import Standings, read_hedges, read_standings
from wireroom.extraction.compiled import once_a_pack
from wireroom.records.attributions import Stance
from wireroom.records.events import Certainty
from wireroom.records.languages import LanguagePack, Rows

_DEEDS = ("ASSAULT", "COERCE", "PROTEST", "CRIME")
_STANCES: dict[str, Stance] = {
    "asserts": "asserts",
    "denies": "denies",
    "doubts": "doubts",
    "no-comment": "no-comment",
    "asks": "asks",
    "promises": "promises",
}


@dataclass(frozen=True, slots=True)
class CueWord:
    """One cue: its class (speech, thought, wish, evidence, stance), its frames, what it does."""

    lemma: str
    family: str
    frames: frozenset[str]
    stance: Stance
    certainty: str


Words = Mapping[str, tuple[CueWord, ...]]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The cues of one language by part of speech; phrases by their first word.

    A lemma may have several entries, for different frames: "call on" asks, "call" does not.
    ``weights`` is empty for a language whose cues have not been counted: there the frames that
    the list gives decide. ``silence`` and ``labels`` are words of no comment, and what stands
    before a colon without being a speaker. ``citing`` are the phrases by which
    the speaker of a sentence names a source of her own: with reference to; ``deeds`` are verbs of
    what is done to somebody, which are no cues, with whether they are violent. ``standings`` are
    cues of one word or several with what they make of their content, ``hedges`` the words that
    make it less sure, by where they stand.
    """

    verbs: Words
    nouns: Words
    adverbs: Words
    adjectives: Words
    phrases: Mapping[str, tuple[tuple[str, ...], ...]]
    citing: frozenset[str]
    weights: Mapping[str, float]
    silence: Mapping[str, str]
    labels: frozenset[str]
    deeds: Mapping[str, bool]
    standings: Standings
    hedges: Mapping[tuple[str, str], Certainty]

    def verb(self, lemma: str, frame: str) -> CueWord | None:
        """The entry of a verb for a frame; its first entry where none is for the frame."""
        return _entry(self.verbs.get(lemma, ()), frame)

    def noun(self, lemma: str, frame: str) -> CueWord | None:
        """The entry of a noun for a frame; its first entry where none is for the frame."""
        return _entry(self.nouns.get(lemma, ()), frame)

    def is_speech(self, lemma: str) -> bool:
        """Whether the verb is one of saying, not of thinking, wanting or showing."""
        return any(
            cue.family == "speech" or "quotation" in cue.frames for cue in self.verbs.get(lemma, ())
        )


def _entry(cues: tuple[CueWord, ...], frame: str) -> CueWord | None:
    for cue in cues:
        if frame in cue.frames:
            return cue
    return cues[0] if cues else None


@once_a_pack
def lexicon_of(pack: LanguagePack) -> Lexicon:
    """The pack's cues."""
    rows = tuple(row for row in pack.rows("cues") if len(row) >= 6)
    return Lexicon(
        verbs=_words(rows, "verb"),
        nouns=_words(rows, "noun"),
        adverbs=_words(rows, "adverb"),
        adjectives=_words(rows, "adjective"),
        phrases=_phrases(rows),
        citing=frozenset(row[0] for row in rows if row[1:3] == ("preposition", "citing")),
        weights={row[0]: float(row[1]) for row in pack.rows("cue_weights") if len(row) == 2},
        silence={row[0]: row[1] for row in pack.rows("silence") if len(row) >= 2},
        labels=frozenset(word.casefold() for word in pack.words("labels")),
        deeds=_deeds(pack.rows("triggers"), {row[0] for row in rows if row[1] == "verb"}),
        standings=read_standings(pack.rows("stances")),
        hedges=read_hedges(pack.rows("certainty")),
    )


def _deeds(triggers: Rows, cues: set[str]) -> dict[str, bool]:
    found: dict[str, bool] = {}
    for row in triggers:
        if len(row) < 5 or row[0] in cues:
            continue
        if row[1] == "v" and row[2] in _DEEDS and row[4] == "do":
            found[row[0]] = found.get(row[0], False) or row[2] == "ASSAULT"
    return found


def _words(rows: Rows, part: str) -> dict[str, tuple[CueWord, ...]]:
    found: dict[str, list[CueWord]] = {}
    for row in rows:
        if row[1] == part:
            lemma, _, family, frames, stance, certainty = row[:6]
            stand = _STANCES.get(stance, "asserts")
            cue = CueWord(lemma, family, frozenset(frames.split()), stand, certainty)
            found.setdefault(lemma, []).append(cue)
    return {lemma: tuple(cues) for lemma, cues in found.items()}


def _phrases(rows: Rows) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for row in rows:
        if row[1] == "preposition":
            words = tuple(row[0].split())
            found.setdefault(words[0], []).append(words)
    return {
        first: tuple(sorted(phrases, key=lambda words: (-len(words), words)))
        for first, phrases in found.items()
    }
