"""Cut short stretches with a trigger out of texts: what the event model learns from without labels.

    python -m eval.events.stretches OUT.jsonl [--labels LABELS.jsonl --held-out IDS.json]
        [--texts TEXTS.jsonl.gz …] [--cased TEXTS.jsonl.gz …]

A row of TEXTS has "text", "body" or "headline"; of each text that has triggers one stretch of a few
sentences around one of them is taken, of the texts of LABELS (but for those named in IDS) 900,
in the letters that CASED would write them in. A row of OUT has "id", "text" and "triggers".
"""

import argparse
import json
import random
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from eval.events.casing import Casing, texts_of
from eval.events.label import triggers_of
from wireroom.extraction.encoder import flowing
from wireroom.language import annotate, pack_for
from wireroom.records.spans import Span

OF_LABELLED = 900
_END = re.compile(r"[.!?][\"”’]?\s+|\n\n\s*")

Row = dict[str, Any]


def marked(name: str, text: str) -> Row:
    """The text with its triggers."""
    annotated = annotate(text, Span(0, len(text)), pack_for("en"))
    spans = [span for span, _ in triggers_of(annotated)]
    triggers = [{"start": span.start, "end": span.end} for span in spans]
    return {"id": name, "text": flowing(annotated), "triggers": triggers}


def cut(row: Row, chance: random.Random, sizes: Sequence[int]) -> Row:
    """Some sentences around one of the triggers, with the triggers in them."""
    text, trigger = row["text"], chance.choice(row["triggers"])
    bounds = [0, *(found.end() for found in _END.finditer(text)), len(text)]
    here = max(place for place, at in enumerate(bounds) if at <= trigger["start"])
    size = chance.choice(sizes)
    first = bounds[max(0, here - chance.randrange(size))]
    last = bounds[min(len(bounds) - 1, here + chance.randrange(1, size + 1))]
    last = max(last, trigger["end"])
    inside = [
        {"start": one["start"] - first, "end": one["end"] - first}
        for one in row["triggers"]
        if first <= one["start"] and one["end"] <= last
    ]
    return {"id": row["id"], "text": text[first:last].rstrip(), "triggers": inside}


def stretches(options: argparse.Namespace) -> Iterator[Row]:
    """Those of the texts, then those of the labelled ones."""
    chance = random.Random(5)
    for number, text in enumerate(texts_of(options.texts)):
        row = marked(f"text-{number}", text)
        if row["triggers"]:
            yield cut(row, chance, (1, 1, 2, 3, 4))
    if options.labels:
        held = set(json.loads(Path(options.held_out).read_text())) if options.held_out else set()
        casing = Casing(texts_of(options.cased))
        lines = Path(options.labels).read_text(encoding="utf-8").splitlines()
        rows = [row for row in map(json.loads, lines) if row["triggers"] and row["id"] not in held]
        for row in chance.sample(rows, min(OF_LABELLED, len(rows))):
            yield cut({**row, "text": casing.apply(row["text"])}, chance, (1, 1, 1, 2, 3))


def main() -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("out")
    parser.add_argument("--labels")
    parser.add_argument("--held-out")
    parser.add_argument("--texts", nargs="*", default=[])
    parser.add_argument("--cased", nargs="*", default=[])
    options = parser.parse_args()
    with Path(options.out).open("w", encoding="utf-8") as out:
        for row in stretches(options):
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
