"""Our reading of invented pages, and trafilatura's own, held against what stands in them."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import mean

import trafilatura

from eval.articles.layouts import Article, pages
from wireroom.reading import read_documents
from wireroom.records.documents import Document
from wireroom.records.pages import Page

FIELDS = ("title", "author", "published", "outlet")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Row:
    """Means over the pages of one layout: F1 of the text by words, share of right fields."""

    ours: float
    trafilatura: float
    right: dict[str, float]


def score() -> dict[str, Row]:
    """By layout, and over all of them under "all"."""
    ours: dict[str, list[float]] = defaultdict(list)
    theirs: dict[str, list[float]] = defaultdict(list)
    right: dict[str, list[dict[str, bool]]] = defaultdict(list)
    for name, article, data in pages():
        document = next(iter(read_documents(Page(name, data))))
        assert isinstance(document, Document)
        extracted = trafilatura.extract(data.decode(), include_comments=False) or ""
        for key in (name.rsplit("-", 1)[0], "all"):
            ours[key].append(text_f1(document.text, article.paragraphs))
            theirs[key].append(text_f1(extracted, article.paragraphs))
            right[key].append({field: _is_right(document, article, field) for field in FIELDS})
    return {
        key: Row(
            mean(ours[key]),
            mean(theirs[key]),
            {field: mean(told[field] for told in right[key]) for field in FIELDS},
        )
        for key in ours
    }


def text_f1(found: str, paragraphs: Iterable[str]) -> float:
    """F1 of two texts as bags of words."""
    have, want = Counter(_WORD.findall(found)), Counter(_WORD.findall("\n".join(paragraphs)))
    shared = (have & want).total()
    return 2 * shared / (have.total() + want.total()) if shared else 0.0


def _is_right(document: Document, article: Article, field: str) -> bool:
    found, wanted = getattr(document, field), getattr(article, field)
    if field == "published":
        return bool(found) and str(found)[:10] == wanted[:10]
    return bool(found == wanted)
