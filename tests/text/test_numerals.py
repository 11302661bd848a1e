"""Numbers in digits and in words."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wireroom.language import pack_for
from wireroom.text.numerals import NumeralReader

ENGLISH = NumeralReader(pack_for("en").rows("numbers"))
RUSSIAN = NumeralReader(pack_for("ru").rows("numbers"), decimal=",")

_EN_SMALL = re.split(
    " ",
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen",
)
_EN_TENS = re.split(" ", "_ _ twenty thirty forty fifty sixty seventy eighty ninety")
_RU_SMALL = re.split(
    " ",
    "ноль один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать "
    "тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать",
)
_RU_TENS = re.split(
    " ", "_ _ двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто"
)
_RU_HUNDREDS = re.split(
    " ", "_ сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот"
)


def english(number: int) -> str:
    """A number below 10,000 in words."""
    if number < 20:
        return _EN_SMALL[number]
    if number < 100:
        rest = number % 10
        return _EN_TENS[number // 10] + (f"-{_EN_SMALL[rest]}" if rest else "")
    if number < 1000:
        rest = number % 100
        return f"{_EN_SMALL[number // 100]} hundred" + (f" and {english(rest)}" if rest else "")
    rest = number % 1000
    return f"{_EN_SMALL[number // 1000]} thousand" + (f" {english(rest)}" if rest else "")


def russian(number: int) -> str:
    """A number below 10,000 in words, in the nominative."""
    if number < 20:
        return _RU_SMALL[number]
    if number < 100:
        rest = number % 10
        return _RU_TENS[number // 10] + (f" {_RU_SMALL[rest]}" if rest else "")
    if number < 1000:
        rest = number % 100
        return _RU_HUNDREDS[number // 100] + (f" {russian(rest)}" if rest else "")
    thousands, rest = divmod(number, 1000)
    words = {1: "одна тысяча", 2: "две тысячи"}.get(thousands)
    words = words or f"{_RU_SMALL[thousands]} {'тысячи' if thousands < 5 else 'тысяч'}"
    return words + (f" {russian(rest)}" if rest else "")


@pytest.mark.parametrize(("reader", "spell"), [(ENGLISH, english), (RUSSIAN, russian)])
def test_every_number_below_ten_thousand_is_read_from_its_words(
    reader: NumeralReader, spell: Callable[[int], str]
) -> None:
    wrong = [
        number
        for number in range(10_000)
        if (found := reader.read(spell(number))) is None or found.value != number
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("words", "value", "vague"),
    [
        ("a dozen", 12, False),
        ("two dozen", 24, False),
        ("dozens", 24, True),
        ("hundreds", 200, True),
        ("tens of thousands", 20_000, True),
        ("several hundred", 300, True),
        ("a couple", 2, False),
        ("three and a half", 3.5, False),
        ("2.5 million", 2_500_000, False),
        ("1,234,567", 1_234_567, False),
        ("١٢", 12, False),
        ("٢٬٥٠٠", 2500, False),
    ],
)
def test_english_numerals(words: str, value: float, vague: bool) -> None:
    found = ENGLISH.read(words)
    assert found is not None
    assert (found.value, found.vague) == (value, vague)


@pytest.mark.parametrize(
    ("words", "value", "vague"),
    [
        ("двенадцати", 12, False),
        ("двадцатью пятью", 25, False),
        ("трое", 3, False),
        ("десятки", 20, True),
        ("десятки тысяч", 20_000, True),
        ("несколько сотен", 300, True),
        ("2,5 тыс.", 2500, False),
        ("1 200", 1200, False),
        ("1.200", 1200, False),
        ("полтора миллиона", 1_500_000, False),
        ("две с половиной тысячи", 2500, False),
    ],
)
def test_russian_numerals(words: str, value: float, vague: bool) -> None:
    found = RUSSIAN.read(words)
    assert found is not None
    assert (found.value, found.vague) == (value, vague)


@pytest.mark.parametrize("words", ["five six", "of", "a", "and", "dozens of", "seven twenty"])
def test_words_that_make_no_numeral(words: str) -> None:
    assert ENGLISH.read(words) is None


def test_an_ordinal_is_marked() -> None:
    found = ENGLISH.read("twenty-first")
    assert found is not None
    assert found.ordinal
    assert found.value == 21


@pytest.mark.parametrize(
    ("decimal", "text", "value"),
    [(".", "1,200", 1200), (".", "1.200", 1.2), (",", "1.200", 1200), (",", "1,5", 1.5)],
)
def test_the_decimal_mark_says_which_mark_groups(decimal: str, text: str, value: float) -> None:
    assert NumeralReader([], decimal).digits(text) == value


@given(st.integers(0, 10**12))
def test_grouped_digits_are_read_back(number: int) -> None:
    assert ENGLISH.digits(f"{number:,}") == number


@given(st.text(alphabet=st.sampled_from("0123456789., ٣тысhundredtwo-a\n"), max_size=60))
def test_numerals_lie_in_the_text_in_order(text: str) -> None:
    for reader in (ENGLISH, RUSSIAN):
        end = 0
        for found in reader.find(text, 0, len(text)):
            assert end <= found.start < found.end <= len(text)
            end = found.end
