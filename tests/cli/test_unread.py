"""A language whose events are not read is named, so that nobody takes silence for peace."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from wireroom.cli import main

GERMAN = (
    "Bei zwei Explosionen im Hafen von Kirkenes sind am Donnerstag drei Menschen ums Leben "
    "gekommen, sagte die Hafenmeisterin Ingrid Solheim."
)
ENGLISH = "Two explosions in the harbour of Kirkenes killed three people, police said."


def _run(command: str, texts: dict[str, str], folder: Path, *more: str) -> Result:
    path = folder / "input.jsonl"
    rows = [json.dumps({"id": name, "text": text}) for name, text in texts.items()]
    path.write_text("\n".join(rows), encoding="utf-8")
    return CliRunner().invoke(main, [command, str(path), *more])


@pytest.mark.parametrize("command", ["analyse", "compare"])
def test_each_language_is_named_in_one_line(command: str, tmp_path: Path) -> None:
    result = _run(command, {"a": GERMAN, "b": GERMAN + " ", "c": ENGLISH}, tmp_path)
    (line,) = result.stderr.splitlines()
    assert "events are not found in German (2 documents)" in line
    assert result.exit_code == 0


def test_nothing_is_said_where_all_is_read(tmp_path: Path) -> None:
    result = _run("analyse", {"c": ENGLISH}, tmp_path)
    assert not result.stderr
    assert json.loads(result.stdout)["events_unread"] == []


def test_the_page_says_it_where_the_events_stand(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    _run("report", {"a": GERMAN, "c": ENGLISH}, tmp_path, "-o", str(page))
    assert "In German no events are looked for" in page.read_text(encoding="utf-8")
    _run("report", {"c": ENGLISH}, tmp_path, "-o", str(page))
    assert "no events are looked for" not in page.read_text(encoding="utf-8")
