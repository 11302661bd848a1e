"""Documentation that can fail: what has a heading exists, and what exists has a heading."""

import re
from pathlib import Path

from wireroom import __version__, errors
from wireroom.cli import COMMANDS
from wireroom.disputes.registry import CHECKS
from wireroom.exports.registry import EXPORTS
from wireroom.reading.registry import READERS
from wireroom.reading.unpacking.registry import UNPACKERS
from wireroom.records.analyses import Analysis
from wireroom.records.plain_findings import analysis_as_plain

ROOT = Path(__file__).resolve().parents[1]


def headings(page: str) -> set[str]:
    text = (ROOT / "docs" / "reference" / page).read_text(encoding="utf-8")
    return set(re.findall(r"^## (.+)$", text, re.MULTILINE))


def test_every_error_has_a_heading_and_no_heading_lacks_an_error() -> None:
    slugs = {kind.slug for kind in errors.WireroomError.__subclasses__()}
    assert slugs == headings("errors.md")


def test_every_command_has_a_heading() -> None:
    assert set(COMMANDS) == headings("commands.md")


def test_every_reader_has_a_heading() -> None:
    assert {reader.name for reader in READERS} == headings("readers.md")


def test_every_kind_of_archive_has_a_heading() -> None:
    assert {unpacker.name for unpacker in UNPACKERS} == headings("archives.md")


def test_every_kind_of_finding_has_a_heading() -> None:
    printed = analysis_as_plain(Analysis("a", "en"))
    assert {*printed} - {"id", "language"} == headings("findings.md")


def test_every_check_has_a_heading_and_a_question() -> None:
    assert {check.name for check in CHECKS} == headings("checks.md")
    assert all(check.question.endswith("?") for check in CHECKS)


def test_every_export_has_a_heading() -> None:
    assert {export.name for export in EXPORTS} == headings("exports.md")


def test_the_version_is_the_top_heading_of_the_changelog() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    found = re.search(r"^## (\S+)$", changelog, re.MULTILINE)
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert found is not None
    assert found.group(1) == __version__
    assert f'version = "{__version__}"' in project


def test_every_path_that_the_documentation_names_is_there() -> None:
    pages = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")]
    for page in pages:
        for link in re.findall(r"\]\((?!http|#)([^)#]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / link).exists(), f"{page.name} links to {link}"


def test_every_script_that_the_documentation_names_is_there() -> None:
    pages = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")]
    for page in pages:
        for name in re.findall(r"script/([a-z-]+)", page.read_text(encoding="utf-8")):
            assert (ROOT / "script" / name).is_file(), f"{page.name} names script/{name}"
