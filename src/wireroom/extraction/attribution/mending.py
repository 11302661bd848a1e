"""Drafts whose source a model has cut a little wrong: an empty "there", an ending alone,
a comma at the edge."""

import re
from dataclasses import replace

from wireroom.extraction.attribution.drafts import Draft
from wireroom.extraction.attribution.frames import owner_of
from wireroom.extraction.attribution.lexicon import Lexicon
from wireroom.extraction.attribution.syntax import Tree
from wireroom.records.spans import Span

_EDGES = {",", ";", "—", "–"}
_LONGEST_GAP = 15  # tokens
_LABEL = re.compile(r"([^\W\d_][\w ]{1,20}):\s+(?=\w)")


def mended(tree: Tree, draft: Draft, lexicon: Lexicon) -> Draft:
    """The draft with the words of its source and the beginning of its content put right."""
    return _without_label(
        tree, _with_whole_phrase(tree, _with_source(tree, draft), lexicon), lexicon
    )


def _with_whole_phrase(tree: Tree, draft: Draft, lexicon: Lexicon) -> Draft:
    """One of the divers, who asked not to be | named, said: up to the cue, if that is all the
    source's own phrase."""
    if not draft.source or draft.source_head is None or draft.chance is None:
        return draft
    gap = range(draft.source[-1] + 1, draft.cue[0])
    if not 0 < len(gap) <= _LONGEST_GAP or tree.tokens[gap[-1]].text not in _EDGES:
        return draft
    if any(lexicon.silence.get(tree.tokens[i].lemma.casefold()) == "cite" for i in gap):
        return draft  # whoever is quoted by another one is no part of that one
    phrase = set(tree.phrase(draft.source_head))
    if not all(i in phrase or tree.tokens[i].text in _EDGES for i in gap):
        return draft
    words = tree.trimmed([*draft.source, *gap])
    inside = any(span.overlaps(own) for own in tree.spans(words) for span in draft.content)
    return draft if inside else replace(draft, source=tuple(words))


def _without_label(tree: Tree, draft: Draft, lexicon: Lexicon) -> Draft:
    """EXCLUSIVE: Company knew of the leak, documents show."""
    if not draft.content:
        return draft
    first, *rest = draft.content
    label = _LABEL.match(tree.text, first.start, first.end)
    if label is None or label.group(1).casefold() not in lexicon.labels:
        return draft
    return replace(draft, content=(Span(label.end(), first.end), *rest))


def _with_source(tree: Tree, draft: Draft) -> Draft:
    source = draft.source
    while source and tree.tokens[source[-1]].text in _EDGES:
        source = source[:-1]
    if len(source) == 1 and tree.tokens[source[0]].dep == "case":
        owner = owner_of(tree, tree.tokens[tree.tokens[source[0]].head].head)
        words = tuple(i for i in owner.words if i not in draft.cue)
        return replace(draft, source=words, source_head=owner.head if words else None)
    if _is_nobody(tree, draft, source):
        return replace(draft, source=(), source_head=None)
    if source == draft.source:
        return draft
    head = draft.source_head if draft.source_head in source else (source or (None,))[-1]
    return replace(draft, source=source, source_head=head)


def _is_nobody(tree: Tree, draft: Draft, source: tuple[int, ...]) -> bool:
    """There were reports that …; it is feared that …"""
    if len(source) != 1 or not tree.does(source[0], "empty"):
        return False
    token = tree.tokens[source[0]]
    is_passive = any(tree.tokens[i].dep in ("auxpass", "aux:pass") for i in draft.cue)
    return token.dep == "expl" or is_passive
