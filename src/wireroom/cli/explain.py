"""wireroom explain: one document with every finding under its line."""

import sys

import click

from wireroom.cli import options
from wireroom.cli.inputs import Inputs
from wireroom.cli.working import analyse_all
from wireroom.exports.as_explanation import as_explanation


@click.command("explain")
@options.inputs
@options.debug
def command(inputs: tuple[str, ...], debug: bool) -> None:
    """Show each document with every finding under its line, and why it was found.

    Example: wireroom explain article.txt | less
    """
    named = Inputs(inputs, debug)
    for outcome in analyse_all(named.documents(), workers=1):
        if isinstance(outcome, Exception):
            named.report(outcome)
        else:
            click.echo(as_explanation(outcome))
    sys.exit(named.status)
