"""Who has the floor: the people named and resolved so far, and which of them "she" is."""

from bisect import bisect_left

from wireroom.extraction.attribution.sources.people import Mention, People
from wireroom.extraction.attribution.sources.pronouns import described_around
from wireroom.extraction.attribution.syntax import Tree

_BACK = 4  # sentences within which a pronoun finds its name
_BACK_TO_SPEAKER = 12  # the same where that one spoke, and nobody else is near
_RECENT = 100  # mentions among which a pronoun finds its own


class Floor:
    """The people of one passage as its sources are resolved, in the order of the text."""

    def __init__(self, tree: Tree, people: People) -> None:
        self._tree = tree
        self._people = people
        self._resolved: list[Mention] = []

    def takes(self, mention: Mention, head: int) -> None:
        """Notes that a person speaks at the token, by whatever words."""
        token = self._tree.tokens[head]
        self._resolved.append(
            Mention(
                head, token.sentence, mention.span, mention.name, mention.gender, is_subject=True
            )
        )

    def nearest(self, head: int, gender: str) -> Mention | None:
        """The last subject before the pronoun that may be meant, else the last mention; where
        nobody is near, the one who spoke last, if it is known to be of the gender.

        In "Burin, who he said was ill", it is not Burin.
        """
        sentence = self._tree.tokens[head].sentence
        described = described_around(self._tree, head)
        known = [
            mention
            for mention in (*_before(self._people.mentions, head), *_before(self._resolved, head))
            if sentence - mention.sentence <= _BACK_TO_SPEAKER
            and mention.head not in described
            and self._people.gender(mention.name) in (gender, "")
        ]
        known.sort(key=lambda mention: (mention.sentence, mention.is_subject, mention.head))
        near = [mention for mention in known if sentence - mention.sentence <= _BACK]
        if near:
            return near[-1]
        spoken = {mention.head for mention in _before(self._resolved, head)}
        last = known[-1] if known else None
        is_sure = last is not None and last.head in spoken
        return last if is_sure and last and self._people.gender(last.name) == gender else None

    def is_held_by(self, mention: Mention, head: int) -> bool:
        """Whether nobody else has spoken since that person was named."""
        name = self._people.fullest(mention.name)[0]
        recent = self._resolved[-_RECENT:]
        since = [m for m in recent if mention.sentence - 1 <= m.sentence and m.head < head]
        return all(self._people.fullest(m.name)[0] == name for m in since[-3:])


def _before(mentions: list[Mention], head: int) -> list[Mention]:
    last = bisect_left(mentions, head, key=lambda mention: mention.head)
    return mentions[max(0, last - _RECENT) : last]
