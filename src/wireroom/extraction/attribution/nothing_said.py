"""What is refused, and what is had none of: refused to confirm; no evidence that; no comment on."""

from wireroom.extraction.attribution.drafts import Draft
from wireroom.extraction.attribution.frames import verb_group
from wireroom.extraction.attribution.lexicon import Lexicon
from wireroom.extraction.attribution.sources.subjects import NOBODY, Subject, subject_of
from wireroom.extraction.attribution.syntax import Tree

_CONTENT = ("ccomp", "dobj", "obj", "acl", "relcl", "pcomp", "pobj")
_PREPOSITIONS = ("prep",)
_SAYING = ("reveal", "admit")


def refusal_draft(tree: Tree, verb: int, lexicon: Lexicon) -> Draft | None:
    """Refused to confirm or deny X: both verbs are the cue, and X is the content."""
    if lexicon.silence.get(tree.tokens[verb].lemma.casefold()) != "refuse":
        return None
    inner = tree.child(verb, ("xcomp",))
    if inner is None or inner < verb or not _is_said(tree, inner, lexicon):
        return None
    last = max([inner, *(i for i in tree.children[inner] if tree.tokens[i].dep == "conj")])
    if last != inner and not _is_said(tree, last, lexicon):
        last = inner
    cue = {*verb_group(tree, verb), *range(verb + 1, last + 1), *verb_group(tree, last)}
    return _draft(tree, inner, cue, (last, inner), subject_of(tree, verb))


def nothing_draft(tree: Tree, noun: int, lexicon: Lexicon) -> Draft | None:
    """Found no evidence that X, has no comment on X, there is no sign of X: with the verb."""
    determiner = tree.child(noun, ("det",))
    if determiner is None or not tree.does(determiner, "nobody"):
        return None
    lemma, verb = tree.tokens[noun].lemma.casefold(), tree.tokens[noun].head
    known = [s for s in lexicon.standings.get(lemma, ()) if s.words == ("no", lemma)]
    if not known or known[0].stance == "asserts":
        return None
    if not tree.is_verb(verb) or noun < verb:
        return None
    subject = subject_of(tree, verb)
    if subject.head is not None and tree.does(subject.head, "empty"):
        subject = NOBODY
    cue = {*verb_group(tree, verb), *range(determiner, noun + 1)}
    return _draft(tree, noun, cue, (noun, verb), subject)


def _is_said(tree: Tree, verb: int, lexicon: Lexicon) -> bool:
    lemma = tree.tokens[verb].lemma.casefold()
    families = {word.family for word in lexicon.verbs.get(lemma, ())}
    known = bool(families & {"speech", "stance"}) or lexicon.silence.get(lemma) in _SAYING
    is_listed = any(len(s.words) == 1 for s in lexicon.standings.get(lemma, ()))
    return known or (is_listed and "wish" not in families) or _is_ruled_out(tree, verb)


def _is_ruled_out(tree: Tree, verb: int) -> bool:
    return tree.tokens[verb].lemma == "rule" and tree.child(verb, ("prt",)) is not None


def _draft(
    tree: Tree, head: int, cue: set[int], governors: tuple[int, int], subject: Subject
) -> Draft | None:
    """The draft with the first complement of the governors as its content."""
    for governor in governors:
        for index in tree.children[governor]:
            thing: int | None = index
            opens: set[int] = set()
            if tree.tokens[index].dep in _PREPOSITIONS:
                thing = tree.child(index, ("pobj", "pcomp"))
                opens = {index}
            if thing is None or thing in cue or tree.tokens[thing].dep not in _CONTENT:
                continue
            words = tree.trimmed([i for i in tree.phrase(thing) if i not in cue])
            if words and words[0] > min(cue):
                source = tuple(i for i in subject.words if i not in cue and i not in words)
                return Draft(
                    head,
                    "clause",
                    tuple(sorted(cue | opens)),
                    source,
                    subject.head if source else None,
                    tree.spans(words),
                    thing,
                    words[0],
                )
    return None
