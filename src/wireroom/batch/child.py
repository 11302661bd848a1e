"""The process in which parts are read and analysed; it may die without taking others with it.

Takes a task a line on standard input, and answers on standard output: ``{"at": n}`` before each
record, ``{"done": {...}}`` or ``{"failed": why}`` at the end. Ends when its input does.
"""

import json
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import Any

from wireroom.batch.parts import Part
from wireroom.batch.records import Record, records_of
from wireroom.batch.tables import PartTable, as_row
from wireroom.errors import WireroomError, WorkerLost
from wireroom.extraction.values.gazetteer import Gazetteer
from wireroom.pipeline import analyse_document
from wireroom.records.analyses import AnalysedDocument
from wireroom.records.documents import Document

# What is held at most before it is written; Parquet packs many rows better than few.
_MOST_HELD = 1_000
_MOST_CHARACTERS = 10_000_000

Row = dict[str, Any]
Told = Callable[[Row], None]


def main() -> None:
    """Do tasks until there are no more."""
    told = _telling()
    tasks: SimpleQueue[bytes] = SimpleQueue()
    Thread(target=_listen, args=(tasks,), daemon=True).start()
    gazetteer = Gazetteer.open()
    while True:
        task = json.loads(tasks.get())
        try:
            part = Part(**task["part"])
            told(
                {"done": write_part(part, Path(task["folder"]), set(task["lost"]), told, gazetteer)}
            )
        except (
            Exception
        ) as wrong:  # a disk that is gone or full: the part is not done, others go on
            told({"failed": f"{type(wrong).__name__}: {wrong}"})


def write_part(
    part: Part, folder: Path, lost: set[int], told: Told, gazetteer: Gazetteer
) -> dict[str, int]:
    """Read and analyse a part, write it, and say how many rows each table has.

    ``lost`` are the records over which a process died: they are not read again. ``told`` is
    called before each record. Documents come last: where they are, the part is done.
    """
    errors, documents = (PartTable(folder, table, part.number) for table in ("errors", "documents"))
    held: list[Row] = []
    wrong: list[Row] = []
    done = characters = 0
    try:
        for number, record in enumerate(records_of(part)):
            told({"at": number})
            for found in _lost(part, number) if number in lost else _found(record, gazetteer):
                if isinstance(found, Exception):
                    wrong.append(_as_error(part, number, found))
                else:
                    held.append(found)
                    characters += len(found["text"])
            if len(held) >= _MOST_HELD or characters >= _MOST_CHARACTERS:
                documents.write(held)
                done += len(held)
                held, characters = [], 0
        documents.write(held)
        errors.write(wrong)
        errors.finish()
        documents.finish()
    except BaseException:
        errors.abandon()
        documents.abandon()
        raise
    return {"documents": done + len(held), "errors": len(wrong)}


def _found(record: Record, gazetteer: Gazetteer) -> Iterator[Row | Exception]:
    """A row for each Document of a record; what kept it from being one."""
    try:
        for found in record():
            yield _analysed(found, gazetteer) if isinstance(found, Document) else found
    except Exception as wrong:  # one record that trips us must not cost the others
        yield wrong


def _analysed(document: Document, gazetteer: Gazetteer) -> Row | Exception:
    try:
        return as_row(AnalysedDocument(document, analyse_document(document, gazetteer)))
    except Exception as wrong:
        wrong.add_note(document.id)
        return wrong


def _lost(part: Part, number: int) -> Iterator[Exception]:
    what = f"{part.name}: a process died twice over record {number + 1} of part {part.number}"
    yield WorkerLost(what, "read it by itself with wireroom analyse, or give more memory")


def _as_error(part: Part, number: int, wrong: Exception) -> Row:
    if isinstance(wrong, WireroomError):
        told = {"kind": wrong.slug, "problem": wrong.problem, "hint": wrong.hint}
    else:
        named = " ".join(getattr(wrong, "__notes__", ()))
        problem = f"{type(wrong).__name__}: {wrong} ({named or part.name})"
        told = {"kind": "wireroom-error", "problem": problem, "hint": "report it"}
    return {"source_file": part.name, "part": part.number, "record": number} | told


def _telling() -> Told:
    """What writes answers; whatever else is printed goes to standard error."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    sys.stdout = sys.stderr

    def told(answer: Row) -> None:
        answers.write(json.dumps(answer) + "\n")
        answers.flush()

    return told


def _listen(tasks: "SimpleQueue[bytes]") -> None:
    for line in sys.stdin.buffer:
        tasks.put(line)
    os._exit(0)  # who gave the tasks is gone


if __name__ == "__main__":
    main()
