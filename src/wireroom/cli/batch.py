"""wireroom batch: what is found in very many documents, as Parquet."""

import os
import sys
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from time import monotonic
from typing import Any

import click
from tqdm import tqdm

from wireroom.cli import options
from wireroom.cli.inputs import Inputs
from wireroom.cli.printing import print_line
from wireroom.errors import EngineUnavailable, WireroomError

_INTERRUPTED = 130


@click.command("batch")
@options.inputs
@click.option(
    "-o",
    "--output",
    "folder",
    required=True,
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="Where the tables are written; a stopped run goes on from what is there.",
)
@click.option(
    "--engine",
    type=click.Choice(["daft", "ray"]),
    default="daft",
    show_default=True,
    help="Daft on this machine, or Daft on the Ray cluster of RAY_ADDRESS.",
)
@click.option(
    "--workers",
    type=click.IntRange(1),
    show_default="all processors",
    help="Processes that analyse, each with about half a gigabyte; the output is the same.",
)
@click.option(
    "--part-size",
    type=click.IntRange(1, 1_000_000),
    default=500,
    show_default=True,
    help="Records that are done, written and resumed together.",
)
@options.debug
def command(
    inputs: tuple[str, ...],
    folder: Path,
    engine: str,
    workers: int | None,
    part_size: int,
    debug: bool,
) -> None:
    """Analyse JSON Lines, Parquet and WARC into Parquet: DIR/documents, and DIR/errors for what
    could not be read. Run the same command again to go on where it stopped.

    Example: wireroom batch crawl/*.warc.gz -o found && duckdb -c "from 'found/documents/*'"
    """
    if "-" in inputs:
        raise click.UsageError("a batch reads files, which it can cut, and not standard input")
    named, begun = Inputs(inputs, debug), monotonic()
    try:
        running = _running()
        job = running.Job(list(named.paths()), folder, part_size, engine, workers)
        with tqdm(
            desc="batch", unit=" records", file=sys.stderr, disable=not sys.stderr.isatty()
        ) as bar:
            found = running.run_batch(job, named.report, lambda now: _show(bar, now))
    except WireroomError as problem:
        named.report(problem)
        sys.exit(named.status)
    except KeyboardInterrupt:
        click.echo("wireroom: stopped; the same command goes on from here", err=True)
        os._exit(_INTERRUPTED)  # what is under way in the engine need not be waited for
    counts = {"documents": found.documents, "errors": found.errors, "parts": found.parts}
    seconds = round(monotonic() - begun, 1)
    print_line({**counts, "parts_from_before": found.earlier, "seconds": seconds})
    if found.errors:
        told = f"{found.errors:,} records could not be read; try: read why in {folder / 'errors'}"
        click.echo(f"wireroom: {told}", err=True)
    sys.exit(1 if found.errors else named.status)


def _running() -> Any:
    """The room that needs what is not always installed."""
    missing = [name for name in ("daft", "pyarrow") if find_spec(name) is None]
    if missing:
        raise EngineUnavailable(
            f"{' and '.join(missing)} is not installed", "pip install 'wireroom[batch]'"
        )
    return import_module("wireroom.batch.running")


def _show(bar: "tqdm[Any]", progress: Any) -> None:
    bar.total = progress.records
    bar.update(progress.done_records - bar.n)
