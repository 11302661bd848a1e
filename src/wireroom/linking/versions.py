"""Which Documents are versions of one account: the same outlet, and mostly the same words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from wireroom.linking.days import days_of
from wireroom.linking.joining import Joined
from wireroom.records.documents import Document
from wireroom.records.links import Reuse
from wireroom.text.agencies import same_source
from wireroom.text.instants import in_time, is_earlier

MOSTLY = 0.6  # of the shorter text's words, for two texts of one outlet to be versions
AT_ONE_ADDRESS = 0.3  # the same where both stand at one address
LATEST = 14  # days after which a text that is much alike is another piece


@dataclass(frozen=True, slots=True, eq=False)
class Versions:
    """By Document its account's Documents, from the first version to the last."""

    of: Mapping[str, tuple[str, ...]]

    def are_one(self, one: str, other: str) -> bool:
        """Whether two Documents are versions of one account."""
        return one != other and other in self.of.get(one, ())

    def latest(self, document: str) -> str:
        """The last version of the account that a Document is of."""
        return self.of.get(document, (document,))[-1]

    def earlier_than(self, document: str) -> tuple[str, ...]:
        """The versions that the Document has taken the place of."""
        family = self.of.get(document, (document,))
        return family[: family.index(document)]


NO_VERSIONS = Versions({})


def find_versions(documents: Sequence[Document], reuse: Iterable[Reuse]) -> Versions:
    """The versions among the Documents.

    Two articles of one outlet in one language, of which it is known which was first, are
    versions where most words of the shorter are in both, and half as many where they stand at
    one address. Limits: an outlet that fills in one form day after day is told apart only by the
    days between.
    """
    by_id = {document.id: document for document in documents}
    accounts = Joined(by_id)
    for each in reuse:
        one, other = by_id.get(each.origin.document), by_id.get(each.copy.document)
        if one and other and one is not other and _are_versions(one, other, each.score):
            accounts.join(one.id, other.id)
    families: dict[str, list[Document]] = {}
    for document in documents:
        families.setdefault(accounts.home(document.id), []).append(document)
    found: dict[str, tuple[str, ...]] = {}
    for family in families.values():
        if len(family) > 1:
            ordered = sorted(family, key=lambda each: (in_time(each.published), each.id))
            found |= {each.id: tuple(version.id for version in ordered) for each in family}
    return Versions(found)


def _are_versions(one: Document, other: Document, score: float) -> bool:
    if one.posts or other.posts or not one.outlet or not other.outlet:
        return False
    if is_earlier(one.published, other.published) is None:
        return False
    if not same_source(one.outlet, other.outlet) or one.language != other.language:
        return False
    days = days_of(one.published), days_of(other.published)
    if days[0] is None or days[1] is None or days[0].apart(days[1]) > LATEST:
        return False
    return score >= (AT_ONE_ADDRESS if _same_address(one.url, other.url) else MOSTLY)


def _same_address(one: str | None, other: str | None) -> bool:
    return bool(one and other) and _address(one or "") == _address(other or "")


def _address(url: str) -> str:
    """Without what does not tell pages apart: the scheme, a fragment, a slash at the end."""
    return url.partition("#")[0].partition("://")[2].rstrip("/")
