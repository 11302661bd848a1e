"""The word lists of every language."""

from importlib.resources import files

import pytest

from wireroom.language import pack_for
from wireroom.language.registry import LANGUAGES
from wireroom.records.languages import LanguagePack

CODES = [language.code for language in LANGUAGES]


@pytest.mark.parametrize("code", CODES)
def test_every_list_says_where_it_comes_from_and_repeats_no_row(code: str) -> None:
    pack: LanguagePack = pack_for(code)
    upon = next(language.upon for language in LANGUAGES if language.code == code)
    for name, rows in pack.lists.items():
        own = files("wireroom.language").joinpath(code, f"{name}.txt")
        file = own if own.is_file() else files("wireroom.language").joinpath(upon or "", own.name)
        text = file.read_text(encoding="utf-8")
        origin = text.splitlines()[0]
        assert origin.startswith("#"), f"{code}/{name}.txt has no origin line"
        assert ";" in origin, f"{code}/{name}.txt does not part origin, licence and columns"
        repeated = {row for row in rows if rows.count(row) > 1} if len(rows) < 3000 else set()
        assert not repeated, f"{code}/{name}.txt repeats {repeated}"


def test_a_language_without_a_pack_has_the_generic_lists_under_its_own_code() -> None:
    assert pack_for("it").code == "it"
    assert pack_for("it").lists == pack_for("und").lists
    assert pack_for("ar").direction == "rtl"


def test_a_language_that_stands_upon_another_has_its_lists_under_its_own() -> None:
    german, generic = pack_for("de").lists, pack_for("und").lists
    assert german["months"] == generic["months"]
    assert german["sources"]
    assert "sources" not in generic
