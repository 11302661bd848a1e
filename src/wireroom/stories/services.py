"""The police, the hospital: services that each town has one of, over Documents and languages."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from wireroom.records.analyses import AnalysedDocument
from wireroom.stories.groups import Edge
from wireroom.stories.mentions import Mention
from wireroom.text.folding import fold
from wireroom.text.services import find_service
from wireroom.text.transliteration import skeleton


class _Held(NamedTuple):
    """A mention of a service; ``town`` is "" where none is named."""

    what: str
    town: str
    mention: Mention


def join_services(
    documents: Iterable[AnalysedDocument], mentions: Sequence[Mention]
) -> Iterator[Edge]:
    """The services of one town are one. One without a town is that of its Document's only town
    with such a service, else that of the story's.

    All words of the name must be of the service and of a place: a police officer is a person.
    """
    places = {one.document.id: _place_words(one) for one in documents}
    held: dict[str, list[_Held]] = defaultdict(list)
    for mention in sorted(mentions, key=Mention.place):
        found = find_service(mention.name) if mention.kind in _KINDS else None
        if found is not None and set(found.rest) <= places.get(mention.document, frozenset()):
            town = " ".join(skeleton(word) for word in found.rest)
            held[found.what].append(_Held(found.what, town, mention))
    for what, group in held.items():
        yield from _of_towns(what, group)
        yield from _of_documents(what, group)
        yield from _of_story(what, group)


_KINDS = ("organisation", "office", "unnamed", None)


def _place_words(analysed: AnalysedDocument) -> frozenset[str]:
    text = analysed.document.text
    return frozenset(
        word for place in analysed.analysis.places for word in fold(place.span.of(text)).split()
    )


def _of_towns(what: str, group: Sequence[_Held]) -> Iterator[Edge]:
    towns: dict[str, list[Mention]] = defaultdict(list)
    for one in group:
        if one.town:
            towns[one.town].append(one.mention)
    for mentions in towns.values():
        for first, second in pairwise(mentions):
            yield Edge(first, second, "name", f"both are the {what} of one town")


def _of_documents(what: str, group: Sequence[_Held]) -> Iterator[Edge]:
    documents: dict[str, list[_Held]] = defaultdict(list)
    for one in group:
        documents[one.mention.document].append(one)
    for held in documents.values():
        if len({one.town for one in held if one.town}) < 2:
            for one, other in pairwise(held):
                yield Edge(one.mention, other.mention, "document", f"the only {what} there")


def _of_story(what: str, group: Sequence[_Held]) -> Iterator[Edge]:
    named = [one for one in group if one.town]
    if len({one.town for one in named}) == 1:
        for one in group:
            if not one.town:
                reason = f"the only {what} of the story whose town is named"
                yield Edge(one.mention, named[0].mention, "story", reason)
