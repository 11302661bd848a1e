"""Daft, embedded or on a Ray cluster: the one place that knows them."""

import json
import os
from collections.abc import Iterator, Sequence
from importlib import import_module
from typing import Any, Literal

from wireroom.batch.parts import Part
from wireroom.batch.worker import PartWorker
from wireroom.errors import EngineUnavailable

Engine = Literal["daft", "ray"]

_TRIES = 3  # Ray gives a node 30 seconds to start, too few on a machine that is busy
# Nothing leaves the machine; and one bar of progress is enough.
_QUIET = {
    "DO_NOT_TRACK": "1",
    "DAFT_ANALYTICS_ENABLED": "0",
    "DAFT_PROGRESS_BAR": "0",
    "RAY_USAGE_STATS_ENABLED": "0",
}
_PARTITIONS = 4  # for each worker on Ray, so that one that is done early finds more


def start_engine(engine: Engine, workers: int | None) -> int:
    """Start the engine in this process, which can be done once, and say how many workers it has.

    Ray is that of RAY_ADDRESS, or one on this machine. Raises EngineUnavailable.
    """
    os.environ |= {name: value for name, value in _QUIET.items() if name not in os.environ}
    daft = _imported("daft", "batch")
    if engine == "daft":
        daft.set_runner_native()
        return workers or os.cpu_count() or 1
    ray = _imported("ray", "ray")
    _start_ray(ray, workers)
    daft.set_runner_ray()
    return workers or int(ray.cluster_resources().get("CPU", 1))


def _start_ray(ray: Any, workers: int | None) -> None:
    """Join the cluster of RAY_ADDRESS; without one, start one on this machine."""
    own: dict[str, Any] = {"include_dashboard": False, "num_cpus": workers}
    is_cluster = "RAY_ADDRESS" in os.environ
    for left in reversed(range(1 if is_cluster else _TRIES)):
        try:
            ray.init(log_to_driver=False, logging_level="ERROR", **({} if is_cluster else own))
            return
        except Exception as wrong:  # it raises many kinds
            ray.shutdown()
            if not left:
                why = " ".join(str(wrong).split())[:200]
                problem = f"Ray does not start ({why})"
                raise EngineUnavailable(
                    problem, "check RAY_ADDRESS, or leave out --engine"
                ) from wrong


def run_parts(
    engine: Engine, parts: Sequence[Part], folder: str, workers: int
) -> Iterator[tuple[int, dict[str, Any]]]:
    """The number of each part and what a PartWorker said of it, as they are done. Raises
    EngineUnavailable where the engine stops.

    One and the same dataframe on both engines: a row a part, and batches of one row.
    """
    daft = import_module("daft")
    word = daft.DataType.string()

    class Worker(PartWorker):
        run = daft.method(PartWorker.run, return_dtype=word)

    worker = daft.cls(Worker, max_concurrency=min(workers, len(parts)))(folder)
    rows = {
        "number": [part.number for part in parts],
        "part": [json.dumps(part.as_plain()) for part in parts],
    }
    frame = daft.from_pydict(rows)
    if engine == "ray":  # embedded, there is nothing to spread
        frame = frame.into_partitions(min(len(parts), workers * _PARTITIONS))
    frame = frame.into_batches(1)
    done = frame.select("number", worker.run(frame["part"]).alias("said"))
    rows_done = done.iter_rows(results_buffer_size=1)
    while (row := _next(rows_done)) is not None:
        yield row["number"], json.loads(row["said"])


def _next(rows: Iterator[dict[str, Any]]) -> dict[str, Any] | None:
    try:
        return next(rows, None)
    except Exception as wrong:  # it raises many kinds
        why = " ".join(str(wrong).split())[-200:]
        problem = f"the engine stopped ({why})"
        raise EngineUnavailable(problem, "the same command again: it goes on from here") from wrong


def _imported(module: str, extra: str) -> Any:
    try:
        return import_module(module)
    except ImportError as wrong:
        raise EngineUnavailable(
            f"{module} is not installed ({wrong})", f"pip install 'wireroom[{extra}]'"
        ) from wrong
