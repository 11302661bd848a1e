"""Windows of labelled texts, as the event model is trained on them."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from eval.events.teaching import Taught, Teachers
from wireroom.extraction.encoder import Encoder, Read
from wireroom.extraction.encoder.encoding import Words
from wireroom.extraction.encoder.pieces import Window
from wireroom.extraction.events.learnt.scoring import PARTS

Halves = NDArray[np.float16]
KIND_NAMES = ("NONE", "ATTACK", "BOMBING", "KIDNAPPING", "ARSON", "ROBBERY", "HIJACKING")
UNKNOWN, DOUBTFUL = -100, -101
NEAR = 200
"""Characters within which a trigger settles the role of a phrase that has two."""


@dataclass(frozen=True)
class Text:
    """A text with its triggers and, where somebody filled templates for it, its labels."""

    name: str
    text: str
    triggers: list[dict[str, Any]]
    spans: list[dict[str, Any]] | None


@dataclass(frozen=True)
class Labels:
    """What the templates tell of a window."""

    tags: np.ndarray
    kinds: list[int]
    links: np.ndarray
    """[trigger, word, 2]: 1 yes, 0 no, UNKNOWN."""
    same: list[tuple[int, int, int]]
    """Pairs of words that open phrases, and whether these name the same."""
    empty: bool
    """Whether there is nothing to find."""


@dataclass(frozen=True)
class Example:
    """One window with what is to be learned."""

    below: list[Halves]
    """What the encoder made of it [piece, 2 * width], as it is written and otherwise."""
    firsts: list[int]
    triggers: list[int]
    taught: Taught
    labels: Labels | None


def load(path: Path) -> list[Text]:
    """The texts of a file of labels."""
    with path.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [Text(row["id"], row["text"], row["triggers"], row.get("spans")) for row in rows]


def role_of(span: dict[str, Any], near: set[int]) -> int:
    """The number of a span's role, or UNKNOWN. One that has two goes by the template whose trigger
    is near."""
    sure = [entry for entry in span["roles"] if entry[2]]
    if not sure:
        return UNKNOWN
    roles = {entry[0] for entry in sure}
    if len(roles) > 1:
        roles = {entry[0] for entry in sure if entry[1] in near}
    return PARTS.index(roles.pop()) if len(roles) == 1 else UNKNOWN


def kind_of(trigger: dict[str, Any]) -> int:
    """The number of a trigger's kind, UNKNOWN, or DOUBTFUL."""
    if trigger["template"] == -2:
        return DOUBTFUL
    return UNKNOWN if trigger["optional"] else KIND_NAMES.index(trigger["kind"])


def inside(words: Words, span: dict[str, Any]) -> NDArray[np.int64]:
    """The words that share a character with a span."""
    return np.flatnonzero((words.starts < span["end"]) & (words.ends > span["start"]))


@dataclass(frozen=True)
class Labelled:
    """A phrase: its first word, the templates it is in, and what it names: (template, role,
    number)."""

    word: int
    templates: set[int]
    names: set[tuple[int, str, int]]


def tag(text: Text, words: Words) -> tuple[np.ndarray, list[Labelled]]:
    """The tags of the words, and the phrases."""
    tags = np.zeros(len(words.starts), np.int64)
    phrases: list[Labelled] = []
    for span in text.spans or ():
        within = inside(words, span)
        near = {
            one["template"]
            for one in text.triggers
            if abs(one["start"] - span["start"]) < NEAR and one["template"] >= 0
        }
        role = role_of(span, near)
        tags[within] = UNKNOWN if role == UNKNOWN else 2 + 2 * role
        if role != UNKNOWN and len(within):
            tags[within[0]] = 1 + 2 * role
            names = {(number, part, entity) for part, number, _, entity in span["roles"]}
            phrases.append(Labelled(int(within[0]), {name[0] for name in names}, names))
    return tags, phrases


def pairs_of(phrases: list[Labelled]) -> list[tuple[int, int, int]]:
    """Pairs of phrases of one role that name the same or, in one template, others."""
    found = []
    for place, one in enumerate(phrases):
        for other in phrases[:place]:
            same = bool(one.names & other.names)
            roles = {name[:2] for name in one.names} & {name[:2] for name in other.names}
            if roles:
                found.append((other.word, one.word, int(same)))
    return found


def link(triggers: list[tuple[int, int]], phrases: list[Labelled], count: int) -> np.ndarray:
    """Which phrases, and which other triggers, go with every trigger (word, template)."""
    links = np.full((len(triggers), count, 2), UNKNOWN, np.int64)
    for row, (own, home) in enumerate(triggers):
        if home == -2:
            continue
        for phrase in phrases:
            links[row, phrase.word, 0] = int(home in phrase.templates)
        for other, theirs in triggers:
            if theirs >= 0 and home >= 0 and other != own:
                links[row, other, 1] = int(home == theirs)
    return links


def label(
    text: Text, words: Words, triggers: list[int], told: list[dict[str, Any]]
) -> Labels | None:
    """The labels of a window; None where the text has none."""
    if text.spans is None:
        return None
    tags, phrases = tag(text, words)
    kinds = [kind_of(one) for one in told]
    homes = [(word, int(one["template"])) for word, one in zip(triggers, told, strict=True)]
    links = link(homes, phrases, len(words.starts))
    empty = not phrases and not any(kind > 0 for kind in kinds)
    return Labels(tags, kinds, links, pairs_of(phrases), empty)


def example(
    encoder: Encoder, teachers: Teachers, text: Text, readings: list[Read], window: Window
) -> Example:
    """A window of the text, that has the same pieces in every reading."""
    pieces = readings[0].pieces
    words = Words.of(pieces, window)
    found = [(at, one) for one in text.triggers if len(at := inside(words, one))]
    triggers = [int(at[0]) for at, _ in found]
    below = []
    for read in readings:
        vectors = encoder.vectors(read, window)
        both = np.concatenate([vectors.middle, vectors.top], axis=-1)
        below.append(both.astype(np.float16))
    return Example(
        below,
        words.firsts.tolist(),
        triggers,
        teachers.say(pieces, window, words.firsts, triggers),
        label(text, words, triggers, [one for _, one in found]),
    )
