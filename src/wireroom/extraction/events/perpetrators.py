"""Who did what a document is mainly about: a choice among the parties that it names.

What speaks for a party is told by all its mentions together: that the syntax makes it the actor,
that an accuser names it, that the title or the event's own sentences have it before a word of
attack or after "by"; against it, that it was hit, or only speaks.
"""

import math
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from wireroom.extraction.events.parties import Party, Roll, is_of_state
from wireroom.extraction.events.scenes import event_sentences
from wireroom.records.analyses import Analysis
from wireroom.records.documents import Document
from wireroom.records.events import EventReport, Participant
from wireroom.records.spans import Span
from wireroom.text.folding import fold

# eval/main_event.md: a conditional logit, trained on one half of FA-KES by eval/train_main.py.
WEIGHTS: Mapping[str, float] = {
    "accused": 1.42,
    "actor": 2.27,
    "actor elsewhere": 1.25,
    "acts elsewhere": 0.18,
    "acts titled": 0.57,
    "acts told": -0.16,
    "air coalition": 0.84,
    "air irregulars": -0.16,
    "air named": -1.07,
    "air rebels": -0.44,
    "air state": 0.83,
    "blamed elsewhere": 1.08,
    "blamed lede": 0.54,
    "blamed told": 1.55,
    "bomb coalition": -0.33,
    "bomb named": 0.60,
    "bomb rebels": 0.29,
    "bomb state": -0.62,
    "by elsewhere": 0.61,
    "by lede": 0.88,
    "by titled": 0.29,
    "by told": 1.33,
    "chemical irregulars": 0.36,
    "chemical named": -0.72,
    "chemical state": 0.47,
    "faced elsewhere": -0.19,
    "faced told": 1.37,
    "harmed lede": -0.62,
    "harmed titled": -0.61,
    "harmed told": -0.70,
    "is coalition": 1.03,
    "is irregulars": -1.51,
    "is rebels": -0.35,
    "is state": 0.88,
    "named elsewhere": 0.73,
    "named lede": 0.60,
    "named titled": 1.60,
    "named told": 0.27,
    "says": 0.24,
    "target": -0.87,
    "target of another": 0.15,
}

_DEED = (
    r"(?:air\s?)?(?:strikes?|struck|raids?|raided|shell(?:s|ed|ing)?|bomb(?:s|ed|ings?|ardments?"
    r"|arded|arding)?|attack(?:s|ed|ing)?|kill(?:s|ed|ings?)?|fir(?:e|ed|es|ing)|rockets?|mortars?"
    r"|missiles?|target(?:s|ed|ing)|hits?|execut\w+|behead\w+|massacre\w*|offensive|assault|gass\w+"
    r"|dropp\w+|launch\w+|carried out|conduct\w+|murder\w+|blew|detonat\w+|storm\w+|shot|shoot\w*"
    r"|ambush\w*|barrel|destroy\w*|eliminat\w+|pound\w*|airstrikes?)"
)
_ACTS = re.compile(rf"(?:['’]?s?\W+\w+){{0,2}}?\W+{_DEED}\b", re.I)
_HARMED_AFTER = re.compile(
    r"\W*(?:-|\b(?:held|controlled|run|besieged|backed|positions?|targets|strongholds?|dead|bases?)\b"
    r"|killed\s+(?:in|by|on|as|when|while|during|near|after|fighting)\b"
    r"|(?:were|was|had been|have been|been|are)\s+(?:also\s+)?(?:killed|wounded|hit|injured"
    r"|executed|targeted|dead|among))",
    re.I,
)
_HARMED_BEFORE = re.compile(
    r"\b(?:against|targeting|targeted|kill(?:s|ed|ing)?|eliminat\w+|hit|hits|on)"
    r"\s+(?:the\s+|a\s+|at\s+least\s+|over\s+)?(?:\S+\s+){0,2}$",
    re.I,
)
_FACED = re.compile(
    r"\b(?:clash(?:es|ed)?|fighting|fight|battl(?:es|ed|ing)|combat)\s+(?:with\s+|against\s+)?"
    r"(?:the\s+|a\s+)?(?:\S+\s+){0,1}$",
    re.I,
)
_BY = re.compile(
    r"\b(?:by|blam(?:e|es|ed|ing)(?:\s+(?:\S+\s+){0,3}on)?|accus(?:e|es|ed|ing)|from|belong(?:s|ing)?\s+to|behind"
    r"|responsibility\s+\w+)\s+(?:\S+\s+){0,1}$",
    re.I,
)
_BLAMED = re.compile(
    r"(?:\W+\w+){0,4}?\W+(?:behind|responsib\w+|claimed|admit\w*|perpetrat\w+|accused)\b", re.I
)
_AIR = re.compile(
    r"air force|plane|jet|aircraft|helicopter|gunship|drone|air ?strike|air raid", re.I
)
_STOP = re.compile(r"[.!?]\s")
_REACH = 60  # characters around a mention that are read


@dataclass(slots=True)
class Case:
    """What speaks for one party and against it."""

    party: Party
    names: list[tuple[float, str]] = field(default_factory=list)
    features: dict[str, float] = field(default_factory=lambda: defaultdict(float))

    def add(self, name: str, value: float = 1.0) -> None:
        self.features[name] += value


