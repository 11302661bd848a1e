"""The syntax of a passage as a tree, with one set of names for two schemes of relations."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from wireroom.extraction.compiled import once_a_pack
from wireroom.records.annotations import AnnotatedText, Token
from wireroom.records.languages import LanguagePack
from wireroom.records.spans import Span

# A phrase longer than this is a parser's mistake, and walking it again for every verb in it
# would cost the square of its length.
LONGEST_PHRASE = 400


@dataclass(frozen=True, slots=True)
class Relations:
    """Which relation means what: ClearNLP's labels for English, Universal Dependencies else."""

    subject: frozenset[str]
    clause: frozenset[str]
    infinitive: frozenset[str]
    thing: frozenset[str]
    verb_group: frozenset[str]
    negation: frozenset[str]
    beside: frozenset[str]
    nominal_clause: frozenset[str]
    relative: frozenset[str]
    passive: frozenset[str]
    oblique: frozenset[str]
    apposed: frozenset[str]


CLEARNLP = Relations(
    subject=frozenset({"nsubj", "nsubjpass", "csubj"}),
    clause=frozenset({"ccomp"}),
    infinitive=frozenset({"xcomp"}),
    thing=frozenset({"dobj"}),
    verb_group=frozenset({"aux", "auxpass", "neg", "prt"}),
    negation=frozenset({"neg"}),
    beside=frozenset({"parataxis", "advcl"}),
    nominal_clause=frozenset({"acl", "ccomp", "relcl"}),
    relative=frozenset({"relcl", "acl"}),
    passive=frozenset({"nsubjpass"}),
    oblique=frozenset(),
    apposed=frozenset({"appos"}),
)
UNIVERSAL = Relations(
    subject=frozenset({"nsubj", "nsubj:pass", "csubj"}),
    clause=frozenset({"ccomp", "csubj"}),
    infinitive=frozenset({"xcomp", "csubj"}),
    thing=frozenset({"obj"}),
    verb_group=frozenset({"aux", "aux:pass", "expl"}),
    negation=frozenset(),
    beside=frozenset({"parataxis", "advcl"}),
    nominal_clause=frozenset({"acl", "ccomp", "acl:relcl"}),
    relative=frozenset({"acl:relcl", "acl"}),
    passive=frozenset({"nsubj:pass"}),
    oblique=frozenset({"obl"}),
    apposed=frozenset({"appos", "flat:name", "flat", "nmod"}),
)
_CLEARNLP_LANGUAGES = {"en"}


@once_a_pack
def small_words(pack: LanguagePack) -> Mapping[str, frozenset[str]]:
    """The pack's small words by what they do."""
    found: dict[str, set[str]] = {}
    for word, what in (row[:2] for row in pack.rows("small_words") if len(row) >= 2):
        found.setdefault(what, set()).add(word)
    return {what: frozenset(words) for what, words in found.items()}


class Tree:
    """Heads and children of the tokens of one passage. Indexes are the passage's token indexes."""

    def __init__(self, annotated: AnnotatedText, pack: LanguagePack) -> None:
        self.text = annotated.text
        self.tokens: tuple[Token, ...] = annotated.tokens
        self.relations = CLEARNLP if annotated.language in _CLEARNLP_LANGUAGES else UNIVERSAL
        self._words = small_words(pack)
        self.children: list[list[int]] = [[] for _ in self.tokens]
        for index, token in enumerate(self.tokens):
            if token.head != index and 0 <= token.head < len(self.tokens):
                self.children[token.head].append(index)

    def does(self, index: int, what: str) -> bool:
        """Whether the pack's list of small words says so of the token: not, he, relative, …"""
        return self.tokens[index].text.casefold() in self._words.get(what, ())

    def names_machine(self, index: int) -> bool:
        """Whether the token is a common noun for a machine or a weapon, in whatever number."""
        token = self.tokens[index]
        return token.pos == "NOUN" and token.lemma.casefold() in self._words.get("machine", ())

    def child(self, head: int, relations: Iterable[str]) -> int | None:
        """The first child that stands in one of the relations."""
        for index in self.children[head]:
            if self.tokens[index].dep in relations:
                return index
        return None

    def phrase(self, head: int, without: Iterable[int] = ()) -> list[int]:
        """``head`` and the tokens under it, in order, less ``without`` and what hangs on that."""
        seen = set(without)
        found: list[int] = []
        waiting = [head]
        while waiting and len(found) < LONGEST_PHRASE:
            index = waiting.pop()
            if index in seen:
                continue
            seen.add(index)
            found.append(index)
            waiting.extend(self.children[index])
        return sorted(found)

    def trimmed(self, indexes: list[int]) -> list[int]:
        """Without punctuation at both ends, brackets and quotation marks excepted."""
        first, last = 0, len(indexes)
        while first < last and self._is_edge(indexes[first]):
            first += 1
        while last > first and self._is_edge(indexes[last - 1]):
            last -= 1
        return indexes[first:last]

    def _is_edge(self, index: int) -> bool:
        return self.tokens[index].text in _EDGES

    def spans(self, indexes: Iterable[int]) -> tuple[Span, ...]:
        """One span for each run of neighbouring tokens, in order."""
        runs: list[Span] = []
        last = -2
        for index in sorted(indexes):
            token = self.tokens[index]
            if index == last + 1 and runs:
                runs[-1] = Span(runs[-1].start, token.end)
            else:
                runs.append(Span(token.start, token.end))
            last = index
        return tuple(runs)

    def is_verb(self, index: int) -> bool:
        """Whether the token is a verb; an auxiliary counts."""
        return self.tokens[index].pos in ("VERB", "AUX")

    def has_finite_verb(self, span: Span) -> bool:
        """Whether a verb with a tense stands in the span."""
        first = bisect_left(self.tokens, span.start, key=lambda token: token.start)
        last = bisect_left(self.tokens, span.end, key=lambda token: token.start)
        return any("VerbForm=Fin" in self.tokens[i].feats for i in range(first, last))


_EDGES = frozenset({",", ".", ";", ":", "—", "–", "-", "--", "…", "..."})
