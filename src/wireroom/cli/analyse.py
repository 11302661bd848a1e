"""wireroom analyse: what is found in each document."""

import sys

import click

from wireroom.cli import options
from wireroom.cli.inputs import Inputs
from wireroom.cli.printing import print_line, with_progress
from wireroom.cli.unread import EventsUnread
from wireroom.cli.working import analyse_all
from wireroom.records.plain import analysis_as_plain


@click.command("analyse")
@options.inputs
@options.workers
@options.debug
def command(inputs: tuple[str, ...], workers: int, debug: bool) -> None:
    """Find who said what, places, dates, numbers and events; print one line a document.

    Example: wireroom analyse article.html | jq .attributions
    """
    named, unread = Inputs(inputs, debug), EventsUnread()
    for outcome in with_progress(analyse_all(named.documents(), workers), "analysing"):
        if isinstance(outcome, Exception):
            named.report(outcome)
        else:
            print_line(analysis_as_plain(outcome.analysis))
            unread.count(outcome.analysis)
    unread.report()
    sys.exit(named.status)
