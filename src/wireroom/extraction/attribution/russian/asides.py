"""What stands aside from what is said: по словам мэра; как сообщает газета; …, сообщил мэр."""

from collections.abc import Sequence
from dataclasses import dataclass

from wireroom.extraction.attribution.drafts import Draft
from wireroom.extraction.attribution.russian.cues import group_of
from wireroom.extraction.attribution.russian.grammar import (
    governed,
    is_finite,
    is_infinitive,
    root_of,
    sentence_of,
)
from wireroom.extraction.attribution.russian.passage import Passage
from wireroom.extraction.attribution.russian.regions import around
from wireroom.extraction.attribution.russian.subjects import (
    is_nobodys,
    speaker_of,
    whole,
)
from wireroom.extraction.attribution.sources.subjects import NOBODY, Subject
from wireroom.extraction.attribution.syntax import Tree

_LONGEST = 60  # tokens of a parenthesis
_NOUNS = ("NOUN", "PROPN", "PRON", "X")
_MODIFIERS = ("DET", "ADJ", "PRON", "NUM")
_OPENS = (",", "—", "–", "-", "(", ";", ":")
_CLOSES = (",", ".", "—", "–", "-", ")", ";", ":", "!", "?", "…", "...")


@dataclass(frozen=True, slots=True)
class _Match:
    """A set phrase: its words, what stands between them, and its last noun."""

    cue: tuple[int, ...]
    between: tuple[int, ...]
    noun: int
    name: str


def phrase_draft(about: Passage, index: int) -> Draft | None:
    """По словам X, по её мнению, согласно докладу, со ссылкой на X: with their source."""
    match = _match(about, index)
    if match is None:
        return None
    subject, cue = _source(about, match)
    if subject.head is None and not cue:
        return None
    words = sorted({*match.cue, *match.between, *subject.words})
    if any(about.tree.tokens[i].sentence != about.tree.tokens[index].sentence for i in words):
        return None
    top = _top(about.tree, match.noun, set(words))
    content = around(about, words, about.tree.tokens[top].head if top is not None else None)
    if not content:
        return None
    citing = match.name in about.lexicon.citing
    return Draft(
        index,
        "source-preposition",
        cue,
        subject.words,
        subject.head,
        about.tree.spans(content),
        root_of(about.tree, content),
        content[0],
        within=_citer(about, top) if citing and top is not None else None,
    )


def _match(about: Passage, index: int) -> _Match | None:
    tree = about.tree
    for words in about.lexicon.phrases.get(tree.tokens[index].text.casefold(), ()):
        cue, place = [index], index + 1
        between: list[int] = []
        for word in words[1:]:
            while place < len(tree.tokens) and tree.tokens[place].text.casefold() != word:
                if tree.tokens[place].pos not in _MODIFIERS or len(between) > 2:
                    break
                between.append(place)
                place += 1
            if place >= len(tree.tokens) or tree.tokens[place].text.casefold() != word:
                break
            cue.append(place)
            place += 1
        else:
            return _Match(tuple(cue), tuple(between), cue[-1], " ".join(words))
    return None


def _source(about: Passage, match: _Match) -> tuple[Subject, tuple[int, ...]]:
    """The source of a set phrase, with the words that are left for the cue."""
    tree = about.tree
    for index in match.between:
        if about.does(index, "his"):
            rest = [i for i in match.between if i != index]
            return Subject(index, (index,)), tuple(sorted({*match.cue, *rest}))
    after = _after(about, match)
    if after is not None:
        return after, tuple(sorted({*match.cue, *match.between}))
    every = tuple(sorted({*match.cue, *match.between}))
    if tree.tokens[match.noun].pos != "NOUN":
        return NOBODY, match.cue if about.does(match.cue[0], "as") else ()
    if match.between and about.does(match.noun, "data"):
        return Subject(match.noun, (*match.between, match.noun)), match.cue[:1]
    return NOBODY, every if match.between or about.does(match.noun, "data") else ()


def _after(about: Passage, match: _Match) -> Subject | None:
    """The noun that the set phrase governs: the genitive after it, or what its preposition
    takes."""
    tree, last = about.tree, match.cue[-1]
    if tree.tokens[last].pos != "NOUN":
        head = tree.tokens[last].head if tree.tokens[last].head > last else None
        if head is None:
            below = sorted({i for word in match.cue for i in tree.children[word] if i > last})
            head = next((i for i in below if tree.tokens[i].pos in _NOUNS), None)
        return None if head is None else _from(whole(about, head), last)
    for index in tree.children[last]:
        is_owner = tree.tokens[index].dep in ("nmod", "appos", "flat:name", "flat", "obl")
        if index > last and is_owner and governed(tree, index) != "о:loc":
            found = _from(whole(about, index), last)
            skipped = {i for i in found.words if tree.tokens[i].dep == "case" and i < index}
            return Subject(index, tuple(i for i in found.words if i not in skipped))
    return None


def _from(subject: Subject, last: int) -> Subject:
    return Subject(subject.head, tuple(i for i in subject.words if i > last))


