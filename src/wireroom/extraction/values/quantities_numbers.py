"""Which numbers of a sentence count something, and between which bounds."""

import math
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from wireroom.extraction.values.quantities_lexicon import Lexicon
from wireroom.records.annotations import Token
from wireroom.records.spans import Span
from wireroom.text.numerals import Numeral
from wireroom.text.words import word_key

# "about 40" is taken to be within a tenth: reports of one count seldom round more coarsely.
NEAR = 0.1
_LONGEST_CODE = 9  # digits in a row; more are a telephone number or a code
_DASHES = "-–—"
_NUMBERED = re.compile(r"(?:№|#|\b[Nn]o\.?|\bN)\s*$")
_MONEY = "$€£₽₪¥"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its tokens from index ``first`` of the passage on, and their folded words."""

    text: str
    span: Span
    tokens: Sequence[Token]
    first: int
    words: list[str]
    starts: list[int]

    def at(self, offset: int) -> int:
        """The place, in this sentence, of the first token that starts at or after ``offset``."""
        return bisect_left(self.starts, offset)

    def head(self, place: int) -> int | None:
        """The place of a token's head; None at the root and where nothing was parsed."""
        head = self.tokens[place].head - self.first
        return head if 0 <= head < len(self.tokens) and head != place else None


@dataclass(frozen=True, slots=True)
class Number:
    """A number with the words that bound it; ``left`` and ``right`` are places of tokens.

    The number's own tokens are ``[inner, right)``, those with its bounds ``[left, right)``.
    ``money`` is the mark of a currency before it, ``word`` the number as it is written.
    """

    start: int
    end: int
    value: float
    low: float | None
    high: float | None
    left: int
    inner: int
    right: int
    money: str = ""
    vague: bool = False
    word: str = ""
    bound: str = "exact"


def find_numbers(sentence: Sentence, lexicon: Lexicon, taken: Sequence[Span]) -> Iterator[Number]:
    """The numbers that may count something; ``taken`` are the spans of dates and times."""
    numerals = [
        numeral
        for numeral in lexicon.numerals.find(sentence.text, *sentence.span)
        if not numeral.ordinal and not _is_label(sentence, numeral)
    ]
    place = 0
    while place < len(numerals):
        numeral = numerals[place]
        upper = numerals[place + 1] if place + 1 < len(numerals) else None
        place += 1
        if any(numeral.start < span.end and span.start < numeral.end for span in taken):
            continue
        if _is_in_share(sentence, lexicon, numeral):
            continue
        if upper and _is_range(sentence, numeral, upper, lexicon):
            place += 1
            yield _bounded(sentence, lexicon, numeral, upper)
        else:
            yield _shared(sentence, lexicon, _bounded(sentence, lexicon, numeral, None))


def _shared(sentence: Sentence, lexicon: Lexicon, number: Number) -> Number:
    """ "more than half of the 200": as many as that is of the number, 100 to 200.

    "Most" is more than half. A share of what nobody has counted is no number.
    """
    found = lexicon.shares.before(sentence.words, number.left)
    if found is None or number.bound != "exact":
        return number
    inner = number.left - found[0]
    left, bounds = _leftwards(sentence, lexicon, inner)
    most, share = found[1].startswith(">"), float(found[1].lstrip(">"))
    bound = next((bound for bound in bounds if bound != "exact"), "low" if most else "exact")
    value = round(number.value * share)
    low, high = bounds_of(value, None, bound)
    high = number.value if high is None else min(high, number.value)
    start = sentence.tokens[left].start
    return replace(
        number, start=start, value=value, low=low, high=high, left=left, inner=inner, bound=bound
    )


def _is_in_share(sentence: Sentence, lexicon: Lexicon, numeral: Numeral) -> bool:
    """ "two" in "two thirds of the"."""
    place = sentence.at(numeral.start)
    found = lexicon.shares.after(sentence.words, place)
    return found is not None and sentence.at(numeral.end) < place + found[0]


