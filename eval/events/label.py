"""Turn filled templates of attacks into labels of words: what the event model is trained on.

    python -m eval.events.label TEMPLATES.jsonl.gz OUT.jsonl

A row of TEMPLATES has "id", "text", "date" and "templates", as the MUC-4 corpus has them. A row of
OUT has the text as the model reads it, its spans with their roles, and its triggers (those that the
program's own lists and syntax find) with the template that each speaks of:

- a filler's string is looked for in the text; it counts where a trigger of its template, or another
  filler of it, is in the same sentence, and elsewhere it is left out of the count
- a trigger belongs to the template most of whose fillers and places share its sentence; it belongs
  to none where the text has no template, or none of a type that it may be of
"""

import argparse
import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from wireroom.extraction.encoder.reading import flowing
from wireroom.extraction.events.clauses import build_tree
from wireroom.extraction.events.learnt.scoring import PARTS
from wireroom.extraction.events.lexicon import lexicon_for
from wireroom.extraction.events.passages import Trigger, read_passage
from wireroom.extraction.events.triggers import find_triggers
from wireroom.language import annotate, pack_for
from wireroom.records.annotations import AnnotatedText
from wireroom.records.spans import Span
from wireroom.records.values import Values

_BY_MODE = {
    "abduct": {"KIDNAPPING"},
    "explosives": {"BOMBING", "ATTACK"},
    "suicide-attack": {"BOMBING", "ATTACK"},
    "arson": {"ARSON", "ATTACK"},
    "robbery": {"ROBBERY"},
    "hijack": {"HIJACKING"},
}
_ANY = {"ATTACK", "BOMBING", "ARSON", "KIDNAPPING"}
_FILLER = {"victim": 2.0, "target": 2.0, "perp_org": 1.0, "perp_ind": 1.0, "weapon": 1.0}
_PLACE, _OWN_TYPE = 1.5, 0.5
_ENOUGH = 1.5
"""Of fillers and places in its sentence that tie a trigger to a template: who did it is named in
the sentences of other attacks too."""


@dataclass
class Filler:
    """An occurrence of a string of a template."""

    span: Span
    role: str
    template: int
    optional: bool
    entity: tuple[int, str, int]
    sentence: int
    weak: bool = False
    """Whether it may be left out of a template that is not."""
    plain: bool = False


@dataclass
class Marked:
    """A text with what is known of it."""

    text: str
    sentences: tuple[Span, ...]
    templates: list[dict[str, Any]]
    triggers: list[tuple[Span, Trigger, int]] = field(default_factory=list)
    fillers: list[Filler] = field(default_factory=list)


def occurrences(text: str, words: str) -> Iterator[Span]:
    """Where some words stand in a text, line breaks or not."""
    parts = [re.escape(part) for part in words.split()]
    if parts:
        pattern = r"(?<!\w)" + r"\s+".join(parts) + r"(?!\w)"
        for found in re.finditer(pattern, text, re.I):
            yield Span(found.start(), found.end())


def sentence_of(sentences: tuple[Span, ...], place: int) -> int:
    """The number of the sentence that a character is in, or the one before it."""
    number = 0
    for index, sentence in enumerate(sentences):
        if sentence.start > place:
            break
        number = index
    return number


def find_fillers(marked: Marked) -> None:
    """Every occurrence of every string; of those that overlap, one."""
    found: list[Filler] = []
    for number, template in enumerate(marked.templates):
        for role in PARTS:
            for index, entity in enumerate(template[role]):
                optional = bool(entity["optional"] or template["optional"])
                for name in entity["names"]:
                    for span in occurrences(marked.text, name):
                        home = sentence_of(marked.sentences, span.start)
                        key = (number, role, index)
                        weak = bool(entity["optional"])
                        plain = _is_plain(name)
                        found.append(Filler(span, role, number, optional, key, home, weak, plain))
    marked.fillers = [one for one in found if not any(_yields(one, other) for other in found)]


_JOINS = frozenset(
    {"of", "from", "who", "whom", "in", "at", "with", "that", "which", "near", "on", "for"}
    | {"belonging", "[", "--"}
)
_OPENS = frozenset(
    {"a", "an", "the", "some", "several", "one", "two", "three", "four", "five", "six", "seven"}
    | {"eight", "nine", "ten"}
)


def _is_plain(words: str) -> bool:
    """Whether a name is one noun with what stands before it: no "of the", no article or number."""
    first, *others = words.casefold().split()
    return first not in _OPENS and not first[0].isdigit() and not _JOINS & {first, *others}