def _top(tree: Tree, index: int, inside: set[int]) -> int | None:
    """The word of the phrase that hangs on the rest of the sentence."""
    for _ in range(len(inside) + 1):
        head = tree.tokens[index].head
        if head == index:
            return None
        if head not in inside:
            return index
        index = head
    return None


def _citer(about: Passage, top: int) -> int | None:
    """The cue of the one who cites: «Деловой Север» со ссылкой на X *пишет*."""
    index = about.tree.tokens[top].head
    for _ in range(4):
        if about.verb(index) is not None:
            return index
        index = about.tree.tokens[index].head
    return None


def aside_draft(about: Passage, verb: int) -> Draft | None:
    """…, сообщил мэр; как сообщает газета, …; говорят, …: a clause that is set off."""
    cue = about.verb(verb)
    is_told = is_finite(about.tree, verb) or "Variant=Short" in about.tree.tokens[verb].feats
    if cue is None or "beside" not in cue.frames or not is_told:
        return None
    subject, group = speaker_of(about, verb), group_of(about, verb)
    words = _set_off(about, verb, subject, group)
    if not words or (subject.head is not None and subject.head not in words):
        return None
    if subject.head is None and not is_nobodys(about, verb):
        return None
    opens = about.does(words[0], "as")
    if _has_object(about, verb):
        return None
    content = around(about, words, about.tree.tokens[verb].head)
    content = [i for i in content if i not in subject.words]
    if not content or not _is_clause(about, content):
        return None
    return Draft(
        verb,
        "beside",
        tuple(sorted({*group, *words[:1]} if opens else group)),
        tuple(i for i in subject.words if i not in group),
        subject.head,
        about.tree.spans(content),
        root_of(about.tree, content),
        content[0],
    )


def _set_off(about: Passage, verb: int, subject: Subject, group: set[int]) -> list[int]:
    """The words of the cue's clause where punctuation parts them from the rest; else none."""
    tree = about.tree
    sentence = sentence_of(tree, verb)
    first = last = verb
    own = {*group, *subject.words, *_small(about, verb)}
    while first > sentence.start and verb - first < _LONGEST:
        if first - 1 not in own and tree.tokens[first - 1].text in _OPENS:
            break
        first -= 1
    while last + 1 < sentence.stop and last - verb < _LONGEST:
        if last + 1 not in own and tree.tokens[last + 1].text in _CLOSES:
            break
        last += 1
    words = list(range(first, last + 1))
    is_whole = first == sentence.start and last + 2 >= sentence.stop
    if (
        is_whole
        or any(i not in own and not _may_follow(tree, i, verb) for i in words)
        or _is_joined(about, words[0])
    ):
        return []
    return words


def _may_follow(tree: Tree, index: int, verb: int) -> bool:
    """Whether a word after the verb is no statement: to whom and by whose word it is."""
    return index > verb and not is_finite(tree, index)


def _small(about: Passage, verb: int) -> set[int]:
    """Whom, where and when: what may stand in the parenthesis beside the verb and its subject."""
    tree = about.tree
    found: set[int] = set()
    for index in tree.children[verb]:
        token = tree.tokens[index]
        if token.dep in ("obl", "iobj", "advmod", "mark", "nmod", "obj", "cc", "discourse", "case"):
            phrase = tree.phrase(index)
            if not any(tree.is_verb(i) and is_finite(tree, i) for i in phrase):
                found.update(phrase)
    return found


def _is_joined(about: Passage, first: int) -> bool:
    """Whether a conjunction ties the words to what stands before them."""
    token = about.tree.tokens[first]
    if about.does(first, "as"):
        return False
    return token.pos in ("CCONJ", "SCONJ") or about.does(first, "relative")


def _is_clause(about: Passage, content: Sequence[int]) -> bool:
    """Whether what is left is a statement: it has a predicate, or is a part of a quotation."""
    tree = about.tree
    if about.quotes.at(tree.tokens[content[0]].start) is not None:
        return True
    if about.does(content[0], "relative"):
        return False
    return any(
        (is_finite(tree, i) and tree.tokens[i].dep not in _DESCRIBING)
        or "Variant=Short" in tree.tokens[i].feats
        or tree.tokens[i].dep in ("root", "csubj")
        or (tree.tokens[i].dep in _SUBJECTS and tree.tokens[tree.tokens[i].head].dep == "root")
        for i in content
    )


_DESCRIBING = ("acl:relcl", "acl")
_SUBJECTS = ("nsubj", "nsubj:pass")


def _has_object(about: Passage, verb: int) -> bool:
    """Whether the verb has a thing of its own, which is what it says: опубликовал видео."""
    for index in about.tree.children[verb]:
        if is_infinitive(about.tree, index):
            return True
        is_thing = about.tree.tokens[index].dep == "obj" and governed(about.tree, index) == ":acc"
        if is_thing and not about.does(index, "words"):
            return "Animacy=Anim" not in about.tree.tokens[index].feats
    return False
