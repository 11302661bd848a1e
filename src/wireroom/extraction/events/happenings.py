"""What is known of one happening while the passage is read."""

from dataclasses import dataclass, field

from wireroom.extraction.events.circumstances import Setting
from wireroom.extraction.events.mentions import Mention


@dataclass(slots=True)
class Happening:
    """What is known so far; grows while the passage is read."""

    mentions: list[Mention] = field(default_factory=list)
    mode: str | None = None
    place: int | None = None
    date: str | None = None
    heads: set[str] = field(default_factory=set)
    counted: set[tuple[str, float]] = field(default_factory=set)
    acted: bool = False
    hit: bool = False

    @property
    def last(self) -> Mention:
        return self.mentions[-1]


def counted_in(setting: Setting, mention: Mention) -> set[tuple[str, float]]:
    known = setting.values.quantities
    return {(known[index].role, known[index].value) for index in mention.quantities}


def is_bare(mention: Mention) -> bool:
    has = mention.participants
    return not (has.targets or has.actors or mention.quantities or mention.attached)


def heads_of(mention: Mention) -> set[str]:
    """The last words of those to whom it was done, or of those who did it if there are none.

    Of a person's name every longer word: "Oscar Molina Vega" comes back as "Molina".
    """
    chosen = mention.participants.targets or mention.participants.actors
    found: set[str] = set()
    for one in chosen:
        words = one.name.split()
        found.update(word.casefold() for word in words[-1:])
        if one.kind == "person" and all(word.istitle() for word in words):
            found.update(word.casefold() for word in words if len(word) > 3)
    return found
