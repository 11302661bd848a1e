"""Whether what a sentence says of a time lies before or after it was written."""

from bisect import bisect_right
from collections.abc import Container

from wireroom.extraction.values.times_calendar import Tense
from wireroom.records.annotations import AnnotatedText, Token

_STEPS = 12  # from a word up to its verb; a longer way is a parser's mistake


class Tenses:
    """The tense of the clause that a character of one annotated text stands in.

    ``auxiliaries`` make a future ("will"), ``planned`` do so with an infinitive ("plans to").
    """

    def __init__(
        self, annotated: AnnotatedText, auxiliaries: Container[str], planned: Container[str]
    ) -> None:
        self._auxiliaries = auxiliaries
        self._planned = planned
        self._tokens = annotated.tokens
        self._starts = [token.start for token in annotated.tokens]
        self._children: dict[int, list[Token]] | None = None

    def at(self, offset: int) -> Tense:
        """``past`` or ``future`` by the verb that governs the word; ``unknown`` without one."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0 or not self._tokens[index].dep:
            return "unknown"
        for _ in range(_STEPS):
            token = self._tokens[index]
            if token.pos == "ADJ" and token.lemma in self._planned:
                return "future"  # "is due on Friday"
            if token.pos in ("VERB", "AUX"):
                return self._of_verb(index)
            if token.head == index:
                break
            index = token.head
        return "unknown"

    def _of_verb(self, index: int) -> Tense:
        token = self._tokens[index]
        helpers = [child for child in self._under(index) if child.pos in ("AUX", "PART")]
        if any(
            helper.lemma in self._auxiliaries and "Past" not in helper.feats for helper in helpers
        ):
            return "future"
        if "Tense=Fut" in token.feats:
            return "future"
        if any("Tense=Past" in word.feats for word in (token, *helpers)):
            return self._past(token, helpers)
        if "Tense=Pres" in token.feats and "VerbForm=Part" in token.feats:
            now = any("Tense=Pres" in helper.feats for helper in helpers)
            return "future" if now else "unknown"  # "is leaving on Friday"
        if "VerbForm=Inf" in token.feats:
            governor = self._tokens[token.head]
            return "future" if governor.lemma in self._planned else "unknown"
        return "unknown"

    def _past(self, token: Token, helpers: list[Token]) -> Tense:
        passive_now = token.feats.endswith("VerbForm=Part") and any(
            "Tense=Pres" in helper.feats and helper.lemma == "be" for helper in helpers
        )
        if passive_now:  # "is scheduled for Monday"
            return "future" if token.lemma in self._planned else "unknown"
        return "past"

    def _under(self, index: int) -> list[Token]:
        if self._children is None:
            self._children = {}
            for place, token in enumerate(self._tokens):
                if token.head != place:
                    self._children.setdefault(token.head, []).append(token)
        return self._children.get(index, [])
