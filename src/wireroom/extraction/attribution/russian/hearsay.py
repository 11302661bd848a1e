"""Words by which an author keeps a distance: якобы, мол, предположительно, так называемый."""

from collections.abc import Collection

from wireroom.extraction.attribution.drafts import Draft
from wireroom.extraction.attribution.phrases import clause_of
from wireroom.extraction.attribution.russian.passage import Passage
from wireroom.extraction.attribution.russian.regions import around


def adverb_draft(about: Passage, index: int, heads: Collection[int]) -> Draft | None:
    """No source, and the clause that the adverb stands in; not where that clause is told by
    somebody already, of which ``heads`` are the heads."""
    tree = about.tree
    if about.tree.tokens[index].text.casefold() not in about.lexicon.adverbs:
        return None
    governor = tree.tokens[index].head
    if governor == index:
        content = around(about, [index], None)
    else:
        clause = clause_of(tree, governor)
        if clause in heads or governor in heads:
            return None
        content = around(about, [index], governor)
    if not content:
        return None
    return Draft(index, "adverb", (index,), (), None, tree.spans(content), governor, content[0])


def adjective_draft(about: Passage, index: int) -> Draft | None:
    """The so-called, the alleged: the noun with its quotation marks is what others say."""
    tree, token = about.tree, about.tree.tokens[index]
    lemma = about.lemma(index)
    cue = [index]
    if index and tree.tokens[index - 1].text.casefold() == "так" and lemma in _CALLED:
        cue.insert(0, index - 1)
    elif not token.text.casefold().startswith(_ALLEGED):
        return None
    noun = token.head
    if token.dep not in ("amod", "acl") or noun < index:
        return None
    number = about.quotes.at(tree.tokens[index + 1].start) if index + 1 < noun + 1 else None
    if number is not None and about.quotes[number].start == tree.tokens[index + 1].start:
        content = (about.quotes[number].span,)
        return Draft(index, "adjective", tuple(cue), (), None, content, noun, index + 1)
    words = tree.trimmed([i for i in tree.phrase(noun) if i > index])
    if not words:
        return None
    return Draft(index, "adjective", tuple(cue), (), None, tree.spans(words), noun, words[0])


_ALLEGED = ("предполагаем", "мним")  # forms that the dictionary gives to the verb
_CALLED = ("называть", "называемый", "звать")
