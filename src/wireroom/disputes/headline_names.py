"""Names of a headline that stand where a place stands, and that the text below does not have.

For places that were not recognised as such: a headline says too little around a name.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from wireroom.disputes.parties import find_parties
from wireroom.disputes.spelling import is_spelt
from wireroom.disputes.tokens import Word, split_words
from wireroom.disputes.wordlists import words
from wireroom.records.analyses import AnalysedDocument
from wireroom.records.headlines import Mismatch
from wireroom.records.places import PlaceMention
from wireroom.records.spans import Span

_PLAIN = 0.5  # the share of words in lower case from which capitals are names
_LEDE = 400  # characters in which the text has to say where
_LONGEST = 200_000  # characters of a text whose words are read
_SHORT = 3  # letters of a word that is no name
_STEM = 5  # letters of a word that its forms have in common


def find_name_mismatches(title: AnalysedDocument, body: AnalysedDocument) -> Iterator[Mismatch]:
    """At most one: a name, after "in" or taken for an entity, which the text has in no spelling.

    Only over a text in the same alphabet that opens with a place that the headline does not name,
    and only where no other place of the headline is borne out. In a headline that writes every
    word with a capital, only the word right after "in" may be a name.
    """
    headline, text = title.document.text, body.document.text
    found = split_words(headline)
    rival = _place_of_lede(headline, body)
    if rival is None or _has_place_of(title, body) or not _is_latin(headline + text):
        return
    known = [place.span for place in title.analysis.places]
    known += [mention.span for mention in find_parties(headline)]
    stems = {word.key[:_STEM] for word in split_words(text[:_LONGEST])}
    if _is_plain(headline, found):
        names = [*_after_where(headline, found, known), *_in_entities(title, found, known)]
    else:
        names = list(_right_after_where(headline, found, known))
    for name in names:
        written = name.span.of(headline)
        if name.key[:_STEM] not in stems and not is_spelt(written, text):
            reason = f"the headline says {written}, the text {rival.span.of(text)}"
            yield Mismatch("place", name.span, rival.span, reason)
            return


def _place_of_lede(headline: str, body: AnalysedDocument) -> PlaceMention | None:
    places = [
        place
        for place in body.analysis.places
        if place.use == "name" and place.precision != "country" and place.candidates
    ]
    if not places or places[0].start > _LEDE:
        return None
    rival = places[0]
    return None if is_spelt(rival.span.of(body.document.text), headline) else rival


def _is_latin(text: str) -> bool:
    """Whether all letters of its beginning are Latin: spellings across alphabets are unsure."""
    return all(char < "\u0250" for char in text[:_LEDE] if char.isalpha())


def _is_plain(headline: str, found: Sequence[Word]) -> bool:
    lower = [word for word in found if headline[word.start].islower()]
    return bool(found) and len(lower) >= _PLAIN * len(found)


def _has_place_of(title: AnalysedDocument, body: AnalysedDocument) -> bool:
    """Whether the text has some town or region of the headline."""
    return any(
        place.precision != "country"
        and is_spelt(place.span.of(title.document.text), body.document.text)
        for place in title.analysis.places
    )


def _after_where(headline: str, found: Sequence[Word], known: Sequence[Span]) -> Iterator[Word]:
    """The last words of the runs of words with a capital after "in", "on", "at"."""
    for at, word in enumerate(found[:-1]):
        if word.key not in words("whereabouts"):
            continue
        run: list[Word] = []
        for other in found[at + 1 :]:
            if not _is_name(headline, other):
                break
            run.append(other)
        if run and not any(_is_touched(other.span, known) for other in run):
            yield run[-1]


def _right_after_where(
    headline: str, found: Sequence[Word], known: Sequence[Span]
) -> Iterator[Word]:
    """The words after "in", "near", "at" of a headline that writes every word with a capital."""
    for word, following in pairwise(found):
        is_where = word.key in words("whereabouts") and following.key not in words("no_places")
        if is_where and _is_name(headline, following) and not _is_touched(following.span, known):
            yield following


def _is_touched(span: Span, known: Sequence[Span]) -> bool:
    return any(other.overlaps(span) for other in known)


def _in_entities(
    title: AnalysedDocument, found: Sequence[Word], known: Sequence[Span]
) -> Iterator[Word]:
    """The names in what the headline has as an entity, but for the full names of people."""
    for entity in title.analysis.entities:
        inside = [word for word in found[1:] if entity.span.covers(word.span)]
        names = [word for word in inside if _is_name(title.document.text, word)]
        if entity.type == "PERSON" and len(names) > 1:
            continue
        for word in names:
            if not _is_touched(word.span, known):
                yield word


def _is_name(headline: str, word: Word) -> bool:
    written = word.span.of(headline)
    return written[0].isupper() and not written.isupper() and len(word.key) > _SHORT
