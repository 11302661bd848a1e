"""What a parenthesis is about: the sentence or the clause around it, without it."""

from collections.abc import Collection, Sequence

from wireroom.extraction.attribution.russian.grammar import sentence_of
from wireroom.extraction.attribution.russian.passage import Passage
from wireroom.extraction.attribution.syntax import LONGEST_PHRASE, Tree

_OUTER = ("conj", "parataxis", "root", "ROOT", "dep")
_SUBORDINATE = ("ccomp", "advcl", "acl", "acl:relcl", "csubj", "csubj:pass")
_STEPS = 40


def around(about: Passage, words: Sequence[int], governor: int | None) -> list[int]:
    """The tokens of the clause in which the words stand aside, in order, without them."""
    region = _segment(about, words)
    clause = _subordinate(about.tree, governor, words) if governor is not None else None
    if clause is not None:
        inside = set(about.tree.phrase(clause))
        region = [i for i in region if i in inside]
    else:
        region = _own_conjunct(about, region, words, governor)
    left_out = set(words)
    return _without_joints(about.tree, [i for i in region if i not in left_out], left_out)


def _own_conjunct(
    about: Passage, region: list[int], words: Sequence[int], governor: int | None
) -> list[int]:
    """Of clauses that are joined, only the one that the words stand in; without what others say
    after them, each with a subject of its own."""
    tree = about.tree
    first, last = region[0] if region else 0, region[-1] + 1 if region else 0
    if governor is not None and tree.tokens[governor].dep == "conj":
        clause = tree.phrase(governor)
        subject = tree.child(governor, ("nsubj", "nsubj:pass"))
        if subject is not None and clause[0] <= subject < words[0]:
            first = clause[0]
    for index in range(words[-1] + 1, last):
        subject = tree.child(index, ("nsubj",)) if about.verb(index) is not None else None
        joined = tree.tokens[index].dep in ("conj", "parataxis")
        if joined and subject is not None and subject > words[-1]:
            last = max(min(tree.phrase(index)), words[-1] + 1)
            break
    return [i for i in region if first <= i < last]


def _segment(about: Passage, words: Sequence[int]) -> list[int]:
    """The words' sentence, between semicolons, within their quotation, after their colon."""
    tree = about.tree
    sentence = sentence_of(tree, words[0])
    first = max(sentence.start, words[0] - LONGEST_PHRASE)
    last = min(sentence.stop, words[-1] + LONGEST_PHRASE)
    quotation = about.quotes.at(tree.tokens[words[0]].start)
    found = list(range(first, last))
    if quotation is not None and about.quotes.at(tree.tokens[words[-1]].start) == quotation:
        span = about.quotes[quotation].span
        found = [i for i in found if span.start < tree.tokens[i].start < span.end - 1]
    start, end = 0, len(found)
    for place, index in enumerate(found):
        text = tree.tokens[index].text
        if index < words[0] and (text == ";" or (text == ":" and _is_next(tree, index, words[0]))):
            start = place + 1
        if index > words[-1] and text == ";":
            end = place
            break
    return found[start:end]


def _is_next(tree: Tree, index: int, first: int) -> bool:
    return all(tree.tokens[i].pos in ("PUNCT", "CCONJ", "PART") for i in range(index + 1, first))


def _subordinate(tree: Tree, index: int, words: Collection[int]) -> int | None:
    """The subordinate clause in which the token stands; None in the main one."""
    for _ in range(_STEPS):
        token = tree.tokens[index]
        if token.head == index:
            return None
        if token.dep in _SUBORDINATE and index not in words and tree.is_verb(index):
            return index
        index = token.head
    return None


def _without_joints(tree: Tree, region: list[int], hole: Collection[int]) -> list[int]:
    """Without punctuation at both ends and at the hole, and a conjunction that opens it."""
    first, last = min(hole), max(hole)
    before = tree.trimmed([i for i in region if i < first])
    after = tree.trimmed([i for i in region if i > last])
    joined = [*before, *after]
    while joined and tree.tokens[joined[0]].pos == "CCONJ":
        joined = tree.trimmed(joined[1:])
    return joined
