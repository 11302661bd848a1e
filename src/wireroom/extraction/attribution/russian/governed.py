"""What a Russian verb or predicate governs as what is said: a clause, an infinitive, a noun."""

from collections.abc import Iterator

from wireroom.extraction.attribution.drafts import Reading
from wireroom.extraction.attribution.russian.events import is_event
from wireroom.extraction.attribution.russian.grammar import (
    case_of,
    governed,
    is_finite,
    is_infinitive,
    is_pointer,
    opening,
    sentence_of,
)
from wireroom.extraction.attribution.russian.passage import Passage
from wireroom.extraction.attribution.syntax import Tree

_CLAUSES = ("ccomp", "csubj", "csubj:pass", "advcl", "acl", "parataxis", "acl:relcl")
_SURE_CLAUSES = ("ccomp", "csubj", "csubj:pass")
_INFINITIVES = ("xcomp", "csubj", "ccomp", "acl", "obl", "advcl")
_NOMINAL = ("obj", "obl", "iobj", "nmod", "obl:agent", "xcomp")
_ADDRESSED = ("obj", "iobj", "obl")


def readings(about: Passage, verb: int, frames: frozenset[str]) -> Iterator[Reading]:
    """The contents that the frames of a cue allow, the surest first."""
    cue = about.verb(verb)
    if cue is not None and cue.family in _OF_MINDS and _is_of_a_thing(about, verb):
        frames = frames & {"clause", "quotation"}
    if "clause" in frames:
        yield from clauses(about, verb)
    if "infinitive" in frames:
        yield from _infinitives(about, verb)
    yield from _with_rest(about, verb, frames)
    yield from _nouns(about, verb, frames)
    if "clause" in frames:
        yield from _announced(about, verb)
    if "clause" in frames:
        yield from _unmarked(about, verb)
    if "passive" in frames:
        subject = about.tree.child(verb, ("nsubj", "nsubj:pass"))
        if subject is not None:
            yield Reading("passive", subject, tuple(about.tree.phrase(subject)))


_OF_MINDS = ("wish", "thought")


def _is_of_a_thing(about: Passage, verb: int) -> bool:
    """Whether the subject is a thing, which neither thinks nor wants: крыша грозит рухнуть."""
    tree = about.tree
    subject = tree.child(verb, ("nsubj",))
    if subject is None or subject in about.names or tree.tokens[subject].pos != "NOUN":
        return False
    begins = subject == sentence_of(tree, subject).start
    is_name = tree.tokens[subject].text[:1].isupper() and not begins
    if about.lemma(subject) in about.lists.nouns or is_name:
        return is_event(about, subject)
    return "Animacy=Inan" in tree.tokens[subject].feats


def clauses(about: Passage, verb: int) -> Iterator[Reading]:
    """что, чтобы, как, кто …; о том, что; and what a colon or a dash introduces."""
    tree = about.tree
    for index in tree.children[verb]:
        token = tree.tokens[index]
        if token.dep in _CLAUSES and _is_told(about, verb, index):
            yield Reading("clause", index, _from_opening(about, verb, index))
        elif token.dep in _NOMINAL and is_pointer(tree, index):
            words = _pointed(about, verb, index)
            if words:
                yield Reading("clause", index, words)


def _from_opening(about: Passage, verb: int, index: int) -> tuple[int, ...]:
    """The clause from its conjunction on, to the end of the sentence where a colon goes on."""
    tree = about.tree
    words = tree.phrase(index)
    if index > verb:
        marks = [i for i in tree.children[index] if tree.tokens[i].dep == "mark"]
        first = min((i for i in marks if about.does(i, "opens") and i > verb), default=words[0])
        words = _filled(about, verb, [i for i in words if i >= max(first, verb)])
        words = _to_comma(tree, words)
    sentence = sentence_of(tree, verb)
    after = words[-1] + 1
    if (
        after < sentence.stop
        and tree.tokens[after].text == ":"
        and not _starts_phrase(about, after + 1)
    ):
        words = [*words, *range(after, sentence.stop)]
    return tuple(words)


def _to_comma(tree: Tree, words: list[int]) -> list[int]:
    """With what follows without a comma and that the parser gave to others: a clause does not end
    in the middle of a phrase."""
    if not words:
        return words
    sentence = sentence_of(tree, words[0])
    last = words[-1]
    while last + 1 < sentence.stop and tree.tokens[last + 1].pos != "PUNCT":
        below = [i for i in tree.phrase(last + 1) if i < sentence.stop]
        last = max(last + 1, below[-1] if below[0] > words[0] else 0)
    return [*words, *range(words[-1] + 1, last + 1)]


