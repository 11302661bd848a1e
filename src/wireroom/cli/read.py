"""wireroom read: what people have, as documents."""

import sys

import click

from wireroom.cli import options
from wireroom.cli.inputs import Inputs
from wireroom.cli.printing import print_line, with_progress
from wireroom.records.plain import document_as_plain


@click.command("read")
@options.inputs
@options.debug
def command(inputs: tuple[str, ...], debug: bool) -> None:
    """Read files, folders or globs, and print one document a line.

    Example: wireroom read thread.txt saved-pages/ 'feeds/*.jsonl'
    """
    named = Inputs(inputs, debug)
    for document in with_progress(named.documents(), "reading"):
        print_line(document_as_plain(document))
    sys.exit(named.status)
