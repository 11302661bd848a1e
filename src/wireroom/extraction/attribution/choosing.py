"""Which readings are attributions: by weights that were learnt, or by the frames a list gives."""

from collections.abc import Iterable, Iterator

from wireroom.extraction.attribution.direct import Speech
from wireroom.extraction.attribution.doing import is_told
from wireroom.extraction.attribution.drafts import Draft
from wireroom.extraction.attribution.evidence import Background, features
from wireroom.extraction.attribution.frames import noun_drafts, verb_drafts
from wireroom.extraction.attribution.lexicon import lexicon_of
from wireroom.extraction.attribution.phrases import adjective_drafts
from wireroom.extraction.attribution.sources.lists import source_lists
from wireroom.extraction.attribution.syntax import Tree
from wireroom.records.languages import LanguagePack

THRESHOLD = -0.6  # of the log odds; found on training articles that the weights had not seen
NOUN_THRESHOLD = 0.0  # a noun is easily no cue at all: a false alarm costs more there

_COMMAS = {",", "—", "–", "-", "(", "»", "”", '"'}
_ENDS = {",", ".", "—", "–", ")", ":", ";", "!", "?"}
_SAID = 0.2  # weight of a verb from which on it says something as often as it does
_OF_DEEDS = ("object", "object-and-rest")
_ORDER = ("quotation", "clause", "infinitive", "beside", "object-and-rest", "object")


