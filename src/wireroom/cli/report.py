"""wireroom report: a story as one page."""

import sys
from pathlib import Path

import click

from wireroom.cli import options
from wireroom.cli.comparing import analysed_documents
from wireroom.cli.deciding import read_decisions
from wireroom.cli.inputs import Inputs
from wireroom.exports.as_page import as_page
from wireroom.exports.page.labels import plural, title_of
from wireroom.pipeline import compare_documents
from wireroom.records.stories import StoryCounts
from wireroom.stories import build_story


@click.command("report")
@options.inputs
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("report.html"),
    show_default=True,
    help="Where to write the page.",
)
@click.option("--title", help="What the story is called; else the title of its first document.")
@options.decisions
@options.workers
@options.debug
def command(
    inputs: tuple[str, ...],
    output: Path,
    title: str | None,
    decisions: Path | None,
    workers: int,
    debug: bool,
) -> None:
    """Write one self-contained HTML page: who reported what, on whose word, where they differ.

    Example: wireroom report thread.txt articles/ -o story.html
    """
    named = Inputs(inputs, debug)
    analysed = analysed_documents(named, workers)
    if not analysed:
        click.echo("wireroom: nothing could be read, so there is no report", err=True)
        sys.exit(1)
    decided = read_decisions(decisions, analysed, named)
    comparison = compare_documents(analysed, decided.origins)
    first = analysed[0].document
    story = build_story(title or title_of(first), analysed, comparison, decided.speakers)
    try:
        output.write_text(as_page(story), encoding="utf-8", errors="backslashreplace")
    except OSError as wrong:
        click.echo(f"wireroom: {output} cannot be written ({wrong.strerror}); try: -o", err=True)
        sys.exit(1)
    click.echo(f"{output}: {headline_counts(story.counts)}")
    sys.exit(named.status)


def headline_counts(counts: StoryCounts) -> str:
    """How much there is, in one line; the same figures as on the page."""
    mentions = f" · {plural(counts.mentions, 'mention')}" if counts.mentions else ""
    return (
        f"{plural(counts.documents, 'document')} · {plural(counts.events, 'event')} · "
        f"{plural(counts.origins, 'origin')} · {counts.not_established:,} not established · "
        f"{plural(counts.disputes, 'dispute')}{mentions}"
    )
