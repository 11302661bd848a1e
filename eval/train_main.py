"""Train the choices of a main event's place, actor and cause; print their weights and figures.

    python -m eval.train_main fakes.jsonl.gz

Each line of the file is an article of FA-KES with its fields: id, title, text, published, gold
(governorate, actor, cause, by the names below). Three conditional logits, each a choice among what
the article names: maximum likelihood with a little L2, Adam, 600 steps. Trained on the half of the
articles whose id hashes to an even number (near copies of one report may fall into both); the
figures of the other half are what is to be looked at. The weights are put into
``wireroom.extraction.events`` by hand: ``scenes``, ``perpetrators``, ``causes``.
"""

import gzip
import hashlib
import json
import re
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from wireroom.extraction.events import causes, perpetrators, scenes
from wireroom.extraction.events.main import find_main_event
from wireroom.extraction.events.parties import Roll
from wireroom.extraction.values.gazetteer import Gazetteer
from wireroom.pipeline import analyse_document
from wireroom.records.analyses import AnalysedDocument
from wireroom.records.documents import Document
from wireroom.records.events import EventReport

L2, STEPS, RATE = 0.006, 600, 0.05
LEAST = 0.1  # weights below are left out
ACTORS = (  # FA-KES's parties, and the words that name them, the first that fits
    ("coalition", r"coalition|us led|american"),
    ("isis", r"\bisi[sl]\b|\bis\b|daesh|islamic state"),
    ("nusra", r"nusra|fatah al sham|tahrir al sham|qaeda"),
    ("self_administration", r"kurd|\bsdf\b|\bypg\b|democratic forces"),
    ("opposition", r"rebel|opposition|\bfsa\b|insurgent|militant|terrorist|armed group|islamist"),
    ("government_or_russia", r"government|regime|syrian|assad|russia|hezbollah|hizb|iran"),
)
CAUSES = {
    "shelling": "shelling",
    "explosion": "explosion",
    "suicide bombing": "explosion",
    "shooting": "shooting",
    "clashes": "shooting",
    "chemical": "chemical",
    "execution": "execution",
    "": "unknown",
}


@dataclass(frozen=True)
class Choice:
    """What one article offers: features of each, and whether it is right."""

    identifier: str
    features: tuple[Mapping[str, float], ...]
    right: tuple[bool, ...]


def main() -> None:
    with gzip.open(sys.argv[1], "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    gazetteer = Gazetteer.open(Path(sys.argv[2])) if len(sys.argv) > 2 else Gazetteer.open()
    choices: dict[str, list[Choice]] = {"places": [], "actors": [], "causes": []}
    for row in rows:
        document = Document(
            row["id"], row["text"], title=row.get("title"), published=row.get("published")
        )
        analysed = AnalysedDocument(document, analyse_document(document, gazetteer))
        found = find_main_event(analysed.analysis, document)
        if found is None:
            continue
        event = analysed.analysis.events[found.event]
        choices["places"].append(_of_places(analysed, event, row["gold"]))
        choices["causes"].append(_of_causes(analysed, event, row["gold"]))
        if row["gold"]["actor"] != "unknown":
            choices["actors"].append(_of_actors(analysed, event, found.cause, row["gold"]))
    for name, each in choices.items():
        report(name, [one for one in each if one.features])


def _of_places(analysed: AnalysedDocument, event: EventReport, gold: Mapping[str, Any]) -> Choice:
    document, analysis = analysed.document, analysed.analysis
    found = scenes.divisions(analysis, document, event, scenes.fine_places(analysis))
    wanted = _key(gold["governorate"])
    right = [_key(region.removesuffix(" Governorate")) == wanted for _, region in found]
    return Choice(document.id, tuple(features for _, features in found.values()), tuple(right))


def _key(name: str) -> str:
    """Consonants, so that "Hasakeh" is "Al-Hasakah"; the capital's countryside is with it."""
    bare = re.sub(r"^(?:al|ar|rif)[ -]", "", name.lower()).replace("dimashq", "damascus")
    return re.sub(r"[aeiouyh\W]|(.)(?=\1)", "", bare)


def _of_causes(analysed: AnalysedDocument, event: EventReport, gold: Mapping[str, Any]) -> Choice:
    found = causes.find_families(analysed.analysis, analysed.document, event)
    right = [CAUSES[name] == gold["cause"] for name in found]
    return Choice(analysed.document.id, tuple(found.values()), tuple(right))


def _of_actors(
    analysed: AnalysedDocument, event: EventReport, cause: str | None, gold: Mapping[str, Any]
) -> Choice:
    document = analysed.document
    roll = Roll(analysed.analysis, document.text)
    found = perpetrators.find_cases(roll, document, event, cause)
    right = [_party(case) == gold["actor"] for case in found.values()]
    return Choice(document.id, tuple(case.features for case in found.values()), tuple(right))


def _party(case: perpetrators.Case) -> str:
    if case.party.key in ("state", "state RU", "state IR"):
        return "government_or_russia"
    words = " ".join(name for _, name in sorted(case.names, reverse=True)).lower()
    words = words.replace("-", " ")
    return next((label for label, pattern in ACTORS if re.search(pattern, words)), "")


def report(name: str, choices: Sequence[Choice]) -> None:
    """The weights of one half, and the share of right choices in both."""
    names = sorted({key for one in choices for row in one.features for key in row})
    halves = [[one for one in choices if _half(one.identifier) == half] for half in (0, 1)]
    weights = train([_matrix(one, names) for one in halves[0]])
    figures = [_accuracy([_matrix(one, names) for one in half], weights) for half in halves]
    say(f"{name}: {figures[0]:.3f} on the half trained on, {figures[1]:.3f} on the other")
    for key, weight in zip(names, weights, strict=True):
        if abs(weight) >= LEAST:
            say(f'    "{key}": {weight:.2f},')


def _half(identifier: str) -> int:
    return int(hashlib.sha1(identifier.encode()).hexdigest(), 16) % 2


Matrix = tuple[Any, Any]


def _matrix(choice: Choice, names: Sequence[str]) -> Matrix:
    rows = [[features.get(name, 0.0) for name in names] for features in choice.features]
    return np.array(rows), np.array(choice.right, dtype=float)


def train(matrices: Iterable[Matrix]) -> Any:
    """Weights that make the right choices likeliest; articles without one say nothing."""
    useful = [(rows, right) for rows, right in matrices if right.any()]
    weights: Any = np.zeros(useful[0][0].shape[1])
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        slope = L2 * weights
        for rows, right in useful:
            chance = _softmax(rows @ weights)
            wanted = chance * right
            slope = slope - (wanted / wanted.sum() - chance) @ rows / len(useful)
        first = 0.9 * first + 0.1 * slope
        second = 0.99 * second + 0.01 * slope * slope
        weights = weights - RATE * (first / (1 - 0.9**step)) / (
            np.sqrt(second / (1 - 0.99**step)) + 1e-8
        )
    return weights


def _softmax(scores: Any) -> Any:
    powers = np.exp(scores - scores.max())
    return powers / powers.sum()


def say(words: str) -> None:
    sys.stdout.write(f"{words}\n")


def _accuracy(matrices: Sequence[Matrix], weights: Any) -> float:
    best: Callable[[Matrix], bool] = lambda each: bool(each[1][(each[0] @ weights).argmax()])  # noqa: E731
    return sum(map(best, matrices)) / max(len(matrices), 1)


if __name__ == "__main__":
    main()
