"""What killed or hurt: the cause of an event in a few plain words."""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass

from wireroom.extraction.events.scenes import event_sentences
from wireroom.records.analyses import Analysis
from wireroom.records.documents import Document
from wireroom.records.events import EventReport
from wireroom.records.spans import Span

# Modes that leave nothing to choose.
_BY_MODE = {
    "assassinate": "assassination",
    "primitive": "stabbing",
    "beat": "beating",
    "torture": "torture",
    "arson": "arson",
}
_OF_MODE = {
    "heavy-weapons": "shelling",
    "explosives": "explosion",
    "suicide-attack": "suicide bombing",
    "firearms": "shooting",
    "chemical": "chemical",
    "execution": "execution",
}
_WORDS = {
    "shelling": r"shell(?:s|ed|ing|ings)?|rockets?|mortars?|artillery|missiles?|bombard\w*|barrel"
    r"|cluster|air ?strikes?|air ?raids?|warplanes?|fighter jets?|jets|aerial|обстрел\w*|артилл\w*"
    r"|ракет\w*|авиауд\w*|мин[аоы]м[её]т\w*",
    "explosion": r"explo(?:sions?|ded|des|ding|sive|sives)|blasts?|(?:car|truck|bus|motorcycle"
    r"|roadside|motorbike|time) ?bomb\w*|bomb (?:attack|blast)s?|bomber|i\.?e\.?ds?|land ?mines?"
    r"|detonat\w*|booby\w*|blew up|blown up|взрыв\w*|подорв\w*|бомб[аы]\b",
    "suicide bombing": r"suicide|blew (?:him|her|them)sel\w+|смертни\w*",
    "shooting": r"gun(?:men|man|fire)|shot|shooting|snipers?|opened fire|machine ?guns?|bullets?"
    r"|стрельб\w*|расстрел\w*|снайпер\w*",
    "clashes": r"clash(?:es|ed|ing)?|battles?|fighting|firefights?|skirmish\w*|combat|ambush\w*"
    r"|столкновен\w*|бо[ийяе]в?",
    "chemical": r"chemical|sarin|chlorine|nerve|poison\w*|toxic|gas|gassed|gassing|химич\w*"
    r"|зарин\w*|хлор\w*",
    "execution": r"execut(?:e|ed|es|ing|ions?)|behead\w*|hanged|crucif\w*|казн\w*|обезглав\w*",
}
_FAMILIES = {name: re.compile(rf"\b(?:{words})\b", re.I) for name, words in _WORDS.items()}
_AIR = re.compile(
    r"air ?(?:strike|raid)|airstrike|warplane|plane|jet\b|jets\b|aerial|авиа|воздуш|самол[её]т",
    re.I,
)
_MOST = 8.0  # of one family's words that count

# eval/main_event.md: a conditional logit, trained on one half of FA-KES by eval/train_main.py.
WEIGHTS: Mapping[str, float] = {
    "counted": 0.25,
    "is clashes": -1.44,
    "is explosion": -0.61,
    "is shelling": 0.14,
    "is shooting": -0.92,
    "is suicide bombing": 0.24,
    "lede": 0.97,
    "mode": 0.80,
    "none": -0.57,
    "none, no mode": 0.54,
    "title": 0.12,
    "told": 0.68,
}


@dataclass(frozen=True, slots=True)
class _Stretches:
    title: str
    counted: str
    told: str
    lede: str


def name_cause(analysis: Analysis, document: Document, event: EventReport) -> str | None:
    """By the event's mode, the words that it is mentioned in, and those of the text around them;
    None if nothing tells, and for what harms nobody."""
    if event.mode in _BY_MODE:
        return _BY_MODE[event.mode]
    if event.type not in ("ASSAULT", "CRIME"):
        return _OF_MODE.get(event.mode or "")
    rows = find_families(analysis, document, event)
    best = max(rows, key=lambda name: weigh(rows[name]))
    if best == "shelling":
        return _shelling(analysis, document, event)
    return best or None


def find_families(
    analysis: Analysis, document: Document, event: EventReport
) -> dict[str, dict[str, float]]:
    """For each cause, and "" for none, what speaks for it."""
    parts = _stretches(analysis, document, event)
    found = {"": {"none": 1.0, "none, no mode": float(event.mode is None)}}
    for name, words in _FAMILIES.items():
        near = {
            "mode": float(_OF_MODE.get(event.mode or "") == name),
            "title": float(bool(words.search(parts.title))),
            "counted": _much(words, parts.counted),
            "told": _much(words, parts.told),
            "lede": _much(words, parts.lede),
        }
        if any(near.values()):  # what is only named elsewhere did something else
            found[name] = {**near, f"is {name}": 1.0}
    return found


def weigh(features: Mapping[str, float]) -> float:
    return sum(WEIGHTS.get(name, 0.0) * value for name, value in features.items())


def _much(words: re.Pattern[str], text: str) -> float:
    return math.log1p(min(sum(1 for _ in words.finditer(text)), _MOST))


def _stretches(analysis: Analysis, document: Document, event: EventReport) -> _Stretches:
    told = event_sentences(analysis, event)
    dead = [analysis.quantities[i] for i in event.quantities]
    counted = [s for s in told if any(x.role == "killed" and s.covers(x.span) for x in dead)]
    lede = list(analysis.sentences[:2])
    return _Stretches(
        document.title or "", *(_text(document, part) for part in (counted, told, lede))
    )


def _text(document: Document, spans: list[Span]) -> str:
    return "\n".join(span.of(document.text) for span in spans)


def _shelling(analysis: Analysis, document: Document, event: EventReport) -> str:
    words = " ".join(span.of(document.text) for span in event.mentions)
    words += " " + " ".join(one.name for one in (*event.actors, *event.instruments))
    if event.mode != "heavy-weapons":
        words += " " + _text(document, event_sentences(analysis, event))
    return "air strike" if _AIR.search(words) else "shelling"
