"""What Russian grammar tells of a token: its case, its preposition, the clause that it opens."""

from wireroom.extraction.attribution.syntax import Tree

CLAUSES = ("ccomp", "csubj", "csubj:pass", "advcl", "acl", "acl:relcl", "parataxis")
_LONGEST_PREPOSITION = 3
_THAT = ("то", "тот")


def feature(tree: Tree, index: int, name: str) -> str:
    """The value of a feature of the token, as "Gen" for its case; empty where it has none."""
    for part in tree.tokens[index].feats.split("|"):
        key, _, value = part.partition("=")
        if key == name:
            return value
    return ""


def case_of(tree: Tree, index: int) -> str:
    """The case in small letters; of a numeral, that of the noun that it counts."""
    return feature(tree, index, "Case").casefold()


def prepositions(tree: Tree, index: int) -> list[int]:
    """The tokens of the preposition before the noun, none where it has none."""
    found = [i for i in tree.children[index] if tree.tokens[i].dep == "case" and i < index]
    for first in found[:1]:
        found += [i for i in tree.children[first] if tree.tokens[i].dep == "fixed"]
    return sorted(found)[:_LONGEST_PREPOSITION]


def governed(tree: Tree, index: int) -> str:
    """How the noun is governed: "о:loc", ":ins", "за:acc"."""
    words = prepositions(tree, index)
    word = tree.tokens[words[0]].text.casefold() if words else ""
    return f"{_PLAIN.get(word, word)}:{case_of(tree, index)}"


_PLAIN = {"об": "о", "обо": "о", "во": "в", "ко": "к", "со": "с", "про": "о"}


def is_infinitive(tree: Tree, index: int) -> bool:
    return "VerbForm=Inf" in tree.tokens[index].feats


def is_finite(tree: Tree, index: int) -> bool:
    return "VerbForm=Fin" in tree.tokens[index].feats


def is_pointer(tree: Tree, index: int) -> bool:
    """Whether the word points to a clause that follows: о *том*, что."""
    token = tree.tokens[index]
    return token.lemma.casefold() in _THAT and feature(tree, index, "Number") != "Plur"


def opening(tree: Tree, clause: int) -> int:
    """The first token of a clause that is no punctuation."""
    for index in tree.phrase(clause):
        if tree.tokens[index].pos != "PUNCT":
            return index
    return clause


def sentence_of(tree: Tree, index: int) -> range:
    """The tokens of the sentence that the token stands in."""
    sentence = tree.tokens[index].sentence
    first = last = index
    while first > 0 and tree.tokens[first - 1].sentence == sentence:
        first -= 1
    while last + 1 < len(tree.tokens) and tree.tokens[last + 1].sentence == sentence:
        last += 1
    return range(first, last + 1)


def root_of(tree: Tree, words: list[int] | tuple[int, ...]) -> int:
    """The token of the words on which the others hang."""
    inside = set(words)
    for index in words:
        head = tree.tokens[index].head
        if (head not in inside or head == index) and tree.tokens[index].pos not in _NEVER:
            return index
    return words[-1]


_NEVER = ("PUNCT", "ADP", "CCONJ", "PART")