def _filled(about: Passage, verb: int, words: list[int]) -> list[int]:
    """From the conjunction behind the verb's comma to the last word, with what the parser gave to
    others in between."""
    tree = about.tree
    if not words:
        return words
    first = words[0]
    for index in range(first, max(verb, first - _NEAR), -1):
        if tree.tokens[index].text == "," and about.does(index + 1, "that"):
            first = index + 1
    own = {i for i in tree.children[verb] if tree.tokens[i].dep.startswith("nsubj")}
    subject = {j for i in own for j in tree.phrase(i)}
    return [i for i in range(first, words[-1] + 1) if i not in subject]


def _starts_phrase(about: Passage, index: int) -> bool:
    """Whether a source of its own opens what follows: на её взгляд, …"""
    tokens = about.tree.tokens
    known = (
        about.lexicon.phrases.get(tokens[index].text.casefold(), ()) if index < len(tokens) else ()
    )
    near = {token.text.casefold() for token in tokens[index : index + 4]}
    return any(near.issuperset(words) for words in known)


def _is_told(about: Passage, verb: int, index: int) -> bool:
    tree, token = about.tree, about.tree.tokens[index]
    if is_infinitive(tree, index) and not about.is_subordinate(index):
        return False
    if index < verb and token.dep != "ccomp":
        return False
    cue = about.verb(verb)
    if about.is_subordinate(index):
        opens = opening(tree, index)
        if cue is not None and cue.family == "evidence" and not about.does(opens, "that"):
            return False
        if token.dep in _SURE_CLAUSES:
            return True
        return opens > verb and token.dep != "acl:relcl" and not about.does(opens, "circumstance")
    says = cue is None or cue.family not in ("thought", "evidence")
    is_plain = says and is_finite(tree, verb) and is_finite(tree, index)
    return is_plain and token.dep in _SURE_CLAUSES and index > verb


def _pointed(about: Passage, verb: int, index: int) -> tuple[int, ...]:
    """о том, что …: the pointing word with its clause, which may hang on the verb."""
    tree = about.tree
    words = tree.phrase(index)
    if any(tree.tokens[i].dep in (*_CLAUSES, "ccomp") for i in tree.children[index]):
        return tuple(words)
    for other in tree.children[verb]:
        if other > index and tree.tokens[other].dep in _CLAUSES and about.is_subordinate(other):
            return tuple(sorted({*words, *tree.phrase(other)}))
    return ()


def _announced(about: Passage, verb: int) -> Iterator[Reading]:
    """настаивает: сбиты были метеозонды; рассказывал — жгут по ночам."""
    tree = about.tree
    sentence = sentence_of(tree, verb)
    for index in range(verb + 1, sentence.stop - 1):
        token = tree.tokens[index]
        is_dash = token.text in ("—", "–") and index == verb + 1
        if (token.text == ":" or is_dash) and _hangs_close(about, verb, index):
            rest = tree.trimmed(list(range(index + 1, sentence.stop)))
            if rest and about.quotes.at(tree.tokens[verb].start) == about.quotes.at(
                tree.tokens[rest[0]].start
            ):
                yield Reading("clause", rest[0], tuple(rest))
            return
        if tree.is_verb(index) and tree.tokens[index].dep not in ("acl", "acl:relcl"):
            return


def _unmarked(about: Passage, verb: int) -> Iterator[Reading]:
    """написали, мол, всё хорошо; пишет что учения: by the word after the verb, where the parser
    finds no clause."""
    tree = about.tree
    sentence = sentence_of(tree, verb)
    index = verb + 1
    if index < sentence.stop and tree.tokens[index].text == ",":
        index += 1
    if index >= sentence.stop or not (about.does(index, "that") or about.does(index, "hearsay")):
        return
    joined = (index,) if about.does(index, "hearsay") else ()
    first = index + len(joined)
    if first < sentence.stop and tree.tokens[first].text == ",":
        first += 1
    last = first
    while last < sentence.stop and not _ends_unmarked(about, last, bool(joined)):
        last += 1
    rest = tree.trimmed(list(range(first, last)))
    if rest:
        yield Reading("clause", rest[0], tuple(rest), joined)


def _ends_unmarked(about: Passage, index: int, is_open: bool) -> bool:
    text = about.tree.tokens[index].text
    return text in (".", ";", "?", "!") or (text == "," and not is_open)


def _hangs_close(about: Passage, verb: int, colon: int) -> bool:
    """Whether only the verb's own words stand between it and the colon."""
    own = set(about.tree.phrase(verb))
    between = [i for i in range(verb + 1, colon) if about.tree.tokens[i].pos != "PUNCT"]
    return all(i in own for i in between)


