"""The people of a passage: every mention, the fullest name, the offices that go with it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from wireroom.extraction.attribution.sources.forms import in_plain_form
from wireroom.extraction.attribution.sources.lists import SourceLists
from wireroom.extraction.attribution.syntax import Tree
from wireroom.records.annotations import Entity
from wireroom.records.spans import Span
from wireroom.text.folding import fold

_INITIALS = re.compile(r"\s?\(([^\W\d_]{2,4})\)")
_MISTAKEN = ("ORGANIZATION", "GROUP", "WORK", "FACILITY")
_ROLE_RELATIONS = {"compound", "amod", "nmod", "appos", "flat:name", "flat"}


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention of a person. ``head`` is a token index; ``gender`` m, f or empty."""

    head: int
    sentence: int
    span: Span
    name: str
    gender: str
    is_subject: bool


class People:
    """Who is named in one passage, and what they are called elsewhere in it."""

    def __init__(self, tree: Tree, entities: Sequence[Entity], lists: SourceLists) -> None:
        self._tree = tree
        self._lists = lists
        starts = [token.start for token in tree.tokens]
        persons = in_plain_form(tree, _persons(entities, lists))
        persons += _overlooked(tree, entities, persons, lists)
        persons.sort(key=lambda entity: entity.span)
        self._fullest = _fullest_names(persons)
        self.mentions: list[Mention] = []
        self._roles: dict[str, list[Mention]] = {}
        self._gender: dict[str, str] = {}
        for entity in persons:
            indexes = range(bisect_left(starts, entity.start), bisect_left(starts, entity.end))
            if indexes:
                self._add(entity, indexes)
        self._by_head = {mention.head: mention for mention in self.mentions}
        self._add_initials(persons)

    def at(self, indexes: Iterable[int]) -> Mention | None:
        """The first mention whose head is one of the tokens."""
        for index in indexes:
            if index in self._by_head:
                return self._by_head[index]
        return None

    def fullest(self, name: str) -> tuple[str, Span | None]:
        """The one fuller name in the passage that ends in this one, and where it stands first."""
        return self._fullest.get(fold(name), (name, None))

    def in_role(self, lemma: str, before: int) -> Mention | None:
        """The last person before the token who was called that: the minister, the expert."""
        for key in (lemma, self._lists.nouns.get(lemma, (None, lemma))[1]):
            known = self._roles.get(key, [])
            last = bisect_left(known, before, key=lambda mention: mention.head)
            if last:
                return known[last - 1]
        return None

    def gender(self, name: str) -> str:
        """m or f where the passage or the given name tells, else empty."""
        return self._gender.get(self.fullest(name)[0], "")

    def _add(self, entity: Entity, indexes: range) -> None:
        tree = self._tree
        head = next((i for i in indexes if tree.tokens[i].head not in indexes), indexes[-1])
        name = self.fullest(entity.name)[0]
        gender = self._gender_of(entity, indexes, head) or self._gender.get(name, "")
        if gender:
            self._gender.setdefault(name, gender)
        outer = head
        if tree.tokens[head].dep in ("appos", "flat:name", "flat", "nmod"):
            outer = tree.tokens[head].head
        mention = Mention(
            head,
            tree.tokens[head].sentence,
            entity.span,
            entity.name,
            gender,
            tree.tokens[outer].dep in tree.relations.subject,
        )
        self.mentions.append(mention)
        for lemma in self._roles_at(indexes, head):
            for key in {lemma, self._lists.nouns[lemma][1]}:
                self._roles.setdefault(key, []).append(mention)

    def _roles_at(self, indexes: range, head: int) -> set[str]:
        """Nouns of the lists that stand as title, apposition or predicate of the name."""
        tree = self._tree
        near = {child for i in indexes for child in tree.children[i]} - set(indexes)
        words = [i for i in near if tree.tokens[i].dep in _ROLE_RELATIONS]
        words += range(max(0, indexes[0] - 4), indexes[0])
        token = tree.tokens[head]
        if token.head != head:
            if token.dep in _ROLE_RELATIONS:
                words.append(token.head)
            elif token.dep in tree.relations.subject and tree.tokens[token.head].lemma == "be":
                words += [i for i in tree.children[token.head] if tree.tokens[i].dep == "attr"]
        same = tree.tokens[head].sentence
        return {
            lemma
            for i in words
            if (lemma := tree.tokens[i].lemma.casefold()) in self._lists.nouns
            and tree.tokens[i].sentence == same
            and tree.tokens[i].pos in ("NOUN", "PROPN")
        }

    def _add_initials(self, persons: Sequence[Entity]) -> None:
        """Harriet Moss (HM): the initials stand for the name from then on."""
        for entity in persons:
            found = _INITIALS.match(self._tree.text, entity.end)
            if found is not None and found.group(1)[0] == entity.name[:1]:
                full = self.fullest(entity.name)
                self._fullest.setdefault(fold(found.group(1)), (full[0], full[1] or entity.span))

    def _gender_of(self, entity: Entity, indexes: range, head: int) -> str:
        if indexes[0] and self._tree.does(indexes[0] - 1, "male"):
            return "m"
        if indexes[0] and self._tree.does(indexes[0] - 1, "female"):
            return "f"
        for part in self._tree.tokens[head].feats.split("|"):
            if part.startswith("Gender="):
                return "f" if part == "Gender=Fem" else "m" if part == "Gender=Masc" else ""
        full = self.fullest(entity.name)[0].split()
        return self._lists.genders.get(full[0].casefold(), "") if len(full) > 1 else ""


