"""What one Document copies of another: its unnamed sources are that one's."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from wireroom.records.analyses import AnalysedDocument
from wireroom.records.links import Reuse
from wireroom.records.spans import Span, hull
from wireroom.stories.groups import Edge
from wireroom.stories.mentions import Mention
from wireroom.text.folding import fold

_KINDS = ("copy", "near-copy", "quotation")


def join_copies(
    documents: Mapping[str, AnalysedDocument],
    mentions: Iterable[Mention],
    reuse: Sequence[Reuse],
) -> Iterator[Edge]:
    """ "A senior official" of two Documents, where both have the same words from him, and the one
    has them from the other. Words that merely agree join nobody."""
    unnamed: dict[str, list[Mention]] = {}
    for mention in sorted(mentions, key=Mention.place):
        if not mention.named and len(mention.name.split()) > 1:
            unnamed.setdefault(fold(mention.name), []).append(mention)
    copied = [one for one in reuse if one.kind in _KINDS]
    for group in unnamed.values():
        for at, one in enumerate(group):
            for other in group[at + 1 :]:
                if one.document != other.document and _is_copied(documents, one, other, copied):
                    yield Edge(one, other, "copy", "the one text has these words from the other")


def _is_copied(
    documents: Mapping[str, AnalysedDocument], one: Mention, other: Mention, reuse: Sequence[Reuse]
) -> bool:
    mine, theirs = _said(documents[one.document], one), _said(documents[other.document], other)
    for words in mine.keys() & theirs.keys():
        ends = {(one.document, mine[words]), (other.document, theirs[words])}
        if any(_ties(each, ends) for each in reuse):
            return True
    return False


def _ties(reuse: Reuse, ends: Iterable[tuple[str, Span]]) -> bool:
    stretches = (reuse.origin, reuse.copy)
    return all(
        any(stretch.document == document and stretch.span.overlaps(span) for stretch in stretches)
        for document, span in ends
    )


def _said(analysed: AnalysedDocument, mention: Mention) -> dict[str, Span]:
    """What somebody says, word by word, each with where it stands."""
    text, found = analysed.document.text, {}
    for statement in mention.statements:
        content = analysed.analysis.attributions[statement.attribution].content
        span = hull(content)
        if span is not None:
            found[fold(" ".join(" ".join(each.of(text) for each in content).split()))] = span
    return found
