"""Reads invented texts with the attributions that a person finds in them, and holds them to it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from extraction.attribution.tables import words
from wireroom.records.attributions import Attribution
from wireroom.records.spans import Span

_ARTICLES = {"the", "a", "an", "s"}


@dataclass(frozen=True, slots=True)
class Wanted:
    """One line of the file; "*" is not looked at, "-" is none. ``is_open`` where the line says
    that it is not yet right."""

    cue: str
    source: str
    content: str
    speaker: str
    kind: str
    inside: str
    is_open: bool


def read_documents(path: Path) -> list[tuple[str, list[Wanted]]]:
    """Each text with what is wanted of it, in the order of the file."""
    found: list[tuple[str, list[Wanted]]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith(("> ", "? ")):
            cells = [cell.strip() for cell in line[2:].split(" | ")]
            cue, source, content, speaker, kind, inside = cells
            is_open = line.startswith("?")
            found[-1][1].append(Wanted(cue, source, content, speaker, kind, inside, is_open))
        elif line != "-" and not line.startswith("#"):
            found.append((line.replace("\\n", "\n"), []))
    return found


def joined(text: str, spans: Sequence[Span]) -> str:
    return " ".join(span.of(text) for span in spans)


def missing(text: str, wanted: Wanted, found: Attribution, all_: Sequence[Attribution]) -> set[str]:
    """The fields in which a finding is not what is wanted."""
    wrong = set()
    if not _is_cue(wanted.cue, joined(text, found.cue)):
        wrong.add("cue")
    if wanted.source != "*" and _bare(wanted.source) != _bare(joined(text, found.source)):
        wrong.add("source")
    if not _is_content(wanted.content, joined(text, found.content)):
        wrong.add("content")
    if wanted.speaker not in ("*", found.speaker or "-"):
        wrong.add("speaker")
    if wanted.kind not in ("*", found.speaker_kind or "-"):
        wrong.add("kind")
    outer = "-" if found.inside is None else joined(text, all_[found.inside].cue)
    if wanted.inside != "*" and not _is_cue(wanted.inside, outer):
        wrong.add("inside")
    return wrong


def _is_cue(wanted: str, found: str) -> bool:
    if wanted == "*":
        return True
    return bool(words(wanted) & words(found)) or (not words(wanted) and wanted in found)


def _bare(source: str) -> set[str]:
    return words(source) - _ARTICLES


def _is_content(wanted: str, found: str) -> bool:
    if wanted in ("*", "-"):
        return wanted == "*" or not found
    first, _, last = wanted.partition("…")
    got, start, end = (re.findall(r"\w+", part.casefold()) for part in (found, first, last))
    if "…" not in wanted:
        return got == start
    return got[: len(start)] == start and got[len(got) - len(end) :] == end
