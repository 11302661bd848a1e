"""Who has the floor: the people named and resolved so far, and which of them "she" is."""

from bisect import bisect_left

from wireroom.extraction.attribution.sources.people import Mention, People
from wireroom.extraction.attribution.sources.pronouns import described_around
from wireroom.extraction.attribution.sources.speaker import Speaker
from wireroom.extraction.attribution.syntax import Tree
from wireroom.records.spans import Span

_BACK = 4  # sentences within which a pronoun finds its name
_BACK_TO_SPEAKER = 12  # the same where that one spoke, and nobody else is near
_RECENT = 100  # mentions among which a pronoun finds its own


class Floor:
    """The people of one passage as its sources are resolved, in the order of the text."""

    def __init__(self, tree: Tree, people: People) -> None:
        self._tree = tree
        self._people = people
        self._resolved: list[Mention] = []
        self._nameless: list[tuple[Mention, Speaker]] = []
        self._gender: dict[str, str] = {}  # what pronouns have told of names that do not

    def takes(self, mention: Mention, head: int) -> None:
        """Notes that a person speaks at the token, by whatever words."""
        token = self._tree.tokens[head]
        self._resolved.append(
            Mention(
                head, token.sentence, mention.span, mention.name, mention.gender, is_subject=True
            )
        )

    def takes_nameless(self, speaker: Speaker, head: int, span: Span) -> None:
        """Notes that somebody without a name speaks: a spokesman, whom "he" may mean next."""
        token = self._tree.tokens[head]
        self._nameless.append(
            (Mention(head, token.sentence, span, "", "", is_subject=True), speaker)
        )

    def is_nameless(self, head: int, known: Mention | None) -> Speaker | None:
        """The speaker without a name who spoke last before the pronoun, in its sentence or the one
        before, where nobody named was a subject since."""
        if not self._nameless or self._nameless[-1][0].head > head:
            return None
        mention, speaker = self._nameless[-1]
        is_near = self._tree.tokens[head].sentence - mention.sentence <= 1
        since = known is not None and known.is_subject and known.head > mention.head
        if not is_near or since:
            return None
        return speaker._replace(antecedent=speaker.antecedent or mention.span)

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
            and self._gender_of(mention) in (gender, "")
        ]
        known.sort(key=lambda mention: (mention.sentence, mention.is_subject, mention.head))
        near = [mention for mention in known if sentence - mention.sentence <= _BACK]
        if near:
            self._gender.setdefault(self._people.fullest(near[-1].name)[0], gender)
            return near[-1]
        spoken = {mention.head for mention in _before(self._resolved, head)}
        last = known[-1] if known else None
        is_sure = last is not None and last.head in spoken
        return last if is_sure and last and self._gender_of(last) == gender else None

    def _gender_of(self, mention: Mention) -> str:
        name = self._people.fullest(mention.name)[0]
        return self._people.gender(mention.name) or self._gender.get(name, "")

    def is_held_by(self, mention: Mention, head: int) -> bool:
        """Whether nobody else has spoken since that person was named."""
        name = self._people.fullest(mention.name)[0]
        recent = self._resolved[-_RECENT:]
        since = [m for m in recent if mention.sentence - 1 <= m.sentence and m.head < head]
        return all(self._people.fullest(m.name)[0] == name for m in since[-3:])


def _before(mentions: list[Mention], head: int) -> list[Mention]:
    last = bisect_left(mentions, head, key=lambda mention: mention.head)
    return mentions[max(0, last - _RECENT) : last]
