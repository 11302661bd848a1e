"""wireroom check-translation: what a translation lost or added."""

import click

from wireroom.cli import options
from wireroom.cli.pairs import analysed_pair
from wireroom.cli.printing import print_line
from wireroom.disputes.translations import check_translation
from wireroom.records.plain import finding_as_plain


@click.command("check-translation")
@click.argument("original")
@click.argument("translation")
@options.debug
def command(original: str, translation: str, debug: bool) -> None:
    """Print one line for each number, name, date, place, negation or sentence that did not survive.

    Example: wireroom check-translation letter.ru.txt letter.en.txt
    """
    for finding in check_translation(*analysed_pair(original, translation, debug)):
        print_line(finding_as_plain(finding))
