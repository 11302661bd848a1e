"""The commands as a person runs them: what they print, where, and how they end."""

import json
import os
from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from wireroom.cli import COMMANDS, main

ARTICLE = (
    "Two explosions in the harbour of Kirkenes killed at least three people on Thursday, harbour "
    "master Ingrid Solheim said.\n\nBarents Fuel denied that the depot had been attacked."
)
CHANGED = ARTICLE.replace("three", "four")
RUSSIAN = "Не менее трёх человек погибли при взрывах в порту Киркенеса, заявила Ингрид Сульхейм."


def wireroom(*words: str | Path, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words], input=stdin)


def lines(result: Result) -> list[dict[str, object]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example(name: str) -> None:
    result = wireroom(name, "--help")
    assert result.exit_code == 0
    assert f"Example: wireroom {name}" in " ".join(result.stdout.split())


def test_a_command_that_does_not_exist_is_wrong_usage() -> None:
    result = wireroom("analyze", "x")
    assert result.exit_code == 2
    assert "No such command" in result.stderr


def test_read_prints_one_document_a_line(article: Path) -> None:
    (document,) = lines(wireroom("read", article))
    assert document["text"] == ARTICLE
    assert document["source_file"] == str(article)
    assert len(str(document["sha256"])) == 64


def test_standard_input_is_read(article: Path) -> None:
    (document,) = lines(wireroom("read", "-", stdin=ARTICLE.encode()))
    assert document["text"] == ARTICLE


def test_a_problem_is_one_short_line_whatever_the_name(tmp_path: Path) -> None:
    folder = tmp_path / ("a" * 200) / ("b" * 200)
    folder.mkdir(parents=True)
    (folder / "empty.txt").write_bytes(b"")
    (line,) = wireroom("read", folder / "empty.txt").stderr.splitlines()
    assert len(line) < 500
    assert "empty.txt is empty; try: " in line


def test_folders_and_globs_are_read_in_the_order_of_their_names(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", ".hidden"):
        (tmp_path / name).write_text(f"This is {name}, and it is quite short.", encoding="utf-8")
    names = ["a.txt", "b.txt"]
    for given in (tmp_path, tmp_path / "*.txt"):
        found = [Path(str(each["source_file"])).name for each in lines(wireroom("read", given))]
        assert found == names


BAD = {
    "empty.txt": b"",
    "picture.txt": bytes(range(256)) * 40,
    "page.html": b"<html><body><script>x()</script></body></html>",
    "lines.jsonl": b'{"text": "Two ferries collided."}\nnot json\n{"title": "no text"}\n[1]\n',
}


@pytest.mark.parametrize("name", BAD)
@pytest.mark.parametrize("command", ["read", "analyse", "compare"])
def test_a_bad_file_is_named_in_one_line_and_the_others_are_done(
    name: str, command: str, tmp_path: Path, article: Path
) -> None:
    bad = tmp_path / name
    bad.write_bytes(BAD[name])
    result = wireroom(command, bad, article)
    assert result.exit_code == 1
    assert "Traceback" not in result.output
    problems = result.stderr.splitlines()
    assert problems
    for problem in problems:
        assert name in problem
        assert "try: " in problem
    assert str(article) in result.stdout


def test_what_is_not_there_is_named() -> None:
    result = wireroom("read", "/nowhere/at/all.txt")
    assert result.exit_code == 1
    assert "there is no /nowhere/at/all.txt" in result.stderr
    assert result.stdout == ""


def test_what_is_no_file_is_named_as_what_it_is(tmp_path: Path) -> None:
    link, pipe = tmp_path / "link.txt", tmp_path / "pipe.txt"
    link.symlink_to(tmp_path / "gone.txt")
    os.mkfifo(pipe)
    result = wireroom("read", link, pipe)
    assert result.exit_code == 1
    lines = result.stderr.splitlines()
    assert "which is not there" in lines[0]
    assert "a pipe" in lines[1]


def test_what_a_browser_saved_with_a_page_is_left_alone(tmp_path: Path) -> None:
    for name in ("Quay.html", "Quay_files/style.css", "Quay_files/ad.html", "notes/letter.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("<html><body><p>The quay is closed.</p></body></html>")
    result = wireroom("read", tmp_path)
    read = [json.loads(line)["source_file"] for line in result.stdout.splitlines()]
    assert [Path(name).name for name in read] == ["Quay.html", "letter.txt"]


def test_another_page_of_an_article_names_the_first(tmp_path: Path) -> None:
    for name, address in (("1.html", "quay.html"), ("2.html", "quay.html?amp")):
        link = f'<link rel="canonical" href="https://port.example/2025/{address}">'
        page = f"<html><head>{link}</head><body><p>The quay is closed.</p></body></html>"
        (tmp_path / name).write_text(page)
    first, second = map(json.loads, wireroom("read", tmp_path).stdout.splitlines())
    assert "same_as" not in first
    assert second["same_as"] == first["id"]


def test_no_input_is_wrong_usage() -> None:
    assert wireroom("analyse").exit_code == 2


def test_a_text_that_is_too_long_is_named(tmp_path: Path, article: Path) -> None:
    long = tmp_path / "long.txt"
    long.write_text("The harbour is closed. " * 2_300_000, encoding="utf-8")
    result = wireroom("analyse", long, article)
    assert result.exit_code == 1
    assert "long.txt has 52,900,000 characters" in result.stderr
    assert len(lines(result)) == 1


def analysed(documents: Sequence[dict[str, str]], path: Path, workers: int) -> str:
    path.write_text("".join(json.dumps(each) + "\n" for each in documents), encoding="utf-8")
    result = wireroom("analyse", "--workers", str(workers), path)
    assert result.exit_code == 0
    return result.stdout


def test_the_number_of_workers_changes_no_byte(tmp_path: Path) -> None:
    filler = " ".join(f"The ferry to island {n} sailed at noon, a sailor said." for n in range(500))
    documents = [
        {"id": f"d{n}", "text": text, "title": "Three dead in Kirkenes", "published": "2025-03-14"}
        for n, text in enumerate([ARTICLE, filler, RUSSIAN, CHANGED] * 2)
    ]
    one = analysed(documents, tmp_path / "input.jsonl", 1)
    assert one == analysed(documents, tmp_path / "input.jsonl", 2)
    assert [json.loads(line)["id"] for line in one.splitlines()] == [d["id"] for d in documents]


def test_the_order_of_the_input_changes_no_finding(tmp_path: Path) -> None:
    texts = {"a": ARTICLE, "b": CHANGED, "c": RUSSIAN}
    found = []
    for order in (["a", "b", "c"], ["c", "b", "a"]):
        path = tmp_path / "input.jsonl"
        path.write_text(
            "".join(json.dumps({"id": each, "text": texts[each]}) + "\n" for each in order),
            encoding="utf-8",
        )
        found.append(json.loads(wireroom("compare", "--workers", "1", path).stdout))
    assert found[0] == found[1]


def test_versions_names_a_changed_number(tmp_path: Path, article: Path) -> None:
    changed = tmp_path / "changed.txt"
    changed.write_text(CHANGED, encoding="utf-8")
    found = lines(wireroom("versions", article, changed))
    assert len(found) == 1
    assert "number" in str(found[0]["what"])
    assert lines(wireroom("versions", article, article)) == []


def test_a_wrong_number_in_a_translation_is_found(tmp_path: Path) -> None:
    original, translation = tmp_path / "ru.txt", tmp_path / "en.txt"
    original.write_text(RUSSIAN, encoding="utf-8")
    sound = "At least three people died in explosions in the port of Kirkenes, said Ingrid Sulheim."
    translation.write_text(sound, encoding="utf-8")
    assert lines(wireroom("check-translation", original, translation)) == []
    translation.write_text(sound.replace("three", "thirteen"), encoding="utf-8")
    found = lines(wireroom("check-translation", original, translation))
    assert [each["field"] for each in found] == ["number"]


def test_a_pair_with_a_file_that_is_not_there_ends_with_one_line(article: Path) -> None:
    result = wireroom("versions", article, "/nowhere.txt")
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1


def test_explain_shows_findings_under_their_lines(article: Path) -> None:
    result = wireroom("explain", article)
    assert result.exit_code == 0
    assert "Ingrid Solheim" in result.stdout
    assert "denied" in result.stdout


def test_report_writes_one_page_and_says_where(article: Path, tmp_path: Path) -> None:
    page = tmp_path / "story.html"
    result = wireroom("report", article, "-o", page)
    assert result.exit_code == 0
    assert str(page) in result.stdout
    assert "Ingrid Solheim" in page.read_text(encoding="utf-8")


def test_a_report_that_cannot_be_written_ends_with_one_line(article: Path) -> None:
    result = wireroom("report", article, "-o", "/nowhere/story.html")
    assert result.exit_code == 1
    assert "Traceback" not in result.output


def test_nothing_to_report_is_said(tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    result = wireroom("report", empty, "-o", tmp_path / "story.html")
    assert result.exit_code == 1
    assert not (tmp_path / "story.html").exists()


def test_documents_with_one_id_are_both_kept_and_named(tmp_path: Path) -> None:
    path = tmp_path / "two.jsonl"
    rows = [
        {"id": "s", "text": ARTICLE},
        {"id": "s", "text": CHANGED},
        {"id": "t", "text": ARTICLE},
    ]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    result = wireroom("compare", path)
    (compared,) = lines(result)
    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1
    assert "s (2)" in result.stderr
    assert {r["document"] for e in compared["events"] for r in e["reports"]} == {"s", "s (2)", "t"}  # type: ignore[attr-defined]
    path.write_text("\n".join(map(json.dumps, reversed(rows))), encoding="utf-8")
    assert lines(wireroom("compare", path)) == [compared]


def test_a_document_named_twice_is_one(article: Path) -> None:
    result = wireroom("compare", article, article)
    assert result.exit_code == 0
    assert not result.stderr
