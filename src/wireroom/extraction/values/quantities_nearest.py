"""What befell those who are counted, where nothing was parsed: the nearest word that says so."""

from collections.abc import Iterator

from wireroom.extraction.values.quantities_lexicon import PERSONS, Lexicon
from wireroom.extraction.values.quantities_numbers import Number, Sentence
from wireroom.extraction.values.quantities_units import Counted

_REACH = 14  # tokens on either side
_STEP = 4  # what a comma or an "and" between costs, in tokens
_STOPS = frozenset(".;:!?؛؟…")
_COMMAS = frozenset(",،")
_LONGEST = 4  # words of a phrase


def find_nearest(
    sentence: Sentence, lexicon: Lexicon, number: Number, counted: Counted
) -> tuple[str, str] | None:
    """The role and why, by the nearest word of harm in the clause; only people have one.

    Commas and "and" between make a word farther; another number ends the search, unless what it
    counts is only a part ("12 people, three of them children, were killed").
    """
    if counted.unit.kind not in (*PERSONS, ""):
        return None
    after = number.right if counted.head is None else max(counted.head + 1, number.right)
    steps = [
        *_walk(sentence, lexicon, range(after, min(after + _REACH, len(sentence.tokens)))),
        *_walk(sentence, lexicon, range(number.left - 1, max(-1, number.left - 1 - _REACH), -1)),
    ]
    found = [
        (cost, place < number.left, place, role)
        for cost, place in steps
        if (role := _role_at(sentence, lexicon, place))
    ]
    if not found:
        return None
    late = bool(lexicon.words.get("verb-last"))
    cost, _, place, role = min(found, key=lambda one: (one[0], one[1] == late, one[2]))
    return role, f"'{sentence.tokens[place].text}' is the nearest word of harm"


def _walk(sentence: Sentence, lexicon: Lexicon, places: range) -> Iterator[tuple[int, int]]:
    """The tokens on one side of a number, nearest first, with how far each is."""
    cost, skip = 0, -1
    ahead = places.step > 0
    for place in places:
        word = sentence.words[place]
        if word in _STOPS or word in lexicon.words.get("contrast", ()):
            return
        if place <= skip:
            cost += 1
            continue
        part = lexicon.parts.after(sentence.words, place) if ahead else None
        if part:
            skip = _end_of_part(sentence, lexicon, place + part[0])
            cost += 1 - _STEP
        elif _joins(lexicon, word):
            cost += 1 + _STEP
        elif _is_number(lexicon, word):
            return
        else:
            # "وجرح 15": its "and" lies before it, on the far side from a number after it.
            joined = _STEP if _is_joined(lexicon, word) else 0
            cost += 1 + joined
            yield cost - (0 if ahead else joined), place


def _joins(lexicon: Lexicon, word: str) -> bool:
    return word in _COMMAS or word in lexicon.words.get("and", ())


def _is_joined(lexicon: Lexicon, word: str) -> bool:
    """ "وإصابة": an Arabic word that has its "and" before it."""
    prefix = lexicon.words.get("and-prefix", ())
    return len(word) > 3 and any(word.startswith(one) for one in prefix)


def _end_of_part(sentence: Sentence, lexicon: Lexicon, place: int) -> int:
    """The last token of a part in brackets: up to a comma, else its number and noun."""
    end = min(place + _REACH, len(sentence.tokens))
    for at in range(place, end):
        if sentence.words[at] in _COMMAS or sentence.words[at] == ")":
            return at
        if sentence.words[at] in _STOPS:
            break
    for at in range(place, end):
        if _is_number(lexicon, sentence.words[at]):
            return at + 1
    return place - 1


def _is_number(lexicon: Lexicon, word: str) -> bool:
    if word in lexicon.words.get("one", ()) or word in lexicon.words.get("article", ()):
        return False
    return word[0].isdigit() or lexicon.numerals.has(word) or word in lexicon.duals


def is_word_of_harm(lexicon: Lexicon, word: str) -> bool:
    """Whether the word says what befell somebody, with or without an "and" before it."""
    return _role_of(lexicon, word) is not None


def _role_of(lexicon: Lexicon, word: str) -> str | None:
    for how in ("near", "counted"):
        known = lexicon.roles.get(how, {})
        role = known.get(word) or (known.get(word[1:]) if _is_joined(lexicon, word) else None)
        if role:
            return role
    return None


def _role_at(sentence: Sentence, lexicon: Lexicon, place: int) -> str | None:
    role = _role_of(lexicon, sentence.words[place])
    if role:
        return role
    phrases = lexicon.phrases.get("near")
    found = phrases.after(sentence.words, place) if phrases else None
    return found[1] if found else None
