"""Reads a table of sentences with the attributions that a person expects, and holds them to it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from wireroom.extraction.attribution import find_attributions
from wireroom.language import annotate, pack_for
from wireroom.records.attributions import Attribution
from wireroom.records.spans import Span


@dataclass(frozen=True, slots=True)
class Expected:
    """One line of a table; an empty string where the table has a dash."""

    source: str
    cue: str
    content: str
    stance: str
    kind: str
    speaker: str


def read_table(path: Path) -> dict[str, list[Expected]]:
    """The expected attributions of each text; an empty list where none is to be found."""
    found: dict[str, list[Expected]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            text, *cells = ("" if cell == "-" else cell for cell in line.split("\t"))
            known = found.setdefault(text, [])
            if any(cells):
                known.append(Expected(*cells))
    return found


def attributions(text: str, code: str = "en") -> tuple[Attribution, ...]:
    """All attributions of one text."""
    pack = pack_for(code)
    return find_attributions(annotate(text, Span(0, len(text)), pack), pack)


def words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))


def said(text: str, spans: Sequence[Span]) -> set[str]:
    """The words that the spans cover."""
    return words(" ".join(span.of(text) for span in spans))


def differences(text: str, expected: Expected, found: Attribution) -> list[str]:
    """The fields in which a finding is not what was expected; content may differ by a half."""
    wrong = []
    content, wanted = said(text, found.content), words(expected.content)
    if len(content & wanted) * 2 < len(content | wanted):
        wrong.append("content")
    if bool(words(expected.source)) != bool(found.source) or (
        found.source and not words(expected.source) & said(text, found.source)
    ):
        wrong.append("source")
    if not words(expected.cue) & said(text, found.cue):
        wrong.append("cue")
    if found.stance != expected.stance:
        wrong.append("stance")
    if found.kind != expected.kind:
        wrong.append("kind")
    if expected.speaker and found.speaker != expected.speaker:
        wrong.append("speaker")
    return wrong


def precision_and_recall(path: Path, code: str) -> tuple[float, float]:
    """Of the table's attributions: content, source and cue right."""
    right = found_in_all = expected_in_all = 0
    for text, expected in read_table(path).items():
        found = list(attributions(text, code))
        found_in_all += len(found)
        expected_in_all += len(expected)
        for one in expected:
            fitting = [a for a in found if not set(differences(text, one, a)) & _WHO_AND_WHAT]
            if fitting:
                right += 1
                found.remove(fitting[0])
    return right / found_in_all, right / expected_in_all


_WHO_AND_WHAT = {"content", "source", "cue"}
