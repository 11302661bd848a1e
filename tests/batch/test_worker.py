"""One part: what bad records cost, and what a process that dies costs."""

import json
import sys
from pathlib import Path

import pytest

from batch.batch_samples import (
    DOCUMENTS,
    page,
    records,
    rows_of,
    write_lines,
    write_parquet,
    write_warc,
)
from reading.making import http, warc_record
from wireroom.batch import worker
from wireroom.batch.child import write_part
from wireroom.batch.parts import Part, plan_parts
from wireroom.batch.worker import PartWorker
from wireroom.extraction.values.gazetteer import Gazetteer

# Stands for the process in which parts are done: dies over record 1 as long as it is not left out.
MORTAL = """
import json, os, sys
for line in sys.stdin:
    task = json.loads(line)
    for record in range(3):
        print(json.dumps({"at": record}), flush=True)
        if record == 1 and record not in task["lost"]:
            os._exit(9)
    print(json.dumps({"done": {"lost": task["lost"]}}), flush=True)
"""


def one_part(path: Path) -> Part:
    (part,) = plan_parts(path.name, path, 1_000)
    return part


def written(path: Path, folder: Path, lost: set[int] | None = None) -> dict[str, int]:
    return write_part(one_part(path), folder, lost or set(), lambda _: None, Gazetteer.open())


def test_bad_lines_are_in_the_table_of_errors_and_the_others_are_done(tmp_path: Path) -> None:
    bad = [b"{not json", b"", b'{"id": "x"}', b'{"text": 7}', b'["a"]', b'{"text": " "}']
    latin = b'{"id": "latin", "text": "The quay caf\xe9 is closed."}'
    path = write_lines(tmp_path / "a.jsonl", [DOCUMENTS[0], *bad, latin, DOCUMENTS[1]])
    assert written(path, tmp_path / "o") == {"documents": 3, "errors": 5}
    documents = rows_of(tmp_path / "o", "documents")
    assert [row["id"] for row in documents] == ["quay-1", "latin", "a.jsonl:9"]
    # Read as wireroom analyse reads it, and said so.
    assert documents[1]["text"] == "The quay caf\ufffd is closed."
    assert "could not be read" in documents[1]["provenance"]["encoding"]
    errors = rows_of(tmp_path / "o", "errors")
    assert [row["record"] for row in errors] == [1, 2, 3, 4, 5]
    assert {row["source_file"] for row in errors} == {"a.jsonl"}
    assert {row["kind"] for row in errors} == {"not-readable"}
    for row, said in zip(
        errors,
        [
            "line 2 is not JSON",
            "line 4 has no text",
            "no string",
            "no object",
            "line 7 has no text",
        ],
        strict=True,
    ):
        assert said in row["problem"]
        assert row["hint"]


def test_bad_rows_are_in_the_table_of_errors(tmp_path: Path) -> None:
    rows = [{**DOCUMENTS[0], "text": text} for text in (None, "The quay is closed.", "caf\u00e9")]
    path = write_parquet(tmp_path / "a.parquet", rows, group=3)
    data = path.read_bytes()
    assert data.count(b"caf\xc3\xa9") >= 1
    path.write_bytes(data.replace(b"caf\xc3\xa9", b"caf\xe9\xe9"))
    assert written(path, tmp_path / "o") == {"documents": 1, "errors": 2}
    problems = [row["problem"] for row in rows_of(tmp_path / "o", "errors")]
    assert "row 1 has no text" in problems[0]
    assert "row 3 is not UTF-8" in problems[1]


def test_bad_pages_are_in_the_table_of_errors_each_by_itself(tmp_path: Path) -> None:
    empty = [
        warc_record(http(b"<html></html>"), target_uri=f"https://quay.example/empty{at}")
        for at in range(2)
    ]
    cut = warc_record(http(page("A fire burned two sheds, police said.")))[:-60]
    path = write_warc(tmp_path / "a.warc.gz", [*empty, *records(1), cut])
    counts = written(path, tmp_path / "o")
    problems = [row["problem"] for row in rows_of(tmp_path / "o", "errors")]
    assert counts["errors"] == len(problems) >= 3
    assert "https://quay.example/empty0" in problems[0]
    assert "https://quay.example/empty1" in problems[1]
    urls = [row["url"] for row in rows_of(tmp_path / "o", "documents")]
    assert "https://quay.example/0" in urls


def test_a_record_over_which_a_process_died_is_left_out(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "a.jsonl", DOCUMENTS)
    assert written(path, tmp_path / "o", {1}) == {"documents": 2, "errors": 1}
    (error,) = rows_of(tmp_path / "o", "errors")
    assert error["kind"] == "worker-lost"
    assert (error["part"], error["record"]) == (0, 1)


def test_a_process_that_dies_costs_the_record_that_it_dies_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker, "COMMAND", [sys.executable, "-c", MORTAL])
    part = json.dumps(one_part(write_lines(tmp_path / "a.jsonl", DOCUMENTS)).as_plain())
    hands = PartWorker(str(tmp_path / "o"))
    assert json.loads(hands.run(part)) == {"done": {"lost": [1]}}
    assert json.loads(hands.run(part)) == {"done": {"lost": [1]}}
    hands.close()


def test_a_process_that_cannot_live_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker, "COMMAND", [sys.executable, "-c", "raise SystemExit(9)"])
    part = json.dumps(one_part(write_lines(tmp_path / "a.jsonl", DOCUMENTS)).as_plain())
    said = json.loads(PartWorker(str(tmp_path / "o")).run(part))
    assert "dies before it can begin" in said["failed"]


def test_what_is_wrong_with_a_disk_fails_the_part_and_not_the_process(tmp_path: Path) -> None:
    gone = write_lines(tmp_path / "a.jsonl", DOCUMENTS)
    part = json.dumps(one_part(gone).as_plain())
    gone.unlink()
    hands = PartWorker(str(tmp_path / "o"))
    assert "FileNotFoundError" in json.loads(hands.run(part))["failed"]
    hands.close()
    assert [path for path in (tmp_path / "o").rglob("*") if path.is_file()] == []
