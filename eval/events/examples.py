"""Windows of labelled texts, as the event model is trained on them."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from eval.events.network import EventNet
from wireroom.extraction.attribution.learnt.pieces import CLS, Pieces, Window, read_pieces
from wireroom.extraction.events.learnt.scoring import PARTS

HALF = bool(torch.ops.mkldnn._is_mkldnn_bf16_supported())
"""Whether the processor can count in sixteen bits; where it cannot, it takes ten times as long."""
KIND_NAMES = ("NONE", "ATTACK", "BOMBING", "KIDNAPPING", "ARSON", "ROBBERY", "HIJACKING")
UNKNOWN, DOUBTFUL = -100, -101
NEAR = 200
"""Characters within which a trigger settles the role of a phrase that has two."""


@dataclass(frozen=True)
class Text:
    """A labelled text and its pieces."""

    name: str
    text: str
    pieces: Pieces
    spans: list[dict[str, Any]]
    triggers: list[dict[str, Any]]


@dataclass(frozen=True)
class Example:
    """One window with what is to be learned."""

    below: Tensor
    """What the lower layers made of it [piece, width]."""
    firsts: list[int]
    tags: np.ndarray
    triggers: list[int]
    kinds: list[int]
    links: np.ndarray
    """[trigger, word, 2]: 1 yes, 0 no, UNKNOWN."""
    same: list[tuple[int, int, int]]
    """Pairs of words that open phrases, and whether these name the same."""
    empty: bool
    """Whether there is nothing to find."""


def load(path: Path, tokenizer: Tokenizer) -> list[Text]:
    """The texts of a file of labels."""
    found = []
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            pieces = read_pieces(tokenizer, row["text"])
            found.append(Text(row["id"], row["text"], pieces, row["spans"], row["triggers"]))
    return found


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


@dataclass(frozen=True)
class Words:
    """The words of a window: their first pieces, and where they stand."""

    firsts: np.ndarray
    starts: np.ndarray
    ends: np.ndarray

    def inside(self, span: dict[str, Any]) -> np.ndarray:
        """The words that share a character with a span."""
        return np.flatnonzero((self.starts < span["end"]) & (self.ends > span["start"]))


def words_of(pieces: Pieces, window: Window) -> Words:
    """The words of the window."""
    part = slice(window.lo, window.hi)
    firsts = np.flatnonzero(pieces.firsts[part])
    ends = pieces.ends[part]
    lasts = np.append(firsts[1:], len(ends)) - 1
    lasts = np.where(ends[lasts] < 0, lasts - 1, lasts)
    return Words(firsts, pieces.starts[part][firsts], ends[lasts])


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
    for span in text.spans:
        inside = words.inside(span)
        near = {
            one["template"]
            for one in text.triggers
            if abs(one["start"] - span["start"]) < NEAR and one["template"] >= 0
        }
        role = role_of(span, near)
        tags[inside] = UNKNOWN if role == UNKNOWN else 2 + 2 * role
        if role != UNKNOWN and len(inside):
            tags[inside[0]] = 1 + 2 * role
            names = {(number, part, entity) for part, number, _, entity in span["roles"]}
            phrases.append(Labelled(int(inside[0]), {name[0] for name in names}, names))
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


def example(net: EventNet, text: Text, window: Window) -> Example:
    """The window of the text with its labels."""
    pieces, words = text.pieces, words_of(text.pieces, window)
    tags, phrases = tag(text, words)
    found = [(inside, one) for one in text.triggers if len(inside := words.inside(one))]
    triggers = [(int(inside[0]), int(one["template"])) for inside, one in found]
    kinds = [kind_of(one) for _, one in found]
    ids = torch.tensor([[CLS, *pieces.ids[window.lo : window.hi].tolist()]])
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16, enabled=HALF):
        below = net.below(ids, torch.ones_like(ids))[0].to(torch.bfloat16)
    return Example(
        below,
        (words.firsts + 1).tolist(),
        tags,
        [word for word, _ in triggers],
        kinds,
        link(triggers, phrases, len(words.starts)),
        pairs_of(phrases),
        not phrases and not any(kind > 0 for kind in kinds),
    )
