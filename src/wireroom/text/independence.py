"""How many origins stand behind reports. Every count that is shown anywhere is made here."""

from collections import Counter
from collections.abc import Iterable

from wireroom.records.links import Origin
from wireroom.text.folding import fold


def count_independent(*events: Iterable[Origin]) -> int:
    """How many origins are established, over the origins of one event or of several.

    What is not established is never counted. One origin behind several events is counted once,
    or else one agency would look like many; where one event has two of a name, because a person
    holds them apart, they are two.
    """
    found: Counter[tuple[object, ...]] = Counter()
    for origins in events:
        found |= Counter(identity_of(origin) for origin in origins if origin.established)
    return found.total()


def count_not_established(*events: Iterable[Origin]) -> int:
    """How many are not established; counted for each event, as nothing shows that two are one."""
    return sum(not origin.established for origins in events for origin in origins)


def identity_of(origin: Origin) -> tuple[object, ...]:
    """The same for one origin behind several events: its kind and name, else its Documents."""
    if origin.source:
        return origin.kind, fold(origin.source)
    return origin.kind, "", origin.documents
