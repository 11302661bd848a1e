"""Main events of articles in two languages: meaning proposes, what is told confirms."""

from dataclasses import replace

import pytest

from linking.made import Told, a_document, analysed
from wireroom.linking import heads
from wireroom.linking.accounts import Account, accounts_of
from wireroom.linking.heads import signs_across
from wireroom.linking.scoring import ENOUGH, compare_accounts
from wireroom.records.analyses import AnalysedDocument

ENGLISH = "Raiders shot three guards at the gunpowder store in Port Ellery."
RUSSIAN = "В Порт-Эллери налётчики убили трёх охранников порохового склада."


def in_russian(given: AnalysedDocument) -> AnalysedDocument:
    passage = replace(given.analysis.passages[0], language="ru")
    return replace(given, analysis=replace(given.analysis, passages=(passage,)))


def leading(given: AnalysedDocument) -> Account:
    (account,) = accounts_of([given])
    return account


def two(mine: Told, theirs: Told) -> tuple[Account, Account]:
    russian = in_russian(analysed(a_document("ru", RUSSIAN), theirs))
    return leading(analysed(a_document("en", ENGLISH), mine)), leading(russian)


@pytest.fixture
def all_mean_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(heads, "likeness_in_meaning", lambda one, other: 0.97)


@pytest.mark.usefixtures("all_mean_the_same")
def test_meaning_with_a_place_that_confirms_it_joins() -> None:
    told = Told("shot", place="Port Ellery")
    found = compare_accounts(*two(told, replace(told, trigger="убили")))
    assert found.value >= ENOUGH
    assert "alike in meaning" in found.reason
    assert "both in Port Ellery" in found.reason


@pytest.mark.usefixtures("all_mean_the_same")
@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ({"place": "Port Ellery"}, {"place": "Grey Point"}),
        ({"place": "Port Ellery", "killed": 3}, {"place": "Port Ellery", "killed": 30}),
        (
            {"place": "Port Ellery", "date": "2031-05-05"},
            {"place": "Port Ellery", "date": "2031-05-06"},
        ),
    ],
)
def test_another_town_number_or_day_is_not_outvoted_by_meaning(
    mine: dict[str, str], theirs: dict[str, str]
) -> None:
    one, other = two(Told("shot", **mine), Told("убили", **theirs))  # type: ignore[arg-type]
    assert compare_accounts(one, other).value < ENOUGH


@pytest.mark.usefixtures("all_mean_the_same")
def test_meaning_alone_joins_nothing() -> None:
    russian = in_russian(analysed(a_document("ru", "Налётчики убили охранников."), Told("убили")))
    english = analysed(a_document("en", "Raiders shot the guards."), Told("shot"))
    one, other = leading(english), leading(russian)
    (meaning,) = (sign for sign in signs_across(one, other) if sign.name == "meaning")
    assert meaning.value == 0.0
    assert compare_accounts(one, other).value < ENOUGH


def test_where_meaning_is_not_known_the_fields_decide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(heads, "likeness_in_meaning", lambda one, other: None)
    told = Told("shot", place="Port Ellery", killed=3)
    one, other = two(told, replace(told, trigger="убили"))
    assert "meaning" not in {sign.name for sign in signs_across(one, other)}
    assert compare_accounts(one, other).value >= ENOUGH


def test_names_are_alike_in_any_case_and_alphabet() -> None:
    english = analysed(a_document("en", "The Shiveluch volcano threw up ash."))
    russian = in_russian(analysed(a_document("ru", "Пепел над Шивелучем, сообщают вулканологи.")))
    other = in_russian(analysed(a_document("ru", "Пепел над Карымским, сообщают вулканологи.")))
    named = {sign.name for sign in signs_across(leading(english), leading(russian))}
    assert "names" in named
    assert "names" not in {sign.name for sign in signs_across(leading(english), leading(other))}


def test_figures_are_the_same_however_they_are_written() -> None:
    english = leading(analysed(a_document("en", "About 4,000 left; the quake had 5.9.")))
    russian = leading(in_russian(analysed(a_document("ru", "Уехали 4 000; толчок силой 5,9."))))
    (figure,) = (s for s in signs_across(english, russian) if s.name == "same figure")
    assert figure.reason == "both say 4000"
    assert heads.head_of(english).figures == heads.head_of(russian).figures == {4000.0, 5.9}
