"""A person's decisions on the command line."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from cli.test_commands import wireroom

TEXTS = {
    "a": "Two explosions in the harbour of Kirkenes killed three people on Thursday, harbour "
    "master Ingrid Solheim said.",
    "b": "Three people were killed by two explosions in the harbour of Kirkenes on Thursday, "
    "Ingrid Solheim said at a briefing.",
}


def a_row(one: Mapping[str, object], other: Mapping[str, object], verdict: str) -> str:
    row = {"one": one, "other": other, "verdict": verdict, "by": "Ada", "note": "two calls"}
    return json.dumps(row)


CUT = a_row({"document": "a"}, {"document": "b"}, "not the same")
OPEN = a_row({"document": "a"}, {"document": "b"}, "open")
NAMES = a_row({"name": "Ingrid Solheim"}, {"name": "Solheim"}, "same")


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.jsonl"
    rows = [{"id": name, "text": text, "published": "2025-03-14"} for name, text in TEXTS.items()]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return path


@pytest.mark.parametrize(("rows", "origins"), [([CUT, NAMES], 2), ([CUT, OPEN], 1)])
def test_a_decision_goes_into_the_comparison(story: Path, rows: list[str], origins: int) -> None:
    file = story.with_name("decisions.jsonl")
    file.write_text("\n".join(rows), encoding="utf-8")
    done = wireroom("compare", story, "--decisions", file, "--workers", "1")
    assert (done.exit_code, done.stderr) == (0, "")
    (event,) = json.loads(done.stdout)["events"]
    assert len(event["origins"]) == origins
    decided = "decided by a person (Ada, two calls)"
    assert all((decided in origin["reason"]) == (origins == 2) for origin in event["origins"])


def test_a_bad_row_is_one_line_and_the_others_hold(story: Path) -> None:
    file = story.with_name("decisions.jsonl")
    bad = ["{", '{"one": 1}', a_row({"document": "a"}, {"document": "zz"}, "same"), "\xff"]
    file.write_bytes("\n".join([CUT, "", *bad]).encode("latin-1"))
    page = story.with_name("report.html")
    done = wireroom("report", story, "--decisions", file, "-o", page, "--workers", "1")
    assert done.exit_code == 1
    problems = done.stderr.splitlines()
    assert [" ".join(line.partition("; try: ")[0].split()[2:]) for line in problems] == [
        "line 3: is not JSON",
        'line 4: "verdict" is missing, and not one of "same", "not the same", "open"',
        "line 5: no document has the id zz",
        "line 6: is not UTF-8",
    ]
    assert "decided by a person (Ada, two calls)" in page.read_text(encoding="utf-8")


def test_a_file_of_decisions_that_is_not_there_is_wrong_usage(story: Path) -> None:
    done = wireroom("compare", story, "--decisions", story.with_name("gone.jsonl"))
    assert done.exit_code == 2
    assert "gone.jsonl" in done.stderr
