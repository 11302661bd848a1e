"""On whose word one report rests: who said it, what credit line it has, or nobody known."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from wireroom.linking.accounts import Account
from wireroom.linking.credits import Credit
from wireroom.linking.units import Unit
from wireroom.linking.versions import NO_VERSIONS, Versions
from wireroom.records.attributions import Attribution, SpeakerKind
from wireroom.records.links import Evidence, OriginKind, Reuse
from wireroom.records.spans import Span, hull
from wireroom.text.agencies import fold_source, same_source
from wireroom.text.folding import fold
from wireroom.text.name_keys import same_full_name

# An organisation speaks through its officials; the contract has no kind of its own for it.
_KINDS: Mapping[SpeakerKind, OriginKind] = {
    "person": "person",
    "office": "official",
    "organisation": "official",
    "outlet": "outlet",
    "agency": "agency",
    "document": "document",
    "post": "post",
    "witness": "witness",
    "unnamed": "unnamed",
}
_HAVE_TEXTS = ("outlet", "agency", "document")
_NOT_HELD = ", whose own text is not among these"
LONGEST_POINTER = 5  # letters of "which", "those"


@dataclass(frozen=True, slots=True)
class Trace:
    """What one report rests on. ``key`` is what makes two traces one; None: nothing does.

    ``is_held`` is False for an outlet, agency or document of which no text is given.
    """

    kind: OriginKind
    source: str | None
    established: bool
    key: str | None
    reason: str
    evidence: tuple[Evidence, ...]
    is_held: bool = True


@dataclass(frozen=True, slots=True, eq=False)
class Sources:
    """What is needed to trace reports: the credits of every voice, reuse by Document, outlets."""

    credits: Mapping[tuple[str, str, int], tuple[Credit, ...]]
    outlets: Mapping[tuple[str, str, int], str | None]
    reuse: Mapping[str, tuple[Reuse, ...]]
    versions: Versions
    held: frozenset[str]  # the outlets, folded, of the given Documents


def sources_of(
    units: Sequence[Unit], reuse: Sequence[Reuse], versions: Versions = NO_VERSIONS
) -> Sources:
    """The sources of all units, under the unit's digest, Document and start."""
    by_document: dict[str, list[Reuse]] = defaultdict(list)
    for each in reuse:
        for document in sorted({each.origin.document, each.copy.document}):
            by_document[document].append(each)
    return Sources(
        credits={unit.key: unit.credits for unit in units},
        outlets={unit.key: unit.outlet for unit in units},
        reuse={document: tuple(found) for document, found in by_document.items()},
        versions=versions,
        held=frozenset(fold_source(unit.document.outlet) for unit in units if unit.document.outlet),
    )


def trace_account(account: Account, sources: Sources) -> Trace:
    attribution = _attribution(account)
    if attribution is not None and attribution.speaker_kind not in (None, "post"):
        return _on_the_word_of(account, attribution, sources)
    credits = [x for x in sources.credits.get(account.voice.key, ()) if not x.of_picture]
    if credits:
        name = credits[0].source
        is_held = _is_held(name, account, sources)
        return Trace(
            kind=credits[0].kind,
            source=name,
            established=True,
            key=fold_source(name),
            reason=f"the credit line names {name}" + ("" if is_held else _NOT_HELD),
            evidence=tuple(Evidence(account.document, credit.span) for credit in credits),
            is_held=is_held,
        )
    return _untraced(account, sources)


def across_scripts(traces: Sequence[Trace]) -> list[Trace]:
    """The same traces, with one key for the people whose full names may be one in two scripts.

    Two namesakes may come out as one: that counts too few origins, never too many.
    """
    keys: dict[str, str] = {}
    for name in sorted(
        {trace.source for trace in traces if trace.kind == "person" and trace.source}
    ):
        keys[name] = next((keys[known] for known in keys if same_full_name(known, name)), name)
    return [
        replace(trace, key=fold_source(keys[trace.source]))
        if trace.key is not None and trace.source in keys and trace.kind == "person"
        else trace
        for trace in traces
    ]


