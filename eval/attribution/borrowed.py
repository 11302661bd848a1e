"""Labelled texts that are not ours to keep: labels here, texts in ``shared`` beside the checkout.

    python -m eval.attribution.borrowed en-war > gold.jsonl      with texts, for a scorer

The labels name each document by its id and the digest of its text; a text that has changed since
is refused, because every offset would point beside its words.
"""

import argparse
import gzip
import hashlib
import json
import sys
from pathlib import Path
from typing import Any

from wireroom.reading import read_documents
from wireroom.records.documents import Document
from wireroom.records.pages import Page

LABELS = Path(__file__).resolve().parent / "labelled"
SHARED = Path(__file__).resolve().parents[3] / "shared"
FAKES = Path("yardsticks", "data", "fakes.jsonl.gz")
STORIES = Path("stories")
NOT_THERE = "no folder shared beside the checkout: nothing to measure"


def is_borrowed(name: str) -> bool:
    """Whether a set has its labels here and its texts elsewhere."""
    with (LABELS / f"{name}.jsonl").open(encoding="utf-8") as lines:
        return "text" not in json.loads(next(lines))


def load(name: str, shared: Path = SHARED) -> list[dict[str, Any]]:
    """The labelled documents of one set, each with its "text" and, as it was read, its "document".

    Raises FileNotFoundError where there is no folder of texts, ValueError where a text is not the
    one that was labelled.
    """
    if not shared.is_dir():
        raise FileNotFoundError(NOT_THERE)
    lines = (LABELS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    labelled = [json.loads(line) for line in lines]
    articles = _articles(shared / FAKES, {each["id"] for each in labelled})
    return [_with_text(each, articles.get(each["id"]), shared) for each in labelled]


def within(attributions: list[dict[str, Any]], part: tuple[int, int]) -> list[dict[str, Any]]:
    """What a program found in the labelled stretch by words of the text.

    Links that only the layout gives (who posted, from where a piece was pasted) have no cue, and
    are not labelled.
    """
    first, last = part
    return [
        each
        for each in attributions
        if each["cue"] and first <= each["cue"][0][0] and each["cue"][-1][1] <= last
    ]


def _articles(path: Path, ids: set[str]) -> dict[str, dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        found = (json.loads(line) for line in lines)
        return {each["id"]: each for each in found if each["id"] in ids}


def _with_text(
    labelled: dict[str, Any], article: dict[str, Any] | None, shared: Path
) -> dict[str, Any]:
    if article is None:
        document = _story(shared / STORIES / labelled["id"])
    else:
        kept = {key: article.get(key) for key in ("title", "outlet", "published")}
        document = Document(labelled["id"], article["text"], **kept)
    digest = hashlib.sha256(document.text.encode()).hexdigest()
    if digest != labelled["sha256"]:
        raise ValueError(f"{labelled['id']}: its text is not the one that was labelled")
    return {**labelled, "text": document.text, "document": document}


def _story(path: Path) -> Document:
    (document,) = read_documents(Page(path.name, path.read_bytes()))
    if not isinstance(document, Document):
        raise document
    return document


def main() -> int:
    parser = argparse.ArgumentParser(description="Print a labelled set with its texts.")
    parser.add_argument("name", choices=["en-war", "en-war-kept"])
    try:
        documents = load(parser.parse_args().name)
    except FileNotFoundError as missing:
        sys.stdout.write(f"{missing}\n")
        return 0
    for document in documents:
        shown = {key: value for key, value in document.items() if key != "document"}
        sys.stdout.write(json.dumps(shown, ensure_ascii=False) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
