"""The words of a message in JSON: pieces of text, some with a kind."""

import re
from collections.abc import Iterator
from typing import Any

from wireroom.reading.decoding import clean
from wireroom.reading.fragments import Fragment, absolute
from wireroom.reading.threads import PartDraft, draft_of
from wireroom.records.documents import Hyperlink, PartKind

_LINE_END = re.compile(r"\r\n?")
# Pieces that stand on lines of their own, and what they are as a part.
_BLOCKS: dict[str, tuple[PartKind, dict[str, Any]]] = {
    "blockquote": ("quote", {}),
    "expandable_blockquote": ("quote", {}),
    "pre": ("own", {"form": "code"}),
}
_OWN: tuple[PartKind, dict[str, Any]] = ("own", {})


class _Stretch:
    """Pieces of one kind that follow one another."""

    def __init__(self, kind: PartKind, fields: dict[str, Any]) -> None:
        self.kind = kind
        self.fields = fields
        self._pieces: list[str] = []
        self._length = 0
        self._links: list[Hyperlink] = []

    def add(self, text: str, url: str | None) -> None:
        if url and text.strip():
            start = self._length + len(text) - len(text.lstrip())
            self._links.append(Hyperlink(start, self._length + len(text.rstrip()), url))
        self._pieces.append(text)
        self._length += len(text)

    def draft(self) -> PartDraft | None:
        fragment = Fragment("".join(self._pieces), tuple(self._links))
        return draft_of(fragment, self.kind, self.fields)


def split_entities(text: object) -> tuple[PartDraft, ...]:
    """The parts of a message's ``text``, which is a string or a list of strings and objects."""
    stretches: list[_Stretch] = []
    for piece, kind, url in _pieces(text):
        form = _BLOCKS.get(kind, _OWN)
        if not stretches or kind in _BLOCKS or (stretches[-1].kind, stretches[-1].fields) != form:
            stretches.append(_Stretch(*form))
        stretches[-1].add(piece, url)
    return tuple(draft for each in stretches if (draft := each.draft()) is not None)


def _pieces(text: object) -> Iterator[tuple[str, str, str | None]]:
    for piece in text if isinstance(text, list) else [text]:
        if isinstance(piece, str):
            yield _tidy(piece), "plain", None
        elif isinstance(piece, dict) and isinstance(piece.get("text"), str):
            words, kind = _tidy(piece["text"]), str(piece.get("type"))
            href = piece.get("href") if kind == "text_link" else words if kind == "link" else None
            yield words, kind, absolute(href, None) if isinstance(href, str) else None


def _tidy(text: str) -> str:
    return _LINE_END.sub("\n", clean(text))
