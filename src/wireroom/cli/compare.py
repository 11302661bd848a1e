"""wireroom compare: what is found between documents."""

import sys
from pathlib import Path

import click

from wireroom.cli import options
from wireroom.cli.comparing import analysed_documents
from wireroom.cli.deciding import read_decisions
from wireroom.cli.inputs import Inputs
from wireroom.cli.printing import print_line
from wireroom.pipeline import compare_documents
from wireroom.records.plain import comparison_as_plain


@click.command("compare")
@options.inputs
@options.decisions
@options.workers
@options.debug
def command(inputs: tuple[str, ...], decisions: Path | None, workers: int, debug: bool) -> None:
    """Find shared text, events, their origins and disputes; print one JSON object.

    Example: wireroom compare story/*.txt | jq '.events[].disputes'
    """
    named = Inputs(inputs, debug)
    analysed = analysed_documents(named, workers)
    decided = read_decisions(decisions, analysed, named)
    print_line(comparison_as_plain(compare_documents(analysed, decided.origins)))
    sys.exit(named.status)
