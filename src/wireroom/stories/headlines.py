"""Where a headline and its text differ."""

from collections.abc import Iterable, Iterator

from wireroom.records.analyses import AnalysedDocument
from wireroom.records.headlines import HeadlineFinding
from wireroom.records.stories import HeadlineFlag


def find_headline_flags(documents: Iterable[AnalysedDocument]) -> tuple[HeadlineFlag, ...]:
    """The headlines that claim what their text does not, with the plainest first.

    A headline is listed if something in it does not match or its text denies it; that a text only
    discusses its headline is no difference.
    """
    flags = [flag for analysed in documents for flag in _flags(analysed) if _differs(flag.finding)]
    return tuple(sorted(flags, key=lambda flag: not flag.finding.mismatches))


def _differs(finding: HeadlineFinding) -> bool:
    return bool(finding.mismatches) or finding.relation == "disagrees"


def _flags(analysed: AnalysedDocument) -> Iterator[HeadlineFlag]:
    document, analysis = analysed.document, analysed.analysis
    if analysis.headline and document.title:
        yield HeadlineFlag(document.id, document.title, analysis.headline)
    for found in analysis.passage_headlines:
        if not 0 <= found.passage < len(analysis.passages):
            continue
        passage = analysis.passages[found.passage]
        at = passage.title_span
        title = at.of(document.text) if at else passage.title or ""
        yield HeadlineFlag(document.id, title, found.headline, found.passage, at)
