"""Who a source comes down to."""

from typing import NamedTuple

from wireroom.records.attributions import SpeakerKind
from wireroom.records.spans import Span


class Speaker(NamedTuple):
    """Who it comes down to; ``antecedent`` where that stands if it is not in the source."""

    name: str | None = None
    kind: SpeakerKind | None = None
    antecedent: Span | None = None
