"""What ties texts to one another: reuse, chains of who had it from whom, origins."""

from dataclasses import dataclass
from typing import Literal

from wireroom.records.spans import Span

ReuseKind = Literal["copy", "near-copy", "quotation", "translation"]
ChainKind = Literal["credited", "cited", "quoted", "copied", "translated", "joined"]
ChainState = Literal["held", "dangling", "circular", "cut"]
OriginState = Literal["established", "not established", "dangling", "circular"]
OriginKind = Literal[
    "witness", "official", "person", "unnamed", "document", "post", "agency", "outlet"
]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Characters of one Document."""

    document: str
    span: Span


@dataclass(frozen=True, slots=True)
class Reuse:
    """A stretch of one Document that repeats another's.

    From the earlier to the later where ``direction_known``; else in the order of their ids.
    ``score``, 0 to 1, is the share of the shorter Document's words that the two have in common,
    boilerplate that many Documents carry left out.
    """

    origin: Evidence
    copy: Evidence
    kind: ReuseKind
    direction_known: bool
    score: float
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """A stretch that is set aside when Documents are compared, because many of them carry it."""

    evidence: Evidence
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ChainLink:
    """A Document has something from somebody: ``to`` is a Document's id or a source's name.

    ``evidence`` is where the Document says so, or the stretch that it shares. ``here`` are the
    words that it has from there, ``there`` the same words on the other side, each None where it
    is not known. ``time`` is that of the later side, as it is told; None where it is not.
    Where ``direction_known`` is False, the two share words and nothing shows which was first:
    ``evidence`` is then in the Document whose id comes first. ``kind`` is "joined" where a person
    says that the two have one origin.

    ``state`` is "dangling" for what is credited or cited and not among the Documents, "circular"
    where following the citations of one event leads back, "cut" where a person says that it ties
    nothing; else "held".
    """

    evidence: Evidence
    to: str
    to_is_document: bool
    kind: ChainKind
    reason: str = ""
    here: Evidence | None = None
    there: Evidence | None = None
    time: str | None = None
    direction_known: bool = True
    state: ChainState = "held"
    score: float | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """The first place that a report can be traced back to.

    ``established`` is False where nothing shows that it stands on its own feet: it is then never
    counted as independent. ``evidence`` is what the reason rests on. ``states`` begins with
    "established" or "not established"; "dangling" says that its own text is not among the
    Documents, "circular" that it has the report from those who cite it.
    """

    kind: OriginKind
    source: str | None
    established: bool
    documents: tuple[str, ...]
    reason: str
    evidence: tuple[Evidence, ...] = ()
    states: tuple[OriginState, ...] = ()
