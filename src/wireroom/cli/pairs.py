"""Two inputs of one document each, for the commands that hold one against the other."""

import sys

import click

from wireroom.cli.inputs import Inputs
from wireroom.cli.working import analyse_all
from wireroom.records.analyses import AnalysedDocument


def analysed_pair(one: str, other: str, debug: bool) -> tuple[AnalysedDocument, AnalysedDocument]:
    """The analyses of two inputs. Ends the command with status 1 when either cannot be read."""
    return _only(one, debug), _only(other, debug)


def _only(name: str, debug: bool) -> AnalysedDocument:
    named = Inputs([name], debug)
    found = []
    for outcome in analyse_all(named.documents(), workers=1):
        if isinstance(outcome, Exception):
            named.report(outcome)
        else:
            found.append(outcome)
    if len(found) == 1 and not named.failed:
        return found[0]
    if len(found) > 1:
        click.echo(
            f"wireroom: {name} has {len(found)} documents; try: one document in each file",
            err=True,
        )
    sys.exit(1)
