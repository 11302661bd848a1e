"""Quantities in invented sentences, and laws for any text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wireroom.extraction.values.quantities import find_quantities
from wireroom.language import annotate, pack_for
from wireroom.records.quantities import Quantity
from wireroom.records.spans import Span

# words, value, low, high, unit, role, part_of
Row = tuple[str, float, float | None, float | None, str, str, int | None]


def quantities(text: str, code: str) -> tuple[Quantity, ...]:
    annotated = annotate(text, Span(0, len(text)), pack_for(code))
    return find_quantities(annotated, pack_for(code))


def rows(text: str, code: str) -> list[Row]:
    return [
        (one.span.of(text), one.value, one.low, one.high, one.unit, one.role, one.part_of)
        for one in quantities(text, code)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The blast killed at least 12 people and wounded 20 others.",
            [
                ("at least 12 people", 12, 12, None, "person", "killed", None),
                ("20", 20, 20, 20, "person", "injured", None),
            ],
        ),
        (
            "12 people were killed in the harbour.",
            [("12 people", 12, 12, 12, "person", "killed", None)],
        ),
        ("The death toll rose to 43.", [("43", 43, 43, 43, "person", "killed", None)]),
        (
            "The raid left 5 dead and 20 wounded.",
            [
                ("5", 5, 5, 5, "person", "killed", None),
                ("20", 20, 20, 20, "person", "injured", None),
            ],
        ),
        ("Five died when the ferry sank.", [("Five", 5, 5, 5, "person", "killed", None)]),
        (
            "Gunmen opened fire, killing three people, among them two children.",
            [
                ("three people", 3, 3, 3, "person", "killed", None),
                ("two children", 2, 2, 2, "child", "killed", 0),
            ],
        ),
        (
            "12 people, including 3 children and two women, were killed.",
            [
                ("12 people", 12, 12, 12, "person", "killed", None),
                ("3 children", 3, 3, 3, "child", "killed", 0),
                ("two women", 2, 2, 2, "woman", "killed", 0),
            ],
        ),
        (
            "50 people died: 30 civilians and 20 fighters.",
            [
                ("50 people", 50, 50, 50, "person", "killed", None),
                ("30 civilians", 30, 30, 30, "civilian", "killed", 0),
                ("20 fighters", 20, 20, 20, "fighter", "killed", 0),
            ],
        ),
        (
            "A child was killed and two women were injured.",
            [
                ("A child", 1, 1, 1, "child", "killed", None),
                ("two women", 2, 2, 2, "woman", "injured", None),
            ],
        ),
        (
            "Dozens of civilians have been reported killed.",
            [("Dozens of civilians", 24, 24, None, "civilian", "killed", None)],
        ),
        (
            "More than 30 sailors were arrested; up to 50 are missing.",
            [
                ("More than 30 sailors", 30, 30, None, "sailor", "detained", None),
                ("up to 50", 50, None, 50, "person", "missing", None),
            ],
        ),
        (
            "Between 40 and 60 villagers were displaced, and about 40 were kidnapped.",
            [
                ("Between 40 and 60 villagers", 40, 40, 60, "villager", "displaced", None),
                ("about 40", 40, 36, 44, "person", "kidnapped", None),
            ],
        ),
        (
            "The raid claimed the lives of 12 miners.",
            [("12 miners", 12, 12, 12, "miner", "killed", None)],
        ),
        ("Four rockets hit the port.", [("Four rockets", 4, 4, 4, "rocket", "", None)]),
        (
            "The base lies 40 kilometers away and cost $12 million, 12.5% of the budget.",
            [
                ("40 kilometers", 40, 40, 40, "kilometre", "", None),
                ("$12 million", 12_000_000, 12_000_000, 12_000_000, "dollar", "", None),
                ("12.5%", 12.5, 12.5, 12.5, "percent", "", None),
            ],
        ),
        (
            "Three soldiers and two civilians were killed.",
            [
                ("Three soldiers", 3, 3, 3, "soldier", "killed", None),
                ("two civilians", 2, 2, 2, "civilian", "killed", None),
            ],
        ),
        ("Soldiers killed five rebels.", [("five rebels", 5, 5, 5, "rebel", "killed", None)]),
        (
            "A 12-year-old boy was wounded.",
            [("A 12-year-old boy", 1, 1, 1, "boy", "injured", None)],
        ),
        (
            "The army destroyed over 60 militants and two tanks.",
            [
                ("over 60 militants", 60, 60, None, "militant", "killed", None),
                ("two tanks", 2, 2, 2, "tank", "", None),
            ],
        ),
        (
            "A woman and child were killed.",
            [
                ("A woman", 1, 1, 1, "woman", "killed", None),
                ("child", 1, 1, 1, "child", "killed", None),
            ],
        ),
        (
            "Twelve people were killed. Three of them were children.",
            [
                ("Twelve people", 12, 12, 12, "person", "killed", None),
                ("Three of them were children", 3, 3, 3, "child", "killed", 0),
            ],
        ),
        (
            "Four children are among the 28 dead.",
            [
                ("Four children", 4, 4, 4, "child", "killed", 1),
                ("the 28", 28, 28, 28, "person", "killed", None),
            ],
        ),
        (
            "About 1.200 people fled.",
            [("About 1.200 people", 1200, 1080, 1320, "person", "displaced", None)],
        ),
    ],
)
def test_english(text: str, expected: list[Row]) -> None:
    assert rows(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "В результате взрыва погибли не менее 12 человек, 20 ранены.",
            [
                ("не менее 12 человек", 12, 12, None, "person", "killed", None),
                ("20", 20, 20, 20, "person", "injured", None),
            ],
        ),
        ("В порту убиты трое.", [("трое", 3, 3, 3, "person", "killed", None)]),
        (
            "Ранены 20 человек, в том числе двое детей.",
            [
                ("20 человек", 20, 20, 20, "person", "injured", None),
                ("двое детей", 2, 2, 2, "child", "injured", 0),
            ],
        ),
        (
            "Погибли 12 человек, среди них трое детей и одна женщина.",
            [
                ("12 человек", 12, 12, 12, "person", "killed", None),
                ("трое детей", 3, 3, 3, "child", "killed", 0),
                ("одна женщина", 1, 1, 1, "woman", "killed", 0),
            ],
        ),
        ("Число погибших возросло до 43.", [("до 43", 43, 43, 43, "person", "killed", None)]),
        (
            "Уничтожено 15 боевиков и два танка.",
            [
                ("15 боевиков", 15, 15, 15, "militant", "killed", None),
                ("два танка", 2, 2, 2, "tank", "", None),
            ],
        ),
        (
            "Задержаны сорок пять участников, десятки людей пропали без вести.",
            [
                ("сорок пять участников", 45, 45, 45, "participant", "detained", None),
                ("десятки людей", 20, 20, None, "person", "missing", None),
            ],
        ),
        (
            "По базе выпущено четыре ракеты, ущерб составил 2,5 млн рублей.",
            [
                ("четыре ракеты", 4, 4, 4, "rocket", "", None),
                ("2,5 млн рублей", 2_500_000, 2_500_000, 2_500_000, "rouble", "", None),
            ],
        ),
    ],
)
def test_russian(text: str, expected: list[Row]) -> None:
    assert rows(text, "ru") == expected


@pytest.mark.parametrize(
    "text",
    [
        "The council cast its 14th veto on 21 December 2019 at 17:14.",
        "The captain, aged 45, has sailed for 20 years.",
        "The F-16 won 3:2 against Unit 8200 in room B12.",
        "Call 0123456789 or see No. 5.",
        "One of the captains said that no one was hurt.",
        "A captain said that a boat left.",
        "1. The harbour",
    ],
)
def test_what_is_no_quantity(text: str) -> None:
    assert rows(text, "en") == []


def test_every_quantity_has_a_reason() -> None:
    for one in quantities("At least 12 people were killed by four rockets, 3 of them boys.", "en"):
        assert one.reason


def checked(text: str, code: str, annotated_as: str) -> None:
    annotated = annotate(text, Span(0, len(text)), pack_for(annotated_as))
    found = find_quantities(annotated, pack_for(code))
    end = 0
    for place, one in enumerate(found):
        assert end <= one.start < one.end <= len(text)
        assert any(sentence.covers(one.span) for sentence in annotated.sentences)
        assert one.low is None or one.low <= one.value
        assert one.high is None or one.value <= one.high
        assert one.part_of is None or (0 <= one.part_of < len(found) and one.part_of != place)
        end = one.end


WORDS = (
    "at least 12 twenty-five dozens of hundreds more than 1,200 1.200 2.5 million $ % people "
    "children civilians killed wounded were dead the death toll rose to 43 between 40 and 60 - "
    "including among them , : . a one no two woman year old rockets В погибли трое человек , в "
    "том числе до 2,5 тыс."
)


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.sampled_from(WORDS.split()), max_size=20),
    st.sampled_from([("en", "en"), ("en", "und"), ("ru", "und"), ("de", "und")]),
)
def test_words_of_harm_in_any_order(words: list[str], codes: tuple[str, str]) -> None:
    checked(" ".join(words), *codes)


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=200), st.sampled_from(["en", "ru", "ar"]))
def test_any_text_is_read_without_failure(text: str, code: str) -> None:
    checked(text, code, "und")
