"""A story from its Documents, their analyses, and what was found between them."""

from collections.abc import Sequence

from wireroom.records.analyses import AnalysedDocument
from wireroom.records.comparisons import Comparison
from wireroom.records.decisions import SpeakerDecision
from wireroom.records.links import ChainLink
from wireroom.records.stories import Story
from wireroom.stories.headlines import find_headline_flags
from wireroom.stories.sources import build_sources, count_story
from wireroom.stories.speakers import build_speakers
from wireroom.stories.timeline import build_timeline


def build_story(
    title: str,
    analysed: Sequence[AnalysedDocument],
    comparison: Comparison,
    decisions: Sequence[SpeakerDecision] = (),
) -> Story:
    """Everything that a page or a file of the story shows, in one record.

    ``analysed`` is in the order in which it is to be shown. Documents that ``comparison`` names
    and that are not among ``analysed`` are left out of trees, never made up. ``decisions`` are a
    person's on who is who, the oldest first.
    """
    by_id = {one.document.id: one for one in analysed}
    chains: dict[str, list[ChainLink]] = {}
    for link in comparison.chains:
        chains.setdefault(link.evidence.document, []).append(link)
    sources = []
    for event in comparison.events:
        documents = sorted({report.document for report in event.reports})
        known = [link for document in documents for link in chains.get(document, ())]
        sources.append(build_sources(event, by_id, event.edges or known))
    return Story(
        title,
        tuple(analysed),
        comparison,
        count_story(len(analysed), comparison.events),
        build_timeline(analysed, comparison.events),
        tuple(sources),
        build_speakers(analysed, decisions, comparison.reuse),
        find_headline_flags(analysed),
    )