def _is_label(sentence: Sentence, numeral: Numeral) -> bool:
    """Digits that are part of a name, a code, a score, a list: "F-16", "3:2", "No. 5", "1."."""
    text, start, end = sentence.text, numeral.start, numeral.end
    before = text[start - 1] if start > sentence.span.start else " "
    after = text[end] if end < sentence.span.end else " "
    beyond = text[end + 1] if end + 1 < sentence.span.end else " "
    if (
        before.isalnum()
        and not _is_prefix(text, start)
        or before in "#№+/:.,_@'’\\"
        or after.isalnum()
        or after in "_@"
    ):
        return True
    if _NUMBERED.search(text, max(sentence.span.start, start - 5), start):
        return True
    if after in "/:" and beyond.isdigit():
        return True
    if after in _DASHES and beyond.isalpha():
        return True
    if before in _DASHES and start - 2 >= sentence.span.start and text[start - 2].isalpha():
        return True
    if start == sentence.span.start and after in ".)" and text[start].isdigit():
        return True
    return end - start > _LONGEST_CODE and text[start:end].isdigit()


def _is_prefix(text: str, start: int) -> bool:
    """ "و60": an Arabic word of one letter is written with the number."""
    alone = start < 2 or not text[start - 2].isalnum()
    return text[start - 1] in "وبلف" and alone


def _is_range(sentence: Sentence, low: Numeral, high: Numeral, lexicon: Lexicon) -> bool:
    between = sentence.text[low.end : high.start].strip().casefold()
    if low.vague or high.vague or high.value <= low.value or not between:
        return False
    if between in _DASHES:
        return True
    place = sentence.at(low.start)
    opener = sentence.words[place - 1] if place else ""
    between = word_key(between)
    if between in lexicon.words.get("range-joiner", ()):
        # "From 40 to 60 were hurt", but not "rose from 40 to 60".
        return place == 1 or opener not in lexicon.words.get("range-from", ())
    return between in lexicon.words.get("between-joiner", ()) and opener in lexicon.words.get(
        "between", ()
    )


def _bounded(
    sentence: Sentence, lexicon: Lexicon, numeral: Numeral, upper: Numeral | None
) -> Number:
    last = upper or numeral
    inner, after = sentence.at(numeral.start), sentence.at(last.end)
    left, bounds = _leftwards(sentence, lexicon, inner)
    right = after
    later = lexicon.afterwards.after(sentence.words, after)
    if later:
        right += later[0]
        bounds.append(later[1])
    bounds.append("low" if numeral.vague else "exact")
    bound = next((bound for bound in bounds if bound != "exact"), "exact")
    if bound == "high" and _reaches(sentence, lexicon, left, inner):
        bound = "exact"  # "выросло до 43": the preposition belongs to the verb
    low, high = bounds_of(numeral.value, upper.value if upper else None, bound)
    return Number(
        sentence.tokens[left].start if left < inner else numeral.start,
        max(sentence.tokens[right - 1].end if right > inner else 0, last.end),
        numeral.value,
        low,
        high,
        left,
        inner,
        right,
        _currency(sentence.text, numeral.start),
        numeral.vague,
        sentence.text[numeral.start : numeral.end].casefold(),
        bound,
    )


def _leftwards(sentence: Sentence, lexicon: Lexicon, inner: int) -> tuple[int, list[str]]:
    """Where the words that bound a number begin, and what they say, the nearest first."""
    left, bounds = inner, []
    openers = lexicon.words.get("between", frozenset())
    while left > 0:
        found = lexicon.approximations.before(sentence.words, left)
        if found is not None:
            left -= found[0]
            bounds.append(found[1])
        elif sentence.words[left - 1] in _MONEY or sentence.words[left - 1] in openers:
            left -= 1
        else:
            break
    return left, bounds


def _reaches(sentence: Sentence, lexicon: Lexicon, left: int, inner: int) -> bool:
    verbs = lexicon.words.get("rising", frozenset())
    before = sentence.tokens[left - 1] if left else None
    if left > 1 and sentence.words[left - 2] in lexicon.words.get("range-from", ()):
        return True  # "с 12 до 19"
    return inner - left == 1 and before is not None and before.lemma.casefold() in verbs


def _currency(text: str, start: int) -> str:
    """The mark of the currency that stands before a number, or ""."""
    before = text[max(0, start - 2) : start].strip()
    return before[-1:] if before and before[-1] in _MONEY else ""


def bounds_of(value: float, upper: float | None, bound: str) -> tuple[float | None, float | None]:
    """Lowest and highest number that the words allow; None where they set no limit."""
    if upper is not None:
        return value, upper
    if bound == "low":
        return value, None
    if bound == "high":
        return None, value
    near = math.floor(value * NEAR)
    if bound == "about":
        return value - near, value + near
    if bound == "under":
        return value - near, value
    return value, value
