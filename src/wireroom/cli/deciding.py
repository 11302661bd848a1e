"""A person's decisions from a file that is named on the command line."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from wireroom.cli.inputs import Inputs
from wireroom.errors import BadDecision
from wireroom.records.analyses import AnalysedDocument
from wireroom.records.decisions import OriginDecision, SpeakerDecision
from wireroom.records.plain_decisions import Decision, decision_from_plain

_ROW = '{"one": {"document": ID}, "other": {"document": ID}, "verdict": "same"}'


@dataclass(frozen=True, slots=True)
class Decisions:
    """What a person decided, the oldest first, as it stands in the file."""

    origins: tuple[OriginDecision, ...] = ()
    speakers: tuple[SpeakerDecision, ...] = ()


def read_decisions(
    path: Path | None, analysed: Sequence[AnalysedDocument], named: Inputs
) -> Decisions:
    """The rows of a JSON Lines file; none where ``path`` is None.

    A row that cannot be read, or that names a Document that is not given, is named on standard
    error by its line, and the others hold.
    """
    if path is None:
        return Decisions()
    known = {each.document.id for each in analysed}
    rows = list(_rows(path, known, named))
    return Decisions(
        tuple(row for row in rows if isinstance(row, OriginDecision)),
        tuple(row for row in rows if isinstance(row, SpeakerDecision)),
    )


def _rows(path: Path, known: set[str], named: Inputs) -> Iterator[Decision]:
    try:
        lines = path.read_bytes().removeprefix(b"\xef\xbb\xbf").splitlines()
    except OSError as wrong:
        problem = f"{path} cannot be opened ({wrong.strerror or wrong})"
        named.report(BadDecision(problem, "check the path and its permissions"))
        return
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        where = f"{path} line {number}"
        try:
            decision = decision_from_plain(json.loads(line))
        except (ValueError, RecursionError) as wrong:
            what = "is not JSON" if isinstance(wrong, json.JSONDecodeError) else str(wrong)
            what = "is not UTF-8" if isinstance(wrong, UnicodeDecodeError) else what
            named.report(BadDecision(f"{where}: {what}", _ROW))
            continue
        missing = [each for each in _documents(decision) if each not in known]
        if missing:
            problem = f"{where}: no document has the id {missing[0]}"
            named.report(BadDecision(problem, "an id that wireroom read prints"))
        else:
            yield decision


def _documents(decision: Decision) -> Iterable[str]:
    return [each.document for each in (decision.one, decision.other) if each.document]
