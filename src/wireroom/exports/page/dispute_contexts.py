"""What the page shows of disputes, field by field."""

from dataclasses import dataclass

from wireroom.exports.page.link_contexts import Link, Quote


@dataclass(frozen=True, slots=True)
class SayingView:
    """Words that give a value, once for all that have them: see ``PlaceView``."""

    quote: Quote
    places: tuple["PlaceView", ...]


@dataclass(frozen=True, slots=True)
class PlaceView:
    """Where some words stand: whose Document or post that is, when, and who says them there.

    ``source`` leads to the very characters.
    """

    source: Link
    when: str
    speaker: Link | None


@dataclass(frozen=True, slots=True)
class DisputedValueView:
    """One value of a disputed field. ``letter`` stands for it in the table: no rank, an order.

    ``others`` are the words that give the same value in other languages.
    """

    anchor: str
    letter: str
    value: str
    others: tuple[Quote, ...]
    speakers: tuple[Link, ...]
    sayings: tuple[SayingView, ...]


@dataclass(frozen=True, slots=True)
class DisputeView:
    """One field of one event on which reports differ, in the words of the reports."""

    anchor: str
    field: str
    reason: str
    values: tuple[DisputedValueView, ...]


@dataclass(frozen=True, slots=True)
class DisputeCell:
    """What one source says of one field."""

    letter: str
    quote: Quote
    speaker: Link | None


@dataclass(frozen=True, slots=True)
class DisputeRow:
    """One source of an event, and for each disputed field what it says, possibly nothing.

    Rows are in the order of their times; what has no time of its own comes last. ``role`` is
    what a source is that only repeats another: a quotation, an earlier version.
    """

    source: Link
    when: str
    role: str
    cells: tuple[tuple[DisputeCell, ...], ...]


@dataclass(frozen=True, slots=True)
class EventDisputesView:
    """All disputes of one event: a table of source by field, then each field in their words."""

    event: Link
    rows: tuple[DisputeRow, ...]
    disputes: tuple[DisputeView, ...]
