"""Sources that a parser ties to the wrong word, told by where they stand."""

from collections.abc import Sequence

from wireroom.extraction.attribution.syntax import Tree

_LONGEST_RUN = 8  # tokens of a source in one piece
_LONGEST_PHRASE = 12  # tokens of one that has a preposition in it
_IN_NAME = {"compound", "amod", "det", "nummod", "nmod", "poss", "case", "flat:name", "flat"}
_IN_PHRASE = {"NOUN", "PROPN", "ADJ", "DET", "ADP", "NUM", "PART", "PRON"}
_OPENS_PHRASE = {"NOUN", "PROPN", "ADJ", "DET", "NUM"}
_OBJECTS = {"dobj", "obj", "prep", "ccomp", "xcomp", "obl", "prt", "acomp"}


def phrase_before(tree: Tree, index: int) -> list[int]:
    """The words up to the noun ``index``, right before a verb, that are one phrase with it.

    Back to the last comma of the sentence where nothing but a noun phrase stands between; else
    the noun with what the syntax gives to its name.
    """
    chunk = _since_comma(tree, index)
    if chunk:
        return chunk
    run = [index]
    while len(run) < _LONGEST_RUN and _joins(tree, run[0] - 1, run[0]):
        run.insert(0, run[0] - 1)
    return run


def head_of(tree: Tree, words: Sequence[int]) -> int:
    """The noun that a phrase turns on: the first before its prepositions."""
    for place, index in enumerate(words):
        if tree.tokens[index].pos == "ADP" and place:
            return words[place - 1]
    return words[-1]


def _since_comma(tree: Tree, index: int) -> list[int]:
    first = index
    while index - first < _LONGEST_PHRASE and first > 0:
        before = tree.tokens[first - 1]
        if before.text == "," and before.sentence == tree.tokens[index].sentence:
            opens = tree.tokens[first].pos in _OPENS_PHRASE
            return list(range(first, index + 1)) if opens else []
        if before.pos not in _IN_PHRASE or before.sentence != tree.tokens[index].sentence:
            return []
        first -= 1
    return []


def _joins(tree: Tree, index: int, following: int) -> bool:
    if index < 0:
        return False
    token = tree.tokens[index]
    if token.text in ("-", "–"):
        return (
            tree.tokens[following].start == token.end and tree.tokens[index - 1].end == token.start
        )
    return token.dep in _IN_NAME and token.sentence == tree.tokens[following].sentence


def without_object(tree: Tree, words: tuple[int, ...]) -> int:
    """How many of the source's first words are the object of the participle right before it.

    "…, disrupting production oil officials said": without a comma the parser reads one long
    name. A participle that has nothing of its own after it takes the first noun; not a word of
    a name, and never the last noun of the source.
    """
    first = words[0] if words else 0
    if len(words) < 2 or not first or words[-1] - first != len(words) - 1:
        return 0
    token, verb = tree.tokens[first], tree.tokens[first - 1]
    if token.pos != "NOUN" or token.dep != "compound" or token.sentence != verb.sentence:
        return 0
    is_participle = verb.pos == "VERB" and "Aspect=Prog" in verb.feats and verb.dep != "amod"
    own = [i for i in tree.children[first - 1] if i not in words]
    has_object = any(tree.tokens[i].dep in _OBJECTS for i in own)
    return 1 if is_participle and not has_object else 0
