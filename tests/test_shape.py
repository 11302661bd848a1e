"""The shape of the project: names that hide what is in them, modules that hold two things."""

import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
MODULES = sorted((ROOT / "src" / "wireroom").rglob("*.py"))
LONGEST = 350  # lines; a longer module usually holds two things


def test_no_module_is_called_after_nothing() -> None:
    names = {"utils", "util", "helpers", "common", "misc", "lib", "base"}
    assert [path for path in MODULES if path.stem in names or path.parent.name in names] == []


def test_no_module_is_long() -> None:
    long = {
        str(path.relative_to(ROOT)): lines
        for path in MODULES
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > LONGEST
    }
    assert long == {}


def test_every_module_says_what_it_is() -> None:
    silent = [path for path in MODULES if not path.read_text(encoding="utf-8").startswith('"""')]
    assert silent == []


def test_what_the_program_needs_is_what_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    locked = (ROOT / "requirements" / "run.in").read_text(encoding="utf-8").splitlines()
    assert set(project["project"]["dependencies"]) <= set(locked)


def test_no_requirements_file_names_a_registry() -> None:
    for path in (ROOT / "requirements").iterdir():
        text = path.read_text(encoding="utf-8")
        assert "://" not in text
        assert "--index" not in text
        assert "--extra-index" not in text
