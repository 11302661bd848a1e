"""What was left out of the documents for their language, in one line each."""

from collections import Counter
from collections.abc import Iterable

import click

from wireroom.exports.page.labels import plural
from wireroom.records.analyses import Analysis
from wireroom.text.language_names import language_name


class EventsUnread:
    """Counts the documents in which passages of a language are not read for events."""

    def __init__(self) -> None:
        self._documents: Counter[str] = Counter()

    def count(self, analysis: Analysis) -> None:
        """Take an analysis into the count."""
        self._documents.update(analysis.events_unread)

    def lines(self) -> Iterable[str]:
        """One line a language, by name."""
        for code, number in sorted(self._documents.items()):
            yield (
                f"wireroom: events are not found in {language_name(code)} "
                f"({plural(number, 'document')}), only in "
                "English and Russian; who said what, places, days and numbers are"
            )

    def report(self) -> None:
        """Print the lines to standard error."""
        for line in self.lines():
            click.echo(line, err=True)
