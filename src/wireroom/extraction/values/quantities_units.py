"""What a number counts: the head of the noun phrase that it stands in."""

from collections.abc import Sequence
from dataclasses import dataclass

from wireroom.extraction.values.quantities_lexicon import PERSONS, Lexicon, Unit
from wireroom.extraction.values.quantities_numbers import Number, Sentence
from wireroom.records.annotations import Token
from wireroom.records.spans import Span

_LONGEST = 7  # words of a phrase after its number
_NOUNS = ("NOUN", "PROPN")


@dataclass(frozen=True, slots=True)
class Counted:
    """The unit of a number; ``head`` is the place of its noun, None where none stands there.

    ``partitive`` is True for "three of the soldiers".
    """

    unit: Unit
    head: int | None
    end: int
    partitive: bool = False


def find_unit(
    sentence: Sentence, lexicon: Lexicon, number: Number, taken: Sequence[Span]
) -> Counted:
    """The unit of a number, with the kind ``thing`` where no list knows it, ``""`` without one."""
    if number.money:
        return Counted(lexicon.units.get(number.money, Unit("money", "money")), None, number.end)
    said = _said_of_them(sentence, lexicon, number)
    if said is not None:
        return said
    place, partitive = _after_of(sentence, lexicon, number)
    if partitive and _is_harmed(sentence, lexicon, place):
        return Counted(Unit("person", "person"), place, sentence.tokens[place].end, True)
    head = _head(sentence, lexicon, place, taken)
    if head is None:
        return Counted(Unit("", ""), None, number.end)
    token = sentence.tokens[head]
    known = lexicon.units.get(sentence.words[head]) or lexicon.units.get(token.lemma.casefold())
    unit = known or Unit(_lemma(token), "thing")
    if unit.kind == "person" and _is_civil(sentence, lexicon, place, head):
        unit = Unit("civilian", "civilian")
    return Counted(unit, head, token.end, partitive and not number.vague)


def _is_civil(sentence: Sentence, lexicon: Lexicon, place: int, head: int) -> bool:
    """ "мирных жителей": residents that are called peaceful are civilians."""
    civil = lexicon.words.get("civil", frozenset())
    return any(word in civil for word in sentence.words[place:head])


def _lemma(token: Token) -> str:
    """A lemma; of a plural that the annotator took for a name, the word without its "s"."""
    lemma = token.lemma.casefold()
    plural = token.pos == "PROPN" and lemma.endswith("s") and not lemma.endswith("ss")
    return lemma[:-1] if plural and "Number=Plur" in token.feats else lemma


def _said_of_them(sentence: Sentence, lexicon: Lexicon, number: Number) -> Counted | None:
    """ "three of them were children", "six were children": the noun that is said of them."""
    words, place = sentence.words, number.right
    partitive = place < len(words) and words[place] in lexicon.words.get("of", ())
    if partitive:
        place += 1
        while place < len(words) and words[place] in lexicon.words.get("determiner", ()):
            place += 1
        if place >= len(words) or not _stands_for_people(sentence, lexicon, place):
            return None
        place += 1
    skipped = lexicon.words.get("helper", frozenset()) | lexicon.words.get("article", frozenset())
    at = place
    while at < len(words) and words[at] in skipped:
        at += 1
    # "three of them were children", "two of them women"
    said = at < len(words) and (place < at or partitive)
    unit = lexicon.units.get(words[at]) if said else None
    if unit is None or unit.kind not in PERSONS:
        return None
    return Counted(unit, None, sentence.tokens[at].end, partitive)


def _stands_for_people(sentence: Sentence, lexicon: Lexicon, place: int) -> bool:
    return sentence.words[place] in lexicon.words.get("them", ()) or _is_harmed(
        sentence, lexicon, place
    )


def _is_harmed(sentence: Sentence, lexicon: Lexicon, place: int) -> bool:
    """ "of the dead", "of the wounded": adjectives that stand for people."""
    state = lexicon.roles.get("state", {})
    return place < len(sentence.words) and sentence.words[place] in state


def _after_of(sentence: Sentence, lexicon: Lexicon, number: Number) -> tuple[int, bool]:
    place, words = number.right, sentence.words
    if place < len(words) and words[place] in lexicon.words.get("of", ()):
        place += 1
        while place < len(words) and words[place] in lexicon.words.get("determiner", ()):
            place += 1
        return place, True
    while place < len(words) and words[place] in lexicon.words.get("more", ()):
        place += 1
    return place, False


def _head(sentence: Sentence, lexicon: Lexicon, place: int, taken: Sequence[Span]) -> int | None:
    last: int | None = None
    for at in range(place, min(place + _LONGEST, len(sentence.tokens))):
        token = sentence.tokens[at]
        known = _known(sentence, lexicon, at)
        if any(span.start <= token.start < span.end for span in taken):
            break
        if known and not lexicon.parsed:
            return at
        if known or token.pos in _NOUNS:
            if last is not None and _closes(sentence, lexicon, last, at):
                break
            last = at
            if not lexicon.head_last:
                break
        elif last is not None and token.text not in "-–" or not _leads_on(sentence, lexicon, at):
            break
    return last


def _known(sentence: Sentence, lexicon: Lexicon, at: int) -> Unit | None:
    return lexicon.units.get(sentence.words[at]) or lexicon.units.get(
        sentence.tokens[at].lemma.casefold()
    )


def _closes(sentence: Sentence, lexicon: Lexicon, last: int, at: int) -> bool:
    """Whether a phrase that has its noun ends before the next one: "12 people Syrian state TV"."""
    known, noun = _known(sentence, lexicon, last), sentence.tokens[last]
    if known is None or known.kind not in PERSONS or noun.dep == "compound":
        return False
    if "Number=Plur" in noun.feats:
        return True
    return sentence.tokens[at].pos == "PROPN" and _known(sentence, lexicon, at) is None


def _leads_on(sentence: Sentence, lexicon: Lexicon, at: int) -> bool:
    """Whether a word may stand between a number and its noun."""
    token = sentence.tokens[at]
    if not lexicon.parsed:
        return _leads_on_unparsed(sentence, lexicon, at)
    if _is_harmed(sentence, lexicon, at):
        known = _known(sentence, lexicon, at + 1) if at + 1 < len(sentence.tokens) else None
        return known is not None and known.kind in PERSONS  # "70 wounded civilians"
    if token.pos == "ADJ":
        return True
    following = sentence.tokens[at + 1] if at + 1 < len(sentence.tokens) else None
    if token.text in "-–" and at > 0 and following is not None:
        return sentence.tokens[at - 1].end == token.start and token.end == following.start
    if following is None or not _may_be_noun(sentence, lexicon, at + 1):
        return False
    return token.pos == "ADJ" or "VerbForm=Part" in token.feats


def _leads_on_unparsed(sentence: Sentence, lexicon: Lexicon, at: int) -> bool:
    """Whether a word may be an adjective before a noun that the lists know: "12 junge Frauen"."""
    word, following = sentence.tokens[at], at + 1
    if not word.text[0].isalpha() or sentence.words[at] in lexicon.words.get("and", ()):
        return False
    if sentence.words[at] in lexicon.roles.get("near", {}):
        return False
    return following < len(sentence.tokens) and _known(sentence, lexicon, following) is not None


def _may_be_noun(sentence: Sentence, lexicon: Lexicon, at: int) -> bool:
    token: Token = sentence.tokens[at]
    return token.pos in _NOUNS or _known(sentence, lexicon, at) is not None
