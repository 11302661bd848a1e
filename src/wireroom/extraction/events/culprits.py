"""Who did what a document is mainly about: the party, in a few plain words."""

from collections import Counter
from collections.abc import Iterator

from wireroom.records.analyses import Analysis
from wireroom.records.documents import Document
from wireroom.records.events import Participant
from wireroom.text.folding import fold

_ACCUSED = ("state", "organization", "person", "group")
_PARTY_KINDS = ("organization", "state", "group", "vehicle")
_LONG = 4  # words; a name of more is most often two that a heading ran together
_PARTIES = frozenset({"regime", "government", "army", "rebels", "coalition", "opposition"})
_PARTIES |= {"режим", "правительство", "армия", "повстанцы", "коалиция", "оппозиция"}
# A country has one of each: without a name before it, it is that of the country spoken of.
_OF_THE_STATE = frozenset(
    {"army", "military", "troops", "government", "regime", "police", "forces", "air force", "navy"}
)
# Who fights without being a state's has no aircraft to strike from.
_GROUNDED = frozenset(
    {"rebel", "rebels", "insurgents", "militants", "terrorists", "guerrillas", "jihadists"}
    | {"opposition", "gunmen", "bomber", "extremists", "fighters"}
    | {"повстанцы", "боевики", "террористы", "оппозиция"}
)


def name_actor(analysis: Analysis, document: Document, index: int, cause: str | None) -> str | None:
    """Who did the event; else who did the other happenings of the same type and mode, or whom
    somebody accuses of it. One that is named goes before "a bomber"."""
    title = set(fold(document.title or "").split())
    first: Participant | None = None
    for actors, harmed in _suspects(analysis, index):
        able = [actor for actor in actors if cause != "air strike" or not _is_grounded(actor)]
        known = sorted(able, key=lambda actor: -_standing(actor, actor.name in harmed, title))
        if known and (first is None or _is_named(known[0])):
            first = known[0]
        if first is not None and _is_named(first):
            break
    return None if first is None else _plain_name(first, analysis, document)


def _suspects(analysis: Analysis, index: int) -> Iterator[tuple[tuple[Participant, ...], set[str]]]:
    """Actors of the event, of others of its type and mode, and those whom somebody accuses."""
    event = analysis.events[index]
    yield event.actors, {target.name for target in event.targets}
    for other in analysis.events:
        if other.type == event.type and other.mode in (event.mode, None):
            yield other.actors, {target.name for target in other.targets}
    if event.type == "ASSAULT":
        for other in analysis.events:
            if other.type == "DISAPPROVE":
                yield tuple(one for one in other.targets if one.kind in _ACCUSED), set()


def _standing(actor: Participant, harmed: bool, title: set[str]) -> float:
    """Names before common nouns, parties before persons, what is said often before what is not."""
    words = fold(actor.name).split()
    party = actor.kind in _PARTY_KINDS
    often = 0.4 * min(len(actor.spans), 4)
    told = 0.6 * (bool(words) and words[-1] in title)
    long = 1.0 * (len(words) > _LONG)
    return 1.5 * _is_named(actor) + 1.0 * party + often + told - 1.0 * harmed - long


def _is_named(actor: Participant) -> bool:
    """Whether the name tells which party it is, not only that it is one: "a suicide bomber"."""
    words = actor.name.split()
    return any(word[:1].isupper() for word in words[:-1]) or bool(
        words and (_is_name(words[-1]) or words[-1].casefold() in _PARTIES)
    )


def _is_name(word: str) -> bool:
    """A capital, and more than the first word of a sentence that could stand small."""
    return word[:1].isupper() and fold(word) not in _COMMON


_COMMON = frozenset({"warplanes", "jet", "jets", "planes", "bomber", "militants", "terrorists"})
_COMMON |= {"gunmen", "fighters", "helicopters", "extremists", "insurgents", "troops"}


def _is_grounded(actor: Participant) -> bool:
    return bool(_GROUNDED & set(fold(actor.name).split())) and actor.kind != "vehicle"


def _plain_name(actor: Participant, analysis: Analysis, document: Document) -> str:
    """The party behind "Syrian jets", "Syrian air strikes", "the army"."""
    words = actor.name.split()
    if actor.kind == "vehicle" and len(words) > 1 and words[0][:1].isupper():
        return f"{words[0]} military"
    if actor.kind == "group" and len(words) == 1 and words[0][:1].isupper():
        return f"{words[0]} forces"  # "Syrian air strikes"
    if fold(actor.name) in _OF_THE_STATE:
        nation = _nation(analysis, document)
        return f"{nation} {actor.name.casefold()}" if nation else actor.name
    return actor.name


def _nation(analysis: Analysis, document: Document) -> str | None:
    """The adjective of the country that the document is mostly about, as it has it."""
    countries = Counter(place.entry.country for place in analysis.places if place.entry)
    if not countries:
        return None
    home = max(sorted(countries, key=str), key=lambda country: countries[country])
    return next(
        (
            place.span.of(document.text)
            for place in analysis.places
            if place.use == "demonym" and place.entry and place.entry.country == home
        ),
        None,
    )
