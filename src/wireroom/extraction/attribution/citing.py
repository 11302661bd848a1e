"""Who is quoted by whom: Reuters quoted X as saying; X, cited by Reuters; X, citing Y."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from wireroom.extraction.attribution.drafts import Draft
from wireroom.extraction.attribution.frames import verb_group
from wireroom.extraction.attribution.lexicon import Lexicon
from wireroom.extraction.attribution.phrases import clause_of
from wireroom.extraction.attribution.quoted import without
from wireroom.extraction.attribution.syntax import LONGEST_PHRASE, Tree
from wireroom.records.spans import Span

_HANGS_ON = ("acl", "advcl", "relcl", "conj", "parataxis")
_GAP = 2  # characters between two spans of content: a comma and a space


def cited_drafts(tree: Tree, verb: int, lexicon: Lexicon) -> Iterator[Draft]:
    """A verb of citing in the passive, or with "as saying": whoever cites, and whoever is cited."""
    if lexicon.silence.get(tree.tokens[verb].lemma.casefold()) != "cite":
        return
    said = _as_saying(tree, verb)
    if said is not None:
        inner = _quoted(tree, verb, said)
        if inner is not None:
            yield inner
    outer = _by_agent(tree, verb, said)
    if outer is not None:
        yield outer


def _as_saying(tree: Tree, verb: int) -> int | None:
    """Of quoted X as saying, "saying"."""
    for index in tree.children[verb]:
        if tree.does(index, "as") and index > verb:
            return tree.child(index, ("pcomp",))
    return None


def _quoted(tree: Tree, verb: int, said: int) -> Draft | None:
    """Whoever is quoted: the object of the verb, its subject if that is passive."""
    who = tree.child(verb, tree.relations.passive)
    is_passive = who is not None
    if who is None:
        who = tree.child(verb, tree.relations.thing)
    clause = tree.child(said, tree.relations.clause)
    if who is None:
        return None
    words = tree.trimmed(tree.phrase(who))
    if clause is not None:
        content = tree.trimmed(tree.phrase(clause))
    else:
        content = _before(tree, verb, words)
    if not content or not words:
        return None
    has_agent = _agent(tree, verb, said) is not None
    cue = {said}
    if is_passive and not has_agent:
        cue = {*verb_group(tree, verb), *range(verb + 1, said + 1)}
    head = clause if clause is not None else content[-1]
    return Draft(
        said,
        "clause",
        tuple(sorted(cue)),
        tuple(words),
        who,
        tree.spans(content),
        head,
        content[0],
    )


def _before(tree: Tree, verb: int, source: Sequence[int]) -> list[int]:
    """The words of the sentence before a source that a comma sets off: The dam is safe, X …"""
    first = source[0]
    if first < 2 or tree.tokens[first - 1].text != ",":
        return []
    return tree.trimmed(list(range(_sentence(tree, verb)[0], first - 1)))


def _sentence(tree: Tree, index: int) -> tuple[int, int]:
    """The first token of a token's sentence, and the one after its last; not farther than a
    phrase may reach."""
    same, first, after = tree.tokens[index].sentence, index, index + 1
    while first > max(0, index - LONGEST_PHRASE) and tree.tokens[first - 1].sentence == same:
        first -= 1
    while after < min(len(tree.tokens), index + LONGEST_PHRASE) and (
        tree.tokens[after].sentence == same
    ):
        after += 1
    return first, after


def _agent(tree: Tree, verb: int, said: int | None) -> int | None:
    """Of quoted by X, "by"; a parser may hang it on "saying"."""
    for index in (*tree.children[verb], *(tree.children[said] if said is not None else ())):
        if index > verb and tree.tokens[index].dep in ("agent", "prep") and tree.does(index, "by"):
            return index if tree.child(index, ("pobj",)) is not None else None
    return None


def _by_agent(tree: Tree, verb: int, said: int | None) -> Draft | None:
    """Whoever cites, with all of the sentence but the words for that as the content."""
    by = _agent(tree, verb, said)
    thing = None if by is None else tree.child(by, ("pobj",))
    if by is None or thing is None or tree.tokens[by].text.casefold() == "from":
        return None
    source = tree.trimmed(tree.phrase(thing))
    token = tree.tokens[verb]
    group = set(verb_group(tree, verb))
    if said is None and (token.dep not in _HANGS_ON or token.head == verb):
        return None
    clause = clause_of(tree, verb if said is not None else token.head)
    whole = tree.phrase(clause) if said is None else [*range(*_sentence(tree, verb))]
    whole = [i for i in range(whole[0], whole[-1] + 1) if tree.tokens[i].sentence == token.sentence]
    taken = {*source, *group, by}
    content = tree.trimmed([i for i in whole if i not in taken])
    if len(content) < 2 or not source:
        return None
    holes = tree.spans([*source, *group, by])
    spans = without(tuple(_hull(tree, content)), holes, tree.text)
    cue = tuple(sorted({*group, by}))
    return Draft(verb, "cited", cue, tuple(source), thing, spans, clause, content[0])


def _hull(tree: Tree, words: Sequence[int]) -> Iterator[Span]:
    yield Span(tree.tokens[words[0]].start, tree.tokens[words[-1]].end)


def with_links_apart(tree: Tree, drafts: Sequence[Draft]) -> list[Draft]:
    """X, citing Y, writes Z: neither X nor Z has the words "citing Y". X said that, according to
    Y, Z: what X said has all of them."""
    citing = [draft for draft in drafts if draft.within is not None and draft.source]
    cited = [draft for draft in drafts if draft.frame == "cited"]
    found = []
    for draft in drafts:
        for link in citing:
            if link.within == draft.head and link is not draft:
                draft = _apart(tree, draft, link)
        for link in cited:
            if link is not draft:
                draft = replace(draft, content=_less(tree, draft, link))
        found.append(_filled(tree, draft, drafts))
    return found


def _apart(tree: Tree, draft: Draft, link: Draft) -> Draft:
    words = {*link.cue, *link.source}
    source = draft.source
    if words.intersection(source):
        first = min(words.intersection(source))
        source = tuple(tree.trimmed([i for i in source if i < first]))
    span = Span(tree.tokens[min(words)].start, tree.tokens[max(words)].end)
    content = without(draft.content, [span], tree.text)
    opens = bool(draft.content) and span.start <= draft.content[0].start
    if (not source and draft.source) or not content:
        return draft
    head = draft.source_head if draft.source_head in source else (source or (None,))[-1]
    return replace(
        draft, source=source, source_head=head, content=content if opens else draft.content
    )


def _less(tree: Tree, draft: Draft, link: Draft) -> tuple[Span, ...]:
    """The content without "cited by Y" at its beginning."""
    words = {*link.cue, *link.source}
    span = Span(tree.tokens[min(words)].start, tree.tokens[max(words)].end)
    opens = bool(draft.content) and span.start <= draft.content[0].start < span.end
    return (without(draft.content, [span], tree.text) if opens else ()) or draft.content


def _filled(tree: Tree, draft: Draft, drafts: Sequence[Draft]) -> Draft:
    """With the words between two spans of content that are all of another link's source or cue."""
    if len(draft.content) < 2 or draft.kind is not None:
        return draft
    mine = {*draft.cue, *draft.source}
    found = [draft.content[0]]
    for span in draft.content[1:]:
        between = Span(found[-1].end, span.start)
        inside = [
            link
            for link in drafts
            if link is not draft and link.source and _is_all(tree, link, between, mine)
        ]
        if inside:
            found[-1] = Span(found[-1].start, span.end)
        else:
            found.append(span)
    return replace(draft, content=tuple(found))


def _is_all(tree: Tree, link: Draft, between: Span, mine: set[int]) -> bool:
    """Whether the gap is filled by the words of the link, but for a comma."""
    words = {*link.cue, *link.source}
    if words & mine:
        return False
    inside = [i for i in words if between.covers(Span(tree.tokens[i].start, tree.tokens[i].end))]
    if not inside:
        return False
    length = sum(tree.tokens[i].end - tree.tokens[i].start for i in inside)
    rest = between.end - between.start - length - len(inside)
    return rest <= _GAP
