"""Parties of a headline that the text below does not name."""

from collections.abc import Iterator, Sequence

from wireroom.disputes.parties import PartyMention, find_parties, may_be_one
from wireroom.disputes.tokens import split_words
from wireroom.disputes.wordlists import words
from wireroom.records.analyses import AnalysedDocument
from wireroom.records.headlines import Mismatch
from wireroom.records.spans import Span

_REACH = 25  # characters in which the next word stands
_STEM = 5  # letters of a word that its forms have in common
_SHORT = 3
_LONGEST = 20_000  # characters of a text in which its parties have been named


def find_party_mismatches(title: AnalysedDocument, body: AnalysedDocument) -> Iterator[Mismatch]:
    """The headline's parties that the text has under no name, where it names another.

    A party that the text does name is a mismatch too where the headline has it before a word
    ("Kurdish airstrikes") that the text has after another party and never after that one. Only
    parties of the list count: another name may always be one that we do not know.
    """
    text = body.document.text
    named = find_parties(text, Span(0, min(len(text), _LONGEST)))
    countries = {p.entry.country for p in body.analysis.places if p.entry}
    for mention in find_parties(title.document.text):
        if any(may_be_one(mention.party, other.party) for other in named):
            rival = _taken_over(title.document.text, mention, text, named)
        elif _countries(title, mention) & countries:
            rival = None
        else:
            rival = next((other for other in named), None)
        if rival:
            reason = (
                f"the headline names {mention.span.of(title.document.text)},"
                f" the text {rival.span.of(text)}"
            )
            yield Mismatch("actor", mention.span, rival.span, reason)


def _countries(title: AnalysedDocument, mention: PartyMention) -> set[str | None]:
    return {
        place.entry.country
        for place in title.analysis.places
        if place.entry and place.span.overlaps(mention.span)
    }


def _taken_over(
    title: str, mention: PartyMention, text: str, named: Sequence[PartyMention]
) -> PartyMention | None:
    """The party that the text has before the headline's word, and the headline's never."""
    word = _next_word(title, mention)
    own = find_parties(title)
    if word is None or any(0 <= other.span.start - mention.span.end <= 1 for other in own):
        return None
    before = [other for other in named if _next_word(text, other) == word]
    if not before or any(may_be_one(mention.party, other.party) for other in before):
        return None
    return before[0]


def _next_word(text: str, mention: PartyMention) -> str | None:
    """The next word's beginning, for who holds forms of a word together."""
    end = mention.span.end
    following = split_words(text, Span(end, min(len(text), end + _REACH)))
    key = following[0].key if following else ""
    return key[:_STEM] if len(key) > _SHORT and key not in words("stop") else None