def _infinitives(about: Passage, verb: int) -> Iterator[Reading]:
    """призвал жителей не выходить: the infinitive with those who are meant to do it."""
    tree = about.tree
    for index in tree.children[verb]:
        token = tree.tokens[index]
        if token.dep not in _INFINITIVES or not is_infinitive(tree, index):
            continue
        words = set(tree.phrase(index))
        first = min(words)
        for other in tree.children[verb]:
            is_addressed = tree.tokens[other].dep in _ADDRESSED and case_of(tree, other) in _DOERS
            if (
                is_addressed
                and governed(tree, other).startswith(":")
                and _is_between(verb, other, index)
            ):
                words.update(tree.phrase(other))
                if verb < other < first:
                    words.update(range(min(tree.phrase(other)), first))
        yield Reading("infinitive", index, tuple(sorted(words)))
        return
    near = _next_infinitive(about, verb)
    if near is not None:
        yield Reading("infinitive", near, tuple(tree.phrase(near)))


def _next_infinitive(about: Passage, verb: int) -> int | None:
    """пообещав, однако, рассмотреть: the infinitive close by that the parser gave to another."""
    tree = about.tree
    for index in range(verb + 1, min(verb + _NEAR, len(tree.tokens))):
        if is_infinitive(tree, index):
            return index if not verb < tree.tokens[index].head < index else None
        if tree.is_verb(index) or tree.tokens[index].text in (".", ":", ";"):
            return None
    return None


_NEAR = 6  # tokens
_DOERS = ("acc", "dat", "gen")


def _is_between(verb: int, other: int, index: int) -> bool:
    return verb < other < index or verb < index < other


def _with_rest(about: Passage, verb: int, frames: frozenset[str]) -> Iterator[Reading]:
    """обвинил власти в сговоре, назвал отчёт ошибкой: the object and what is said of it."""
    tree = about.tree
    wanted = {frame.removeprefix("rest:") for frame in frames if frame.startswith("rest:")}
    if not wanted:
        return
    thing = _object(about, verb)
    inner = [] if thing is None else [i for i in tree.phrase(thing) if i > max(thing, verb)]
    for index in (*tree.children[verb], *inner):
        if index == thing or tree.tokens[index].dep in ("punct", "nsubj", "aux"):
            continue
        if governed(tree, index) in wanted or _is_predicate(about, index, wanted):
            words = set(tree.phrase(index))
            if thing is not None:
                words.update(tree.phrase(thing))
            elif ":ins" not in wanted:
                continue
            yield Reading("object-and-rest", index, tuple(sorted(words)))


def _is_predicate(about: Passage, index: int, wanted: set[str]) -> bool:
    tree, token = about.tree, about.tree.tokens[index]
    if "как" in wanted and any(
        tree.tokens[i].text.casefold() == "как" for i in tree.children[index]
    ):
        return token.pos in ("NOUN", "ADJ", "PROPN", "VERB")
    in_quotes = about.quotes.at(token.start) is not None
    return "nom" in wanted and in_quotes and token.dep in ("xcomp", "obl", "appos", "obj", "nmod")


def _object(about: Passage, verb: int) -> int | None:
    """The object in the accusative, or in the genitive under a negation."""
    for index in about.tree.children[verb]:
        token = about.tree.tokens[index]
        if token.dep in ("obj", "iobj") and governed(about.tree, index)[0] == ":":
            return index
    return about.tree.child(verb, ("nsubj:pass",))


def _nouns(about: Passage, verb: int, frames: frozenset[str]) -> Iterator[Reading]:
    tree = about.tree
    for index in tree.children[verb]:
        token = tree.tokens[index]
        is_noun = token.dep in _NOMINAL and token.pos not in ("PUNCT", "ADV")
        if not is_noun or is_infinitive(tree, index):
            continue
        how = governed(tree, index)
        if _is_about(about, index, frames, how):
            yield Reading("preposition", index, tuple(tree.phrase(index)))
        elif _is_thing(about, index, frames, how):
            yield Reading("object", index, tuple(tree.phrase(index)))


def _is_about(about: Passage, index: int, frames: frozenset[str], how: str) -> bool:
    if how in frames and how != ":gen" and _is_said(about, index):
        return True
    return "о:event" in frames and how == "о:loc" and is_event(about, index)


def _is_thing(about: Passage, index: int, frames: frozenset[str], how: str) -> bool:
    dep = about.tree.tokens[index].dep
    if dep == "obj" and how[0] == ":" and _takes(about, index, frames, how):
        return True
    return how == ":gen" and ":gen" in frames and dep in ("obl", "iobj")


def _is_said(about: Passage, index: int) -> bool:
    """Not a name, a time or the one who is told."""
    if about.does(index, "this"):
        return True
    token = about.tree.tokens[index]
    if "Animacy=Anim" in token.feats and not about.does(index, "event"):
        return False
    return about.names.get(index) is None or token.pos == "NOUN"


def _takes(about: Passage, index: int, frames: frozenset[str], how: str) -> bool:
    if "Animacy=Anim" in about.tree.tokens[index].feats and not about.does(index, "event"):
        return False
    if "object" in frames:
        return True
    if ":gen" in frames and how == ":gen":
        return True
    return "object:event" in frames and is_event(about, index)
