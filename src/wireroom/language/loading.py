"""Word lists from their files."""

from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Protocol

from wireroom.errors import PackIncomplete
from wireroom.records.languages import LanguagePack, Rows

_RIGHT_TO_LEFT = {"ar", "fa", "he", "ur", "ckb", "ps"}


class _Named(Protocol):
    code: str
    name: str
    upon: str | None


def load_pack(code: str, language: _Named) -> LanguagePack:
    """All lists of a language's folder, as the pack of the language ``code``; under them those
    of the language that it stands upon.

    Every list is a text file: lines that start with ``#`` tell origin, licence and columns, the
    others are rows, split at tabs. A file without such a first line is PackIncomplete.
    """
    lists = {**(_lists(language.upon) if language.upon else {}), **_lists(language.code)}
    return LanguagePack(code, language.name, "rtl" if code in _RIGHT_TO_LEFT else "ltr", lists)


def _lists(code: str) -> dict[str, Rows]:
    folder = files("wireroom.language").joinpath(code)
    return {
        entry.name.removesuffix(".txt"): _rows(entry)
        for entry in sorted(folder.iterdir(), key=lambda entry: entry.name)
        if entry.name.endswith(".txt")
    }


def _rows(file: Traversable) -> Rows:
    lines = file.read_text(encoding="utf-8").splitlines()
    if not lines or not lines[0].startswith("#"):
        raise PackIncomplete(
            f"{file.name} does not say where its words come from",
            "a first line '# origin; licence; columns'",
        )
    return tuple(
        tuple(map(str.strip, line.split("\t")))
        for line in lines
        if line.strip() and not line.startswith("#")
    )