def find_cases(
    roll: Roll, document: Document, event: EventReport, cause: str | None
) -> dict[str, Case]:
    """The parties by their keys, with what speaks for each as features (numbers from 0 to 2)."""
    analysis = roll.analysis
    cases: dict[str, Case] = {}
    told, lede = event_sentences(analysis, event), analysis.sentences[:2]
    voices = sorted(span for one in analysis.attributions for span in one.source)
    for party in roll.mentions():
        case = cases.setdefault(party.key, Case(party))
        inside = any(s.covers(party.span) for s in told)
        first = any(s.covers(party.span) for s in lede)
        where = "told" if inside else "lede" if first else "elsewhere"
        _read_around(case, document.text, party.span, where)
        if _speaks(voices, party.span):
            case.add("says")
        case.names.append((_fullness(party) + 0.5 * inside, party.name))
    _read_title(cases, roll, document.title or "")
    for label, actors in _casts(analysis, event):
        for one in actors:
            found = roll.of(one.spans[0], one.name, one.kind)
            if found is None:
                continue
            case = cases.setdefault(found.key, Case(found))
            case.add(label)
            case.names.append((_fullness(found) + 2.0 * (label == "actor"), found.name))
    for case in cases.values():
        _finish(case, cause)
    return cases


def _speaks(voices: list[Span], span: Span) -> bool:
    """Whether the mention stands in the source of something said."""
    at = bisect_left(voices, Span(span.start + 1, -1))
    return any(voice.covers(span) for voice in voices[max(0, at - 3) : at])


def _read_around(case: Case, text: str, span: Span, where: str) -> None:
    before = _STOP.split(text[max(0, span.start - _REACH) : span.start])[-1]
    after = _STOP.split(text[span.end : span.end + _REACH])[0]
    case.add(f"named {where}")
    blamed = _BY.search(before)
    harmed = _HARMED_AFTER.match(after) or (not blamed and _HARMED_BEFORE.search(before))
    if harmed:
        case.add(f"harmed {where}")
    elif _ACTS.match(after):
        case.add(f"acts {where}")
    if _FACED.search(before):
        case.add(f"faced {where}")
    if blamed:
        case.add(f"by {where}")
    if _BLAMED.match(after):
        case.add(f"blamed {where}")


def _read_title(cases: Mapping[str, Case], roll: Roll, title: str) -> None:
    spans = {party.key: party.span for party in roll.phrases(title)}
    folded = fold(title)
    for key, case in cases.items():
        at = folded.find(key) if case.party.kind == "named" and len(folded) == len(title) else -1
        span = spans.get(key) or (Span(at, at + len(key)) if at >= 0 else None)
        if span is not None:
            _read_around(case, title, span, "titled")


def _casts(analysis: Analysis, event: EventReport) -> Iterable[tuple[str, tuple[Participant, ...]]]:
    yield "actor", event.actors
    yield "target", event.targets
    for other in analysis.events:
        if other is event:
            continue
        if other.type == event.type and other.mode in (event.mode, None):
            yield "actor of another", other.actors
            yield "target of another", other.targets
        elif other.type in ("ASSAULT", "CRIME"):
            yield "actor elsewhere", other.actors
        elif other.type == "DISAPPROVE":
            yield "accused", other.targets


_FROM_ABOVE = frozenset({"air strike"})
_OF_IRREGULARS = frozenset({"suicide bombing", "execution", "explosion"})


def _finish(case: Case, cause: str | None) -> None:
    if "actor" in case.features and "target" in case.features:
        case.features["actor and target"] = 1.0
    for name, value in case.features.items():
        case.features[name] = math.log1p(min(value, 6.0))
    kind = case.party.kind
    case.features[f"is {kind}"] = 1.0
    if cause in _FROM_ABOVE:
        case.features[f"air {kind}"] = 1.0
    elif cause in _OF_IRREGULARS:
        case.features[f"bomb {kind}"] = 1.0
    elif cause == "chemical":
        case.features[f"chemical {kind}"] = 1.0


def _fullness(party: Party) -> float:
    """How well a phrase serves as the party's name: two or three words, with a capital."""
    words = party.name.split()
    return 0.5 * (2 <= len(words) <= 3) - 0.5 * (len(words) > 4) + 0.3 * party.name[:1].isupper()


def weigh(features: Mapping[str, float]) -> float:
    return sum(WEIGHTS.get(name, 0.0) * value for name, value in features.items())


# One of these has to be said of a party, or nothing is: to be named beside a deed is not enough.
_EVIDENCE = ("actor", "accused", "acts", "by", "blamed", "faced")
_LEAST, _LEAST_NAMED = 1.5, 0.5  # what has to speak for a party; less where the syntax names it


def find_perpetrator(
    analysis: Analysis, document: Document, event: EventReport, cause: str | None
) -> str | None:
    """The name of the party, in the document's words where they say which; None if no party is
    told, or hardly. Knows the words for parties of English alone."""
    roll = Roll(analysis, document.text)
    cases = find_cases(roll, document, event, cause)
    told = [case for case in cases.values() if _is_accused(case)]
    if not told:
        return None
    best = max(told, key=lambda case: weigh(case.features))
    named = "actor" in best.features or "accused" in best.features
    least = _LEAST_NAMED if named else _LEAST
    return _name(best, roll) if weigh(best.features) >= least else None


def _is_accused(case: Case) -> bool:
    return any(name.startswith(_EVIDENCE) for name in case.features)


def _name(case: Case, roll: Roll) -> str:
    """The fullest of its names; of a state, one that says so: "the army" is the "Syrian army"."""
    if case.party.kind != "state":
        return max(case.names, key=lambda each: each[0])[1]
    names = [each for each in case.names if is_of_state(each[1])]
    name = max(names or case.names, key=lambda each: each[0])[1]
    return roll.nationality(name)
