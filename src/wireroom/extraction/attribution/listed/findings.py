"""What is found in one passage, put together as attributions."""

from dataclasses import dataclass

from wireroom.extraction.attribution.families import known_family
from wireroom.extraction.attribution.finishing import kind_of
from wireroom.extraction.attribution.listed.cues import Cue, Cues
from wireroom.extraction.attribution.listed.lists import SpeechLists
from wireroom.extraction.attribution.listed.naming import name_of
from wireroom.extraction.attribution.listed.sources import Sources
from wireroom.extraction.attribution.listed.words import Wording
from wireroom.records.attributions import Attribution, AttributionKind, CueFamily, Stance
from wireroom.records.spans import Span

# What becomes of a stance when its cue is negated: who did not say it has said nothing.
_NEGATED: dict[Stance, Stance] = {"asserts": "doubts", "promises": "doubts", "denies": "asserts"}


@dataclass(frozen=True, slots=True)
class Finding:
    """An attribution in words of the passage. ``within`` is the first word of the cue of the one
    that it is cited in."""

    source: range | None
    cue: tuple[int, ...]
    content: tuple[Span, ...]
    frame: str
    stance: Stance = "asserts"
    kind: AttributionKind | None = None
    within: int | None = None
    cut: int = 0  # letters of the source's first word that belong to the cue


class Passage:
    """The words, lists, cues and sources of one passage, and what is found in it."""

    def __init__(self, wording: Wording, lists: SpeechLists) -> None:
        self.w = wording
        self.lists = lists
        self.cues = Cues(wording, lists)
        self.sources = Sources(wording, lists, self.cues)
        self._found: dict[int, list[Finding]] = {}
        self.used: set[int] = set()  # words of the cues that are found

    def add(self, finding: Finding) -> None:
        """Keep a finding; its words are no part of other cues."""
        self._found.setdefault(self.w[finding.cue[0]].sentence, []).append(finding)
        self.used.update(finding.cue)

    def all(self) -> list[Finding]:
        """All findings, sentence by sentence."""
        return [finding for number in sorted(self._found) for finding in self._found[number]]

    def beside(self, index: int) -> list[Finding]:
        """The findings whose cue is in the sentence of the word."""
        return self._found.get(self.w[index].sentence, [])

    def replace(self, finding: Finding, other: Finding) -> None:
        """Put another finding with the same cue in the place of one."""
        same = self._found[self.w[finding.cue[0]].sentence]
        same[same.index(finding)] = other

    def does(self, index: int, *roles: str) -> bool:
        """Whether a word of the passage has one of the roles."""
        return 0 <= index < len(self.w) and self.lists.does(self.w[index].key, *roles)

    def sentence(self, index: int) -> range:
        """The words of the sentence that a word stands in."""
        return self.w.bounds[self.w[index].sentence]

    def scope(self, index: int) -> range:
        """The words of the word's sentence within its quotation; all of the sentence outside."""
        words = self.sentence(index)
        if self.w[index].scope < 0:
            return words
        first = last = index
        while first - 1 >= words.start and self.w.same(index, first - 1):
            first -= 1
        while last + 1 < words.stop and self.w.same(index, last + 1):
            last += 1
        return range(first, last + 1)

    def is_free(self, cue: Cue) -> bool:
        """Whether no word of the cue is part of another one."""
        return self.used.isdisjoint(cue.group)

    def stance(self, cue: Cue) -> Stance:
        """The stance of the cue, with its negation."""
        stance = cue.form.stance
        return _NEGATED.get(stance, stance) if cue.negated else stance

    def content(self, first: int, end: int) -> tuple[Span, ...]:
        """The words from ``first`` to before ``end`` without marks at the edges and without what
        is taken at the end; empty where nothing is left."""
        while first < end and self._is_edge(first, at_end=False):
            first += 1
        while end > first and (
            self._is_edge(end - 1, at_end=True) or end - 1 in self.sources.taken
        ):
            end -= 1
        return (self.w.span(first, end - 1),) if first < end else ()

    def _is_edge(self, index: int, *, at_end: bool) -> bool:
        word = self.w[index]
        if not word.is_mark or word.text in "([¿¡":
            return at_end and word.text in "([¿¡"
        if word.text in '"“”«»„?!…' or (at_end and word.text in ")]"):
            return False
        return word.text != "." or not at_end or word.scope < 0

    def attribution(self, finding: Finding) -> Attribution:
        """The finding in the terms of the records."""
        w = self.w
        source: tuple[Span, ...] = ()
        if finding.source:
            span = w.span(finding.source.start, finding.source.stop - 1)
            source = (Span(span.start + finding.cut, span.end),)
        cue = w.spans(finding.cue)
        words = " ".join(span.of(w.text) for span in cue)
        who = f" with source {source[0].of(w.text)!r}" if source else ", no source named"
        known = name_of(w, self.lists, finding.source) if finding.source else (None, None)
        return Attribution(
            source=source,
            cue=cue,
            content=finding.content,
            kind=finding.kind or kind_of(finding.content, w.quotes),
            stance=finding.stance,
            speaker=known[0],
            speaker_kind=known[1],
            reason=f"cue {words!r} ({finding.frame}){who}",
            family=self._family(finding),
        )

    def _family(self, finding: Finding) -> CueFamily:
        """What the list has the cue as; phrases, dashes and colons, which it lacks, are speech."""
        forms = (cue.form.family for index in finding.cue for cue in self.cues.at(index))
        return next((family for form in forms if (family := known_family(form))), "speech")
