"""Arguments and options that several commands have."""

import os
from pathlib import Path

import click


def _processors() -> int:
    """As many workers as there are processors, up to four: each takes about half a gigabyte."""
    return min(os.cpu_count() or 1, 4)


inputs = click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
workers = click.option(
    "--workers",
    type=click.IntRange(1, 64),
    default=_processors,
    show_default="processors, at most 4",
    help="Processes that analyse; the output is the same whatever their number.",
)
debug = click.option("--debug", is_flag=True, help="Show a traceback with every problem.")
decisions = click.option(
    "--decisions",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="What a person decided, as JSON Lines: which reports have one origin, which names are one "
    "speaker's. The last row on a pair holds.",
)
