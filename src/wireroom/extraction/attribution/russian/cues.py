"""The words of a cue: the verb with its auxiliaries, its negation, an adverb of manner."""

from wireroom.extraction.attribution.russian.grammar import is_infinitive
from wireroom.extraction.attribution.russian.passage import Passage

_GROUP = ("aux", "aux:pass", "cop", "expl")
_STEPS = 3


def group_of(about: Passage, verb: int) -> set[int]:
    """не стал бы говорить: the verb with what makes one cue of it; a light verb over it, too."""
    found = _own_group(about, verb)
    index = verb
    for _ in range(_STEPS):
        outer = carrier_of(about, index)
        if outer is None:
            break
        found |= _own_group(about, outer)
        index = outer
    return found


def carrier_of(about: Passage, verb: int) -> int | None:
    """The light verb that an infinitive hangs on: *стал* говорить, *поспешила* заверить."""
    index = verb
    for _ in range(_STEPS):  # a parser may close a circle of heads
        token = about.tree.tokens[index]
        if not is_infinitive(about.tree, index) or token.dep not in ("xcomp", "csubj", "conj"):
            return None
        if token.dep != "conj" or not is_infinitive(about.tree, token.head):
            is_light = about.does(token.head, "light") or carries_speech(about, token.head)
            return token.head if is_light else None
        index = token.head
    return None


def carries_speech(about: Passage, verb: int) -> bool:
    """Whether somebody only wants to say what is said: *хочу* напомнить, что."""
    if not about.does(verb, "wishes"):
        return False
    for index in about.tree.children[verb]:
        cue = about.verb(index)
        says = cue is not None and cue.family == "speech" and is_infinitive(about.tree, index)
        if says and about.tree.child(index, ("ccomp",)) is not None:
            return True
    return False


def _own_group(about: Passage, verb: int) -> set[int]:
    tree = about.tree
    found = {verb}
    for index in tree.children[verb]:
        token = tree.tokens[index]
        if token.dep in _GROUP or (token.pos in ("AUX", "PART") and _is_particle(about, index)):
            found.add(index)
    first = min(i for i in found if i in range(verb - _STEPS, verb + 1))
    for index in range(first - 1, max(-1, first - 1 - _STEPS), -1):
        if index not in tree.children[verb] or not _is_manner(about, index):
            break
        found.add(index)
    if verb + 1 in tree.children[verb] and _is_manner(about, verb + 1):
        found.add(verb + 1)
    return found


def _is_particle(about: Passage, index: int) -> bool:
    return about.does(index, "not") or about.tree.tokens[index].text.casefold() in ("бы", "б")


def _is_manner(about: Passage, index: int) -> bool:
    """резко, открыто, по-прежнему; not where, when or how often."""
    token = about.tree.tokens[index]
    is_adverb = token.pos == "ADV" and token.dep == "advmod" and not about.tree.children[index]
    if not is_adverb or about.does(index, "circumstance"):
        return False
    return token.text.casefold().endswith(("о", "ски")) and about.lemma(index) not in (
        about.lexicon.adverbs
    )


def is_negated(about: Passage, verb: int) -> bool:
    """Whether "не" stands at the verb or at the light verb over it, or "никто" is its subject."""
    index: int | None = verb
    for _ in range(_STEPS):
        if index is None:
            return False
        for child in about.tree.children[index]:
            is_subject = about.tree.tokens[child].dep.startswith("nsubj")
            if about.does(child, "not") or (is_subject and about.does(child, "nobody")):
                return True
        index = carrier_of(about, index)
    return False
