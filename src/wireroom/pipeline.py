"""The order of the stages; the only place that knows it.

Document ─► Passages ─► annotated text ─► values, Attributions, Event reports ─► Analysis
Analyses ─► reuse, origins, Events ─► Disputes ─► events or mentions ─► Comparison
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from wireroom.disputes import find_disputes
from wireroom.disputes.headlines import compare_headline, place_by_text
from wireroom.errors import TooLong
from wireroom.extraction.attribution import find_attributions
from wireroom.extraction.attribution.structure import frame_threads
from wireroom.extraction.events import find_events, reads_events
from wireroom.extraction.events.main import find_main_event
from wireroom.extraction.values.gazetteer import Gazetteer
from wireroom.extraction.values.places import find_places
from wireroom.extraction.values.quantities import find_quantities
from wireroom.extraction.values.times import find_times
from wireroom.language import annotate, detect_language, pack_for, split_passages
from wireroom.language.headlines import find_body
from wireroom.linking import link_documents
from wireroom.records.analyses import AnalysedDocument, Analysis, PassageFinding
from wireroom.records.comparisons import Comparison, Event
from wireroom.records.dates import PartialDate
from wireroom.records.decisions import OriginDecision
from wireroom.records.documents import Document
from wireroom.records.headlines import HeadlineFinding
from wireroom.records.languages import LanguagePack
from wireroom.records.merging import merge_analyses
from wireroom.records.passages import Passage
from wireroom.records.values import Values
from wireroom.stories.standing import find_standing

LONGEST = 5_000_000  # characters of one Document that are analysed: about three minutes' work


def analyse_document(document: Document, gazetteer: Gazetteer) -> Analysis:
    """Everything that is found in one Document by itself.

    Raises TooLong for a text of more than LONGEST characters.
    """
    if len(document.text) > LONGEST:
        raise TooLong(
            f"{document.id} has {len(document.text):,} characters, more than {LONGEST:,}",
            "cut it into its articles or chapters",
        )
    passages = split_passages(document)
    parts = [_analyse_passage(document, passage, gazetteer) for passage in passages]
    language = _main_language(passages)
    analysis = merge_analyses(document.id, language, parts)
    packs = [pack_for(code) for code in sorted({passage.language for passage in passages})]
    framed = frame_threads(document, analysis.attributions, packs)
    found = _passage_headlines(document, passages, gazetteer)
    analysis = place_by_text(replace(analysis, attributions=framed, passage_headlines=found))
    return replace(
        analysis,
        main_event=find_main_event(analysis, document),
        headline=_headline(document, analysis, gazetteer),
        events_unread=_events_unread(packs),
    )


def compare_documents(
    analysed: Sequence[AnalysedDocument], decisions: Sequence[OriginDecision] = ()
) -> Comparison:
    """Everything that is found between Documents; their order changes nothing.

    ``decisions`` are a person's on which reports have one origin, the oldest first; they win.
    """
    linked = link_documents(analysed, decisions)
    by_id = {each.document.id: each for each in analysed}
    return replace(linked, events=tuple(_judged(event, by_id) for event in linked.events))


def _judged(event: Event, by_id: Mapping[str, AnalysedDocument]) -> Event:
    """With what its reports differ on, and whether it is an event of the story or a mention."""
    disputed = replace(event, disputes=find_disputes(event, by_id))
    standing, reason = find_standing(disputed, by_id)
    return replace(disputed, standing=standing, standing_reason=reason)


def _analyse_passage(document: Document, passage: Passage, gazetteer: Gazetteer) -> Analysis:
    pack = pack_for(passage.language)
    annotated = annotate(document.text, passage.span, pack)
    values = Values(
        find_places(annotated, gazetteer),
        find_times(annotated, pack, PartialDate.parse(passage.published), passage.nearby),
        find_quantities(annotated, pack),
        None if passage.nearby else passage.published,  # then or later says nothing of the day
    )
    attributions = find_attributions(annotated, pack)
    return Analysis(
        document.id,
        passage.language,
        (passage,),
        annotated.sentences,
        attributions,
        annotated.entities,
        values.places,
        values.dates,
        values.quantities,
        find_events(annotated, pack, values, attributions),
    )


def _events_unread(packs: Sequence[LanguagePack]) -> tuple[str, ...]:
    """The languages without rules for events. A few words or figures in no language that can be
    told are left out, unless there is nothing else."""
    unread = [pack.code for pack in packs if not reads_events(pack)]
    return tuple(code for code in unread if code != "und" or len(packs) == 1)


def _main_language(passages: Sequence[Passage]) -> str:
    """The language that most characters are in."""
    lengths: dict[str, int] = {}
    for passage in passages:
        lengths[passage.language] = lengths.get(passage.language, 0) + passage.end - passage.start
    return max(lengths, key=lambda code: lengths[code]) if lengths else "und"


def _headline(
    document: Document, analysis: Analysis, gazetteer: Gazetteer
) -> HeadlineFinding | None:
    """The Document's title against its text."""
    if not document.title:
        return None
    if document.posts:
        return HeadlineFinding("discusses", reason="a thread's title is no claim about its posts")
    language = detect_language(document.title, analysis.language)
    title = replace(document, text=document.title, title=None, language=language)
    return compare_headline(_analysed(title, gazetteer), AnalysedDocument(document, analysis))


def _analysed(document: Document, gazetteer: Gazetteer) -> AnalysedDocument:
    return AnalysedDocument(document, analyse_document(document, gazetteer))


def _passage_headlines(
    document: Document, passages: Sequence[Passage], gazetteer: Gazetteer
) -> tuple[PassageFinding, ...]:
    findings = []
    for index, passage in enumerate(passages):
        body = find_body(document, passages, index)
        if passage.title is None or body is None:
            continue
        title = _excerpt(document, passage, passage.title)
        text = _excerpt(document, passage, body.of(document.text))
        found = compare_headline(_analysed(title, gazetteer), _analysed(text, gazetteer))
        mismatches = tuple(
            replace(mismatch, text=mismatch.text.moved(body.start)) for mismatch in found.mismatches
        )
        findings.append(PassageFinding(index, replace(found, mismatches=mismatches)))
    return tuple(findings)


def _excerpt(document: Document, passage: Passage, text: str) -> Document:
    language = detect_language(text, passage.language)
    return Document(
        document.id, text, published=passage.published, outlet=passage.outlet, language=language
    )
