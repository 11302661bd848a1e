"""What an investigator should see first, and what may be folded away."""

from collections import Counter
from collections.abc import Mapping

from wireroom.exports.page.labels import LONGEST, shortened
from wireroom.records.analyses import AnalysedDocument
from wireroom.records.comparisons import Event
from wireroom.records.events import EventReport
from wireroom.records.stories import Story
from wireroom.text.folding import fold

_SHORTEST = 30  # characters of a title that are always shown


def is_remark(event: Event) -> bool:
    """Whether it is a mention: kept, and folded away."""
    return event.standing == "mention"


def weightiest_first(events: tuple[Event, ...]) -> tuple[Event, ...]:
    """Events in dispute, then those with most reports, then those with a day, remarks last."""
    return tuple(
        sorted(
            events,
            key=lambda event: (
                is_remark(event),
                not event.disputes,
                -event.told,
                -len(event.disputes),
                event.date is None,
            ),
        )
    )


def event_names(story: Story) -> Mapping[str, str]:
    """What each event is called: its title, told from others of the same title by its own word.

    Where two events are told by one sentence, the verb or noun that tells each stands behind it;
    where that is the same too, a number.
    """
    documents = {one.document.id: one for one in story.documents}
    events = story.comparison.events
    shared = Counter(fold(event.title) for event in events)
    seen: Counter[str] = Counter()
    names: dict[str, str] = {}
    for event in events:
        name = event.title
        word = _trigger(event, documents) if shared[fold(name)] > 1 else ""
        if word:
            name = f"{shortened(name, max(_SHORTEST, LONGEST - len(word) - 5))} – “{word}”"
        seen[name] += 1
        names[event.id] = name if seen[name] == 1 else f"{name} ({seen[name]})"
    return names


def account_of(
    documents: Mapping[str, AnalysedDocument], document: str, index: int
) -> EventReport | None:
    """The event that a report stands for; None where the story does not have it."""
    known = documents.get(document)
    events = known.analysis.events if known else ()
    return events[index] if 0 <= index < len(events) else None


def _trigger(event: Event, documents: Mapping[str, AnalysedDocument]) -> str:
    for report in event.reports:
        account = account_of(documents, report.document, report.event)
        if account:
            return " ".join(account.trigger.of(documents[report.document].document.text).split())
    return ""