def _yields(one: Filler, other: Filler) -> bool:
    """Whether another filler stands for one that it shares words with: of names of one entity, the
    longest that is plain, else the shortest; an organisation within the words for its people stands
    beside them; else the longer."""
    if one.span == other.span or not one.span.overlaps(other.span):
        return False
    roles = {one.role, other.role}
    if roles == {"perp_ind", "perp_org"}:
        inner, outer = sorted((one, other), key=lambda each: each.span.end - each.span.start)
        if outer.span.start < inner.span.start and outer.span.covers(inner.span):
            return False
    mine, theirs = one.span.end - one.span.start, other.span.end - other.span.start
    if one.entity == other.entity:
        if one.plain != other.plain:
            return other.plain
        return theirs > mine if one.plain else theirs < mine
    return theirs > mine or (theirs == mine and other.span < one.span)


def kinds_of(trigger: Trigger) -> set[str]:
    """The types of template that a trigger may speak of."""
    return _BY_MODE.get(trigger.mode or "", _ANY)


def template_of(marked: Marked, span: Span, trigger: Trigger) -> int:
    """The template that a trigger speaks of; -1 for none, -2 where nobody can tell."""
    kinds = kinds_of(trigger)
    home = sentence_of(marked.sentences, span.start)
    sentence = marked.sentences[home].of(marked.text) if marked.sentences else ""
    best, best_score = -1, 0.0
    for number, template in enumerate(marked.templates):
        if template["type"] not in kinds:
            continue
        here = {
            one.entity
            for one in marked.fillers
            if one.template == number and one.sentence == home and not one.weak
        }
        score = sum(_FILLER[role] for _, role, _ in here)
        score += _PLACE * any(
            True for name in template["places"] for _ in occurrences(sentence, name)
        )
        if score:
            score += _OWN_TYPE * (template["type"] in _BY_MODE.get(trigger.mode or "", {"ATTACK"}))
        if score > best_score:
            best, best_score = number, score
    if best_score >= _ENOUGH:
        return best
    possible = any(template["type"] in kinds for template in marked.templates)
    return -2 if possible else -1


def triggers_of(annotated: AnnotatedText) -> list[tuple[Span, Trigger]]:
    """The triggers of violence that the rules find."""
    lexicon = lexicon_for(pack_for("en"))
    tree = build_tree(annotated, lexicon)
    reading = read_passage(annotated, tree, lexicon, Values((), (), (), None))
    return [
        (Span(tree.tokens[one.token].start, tree.tokens[one.token].end), one)
        for one in find_triggers(reading)
        if one.entry.type in ("ASSAULT", "CRIME")
    ]


def mark(row: dict[str, Any], annotated: AnnotatedText) -> dict[str, Any]:
    """The row with its labels."""
    marked = Marked(flowing(annotated), annotated.sentences, row["templates"])
    find_fillers(marked)
    for span, trigger in triggers_of(annotated):
        marked.triggers.append((span, trigger, template_of(marked, span, trigger)))
    told = {
        (sentence_of(marked.sentences, span.start), template)
        for span, _, template in marked.triggers
    }
    company = {(one.sentence, one.template, one.entity) for one in marked.fillers}
    sure: set[tuple[int, str, int]] = set()
    spans: dict[tuple[int, int], list[list[Any]]] = {}
    ordered = sorted(marked.fillers, key=lambda one: one.span.start)
    for one in ordered:
        others = any(
            sentence == one.sentence and number == one.template and entity != one.entity
            for sentence, number, entity in company
        )
        certain = (one.sentence, one.template) in told or others
        if certain:
            sure.add(one.entity)
        spans.setdefault((one.span.start, one.span.end), []).append(
            [one.role, one.template, not one.optional and certain, one.entity]
        )
    for one in ordered:  # an entity that is certain nowhere counts where it stands first
        if one.entity not in sure:
            sure.add(one.entity)
            for entry in spans[(one.span.start, one.span.end)]:
                if entry[3] == one.entity:
                    entry[2] = not one.optional
    return {
        "id": row["id"],
        "text": marked.text,
        "spans": [
            {"start": a, "end": b, "roles": [[*entry[:3], entry[3][2]] for entry in entries]}
            for (a, b), entries in sorted(spans.items())
        ],
        "triggers": [
            {
                "start": span.start,
                "end": span.end,
                "template": template,
                "kind": "NONE" if template < 0 else marked.templates[template]["type"],
                "optional": template >= 0 and bool(marked.templates[template]["optional"]),
            }
            for span, _, template in marked.triggers
        ],
    }


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("templates")
    parser.add_argument("out")
    options = parser.parse_args()
    pack = pack_for("en")
    with (
        gzip.open(options.templates, "rt", encoding="utf-8") as lines,
        Path(options.out).open("w", encoding="utf-8") as out,
    ):
        for line in lines:
            row = json.loads(line)
            annotated = annotate(row["text"], Span(0, len(row["text"])), pack)
            out.write(json.dumps(mark(row, annotated), ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
