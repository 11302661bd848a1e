"""Attributions by word lists alone, for a language without a syntax model."""

from wireroom.extraction.attribution.listed.clauses import Clauses
from wireroom.extraction.attribution.listed.dialogue import Dialogue
from wireroom.extraction.attribution.listed.findings import Passage
from wireroom.extraction.attribution.listed.headlines import find_headlines
from wireroom.extraction.attribution.listed.lists import elided, speech_lists
from wireroom.extraction.attribution.listed.phrases import Phrases
from wireroom.extraction.attribution.listed.reported import go_on
from wireroom.extraction.attribution.listed.speech import Speech
from wireroom.extraction.attribution.listed.words import Wording
from wireroom.extraction.attribution.nesting import nest
from wireroom.extraction.attribution.quoted import Quotes
from wireroom.records.annotations import AnnotatedText
from wireroom.records.attributions import Attribution
from wireroom.records.languages import LanguagePack

__all__ = ["find_by_lists", "has_lists"]


def has_lists(pack: LanguagePack) -> bool:
    """Whether the pack says by which words of its language somebody speaks."""
    return bool(pack.rows("cue_forms"))


def find_by_lists(
    annotated: AnnotatedText, quotes: Quotes, pack: LanguagePack
) -> tuple[Attribution, ...]:
    """Direct speech and the commonest indirect one, in the order of their cues.

    Finds what set words and their order show: it prefers to miss what is not plain, gives a short
    source rather than a long one, and a content that ends with its sentence.
    """
    lists = speech_lists(pack)
    enclitic = frozenset(lists.order.get("enclitic", ()))
    passage = Passage(Wording(annotated, quotes, elided(lists), enclitic), lists)
    phrases, speech = Phrases(passage), Speech(passage)
    phrases.find()
    Dialogue(passage).find()
    speech.find()
    Clauses(passage, speech).find()
    go_on(passage)
    phrases.cite()
    phrases.find_hearsay()
    find_headlines(passage)
    found = sorted(passage.all(), key=lambda finding: (finding.cue[0], finding.cue))
    places = {finding.cue[0]: place for place, finding in enumerate(found)}
    links = {
        place: places[finding.within]
        for place, finding in enumerate(found)
        if finding.within in places
    }
    return nest([passage.attribution(finding) for finding in found], links)
