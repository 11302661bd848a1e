"""What shows that words that the gazetteer has are a place's name where they stand."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from wireroom.extraction.values.gazetteer import Gazetteer
from wireroom.extraction.values.place_spelling import place_key, sounded
from wireroom.extraction.values.places_found import FoundName
from wireroom.records.annotations import AnnotatedText
from wireroom.records.places import GazetteerEntry
from wireroom.records.spans import Span

WELL_KNOWN = 150_000  # inhabitants of a town whose name alone is enough
READERS_KNOW = ("US", "CA", "AU", "GB", "IN")  # whose divisions are named without the country
OF_NOTE = 50_000  # inhabitants of a town that its own country knows
HOMES = {"uk": "UA", "fa": "IR", "tr": "TR"}  # the country of most who write the language
OWN_NAME = 60  # per cent that a spelling has in common with the name that the gazetteer has
TELLING = 6  # letters of a name that is not likely to be a word
ACRONYM = 4  # letters and digits
COMPANY = 1.0  # degrees from another place of the document

_BEFORE = re.compile(r"([^\W\d]+)\s+(?:the\s+)?$", re.IGNORECASE)
_SAMPLE = 2000  # characters that show whether a passage is in capitals
_MOST = 0.7
_WIDTH = 0.8  # of a degree of longitude, where most people live
_KINDS_AFTER = (re.compile(r"[ -](\w+ \w+)"), re.compile(r"[ -](\w+)"))
_KIND = re.compile(r"(\w+) of $")
_CAPITALISED = re.compile(r"[A-Z][a-z]+ $")
_DATELINE = re.compile(r"\s?(?:\([^)\n]{2,30}\)\s?)?(?:—|--|–|- )")
_WHERE = re.compile(r"['’][dt][ae](?:n|ki)?\b")
_NEAR = 28  # characters before and after a name that are read


@dataclass(frozen=True, slots=True)
class Claim:
    """Words that may be a place's name: where, under which key, and which places it would be."""

    span: Span
    key: str
    entries: Sequence[GazetteerEntry]


