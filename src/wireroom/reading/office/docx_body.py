"""The text of a Word document, from the elements of its parts."""

from typing import NamedTuple

from wireroom.reading.office.docx_lists import Lists, read_lists
from wireroom.reading.office.docx_walk import Walk
from wireroom.reading.office.parts import Parts
from wireroom.reading.writing import Block, Writing
from wireroom.records.documents import Hyperlink

_NOTES = {"footnotes": "footnote", "endnotes": "endnote"}


class Body(NamedTuple):
    """The text of a document, its links, and what there is to tell of it."""

    text: str
    links: tuple[Hyperlink, ...]
    title: str | None
    has_changes: bool
    is_cut: bool


def read_body(parts: Parts, main: str) -> Body:
    """The text of the part ``main``, with its notes behind it. Raises NotReadable."""
    folder = main.rpartition("/")[0] + "/" if "/" in main else ""
    lists = read_lists(parts, folder)
    writing = Writing()
    walk = Walk(writing.write, lists, _targets(parts, main))
    for event in parts.events(main):
        walk.take(event)
        if writing.is_full:
            break
    _write_notes(parts, folder, walk, writing)
    title = walk.titles.get("title") or walk.titles.get("heading 1")
    return Body(writing.text, tuple(writing.links), title, walk.has_changes, writing.is_full)


def _write_notes(parts: Parts, folder: str, walk: Walk, writing: Writing) -> None:
    """The notes that the text calls, each behind its number."""
    said = {kind: _notes(parts, folder, kind) for kind in dict(walk.notes)}
    for number, (kind, identifier) in enumerate(walk.notes, 1):
        note = Block()
        for block in said[kind].get(identifier, ()):
            note.take(block, " ")
        if note.has_words:
            line = Block()
            line.add(f"[{number}]")
            line.take(note, " ")
            writing.write(line)


def _notes(parts: Parts, folder: str, kind: str) -> dict[str, list[Block]]:
    """The paragraphs of each note of one kind, by its id."""
    notes: dict[str, list[Block]] = {}
    current: list[Block] = []
    part = f"{folder}{kind}.xml"
    walk = Walk(lambda block: current.append(block), Lists(), _targets(parts, part))
    for event in parts.events(part):
        if event.kind == "begin" and event.name == _NOTES[kind]:
            current = []
            notes[event.get("id")] = current
        walk.take(event)
    return notes


def _targets(parts: Parts, part: str) -> dict[str, str]:
    """The addresses that links of a part lead to, by their ids."""
    folder, _, name = part.rpartition("/")
    relations = f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"
    return {
        event.get("Id"): event.get("Target")
        for event in parts.events(relations)
        if event.get("TargetMode") == "External"
    }
