"""Which texts are translations of others: by their own word for it, or sentence by sentence.

Without a model of either language: sentences are aligned by their lengths and by what survives a
translation, which is numbers, days, and the consonants of names.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from wireroom.linking.candidates import pairs_of_holders
from wireroom.linking.units import Unit
from wireroom.records.analyses import AnalysedDocument, Analysis
from wireroom.records.links import Evidence, Reuse
from wireroom.records.passages import Passage
from wireroom.records.spans import Span, hull
from wireroom.text.agencies import same_source
from wireroom.text.bilingual import Bead, Sentence, align
from wireroom.text.folding import fold
from wireroom.text.instants import is_earlier
from wireroom.text.name_keys import name_key
from wireroom.text.shingles import code_of

# Set by hand on the harbour story, November 2026. Two reports of one event name the same people
# and numbers too, but not in the same sentences, one after the other, from end to end.
FEWEST_SENTENCES = 4  # that render one another, where no text says that it is a translation
FEWEST_DECLARED = 2  # the same where it says so
MOSTLY = 0.6  # of the sentences that hold a name or a number
ALIKE = 0.5  # of the anchors of two sentences that render one another
FEWEST_ANCHORS = 2  # that they share
SHARED_KEYS = 6  # anchors that two texts share to be aligned at all
MOST_HOLDERS = 60  # texts with one anchor, beyond which it ties none of them
LONGEST = 400  # sentences of a text that is aligned
KEY = 3  # consonants of a name by which sentences are aligned
HEAD = TAIL = 300  # characters at the ends of a text, in which it says what it is
NAMED = 10  # words after a mark in which the outlet is named

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


@dataclass(frozen=True, slots=True, eq=False)
class _Text:
    """A voice as sentences with their anchors."""

    unit: Unit
    passage: Passage
    spans: tuple[Span, ...]
    sentences: tuple[Sentence, ...]
    anchors: frozenset[str]
    named: str  # what it says that it was translated from, and what follows; "" for nothing


def find_translations(
    analysed: Sequence[AnalysedDocument], units: Sequence[Unit]
) -> tuple[Reuse, ...]:
    """Texts of two Documents, in two languages, of which the one renders the other.

    A text that says what outlet it was translated from is held against that outlet's texts only.
    Two others must render one another from end to end; which was first is told by their times.
    """
    languages = {passage.language for each in analysed for passage in each.analysis.passages}
    if len(languages - {"und"}) < 2:
        return ()
    texts = [text for text in _texts(analysed, units) if text.spans]
    found: dict[tuple[str, int], Reuse] = {}
    for one, other in _pairs(texts):
        reuse = _translation(one, other)
        if reuse is not None:
            place = (reuse.copy.document, _of(reuse, one, other).unit.span.start)
            known = found.get(place)
            if known is None or (reuse.score, known.origin.document) > (
                known.score,
                reuse.origin.document,
            ):
                found[place] = reuse
    return tuple(found[place] for place in sorted(found))


def _of(reuse: Reuse, one: _Text, other: _Text) -> _Text:
    return one if one.unit.document.id == reuse.copy.document else other


def _pairs(texts: Sequence[_Text]) -> Iterator[tuple[_Text, _Text]]:
    """Texts of different Documents and languages that share anchors, or of which one says so."""
    codes = [[code_of(anchor) for anchor in sorted(text.anchors)] for text in texts]
    pairs = set(pairs_of_holders(codes, MOST_HOLDERS, SHARED_KEYS))
    for index, text in enumerate(texts):
        if text.named:
            pairs.update(
                (min(index, other), max(index, other))
                for other in range(len(texts))
                if other != index and _is_named(texts[other], text)
            )
    for first, second in sorted(pairs):
        one, other = texts[first], texts[second]
        languages = {one.passage.language, other.passage.language}
        if one.unit.document.id != other.unit.document.id and len(languages - {"und"}) > 1:
            yield one, other


def _translation(one: _Text, other: _Text) -> Reuse | None:
    first, second, why = _direction(one, other)
    declared = bool(why)
    if (one.named or other.named) and not declared:
        return None
    beads = align(first.sentences, second.sentences)
    known = [bead for bead in beads if bead.score is not None]
    alike = [bead for bead in known if _renders(first, second, bead)]
    share = len(alike) / max(1, len(known))
    fewest = FEWEST_DECLARED if declared else FEWEST_SENTENCES
    if len(alike) < fewest or (share < MOSTLY and not declared):
        return None
    ends = (
        hull(first.spans[i] for bead in alike for i in bead.original),
        hull(second.spans[j] for bead in alike for j in bead.translation),
    )
    if ends[0] is None or ends[1] is None:
        return None
    earlier = True if declared else is_earlier(first.unit.published, second.unit.published)
    rendered = f"{len(alike)} of {len(known)} sentences with names or numbers render one another"
    times = f"published {first.unit.published} and {second.unit.published}"
    return Reuse(
        origin=Evidence(first.unit.document.id, ends[0]),
        copy=Evidence(second.unit.document.id, ends[1]),
        kind="translation",
        direction_known=earlier is not None,
        score=round(share, 4),
        reason=f"{rendered}; {why or (times if earlier is not None else _UNKNOWN)}",
    )


_UNKNOWN = "nothing shows which was first"


def _direction(one: _Text, other: _Text) -> tuple[_Text, _Text, str]:
    """The original, the translation, and the translation's own word for it."""
    for text, source in ((one, other), (other, one)):
        if text.named and _is_named(source, text):
            return source, text, f"it says that it was translated from {source.unit.outlet}"
    earlier = is_earlier(one.unit.published, other.unit.published)
    by_id = one.unit.document.id < other.unit.document.id
    return (one, other, "") if earlier or (earlier is None and by_id) else (other, one, "")


