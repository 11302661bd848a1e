"""Who said what, by which words."""

from dataclasses import dataclass
from typing import Literal

from wireroom.records.events import Certainty
from wireroom.records.spans import Span

AttributionKind = Literal["direct", "indirect", "mixed"]
Stance = Literal["asserts", "denies", "doubts", "no-comment", "asks", "promises"]
SpeakerKind = Literal[
    "person",
    "office",
    "organisation",
    "outlet",
    "agency",
    "document",
    "post",
    "witness",
    "unnamed",
]
CueFamily = Literal["speech", "thought", "wish", "evidence", "stance", "citing"]


@dataclass(frozen=True, slots=True)
class Channel:
    """The outlet or agency that something was said to, and where its name stands."""

    name: str
    kind: SpeakerKind
    span: Span


@dataclass(frozen=True, slots=True)
class Attribution:
    """Source, cue, content; each a list of spans in order, which may be empty.

    The source is the whole phrase with its apposition, the cue a verb group, direct speech
    includes its quotation marks, content leaves out the sentence's full stop. ``speaker`` is the
    name that the source comes down to within the document, ``antecedent`` where that name
    stands if it is not in the source itself. ``inside`` is the index, in the same analysis, of
    the attribution that this one is part of: X reports that Y said Z. ``family`` is what the cue
    is a word of, None where no list has it: then the source may have done something rather than
    said it. ``certainty`` is how sure its source makes the content as it stands, ``channel`` the
    medium that it was said to: told Reuters, in an interview with the Post.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    kind: AttributionKind
    stance: Stance = "asserts"
    speaker: str | None = None
    speaker_kind: SpeakerKind | None = None
    inside: int | None = None
    antecedent: Span | None = None
    reason: str = ""
    family: CueFamily | None = None
    certainty: Certainty = "asserted"
    channel: Channel | None = None
