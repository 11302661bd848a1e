"""Which findings of the model, the layout, the set phrases and the syntax become drafts.

Where two of them want one cue, the surer comes first: what layout shows, set phrases with their
source, the model of the language where it has one. What the syntax alone makes of a sentence
fills the gaps.
"""

from collections.abc import Iterator, Sequence

from wireroom.extraction.attribution.choosing import Chooser
from wireroom.extraction.attribution.citing import cited_drafts
from wireroom.extraction.attribution.direct import Speech
from wireroom.extraction.attribution.doing import is_heading, is_unlisted_deed
from wireroom.extraction.attribution.drafts import Draft, without_repeats
from wireroom.extraction.attribution.estimates import estimate_draft
from wireroom.extraction.attribution.interrupted import interrupting_draft
from wireroom.extraction.attribution.learnt.drafting import learnt_drafts
from wireroom.extraction.attribution.learnt.scoring import Scorer, scorer_for
from wireroom.extraction.attribution.lexicon import CueWord, Lexicon, lexicon_of
from wireroom.extraction.attribution.lines import Lines
from wireroom.extraction.attribution.nothing_said import nothing_draft, refusal_draft
from wireroom.extraction.attribution.phrases import (
    adverb_draft,
    as_draft,
    citing_draft,
    source_draft,
    tail_draft,
)
from wireroom.extraction.attribution.plain_cues import clipped, plain_drafts
from wireroom.extraction.attribution.quoted import Quotes
from wireroom.extraction.attribution.russian.finding import drafts_by_rules
from wireroom.extraction.attribution.russian.passage import passage_of
from wireroom.extraction.attribution.silence import silence_draft
from wireroom.extraction.attribution.syntax import Tree
from wireroom.records.annotations import AnnotatedText, Entity
from wireroom.records.languages import LanguagePack

BY_RULES = frozenset({"ru"})
"""Languages with rules of their own, over the same syntax."""

_OPEN = ("clause", "beside")


def find_drafts(
    annotated: AnnotatedText,
    tree: Tree,
    quotes: Quotes,
    names: dict[int, Entity],
    pack: LanguagePack,
) -> Iterator[Draft]:
    """By the language's own rules or its model, with what layout and set phrases show beside it;
    else by the syntax. No word is the cue of two."""
    lines = list(Lines(tree, annotated.sentences, names, quotes, pack).drafts())
    if pack.code in BY_RULES:
        about = passage_of(annotated, tree, quotes, names, pack)
        yield from drafts_by_rules(about, annotated.sentences, lines)
        return
    chooser = chooser_of(annotated, tree, quotes, names, pack)
    proposer = _Proposer(annotated, tree, quotes, chooser, lexicon_of(pack))
    scorer = scorer_for(pack.code)
    if scorer is None:
        yield from lines
        yield from proposer.by_syntax({draft.head for draft in lines})
        return
    found = list(
        without_repeats(
            (*lines, *proposer.sure(), *proposer.learnt(scorer)),
            (*proposer.likely(), *proposer.told()),
        )
    )
    yield from found
    taken = {index for draft in found for index in draft.cue}
    for draft in proposer.plain(found):
        if not taken.intersection(draft.cue):
            taken.update(draft.cue)
            yield draft


def chooser_of(
    annotated: AnnotatedText,
    tree: Tree,
    quotes: Quotes,
    names: dict[int, Entity],
    pack: LanguagePack,
) -> Chooser:
    """The chooser of one passage; for the training of its weights, too."""
    types = {index: entity.type for index, entity in names.items()}
    return Chooser(tree, types, Speech(tree, quotes, annotated.sentences), pack)


