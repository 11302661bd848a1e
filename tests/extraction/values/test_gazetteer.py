"""The packaged gazetteer: what it knows, under which spellings, and that its card is true."""

import pickle
import re
from concurrent.futures import ThreadPoolExecutor
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wireroom.errors import NotFound
from wireroom.extraction.values.gazetteer import PACKAGED, Gazetteer
from wireroom.extraction.values.place_spelling import place_key

GAZETTEER = Gazetteer.open()
MOST_BYTES = 40_000_000

# Name as somebody may write it, country, and the name of a place that has to be among the answers.
SPELLINGS = [
    ("Homs", "SY", "Homs"),
    ("Hims", "SY", "Homs"),
    ("Хомс", "SY", "Homs"),
    ("حمص", "SY", "Homs"),
    ("Aleppo", "SY", "Aleppo"),
    ("Halab", "SY", "Aleppo"),
    ("Алеппо", "SY", "Aleppo"),
    ("Халеб", "SY", "Aleppo"),
    ("حلب", "SY", "Aleppo"),
    ("Idlib", "SY", "Idlib"),
    ("Idleb", "SY", "Idlib"),
    ("Идлиб", "SY", "Idlib"),
    ("إدلب", "SY", "Idlib"),
    ("ادلب", "SY", "Idlib"),
    ("Hama", "SY", "Hama"),
    ("Hamah", "SY", "Hama"),
    ("Хама", "SY", "Hama"),
    ("Deir ez-Zor", "SY", "Deir ez-Zor"),
    ("Deir Ezzor", "SY", "Deir ez-Zor"),
    ("Dayr az-Zawr", "SY", "Deir ez-Zor"),
    ("Deir al-Zour", "SY", "Deir ez-Zor"),
    ("Дейр-эз-Зор", "SY", "Deir ez-Zor"),
    ("دير الزور", "SY", "Deir ez-Zor"),
    ("Saraqib", "SY", "Saraqib"),
    ("Saraqeb", "SY", "Saraqib"),
    ("Саракиб", "SY", "Saraqib"),
    ("سراقب", "SY", "Saraqib"),
    ("Sarmin", "SY", "Sarmin"),
    ("Sermin", "SY", "Sarmin"),
    ("Сармин", "SY", "Sarmin"),
    ("Khan Sheikhoun", "SY", "Khan Sheikhoun"),
    ("Khan Shaykhun", "SY", "Khan Sheikhoun"),
    ("Хан-Шейхун", "SY", "Khan Sheikhoun"),
    ("خان شيخون", "SY", "Khan Sheikhoun"),
    ("Hmeimim", "SY", "Hmeimim Air Base"),
    ("Khmeimim", "SY", "Hmeimim Air Base"),
    ("Хмеймим", "SY", "Hmeimim Air Base"),
    ("حميميم", "SY", "Hmeimim Air Base"),
    ("T4", "SY", "Tiyas Air Base"),
    ("Eastern Ghouta", "SY", "Eastern Ghouta"),
    ("East Ghuta", "SY", "Eastern Ghouta"),
    ("Восточная Гута", "SY", "Eastern Ghouta"),
    ("الغوطة الشرقية", "SY", "Eastern Ghouta"),
    ("Rif Dimashq", "SY", "Rif Dimashq Governorate"),
    ("ريف دمشق", "SY", "Rif Dimashq Governorate"),
    ("Mosul", "IQ", "Mosul"),
    ("Мосул", "IQ", "Mosul"),
    ("الموصل", "IQ", "Mosul"),
    ("Fallujah", "IQ", "Fallujah"),
    ("Falluja", "IQ", "Fallujah"),
    ("Kyiv", "UA", "Kyiv"),
    ("Kiev", "UA", "Kyiv"),
    ("Киев", "UA", "Kyiv"),
    ("Київ", "UA", "Kyiv"),
    ("Bakhmut", "UA", "Bakhmut"),
    ("Бахмут", "UA", "Bakhmut"),
    ("Авдеевка", "UA", "Avdiyivka"),
    ("Авдіївка", "UA", "Avdiyivka"),
    ("Донбасс", "UA", "Donbas"),
    ("Крым", "UA", "Crimea"),
]


