"""Small Documents in which somebody speaks, made from names alone."""

from collections.abc import Mapping, Sequence

from wireroom.records.analyses import AnalysedDocument, Analysis
from wireroom.records.attributions import Attribution, SpeakerKind
from wireroom.records.documents import Document
from wireroom.records.places import GazetteerEntry, PlaceMention
from wireroom.records.spans import Span

Speech = tuple[str, SpeakerKind | None]
_COUNTRY, _TOWN = "0", "1"


def a_document(
    identifier: str, speeches: Sequence[Speech], places: Mapping[str, str] | None = None
) -> AnalysedDocument:
    """A Document with a line "… said that the quay is shut." for each of ``speeches``.

    ``places`` gives a word's country, with a number after # where it is a place that may speak:
    0 for the country itself.
    """
    text, attributions = "", []
    for name, kind in speeches:
        source = Span(len(text), len(text) + len(name))
        text += f"{name} said that the quay is shut.\n"
        cue = Span(source.end + 1, source.end + 5)
        content = Span(cue.end + 1, len(text) - 2)
        nameless = kind in ("unnamed", "witness")
        attributions.append(
            Attribution(
                (source,), (cue,), (content,), "indirect", "asserts",
                None if nameless else name, kind, family="speech",
            )
        )  # fmt: skip
    return AnalysedDocument(
        Document(identifier, text),
        Analysis(
            identifier,
            "en",
            attributions=tuple(attributions),
            places=tuple(
                _place(text, word, where) for word, where in (places or {}).items() if word in text
            ),
        ),
    )


def _place(text: str, word: str, where: str) -> PlaceMention:
    country, named, number = where.partition("#")
    precision = "country" if number == _COUNTRY or not named else "town"
    entry = GazetteerEntry(word, 1.0, 1.0, precision, int(number or 0) or None, country)  # type: ignore[arg-type]
    start = text.index(word)
    use = "name" if named else "demonym"
    return PlaceMention(start, start + len(word), word, use, precision, (entry,))  # type: ignore[arg-type]
