"""Places in sentences: found, resolved, with their reasons."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wireroom.extraction.values.gazetteer import Gazetteer
from wireroom.extraction.values.places import find_places
from wireroom.language import annotate, pack_for
from wireroom.records.places import PlaceMention
from wireroom.records.spans import Span

GAZETTEER = Gazetteer.open()


def found(text: str, language: str = "en") -> dict[str, PlaceMention]:
    """The places of a text by the words that name them; the last mention of each."""
    annotated = annotate(text, Span(0, len(text)), pack_for(language))
    return {text[place.start : place.end]: place for place in find_places(annotated, GAZETTEER)}


def names(text: str, language: str = "en") -> dict[str, tuple[str, str]]:
    return {words: (place.name, place.precision) for words, place in found(text, language).items()}


CASES = [
    (
        "en",
        "Shells fell on Saraqib in Idlib province on Sunday, a medic said.",
        {"Saraqib": ("Saraqib", "town"), "Idlib": ("Idlib Governorate", "region")},
    ),
    (
        "en",
        "The plane left the Khmeimim air base for Moscow.",
        {"Khmeimim": ("Hmeimim Air Base", "point"), "Moscow": ("Moscow", "town")},
    ),
    (
        "en",
        "Troops moved through eastern Syria and across the Euphrates.",
        {"Syria": ("Syria", "country"), "Euphrates": ("Euphrates", "region")},
    ),
    (
        "en",
        "Residents of the Eastern Ghouta fled to Damascus.",
        {"Eastern Ghouta": ("Eastern Ghouta", "district"), "Damascus": ("Damascus", "town")},
    ),
    (
        "ru",
        "Военные отошли из Сармина в провинции Идлиб, сообщили в Дамаске.",
        {
            "Сармина": ("Sarmin", "town"),
            "Идлиб": ("Idlib Governorate", "region"),
            "Дамаске": ("Damascus", "town"),
        },
    ),
    (
        "ru",
        "Склад в Донецкой области сгорел, потушить его помогли жители Бахмута.",
        {"Донецкой области": ("Donetsk Oblast", "region"), "Бахмута": ("Bakhmut", "town")},
    ),
    (
        "ru",
        "Самолёт вылетел с авиабазы Хмеймим в Москву.",
        {"Хмеймим": ("Hmeimim Air Base", "point"), "Москву": ("Moscow", "town")},
    ),
    (
        "ar",
        "وصلت القافلة إلى مدينة سراقب في سوريا قادمة من دمشق.",
        {
            "سراقب": ("Saraqib", "town"),
            "سوريا": ("Syria", "country"),
            "دمشق": ("Damascus", "town"),
        },
    ),
    (
        "uk",
        "Потяг вирушив із Харкова. У Бахмуті чекали родичі.",
        {"Харкова": ("Kharkiv", "town"), "Бахмуті": ("Bakhmut", "town")},
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_places_are_found_and_named(
    language: str, text: str, expected: dict[str, tuple[str, str]]
) -> None:
    assert expected.items() <= names(text, language).items()


def test_what_follows_the_comma_contains_it() -> None:
    paris = found("The bakery in Paris, Texas, burned down.")["Paris"]
    assert paris.entry is not None
    assert (paris.entry.country, paris.entry.admin1) == ("US", "Texas")
    assert "lies in Texas" in paris.reason


def test_without_a_hint_the_best_known_is_meant_and_the_others_are_kept() -> None:
    paris = found("The bakery in Paris burned down.")["Paris"]
    assert paris.entry is not None
    assert paris.entry.country == "FR"
    assert any(other.admin1 == "Texas" for other in paris.candidates)


def test_the_other_places_decide_between_namesakes() -> None:
    text = "The ferry links Kingston with Brockville and Belleville; Ontario pays for it."
    kingston = found(text)["Kingston"]
    assert kingston.entry is not None
    assert kingston.entry.admin1 == "Ontario"


def test_a_capital_is_not_moved_to_a_namesake_because_a_country_is_named() -> None:
    damascus = found("US envoys flew home. Damascus said Washington was to blame.")["Damascus"]
    assert damascus.entry is not None
    assert damascus.entry.country == "SY"


@pytest.mark.parametrize(
    ("text", "words", "language", "country"),
    [
        ("Two Syrian drivers and the Turks' lorry were held.", "Syrian", "en", "SY"),
        ("Two Syrian drivers and the Turks' lorry were held.", "Turks", "en", "TR"),
        ("Задержаны сирийские водители.", "сирийские", "ru", "SY"),
    ],
)
def test_a_word_for_people_is_a_demonym(text: str, words: str, language: str, country: str) -> None:
    place = found(text, language)[words]
    assert place.use == "demonym"
    assert place.entry is not None
    assert place.entry.country == country


def test_an_unknown_name_has_no_candidates_and_says_so() -> None:
    text = "The convoy stopped near Zvornuksberg River before dawn."
    unknown = [place for place in found(text).values() if not place.candidates]
    assert all("does not know" in place.reason for place in unknown)


@pytest.mark.parametrize(
    "text",
    [
        "Jordan Smith thanked Sydney Porter and Chelsea Adams.",
        "The West Nile virus was found in one sample.",
        "In March and in May nothing was said.",
    ],
)
def test_people_months_and_diseases_are_no_places(text: str) -> None:
    assert found(text) == {}


def test_spans_leave_out_the_article_and_the_possessive() -> None:
    assert {"Netherlands", "Syria"} <= found("The Netherlands' envoy met Syria's minister.").keys()


def test_a_dateline_in_capitals_is_a_place() -> None:
    assert names("DAMASCUS — The bridge was reopened.")["DAMASCUS"] == ("Damascus", "town")


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["Homs", "the", "Paris, Texas", "Idlib’s", "U.S.", "(Syria)", "—", "in", "\n\n", "حمص",
             "T4", "Syrian", "St. John's", "Deir ez-Zor", "AL-BAB", "...", "x" * 50]
        ),
        max_size=12,
    )
)  # fmt: skip
def test_mentions_lie_in_the_passage_and_agree_with_their_candidates(words: list[str]) -> None:
    text = "Before. " + " ".join(words) + " After."
    span = Span(8, len(text) - 7)
    places = find_places(annotate(text, span, pack_for("en")), GAZETTEER)
    for place in places:
        assert span.start <= place.start < place.end <= span.end
        assert place.reason
        assert len(place.candidates) <= 10
        if place.entry:
            assert (place.name, place.precision) == (place.entry.name, place.entry.precision)
    for one, other in zip(places, places[1:], strict=False):
        assert one.end <= other.start


@settings(max_examples=20, deadline=None)
@given(st.text(max_size=60), st.sampled_from(["en", "ru", "ar"]))
def test_any_text_has_places_or_none(text: str, language: str) -> None:
    annotated = annotate(text, Span(0, len(text)), pack_for(language))
    assert find_places(annotated, GAZETTEER) == find_places(annotated, GAZETTEER)
