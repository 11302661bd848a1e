"""Who says what, over all Documents, and through whom."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from wireroom.records.analyses import AnalysedDocument
from wireroom.records.attributions import Attribution, SpeakerKind
from wireroom.records.links import Evidence
from wireroom.records.stories import ChainStep, Speaker, Statement
from wireroom.stories.names import merge_names, most_usual
from wireroom.text.folding import fold

_LONGEST_CHAIN = 20  # links; a longer one is a circle in the findings
_PRONOUN = 5  # letters; a shorter word alone ("she", "они", "which") tells nobody who speaks
_NAMELESS = "not named"


@dataclass(frozen=True, slots=True)
class _Said:
    """One attribution, with what its speaker is called."""

    name: str
    named: bool
    attribution: Attribution
    statement: Statement


def build_speakers(documents: Iterable[AnalysedDocument]) -> tuple[Speaker, ...]:
    """All speakers, the one with most statements first; who speaks without a name comes last.

    Speakers are merged as ``merge_names`` says. Posters of different threads stay apart, as do
    the unnamed of different Documents; those of one Document whom it calls by a pronoun alone
    stand together as "not named". An attribution without any source is not counted.
    """
    said = [one for analysed in documents for one in _said(analysed)]
    merged = merge_names((one.name, _may_be_person(one)) for one in said if one.named)
    groups: dict[tuple[str, str], list[_Said]] = {}
    for one in said:
        if one.named and one.attribution.speaker_kind != "post":
            key = merged[one.name], ""
        else:
            key = fold(one.name), one.statement.document
        groups.setdefault(key, []).append(one)
    speakers = [_speaker(group) for group in groups.values()]
    return tuple(sorted(speakers, key=_order))


def _may_be_person(one: _Said) -> bool:
    """A single name whose kind is not known may be a person's last name."""
    kind = one.attribution.speaker_kind
    return kind == "person" or (kind is None and " " not in one.name and one.name.istitle())


def _order(speaker: Speaker) -> tuple[bool, int, str]:
    return not speaker.named, -len(speaker.statements), speaker.name


def _speaker(group: Sequence[_Said]) -> Speaker:
    name = most_usual(one.name for one in group)
    also = tuple(sorted({one.name for one in group} - {name}))
    reason = f"taken for one: {', '.join((name, *also))}" if also else ""
    statements = tuple(one.statement for one in group)
    return Speaker(name, _kind(group), statements, also, group[0].named, reason)


def _kind(group: Sequence[_Said]) -> SpeakerKind | None:
    """The kind that most attributions give."""
    kinds = Counter(one.attribution.speaker_kind or "" for one in group)
    del kinds[""]
    usual = min(kinds, key=lambda kind: (-kinds[kind], kind), default=None)
    return usual or None


def _said(analysed: AnalysedDocument) -> Iterator[_Said]:
    document, analysis = analysed.document, analysed.analysis
    for index, attribution in enumerate(analysis.attributions):
        named = bool(attribution.speaker) and attribution.speaker_kind != "unnamed"
        name = attribution.speaker or _words(attribution, document.text)
        if not named and " " not in name and len(name) <= _PRONOUN:
            name = _NAMELESS if name else ""
        if name:
            statement = Statement(document.id, index, _through(analysed, attribution))
            yield _Said(name, named, attribution, statement)


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
        outer = attributions[at]
        steps.append(_step(analysed, outer))
        at = outer.inside
    if not document.posts and (document.outlet or document.author):
        steps.append(ChainStep(document.outlet or document.author, "outlet"))
    return tuple(reversed(steps))


def _step(analysed: AnalysedDocument, outer: Attribution) -> ChainStep:
    document = analysed.document
    spans = outer.source or ((outer.antecedent,) if outer.antecedent else ()) or outer.content[:1]
    name = outer.speaker or _words(outer, document.text) or None
    evidence = Evidence(document.id, spans[0]) if spans else None
    return ChainStep(name, outer.speaker_kind, evidence)
