"""A story as JSON, and the list of exports."""

import json

from stories.made_story import made_story
from wireroom.exports.as_json import as_json
from wireroom.exports.registry import EXPORTS
from wireroom.records.comparisons import Comparison
from wireroom.stories import build_story


def test_everything_that_was_found_is_there() -> None:
    plain = json.loads(as_json(made_story()))
    assert plain["counts"] == {
        "documents": 4,
        "events": 2,
        "origins": 2,
        "not_established": 1,
        "disputes": 1,
        "mentions": 0,
    }
    assert [document["id"] for document in plain["documents"]] == [
        "wire-1",
        "b/2",
        "ar-3",
        "thread",
    ]
    assert len(plain["documents"][0]["findings"]["attributions"]) == 2
    assert [event["id"] for event in plain["comparison"]["events"]] == ["event/1", "event/2"]


def test_every_speaker_is_there_with_why_its_names_are_one() -> None:
    varga, *_ = json.loads(as_json(made_story()))["speakers"]
    assert (varga["name"], varga["also"]) == ("Ilse Varga", ["Varga", "Варга", "فارغا"])
    assert varga["statements"][0] == {"document": "wire-1", "attribution": 0}
    assert {joining["rule"] for joining in varga["joinings"]} == {"story"}
    assert all(len(joining["evidence"]) == 2 for joining in varga["joinings"])


def test_what_utf_8_cannot_hold_is_escaped() -> None:
    text = as_json(build_story("lone \ud800 half", (), Comparison((), (), (), ())))
    assert json.loads(text.encode("utf-8"))["title"] == "lone \ud800 half"


def test_every_export_writes_the_same_story_as_text() -> None:
    names = [export.name for export in EXPORTS]
    assert len(names) == len(set(names))
    for export in EXPORTS:
        assert "Port Alba" in export.export(made_story())
        assert export.suffix.startswith(".")
        assert export.purpose.endswith(".")
