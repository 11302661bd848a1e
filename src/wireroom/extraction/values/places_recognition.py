"""Names of places in a text: the annotator's, tidied, and those that the gazetteer vouches for."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wireroom.extraction.values.gazetteer import Gazetteer
from wireroom.extraction.values.place_forms import agreeing
from wireroom.extraction.values.place_spelling import place_key
from wireroom.extraction.values.places_evidence import is_acronym, is_in_capitals, is_own_name
from wireroom.extraction.values.places_found import FoundName
from wireroom.extraction.values.places_vouching import Voucher
from wireroom.records.annotations import AnnotatedText, Entity
from wireroom.records.spans import Span

_LEAD = re.compile(r"(?:the|The|THE)\s+")
_TAIL = re.compile(r"['’](?:s|S)?$|[\s,;:–—-]+$")
_SPACE = re.compile(r"\s+")
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"\S+")
_BEFORE = re.compile(r"([\w’']+)\s+(?:the\s+)?$", re.IGNORECASE)
_AFTER = re.compile(r"[ -]([\w’']+)")
_REST = re.compile(r"(?: [A-Z][\w’']+){0,2} [A-Z][\w’']+\.?|-[A-Z]\w+")
_REST_LENGTH = 40
_NEAR = 28  # characters before and after a name that are read
_FAR_BETTER = 3  # times as many inhabitants


def recognise(annotated: AnnotatedText, gazetteer: Gazetteer) -> list[FoundName]:
    """All names of places within the passage, in order, none overlapping another."""
    reader = _Reader(annotated, gazetteer)
    found: list[FoundName] = []
    for name in sorted(reader.from_entities(), key=lambda name: name.span):
        if not found or found[-1].span.end <= name.span.start:
            found.append(name)
    voucher = Voucher(annotated, gazetteer, found)
    found.extend(voucher.vouched())
    return sorted(found, key=lambda name: name.span)


@dataclass(frozen=True, slots=True)
class _Core:
    """The part of an entity that is the name, and the form under which the gazetteer has it."""

    span: Span
    form: str | None


class _Reader:
    """What the annotator took for names of places."""

    def __init__(self, annotated: AnnotatedText, gazetteer: Gazetteer) -> None:
        self.annotated = annotated
        self.gazetteer = gazetteer
        self.text = annotated.text
        self.language = annotated.language
        self.types = gazetteer.words("place_types", self.language)
        self.positions = gazetteer.words("place_positions", self.language)
        self.not_before = gazetteer.words("places_not_before", self.language)
        self.cues = gazetteer.words("places_cues", self.language)
        self.features = gazetteer.words("place_features", self.language)
        self.partial = gazetteer.words("places_partial", self.language)
        self.common = gazetteer.words("lowercase", self.language)
        self.capitals = is_in_capitals(annotated)
        self.surnames = {
            place_key(entity.name).rpartition(" ")[2]
            for entity in annotated.entities
            if entity.type == "PERSON"
        }

    def from_entities(self) -> Iterator[FoundName]:
        for entity in self.annotated.entities:
            found = self._from_entity(entity)
            if found:
                yield found

    def _from_entity(self, entity: Entity) -> FoundName | None:
        span = tidied(self.text, entity.span)
        words = span.of(self.text)
        if not words or "\n\n" in words:
            return None
        if entity.type in ("GROUP", "PLACE", "FACILITY"):
            demonym = self.gazetteer.demonym(words, self.language) or self.gazetteer.demonym(
                entity.name, self.language
            )
            if demonym:
                return FoundName(
                    span, words, "demonym", "a word for who or what is of a place", demonym
                )
        if entity.type not in ("PLACE", "FACILITY"):
            return None
        short = abbreviated(self.annotated, span, self.gazetteer)
        if short and self._may_be_short(short):
            return short
        return self._named(entity, span)

    def _may_be_short(self, short: FoundName) -> bool:
        """Codes of two letters are other words too: "IN" in capitals, "LA" for Los Angeles."""
        if "." in short.form or (short.fixed and short.fixed.precision == "country"):
            return "." in short.form or not self.capitals
        before = self.text[max(self.annotated.span.start, short.span.start - 2) : short.span.start]
        return before == ", "

    def _named(self, entity: Entity, span: Span) -> FoundName | None:
        core = self._core(self._extended(span), entity)
        words = core.span.of(self.text)
        if self._after(core.span) in self.not_before or self._is_somebody(core.span):
            return None
        if self.language == "en" and (words.islower() or self._is_generic(words)):
            return None
        if place_key(entity.name) in self.types:
            return None
        if is_acronym(words) and not self.capitals:
            return None
        if core.form is None and not self._plausible(entity, core.span):
            return None
        form = core.form or _SPACE.sub(" ", entity.name if self.language == "ru" else words)
        return FoundName(core.span, form, "name", "named as a place in its sentence")

    def _extended(self, span: Span) -> Span:
        """The span with the rest of a road's, a river's, a double town's name after it."""
        found = _REST.match(
            self.text, span.end, min(self.annotated.span.end, span.end + _REST_LENGTH)
        )
        if not found or self.language != "en":
            return span
        whole = Span(span.start, found.end())
        feature = place_key(found.group().split()[-1]) in self.features
        return whole if feature or self.gazetteer.named(whole.of(self.text)) else span

    def _is_generic(self, words: str) -> bool:
        key = place_key(words)
        generic = (self.types, self.positions, self.features, self.partial)
        return any(key in words for words in generic)

    def _is_somebody(self, span: Span) -> bool:
        """Whether a single word is the surname of a person of the document, or a saint's name."""
        words = span.of(self.text)
        after = self.text[span.end : span.end + 2]
        if words.startswith(("St. ", "Saint ")) and after in ("'s", "’s"):
            return True
        return (
            place_key(words) in self.surnames
            and self.cues.get(self._before(span)) not in ("strong", "sure")
            and after != ", "
        )

    def _plausible(self, entity: Entity, span: Span) -> bool:
        """Whether a name that the gazetteer does not know may be a place's all the same."""
        words = span.of(self.text)
        key = place_key(words)
        if not words[0].isupper() or (entity.type == "FACILITY" and _DIGIT.search(words)):
            return False
        last = key.rpartition(" ")[2]
        if last in self.features and last != key:
            return True
        if last in self.surnames:
            return False
        if self.language != "en":
            return True
        if self.capitals and all(word in self.common for word in key.split()):
            return False
        return self._before(span) in self.cues

    def _core(self, span: Span, entity: Entity) -> _Core:
        """The name without "northern", "city of", "province", and what follows a known name."""
        if self.language == "ru":
            return self._russian_core(span, entity)
        words = [Span(*word.span()) for word in _WORD.finditer(self.text, span.start, span.end)]
        whole = self._known(words)
        if len(words) > 1 and self._is_feature(words[-1]):
            return _Core(span, whole)
        if whole and not self._is_type(words[-1]):
            return _Core(span, whole)
        while len(words) > 1 and self._is_type(words[-1]) and self.text[words[-1].start].islower():
            words.pop()
        return self._part(self._without_position(words))

    def _part(self, words: list[Span]) -> _Core:
        """The longest known beginning, or a country at the end, or else all of it."""
        for end in range(len(words), 0, -1):
            form = self._known(words[:end])
            if form:
                return _Core(tidied(self.text, Span(words[0].start, words[end - 1].end)), form)
        form = self._country(words[1:])
        if form:
            return _Core(tidied(self.text, Span(words[1].start, words[-1].end)), form)
        bare = Span(words[0].start, words[0].end - 1)
        if self.text[bare.end] == "s" and self.gazetteer.named(bare.of(self.text)):
            return _Core(bare, bare.of(self.text))  # "Syrias Idlib": the apostrophe was lost
        return _Core(Span(words[0].start, words[-1].end), None)

    def _country(self, words: Sequence[Span]) -> str | None:
        form = self._known(words) if words else None
        known = self.gazetteer.named(form) if form else ()
        return form if known and known[0].precision == "country" else None

    def _russian_core(self, span: Span, entity: Entity) -> _Core:
        words = _SPACE.sub(" ", span.of(self.text))
        forms = self._best_known(entity.name, words) or [*agreeing(entity.name), words]
        split = [form.partition(" ") for form in forms]
        bare = [rest for first, _, rest in split if rest and place_key(first) in self.types]
        for known in (self.gazetteer.named, self.gazetteer.lookup):
            for form in (*forms, *bare):
                if known(form):
                    return _Core(span, form)
        return _Core(span, None)

    def _best_known(self, lemma: str, words: str) -> list[str]:
        """ "Хаме" is of "Хам" or of "Хама": the far better known of the places so called."""
        if " " in words or " " in lemma:
            return []
        first = dict.fromkeys((lemma, words, f"{words[:-1]}а", f"{words[:-1]}я"))
        known = [
            (found[0].population, form) for form in first if (found := self.gazetteer.named(form))
        ]
        best = max(known, key=lambda pair: pair[0], default=None)
        plain = next((population for population, form in known if form == lemma), 0)
        return [best[1]] if best and best[0] > plain * _FAR_BETTER else []

    def _without_position(self, words: list[Span]) -> list[Span]:
        if self._known(words):
            return words
        for cut in (2, 1):
            if len(words) > cut and place_key(self._joined(words[:cut])) in self.positions:
                return words[cut:]
        return words

    def _is_type(self, word: Span) -> bool:
        return place_key(word.of(self.text)) in self.types

    def _is_feature(self, word: Span) -> bool:
        return place_key(word.of(self.text)) in self.features

    def _joined(self, words: Sequence[Span]) -> str:
        return _SPACE.sub(" ", self.text[words[0].start : words[-1].end])

    def _known(self, words: Sequence[Span]) -> str | None:
        span = tidied(self.text, Span(words[0].start, words[-1].end))
        form = _SPACE.sub(" ", span.of(self.text))
        key = place_key(form)
        entries = self.gazetteer.named(form)
        return form if any(is_own_name(key, entry) for entry in entries) else None

    def _before(self, span: Span) -> str:
        start = max(self.annotated.span.start, span.start - _NEAR)
        found = _BEFORE.search(self.text[start : span.start])
        return place_key(found.group(1)) if found else ""

    def _after(self, span: Span) -> str:
        found = _AFTER.match(self.text[span.end : min(self.annotated.span.end, span.end + _NEAR)])
        return place_key(found.group(1)) if found else ""


def tidied(text: str, span: Span) -> Span:
    """The span without "the" before it and "'s" or punctuation after it."""
    words = span.of(text)
    lead = _LEAD.match(words)
    start = span.start + (lead.end() if lead else 0)
    tail = _TAIL.search(text[start : span.end])
    return Span(start, span.end - (len(tail.group()) if tail else 0))


def abbreviated(annotated: AnnotatedText, span: Span, gazetteer: Gazetteer) -> FoundName | None:
    """The name as a known abbreviation, with the full stop that belongs to it."""
    words = span.of(annotated.text)
    stopped = annotated.text[span.start : min(span.end + 1, annotated.span.end)] == f"{words}."
    for form, length in ((f"{words}.", len(words) + stopped), (words, len(words))):
        entry = gazetteer.abbreviation(form, annotated.language)
        if entry and (stopped or "." in words or form == words):
            whole = Span(span.start, span.start + length)
            return FoundName(whole, form, "name", "a known abbreviation", entry)
    return None