class _Proposer:
    """The ways of finding drafts in one passage, each by itself."""

    def __init__(
        self,
        annotated: AnnotatedText,
        tree: Tree,
        quotes: Quotes,
        chooser: Chooser,
        lexicon: Lexicon,
    ) -> None:
        self._annotated = annotated
        self._tree = tree
        self._quotes = quotes
        self._chooser = chooser
        self._lexicon = lexicon

    def sure(self) -> Iterator[Draft]:
        """What needs no weighing: set phrases with their source, silences, and asides."""
        for index in range(len(self._tree.tokens)):
            if self._tree.is_verb(index):
                yield from cited_drafts(self._tree, index, self._lexicon)
            draft = (
                interrupting_draft(self._tree, index, self._quotes, self._lexicon)
                or self._source_draft_at(index)
                or self._chooser.plain(index)
            )
            if draft is not None:
                yield draft

    def learnt(self, scorer: Scorer) -> Iterator[Draft]:
        """What the model finds, less the deeds and headings that it takes for words."""
        for draft in learnt_drafts(self._annotated, self._tree, self._lexicon, scorer):
            is_done = self._chooser.is_only_done(draft) or is_unlisted_deed(
                self._tree, draft, self._quotes, self._lexicon
            )
            if not is_done and not is_heading(self._tree, draft):
                yield clipped(self._tree, draft)

    def likely(self) -> Iterator[Draft]:
        """Adverbs, and sources at the end of a sentence: where the model has nothing better."""
        for index in range(len(self._tree.tokens)):
            draft = self._adverb_draft_at(index)
            if draft is None and self._tree.is_verb(index):
                draft = tail_draft(self._tree, index, self._lexicon)
            if draft is not None:
                yield draft

    def told(self) -> Iterator[Draft]:
        """Somebody says something with a verb of the list: what a model should not miss."""
        for draft in self.by_syntax(self._unsaid()):
            cues = self._lexicon.verbs.get(self._tree.tokens[draft.head].lemma.casefold(), ())
            if not cues or not draft.source:
                continue
            if draft.frame in ("clause", "quotation", "beside") or self._is_listed(draft, cues):
                yield draft

    def _is_listed(self, draft: Draft, cues: Sequence[CueWord]) -> bool:
        """Whether a cue of saying or of standing to a thing, outside quotation marks, is in a
        frame that its list gives: appealed for help, threatened to burn it."""
        if self._quotes.at(self._tree.tokens[draft.head].start) is not None:
            return False
        return any(
            draft.frame in cue.frames
            and (cue.family in ("speech", "stance") or cue.stance in ("asks", "promises"))
            for cue in cues
        )

    def _unsaid(self) -> set[int]:
        """The words at which nothing begins that is told or that takes others as its cue."""
        return {
            index
            for index, token in enumerate(self._tree.tokens)
            if token.lemma.casefold() not in self._lexicon.verbs
            and token.text.casefold() not in self._lexicon.phrases
        }

    def plain(self, found: Sequence[Draft]) -> Iterator[Draft]:
        """Cues of the lists in plain sight, beside what was ``found``."""
        for index in range(len(self._tree.tokens)):
            yield from plain_drafts(self._tree, index, self._quotes, self._lexicon, found)

    def by_syntax(self, taken: set[int]) -> Iterator[Draft]:
        """The best reading of every cue of the lists, but for the words ``taken``."""
        for index in range(len(self._tree.tokens)):
            if index in taken:
                continue
            draft = interrupting_draft(
                self._tree, index, self._quotes, self._lexicon
            ) or self._draft_at(index)
            if draft is not None:
                if draft.frame == "source-preposition":
                    taken.update(draft.cue)
                yield draft

    def _draft_at(self, index: int) -> Draft | None:
        found = self._adverb_draft_at(index) or self._source_draft_at(index)
        if found is not None:
            return found
        draft = self._chooser.best(index)
        is_open = draft is None or (not draft.source and draft.frame in _OPEN)
        if self._tree.is_verb(index) and is_open:
            return tail_draft(self._tree, index, self._lexicon) or draft
        return draft

    def _adverb_draft_at(self, index: int) -> Draft | None:
        token = self._tree.tokens[index]
        is_cue = token.pos == "ADV" and token.lemma.casefold() in self._lexicon.adverbs
        return adverb_draft(self._tree, index) if is_cue else None

    def _source_draft_at(self, index: int) -> Draft | None:
        """According to X; X declined to comment; citing X; as X says; X put the toll at 14."""
        tree, lexicon = self._tree, self._lexicon
        if tree.tokens[index].text.casefold() in lexicon.phrases:
            found = source_draft(tree, index, lexicon)
            if found is not None:
                return found
        if not tree.is_verb(index):
            return nothing_draft(tree, index, lexicon)
        return (
            silence_draft(tree, index, lexicon)
            or refusal_draft(tree, index, lexicon)
            or citing_draft(tree, index, lexicon)
            or as_draft(tree, index, lexicon)
            or estimate_draft(tree, index)
        )