def _attribution(account: Account) -> Attribution | None:
    """The attribution that the report stands under; of a headline's, that of the text below it,
    which says more plainly whose word it is."""
    below = _below_the_headline(account)
    attributions = account.analysed.analysis.attributions
    for attribution in attributions if below else ():
        told = any(span.overlaps(mention) for span in attribution.content for mention in below)
        if told and attribution.speaker_kind and not _is_of_doer(account, attribution):
            return attribution
    index = account.event.attribution if account.event else None
    return None if index is None else attributions[index]


def _is_of_doer(account: Account, attribution: Attribution) -> bool:
    """Whether the very words that name who did it are its source: "Russia cast a veto" tells
    what Russia did, not on whose word it is told."""
    actors = account.event.actors if account.event else ()
    doers = [span for actor in actors for span in actor.spans]
    return any(span.overlaps(doer) for span in attribution.source for doer in doers)


def _below_the_headline(account: Account) -> tuple[Span, ...]:
    """The mentions below the headline of a pasted item that tells it first in the headline."""
    title = account.part.title_span if account.part else None
    if account.event is None or title is None or not title.covers(account.trigger):
        return ()
    return tuple(mention for mention in account.event.mentions if not title.covers(mention))


def _on_the_word_of(account: Account, attribution: Attribution, sources: Sources) -> Trace:
    kind = attribution.speaker_kind or "unnamed"
    spans = [hull(attribution.source), hull(attribution.cue), hull(attribution.content)]
    where = next((span for span in spans if span is not None), account.trigger)
    source = attribution.speaker or _phrase(where.of(account.analysed.document.text))
    named = attribution.speaker is not None and kind not in ("unnamed", "post")
    return Trace(
        kind="official" if kind == "unnamed" and _is_official(source) else _KINDS[kind],
        source=source,
        established=_is_own_witness(source) if kind == "witness" else named,
        key=fold_source(source) if source and named and kind != "witness" else None,
        reason=f"on the word of {source or 'somebody'}"
        + _about(source, kind, named, account, sources),
        evidence=(Evidence(account.document, where),),
        is_held=not named or kind not in _HAVE_TEXTS or _is_held(source or "", account, sources),
    )


def _is_held(source: str, account: Account, sources: Sources) -> bool:
    """Whether a text of the source is given, if only as the piece that the report stands in."""
    own = sources.outlets.get(account.voice.key)
    return fold_source(source) in sources.held or same_source(source, own or "")


@cache
def _officials() -> frozenset[str]:
    lines = files("wireroom.linking").joinpath("officials.txt").read_text(encoding="utf-8")
    return frozenset(fold(line) for line in lines.splitlines() if not line.startswith("#"))


def _is_official(source: str | None) -> bool:
    """Whether those who are not named are at least of an office: "oil officials"."""
    return bool(source) and not _officials().isdisjoint(fold(source or "").split())


def _is_own_witness(source: str | None) -> bool:
    """Whether it is the writer who saw it ("I", "we"), or somebody with a name; not "residents"."""
    return source is None or any(char.isupper() for char in source)


def _phrase(words: str) -> str | None:
    """The words for who spoke, unless they only point back ("it", "which")."""
    return words if any(len(word) > LONGEST_POINTER for word in words.split()) else None


def _about(
    source: str | None, kind: SpeakerKind, named: bool, account: Account, sources: Sources
) -> str:
    if not named or source is None:
        return ", not named" if source else " not named"
    is_held = kind not in _HAVE_TEXTS or _is_held(source, account, sources)
    return "" if is_held else _NOT_HELD


def _untraced(account: Account, sources: Sources) -> Trace:
    outlet = sources.outlets.get(account.voice.key)
    in_thread = bool(account.analysed.document.posts)
    return Trace(
        kind="post" if in_thread and not outlet else "outlet",
        source=outlet or (None if in_thread else account.analysed.document.author),
        established=False,
        key=None,
        reason="no source is given, and nothing shows that it stands on its own",
        evidence=(Evidence(account.document, account.trigger),),
    )
