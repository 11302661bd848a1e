"""Who speaks in one Document: each name once, with what it says and what kind of name it is."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from wireroom.records.analyses import AnalysedDocument
from wireroom.records.attributions import Attribution, SpeakerKind
from wireroom.records.links import Evidence
from wireroom.records.spans import Span
from wireroom.records.stories import ChainStep, Statement
from wireroom.stories.bodies import Body, body_of
from wireroom.text.folding import fold
from wireroom.text.name_sounds import is_arabic
from wireroom.text.person_names import PersonName, read_person_name

Sort = Literal["person", "body", "apart"]

_LONGEST_CHAIN = 20  # links; a longer one is a circle in the findings
_PRONOUN = 5  # letters; a shorter word alone ("she", "они", "which") tells nobody who speaks
_NAMELESS = "not named"
_OF_PERSONS = {"he", "him", "his", "she", "her", "hers", "он", "его", "она", "её", "ее"}


@dataclass(frozen=True, slots=True)
class Mention:
    """One name in one Document. ``key`` tells it from the others there; ``evidence`` is where the
    name stands first. ``body`` is what else than a person it is the name of, None for persons and
    for whom nothing ties to another Document."""

    document: str
    key: tuple[str, str]
    name: str
    named: bool
    kind: SpeakerKind | None
    evidence: Evidence | None
    statements: tuple[Statement, ...]
    deeds: tuple[Statement, ...]
    sort: Sort
    body: Body | None = None

    def place(self) -> tuple[str, str, str]:
        """Tells it from all others of the story, and puts it in an order of its own."""
        return self.document, *self.key

    @property
    def person(self) -> PersonName:
        """The name taken apart; only of use for persons."""
        return read_person_name(self.name)


@dataclass(frozen=True, slots=True)
class _Said:
    name: str
    named: bool
    index: int
    attribution: Attribution
    statement: Statement


def mentions_of(analysed: AnalysedDocument) -> Iterator[Mention]:
    """The speakers of one Document by their names. An attribution without any source is left out,
    as is what stands in no known place of the text."""
    groups: dict[tuple[str, str], list[_Said]] = {}
    for one in _said(analysed):
        post = "post" if one.attribution.speaker_kind == "post" else ""
        named = post or ("named" if one.named else "unnamed")
        name = one.name if named == "named" else fold(one.name)
        groups.setdefault((named, name), []).append(one)
    for key, group in groups.items():
        yield _mention(analysed, key, group)


def _mention(analysed: AnalysedDocument, key: tuple[str, str], group: Sequence[_Said]) -> Mention:
    kind, name = _kind(group), group[0].name
    first = group[0].attribution
    named = group[0].named
    spans = [span for one in group for span in _name_spans(one.attribution)]
    evidence = Evidence(analysed.document.id, min(spans)) if spans else None
    body = body_of(analysed, name, kind, [*first.source]) if named and kind != "post" else None
    sort: Sort = "body" if body else "person" if named and _may_be_person(kind, name) else "apart"
    return Mention(
        analysed.document.id,
        key,
        name,
        named,
        body.kind or kind if body else kind,
        evidence,
        tuple(one.statement for one in group if _is_saying(one.attribution)),
        tuple(one.statement for one in group if not _is_saying(one.attribution)),
        sort,
        body,
    )


def _is_saying(found: Attribution) -> bool:
    """Whether the source says, thinks, wants or shows it: by its cue, or because its words stand in
    quotation marks. What has no cue is all of a post's or a piece's words."""
    return found.family is not None or found.kind == "direct" or not found.cue


def _may_be_person(kind: SpeakerKind | None, name: str) -> bool:
    """A single name whose kind is not known may be a person's last name; in Arabic letters any
    may, and joins only what is one in another script."""
    unknown = is_arabic(name) or (" " not in name and name.istitle())
    return kind == "person" or (kind is None and unknown)


def _kind(group: Sequence[_Said]) -> SpeakerKind | None:
    """The kind that most attributions give."""
    kinds = Counter(one.attribution.speaker_kind or "" for one in group)
    del kinds[""]
    usual = min(kinds, key=lambda kind: (-kinds[kind], kind), default=None)
    return usual or None


def _name_spans(found: Attribution) -> tuple[Span, ...]:
    return (found.antecedent,) if found.antecedent else found.source[:1]


def _said(analysed: AnalysedDocument) -> Iterator[_Said]:
    document, analysis = analysed.document, analysed.analysis
    for index, attribution in enumerate(analysis.attributions):
        named = bool(attribution.speaker) and attribution.speaker_kind != "unnamed"
        name = attribution.speaker or _words(attribution, document.text)
        if named and _is_misnamed(analysed, attribution, name):
            named, name = False, _words(attribution, document.text)
        if not named and " " not in name and len(name) <= _PRONOUN:
            name = _NAMELESS if name else ""
        if name:
            statement = Statement(document.id, index, _through(analysed, attribution))
            yield _Said(name, named, index, attribution, statement)


def _is_misnamed(analysed: AnalysedDocument, attribution: Attribution, name: str) -> bool:
    """Whether the name is none: a place that is called "he", or a word that the Document writes
    small elsewhere ("Leaks show", "the leaks")."""
    text = analysed.document.text
    if attribution.speaker_kind == "post" or " " in name:
        return False
    if attribution.antecedent and fold(_words(attribution, text)) in _OF_PERSONS:
        places = (place.span.of(text) for place in analysed.analysis.places)
        return any(fold(place) == fold(name) for place in places)
    if attribution.speaker_kind is not None or not name.istitle():
        return False
    singular = re.escape(name.casefold().removesuffix("s"))
    return re.search(rf"\b{singular}s?\b", text) is not None


def _words(attribution: Attribution, text: str) -> str:
    return " ".join(" ".join(span.of(text) for span in attribution.source).split())


def _through(analysed: AnalysedDocument, attribution: Attribution) -> tuple[ChainStep, ...]:
    """Who passed it on, outermost first: the outlet of an article, then what encloses it."""
    document, attributions = analysed.document, analysed.analysis.attributions
    steps: list[ChainStep] = []
    at, seen = attribution.inside, set[int]()
    while at is not None and 0 <= at < len(attributions) and at not in seen:
        if len(steps) == _LONGEST_CHAIN:
            break
        seen.add(at)
        steps.append(_step(analysed, at))
        at = attributions[at].inside
    if not document.posts and (document.outlet or document.author):
        steps.append(ChainStep(document.outlet or document.author, "outlet"))
    return tuple(reversed(steps))


def _step(analysed: AnalysedDocument, index: int) -> ChainStep:
    document, outer = analysed.document, analysed.analysis.attributions[index]
    spans = outer.source or ((outer.antecedent,) if outer.antecedent else ()) or outer.content[:1]
    name = outer.speaker or _words(outer, document.text) or None
    evidence = Evidence(document.id, spans[0]) if spans else None
    return ChainStep(name, outer.speaker_kind, evidence, index)
