"""Whether what a sentence says of a time lies before or after it was written."""

from bisect import bisect_right
from collections.abc import Mapping

from wireroom.extraction.values.times_calendar import Tense
from wireroom.records.annotations import AnnotatedText, Token
from wireroom.text.words import word_key

_FORM = 5  # letters of a verb whose ending tells
_FEMININE = "ه"  # "سيارة" is a noun
_STEPS = 12  # from a word up to its verb; a longer way is a parser's mistake


class Tenses:
    """The tense of the clause that a character of one annotated text stands in.

    ``words`` are by class: an AUXILIARY makes a future ("will"), what is PLANNED does so with an
    infinitive ("plans to"), what is PLANNED-NOW only in the present ("is to"), and what is
    SCHEDULED in the present by itself ("resumes"), a participle that is PLANNED-FOR a time with
    a preposition of FOR; without a parser a FUTURE word of the sentence does ("wird"), or one
    with a FUTURE-START or FUTURE-END that is no word for itself ("سيجتمع", "réunira").
    """

    def __init__(self, annotated: AnnotatedText, words: Mapping[str, Mapping[str, str]]) -> None:
        self._auxiliaries = words.get("AUXILIARY", {})
        self._planned = words.get("PLANNED", {})
        self._planned_now = words.get("PLANNED-NOW", {})
        self._planned_for, self._for = words.get("PLANNED-FOR", {}), words.get("FOR", {})
        self._scheduled = words.get("SCHEDULED", {})
        self._future = words.get("FUTURE", {})
        self._starts_future = tuple(words.get("FUTURE-START", ()))
        self._ends_future = tuple(words.get("FUTURE-END", ()))
        self._tokens = annotated.tokens
        self._starts = [token.start for token in annotated.tokens]
        self._children: dict[int, list[Token]] | None = None

    def at(self, offset: int) -> Tense:
        """``past`` or ``future`` by the verb that governs the word; ``unknown`` without one."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0:
            return "unknown"
        if self._is_planned_for(index):
            return "future"
        if not self._tokens[index].dep:
            return self._by_words(index)
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

    def _is_planned_for(self, index: int) -> bool:
        """ "выборы назначены на сентябрь", not "он назначен в сентябре"."""
        token = self._tokens[index]
        verb = self._tokens[token.head] if token.dep else token
        if verb.lemma not in self._planned_for or "Variant=Short" not in verb.feats:
            return False
        under = [token for token in self._under(index) if token.dep == "case"]
        gone = any("Tense=Past" in helper.feats for helper in self._under(token.head))
        return not gone and any(word_key(case.text) in self._for for case in under)

    def _by_words(self, index: int) -> Tense:
        """By the words of the clause, which commas part from the next one."""
        first, last = index, index
        while first > 0 and not self._is_edge(first - 1, index):
            first -= 1
        while last + 1 < len(self._tokens) and not self._is_edge(last + 1, index):
            last += 1
        told = any(self._is_future(token.text) for token in self._tokens[first : last + 1])
        return "future" if told else "unknown"

    def _is_edge(self, at: int, index: int) -> bool:
        other = self._tokens[at]
        return other.text in ",;،؛:" or other.sentence != self._tokens[index].sentence

    def _is_future(self, written: str) -> bool:
        word = word_key(written)
        if word in self._future:
            return True
        if len(word) < _FORM or written[0].isupper():
            return False
        if word.startswith(self._starts_future) and not word.endswith(_FEMININE):
            return True
        return word.endswith(self._ends_future)

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
            now = "Tense=Pres" in governor.feats and governor.lemma in self._planned_now
            return "future" if now or governor.lemma in self._planned else "unknown"
        if token.lemma in self._scheduled and "Tense=Pres" in token.feats:
            return "future"  # "the trial resumes on Thursday"
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
