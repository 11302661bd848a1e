"""Expressions of time in invented sentences, and laws for any text."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wireroom.extraction.values.times import find_times
from wireroom.extraction.values.times_grammar import grammar_of
from wireroom.language import annotate, pack_for
from wireroom.language.registry import LANGUAGES
from wireroom.records.dates import PartialDate
from wireroom.records.spans import Span
from wireroom.records.times import TimeExpression

Found = list[tuple[str, str, str]]

# Everything that ISO-TimeML allows for a value, as far as we go.
_DAY = r"(?:\d{4}|XXXX)-(?:\d\d|XX)-(?:\d\d|XX)"
_CLOCK = r"T(?:\d\d:\d\dZ?|MO|MI|AF|EV|NI)"
_DATE = (
    rf"{_DAY}(?:{_CLOCK})?|(?:\d{{4}}|XXXX)(?:-(?:\d\d|W\d\d(?:-WE)?|Q\d|H\d|SP|SU|FA|WI))?|\d{{2,3}}"
    r"|XXXX-WXX-(?:\d|WE)(?:T.+)?|(?:PAST|PRESENT|FUTURE)_REF"
)
_LENGTH = r"PT?(?:X|\d+(?:\.\d+)?(?:e\+\d+)?)(?:[A-Z]{1,2})"
VALUE = re.compile(rf"{_DATE}|{_LENGTH}|XXXX-XX-XXT(?:MO|MI|AF|EV|NI)")


def found(text: str, code: str, against: str | None) -> Found:
    annotated = annotate(text, Span(0, len(text)), pack_for(code))
    expressions = find_times(annotated, pack_for(code), PartialDate.parse(against))
    return [(found.span.of(text), found.type, found.value) for found in expressions]


def values(text: str, code: str, against: str | None) -> list[str]:
    return [value for _, _, value in found(text, code, against)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Rockets were fired overnight, port officials said on Saturday.",
            [("overnight", "TIME", "2019-12-22TNI"), ("Saturday", "DATE", "2019-12-21")],
        ),
        ("The council will meet on Saturday.", [("Saturday", "DATE", "2019-12-28")]),
        (
            "It sank on Friday night and nothing moved since last Friday.",
            [("Friday night", "TIME", "2019-12-20TNI"), ("last Friday", "DATE", "2019-12-20")],
        ),
        (
            "The talks ran from 5-7 April.",
            [("5", "DATE", "2019-04-05"), ("7 April", "DATE", "2019-04-07")],
        ),
        (
            "The strike lasted from 28 February to 3 March 2018.",
            [("28 February", "DATE", "2018-02-28"), ("3 March 2018", "DATE", "2018-03-03")],
        ),
        (
            "He landed two days ago, sailed last week and returns next month.",
            [
                ("two days ago", "DATE", "2019-12-20"),
                ("last week", "DATE", "2019-W50"),
                ("next month", "DATE", "2020-01"),
            ],
        ),
        (
            "Prices fell in the early 1990s, in mid-2011 and in the third quarter of 2018.",
            [
                ("the early 1990s", "DATE", "199"),
                ("mid-2011", "DATE", "2011"),
                ("the third quarter of 2018", "DATE", "2018-Q3"),
            ],
        ),
        (
            "The ferry calls every day, twice a week in winter 2018, and is checked annually.",
            [
                ("every day", "SET", "P1D"),
                ("a week", "SET", "P1W"),
                ("winter 2018", "DATE", "2018-WI"),
                ("annually", "SET", "P1Y"),
            ],
        ),
        (
            "They waited for two and a half hours, then several years, then 60 to 90 days.",
            [
                ("two and a half hours", "DURATION", "PT2.5H"),
                ("several years", "DURATION", "PXY"),
                ("60", "DURATION", "P60D"),
                ("90 days", "DURATION", "P90D"),
            ],
        ),
        (
            "At 08:30 UTC on Monday the port closed. Two days later it opened.",
            [
                ("08:30 UTC on Monday", "TIME", "2019-12-16T08:30Z"),
                ("Two days later", "DATE", "2019-12-18"),
            ],
        ),
        (
            "It was agreed on 29.12.2019, 23:49 and signed on 2020-01-07.",
            [
                ("29.12.2019, 23:49", "TIME", "2019-12-29T23:49"),
                ("2020-01-07", "DATE", "2020-01-07"),
            ],
        ),
        ("The ferry may sail in May.", [("May", "DATE", "2020-05")]),
        ("She marched in March and may march again.", [("March", "DATE", "2019-03")]),
        (
            "The fall of the city began on Dec. 31 and ended on 15 January.",
            [("Dec. 31", "DATE", "2019-12-31"), ("15 January", "DATE", "2020-01-15")],
        ),
        ("The 45-year-old captain is 50 years old.", []),
        ("Some 2000 people paid $1999 for 1,995 boats.", []),
    ],
)
def test_english(text: str, expected: Found) -> None:
    assert found(text, "en", "2019-12-22") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Порт обстреляли в субботу.", [("субботу", "DATE", "2020-01-04")]),
        ("Переговоры пройдут во вторник.", [("вторник", "DATE", "2020-01-14")]),
        (
            "Накануне и вчера суда не выходили в море.",
            [("Накануне", "DATE", "2020-01-07"), ("вчера", "DATE", "2020-01-07")],
        ),
        (
            "Это было 29 декабря 2019 года, а 7 января маяк погас.",
            [("29 декабря 2019 года", "DATE", "2019-12-29"), ("7 января", "DATE", "2020-01-07")],
        ),
        (
            "На прошлой неделе и два дня назад, ночью, слышали взрывы.",
            [
                ("прошлой неделе", "DATE", "2020-W01"),
                ("два дня назад", "DATE", "2020-01-06"),
                ("ночью", "TIME", "2020-01-08TNI"),
            ],
        ),
        (
            "В ночь на субботу и утром 29 декабря 2019 года шёл дождь.",
            [
                ("ночь на субботу", "TIME", "2020-01-04TNI"),
                ("утром 29 декабря 2019 года", "TIME", "2019-12-29TMO"),
            ],
        ),
        (
            "Новость обновлена 29.12.2019 - 23:49.",
            [("29.12.2019 - 23:49", "TIME", "2019-12-29T23:49")],
        ),
        (
            "В начале марта 2018 года, в 2017-м и в 1990-х было иначе.",
            [
                ("начале марта 2018 года", "DATE", "2018-03"),
                ("2017-м", "DATE", "2017"),
                ("1990-х", "DATE", "199"),
            ],
        ),
        (
            "Каждую пятницу три года подряд, через два дня после бури.",
            [
                ("Каждую пятницу", "SET", "XXXX-WXX-5"),
                ("три года", "DURATION", "P3Y"),
                ("через два дня", "DATE", "2020-01-10"),
            ],
        ),
    ],
)
def test_russian(text: str, expected: Found) -> None:
    assert found(text, "ru", "2020-01-08") == expected


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("ar", "وقع الانفجار في 5 يناير/كانون الثاني 2020 في المرفأ.", "2020-01-05"),
        ("fa", "در ۵ ژانویه ۲۰۲۰ رخ داد.", "2020-01-05"),
        ("tr", "Patlama 3 Mart 2019 günü oldu.", "2019-03-03"),
        ("uk", "Маяк згас 7 лютого 2021 року.", "2021-02-07"),
        ("fr", "Le port a fermé le 1er août 2018.", "2018-08-01"),
        ("es", "El barco salió el 5 de mayo de 2017.", "2017-05-05"),
        ("de", "Das Schiff sank am 29.12.2019.", "2019-12-29"),
    ],
)
def test_dates_in_languages_without_a_pack(code: str, text: str, expected: str) -> None:
    assert values(text, code, "2020-06-01") == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It sank on 21 December.", ["XXXX-12-21"]),
        ("It sank on Saturday.", ["XXXX-WXX-6"]),
        ("It sank in January.", ["XXXX-01"]),
        ("It sank yesterday and is raised tomorrow.", ["PAST_REF", "FUTURE_REF"]),
        ("It sank last night.", ["XXXX-XX-XXTNI"]),
        ("It sank on 21 December 2019.", ["2019-12-21"]),
    ],
)
def test_without_a_date_to_read_against_the_unknown_stays_unknown(
    text: str, expected: list[str]
) -> None:
    assert values(text, "en", None) == expected


@pytest.mark.parametrize(
    ("against", "expected"),
    [
        ("2019", ["2018", "PAST_REF", "XXXX-WXX-6"]),
        ("2019-03", ["2018", "2019-02", "XXXX-WXX-6"]),
        ("2019-03-05", ["2018", "2019-02", "2019-03-02"]),
    ],
)
def test_a_date_known_in_part_says_no_more_than_it_can(against: str, expected: list[str]) -> None:
    text = "It sailed last year, was seen last month and sank on Saturday."
    assert values(text, "en", against) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained on 03/04/2019.", []),
        ("It rained on 25/04/2019.", ["2019-04-25"]),
        ("It rained on 04/25/2019.", ["2019-04-25"]),
        ("It rained on 03/04/2019 and on 25/04/2019.", ["2019-04-03", "2019-04-25"]),
        ("It rained on 03/04/2019 and on 04/25/2019.", ["2019-03-04", "2019-04-25"]),
        ("It rained on 05/05/2019.", ["2019-05-05"]),
        ("It rained on 31.02.2019.", []),
    ],
)
def test_a_slashed_date_is_read_where_the_text_shows_the_order(
    text: str, expected: list[str]
) -> None:
    assert values(text, "en", "2020-01-01") == expected


@pytest.mark.parametrize(
    "against", ["2020-02-29", "2019-12-31", "2020-01-01", "0001-01-01", "9999-12-31"]
)
def test_the_edges_of_the_calendar(against: str) -> None:
    text = "A century ago, last week, next month, three days ago, in two thousand years from now."
    assert all(VALUE.fullmatch(value) for value in values(text, "en", against))


def test_every_value_has_a_reason() -> None:
    text = "On Monday, 3 May, in 2018, for two days, every week, now, at 6 p.m."
    annotated = annotate(text, Span(0, len(text)), pack_for("en"))
    assert all(found.reason for found in find_times(annotated, pack_for("en"), None))


PIECES = st.sampled_from(
    [
        "last",
        "next",
        "this",
        "early",
        "late",
        "mid",
        "the",
        "a",
        "two",
        "3",
        "12",
        "31",
        "1999",
        "2019",
        "'82",
        "1990s",
        "19th",
        "day",
        "days",
        "week",
        "months",
        "year",
        "ago",
        "later",
        "of",
        "on",
        "in",
        "May",
        "March",
        "Monday",
        "Sat",
        "Dec.",
        "January",
        "12:30",
        "p.m.",
        "UTC",
        "29.12.2019",
        "12/13/2019",
        "2020-02-30",
        "-",
        "–",
        ",",
        ".",
        "to",
        "morning",
        "quarter",
        "third",
        "half",
        "every",
        "days-long",
        "года",
        "января",
        "в",
        "ночь",
        "на",
    ]
)


def checked(text: str, code: str, against: PartialDate | None) -> tuple[TimeExpression, ...]:
    annotated = annotate(text, Span(0, len(text)), pack_for("und"))
    expressions = find_times(annotated, pack_for(code), against)
    end = 0
    for expression in expressions:
        assert end <= expression.start < expression.end <= len(text)
        assert any(sentence.covers(expression.span) for sentence in annotated.sentences)
        assert VALUE.fullmatch(expression.value), expression.value
        end = expression.end
    return expressions


@settings(deadline=None, max_examples=60)
@given(
    st.lists(PIECES, max_size=15),
    st.sampled_from(["en", "ru", "de"]),
    st.none()
    | st.builds(PartialDate, st.integers(1, 9999), st.integers(1, 12), st.integers(1, 28)),
)
def test_words_of_time_in_any_order_give_values_that_parse(
    words: list[str], code: str, against: PartialDate | None
) -> None:
    checked(" ".join(words), code, against)


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=200), st.sampled_from(["en", "ru", "ar"]))
def test_any_text_is_read_without_failure(text: str, code: str) -> None:
    checked(text, code, PartialDate(2019, 12, 22))


def test_a_passage_inside_a_text_is_read_by_itself() -> None:
    text = "On 1 May 2018 it began. On 2 May 2018 it ended."
    span = Span(24, len(text))
    expressions = find_times(annotate(text, span, pack_for("en")), pack_for("en"), None)
    assert [expression.span.of(text) for expression in expressions] == ["2 May 2018"]


@pytest.mark.parametrize("paper", ["The Sunday Times", "The Mail on Sunday"])
def test_the_name_of_a_paper_is_no_date(paper: str) -> None:
    assert found(f"{paper} reported it on Monday.", "en", "2021-03-05") == [
        ("Monday", "DATE", "2021-03-01")
    ]


@pytest.mark.parametrize("code", [language.code for language in LANGUAGES])
def test_every_template_of_a_language_can_be_compiled(code: str) -> None:
    templates = [each for some in grammar_of(pack_for(code)).templates.values() for each in some]
    assert all(template.pattern.fullmatch("no time at all") is None for template in templates)
    assert any(template.expression for template in templates)