class Chooser:
    """Takes the readings of one word and says which of them holds, if any."""

    def __init__(
        self, tree: Tree, names: dict[int, str], speech: Speech, pack: LanguagePack
    ) -> None:
        self._tree = tree
        self._lexicon = lexicon_of(pack)
        self._names = names
        self._speech = speech
        self._about = Background(speech.quotes, self._lexicon, source_lists(pack))
        self._nouns = {*source_lists(pack).nouns, *self._lexicon.nouns}

    def readings(self, index: int) -> Iterator[Draft]:
        """All readings of one token as a cue."""
        part = self._tree.tokens[index].pos
        drafts: Iterable[Draft] = ()
        if part in ("VERB", "AUX") and not self._is_object(index):
            drafts = (*verb_drafts(self._tree, index), *self._speech.drafts(index))
        elif self._is_predicate(index):
            drafts = verb_drafts(self._tree, index)
        elif part == "NOUN":
            drafts = noun_drafts(self._tree, index)
        elif part == "ADJ":
            drafts = adjective_drafts(self._tree, index)
        for draft in drafts:
            yield self._speech.completed(draft)

    def _is_object(self, index: int) -> bool:
        """A noun that was read as a verb: ignored *reports* its own staff had written."""
        tokens = self._tree.tokens
        token, before = tokens[index], tokens[index - 1]
        if not index or before.sentence != token.sentence:
            return False
        is_ambiguous = (
            token.text.casefold() != token.lemma.casefold() and "Tense=Pres" in token.feats
        )
        is_noun = token.lemma.casefold() in self._nouns
        is_past = "VerbForm=Part" in before.feats or "Tense=Past" in before.feats
        takes = (before.pos == "VERB" and is_past) or before.dep == "amod"
        return is_ambiguous and is_noun and takes

    def _is_predicate(self, index: int) -> bool:
        """A cue verb of the list under another part of speech, with a subject of its own."""
        token = self._tree.tokens[index]
        if self._lexicon.weights or token.lemma.casefold() not in self._lexicon.verbs:
            return False
        return self._tree.child(index, self._tree.relations.subject) is not None

    def best(self, index: int) -> Draft | None:
        """The reading that holds, or None."""
        drafts = [draft for draft in self.readings(index) if draft.content]
        drafts = [draft for draft in drafts if not self._is_deed(draft)]
        if not drafts:
            return None
        plain = next((draft for draft in drafts if self._is_plain(draft)), None)
        if plain is not None:
            return plain
        if self._lexicon.weights:
            scores = [self.score(draft) for draft in drafts]
            top = max(range(len(drafts)), key=lambda number: (scores[number], -number))
            least = NOUN_THRESHOLD if drafts[top].frame.startswith("noun") else THRESHOLD
            return drafts[top] if scores[top] > least else None
        return self._by_list(drafts)

    def _is_deed(self, draft: Draft) -> bool:
        """The rebels attacked the "safe" zone: a deed, unless a person attacks with words."""
        if draft.frame not in _OF_DEEDS or draft.source_head is None:
            return False
        lemma = self._tree.tokens[draft.head].lemma.casefold()
        if lemma not in self._lexicon.deeds or self._is_person(draft.source_head):
            return False
        number = self._about.quotes.at(draft.content[0].start)
        if (
            number is not None
            and self._about.quotes[number].span.of(self._tree.text).count(" ") > 2
        ):
            return False
        weights = self._lexicon.weights
        said = weights.get(f"{draft.frame}|{lemma}", 0.0) + weights.get(f"lemma={lemma}", 0.0)
        return self._lexicon.deeds[lemma] or said < _SAID

    def is_only_done(self, draft: Draft) -> bool:
        """The rebels fired a rocket, the editors blocked a story: what a model takes for a cue,
        and is done by nobody who is one person, with no clause and no quotation to it."""
        lemma = self._tree.tokens[draft.head].lemma.casefold()
        if lemma not in self._lexicon.deeds or draft.source_head is None:
            return False
        if self._is_person(draft.source_head):
            return False
        return not is_told(self._tree, draft, self._about.quotes)

    def _is_person(self, index: int) -> bool:
        """A name, a pronoun or a word for one person, who may well attack with words."""
        if self._names.get(index) == "PERSON" or self._tree.tokens[index].pos == "PRON":
            return True
        lemma = self._tree.tokens[index].lemma.casefold()
        kind = self._about.sources.nouns.get(lemma, ("", ""))[0]
        return kind in ("person", "office") and "Number=Sing" in self._tree.tokens[index].feats

    def plain(self, index: int) -> Draft | None:
        """The reading of one token that needs no weighing, if there is one."""
        if not self._lexicon.is_speech(self._tree.tokens[index].lemma.casefold()):
            return None
        return self._plain_of([draft for draft in self.readings(index) if draft.content])

    def _plain_of(self, drafts: Iterable[Draft]) -> Draft | None:
        return next((draft for draft in drafts if self._is_plain(draft)), None)

    def score(self, draft: Draft) -> float:
        """Log odds that the draft is an attribution."""
        weights = self._lexicon.weights
        return weights.get("bias", 0.0) + sum(
            weights.get(feature, 0.0) for feature in self.evidence(draft)
        )

    def evidence(self, draft: Draft) -> list[str]:
        """The names of the features that hold of the draft."""
        return features(self._tree, draft, self._names, self._about)

    def _is_plain(self, draft: Draft) -> bool:
        """As X reported, …; …, X said; this was announced by X: what needs no weighing."""
        tree = self._tree
        if draft.source_head is None or draft.frame not in ("beside", "passive"):
            return False
        if not self._lexicon.is_speech(tree.tokens[draft.head].lemma.casefold()):
            return False
        if draft.frame == "passive":
            return tree.child(draft.head, ("agent",)) is not None
        return tree.child(draft.head, tree.relations.clause) is None and self._is_aside(draft)

    def _is_aside(self, draft: Draft) -> bool:
        """Whether the clause of the cue is set off by commas, with "as" or with no link at all."""
        tree = self._tree
        clause = tree.phrase(draft.head)
        before, after = clause[0] - 1, clause[-1] + 1
        first = tree.tokens[clause[0]].text.casefold()
        marks = {tree.tokens[i].dep for i in tree.children[draft.head]} & {"mark", "advmod", "cc"}
        open_left = before < 0 or tree.tokens[before].sentence != tree.tokens[draft.head].sentence
        set_off = open_left or tree.tokens[before].text in _COMMAS or first in _COMMAS
        closed = after >= len(tree.tokens) or tree.tokens[after].text in _ENDS
        if tree.does(clause[0], "as"):
            return set_off and (closed or tree.tokens[clause[-1]].text in _ENDS)
        finite = "VerbForm=Fin" in tree.tokens[draft.head].feats
        return finite and not marks and draft.head > (draft.first or 0)

    def _by_list(self, drafts: list[Draft]) -> Draft | None:
        lemma = self._tree.tokens[drafts[0].head].lemma.lower()
        noun = drafts[0].frame.startswith("noun")
        cues = (self._lexicon.nouns if noun else self._lexicon.verbs).get(lemma, ())
        frames = {frame for cue in cues for frame in cue.frames}
        allowed = [draft for draft in drafts if draft.frame in frames]
        order = {frame: place for place, frame in enumerate(_ORDER)}
        return min(allowed, key=lambda draft: order.get(draft.frame, len(order)), default=None)
