"""What a translation does not carry over, and what it has that the original does not.

Made for texts in English and Russian. It would rather miss a slip than cry wolf: a finding needs
sentences that are surely each other's, and no other word that may stand for what is missing.
"""

from collections.abc import Iterator, Sequence

from wireroom.disputes.rendering import compare_rendering
from wireroom.disputes.sides import Side
from wireroom.disputes.tokens import split_words
from wireroom.disputes.wordlists import words
from wireroom.records.analyses import AnalysedDocument
from wireroom.records.changes import TranslationFinding
from wireroom.records.spans import Span, hull
from wireroom.text.bilingual import Bead, align

_LEAST = 10  # characters of a sentence whose absence is worth a word


def check_translation(
    original: AnalysedDocument, translation: AnalysedDocument
) -> tuple[TranslationFinding, ...]:
    """The findings in the order of the original; those without a place in it come last.

    Titles are not compared, nor what says that it is a translation. Numbers are held together by
    what they come to, names by their consonants in Latin letters, places by where the gazetteer
    has them.
    """
    first, second = Side.of(original), Side.of(translation)
    beads = align(first.sentences, second.sentences)
    if not beads:
        return ()
    findings = list(_of_beads(first, second, beads))
    return tuple(sorted(findings, key=_order))


def _order(finding: TranslationFinding) -> tuple[bool, Span, Span, str]:
    nowhere = Span(0, 0)
    return (
        finding.original is None,
        finding.original or nowhere,
        finding.translation or nowhere,
        finding.field,
    )


def _of_beads(first: Side, second: Side, beads: Sequence[Bead]) -> Iterator[TranslationFinding]:
    for index, bead in enumerate(beads):
        if bead.original and bead.translation:
            near = beads[max(0, index - 1) : index + 2]
            yield from compare_rendering(first, second, bead, near)
        else:
            yield from _alone(first, second, bead)


def _alone(first: Side, second: Side, bead: Bead) -> Iterator[TranslationFinding]:
    original = hull(first.spans[i] for i in bead.original)
    translation = hull(second.spans[j] for j in bead.translation)
    if original and original.end - original.start >= _LEAST:
        yield TranslationFinding("missing", original, None, "no sentence renders this one")
    told = translation and any(
        word.key in words("translating") for word in split_words(second.text, translation)
    )
    if translation and not told and translation.end - translation.start >= _LEAST:
        note = "this sentence renders none of the original"
        yield TranslationFinding("added", None, translation, note)