def _persons(entities: Sequence[Entity], lists: SourceLists) -> list[Entity]:
    """The people, with the surnames that were taken for something else at another place."""
    full = {e.name.split()[-1] for e in entities if e.type == "PERSON" and " " in e.name}
    full = {name for name in full if lists.kind_of_name(name) is None}
    return [
        entity if entity.type == "PERSON" else replace(entity, type="PERSON")
        for entity in entities
        if entity.type == "PERSON" or (entity.type in _MISTAKEN and entity.name in full)
    ]


def _overlooked(
    tree: Tree, entities: Sequence[Entity], persons: Sequence[Entity], lists: SourceLists
) -> list[Entity]:
    """Surnames of people named in full that no recogniser saw at another place."""
    at = [token.start for token in tree.tokens]
    full = set()
    for entity in persons:
        inside = range(bisect_left(at, entity.start), bisect_left(at, entity.end))
        if " " in entity.name and all(tree.tokens[i].pos == "PROPN" for i in inside):
            full.add(entity.name.split()[-1])
    full = {name for name in full if lists.kind_of_name(name) is None}
    spans = sorted(entity.span for entity in entities)
    starts = [span.start for span in spans]
    found = []
    for token in tree.tokens:
        if token.pos == "PROPN" and token.text in full:
            last = bisect_right(starts, token.start) - 1
            if last < 0 or spans[last].end <= token.start:
                found.append(Entity(token.start, token.end, "PERSON", token.text))
    return found


def _fullest_names(persons: Sequence[Entity]) -> dict[str, tuple[str, Span | None]]:
    """For each surname or first name, folded, the one fuller name that it is a part of."""
    longer: dict[str, dict[str, Entity]] = {}
    for entity in persons:
        words = fold(entity.name).split()
        parts = {" ".join(words[start:]) for start in range(1, len(words))}
        for part in parts | set(words[:1] if len(words) > 1 else ()):
            longer.setdefault(part, {}).setdefault(" ".join(words), entity)
    found: dict[str, tuple[str, Span | None]] = {}
    for short, full in longer.items():
        longest = max(full, key=lambda name: (len(name.split()), -full[name].start))
        bare = _without_initials(longest)
        if all(bare.endswith(_without_initials(name)) for name in full):
            found[short] = (full[longest].name, full[longest].span)
    return found


def _without_initials(name: str) -> str:
    """Anna K. Lisin is Anna Lisin."""
    words = name.split()
    return " ".join(w for w in words[:-1] if len(w.strip(".")) > 1) + " " + " ".join(words[-1:])