class Cover:
    """Asks, in order of the text, which of some spans is touched."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = sorted(spans)
        self._at = 0

    def touching(self, span: Span) -> Span | None:
        while self._at < len(self._spans) and self._spans[self._at].end <= span.start:
            self._at += 1
        for other in self._spans[self._at : self._at + 2]:
            if other.overlaps(span):
                return other
        return None


class Evidence:
    """Weighs claims of one passage, in the order of the text.

    ``found`` are the names known to be places', ``around`` the places that they mean.
    """

    def __init__(
        self,
        annotated: AnnotatedText,
        gazetteer: Gazetteer,
        found: Sequence[FoundName],
        around: Sequence[GazetteerEntry],
    ) -> None:
        self.annotated = annotated
        self.text = annotated.text
        self.known = {place_key(name.form) for name in found if gazetteer.named(name.form)}
        self.divisions = {(entry.country, entry.admin1) for entry in around if entry.admin1}
        self.countries = Counter(entry.country or "" for entry in around)
        self.near = _cells(entry for entry in around if entry.precision != "country")
        self.sentences = {sentence.start for sentence in annotated.sentences}
        people = [entity.span for entity in annotated.entities if entity.type == "PERSON"]
        self.people = Cover(people)
        self.organisations = Cover(
            [entity.span for entity in annotated.entities if entity.type == "ORGANIZATION"]
        )
        names = [person.of(self.text) for person in people]
        self.surnames = {name.rpartition(" ")[2] for name in names if " " in name}
        self.capitals = is_in_capitals(annotated)
        language = annotated.language
        self.ambiguous = gazetteer.words("places_ambiguous", language)
        self.common = gazetteer.words("lowercase", language)
        self.types = gazetteer.words("place_types", language)
        self.cues = gazetteer.words("places_cues", language)
        self.news_names = gazetteer.words("known_names", "und")

    def why(self, claim: Claim) -> str:
        """In words; empty if nothing says so."""
        person = self.people.touching(claim.span)
        if person and (person != claim.span or not self._outweighs_a_person(claim)):
            return self._by_kind(claim)
        if is_acronym(claim.span.of(self.text)) and not self.capitals:
            return self._by_dateline(claim) or self._by_table(claim)
        checks: tuple[Callable[[Claim], str], ...] = (
            self._by_document,
            self._by_fame,
            self._by_kind,
            self._by_cue,
            self._by_dateline,
            self._by_company,
        )
        return next((why for check in checks if (why := check(claim))), "")

    def goes_on(self, span: Span) -> bool:
        """Whether another capitalised word follows, so that the name is a part of a longer one."""
        after = self.text[span.end : span.end + 2]
        return after[:1] == " " and after[1:2].isupper()

    def _outweighs_a_person(self, claim: Claim) -> bool:
        """Whether a name that the annotator gave to a person is a place's all the same."""
        if self.news_names.get(claim.key) == "famous" and self.asks_for_a_place(claim.span):
            return True
        if claim.span.of(self.text).rpartition(" ")[2] in self.surnames:
            return False
        if self.sure_cue(claim.span) and " " in claim.key:
            return True
        return claim.entries[0].precision == "country" or any(
            (entry.population >= WELL_KNOWN and (entry.country, entry.admin1) in self.divisions)
            or (entry.precision == "point" and entry.population > 0)
            for entry in claim.entries
        )

    def _by_document(self, claim: Claim) -> str:
        return "named as a place elsewhere in the document" if claim.key in self.known else ""

    def _by_fame(self, claim: Claim) -> str:
        if claim.key in self.ambiguous or self._after_a_given_name(claim.span):
            return ""
        if self.annotated.language != "en" and self.news_names.get(claim.key) == "famous":
            return "a name that news has"
        if self.capitals and claim.key in self.common:
            return ""
        language = self.annotated.language
        home, famous = HOMES.get(language), _famous_in_english if language == "en" else _famous
        known = any(
            famous(claim.key, entry)
            or (home and entry.country == home and _is_of_note(claim.key, entry))
            for entry in claim.entries
        )
        return "a name that readers know" if known else ""

    def _after_a_given_name(self, span: Span) -> bool:
        if self.annotated.language == "tr" and _WHERE.match(self.text, span.end):
            return False  # "Polis İstanbul'da": the ending says where
        start = max(self.annotated.span.start, span.start - _NEAR)
        return bool(_CAPITALISED.search(self.text[start : span.start]))

    def _by_cue(self, claim: Claim) -> str:
        if self._unclear(claim.key) or claim.key in self.common:
            return ""
        organisation = self.organisations.touching(claim.span)
        if organisation and organisation.start != claim.span.start:
            return ""
        cue = self._before(claim.span)
        if self.cues.get(cue) in ("strong", "sure") and not self.goes_on(claim.span):
            return f"stands after '{cue}', and the gazetteer has it"
        return ""

    def _by_table(self, claim: Claim) -> str:
        """ "in T4": an acronym of the table made by hand, where a place must follow."""
        listed = claim.key in self.news_names and self.asks_for_a_place(claim.span)
        return "news has a place of that name" if listed else ""

    def _unclear(self, key: str) -> bool:
        """Whether the name is a word, too, that no "in" before it makes a place's."""
        return self.ambiguous.get(key, "in") != "in"

    def _after_its_kind(self, claim: Claim) -> str:
        """ "مدينة الباب", "город Дума": the kind of place right before the name."""
        kind = self._before(claim.span)
        known = self.annotated.language != "en" and kind in self.types
        return f"called a {kind}" if known else ""

    def _by_kind(self, claim: Claim) -> str:
        called = self._after_its_kind(claim)
        if called:
            return called
        if claim.key in self.ambiguous or claim.key in self.common:
            return ""
        start = max(self.annotated.span.start, claim.span.start - _NEAR)
        before = _KIND.search(self.text[start : claim.span.start])
        if before and place_key(before.group(1)) in self.types and not self.goes_on(claim.span):
            return f"called a {before.group(1)}"
        after = self.text[claim.span.end : min(claim.span.end + _NEAR, self.annotated.span.end)]
        for pattern in _KINDS_AFTER:
            found = pattern.match(after)
            if found and found.group(1).islower() and place_key(found.group(1)) in self.types:
                return f"called a {found.group(1)}"
        return ""

    def asks_for_a_place(self, span: Span) -> bool:
        """Whether only a place's name can follow: after "in", "town of" and the like."""
        return self.sure_cue(span) or bool(self._by_kind(Claim(span, "", ())))

    def sure_cue(self, span: Span) -> bool:
        """Whether the words before are such that hardly anything but a place can follow."""
        return not self.goes_on(span) and self.cues.get(self._before(span)) == "sure"

    def _before(self, span: Span) -> str:
        start = max(self.annotated.span.start, span.start - _NEAR)
        found = _BEFORE.search(self.text[start : span.start])
        return place_key(found.group(1)) if found else ""

    def _by_dateline(self, claim: Claim) -> str:
        span = claim.span
        if span.start not in self.sentences or not span.of(self.text).isupper():
            return ""
        end = min(span.end + 40, self.annotated.span.end)
        return "stands in a dateline" if _DATELINE.match(self.text, span.end, end) else ""

    def _by_company(self, claim: Claim) -> str:
        span, key = claim.span, claim.key
        # In Russian the annotator seldom misses a place; adjectives in names look like towns.
        if self.annotated.language == "ru":
            return ""
        if not self.near or key in self.ambiguous or key in self.common or len(key) < 4:
            return ""
        if self._after_a_given_name(span) or span.of(self.text) in self.surnames:
            return ""
        inside = self.organisations.touching(span)
        if self.goes_on(span) if inside is None else inside.start != span.start:
            return ""
        for entry in claim.entries:
            nearest = self._nearest(entry)
            if nearest and (entry.country, entry.admin1) in self.divisions:
                return f"the gazetteer has it near {nearest.name}, which is named too"
            if self.countries[entry.country or "?"] >= 2 and entry.population >= OF_NOTE:
                return "well known in a country that the document is about"
        return ""

    def _nearest(self, entry: GazetteerEntry) -> GazetteerEntry | None:
        """The nearest place of the document that is less than COMPANY away."""
        row, column = _cell(entry)
        around = (
            (_distance(entry, other), other.name, other)
            for y in (row - 1, row, row + 1)
            for x in (column - 1, column, column + 1)
            for other in self.near.get((y, x), ())
        )
        found = min((near for near in around if near[0] < COMPANY), default=None, key=_by_distance)
        return found[2] if found else None