def _renders(first: _Text, second: _Text, bead: Bead) -> bool:
    if bead.score is None or bead.score < ALIKE:
        return False
    original = frozenset[str]().union(*(first.sentences[i].anchors for i in bead.original))
    translation = frozenset[str]().union(*(second.sentences[j].anchors for j in bead.translation))
    return len(original & translation) >= FEWEST_ANCHORS


def _texts(analysed: Sequence[AnalysedDocument], units: Sequence[Unit]) -> Iterator[_Text]:
    by_id: Mapping[str, Analysis] = {each.document.id: each.analysis for each in analysed}
    for unit in units:
        analysis = by_id[unit.document.id]
        passage = next((p for p in analysis.passages if p.start == unit.span.start), None)
        if passage is None and not unit.document.posts and analysis.passages:
            passage = analysis.passages[0]
        if passage is None:
            continue
        first = bisect_left(analysis.sentences, unit.span.start, key=lambda span: span.start)
        last = bisect_left(analysis.sentences, unit.span.end, key=lambda span: span.start)
        spans = analysis.sentences[first : min(last, first + LONGEST)]
        text = unit.document.text
        numbers = {q.start: f"#{q.value:g}" for q in analysis.quantities}
        numbers |= {d.start: f"day {d.value[:10]}" for d in analysis.dates}
        sentences = tuple(
            Sentence(span.end - span.start, frozenset(_anchors(text, span, numbers)))
            for span in spans
        )
        anchors = frozenset[str]().union(*(sentence.anchors for sentence in sentences))
        yield _Text(unit, passage, spans, sentences, anchors, _named(text, unit.span))


def _anchors(text: str, span: Span, numbers: Mapping[int, str]) -> Iterable[str]:
    for match in _NUMBER.finditer(text, *span):
        yield f"#{match.group().replace(',', '')}"
    for start in range(span.start, span.end):
        if start in numbers:
            yield numbers[start]
    for place, match in enumerate(_WORD.finditer(text, *span)):
        # The first word of a sentence is capital whatever it is.
        if place and match.group()[0].isupper() and len(name_key(match.group())) >= KEY:
            yield name_key(match.group())[:KEY]


@cache
def _marks() -> re.Pattern[str]:
    lines = files("wireroom.linking").joinpath("translation_marks.txt").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in lines.splitlines() if line and not line.startswith("#")]
    words = sorted((row[1] for row in rows), key=lambda mark: (-len(mark), mark))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b[\s:«“\"]*([^\n]+)", re.I)


def _named(text: str, span: Span) -> str:
    """What follows the words by which a text says that it is a translation."""
    ends = (
        (span.start, min(span.end, span.start + HEAD)),
        (max(span.start, span.end - TAIL), span.end),
    )
    for start, end in ends:
        match = _marks().search(text, start, end)
        if match:
            return match.group(1)
    return ""


def _is_named(source: _Text, translation: _Text) -> bool:
    """Whether the one names the outlet of the other as what it was translated from."""
    outlet = source.unit.outlet
    if not outlet or outlet == translation.unit.outlet:
        return False
    length = len(fold(outlet).removeprefix("the ").split())
    words = [word for word in fold(translation.named).split() if word != "the"][:NAMED]
    words = [word.strip('.,;:!?»”"()') for word in words]
    return any(
        same_source(" ".join(words[at : at + length]), outlet)
        for at in range(len(words) - length + 1)
    )
