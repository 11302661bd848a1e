"""From the words of a source to who it is: a name, a kind, and where the name stands."""

from dataclasses import dataclass, replace

from wireroom.extraction.attribution.drafts import Draft
from wireroom.extraction.attribution.sources.bodies import Bodies, Body
from wireroom.extraction.attribution.sources.floor import Floor
from wireroom.extraction.attribution.sources.lists import SourceLists
from wireroom.extraction.attribution.sources.media import MEDIUM, Media
from wireroom.extraction.attribution.sources.people import Mention, People
from wireroom.extraction.attribution.sources.phrases import SourcePhrases
from wireroom.extraction.attribution.sources.pronouns import noun_described
from wireroom.extraction.attribution.sources.speaker import Speaker
from wireroom.extraction.attribution.syntax import Tree
from wireroom.records.annotations import Entity
from wireroom.records.attributions import SpeakerKind
from wireroom.records.spans import Span

_BACK = 4  # sentences within which "they" finds its name
_NAME_RELATIONS = {"appos", "flat:name", "flat", "nmod", "compound"}
_NO_NAME = {"PLACE", "GROUP", "PERSON"}  # of a source whose head is a word for a body
_SPEAKING = ("PERSON", "ORGANIZATION", "GROUP", "PLACE")  # a country's name is its government's
_PEOPLE = ("office", "person", "unnamed")
_SPEAKING_BODIES = ("outlet", "agency", "organisation")
_BODIES = ("outlet", "agency", "organisation", "document")
_PRONOUNS = (("m", "he"), ("f", "she"))
_RECENT = 100  # tokens before a "they"
_THEY = ("unnamed", "witness", "person")
_PLURAL = "Number=Plur"


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
        self._media = Media(tree, self._phrases, lists)
        self.bodies = Bodies(tree, entities, self._phrases, lists)
        self._last_group: _Known | None = None
        self._floor = Floor(tree, people)

    def resolve(self, draft: Draft) -> Speaker:
        """The speaker of one draft, all None where there is no source or none can be told."""
        head = draft.source_head
        if head is None or not draft.source:
            return Speaker()
        token = self._tree.tokens[head]
        lemma = token.lemma.casefold()
        pronoun = None if self._phrases.is_acronym(head) else self._by_pronoun(head)
        if pronoun is not None:
            return pronoun
        is_word = token.pos in ("PRON", "DET") and not self._phrases.is_acronym(head)
        if is_word and lemma not in self._lists.nouns:
            return Speaker()
        speaker = self._phrase(head, draft.source)
        if draft.frame == "line" and speaker.name is None and token.text[:1].isupper():
            called = speaker.kind is None and token.pos in ("PROPN", "NOUN", "CCONJ", "X")
            name = " ".join(self._tree.tokens[i].text for i in draft.source)
            speaker = speaker._replace(name=name) if called else speaker
        self._remember(speaker, head, draft)
        return speaker

    def _by_pronoun(self, head: int) -> Speaker | None:
        """The speaker of a pronoun; None where the source is no pronoun of those that go back."""
        if self._tree.does(head, "relative"):
            return self._relative(head)
        for gender, pronoun in _PRONOUNS:
            if self._tree.does(head, pronoun):
                return self._pronoun(head, gender)
        if self._tree.does(head, "it"):
            return _of_body(self.bodies.it(head))
        return self._group(head) if self._tree.does(head, "they") else None

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
        mention = self._floor.nearest(head, gender)
        nameless = self._floor.is_nameless(head, mention)
        if nameless is not None:
            return nameless
        if mention is None:
            return Speaker(None, "person")
        name, where = self._people.fullest(mention.name)
        self._floor.takes(mention, head)
        return Speaker(name, "person", where or mention.span)

    def _group(self, head: int) -> Speaker:
        known = self._last_group
        if known is None or self._tree.tokens[head].sentence - known.sentence > _BACK:
            return Speaker()
        nearer = self._people_since(known, head)
        if nearer is not None:
            return Speaker(None, "unnamed", _span(self._tree, nearer))
        name, kind, antecedent = known.speaker
        return Speaker(name, kind, antecedent or known.span)

    def _people_since(self, known: _Known, head: int) -> int | None:
        """The last word for people in the plural that stands between one body and a "they"."""
        for index in range(head - 1, max(-1, head - _RECENT), -1):
            token = self._tree.tokens[index]
            if token.start < known.span.end or known.speaker.name is None:
                return None
            noun = self._lists.nouns.get(token.lemma.casefold())
            if _PLURAL in token.feats and noun is not None and noun[0] in _THEY:
                return index
        return None

    def _remember(self, speaker: Speaker, head: int, draft: Draft) -> None:
        token = self._tree.tokens[head]
        if speaker.kind == "person" and speaker.name is not None:
            mention = self._people.at((head, *draft.source))
            if mention is not None:
                self._floor.takes(mention, head)
        elif speaker.kind not in (None, "person"):
            span = self._tree.spans(draft.source)[0]
            self._last_group = _Known(speaker, span, token.sentence)
            if speaker.kind == "office" and _PLURAL not in token.feats:
                self._floor.takes_nameless(speaker, head, span)
            if speaker.name is not None and speaker.kind in _SPEAKING_BODIES:
                where = speaker.antecedent or span
                self.bodies.spoke(head, speaker.name, speaker.kind, where)

    def _phrase(self, head: int, words: tuple[int, ...]) -> Speaker:
        mention = self._people.at(self._named_by(head, words))
        if mention is not None and not self._is_body(mention):
            return self._person(mention, head, words)
        quoted = self._phrases.quoted_name(words)
        if quoted is not None and (kind := self._lists.kind_of_name(quoted)):
            return Speaker(quoted, kind)
        medium = self._media.named(head, words)
        if medium is not None:
            return medium
        entity = self._entities.get(head)
        noun = self._noun(head)
        if entity is not None and not (noun and entity.type in _NO_NAME):
            return self._named(self._within(entity, words))
        if noun is not None:
            return self._described(head, words, noun[0])
        return self._unknown(head, words)

    def _noun(self, head: int) -> tuple[SpeakerKind, str] | None:
        """The entry of the list for a noun, or for it and the noun before it: coast guard."""
        tokens = self._tree.tokens
        lemma = tokens[head].lemma.casefold()
        if head and tokens[head - 1].head == head and tokens[head - 1].dep in ("compound", "amod"):
            pair = self._lists.nouns.get(f"{tokens[head - 1].lemma.casefold()} {lemma}")
            if pair is not None:
                return pair
        return self._lists.nouns.get(lemma)

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
            return Speaker(entity.name, "document" if " " in entity.name else None)
        # A recogniser may read on into a bracket: the Coastal Administration (NCA
        full, where = self.bodies.full(entity.name.split(" (")[0], entity.start)
        return Speaker(full, self.bodies.kind_of(full), where)

    def _described(self, head: int, words: tuple[int, ...], kind: SpeakerKind) -> Speaker:
        mention = self._in_role(head, words) if kind in _PEOPLE else None
        if mention is not None:
            name, where = self._people.fullest(mention.name)
            self._floor.takes(mention, head)
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
        return mention if mention is not None and self._floor.is_held_by(mention, head) else None

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
        many = _PLURAL in token.feats or self._tree.does(head, "media")
        again = self._named_before(head, words, kind) if called is None and not many else None
        if again is not None:
            return again
        unnamed = kind == "outlet" and called is None and many
        return Speaker(called, "unnamed" if unnamed else kind, antecedent)

    def _named_before(self, head: int, words: tuple[int, ...], kind: SpeakerKind) -> Speaker | None:
        """The group, the channel, the board: after one with a name that may be called so."""
        last = self._last_group
        if last is not None and kind in MEDIUM:
            known = self._media.again(head, words, last.speaker, last.span, last.sentence)
            if known is not None:
                return known
        if kind == "document" or not self._phrases.is_definite(head):
            return None
        body = self.bodies.described(head)
        return None if body is None else _of_body(body)

    def _of_office(self, head: int, words: tuple[int, ...], kind: SpeakerKind) -> Speaker:
        institution = self._phrases.institution(head, words)
        if institution is not None and kind in ("office", "unnamed"):
            name, where = self.bodies.full(institution.name, institution.start)
            return Speaker(name, "office", where)
        owner = self._phrases.owner(head)
        if owner is not None and kind == "office":
            body = self.bodies.it(owner) if self._tree.does(owner, "it") else None
            return _of_body(body)._replace(kind=kind)
        plural = _PLURAL in self._tree.tokens[head].feats
        called = self._phrases.called(head) if kind == "office" and not plural else None
        if called is not None:
            return Speaker(called, "office")
        nobody = plural or self._phrases.is_indefinite(head)
        if nobody and kind != "office" and self._phrases.saw_it(head):
            return Speaker(None, "witness")
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
        full, where = self.bodies.full(token.text, token.start)
        if where is not None:
            return Speaker(full, self.bodies.kind_of(full), where)
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
        return self._lists.nouns.get(mention.name.casefold(), ("",))[0] in _BODIES


def _of_body(body: Body | None) -> Speaker:
    return Speaker() if body is None else Speaker(body.name, body.kind, body.span)


def _span(tree: Tree, index: int) -> Span:
    token = tree.tokens[index]
    return Span(token.start, token.end)
