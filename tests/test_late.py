"""Libraries that are imported when they are first asked for."""

import fractions
import subprocess
import sys

import pytest

from wireroom.plugins import Late

# What one kind of input needs, or spaCy's commands, and what no run for another may import.
LATE = ("openpyxl", "trafilatura", "feedparser", "markdown_it", "courlan", "httpx", "spacy.cli")


def test_a_library_gives_what_the_import_would_give() -> None:
    assert Late("fractions").Fraction is fractions.Fraction


def test_a_library_that_is_not_there_says_so_when_it_is_asked_for() -> None:
    missing = Late("no_library_of_this_name")
    with pytest.raises(ModuleNotFoundError):
        _ = missing.anything


def test_the_command_and_english_import_nothing_that_only_other_inputs_need() -> None:
    program = (
        "import sys, wireroom.cli.analyse, wireroom.language.en.annotator;"
        f"print([name for name in {LATE!r} if name in sys.modules])"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == "[]"


def test_spacys_commands_can_still_be_imported() -> None:
    program = (
        "import wireroom.language.en.annotator; from spacy.cli import info, download; import spacy;"
        "print(callable(info), callable(download), spacy.blank('en').lang)"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert run.stdout.split() == ["True", "True", "en"]


def _printed(program: str) -> str:
    words = [sys.executable, "-c", program]
    return subprocess.run(words, capture_output=True, text=True, check=True).stdout.strip()
