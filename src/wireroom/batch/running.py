"""A batch from beginning to end."""

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from wireroom.batch.engines import Engine, run_parts, start_engine
from wireroom.batch.manifest import open_manifest
from wireroom.batch.parts import Part
from wireroom.batch.tables import TABLES, rows_in
from wireroom.errors import NotReadable, WireroomError, WorkerLost

_MOST_FAILED = 20  # parts: then something is wrong that concerns all of them


@dataclass(frozen=True, slots=True)
class Job:
    """Files by name, the folder of the results, and how to do it; ``workers`` None for all
    processors of the machine or of the cluster."""

    names: Sequence[str]
    folder: Path
    part_size: int
    engine: Engine = "daft"
    workers: int | None = None


@dataclass(slots=True)
class Progress:
    """How far a batch is. ``earlier`` parts were done by a run before this one."""

    records: int
    parts: int
    earlier: int
    done_records: int = 0
    documents: int = 0
    errors: int = 0


def run_batch(
    job: Job, report: Callable[[WireroomError], None], step: Callable[[Progress], None]
) -> Progress:
    """Do every part that is not done yet.

    ``report`` is called with each file and part that cannot be done, ``step`` after each part.
    Raises OtherRun, EngineUnavailable, and NotReadable where the folder cannot be written.
    """
    try:
        manifest = open_manifest(job.folder, job.names, job.part_size)
    except OSError as wrong:
        problem = f"{job.folder} cannot be written ({wrong.strerror or wrong})"
        raise NotReadable(problem, "name another folder") from wrong
    for unread in manifest.unread:
        report(unread)
    records = sum(part.records for part in manifest.parts)
    progress = Progress(records, len(manifest.parts), 0)
    left = [part for part in manifest.parts if not _is_done(job.folder, part, progress)]
    step(progress)
    if left:
        _run(job, left, report, lambda part, counts: step(_counted(progress, part, counts)))
    shutil.rmtree(job.folder / ".unfinished", ignore_errors=True)
    return progress


def _run(
    job: Job,
    left: Sequence[Part],
    report: Callable[[WireroomError], None],
    done: Callable[[Part, dict[str, int]], None],
) -> None:
    by_number = {part.number: part for part in left}
    failed = 0
    workers = start_engine(job.engine, job.workers)
    for number, said in run_parts(job.engine, left, str(job.folder.resolve()), workers):
        part = by_number[number]
        if "done" in said:
            done(part, said["done"])
            continue
        failed += 1
        problem = f"part {number} of {part.name} is not done ({said['failed']})"
        report(WorkerLost(problem, "the same command again, which does what is not done"))
        if failed == _MOST_FAILED:
            raise WorkerLost(
                f"{failed} parts are not done", "mend what is said above, and run again"
            )


def _is_done(folder: Path, part: Part, progress: Progress) -> bool:
    rows = [rows_in(folder, table, part.number) for table in TABLES]
    if None in rows:
        return False
    progress.earlier += 1
    _counted(progress, part, dict(zip(TABLES, (row or 0 for row in rows), strict=True)))
    return True


def _counted(progress: Progress, part: Part, counts: dict[str, int]) -> Progress:
    progress.done_records += part.records
    progress.documents += counts["documents"]
    progress.errors += counts["errors"]
    return progress
