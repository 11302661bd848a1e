"""Measures the program on the texts that this project labelled itself.

python -m eval.attribution.labelled_sets                  every set in labelled/
python -m eval.attribution.labelled_sets --set ru-test    one of them
python -m eval.attribution.labelled_sets --misses         name what was missed or made up, too
python -m eval.attribution.labelled_sets --compare FIRST.jsonl SECOND.jsonl
                                                          how far two passes agree
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from eval.attribution import borrowed
from eval.attribution.score import Counts, Labels, as_table, count, figures
from wireroom.extraction.values.gazetteer import Gazetteer
from wireroom.pipeline import analyse_document
from wireroom.records.documents import Document
from wireroom.records.plain import analysis_as_plain

FOLDER = Path(__file__).resolve().parent / "labelled"
_LONGEST = 70  # characters of a content that --misses shows

Text = dict[str, Any]  # {"id", "genre", "text", "attributions"}


def read_set(path: Path) -> list[Text]:
    """The texts of a labelled file, one a line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def paths() -> dict[str, Path]:
    """Every labelled file by the name of its set."""
    return {path.stem: path for path in sorted(FOLDER.glob("*.jsonl"))}


def available() -> Iterator[tuple[str, list[Text]]]:
    """Every set whose texts are here, by its name: our own, and the borrowed ones where they lie
    beside the checkout."""
    for name, path in paths().items():
        if not borrowed.is_borrowed(name):
            yield name, read_set(path)
        elif borrowed.SHARED.is_dir():
            yield name, borrowed.load(name)


def measured(texts: Iterable[tuple[str, Labels, Labels]]) -> Counts:
    """The counts of texts, each with what was labelled and what was found in it."""
    total: Counts = Counter()
    for text, labelled, found in texts:
        total.update(count(text, labelled, found))
    return total


def compared(first: Sequence[Text], second: Sequence[Text]) -> Counts:
    """The second pass held against the first. Raises ValueError where the texts differ."""
    others = {each["id"]: each for each in second}
    if {each["id"]: each["text"] for each in first} != {i: x["text"] for i, x in others.items()}:
        raise ValueError("the two files are not of the same texts")
    return measured(
        (each["text"], each["attributions"], others[each["id"]]["attributions"]) for each in first
    )


def found_in(texts: Iterable[Text], gazetteer: Gazetteer) -> Iterator[tuple[str, Labels, Labels]]:
    """Each text with its labels and with what the program finds, which never sees them."""
    for each in texts:
        document = each.get("document") or Document(each["id"], each["text"])
        found = analysis_as_plain(analyse_document(document, gazetteer))["attributions"]
        part = each.get("part", (0, len(each["text"])))
        yield each["text"], each["attributions"], borrowed.within(found, part)


def measures_of_sets() -> dict[str, dict[str, float]]:
    """Every figure of every set, by name: F1, or what a measure has of it."""
    gazetteer = Gazetteer.open()
    return {
        name: {
            measure.replace(" ", "_"): round(value, 4)
            for measure, figure in figures(measured(found_in(texts, gazetteer))).items()
            if (value := figure.value) is not None
        }
        for name, texts in available()
    }


def misses(text: str, labelled: Labels, found: Labels) -> Iterator[str]:
    """A line for each attribution that only one side has: - was missed, + is not labelled."""
    for sign, side, other in (("-", labelled, found), ("+", found, labelled)):
        for each in side:
            if not count(text, [each], other)["attribution", "right"]:
                source, cue, content = (
                    " … ".join(text[start:end] for start, end in each[role])
                    for role in ("source", "cue", "content")
                )
                yield f"{sign} [{source}] [{cue}] [{content[:_LONGEST]!r}] {each['kind']}"


def main() -> int:
    parser = argparse.ArgumentParser(description="Measure attributions on our own labelled sets.")
    parser.add_argument("--set", choices=sorted(paths()), help="only this one")
    parser.add_argument("--misses", action="store_true", help="also name what differs")
    parser.add_argument("--compare", nargs=2, type=Path, metavar=("FIRST", "SECOND"))
    options = parser.parse_args()
    if options.compare:
        sys.stdout.write(as_table(compared(*map(read_set, options.compare))))
        return 0
    gazetteer = Gazetteer.open()
    for name, texts in available():
        if options.set in (None, name):
            pairs = list(found_in(texts, gazetteer))
            for pair in pairs if options.misses else ():
                sys.stdout.write("".join(f"{line}\n" for line in misses(*pair)))
            sys.stdout.write(f"{name}: {len(pairs)} texts\n{as_table(measured(pairs))}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
