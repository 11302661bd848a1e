"""What a cue is a word of: speech, thought, wish, evidence, stance, or naming a source of one's
own."""

from collections.abc import Iterator
from typing import cast, get_args

from wireroom.extraction.attribution.drafts import Draft
from wireroom.extraction.attribution.lexicon import CueWord, Lexicon
from wireroom.extraction.attribution.stance import cue_word
from wireroom.extraction.attribution.syntax import Tree
from wireroom.records.attributions import CueFamily

# Of a frame that is one of speech whatever words are in it: a speaker's line, "according to".
_SAYINGS = ("line", "block", "source-preposition", "silence", "adverb", "adjective")


def family_of(tree: Tree, draft: Draft, lexicon: Lexicon) -> CueFamily | None:
    """By the word that the cue turns on, else by any other of its words; None where no list has
    one of them: "casts a veto" says nothing."""
    head = cue_word(tree, draft, lexicon)
    if head is None and draft.frame in _SAYINGS:
        words = " ".join(tree.tokens[index].text.casefold() for index in draft.cue)
        return "citing" if words in lexicon.citing else "speech"
    found = head or next(_words(tree, draft, lexicon), None)
    return known_family(found.family) if found else None


def known_family(name: str) -> CueFamily | None:
    """The family of a list's row; None where the list says something else."""
    return cast(CueFamily, name) if name in get_args(CueFamily) else None


def _words(tree: Tree, draft: Draft, lexicon: Lexicon) -> Iterator[CueWord]:
    for index in draft.cue:
        lemma = tree.tokens[index].lemma.casefold()
        for words in (lexicon.verbs, lexicon.nouns, lexicon.adverbs):
            yield from words.get(lemma, ())
