"""The word lists say only what the finder understands."""

from typing import get_args

import pytest

from wireroom.language import pack_for
from wireroom.records.events import EventType, ParticipantKind

FRAMES = {"do", "throw", "blast", "die", "claim", "must", "mutual", "act", "talk", "meet"}
FRAMES |= {"on", "of", "weak-on", "weak-of", "weak-mutual", "weak-act", "weak-talk", "weak-meet"}
SLOTS = {"obj", "subj", "prep", "in", "comp", "xcomp", "said", "will"}


@pytest.mark.parametrize("code", ["en", "ru"])
def test_every_trigger_is_understood(code: str) -> None:
    rows = pack_for(code).rows("triggers")
    assert len(rows) >= 120
    assert len(set(rows)) == len(rows)
    for words, pos, kind, mode, frame, conditions in rows:
        assert words == words.lower()
        assert pos in ("v", "n", "a")
        assert kind in get_args(EventType)
        assert mode == mode.lower()
        assert frame in FRAMES, words
        for condition in conditions.split(";"):
            assert condition == "-" or condition.partition("=")[0] in SLOTS


@pytest.mark.parametrize("code", ["en", "ru"])
def test_every_kind_of_participant_is_one(code: str) -> None:
    for word, kind, classes in pack_for(code).rows("participants"):
        assert word
        assert kind in (*get_args(ParticipantKind), "-")
        assert classes
