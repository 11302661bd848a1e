"""Times all of `analyse` beside spaCy's own pipeline, in a process of its own.

    python -m eval.bench_analyse polnear     figures as one line of JSON
    python -m eval.bench_analyse fakes

Of PolNeAR's development part, and of every fourth article of FA-KES with title and day.
They are timed as those of `eval.bench_attribution` are.
"""

import gzip
import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict
from pathlib import Path

from eval.bench_attribution import english_documents, measure
from eval.gate import COMMAND, YARDSTICKS
from wireroom.records.documents import Document

FAKES = YARDSTICKS / "data" / "fakes.jsonl.gz"
EVERY = 4  # article of FA-KES
# One short document a language, from the start of the program to its end.
FIRST = {
    "en": "The harbour master said on Monday that two ferries had collided off Port Selwyn.",
    "ru": "Начальник порта сообщил в понедельник, что у входа в гавань столкнулись два парома.",
}


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


def first_document(language: str) -> tuple[float, float]:
    """Seconds of processor time, and by the clock, that the command takes for one document; the
    second time that it runs, when Python has compiled it, as it has for a user."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "first.txt")
        path.write_text(FIRST[language], encoding="utf-8")
        words = [COMMAND, "analyse", str(path)]
        subprocess.run(words, stdout=subprocess.DEVNULL, env=kept, check=True)
        started = time.monotonic()
        with subprocess.Popen(words, stdout=subprocess.DEVNULL, env=kept) as running:
            _, _, usage = os.wait4(running.pid, 0)
            running.returncode = 0
        return usage.ru_utime + usage.ru_stime, time.monotonic() - started


if __name__ == "__main__":
    sys.stdout.write(json.dumps(asdict(measure(documents_of(sys.argv[1])))) + "\n")