def is_own_name(key: str, entry: GazetteerEntry, weight: int = 1) -> bool:
    """Whether a key is the place's name or near it, or the place has ``weight`` inhabitants.

    Small places have names in many languages, which are words in others: "Mail" in Iraq.
    """
    own = place_key(entry.name)
    if entry.population >= weight or own == key:
        return True
    if len(key) < TELLING and not entry.population:
        return False
    return key in own or fuzz.ratio(sounded(own), sounded(key)) >= OWN_NAME


def is_acronym(words: str) -> bool:
    """Whether the word is more likely to be an acronym than a place's name in capitals."""
    return len(words) <= ACRONYM and words.isupper() and words.isalnum()


def is_in_capitals(annotated: AnnotatedText) -> bool:
    """Whether the passage is written in capitals alone, or nearly so, as old wires are."""
    sample = annotated.text[
        annotated.span.start : min(annotated.span.end, annotated.span.start + _SAMPLE)
    ]
    large = sum(map(str.isupper, sample))
    return large > _MOST * (large + sum(map(str.islower, sample)))


def _by_distance(near: tuple[float, str, GazetteerEntry]) -> tuple[float, str]:
    return near[:2]


def _cells(entries: Iterable[GazetteerEntry]) -> dict[tuple[int, int], list[GazetteerEntry]]:
    cells: dict[tuple[int, int], list[GazetteerEntry]] = defaultdict(list)
    for entry in dict.fromkeys(entries):
        cells[_cell(entry)].append(entry)
    return dict(cells)


def _cell(entry: GazetteerEntry) -> tuple[int, int]:
    """Cells are so wide that what is less than COMPANY away is in the next one at most."""
    return math.floor(entry.latitude / COMPANY), math.floor(entry.longitude / COMPANY * _WIDTH)


def _distance(one: GazetteerEntry, other: GazetteerEntry) -> float:
    """Degrees, near enough: what is asked is only whether two places are close."""
    return max(abs(one.latitude - other.latitude), abs(one.longitude - other.longitude) * _WIDTH)


def _is_of_note(key: str, entry: GazetteerEntry) -> bool:
    return entry.population >= OF_NOTE and len(key) > 3


def _famous_in_english(key: str, entry: GazetteerEntry) -> bool:
    if place_key(entry.name) != key or len(key) < 4:
        return False
    if entry.precision in ("country", "point"):
        return entry.population > 0
    if entry.precision == "region":
        return entry.admin1 is None or entry.country in READERS_KNOW
    if entry.precision == "district":
        return " " in key
    return entry.population >= WELL_KNOWN


def _famous(key: str, entry: GazetteerEntry) -> bool:
    if len(key) < 3 or entry.population < WELL_KNOWN:
        return False
    return entry.precision in ("country", "town") or (
        entry.precision in ("region", "point") and len(key) > 3
    )
