"""Who says what, over all Documents, and through whom."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from wireroom.records.analyses import AnalysedDocument
from wireroom.records.attributions import SpeakerKind
from wireroom.records.decisions import SpeakerDecision
from wireroom.records.links import Reuse
from wireroom.records.stories import Joining, JoiningRule, Speaker
from wireroom.stories.bodies import acronym_of, is_acronym
from wireroom.stories.copies import join_copies
from wireroom.stories.groups import Edge, group_mentions
from wireroom.stories.joining import join_persons
from wireroom.stories.mentions import Mention, mentions_of
from wireroom.stories.services import join_services
from wireroom.stories.within import with_parts


def build_speakers(
    documents: Iterable[AnalysedDocument],
    decisions: Sequence[SpeakerDecision] = (),
    reuse: Sequence[Reuse] = (),
) -> tuple[Speaker, ...]:
    """All speakers, the one with most statements first; who speaks without a name comes last.

    Persons are joined as ``join_persons`` says, agencies, places, offices and organisations by
    what their names are of, the police of one town by the town. Posters of different threads stay
    apart, as do the unnamed of different Documents, unless ``reuse`` shows that the one copies
    the other's words; those of one Document whom it calls by a pronoun alone stand together as
    "not named". An attribution without any source is not counted. ``decisions`` of a person
    win, the last one on a pair of names; without them, two Documents more never part what was
    one by the names themselves or within a Document.
    """
    given = {analysed.document.id: analysed for analysed in documents}
    mentions = [mention for analysed in given.values() for mention in mentions_of(analysed)]
    persons = [mention for mention in mentions if mention.sort == "person"]
    bodies = [mention for mention in mentions if mention.sort == "body"]
    edges = [
        *join_persons(persons),
        *_join_bodies(bodies),
        *join_services(given.values(), mentions),
        *join_copies(given, mentions, reuse),
    ]
    grouped = group_mentions(mentions, edges, decisions)
    speakers = [_speaker(group, held, given) for group, held in grouped]
    return tuple(sorted(speakers, key=_order))


def _join_bodies(bodies: Sequence[Mention]) -> Iterator[Edge]:
    groups: dict[tuple[str, ...], list[Mention]] = {}
    for mention in sorted(bodies, key=Mention.place):
        if mention.body:
            groups.setdefault(mention.body.key, []).append(mention)
    for group in groups.values():
        for one, other in pairwise(group):
            yield Edge(one, other, "name", one.body.reason if one.body else "")
    yield from _acronyms([group[0] for group in groups.values()])


def _acronyms(bodies: Sequence[Mention]) -> Iterator[Edge]:
    """OPCW and the one organisation of the story whose words begin with these letters."""
    for short in bodies:
        letters = short.name.removeprefix("the ").removeprefix("The ").replace(".", "")
        if is_acronym(letters):
            fitting = [body for body in bodies if acronym_of(body.name) == letters]
            if len(fitting) == 1:
                yield Edge(short, fitting[0], "story", "the first letters of its words")


def _order(speaker: Speaker) -> tuple[bool, int, str, str]:
    first = speaker.statements or speaker.deeds
    own = sum(statement.within is None for statement in speaker.statements)
    return not speaker.named, -own, speaker.name, first[0].document


def _speaker(
    group: Sequence[Mention], held: Sequence[Edge], documents: Mapping[str, AnalysedDocument]
) -> Speaker:
    names = [mention.name for mention in group for _ in (*mention.statements, *mention.deeds)]
    name = most_usual(names)
    notes = {mention.body.note: None for mention in group if mention.body and mention.body.note}
    return Speaker(
        name,
        _kind(group),
        with_parts((each for mention in group for each in mention.statements), documents),
        tuple(sorted(set(names) - {name})),
        any(mention.named for mention in group),
        "; ".join(notes),
        tuple(_joinings(held)),
        tuple(deed for mention in group for deed in mention.deeds),
    )


def _joinings(held: Iterable[Edge]) -> Iterator[Joining]:
    """One for each pair of names and rule; that a name is itself needs no reason."""
    seen: set[tuple[frozenset[str], JoiningRule]] = set()
    for edge in held:
        pair = frozenset((edge.one.name, edge.other.name)), edge.rule
        if pair in seen or (len(pair[0]) == 1 and edge.rule == "name"):
            continue
        seen.add(pair)
        evidence = tuple(one for one in (edge.one.evidence, edge.other.evidence) if one)
        yield Joining(edge.one.name, edge.other.name, edge.rule, edge.reason, evidence)


def _kind(group: Sequence[Mention]) -> SpeakerKind | None:
    """The kind that most statements are of."""
    kinds: Counter[str] = Counter()
    for mention in group:
        kinds[mention.kind or ""] += len(mention.statements) + len(mention.deeds)
    del kinds[""]
    usual = min(kinds, key=lambda kind: (-kinds[kind], kind), default=None)
    return usual or None  # type: ignore[return-value]


def most_usual(names: Iterable[str]) -> str:
    """The name to show: the one with most words, then the most frequent, then the first by letters.

    A name in Latin letters goes before one in others of the same length.
    """
    counted = Counter(names)
    return min(
        counted, key=lambda name: (-len(name.split()), not name.isascii(), -counted[name], name)
    )
