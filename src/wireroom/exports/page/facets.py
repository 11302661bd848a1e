"""What timeline and map are sifted by together: place, sort of event, who tells it, day."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from wireroom.exports.page.anchors import Anchors
from wireroom.exports.page.events import type_in_words
from wireroom.exports.page.happened import happened_in_words
from wireroom.exports.page.labels import passage_name, source_of, unit_link
from wireroom.exports.page.map_contexts import Choice, Choices, Facets
from wireroom.exports.page.whereabouts import Whereabouts
from wireroom.records.comparisons import Event
from wireroom.records.spans import Span
from wireroom.records.stories import Moment, Story, TimelineEntry


class Sifting:
    """The facets of each event and each entry of the timeline; keys are made by counting."""

    def __init__(self, story: Story, anchors: Anchors, places: Sequence[Whereabouts]) -> None:
        self._anchors = anchors
        self._documents = {one.document.id: one for one in story.documents}
        self._tellers: dict[str, str] = {}
        self._types: dict[str, str] = {}
        self._names = Counter(here.entry.name for here in places)
        at: dict[int, list[str]] = {}
        for mark, here in enumerate(places, 1):
            for number in here.told:
                at.setdefault(number, []).append(f"m{mark}")
        moments = {entry.event: entry.moment for entry in story.timeline if entry.event}
        self.happened = {
            event.id: happened_in_words(event, self._documents) for event in story.comparison.events
        }
        self._told: dict[str, list[tuple[Span, str]]] = {}
        self.events: Mapping[str, Facets] = {
            event.id: self._of_event(event, number, at.get(number, ()), moments.get(event.id))
            for number, event in enumerate(story.comparison.events, 1)
        }
        self._entries = {id(entry): self._of_entry(entry) for entry in story.timeline}
        self.choices = self._choices(story, places)

    def entry(self, entry: TimelineEntry) -> Facets:
        """Those of an entry of the story's timeline."""
        return self._entries.get(id(entry), Facets())

    def _of_event(
        self, event: Event, number: int, places: Iterable[str], moment: Moment | None
    ) -> Facets:
        tellers: dict[str, None] = {}
        for report in event.reports:
            known = self._documents.get(report.document)
            events = known.analysis.events if known else ()
            if 0 <= report.event < len(events):
                trigger = events[report.event].trigger
                self._told.setdefault(report.document, []).append((trigger, event.id))
                name = unit_link(self._anchors, report.document, trigger).text
                tellers[self._teller(name)] = None
        word = type_in_words(event.type)
        kind = self._types.setdefault(word, f"k{len(self._types) + 1}")
        return _dated(Facets(tuple(places), (kind,), tuple(tellers), event=f"e{number}"), moment)

    def _of_entry(self, entry: TimelineEntry) -> Facets:
        if entry.event is not None:
            return self.events.get(entry.event, Facets())
        known = self._documents.get(entry.document or "")
        if known is None:
            return _dated(Facets(), entry.moment)
        told = [
            self.events[event]
            for trigger, event in self._told.get(known.document.id, ())
            if entry.span is None or entry.span.covers(trigger)
        ]
        name = source_of(known.document)
        if entry.passage is not None:
            name = passage_name(known.analysis.passages[entry.passage])
        elif entry.post is not None:
            name = f"post {entry.post}"
        places = dict.fromkeys(place for one in told for place in one.places)
        types = dict.fromkeys(kind for one in told for kind in one.types)
        tells = tuple(dict.fromkeys(one.event for one in told))
        facets = Facets(tuple(places), tuple(types), (self._teller(name),), tells=tells)
        return _dated(facets, entry.moment)

    def _teller(self, name: str) -> str:
        return self._tellers.setdefault(name, f"b{len(self._tellers) + 1}")

    def _choices(self, story: Story, places: Sequence[Whereabouts]) -> Choices:
        days = [entry.moment for entry in story.timeline if entry.moment]
        return Choices(
            _sorted(Choice(f"m{mark}", self._called(here)) for mark, here in enumerate(places, 1)),
            _sorted(Choice(key, word) for word, key in self._types.items()),
            tuple(Choice(key, name) for name, key in self._tellers.items()),
            min((moment.first.isoformat() for moment in days), default=""),
            max((moment.last.isoformat() for moment in days), default=""),
        )

    def _called(self, here: Whereabouts) -> str:
        """A place by its name, and by what is around it where another has the same name."""
        entry = here.entry
        around = entry.admin1 if entry.admin1 != entry.name else entry.country
        return f"{entry.name}, {around}" if self._names[entry.name] > 1 and around else entry.name


def _sorted(choices: Iterable[Choice]) -> tuple[Choice, ...]:
    return tuple(sorted(choices, key=lambda choice: choice.name))


def _dated(facets: Facets, moment: Moment | None) -> Facets:
    if moment is None:
        return facets
    return replace(facets, first=moment.first.isoformat(), last=moment.last.isoformat())
