"""Puts texts that are all in capitals into the letters that a newspaper would print them in."""

import gzip
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

_WORD = re.compile(r"[A-Z][A-Z'’-]*")
_INSIDE = re.compile(r"(?<=[a-z,;] )[A-Za-z][A-Za-z'’-]*")
_ENDS = ".!?\n]"
LONGEST = 12_000
"""Characters of a text that are read."""


class Casing:
    """How words are written within the sentences of some texts."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._forms: dict[str, Counter[str]] = defaultdict(Counter)
        for text in texts:
            for found in _INSIDE.finditer(text):
                self._forms[found.group().lower()][found.group()] += 1

    def apply(self, text: str) -> str:
        """The text with its words in capitals written as they are most often; a word that was not
        seen is taken for a name. Offsets are kept."""
        return _WORD.sub(lambda found: self._written(text, found), text)

    def _written(self, text: str, found: "re.Match[str]") -> str:
        word = found.group()
        forms = self._forms.get(word.lower())
        best = forms.most_common(1)[0][0] if forms else word.capitalize()
        before = text[max(0, found.start() - 40) : found.start()].rstrip(" \"'(")
        if not before or before[-1] in _ENDS:
            best = best[0].upper() + best[1:]
        return best


def told(text: str) -> str:
    """The text of a row, whatever it is called there."""
    row = json.loads(text)
    found: str = row.get("text") or row.get("body") or row["headline"]
    return found[:LONGEST]


def texts_of(paths: Sequence[str]) -> Iterator[str]:
    """The texts of some files, each once."""
    seen: set[str] = set()
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                text = told(line)
                if text not in seen:
                    seen.add(text)
                    yield text