@pytest.mark.parametrize(("written", "country", "name"), SPELLINGS)
def test_a_place_is_found_under_each_spelling(written: str, country: str, name: str) -> None:
    found = GAZETTEER.lookup(written)
    assert (country, name) in {(entry.country, entry.name) for entry in found}


@pytest.mark.parametrize(
    ("name", "precision", "admin1"),
    [
        ("Syria", "country", None),
        ("Aleppo Governorate", "region", "Aleppo Governorate"),
        ("Maarrat al-Nu'man District", "district", "Idlib Governorate"),
        ("Saraqib", "town", "Idlib Governorate"),
        ("Shayrat Air Base", "point", "Homs Governorate"),
        ("Euphrates", "region", None),
        ("Africa", "region", None),
    ],
)
def test_a_place_has_its_precision_and_its_division(
    name: str, precision: str, admin1: str | None
) -> None:
    entry = GAZETTEER.lookup(name)[0]
    assert (entry.precision, entry.admin1) == (precision, admin1)


def test_a_name_of_many_places_has_the_best_known_first() -> None:
    assert [entry.country for entry in GAZETTEER.lookup("London")][:1] == ["GB"]
    assert len(GAZETTEER.lookup("Springfield")) > 10


@pytest.mark.parametrize(
    ("form", "language", "country"),
    [
        ("Syrians", "en", "SY"),
        ("сирийский", "ru", "SY"),
        ("السورية", "ar", "SY"),
        ("Dutch", "en", "NL"),
    ],
)
def test_a_demonym_leads_to_its_country(form: str, language: str, country: str) -> None:
    entry = GAZETTEER.demonym(form, language)
    assert entry is not None
    assert entry.country == country


@pytest.mark.parametrize(
    ("form", "name"),
    [("U.S.", "United States"), ("Calif.", "California"), ("UAE", "United Arab Emirates")],
)
def test_an_abbreviation_leads_to_its_place(form: str, name: str) -> None:
    entry = GAZETTEER.abbreviation(form)
    assert entry is not None
    assert entry.name == name


def test_an_abbreviation_is_not_found_in_small_letters() -> None:
    assert GAZETTEER.abbreviation("us") is None


def test_every_demonym_of_the_lists_is_in_the_file() -> None:
    for language in ("en", "ru", "und"):
        text = files("wireroom.language").joinpath(language, "demonyms.txt").read_text("utf-8")
        forms = [form for line in text.splitlines()[1:] for form in line.split("\t")[1].split("|")]
        assert [form for form in forms if GAZETTEER.demonym(form, language) is None] == []


def test_every_place_made_by_hand_is_in_the_file() -> None:
    text = files("wireroom.language").joinpath("und", "places.txt").read_text("utf-8")
    for line in text.splitlines()[1:]:
        name, latitude, _, _, country, _, others = line.split("\t")
        for form in filter(None, [name, *others.split("|")]):
            assert (country or None, float(latitude)) in {
                (entry.country, entry.latitude) for entry in GAZETTEER.lookup(form)
            }, form


def test_the_file_is_small_enough_and_its_card_is_about_it() -> None:
    assert PACKAGED.stat().st_size <= MOST_BYTES
    card = PACKAGED.with_suffix(".md").read_text(encoding="utf-8")
    stated = re.search(r"^Digest: `(\w+)`$", card, re.MULTILINE)
    assert stated is not None
    assert stated.group(1) == GAZETTEER.meta()["digest"]


def test_a_missing_file_is_named() -> None:
    with pytest.raises(NotFound, match="missing"):
        Gazetteer.open(Path("nowhere.sqlite"))


def test_it_survives_pickling_and_threads() -> None:
    copy = pickle.loads(pickle.dumps(GAZETTEER))
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(copy.lookup, ["Homs", "Mosul", "Paris", "Homs"] * 5))
    assert found[:4] == [GAZETTEER.lookup(name) for name in ("Homs", "Mosul", "Paris", "Homs")]


@given(st.text(max_size=40))
def test_any_text_may_be_looked_up(name: str) -> None:
    for entry in GAZETTEER.lookup(name):
        assert -90 <= entry.latitude <= 90
        assert -180 <= entry.longitude <= 180


@given(st.text(max_size=40))
def test_a_key_is_its_own_key(name: str) -> None:
    assert place_key(place_key(name)) == place_key(name)
