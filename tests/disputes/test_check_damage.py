import pytest

from disputes.made import a_claim, a_report, an_analysis
from wireroom.disputes.accounts import Account
from wireroom.disputes.checks.damage import compare_damage, find_damage
from wireroom.records.disputes import Agreed, CannotTell, Disputed, Verdict


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [(1, 1, Agreed), (1, 2, Disputed), (0, 2, Disputed), (None, 2, CannotTell)],
)
def test_little_against_much(first: float | None, second: float, verdict: type[Verdict]) -> None:
    claims = [
        a_claim("a", first, first, field="damage", document="a"),
        a_claim("b", second, second, field="damage", document="b"),
    ]
    found = compare_damage(claims)
    assert isinstance(found, verdict)
    assert found.reason


@pytest.mark.parametrize(
    ("words", "degree"),
    [
        ("minor damage", 1),
        ("heavy structural damage", 2),
        ("a material damage", 2),
        ("no damage", 0),
        ("незначительные повреждения", 1),
        ("damage", None),
        ("great joy and no regard for damage", None),
    ],
)
def test_the_degree_is_read_from_the_words_before(words: str, degree: float | None) -> None:
    text = f"The shells hit the mill and left {words}."
    event = a_report(text, "hit")
    account = Account(an_analysis(text, events=(event,)), event, 0, True, None, None)
    assert [claim.low for claim in find_damage(account)] == ([] if degree is None else [degree])
