"""Names that the annotator did not take for places, and that the gazetteer vouches for."""

import re
from collections.abc import Iterator, Sequence

from wireroom.extraction.values.gazetteer import Gazetteer
from wireroom.extraction.values.place_forms import Form, Forms
from wireroom.extraction.values.place_spelling import place_key
from wireroom.extraction.values.places_evidence import Claim, Cover, Evidence, is_own_name
from wireroom.extraction.values.places_found import FoundName
from wireroom.records.annotations import AnnotatedText
from wireroom.records.places import GazetteerEntry
from wireroom.records.spans import Span

LONGEST = 4  # words of a name
OF_WEIGHT = 150_000  # inhabitants of a town that may go by a name that is not its own

OWN_SCRIPT = (
    "ru",
    "uk",
    "ar",
    "fa",
    "he",
    "el",
)  # languages that write foreign places in their own

_WORD = re.compile(r"[^\W\d_](?:[\w’'.-]*\w)?(?:(?<=\.\w)\.)?|\b[A-Z]\d\b")
_ARTICLE = re.compile(r"(?:[ae][lnrstdz]|ash)-[A-Z]")
_TAIL = re.compile(r"['’](?:s|S)?$")
_SPACE = re.compile(r"\s+")
_AFTER = re.compile(r"[ -]([^\W\d]+)")
_NEAR = 28


