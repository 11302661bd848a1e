"""Who did it to whom, as the model has it, and what it takes for talk in general."""

from dataclasses import replace

import pytest

from extraction.events.finding import Find
from wireroom.extraction.events.learnt.scoring import Scorer, scorer_for
from wireroom.records.events import EventReport
from wireroom.records.spans import Span
from wireroom.records.times import TimeExpression
from wireroom.records.values import Values

TEXT = (
    "Armed men of the Grey Fleet kidnapped harbour master Karl Olsen in Port Selwyn. "
    "The kidnapping took place near the customs house, where a bomb had destroyed two trucks."
)


@pytest.fixture
def scorer() -> Scorer:
    found = scorer_for("en")
    assert found is not None
    return found


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def test_phrases_lie_in_the_text_and_go_with_triggers_that_were_asked_for(scorer: Scorer) -> None:
    told = scorer.read(TEXT, [at(TEXT, "kidnapped"), at(TEXT, "destroyed")])
    assert told.phrases
    assert set(told.incident) == {0, 1}
    for phrase in told.phrases:
        assert phrase.span.of(TEXT) == phrase.span.of(TEXT).strip() != ""
        assert set(phrase.goes_with) <= {0, 1}
        assert all(0 <= chance <= 1 for chance in (phrase.chance, *phrase.goes_with.values()))


def test_a_text_without_triggers_is_not_read(scorer: Scorer) -> None:
    assert scorer.read(TEXT, []).phrases == ()
    assert scorer.read("", [Span(0, 3)]).phrases == ()


def test_those_told_of_in_capitals_are_found_too(scorer: Scorer) -> None:
    told = scorer.read(TEXT.upper(), [at(TEXT, "kidnapped")])
    assert any("OLSEN" in one.span.of(TEXT.upper()) for one in told.phrases)
    assert told.incident[0] > 0.5


def names(event: EventReport) -> set[str]:
    return {one.name for one in (*event.actors, *event.targets)}


def test_one_that_is_named_twice_is_one(find: Find) -> None:
    event = next(one for one in find(TEXT) if one.mode == "abduct")
    assert sum("Olsen" in name for name in names(event)) == 1


def test_news_without_a_time_is_of_the_day_of_publication_and_says_so(find: Find) -> None:
    text = "Rebels shelled Port Selm and killed two fishermen."
    event = find(text, "en", Values(published="2021-03-06T10:00:00Z"))[0]
    assert (event.date, event.day_told) == ("2021-03-06", False)
    assert "day of publication" in event.reason
    planned = find("Rebels will shell Port Selm.", "en", Values(published="2021-03-06"))
    assert all(one.date is None for one in planned)


def test_a_time_that_is_told_and_no_day_leaves_the_day_unknown(find: Find) -> None:
    text = "Rebels shelled Port Selm last weekend and killed two fishermen."
    passage = Span(text.index("last"), text.index(" and"))
    weekend = TimeExpression(passage.start, passage.end, "DATE", "2021-W09-WE")
    (event,) = find(text, "en", Values(published="2021-03-09", dates=(weekend,)))
    assert (event.date, event.day_told) == (None, True)
    now = replace(weekend, value="PRESENT_REF")
    (event,) = find(text, "en", Values(published="2021-03-09", dates=(now,)))
    assert event.date == "2021-03-09"
