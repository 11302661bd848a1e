"""Analyses many Documents, in the order in which they came, on one processor or more."""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache
from itertools import chain
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from os import _exit
from threading import Thread

from wireroom.errors import WireroomError, WorkerLost
from wireroom.extraction.values.gazetteer import Gazetteer
from wireroom.pipeline import analyse_document
from wireroom.records.analyses import AnalysedDocument, Analysis
from wireroom.records.documents import Document

# Below this many characters in all, starting another process takes longer than the work.
WORTH_A_PROCESS = 60_000
_WAITING = 8  # Documents under way for each worker; more only costs memory

Outcome = AnalysedDocument | Exception


@cache
def gazetteer() -> Gazetteer:
    """The packaged gazetteer, opened once in a process."""
    return Gazetteer.open()


def analyse_all(documents: Iterable[Document], workers: int) -> Iterator[Outcome]:
    """The analysis of each Document, or what kept it from being made, in the same order.

    Each Document is analysed by itself, so that the number of workers changes nothing.
    """
    documents = iter(documents)
    first: list[Document] = []
    while sum(len(each.text) for each in first) < WORTH_A_PROCESS:
        document = next(documents, None)
        if document is None:
            break
        first.append(document)
    else:
        if workers > 1:
            return _with_processes(chain(first, documents), workers)
    return map(_outcome, chain(first, documents))


def _outcome(document: Document) -> Outcome:
    return _with_document(document, _analysis(document))


def _analysis(document: Document) -> Analysis | Exception:
    try:
        return analyse_document(document, gazetteer())
    except WireroomError as problem:
        return problem
    except Exception as problem:  # one Document that trips us must not cost the others
        problem.add_note(f"while analysing {document.id}")
        return problem


def _with_document(document: Document, analysis: Analysis | Exception) -> Outcome:
    return analysis if isinstance(analysis, Exception) else AnalysedDocument(document, analysis)


def _with_processes(documents: Iterable[Document], workers: int) -> Iterator[Outcome]:
    waiting: deque[tuple[Document, Future[Analysis | Exception]]] = deque()
    with ProcessPoolExecutor(workers, get_context("spawn"), _end_with_parent) as pool:
        for document in documents:
            waiting.append((document, _submitted(pool, document)))
            if len(waiting) >= workers * _WAITING:
                yield _finished(*waiting.popleft())
        while waiting:
            yield _finished(*waiting.popleft())


def _end_with_parent() -> None:
    """Has a worker end when the command does, even one that was killed and could tell nobody.

    Without this the workers of a killed command wait for ever, each with its models in memory.
    """
    parent = parent_process()
    if parent is not None:
        Thread(target=_end_after, args=(parent.sentinel,), daemon=True).start()


def _end_after(sentinel: int) -> None:
    wait([sentinel])
    _exit(1)


def _submitted(pool: ProcessPoolExecutor, document: Document) -> "Future[Analysis | Exception]":
    try:
        return pool.submit(_analysis, document)
    except BrokenProcessPool as lost:
        future: Future[Analysis | Exception] = Future()
        future.set_exception(lost)
        return future


def _finished(document: Document, future: "Future[Analysis | Exception]") -> Outcome:
    try:
        return _with_document(document, future.result())
    except BrokenProcessPool:
        return WorkerLost(
            f"a worker died while {document.id} was under way", "--workers 1, or more memory"
        )
