"""The whole command: the same tables from both engines, after a kill, and as analyse prints."""

import json
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner

from batch.batch_samples import (
    DOCUMENTS,
    bytes_of,
    plain_of,
    records,
    rows_of,
    write_lines,
    write_parquet,
    write_warc,
)
from wireroom.batch.manifest import open_manifest
from wireroom.cli import batch, main
from wireroom.errors import OtherRun

COMMAND = [sys.executable, "-c", "import sys; from wireroom.cli import main; main(sys.argv[1:])"]
AT_MOST = 1_200  # seconds until somebody who waits for a process gives up
FIELDS = ("attributions", "entities", "places", "dates", "quantities", "events", "main_event")


class Inputs(NamedTuple):
    folder: Path
    names: list[str]


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Inputs:
    folder = tmp_path_factory.mktemp("crawl")
    return Inputs(
        folder,
        [
            str(write_lines(folder / "a.jsonl", [*DOCUMENTS, b"{broken"])),
            str(write_parquet(folder / "b.parquet", DOCUMENTS)),
            str(write_warc(folder / "c.warc.gz", records(2))),
        ],
    )


def words(inputs: Inputs, out: Path, *more: str) -> list[str]:
    return ["batch", *inputs.names, "-o", str(out), "--part-size", "2", "--workers", "1", *more]


def run(*command: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [*COMMAND, *command], capture_output=True, encoding="utf-8", timeout=AT_MOST, check=False
    )


@pytest.fixture(scope="module")
def unbroken(inputs: Inputs) -> Path:
    """The results of a run on Daft that nothing stopped."""
    out = inputs.folder / "unbroken"
    done = run(*words(inputs, out))
    assert done.returncode == 1, done.stderr
    summary = json.loads(done.stdout)
    assert summary.pop("seconds") > 0
    assert summary == {"documents": 8, "errors": 1, "parts": 5, "parts_from_before": 0}
    assert f"wireroom: 1 records could not be read; try: read why in {out}/errors\n" in done.stderr
    return out


def test_the_findings_are_those_that_analyse_prints(inputs: Inputs, unbroken: Path) -> None:
    readable = [name for name in inputs.names if not name.endswith(".parquet")]
    printed = CliRunner().invoke(main, ["analyse", "--workers", "1", *readable]).stdout
    expected = [plain_of(json.loads(line)) for line in printed.splitlines()]
    rows = rows_of(unbroken, "documents")
    found = [row for row in rows if not row["source_file"].endswith(".parquet")]
    assert [{key: row[key] for key in one} for row, one in zip(found, expected, strict=True)] == (
        expected
    )
    assert all(any(name in row for row in found) for name in FIELDS)
    of_rows = [row for row in rows if row["source_file"].endswith(".parquet")]
    for row, other in zip(of_rows, found, strict=False):
        assert [row.get(name) for name in FIELDS] == [other.get(name) for name in FIELDS]


def test_a_killed_run_goes_on_to_the_same_tables(inputs: Inputs, unbroken: Path) -> None:
    out = inputs.folder / "killed"
    first = out / "documents" / "part-0000000.parquet"
    with subprocess.Popen(
        [*COMMAND, *words(inputs, out)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        while not first.exists():
            with pytest.raises(subprocess.TimeoutExpired):  # else it ended without its first part
                running.wait(0.05)
        running.kill()
        # Those that work for it have this end of the pipe too: nothing outlives it.
        running.communicate(timeout=AT_MOST)
    begun = first.stat().st_mtime_ns
    done = json.loads(run(*words(inputs, out)).stdout)
    assert done["parts_from_before"] >= 1
    assert first.stat().st_mtime_ns == begun
    assert (done["documents"], done["errors"]) == (8, 1)
    assert bytes_of(out) == bytes_of(unbroken)
    assert not (out / ".unfinished").exists()


def test_ray_gives_the_same_tables_as_daft_alone(inputs: Inputs, unbroken: Path) -> None:
    out = inputs.folder / "ray"
    done = run(*words(inputs, out, "--engine", "ray"))
    assert done.returncode == 1, done.stderr
    assert json.loads(done.stdout)["documents"] == 8
    assert bytes_of(out) == bytes_of(unbroken)


def test_results_of_something_else_are_not_mixed(inputs: Inputs, unbroken: Path) -> None:
    said = {
        "other inputs": (inputs.names[:1], 2),
        "another --part-size": (inputs.names, 3),
    }
    for other, (names, size) in said.items():
        with pytest.raises(OtherRun, match=other):
            open_manifest(unbroken, names, size)
    with pytest.raises(OtherRun, match="not empty"):
        open_manifest(inputs.folder, inputs.names, 2)
    manifest = json.loads((unbroken / "manifest.json").read_text(encoding="utf-8"))
    manifest["program"]["files"] = "0" * 64
    other_folder = inputs.folder / "earlier"
    other_folder.mkdir()
    (other_folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    with pytest.raises(OtherRun, match="another version of the program"):
        open_manifest(other_folder, inputs.names, 2)


def test_what_is_not_installed_is_said_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch, "find_spec", lambda name: None)
    done = CliRunner().invoke(main, ["batch", "a.jsonl", "-o", str(tmp_path / "o")])
    assert done.exit_code == 1
    assert "pip install 'wireroom[batch]'" in done.stderr
    assert len(done.stderr.splitlines()) == 1
