"""Decisions from rows of a file: what a row may be, and what is said of one that is none."""

import json
import re

import pytest

from wireroom.records.decisions import OriginDecision, ReportName, SpeakerDecision, SpeakerName
from wireroom.records.plain_decisions import decision_from_plain

A, B = {"document": "a"}, {"document": "b"}


def test_a_row_on_documents_or_posts_is_on_their_origin() -> None:
    row = {"one": A, "other": {"document": "t", "post": 3}, "verdict": "same", "by": "Ada"}
    expected = OriginDecision(ReportName("a"), ReportName("t", 3), "same", "Ada")
    assert decision_from_plain(row) == expected


def test_a_row_on_names_is_on_speakers() -> None:
    one, other = {"name": "Varga"}, {"name": "I. Varga", "document": "b"}
    row = {"one": one, "other": other, "verdict": "not the same", "note": "her brother"}
    names = SpeakerName("Varga"), SpeakerName("I. Varga", "b")
    expected = SpeakerDecision(*names, "not the same", None, "her brother")
    assert decision_from_plain(row) == expected


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("[1]", "the row is [1], and not an object"),
        ('{"one": {"document": "a"}, "verdict": "same"}', '"other" is missing'),
        ('{"one": "a", "other": "b", "verdict": "same"}', '"one" is "a", and not an object'),
        (json.dumps({"one": A, "other": A, "verdict": "same"}), '"one" and "other" are the same'),
        (json.dumps({"one": A, "other": B}), '"verdict" is missing, and not one of'),
        (json.dumps({"one": A, "other": B, "verdict": "sama"}), '"verdict" is "sama"'),
        (json.dumps({"one": A, "other": B, "verdict": ["same"]}), "\"verdict\" is ['same']"),
        (json.dumps({"one": A, "other": {"name": "b"}, "verdict": "same"}), "must both have"),
        (json.dumps({"one": A, "other": B, "verdict": "same", "By": "x"}), 'unknown field "By"'),
        (json.dumps({"one": A, "other": {"document": "b", "post": 0}, "verdict": "same"}), "post"),
        (json.dumps({"one": A, "other": {"post": 2}, "verdict": "same"}), "neither a"),
        (json.dumps({"one": A, "other": {"name": ""}, "verdict": "same"}), 'empty "name"'),
        (json.dumps({"one": A, "other": B, "verdict": "same", "by": 7}), '"by" is 7'),
    ],
)
def test_what_is_no_decision_is_told_in_words(row: str, said: str) -> None:
    with pytest.raises(ValueError, match=re.escape(said)):
        decision_from_plain(json.loads(row))
