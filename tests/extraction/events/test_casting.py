"""What is made of what a model says, whatever model says it."""

from collections.abc import Callable, Sequence

import numpy as np
import pytest

from extraction.events.finding import Find
from wireroom.extraction.events.learnt import casting
from wireroom.extraction.events.learnt.scoring import PARTS, Part, Phrase, Seen, Told
from wireroom.records.events import EventReport
from wireroom.records.spans import Span

Says = dict[str, tuple[Part, float]]
"""Words with their part, and its chance."""


class MadeScorer:
    """Says of every text the same; all phrases go with all triggers."""

    def __init__(self, says: Says, again: float, together: float) -> None:
        self._says, self._again, self._together = says, again, together

    def read(self, text: str, triggers: Sequence[Span]) -> Told:
        numbers = range(len(triggers))
        spans = {
            words: Span(text.index(words), text.index(words) + len(words))
            for words in text_of(self._says, text)
        }
        phrases = tuple(
            Phrase(
                spans[words],
                self._says[words][0],
                self._says[words][1],
                dict.fromkeys(numbers, 0.9),
                {other: self._again for other in spans.values() if other != spans[words]},
            )
            for words in sorted(spans, key=spans.__getitem__)
            if self._says[words][1] > 0.5
        )
        starts: list[int] = []
        words = text.split(" ")
        for _ in words:
            starts.append(len(" ".join(words[: len(starts)])) + bool(starts))
        parts = np.zeros((len(words), len(PARTS)), np.float32)
        for said, span in spans.items():
            part, chance = self._says[said]
            inside = [i for i, at in enumerate(starts) if span.start <= at < span.end]
            parts[inside, PARTS.index(part)] = chance
        ends = np.array([at + len(word) for at, word in zip(starts, words, strict=True)])
        return Told(
            dict.fromkeys(numbers, 0.9),
            phrases,
            {(one, other): self._together for one in numbers for other in numbers},
            (Seen(np.array(starts), ends, parts),),
        )


def text_of(says: Says, text: str) -> list[str]:
    return [words for words in says if words in text]


Reads = Callable[..., tuple[EventReport, ...]]


@pytest.fixture
def reads(find: Find, monkeypatch: pytest.MonkeyPatch) -> Reads:
    """``reads(text, says, again, together)``: the events where a model says that."""

    def read(
        text: str, says: Says, again: float = 0.0, together: float = 0.5
    ) -> tuple[EventReport, ...]:
        monkeypatch.setattr(casting, "scorer_for", lambda code: MadeScorer(says, again, together))
        return find(text)

    return read


ROBBED = (
    "Karl Olsen shot the harbour master. The ferries stayed at the quay. It rained all day. "
    "In the evening the shops closed early."
)
RAIDED = ROBBED + " Later warplanes bombed the pier."


def test_a_person_of_whom_the_model_thinks_nothing_did_not_do_it(reads: Reads) -> None:
    event = reads(ROBBED, {"Karl Olsen": ("perp_ind", 0.01), "harbour master": ("victim", 0.9)})[0]
    assert event.actors == ()
    assert [one.name for one in event.targets] == ["harbour master"]


@pytest.mark.parametrize("text", [RAIDED, ROBBED.split(".")[0] + "."])
def test_of_wars_and_of_short_texts_the_model_drops_nobody(reads: Reads, text: str) -> None:
    event = reads(text, {"Karl Olsen": ("perp_ind", 0.01), "harbour master": ("victim", 0.9)})[0]
    assert [one.name for one in event.actors] == ["Karl Olsen"]


def test_a_person_of_whom_the_model_is_not_sure_stays(reads: Reads) -> None:
    event = reads(ROBBED, {"Karl Olsen": ("perp_ind", 0.4), "harbour master": ("victim", 0.9)})[0]
    assert [one.name for one in event.actors] == ["Karl Olsen"]


def test_a_state_that_the_model_does_not_know_stays(reads: Reads) -> None:
    event = reads(ROBBED.replace("Karl Olsen", "Syria"), {})[0]
    assert [one.name for one in event.actors] == ["Syria"]


TWO = "Armed men shot a fisherman. The strangers fled, and the fisherman died."


@pytest.mark.parametrize(("again", "count"), [(0.9, 1), (0.1, 2)])
def test_two_phrases_are_one_where_the_model_says_so(
    reads: Reads, again: float, count: int
) -> None:
    says: Says = {"Armed men": ("perp_ind", 0.9), "strangers": ("perp_ind", 0.9)}
    assert len(reads(TWO, says, again)[0].actors) == count


def test_people_are_named_with_the_organisation_that_they_are_of(reads: Reads) -> None:
    text = "Members of the Grey Fleet shot a fisherman."
    says: Says = {"Members of the": ("perp_ind", 0.9), "Grey Fleet": ("perp_org", 0.9)}
    actors = reads(text, says)[0].actors
    assert "Members of the Grey Fleet" in {span.of(text) for one in actors for span in one.spans}


SHOT = "Gunmen shot a fisherman in the market. Raiders shot a nurse on the pier."


@pytest.mark.parametrize(("together", "count"), [(0.05, 2), (0.95, 1)])
def test_attacks_are_one_or_two_as_the_model_is_sure(
    reads: Reads, together: float, count: int
) -> None:
    assert len(reads(SHOT, {}, 0.0, together)) == count
