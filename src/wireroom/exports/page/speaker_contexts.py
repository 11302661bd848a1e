"""What the page shows of who says what, field by field."""

from dataclasses import dataclass

from wireroom.exports.page.link_contexts import Link, Quote, StepView


@dataclass(frozen=True, slots=True)
class RouteView:
    """The hands that one statement went through, its own source last, and the Document where
    these do not say it; ``words`` leads to the characters,
    ``channel`` to the name of the medium that it was said to."""

    steps: tuple[StepView, ...]
    document: Link | None
    words: str | None
    channel: Link | None = None


@dataclass(frozen=True, slots=True)
class StatementView:
    """One thing that somebody said, once however many pass it on in the same words. ``verb``
    leads to the cue; ``certainty`` is empty where it is flatly said."""

    stance: str
    verb: Link
    quote: Quote | None
    routes: tuple[RouteView, ...]
    certainty: str = ""


@dataclass(frozen=True, slots=True)
class DayView:
    """What somebody said at one time; ``when`` is empty where it is not known."""

    when: str
    statements: tuple[StatementView, ...]


@dataclass(frozen=True, slots=True)
class JoiningView:
    """Two names that are taken for one speaker's, each where it stands, and why."""

    names: tuple[Link, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class SeriesView:
    """What somebody is said to have said, in the order of time: ``first`` is shown at once,
    ``more`` on demand."""

    first: tuple[DayView, ...] = ()
    more: tuple[DayView, ...] = ()

    @property
    def number(self) -> int:
        """How many statements there are."""
        return sum(len(day.statements) for day in (*self.first, *self.more))

    @property
    def left(self) -> int:
        """How many statements are shown on demand."""
        return sum(len(day.statements) for day in self.more)


@dataclass(frozen=True, slots=True)
class SpeakerView:
    """Somebody who speaks. ``stances`` counts statements by what they do; ``direct`` are in a
    piece of their own, ``through`` are those who pass others on, each with how many. ``own`` are
    whole pieces of an outlet or a poster, ``deeds`` what somebody is said to have done;
    ``parts`` lie inside statements that are counted already.
    """

    anchor: str
    name: str
    kind: str
    note: str
    joinings: tuple[JoiningView, ...]
    documents: tuple[Link, ...]
    direct: int
    through: tuple[tuple[str, int], ...]
    stances: tuple[tuple[str, int], ...]
    series: SeriesView
    own: SeriesView
    deeds: SeriesView
    parts: SeriesView = SeriesView()


@dataclass(frozen=True, slots=True)
class SpeakersView:
    """``named`` are those whom a text makes speak; ``framing`` posters and outlets of whom it is
    only known which words are theirs; ``doing`` those who are not made to say anything at all."""

    named: tuple[SpeakerView, ...]
    unnamed: tuple[SpeakerView, ...]
    framing: tuple[SpeakerView, ...]
    doing: tuple[SpeakerView, ...]
