"""Times `compare` alone on stories of many sizes, each in a process of its own.

    python -m eval.bench_scale ANALYSED N     figures for N documents as one line of JSON

ANALYSED holds analysed articles (``eval.bench`` makes it); the documents are these, put into other
words as often as it takes (`eval.varied`). What is timed starts from analyses and ends with the
comparison; what `analyse` takes grows with the texts and is timed elsewhere.
"""

import json
import pickle
import resource
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from eval.varied import varied
from wireroom.pipeline import compare_documents


@dataclass(frozen=True)
class Figures:
    """``seconds`` of one core; ``memory`` of the whole process at its most, in GiB, the analyses
    included; ``events`` and ``reuse`` are how many were found."""

    documents: int
    seconds: float
    memory: float
    events: int
    reuse: int


def measure(analysed: Path, count: int) -> Figures:
    """The figures for so many documents, of which none shares a record with another."""
    known = pickle.loads(analysed.read_bytes())
    documents = [pickle.loads(pickle.dumps(each)) for each in varied(known, count)]
    started = time.process_time()
    found = compare_documents(documents)
    seconds = time.process_time() - started
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
    return Figures(count, seconds, memory, len(found.events), len(found.reuse))


if __name__ == "__main__":
    sys.stdout.write(json.dumps(asdict(measure(Path(sys.argv[1]), int(sys.argv[2])))) + "\n")
