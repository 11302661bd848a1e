"""«…», — приводит слова президента ТАСС: the agency cites, and the president speaks."""

from dataclasses import replace

from wireroom.extraction.attribution.drafts import Draft
from wireroom.extraction.attribution.russian.grammar import case_of
from wireroom.extraction.attribution.russian.passage import Passage
from wireroom.extraction.attribution.russian.subjects import owner_of, whole

_PEOPLE = ("person", "office", "witness")


def cited_draft(about: Passage, draft: Draft) -> Draft | None:
    """The one whose words the source of the draft passes on, as a draft within it."""
    tree, verb = about.tree, draft.head
    if not about.does(verb, "cites") or not draft.content:
        return None
    for index in tree.children[verb]:
        if tree.tokens[index].dep not in ("obj", "obl", "iobj"):
            continue
        if about.does(index, "words"):
            owner = owner_of(about, index, set())
            if owner.head is not None:
                return _within(draft, index, (index,), owner.words, owner.head)
        elif case_of(tree, index) in ("acc", "gen") and _is_person(about, index):
            found = whole(about, index)
            return _within(draft, index, (), found.words, index)
    return None


def _is_person(about: Passage, index: int) -> bool:
    entity = about.names.get(index)
    kind = about.lists.nouns.get(about.lemma(index), (None, ""))[0]
    return kind in _PEOPLE or (entity is not None and entity.type == "PERSON")


def _within(
    draft: Draft, head: int, cue: tuple[int, ...], source: tuple[int, ...], source_head: int
) -> Draft:
    words = tuple(i for i in source if i not in cue)
    return replace(
        draft,
        head=head,
        frame="source-preposition",
        cue=cue,
        source=words,
        source_head=source_head,
        within=draft.head,
        stance=None,
    )
