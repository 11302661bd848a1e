"""Who stands where in a clause, for English (ClearNLP's labels) and Russian (UD) alike."""

from collections.abc import Iterator
from dataclasses import dataclass

from wireroom.extraction.events.keys import keys_of
from wireroom.extraction.events.lexicon import Lexicon
from wireroom.records.annotations import AnnotatedText, Token
from wireroom.records.spans import Span

SUBJECT = frozenset({"nsubj", "csubj"})
PASSIVE = frozenset({"nsubjpass", "nsubj:pass"})
OBJECT = frozenset({"dobj", "obj"})
COMPLEMENT = frozenset({"ccomp", "xcomp", "csubj"})
_LEFT = frozenset({"amod", "compound", "nummod", "poss", "nmod", "quantmod", "punct", "nummod:gov"})


@dataclass(frozen=True, slots=True)
class Tree:
    """The tokens with what hangs on each. ``keys`` are lemmas in lower case; ``bounds`` the first
    and last token (exclusive) of each sentence; ``lexicon`` the lists that they were read with."""

    tokens: tuple[Token, ...]
    keys: tuple[str, ...]
    children: tuple[tuple[int, ...], ...]
    bounds: tuple[tuple[int, int], ...]
    lexicon: Lexicon

    def is_one(self, index: int, name: str) -> bool:
        """Whether the token's lemma is of a class of the lexicon."""
        return self.keys[index] in self.lexicon.are(name)


def build_tree(annotated: AnnotatedText, lexicon: Lexicon) -> Tree:
    """The tree of a passage. Heads that point outside their sentence are taken as roots."""
    tokens = annotated.tokens
    children: list[list[int]] = [[] for _ in tokens]
    bounds: list[list[int]] = [[0, 0] for _ in annotated.sentences]
    for index, token in enumerate(tokens):
        inside = token.head != index and 0 <= token.head < len(tokens)
        if inside and tokens[token.head].sentence == token.sentence:
            children[token.head].append(index)
        if token.sentence < len(bounds):
            bound = bounds[token.sentence]
            if bound[1] == 0:
                bound[0] = index
            bound[1] = index + 1
    return Tree(
        tokens,
        tuple(keys_of(tokens, lexicon)),
        tuple(tuple(found) for found in children),
        tuple((first, last) for first, last in bounds),
        lexicon,
    )


def first_of(tree: Tree, index: int) -> int:
    """The first token of a hyphened word whose key stands at its last."""
    joined = "-" in tree.keys[index] and "-" not in tree.tokens[index].text
    return index - 2 if joined and index >= 2 else index


def head_of(tree: Tree, index: int) -> int:
    """The token that ``index`` hangs on; itself at the root or where the tree is broken."""
    head = tree.tokens[index].head
    if 0 <= head < len(tree.tokens) and tree.tokens[head].sentence == tree.tokens[index].sentence:
        return head
    return index


def ancestors(tree: Tree, index: int, most: int = 12) -> Iterator[int]:
    """What the token hangs on, from near to far."""
    for _ in range(most):
        head = head_of(tree, index)
        if head == index:
            return
        yield head
        index = head


def dependents(tree: Tree, index: int, labels: frozenset[str]) -> list[int]:
    return [child for child in tree.children[index] if tree.tokens[child].dep in labels]


def expanded(tree: Tree, index: int) -> list[int]:
    """The token and what is coordinated with it ("soldiers and officers")."""
    found, todo = [index], [index]
    while todo and len(found) < 12:
        for child in tree.children[todo.pop()]:
            if tree.tokens[child].dep == "conj" and tree.tokens[child].pos in _NOMINAL:
                found.append(child)
                todo.append(child)
    return sorted(found)


_NOMINAL = frozenset({"NOUN", "PROPN", "NUM", "PRON", "ADJ", "X"})


