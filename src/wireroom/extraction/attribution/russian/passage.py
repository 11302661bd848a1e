"""One passage with all that the rules look at."""

from collections.abc import Mapping
from dataclasses import dataclass

from wireroom.extraction.attribution.direct import Speech
from wireroom.extraction.attribution.lexicon import CueWord, Lexicon, lexicon_of
from wireroom.extraction.attribution.quoted import Quotes
from wireroom.extraction.attribution.russian.grammar import opening
from wireroom.extraction.attribution.sources.lists import SourceLists, source_lists
from wireroom.extraction.attribution.syntax import Tree, small_words
from wireroom.extraction.compiled import once_a_pack
from wireroom.records.annotations import AnnotatedText, Entity
from wireroom.records.languages import LanguagePack


@once_a_pack
def cue_words(pack: LanguagePack) -> Mapping[str, frozenset[str]]:
    """The pack's words by what they do where somebody says something."""
    found = {what: set(words) for what, words in small_words(pack).items()}
    for word, what in (row[:2] for row in pack.rows("cue_words") if len(row) >= 2):
        found.setdefault(what, set()).add(word)
    events = {row[0] for row in pack.rows("triggers") if len(row) > 1 and row[1] == "n"}
    found.setdefault("event", set()).update(events)
    return {what: frozenset(words) for what, words in found.items()}


def passage_of(
    annotated: AnnotatedText,
    tree: Tree,
    quotes: Quotes,
    names: Mapping[int, Entity],
    pack: LanguagePack,
) -> "Passage":
    """What the rules look at in one passage."""
    speech = Speech(tree, quotes, annotated.sentences)
    return Passage(
        tree, quotes, speech, names, lexicon_of(pack), source_lists(pack), cue_words(pack)
    )


@dataclass(frozen=True, slots=True)
class Passage:
    """The syntax, the quotations, the names by token, and the lists of the language."""

    tree: Tree
    quotes: Quotes
    speech: Speech
    names: Mapping[int, Entity]
    lexicon: Lexicon
    lists: SourceLists
    words: Mapping[str, frozenset[str]]

    def lemma(self, index: int) -> str:
        return self.tree.tokens[index].lemma.casefold()

    def does(self, index: int, what: str) -> bool:
        """Whether the list of small words says so of the token's lemma or form."""
        known = self.words.get(what, frozenset())
        return self.lemma(index) in known or self.tree.tokens[index].text.casefold() in known

    def verb(self, index: int) -> CueWord | None:
        """The entry of a verb or a predicate as a cue."""
        cues = self.lexicon.verbs.get(self.lemma(index), ())
        return cues[0] if cues else None

    def noun(self, index: int) -> CueWord | None:
        """The entry of a noun as a cue."""
        cues = self.lexicon.nouns.get(self.lemma(index), ())
        return cues[0] if cues else None

    def is_subordinate(self, clause: int) -> bool:
        """Whether a conjunction or a question word opens the clause, or "ли" asks in it."""
        first = opening(self.tree, clause)
        words = [first]
        if self.tree.tokens[first].pos == "ADP" and first + 1 < len(self.tree.tokens):
            words.append(first + 1)  # о чём, на каком
        if any(self.does(i, "opens") for i in words):
            return True
        return any(self.tree.tokens[i].text.casefold() == "ли" for i in self.tree.children[clause])