class Voucher:
    """Reads one passage once, from its beginning."""

    def __init__(
        self,
        annotated: AnnotatedText,
        gazetteer: Gazetteer,
        found: Sequence[FoundName],
        around: Sequence[GazetteerEntry] = (),
    ) -> None:
        self.annotated = annotated
        self.gazetteer = gazetteer
        self.text = annotated.text
        self.language = annotated.language
        self.evidence = Evidence(annotated, gazetteer, found, around)
        self.covered = Cover([name.span for name in found])
        self.forms = Forms(self.language, gazetteer)
        self.lemmas = (
            {token.start: token.lemma for token in annotated.tokens}
            if self.language == "ru"
            else {}
        )
        self.transliterated = gazetteer.words("transliterated", "und").keys()
        self.not_before = gazetteer.words("places_not_before", self.language)
        self.features = gazetteer.words("place_features", self.language)

    def vouched(self) -> Iterator[FoundName]:
        """The names in order; none touches another, or a name found before."""
        start, end = self.annotated.span
        words = [Span(*word.span()) for word in _WORD.finditer(self.text, start, end)]
        may_begin = [self._may_begin(word.of(self.text)) for word in words]
        at = 0
        while at < len(words):
            length = 1
            if may_begin[at]:
                ahead = words[at : at + LONGEST]
                found, length = self._longest(ahead, may_begin[at : at + LONGEST])
            else:
                found = self._small_demonym(words[at])
            if found:
                yield found
            at += length

    def _longest(
        self, words: Sequence[Span], may_begin: Sequence[bool]
    ) -> tuple[FoundName | None, int]:
        for length in range(self._joined(words), 0, -1):
            if not may_begin[length - 1]:
                continue
            span = Span(words[0].start, words[length - 1].end)
            tail = _TAIL.search(span.of(self.text))
            span = Span(span.start, span.end - (len(tail.group()) if tail else 0))
            if not self.covered.touching(span):
                found = self._vouch(span, length)
                if found:
                    return found, length
        return None, 1

    def _may_begin(self, word: str) -> bool:
        """Whether a name may begin so: with a capital, or in a script that has none."""
        if self.language in OWN_SCRIPT and word.isascii():
            return False  # "Toyota" in Russian is a make
        if _ARTICLE.match(word):
            return True
        return (word[0].isupper() or _has_no_case(word[0])) and word not in ("The", "THE")

    def _joined(self, words: Sequence[Span]) -> int:
        """How many words follow one another as those of one name do."""
        for count, (one, other) in enumerate(zip(words, words[1:], strict=False), 1):
            if self.text[one.end : other.start] not in (" ", "\n", "-"):
                return count
        return len(words)

    def _small_demonym(self, span: Span) -> FoundName | None:
        """An adjective as languages that write it small have it ("сирийский")."""
        if self.language == "en" or self.covered.touching(span):
            return None
        return self._demonym(span, span.of(self.text))

    def _demonym(self, span: Span, words: str) -> FoundName | None:
        if self.language == "fa" and self.gazetteer.abbreviation(words, "fa"):
            return None  # "ترکیه" is the country; the Arabic adjective is written alike
        lemma = words if " " in words else self.lemmas.get(span.start, words)
        for form in dict.fromkeys((words, lemma)):
            entry = self.gazetteer.demonym(form, self.language)
            if entry:
                return FoundName(
                    span, form, "demonym", "a word for who or what is of a place", entry
                )
        return None

    def _vouch(self, span: Span, length: int) -> FoundName | None:
        words = _SPACE.sub(" ", span.of(self.text))
        unclear = length == 1 and place_key(words) in self.evidence.ambiguous
        demonym = None if unclear else self._demonym(span, words)
        if demonym:
            return demonym
        after = self._after(span)
        if after in self.not_before or (after in self.features and self.evidence.goes_on(span)):
            return None
        return self._abbreviation(span, words) or self._name(span, words)

    def _name(self, span: Span, words: str) -> FoundName | None:
        for form in self._forms(span, words):
            key = place_key(form.text)
            name = Span(span.start + form.before, span.end - form.after)
            entries = [
                entry for entry in self.gazetteer.named(form.text) if self._bears(entry, key)
            ] or self._similar(name, form)
            if not entries or (len(key) < 3 and key not in self.evidence.news_names):
                continue
            why = self.evidence.why(Claim(name, key, entries))
            if why:
                return FoundName(name, form.text, "name", why)
        return None

    def _similar(self, span: Span, form: Form) -> list[GazetteerEntry]:
        """Places of the document's countries that sound like it, where a place must follow."""
        countries = self.evidence.countries
        if self.language != "en" or not countries.keys() & self.transliterated:
            return []
        if self.gazetteer.named(form.text) or not self.evidence.asks_for_a_place(span):
            return []
        return [entry for entry in self.gazetteer.lookup(form.text) if entry.country in countries]

    def _forms(self, span: Span, words: str) -> Iterator[Form]:
        if not self.lemmas:
            return self.forms.of(words)
        starts = [start for start in range(span.start, span.end) if start in self.lemmas]
        return self.forms.of(words, " ".join(self.lemmas[start] for start in starts))

    def _bears(self, entry: GazetteerEntry, key: str) -> bool:
        """Whether the name is the place's own, and not what it is called in some other language."""
        return (
            self.language != "en"
            or self.evidence.news_names.get(key) == "famous"
            or is_own_name(key, entry, OF_WEIGHT)
        )

    def _abbreviation(self, span: Span, words: str) -> FoundName | None:
        stop = self.text[span.end : span.end + 1] == "." and not words.endswith(".")
        for form, end in ((f"{words}.", span.end + 1), (words, span.end)):
            if form != words and not stop:
                continue
            if self.evidence.capitals and "." not in form:
                continue  # "IN" is no Indiana where all is in capitals
            entry = self.gazetteer.abbreviation(form, self.language)
            if entry and (entry.precision == "country" or self._follows_a_name(span)):
                return FoundName(Span(span.start, end), form, "name", "a known abbreviation", entry)
        return None

    def _follows_a_name(self, span: Span) -> bool:
        before = self.text[max(self.annotated.span.start, span.start - 3) : span.start]
        return before.endswith(", ") and before[:1].isalpha()

    def _after(self, span: Span) -> str:
        found = _AFTER.match(self.text[span.end : min(self.annotated.span.end, span.end + _NEAR)])
        return place_key(found.group(1)) if found else ""


def _has_no_case(letter: str) -> bool:
    return letter.lower() == letter.upper() and letter.isalpha()