def is_passive(tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    labels = {tree.tokens[child].dep for child in tree.children[index]}
    if labels & {"nsubjpass", "auxpass", "nsubj:pass", "agent", "aux:pass"}:
        return True
    if "Voice=Pass" in token.feats or _is_bare_participle(tree, index, labels):
        return True
    described = token.dep in ("acl", "amod") and not labels & OBJECT
    return described and token.feats.endswith(_PARTICIPLE)


def _is_bare_participle(tree: Tree, index: int, labels: set[str]) -> bool:
    """ "12 killed in clashes", "soldiers wounded": without "have" and without an object."""
    token = tree.tokens[index]
    if not token.feats.endswith(_PARTICIPLE) and not tree.is_one(index, "harms"):
        return False
    if _PAST not in token.feats or labels & OBJECT:
        return False
    return not any(tree.keys[child] == "have" for child in tree.children[index])


_PARTICIPLE = "Tense=Past|VerbForm=Part"
_PAST = "Tense=Past"


def subjects(tree: Tree, index: int) -> list[int]:
    """Who does it: subject or, in the passive, agent."""
    if is_passive(tree, index):
        return agents(tree, index)
    return _subject_like(tree, index, SUBJECT, 0)


def objects(tree: Tree, index: int) -> list[int]:
    """Whom it is done to: object or, in the passive, subject."""
    if is_passive(tree, index):
        return _subject_like(tree, index, PASSIVE | SUBJECT, 0)
    found = dependents(tree, index, OBJECT)
    return [one for head in found for one in _inner(tree, _antecedent(tree, index, head))]


def _subject_like(tree: Tree, index: int, labels: frozenset[str], depth: int) -> list[int]:
    own = dependents(tree, index, labels)
    if depth and tree.is_one(index, "blames"):
        return objects(tree, index)
    if own:
        return [one for head in own for one in _inner(tree, _antecedent(tree, index, head))]
    token, head = tree.tokens[index], head_of(tree, index)
    if head == index or depth > 4:
        return []
    if token.dep in ("acl", "relcl", "amod") and tree.tokens[head].pos in _NOMINAL:
        return _inner(tree, head)
    if token.dep in ("conj", "xcomp", "advcl", "pcomp", "prep", "ccomp") and _inherits(token):
        if token.dep == "conj" and is_passive(tree, index) != is_passive(tree, head):
            labels = labels | PASSIVE | SUBJECT
        return _subject_like(tree, head, SUBJECT | PASSIVE, depth + 1)
    return []


def _inherits(token: Token) -> bool:
    return token.dep != "ccomp" or "VerbForm=Fin" not in token.feats


def _antecedent(tree: Tree, verb: int, noun: int) -> int:
    if not tree.is_one(noun, "relative"):
        return noun
    for above in (verb, *ancestors(tree, verb, 3)):
        if tree.tokens[above].dep in ("relcl", "acl:relcl", "acl"):
            return head_of(tree, above)
    return noun


def _inner(tree: Tree, index: int) -> list[int]:
    """The nouns that count: all that are coordinated, and what a word of amount is of."""
    found = []
    for one in expanded(tree, index):
        inner = one
        if tree.is_one(one, "amount") or tree.tokens[one].pos == "NUM":
            inner = next((noun for prep, noun in phrases(tree, one) if prep == "of"), one)
        found.extend(expanded(tree, inner) if inner != one else [one])
    return found


def agents(tree: Tree, index: int) -> list[int]:
    """Who does it in the passive: "by them", Russian instrumental."""
    found = []
    for prep, noun in phrases(tree, index):
        if prep == "by" or (prep == "" and "Case=Ins" in tree.tokens[noun].feats):
            found.extend(_inner(tree, noun))
    return found


def phrases(tree: Tree, index: int) -> list[tuple[str, int]]:
    """(preposition, noun) of what hangs on a word; "" where Russian uses a bare case."""
    found: list[tuple[str, int]] = []
    for child in tree.children[index]:
        label = tree.tokens[child].dep
        if label in ("prep", "agent", "dative"):
            found.extend(_under_preposition(tree, child))
        elif label in ("obl", "nmod", "obl:agent", "iobj"):
            case = dependents(tree, child, frozenset({"case"}))
            found.append((tree.keys[case[0]] if case else "", child))
    return found


def _under_preposition(tree: Tree, child: int) -> Iterator[tuple[str, int]]:
    """The nouns under a preposition, or under those that hang on it ("from under the bridge").

    Each is looked at once: what a parser gives need not be a tree.
    """
    waiting, seen = [child], {child}
    while waiting:
        for below in tree.children[waiting.pop(0)]:
            label = tree.tokens[below].dep
            if label == "pobj":
                yield tree.keys[child], below
            elif label == "prep" and below not in seen:
                seen.add(below)
                waiting.append(below)


def targets_of(tree: Tree, index: int, prepositions: frozenset[str]) -> list[int]:
    """The nouns under one of the prepositions, seen through "in front of", "the town of"."""
    found = []
    for prep, noun in phrases(tree, index):
        if prep in prepositions:
            inner = noun
            if tree.is_one(noun, "part"):
                inner = next((one for name, one in phrases(tree, noun) if name == "of"), noun)
            found.extend(expanded(tree, inner))
    return found


def phrase_span(tree: Tree, index: int) -> Span:
    """The noun with what stands before it, without its article; in Russian with what it is of."""
    first = index
    left = [child for child in tree.children[index] if child < index]
    for child in reversed(left):
        if not _is_before(tree.tokens[child]):
            break
        if tree.tokens[child].pos == "VERB":
            break  # "the murdered priests"
        first = min(first, _leftmost(tree, child))
    first = _after_break(tree, first, index)
    while first < index and _is_light(tree.tokens[first]):
        if tree.tokens[first].text in _QUOTES:
            break  # its pair is in the phrase
        first += 1
    last = _russian_last(tree, index) if tree.lexicon.code == "ru" else index
    return Span(tree.tokens[first].start, tree.tokens[last].end)


def _after_break(tree: Tree, first: int, last: int) -> int:
    """The first token after a dash between words, a bracket, or a lone quotation mark."""
    quotes = [k for k in range(first, last) if tree.tokens[k].text in _QUOTES]
    for k in range(last - 1, first - 1, -1):
        token = tree.tokens[k]
        spaced = token.end < tree.tokens[k + 1].start
        unpaired = k in quotes and len(quotes) % 2 == 1
        if token.text in _BRACKETS or unpaired or (token.text in _DASHES and spaced):
            return k + 1
    return first


_QUOTES = frozenset("'\"“”‘’«»")
_BRACKETS = frozenset("[](){}")
_DASHES = frozenset({"-", "–", "—", "--"})


def _is_before(token: Token) -> bool:
    if token.pos == "PUNCT":
        return token.text in ("-", '"', "“", "«", "'")
    return token.dep in _LEFT and token.pos != "DET"


def _is_light(token: Token) -> bool:
    return token.pos in (
        "DET",
        "PUNCT",
        "PART",
        "ADP",
        "ADV",
        "NUM",
        "PRON",
    ) or token.text.lower() in (
        "several",
        "some",
        "least",
        "many",
        "other",
    )


def _leftmost(tree: Tree, index: int) -> int:
    for _ in range(8):
        left = [child for child in tree.children[index] if child < index]
        if not left:
            break
        index = left[0]
    return index


def _russian_last(tree: Tree, index: int) -> int:
    last = index
    for _ in range(6):
        following = [
            child
            for child in tree.children[last]
            if child > last
            and tree.tokens[child].dep in ("nmod", "flat:name", "flat", "flat:foreign", "appos")
            and not dependents(tree, child, frozenset({"case"}))
            and child - last <= 3
        ]
        if not following:
            break
        last = following[0]
    after = tree.tokens[last + 1].text if last + 1 < len(tree.tokens) else ""
    opened = any(tree.tokens[k].text == "«" for k in range(index, last + 1))
    return last + 1 if after == "»" and opened else last
