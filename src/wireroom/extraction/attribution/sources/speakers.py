"""From the words of a source to who it is: a name, a kind, and where the name stands."""

from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import NamedTuple

from wireroom.extraction.attribution.drafts import Draft
from wireroom.extraction.attribution.sources.lists import SourceLists
from wireroom.extraction.attribution.sources.people import Mention, People
from wireroom.extraction.attribution.sources.phrases import SourcePhrases
from wireroom.extraction.attribution.sources.pronouns import described_around, noun_described
from wireroom.extraction.attribution.syntax import Tree
from wireroom.records.annotations import Entity
from wireroom.records.attributions import SpeakerKind
from wireroom.records.spans import Span

_BACK = 4  # sentences within which a pronoun finds its name
_NAME_RELATIONS = {"appos", "flat:name", "flat", "nmod", "compound"}
_NO_NAME = {"PLACE", "GROUP", "PERSON"}  # of a source whose head is a word for a body
_SPEAKING = ("PERSON", "ORGANIZATION", "GROUP", "PLACE")  # a country's name is its government's
_MEDIUM = ("agency", "outlet")
_PEOPLE = ("office", "person", "unnamed")
_BODIES = ("outlet", "agency", "organisation", "document")
_PRONOUNS = (("m", "he"), ("f", "she"))
_BACK_TO_MEDIUM = 12  # sentences; a long quotation may stand between
_RECENT = 100  # mentions among which a pronoun finds its own
_PLURAL = "Number=Plur"


class Speaker(NamedTuple):
    """Who it comes down to; ``antecedent`` where that stands if it is not in the source."""

    name: str | None = None
    kind: SpeakerKind | None = None
    antecedent: Span | None = None


@dataclass(frozen=True, slots=True)
class _Known:
    """A source that was resolved, for the pronouns that follow it."""

    speaker: Speaker
    span: Span
    sentence: int


