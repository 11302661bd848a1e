"""What another sentence holds: об этом сообщил мэр; так считает эксперт; позже добавил: …"""

from dataclasses import replace

from wireroom.extraction.attribution.drafts import Draft
from wireroom.extraction.attribution.russian.cues import group_of
from wireroom.extraction.attribution.russian.grammar import (
    feature,
    governed,
    is_finite,
    sentence_of,
)
from wireroom.extraction.attribution.russian.passage import Passage
from wireroom.extraction.attribution.russian.subjects import is_nobodys, speaker_of, whole
from wireroom.records.spans import Span

_SHORT = 2  # tokens: об этом


def with_sentence_before(about: Passage, draft: Draft) -> Draft:
    """The draft; where its content is only "об этом", with the sentence before as its content."""
    if not _points_back(about, draft):
        return draft
    span = _clause_before(about, draft) or sentence_before(about, draft.head)
    return draft if span is None else replace(draft, content=(span,), content_head=None)


def _clause_before(about: Passage, draft: Draft) -> Span | None:
    """…, об этом сообщает газета: what stands before the comma."""
    tree = about.tree
    first = min((i for i in tree.phrase(draft.content_head or draft.head)), default=draft.head)
    before = [i for i in sentence_of(tree, draft.head) if i < first]
    if not before or tree.tokens[before[-1]].text not in (",", "—", "–", ";"):
        return None
    words = tree.trimmed(before)
    return Span(tree.tokens[words[0]].start, tree.tokens[words[-1]].end) if words else None


def sentence_before(about: Passage, index: int) -> Span | None:
    """The sentence before that of the token; a quotation that it ends, in whole."""
    tree = about.tree
    here = sentence_of(tree, index)
    if not here.start:
        return None
    words = tree.trimmed(list(sentence_of(tree, here.start - 1)))
    if not words:
        return None
    span = Span(tree.tokens[words[0]].start, tree.tokens[words[-1]].end)
    number = about.quotes.at(span.start)
    if number is not None and about.quotes[number].end >= span.end:
        return about.quotes[number].span
    return span


def _points_back(about: Passage, draft: Draft) -> bool:
    head = draft.content_head
    if head is None or not about.does(head, "this"):
        return False
    tree = about.tree
    is_about = governed(tree, head) == "о:loc" and len(tree.phrase(head)) <= _SHORT
    opens = head - sentence_of(tree, draft.head).start <= _SHORT
    return is_about and (opens or tree.tokens[head - _SHORT].text in (",", "—", "–", ";"))


def pointing_back(about: Passage, verb: int) -> Draft | None:
    """Так считает эксперт; такое заявление сделал мэр: the sentence before is what is said."""
    tree = about.tree
    cue = about.verb(verb)
    first = sentence_of(tree, verb).start
    pointer = next((i for i in tree.children[verb] if about.does(i, "so")), None)
    if cue is None or pointer is None or pointer - first > 1 or cue.family not in _SAYS:
        return None
    span = sentence_before(about, verb)
    if span is None:
        return None
    subject = speaker_of(about, verb)
    group = {*group_of(about, verb), pointer}
    source = tuple(i for i in subject.words if i not in group)
    return Draft(verb, "beside", tuple(sorted(group)), source, subject.head, (span,))


_SAYS = ("speech", "thought")


def with_source_before(about: Passage, draft: Draft) -> Draft:
    """Where a verb leaves its subject out, the one of the sentence before: … и отвечает."""
    tree, verb = about.tree, draft.head
    if draft.source or not is_finite(tree, verb) or is_nobodys(about, verb):
        return draft
    is_main = tree.tokens[verb].head == verb or tree.tokens[verb].dep == "root"
    first = sentence_of(tree, verb).start
    if not is_main or feature(tree, verb, "Person") in ("1", "2") or not first:
        return draft
    if _is_first_of_paragraph(about, first):
        return draft
    before = sentence_of(tree, first - 1)
    for index in before:
        token = tree.tokens[index]
        main = token.head
        if token.dep != "nsubj" or tree.tokens[main].head != main:
            continue
        if _is_the_same(about, index, verb):
            found = whole(about, index)
            return replace(draft, source=found.words, source_head=index)
    return draft


def _is_first_of_paragraph(about: Passage, index: int) -> bool:
    tokens = about.tree.tokens
    return "\n" in about.tree.text[tokens[index - 1].end : tokens[index].start]


def _is_the_same(about: Passage, subject: int, verb: int) -> bool:
    """Whether the subject agrees with the verb, and is somebody."""
    tree = about.tree
    if feature(tree, subject, "Number") != feature(tree, verb, "Number"):
        return False
    gender = feature(tree, verb, "Gender")
    if gender and feature(tree, subject, "Gender") not in (gender, ""):
        return False
    is_living = feature(tree, subject, "Animacy") == "Anim"
    return (
        is_living
        or tree.tokens[subject].pos == "PRON"
        or about.lemma(subject) in (about.lists.nouns)
    )
