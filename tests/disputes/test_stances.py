import pytest
from hypothesis import given
from hypothesis import strategies as st

from wireroom.disputes.stances import compare_stance

TITLE = "Lighthouse keeper found gold coins in cellar"
BODY = (
    "A lighthouse keeper has found forty gold coins in the cellar of his tower. The keeper showed"
    " the coins to the harbour museum on Monday. The museum will keep the gold in its cellar, and"
    " the lighthouse keeper will get a reward for the coins that he found there, the town says."
)
DENIAL = (
    "No, a lighthouse keeper did not find gold coins in his cellar. The story is a hoax that was"
    " spread by a satirical website, and the museum denied it. The fake report of the keeper who"
    " found gold coins in a cellar is false, the town's mayor said, calling it a hoax."
)
OTHER = (
    "The council voted on Tuesday for a new tram line to the northern suburbs. Work on the tracks"
    " is to begin next spring and will take three years, and fares are expected to go up a little"
    " before then. Opponents of the plan wanted buses."
)


@pytest.mark.parametrize(
    ("text", "relations"),
    [(BODY, {"agrees", "discusses"}), (DENIAL, {"disagrees"}), (OTHER, {"unrelated"})],
)
def test_how_a_text_stands_to_its_headline(text: str, relations: set[str]) -> None:
    relation, reason = compare_stance(TITLE, text)
    assert relation in relations
    assert reason


def test_a_few_words_are_read_as_a_headline_is() -> None:
    assert compare_stance(TITLE, "Keeper's gold coins story is a hoax")[0] == "disagrees"
    assert compare_stance(TITLE, "Lighthouse keeper finds gold coins in his cellar")[0] == "agrees"


def test_two_alphabets_are_not_compared_by_words() -> None:
    relation, reason = compare_stance("Смотритель маяка нашёл монеты", BODY)
    assert relation == "discusses"
    assert "alphabets" in reason


@given(st.text(max_size=80), st.text(max_size=300))
def test_any_two_texts_have_a_relation(title: str, text: str) -> None:
    relation, reason = compare_stance(title, text)
    assert relation in ("agrees", "disagrees", "discusses", "unrelated")
    assert reason
    assert compare_stance(title, text) == (relation, reason)