class Speakers:
    """Resolves the sources of one passage; give it the drafts in the order of the text."""

    def __init__(
        self, tree: Tree, people: People, entities: dict[int, Entity], lists: SourceLists
    ) -> None:
        self._tree = tree
        self._people = people
        self._entities = entities
        self._lists = lists
        self._phrases = SourcePhrases(tree, entities, lists)
        self._last_group: _Known | None = None
        self._resolved: list[Mention] = []

    def resolve(self, draft: Draft) -> Speaker:
        """The speaker of one draft, all None where there is no source or none can be told."""
        head = draft.source_head
        if head is None or not draft.source:
            return Speaker()
        token = self._tree.tokens[head]
        lemma = token.lemma.casefold()
        if self._tree.does(head, "relative"):
            return self._relative(head)
        for gender, pronoun in _PRONOUNS:
            if self._tree.does(head, pronoun):
                return self._pronoun(head, gender)
        if self._tree.does(head, "they"):
            return self._group(head)
        if token.pos in ("PRON", "DET") and lemma not in self._lists.nouns:
            return Speaker()
        speaker = self._phrase(head, draft.source)
        self._remember(speaker, head, draft)
        return speaker

    def _relative(self, head: int) -> Speaker:
        noun = noun_described(self._tree, head)
        if noun is None or self._is_thing(head, noun):
            return Speaker()
        clauses = [i for i in self._tree.children[noun] if self._is_relative(i)]
        speaker = self._phrase(noun, tuple(self._tree.phrase(noun, clauses)))
        token = self._tree.tokens[noun]
        return speaker._replace(antecedent=speaker.antecedent or Span(token.start, token.end))

    def _is_relative(self, index: int) -> bool:
        return self._tree.tokens[index].dep in self._tree.relations.relative

    def _is_thing(self, head: int, noun: int) -> bool:
        """Whether "which" goes back to what cannot speak: which suggests that …"""
        token = self._tree.tokens[noun]
        if self._tree.does(head, "person") or token.lemma.casefold() in self._lists.nouns:
            return False
        entity = self._entities.get(noun)
        return entity is None or entity.type not in _SPEAKING

    def _pronoun(self, head: int, gender: str) -> Speaker:
        mention = self._nearest(head, gender)
        if mention is None:
            return Speaker(None, "person")
        name, where = self._people.fullest(mention.name)
        self._resolved.append(self._again(mention, head))
        return Speaker(name, "person", where or mention.span)

    def _again(self, mention: Mention, head: int) -> Mention:
        token = self._tree.tokens[head]
        return Mention(
            head, token.sentence, mention.span, mention.name, mention.gender, is_subject=True
        )

    def _nearest(self, head: int, gender: str) -> Mention | None:
        """The last subject before the pronoun that may be meant, else the last mention.

        In "Burin, who he said was ill", it is not Burin.
        """
        sentence = self._tree.tokens[head].sentence
        described = described_around(self._tree, head)
        known = [
            mention
            for mention in (*_before(self._people.mentions, head), *_before(self._resolved, head))
            if sentence - mention.sentence <= _BACK
            and mention.head not in described
            and self._people.gender(mention.name) in (gender, "")
        ]
        known.sort(key=lambda mention: (mention.sentence, mention.is_subject, mention.head))
        return known[-1] if known else None

    def _group(self, head: int) -> Speaker:
        known = self._last_group
        if known is None or self._tree.tokens[head].sentence - known.sentence > _BACK:
            return Speaker()
        name, kind, antecedent = known.speaker
        return Speaker(name, kind, antecedent or known.span)

    def _remember(self, speaker: Speaker, head: int, draft: Draft) -> None:
        token = self._tree.tokens[head]
        if speaker.kind == "person" and speaker.name is not None:
            mention = self._people.at((head, *draft.source))
            if mention is not None:
                self._resolved.append(self._again(mention, head))
        elif speaker.kind is not None:
            span = self._tree.spans(draft.source)[0]
            self._last_group = _Known(speaker, span, token.sentence)

    def _phrase(self, head: int, words: tuple[int, ...]) -> Speaker:
        mention = self._people.at(self._named_by(head, words))
        if mention is not None and not self._is_body(mention):
            return self._person(mention, head, words)
        quoted = self._phrases.quoted_name(words)
        if quoted is not None and (kind := self._lists.kind_of_name(quoted)):
            return Speaker(quoted, kind)
        medium = self._medium(head, words)
        if medium is not None:
            return medium
        entity = self._entities.get(head)
        noun = self._lists.nouns.get(self._tree.tokens[head].lemma.casefold())
        if entity is not None and not (noun and entity.type in _NO_NAME):
            return self._named(self._within(entity, words))
        if noun is not None:
            return self._described(head, words, noun[0])
        return self._unknown(head, words)

    def _medium(self, head: int, words: tuple[int, ...]) -> Speaker | None:
        """The agency Northwire: a name of which a word of the source says what medium it is."""
        before = self._phrases.word_for(head, words)
        for index, name in (
            (self._phrases.word_for_quoted(words), self._phrases.quoted_name(words)),
            (before, self._phrases.name_at(head)),
            (head, self._phrases.name_after(head, words)),
        ):
            kind = None if index is None else self._medium_kind(index)
            if name is not None and kind is not None:
                return Speaker(*(self._lists.listed(name) or (name, kind)))
        return None

    def _medium_kind(self, index: int) -> SpeakerKind | None:
        # "The agency" alone may be an office; before a name it is a news agency.
        if self._tree.does(index, "agency"):
            return "agency"
        if self._tree.does(index, "media"):
            return None
        kind = self._lists.nouns.get(self._tree.tokens[index].lemma.casefold(), (None, ""))[0]
        return kind if kind in _MEDIUM else None

    def _person(self, mention: Mention, head: int, words: tuple[int, ...]) -> Speaker:
        name, where = self._people.fullest(mention.name)
        inside = {i for i in words if mention.span.covers(_span(self._tree, i))}
        longer = where is not None and where != mention.span
        if not longer and inside:
            name_run = self._phrases.longer_name(mention.span, mention.name, inside)
            if name_run is not None:
                return Speaker(name_run, "organisation")
        return Speaker(name, "person", where if longer or not inside else None)

    def _named_by(self, head: int, words: tuple[int, ...]) -> list[int]:
        """The head of the phrase and what stands in apposition to it."""
        inside = set(words)
        found = [head]
        for index in self._tree.children[head]:
            token = self._tree.tokens[index]
            if index in inside and token.dep in _NAME_RELATIONS and self._is_apposed(head, index):
                found.append(index)
                found += [
                    i for i in self._tree.children[index] if self._tree.tokens[i].dep == "appos"
                ]
        return found

    def _is_apposed(self, head: int, index: int) -> bool:
        """Whether the name is the person, not the one that the person works for."""
        token = self._tree.tokens[index]
        if token.dep == "compound":
            return False
        # In Russian a genitive belongs to somebody; a name in the nominative is the person.
        return not (token.dep == "nmod" and "Case=Gen" in token.feats)

    def _within(self, entity: Entity, words: tuple[int, ...]) -> Entity:
        """The name without what stands before the source: a recogniser may read over a dash."""
        first = self._tree.tokens[words[0]]
        if not entity.start < first.start < entity.end:
            return entity
        start = first.start
        if len(words) > 1 and first.pos == "DET":
            start = self._tree.tokens[words[1]].start
        return replace(entity, start=start, name=self._tree.text[start : entity.end])

    def _named(self, entity: Entity) -> Speaker:
        listed = self._lists.listed(entity.name)
        written = " ".join(entity.span.of(self._tree.text).split())
        if listed is not None and listed[0] != entity.name:
            # As it is written, where that is in the lists: the lemma of a title is no name.
            kind = self._lists.kind_of_name(written)
            return Speaker(written, kind) if kind is not None else Speaker(*listed)
        if listed is not None:
            return Speaker(*listed)
        name, where = self._people.fullest(entity.name)
        if entity.type == "PERSON" or where is not None:
            return Speaker(name, "person", where)
        if entity.type == "WORK":
            return Speaker(entity.name, "document")
        return Speaker(entity.name, "organisation")

    def _described(self, head: int, words: tuple[int, ...], kind: SpeakerKind) -> Speaker:
        mention = self._in_role(head, words) if kind in _PEOPLE else None
        if mention is not None:
            name, where = self._people.fullest(mention.name)
            self._resolved.append(self._again(mention, head))
            return Speaker(name, "person", where or mention.span)
        if kind in _PEOPLE:
            return self._of_office(head, words, kind)
        if kind in _BODIES:
            return self._body(head, words, kind)
        return Speaker(None, kind)

    def _in_role(self, head: int, words: tuple[int, ...]) -> Mention | None:
        """The one person whom "the minister" can mean; None where it is not sure."""
        phrases, token = self._phrases, self._tree.tokens[head]
        if _PLURAL in token.feats or not phrases.is_definite(head):
            return None
        if phrases.institution(head, words) is not None:
            return None
        mention = self._people.in_role(token.lemma.casefold(), head)
        return mention if mention is not None and self._has_the_floor(mention, head) else None

    def _body(self, head: int, words: tuple[int, ...], kind: SpeakerKind) -> Speaker:
        phrases, token = self._phrases, self._tree.tokens[head]
        institution = phrases.institution(head, words, kind)
        called = phrases.quoted_name(words) or (institution.name if institution else None)
        antecedent = None
        if kind == "document" and called is None and _PLURAL not in token.feats:
            called = phrases.called(head)
        if kind == "organisation" and called is None:
            full = phrases.body_named(head)
            called = full.name if full else phrases.called(head)
            antecedent = full.span if full else None
        listed = self._lists.listed(called) if called else None
        if listed is not None:
            return Speaker(*listed)
        if called is None and kind in _MEDIUM and (again := self._again_the_medium(head, words)):
            return again
        many = _PLURAL in token.feats or self._tree.does(head, "media")
        unnamed = kind == "outlet" and called is None and many
        return Speaker(called, "unnamed" if unnamed else kind, antecedent)

    def _again_the_medium(self, head: int, words: tuple[int, ...]) -> Speaker | None:
        """The channel, after one with a name was cited that was called so."""
        known, token = self._last_group, self._tree.tokens[head]
        if known is None or known.speaker.kind not in _MEDIUM or _PLURAL in token.feats:
            return None
        is_definite = self._tree.does(words[0], "definite")
        if not is_definite or token.sentence - known.sentence > _BACK_TO_MEDIUM:
            return None
        if token.text.casefold() not in known.span.of(self._tree.text).casefold().split():
            return None
        return known.speaker._replace(antecedent=known.speaker.antecedent or known.span)

    def _of_office(self, head: int, words: tuple[int, ...], kind: SpeakerKind) -> Speaker:
        institution = self._phrases.institution(head, words)
        if institution is not None and kind in ("office", "unnamed"):
            return Speaker(institution.name, "office")
        plural = _PLURAL in self._tree.tokens[head].feats
        called = self._phrases.called(head) if kind == "office" and not plural else None
        if called is not None:
            return Speaker(called, "office")
        nobody = plural or self._phrases.is_indefinite(head)
        return Speaker(None, "unnamed" if nobody else kind)

    def _unknown(self, head: int, words: tuple[int, ...]) -> Speaker:
        token = self._tree.tokens[head]
        named = " ".join(self._tree.tokens[i].text for i in words[:6])
        listed = self._lists.listed(named)
        if listed is not None:
            return Speaker(*listed)
        full, where = self._people.fullest(token.text)
        if where is not None:
            return Speaker(full, "person", where)
        if token.pos == "PROPN":
            name = self._phrases.name_at(head)
            living = "Animacy=Anim" in token.feats
            if living and " " not in name:
                return Speaker(name, "person")
            return Speaker(name, "organisation" if " " in name else None)
        institution = self._phrases.institution(head, words)
        if _PLURAL in token.feats and institution is None:
            return Speaker(None, "unnamed")
        return Speaker()

    def _is_body(self, mention: Mention) -> bool:
        """Whether what was taken for a person is a word for a body: the Observatory."""
        noun = self._lists.nouns.get(mention.name.casefold())
        return noun is not None and noun[0] in ("organisation", "outlet", "document")

    def _has_the_floor(self, mention: Mention, head: int) -> bool:
        """Whether nobody else has spoken since that person was named."""
        name = self._people.fullest(mention.name)[0]
        recent = self._resolved[-_RECENT:]
        since = [m for m in recent if mention.sentence - 1 <= m.sentence and m.head < head]
        return all(self._people.fullest(m.name)[0] == name for m in since[-3:])


def _before(mentions: list[Mention], head: int) -> list[Mention]:
    last = bisect_left(mentions, head, key=lambda mention: mention.head)
    return mentions[max(0, last - _RECENT) : last]


def _span(tree: Tree, index: int) -> Span:
    token = tree.tokens[index]
    return Span(token.start, token.end)
