"""wireroom versions: what changed between two versions of a text."""

import click

from wireroom.cli import options
from wireroom.cli.pairs import analysed_pair
from wireroom.cli.printing import print_line
from wireroom.disputes.versions import compare_versions
from wireroom.records.plain import change_as_plain


@click.command("versions")
@click.argument("old")
@click.argument("new")
@options.debug
def command(old: str, new: str, debug: bool) -> None:
    """Print one line for each change from OLD to NEW, named by what it means.

    Example: wireroom versions draft.txt final.txt
    """
    for change in compare_versions(*analysed_pair(old, new, debug)):
        print_line(change_as_plain(change))
