"""The bodies of a passage: mentions, full names, and what "the agency" or "it" goes back to."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from wireroom.extraction.attribution.sources.lists import SourceLists
from wireroom.extraction.attribution.sources.phrases import SourcePhrases
from wireroom.extraction.attribution.syntax import Tree
from wireroom.records.annotations import Entity
from wireroom.records.attributions import SpeakerKind
from wireroom.records.spans import Span

_SHORT = re.compile(r"\s?\(([^\W\d_]{2,8})\)")
_BY_ITS_NOUN = 12  # sentences back to a name that has the noun in it or beside it
_BY_CLASS = 3  # sentences back to the one body that a noun of its class can mean
_BY_PRONOUN = 2
_ROLES = {"compound", "amod", "nmod", "appos", "flat:name", "flat"}
_SMALL = {"of", "the", "for", "and", "in", "on", "de", "la", "to", "at"}
_LEAST_INITIALS = 3


@dataclass(frozen=True, slots=True)
class Body:
    """One mention. ``nouns`` are the listed nouns of its name or beside it; ``has_spoken`` where it
    was a source."""

    head: int
    sentence: int
    span: Span
    name: str
    nouns: frozenset[str]
    is_subject: bool
    kind: SpeakerKind = "organisation"
    has_spoken: bool = False


class Bodies:
    """Which bodies a passage names; those that speak are told to it as they are resolved."""

    def __init__(
        self, tree: Tree, entities: dict[int, Entity], phrases: SourcePhrases, lists: SourceLists
    ) -> None:
        self._tree = tree
        self._lists = lists
        self._full: dict[str, tuple[str, Span]] = {}
        self._mentions: list[Body] = []
        starts = [token.start for token in tree.tokens]
        for entity in (
            *dict.fromkeys(entities.values()),
            *_unlisted(tree, entities, phrases, lists),
        ):
            indexes = range(bisect_left(starts, entity.start), bisect_left(starts, entity.end))
            if entity.type == "ORGANIZATION" and indexes:
                self._add(entity, indexes)
        self._mentions.sort(key=lambda body: body.head)

    def full(self, name: str, before: int) -> tuple[str, Span | None]:
        """The long name of a short one that stands for it, and where: NCA, named in full before."""
        known = self._full.get(name)
        if known is None or known[1].start >= before:
            return name, None
        return known

    def kind_of(self, name: str) -> SpeakerKind:
        """An agency or an outlet by the lists or by its last word, else an organisation."""
        listed = self._lists.kind_of_name(name)
        if listed is not None:
            return listed
        last = name.split()[-1].casefold() if name else ""
        is_paper = " " in name and self._lists.bodies.get(last) == "paper"
        return "outlet" if is_paper else "organisation"

    def spoke(self, head: int, name: str, kind: SpeakerKind, span: Span) -> None:
        """Notes that a body was a source: it can be meant by what follows."""
        token = self._tree.tokens[head]
        known = [body for body in self._mentions if body.head == head]
        nouns = known[0].nouns if known else self._nouns_of(name)
        body = Body(head, token.sentence, span, name, nouns, True, kind, has_spoken=True)
        self._mentions = [other for other in self._mentions if other.head != head]
        self._mentions.insert(bisect_right(self._mentions, head, key=lambda b: b.head), body)

    def described(self, head: int) -> Body | None:
        """The body that a definite noun means; None where two could be."""
        lemma, sentence = self._tree.tokens[head].lemma.casefold(), self._tree.tokens[head].sentence
        before = self._mentions[: bisect_left(self._mentions, head, key=lambda b: b.head)]
        called = [b for b in before if lemma in b.nouns and sentence - b.sentence <= _BY_ITS_NOUN]
        if called:
            return self._only(called, sentence)
        near = [b for b in before if sentence - b.sentence <= _BY_CLASS]
        fitting = [b for b in near if self._may_be(b, lemma)]
        if len({b.name for b in fitting}) > 1:
            own = {self._lists.bodies.get(lemma)}
            fitting = [b for b in fitting if b.has_spoken and own & self._classes(b)]
        return fitting[-1] if fitting and len({b.name for b in fitting}) == 1 else None

    def it(self, head: int) -> Body | None:
        """The body that "it" means: the last subject before it; else the only one that is near."""
        token = self._tree.tokens[head]
        before = self._mentions[: bisect_left(self._mentions, head, key=lambda b: b.head)]
        near = [b for b in before if token.sentence - b.sentence <= _BY_PRONOUN]
        if not near:
            return None
        near.sort(key=lambda body: (body.sentence, body.is_subject, body.head))
        is_only = len({body.name for body in near}) == 1
        return near[-1] if near[-1].is_subject or is_only else None

    def _only(self, called: Sequence[Body], sentence: int) -> Body | None:
        """The last of them, if the others are the same or this one alone is at hand."""
        last = called[-1]
        if len({body.name for body in called}) == 1:
            return last
        near = {b.name for b in called if sentence - b.sentence <= 1}
        return last if near == {last.name} else None

    def _may_be(self, body: Body, lemma: str) -> bool:
        wanted = self._lists.bodies.get(lemma)
        if wanted is None:
            return False
        if body.kind in ("outlet", "agency"):
            return wanted == ("agency" if body.kind == "agency" else "paper")
        classes = self._classes(body)
        if wanted == "state":
            return False  # a court is no department: there the noun itself has to be the name's
        return wanted in classes or (not classes and wanted != "force")

    def _classes(self, body: Body) -> set[str]:
        return {self._lists.bodies[noun] for noun in body.nouns if noun in self._lists.bodies}

    def _add(self, entity: Entity, indexes: range) -> None:
        tree = self._tree
        head = next((i for i in indexes if tree.tokens[i].head not in indexes), indexes[-1])
        name, where = self.full(entity.name, entity.start)
        if where is None:
            self._learn_short(entity)
        outer = head
        if tree.tokens[head].dep in ("appos", "flat:name", "flat"):
            outer = tree.tokens[head].head
        self._mentions.append(
            Body(
                head,
                tree.tokens[head].sentence,
                where or entity.span,
                name,
                self._nouns_of(name) | self._nouns_beside(indexes, head),
                tree.tokens[outer].dep in tree.relations.subject,
                self.kind_of(name),
            )
        )

    def _learn_short(self, entity: Entity) -> None:
        """Norwegian Coastal Administration (NCA), or the same without brackets: its initials."""
        initials = "".join(w[0] for w in entity.name.split() if w.casefold() not in _SMALL)
        found = _SHORT.match(self._tree.text, entity.end)
        if found is not None and found.group(1)[0].casefold() == entity.name[:1].casefold():
            self._full.setdefault(found.group(1), (entity.name, entity.span))
        if len(initials) >= _LEAST_INITIALS and initials.isupper():
            self._full.setdefault(initials, (entity.name, entity.span))

    def _nouns_of(self, name: str) -> frozenset[str]:
        words = (word.strip(".,").casefold() for word in name.split())
        return frozenset(w for w in words if w in self._lists.bodies or w in self._lists.nouns)

    def _nouns_beside(self, indexes: range, head: int) -> frozenset[str]:
        """Nouns of the lists as title or apposition of the name: the rights group Amnesty."""
        tree = self._tree
        near: Iterable[int] = {c for i in indexes for c in tree.children[i]} - set(indexes)
        words = [i for i in near if tree.tokens[i].dep in _ROLES]
        words += range(max(0, indexes[0] - 2), indexes[0])
        words += [i for i in range(indexes[-1] + 1, indexes[-1] + 4) if i < len(tree.tokens)]
        if tree.tokens[head].head != head and tree.tokens[head].dep in _ROLES:
            words.append(tree.tokens[head].head)
        if tree.tokens[head].dep in tree.relations.subject:
            governor = tree.tokens[head].head
            if tree.tokens[governor].lemma == "be":
                words += [i for i in tree.children[governor] if tree.tokens[i].dep == "attr"]
        return frozenset(self._noun(i, indexes) for i in words) - {""}

    def _noun(self, index: int, name: range) -> str:
        token = self._tree.tokens[index]
        is_beside = token.dep in (*_ROLES, "attr") or token.head in name or index == name[0] - 1
        lemma = token.lemma.casefold()
        known = lemma in self._lists.bodies
        same = token.sentence == self._tree.tokens[name[0]].sentence
        return lemma if known and same and token.pos == "NOUN" and is_beside else ""


def _unlisted(
    tree: Tree, entities: dict[int, Entity], phrases: SourcePhrases, lists: SourceLists
) -> Iterator[Entity]:
    """Subjects with a name of two words or more that no recogniser knew: Barents Fuel; not where
    one of the words is a person's name."""
    people = {w for e in entities.values() if e.type == "PERSON" for w in e.name.split()}
    for index, token in enumerate(tree.tokens):
        if token.dep not in tree.relations.subject or index in entities:
            continue
        name = phrases.name_at(index) if token.pos == "PROPN" else None
        if token.pos == "NOUN" and token.lemma.casefold() in lists.bodies:
            name = phrases.called(index)
        words = name.split() if name is not None else []
        if len(words) < 2 or people.intersection(words) or words[0].casefold() in lists.genders:
            continue
        start = tree.text.rfind(words[0], 0, token.end)
        if start >= 0 and token.end - start <= len(" ".join(words)) + 4:
            yield Entity(start, token.end, "ORGANIZATION", " ".join(words))
