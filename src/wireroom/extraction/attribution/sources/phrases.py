"""The words of a source that is no plain name: its institution, its title, its article."""

from wireroom.extraction.attribution.sources.lists import SourceLists
from wireroom.extraction.attribution.syntax import Tree
from wireroom.records.annotations import Entity
from wireroom.records.spans import Span

_INSTITUTION = {"ORGANIZATION", "FACILITY"}
_BEFORE_NOUN = {"compound", "amod", "poss", "case", "nmod", "punct", "npadvmod"}
_OPENING_MARKS = {'"', "“", "«", "„"}
_NO_NAME = ("NOUN", "PRON", "DET")
_LONGEST_NAME = 6  # words before the noun
_NEAR = 12  # words of a source among which its institution is named


class SourcePhrases:
    """Reads the phrases of one passage's sources; ``entities`` by the index of their tokens."""

    def __init__(self, tree: Tree, entities: dict[int, Entity], lists: SourceLists) -> None:
        self._tree = tree
        self._entities = entities
        self._lists = lists
        self._bodies: dict[str, Entity] = {}
        for index in sorted(entities):
            entity = entities[index]
            if entity.type == "ORGANIZATION" and " " in entity.name:
                self._bodies.setdefault(tree.tokens[index].text, entity)

    def body_named(self, head: int) -> Entity | None:
        """The full name that a capital stands for: "the Observatory", named in full before."""
        token = self._tree.tokens[head]
        entity = self._bodies.get(token.text) if token.text[:1].isupper() else None
        return entity if entity is not None and entity.end <= token.start else None

    def institution(
        self, head: int, words: tuple[int, ...], kind: str | None = None
    ) -> Entity | None:
        """The body that an official is said to be of: a State Department spokesman.

        Not one that is only where, about what or to whom it is; for a document, neither what it
        is for nor where it was given.
        """
        inside = set(words)
        aside = [
            i
            for i in self._tree.children[head]
            if self._tree.does(i, "aside") or (kind == "document" and self._tree.does(i, "meant"))
        ]
        near = [i for i in self._tree.phrase(head, aside) if i in inside and i != head]
        for index in near[:12]:
            entity = self._entities.get(index)
            if entity is not None and entity.type in _INSTITUTION:
                return entity
        return None

    def called(self, head: int) -> str | None:
        """The noun with what tells which one it is: Syrian government, President of Syria."""
        tokens = self._tree.tokens
        first = last = head
        while first > 0 and self._is_before_noun(first - 1) and head - first < _LONGEST_NAME:
            first -= 1
        of = next((i for i in self._tree.children[head] if tokens[i].text == "of"), None)
        thing = None if of is None else self._tree.child(of, ("pobj",))
        if thing is not None and thing in self._entities and of == head + 1:
            last = thing
        if any(tokens[i].text == "based" for i in range(first, last)):
            return None  # the Oslo-based group: where it is, and no name
        if not any(self._is_capital(i) for i in range(first, last + 1) if i != head):
            return None
        return " ".join(self._tree.text[tokens[first].start : tokens[last].end].split())

    def _is_before_noun(self, index: int) -> bool:
        token, following = self._tree.tokens[index], self._tree.tokens[index + 1]
        is_mark = token.dep == "punct" and token.end < following.start
        return token.dep in _BEFORE_NOUN and token.pos != "ADP" and not is_mark

    def name_at(self, head: int) -> str:
        """The name that ends in the token: Barents Fuel, not Fuel."""
        first = head
        while first > 0 and head - first < _LONGEST_NAME and self._is_of_name(first - 1):
            first -= 1
        tokens = self._tree.tokens
        return " ".join(self._tree.text[tokens[first].start : tokens[head].end].split())

    def name_after(self, head: int, words: tuple[int, ...]) -> str | None:
        """The name that follows a word for what it is: the agency Northwire."""
        tokens = self._tree.tokens
        last = head
        while last + 1 in words and tokens[last + 1].pos == "PROPN":
            last += 1
        if last == head:
            return None
        return " ".join(self._tree.text[tokens[head + 1].start : tokens[last].end].split())

    def word_for(self, head: int, words: tuple[int, ...]) -> int | None:
        """The word that tells what a name is, right before it: the *agency* Northwire."""
        first = head
        while first - 1 in words and self._is_of_name(first - 1):
            first -= 1
        before, tokens = first - 1, self._tree.tokens
        is_name = tokens[head].pos == "PROPN" and tokens[head].text[:1].isupper()
        if not is_name or tokens[head].lemma.casefold() in self._lists.nouns or before not in words:
            return None
        is_noun = tokens[before].pos in ("NOUN", "PROPN") and tokens[before].text.islower()
        return before if is_noun else None

    def word_for_quoted(self, words: tuple[int, ...]) -> int | None:
        """The word right before a name in quotation marks: the *channel* "Tide"."""
        for index in words[1:]:
            if self._tree.tokens[index].text in _OPENING_MARKS:
                return index - 1 if index - 1 in words else None
        return None

    def _is_capital(self, index: int) -> bool:
        """A capital that is not only that of the sentence's first word."""
        token = self._tree.tokens[index]
        begins = not index or self._tree.tokens[index - 1].sentence != token.sentence
        is_plain = begins and token.pos in _NO_NAME and not token.text.isupper()
        return token.text[:1].isupper() and not is_plain

    def longer_name(self, span: Span, name: str, inside: set[int]) -> str | None:
        """The whole name where the last word alone was taken for a person: a group's, mostly."""
        if " " in name:
            return None
        first = min(inside)
        while first > 0 and self._is_of_name(first - 1):
            first -= 1
        if first > min(inside) - 2:
            return None
        start = self._tree.tokens[first].start
        return " ".join(self._tree.text[start : span.end].split())

    def _is_of_name(self, index: int) -> bool:
        token = self._tree.tokens[index]
        if token.dep != "compound" or token.lemma.casefold() in self._lists.nouns:
            return False
        hyphen = token.text == "-" and self._tree.tokens[index - 1].end == token.start
        return hyphen or token.text[:1].isupper() or token.text == "al"

    def quoted_name(self, words: tuple[int, ...]) -> str | None:
        spans = self._tree.spans(words)
        text = self._tree.text[spans[0].start : spans[0].end + 1] if spans else ""
        for opening, closing in (("«", "»"), ("“", "”"), ('"', '"')):
            first = text.find(opening)
            last = text.find(closing, first + 1)
            if 0 <= first < last:
                return text[first + 1 : last].strip() or None
        return None

    def owner(self, head: int) -> int | None:
        """The pronoun that says whose it is: *its* spokesman."""
        owner = self._tree.child(head, ("poss", "nmod:poss"))
        return owner if owner is not None and self._tree.tokens[owner].pos == "PRON" else None

    def saw_it(self, head: int) -> bool:
        """Fishermen who saw the blast: whether a relative clause tells that they were there."""
        clauses = [i for i in self._tree.children[head] if self._tree.tokens[i].dep == "relcl"]
        return any(self._tree.does(i, "witnesses") for i in clauses)

    def is_acronym(self, head: int) -> bool:
        """Whether it is written in capitals where the words beside it are not: the WHO."""
        tokens = self._tree.tokens
        text = tokens[head].text
        if not text.isupper() or len(text) < 2:
            return False
        beside = [tokens[i].text for i in (head - 1, head + 1) if 0 <= i < len(tokens)]
        return not any(word.isupper() and len(word) > 1 for word in beside)

    def _has_determiner(self, head: int, what: str) -> bool:
        determiner = self._tree.child(head, ("det",))
        return determiner is not None and self._tree.does(determiner, what)

    def is_definite(self, head: int) -> bool:
        if self._tree.relations.thing == {"obj"}:  # no articles
            return True
        return self._has_determiner(head, "definite")

    def is_indefinite(self, head: int) -> bool:
        return self._has_determiner(head, "indefinite")
