"""Whether headlines of one event are put together across English and Russian; prints figures.

    python -m eval.headlines_across

Reads ``headlines_across.txt`` beside it, whose headlines are invented: sixty events in families of
near ones (the same town a day later, another town on that day, another toll), two reports of each
in either language. The families called "tune" may be tuned on; the others are for reporting. Prints
precision, recall and F1 over pairs of reports, over all pairs and over those in two languages.
"""

import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path

from wireroom.extraction.values.gazetteer import Gazetteer
from wireroom.pipeline import analyse_document, compare_documents
from wireroom.records.analyses import AnalysedDocument
from wireroom.records.documents import Document

HEADLINES = Path(__file__).with_suffix(".txt")


@dataclass(frozen=True, slots=True)
class Headline:
    """One report: ``event`` is the number of its event in the file, ``part`` "tune" or "report"."""

    event: int
    family: str
    part: str
    document: Document

    @property
    def language(self) -> str:
        return self.document.language or ""


@dataclass(frozen=True, slots=True)
class Figures:
    """Over pairs of reports, each 0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def read_headlines(text: str) -> tuple[Headline, ...]:
    """The reports of a file such as the one beside this module, in its order."""
    found: list[Headline] = []
    event, family, part, day = 0, "", "", date.min
    for line in text.splitlines():
        sort, _, rest = line.partition(" ")
        if sort == "=":
            family, part = rest.split()
        elif sort == "-":
            event, day = event + 1, date.fromisoformat(rest)
        elif sort and not sort.startswith("#"):
            found.append(Headline(event, family, part, _document(len(found), day, sort, rest)))
    return tuple(found)


def _document(number: int, day: date, sort: str, rest: str) -> Document:
    """Under an id that tells nothing of its event, since ids decide between equals."""
    language, _, later = sort.partition("+")
    title, _, lead = (part.strip() for part in rest.partition("|"))
    published = (day + timedelta(days=int(later or 0))).isoformat()
    identifier = f"h{number * 7919 % 1000:03}-{number}"
    return Document(
        identifier,
        lead or title,
        title=title if lead else None,
        published=published,
        language=language,
    )


def measure(headlines: Sequence[Headline], groups: Mapping[str, str], across: bool) -> Figures:
    """How well the groups of Documents are the events; with ``across`` over pairs in two languages.

    ``groups`` is by id of Document what stands for its group; one without is in none.
    """
    joined = right = wanted = 0
    for one, other in combinations(headlines, 2):
        if across and one.language == other.language:
            continue
        mine, theirs = groups.get(one.document.id), groups.get(other.document.id)
        together = mine is not None and mine == theirs
        joined += together
        wanted += one.event == other.event
        right += together and one.event == other.event
    return Figures(right / joined if joined else 1.0, right / wanted if wanted else 1.0)


def groups_of(analysed: Sequence[AnalysedDocument]) -> dict[str, str]:
    """By Document the Event of its main report."""
    events = compare_documents(analysed).events
    return {x.document: event.id for event in events for x in event.reports if x.main}


def analyse(headlines: Iterable[Headline]) -> list[AnalysedDocument]:
    gazetteer = Gazetteer.open()
    documents = [headline.document for headline in headlines]
    return [AnalysedDocument(each, analyse_document(each, gazetteer)) for each in documents]


def figures_of(part: str) -> dict[str, Figures]:
    """Those of the families of one part, over all pairs and over those in two languages."""
    headlines = read_headlines(HEADLINES.read_text(encoding="utf-8"))
    chosen = [headline for headline in headlines if headline.part == part]
    groups = groups_of(analyse(chosen))
    return {
        "all pairs": measure(chosen, groups, across=False),
        "across languages": measure(chosen, groups, across=True),
    }


def main() -> None:
    for part in ("tune", "report"):
        for name, found in figures_of(part).items():
            figures = f"P {found.precision:.3f}  R {found.recall:.3f}  F1 {found.f1:.3f}"
            sys.stdout.write(f"{part:7}{name:18}{figures}\n")


if __name__ == "__main__":
    main()
