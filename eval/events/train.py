"""Train the English event model on labelled templates of attacks.

    python -m eval.events.train LABELS.jsonl ENCODER OUT [--held-out IDS.json] [--epochs 5]

LABELS is what eval.events.label wrote; ENCODER a folder with model.safetensors and
tokenizer.json of a BERT encoder (all-MiniLM-L6-v2: Apache-2.0). The texts named in IDS are left
out. OUT gets epochN.pt after every pass.
"""

import argparse
import json
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor

from eval.attribution.train import HEAD_RATE, optimiser, padded
from eval.events.network import EventNet, from_checkpoint
from wireroom.extraction.attribution.learnt.pieces import (
    CLS,
    Pieces,
    Window,
    load_tokenizer,
    read_pieces,
    windows,
)

SIZE = 448
"""Pieces in a window."""
BODY_RATE = 1.5e-4
KIND_WEIGHT, LINK_WEIGHT = 0.5, 0.5
EMPTY = 0.45
"""How many of the windows with nothing to find a pass reads."""
ROLE_NAMES = ("perp_ind", "perp_org", "target", "victim", "weapon")
KIND_NAMES = ("NONE", "ATTACK", "BOMBING", "KIDNAPPING", "ARSON", "ROBBERY", "HIJACKING")
UNKNOWN, DOUBTFUL = -100, -101
NEAR = 200
"""Characters within which a trigger settles the role of a phrase that has two."""
DOUBTED = 0.3
"""How often a trigger that nothing ties to a template of its text is taken for one of no attack."""


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
    empty: bool
    """Whether there is nothing to find."""


@dataclass(frozen=True)
class Batch:
    """Windows padded to one length."""

    below: Tensor
    mask: Tensor
    firsts: Tensor
    tags: Tensor
    rows: Tensor
    triggers: Tensor
    kinds: Tensor
    links: Tensor


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
    return ROLE_NAMES.index(roles.pop()) if len(roles) == 1 else UNKNOWN


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


def tag(text: Text, words: Words) -> tuple[np.ndarray, list[tuple[int, set[int]]]]:
    """The tags of the words, and for every phrase its first word and the templates it is in."""
    tags = np.zeros(len(words.starts), np.int64)
    phrases: list[tuple[int, set[int]]] = []
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
            phrases.append((int(inside[0]), {entry[1] for entry in span["roles"]}))
    return tags, phrases


def link(
    triggers: list[tuple[int, int]], phrases: list[tuple[int, set[int]]], count: int
) -> np.ndarray:
    """Which phrases, and which other triggers, go with every trigger (word, template)."""
    links = np.full((len(triggers), count, 2), UNKNOWN, np.int64)
    for row, (own, home) in enumerate(triggers):
        if home == -2:
            continue
        for word, templates in phrases:
            links[row, word, 0] = int(home in templates)
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
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        below = net.below(ids, torch.ones_like(ids))[0].to(torch.bfloat16)
    return Example(
        below,
        (words.firsts + 1).tolist(),
        tags,
        [word for word, _ in triggers],
        kinds,
        link(triggers, phrases, len(words.starts)),
        not phrases and not any(kind > 0 for kind in kinds),
    )


def batch_of(examples: list[Example]) -> Batch:
    """The examples as one batch."""
    firsts = padded([e.firsts for e in examples], 0)
    count = firsts.shape[1]
    tags = torch.full((len(examples), count), UNKNOWN)
    total = sum(len(e.triggers) for e in examples)
    links = torch.full((total, count, 2), UNKNOWN)
    at = 0
    for row, one in enumerate(examples):
        tags[row, : len(one.firsts)] = torch.from_numpy(one.tags)
        links[at : at + len(one.triggers), : len(one.firsts)] = torch.from_numpy(one.links)
        at += len(one.triggers)
    return Batch(
        torch.nn.utils.rnn.pad_sequence([e.below for e in examples], batch_first=True).float(),
        padded([[1] * len(e.below) for e in examples], 0),
        firsts,
        tags,
        torch.tensor([row for row, e in enumerate(examples) for _ in e.triggers], dtype=torch.long),
        torch.tensor([t for e in examples for t in e.triggers], dtype=torch.long),
        torch.tensor([k for e in examples for k in e.kinds], dtype=torch.long),
        links,
    )


def chosen(examples: list[Example], chance: random.Random) -> list[Example]:
    """The windows of one pass: some of the empty ones left out, some doubts settled."""
    found = []
    for one in examples:
        if one.empty and chance.random() > EMPTY:
            continue
        kinds = [
            kind if kind != DOUBTFUL else (0 if chance.random() < DOUBTED else UNKNOWN)
            for kind in one.kinds
        ]
        found.append(replace(one, kinds=kinds))
    return found


def epoch(examples: list[Example], chance: random.Random, rows: int) -> Iterator[Batch]:
    """Batches of one pass."""
    examples = chosen(examples, chance)
    chance.shuffle(examples)
    batches = []
    for start in range(0, len(examples), rows * 16):
        some = sorted(examples[start : start + rows * 16], key=lambda e: len(e.below))
        batches += [some[i : i + rows] for i in range(0, len(some), rows)]
    chance.shuffle(batches)
    for some in batches:
        yield batch_of(some)


def loss_of(net: EventNet, batch: Batch) -> tuple[Tensor, Tensor, Tensor]:
    """Losses of tags, kinds and links."""
    words = net.read(batch.below, batch.mask, batch.firsts)
    scores = net.tags(words).float().flatten(0, 1)
    gold = batch.tags.flatten()
    tags = (
        F.cross_entropy(scores, gold, ignore_index=UNKNOWN, reduction="sum") / len(batch.below) / 20
    )
    if not len(batch.triggers) or not bool((batch.kinds >= 0).any()):
        return tags, tags * 0, tags * 0
    at = words[batch.rows, batch.triggers]
    kinds = F.cross_entropy(net.kinds(at).float(), batch.kinds, ignore_index=UNKNOWN)
    known = batch.links >= 0
    if not bool(known.any()):
        return tags, kinds, kinds * 0
    found = net.pairs(words, batch.rows, batch.triggers).float()
    links = F.binary_cross_entropy_with_logits(found[known], batch.links[known].float())
    return tags, kinds, links


@dataclass
class Course:
    """One training run: what is trained, on what, and how far it has come."""

    net: EventNet
    examples: list[Example]
    rows: int
    steps: int
    step: int = 0

    def learn(self, batch: Batch, adam: torch.optim.Optimizer, plan: Any) -> list[float]:
        """One step; returns the losses of tags, kinds and links."""
        with torch.autocast("cpu", torch.bfloat16):
            tags, kinds, links = loss_of(self.net, batch)
        loss = tags + KIND_WEIGHT * kinds + LINK_WEIGHT * links
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(self.net.parameters(), 1.0)
        adam.step()
        plan.step()
        adam.zero_grad(set_to_none=True)
        self.step += 1
        return [tags.item(), kinds.item(), links.item()]

    def once(self, chance: random.Random, adam: torch.optim.Optimizer, plan: Any) -> None:
        """One pass over the windows."""
        self.net.train()
        lately: list[list[float]] = []
        for batch in epoch(self.examples, chance, self.rows):
            if self.step >= self.steps:
                return
            lately.append(self.learn(batch, adam, plan))
            if len(lately) == 10:
                means = " ".join(f"{value:.3f}" for value in np.mean(lately, axis=0))
                sys.stderr.write(f"{self.step}/{self.steps} tags, kinds, links: {means}\n")
                lately = []


def train(options: argparse.Namespace) -> None:
    """Train, and keep the weights after every pass."""
    random.seed(options.seed)
    torch.manual_seed(options.seed)
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
    out = Path(options.out)
    out.mkdir(parents=True, exist_ok=True)
    tokenizer = load_tokenizer(Path(options.encoder, "tokenizer.json"))
    held = set(json.loads(Path(options.held_out).read_text())) if options.held_out else set()
    texts = [text for text in load(Path(options.labels), tokenizer) if text.name not in held]
    state = load_file(str(Path(options.encoder, "model.safetensors")))
    net = from_checkpoint(state, options.layers, options.heads, options.frozen)
    net.eval()
    examples = [
        example(net, text, window)
        for text in texts
        for window in windows(text.pieces, text.text, SIZE - 1)
    ]
    sys.stderr.write(f"{len(examples)} windows\n")
    count = sum(1 for _ in epoch(examples, random.Random(0), options.rows))
    steps = int(count * options.epochs)
    adam, plan = optimiser(net, steps + 1, BODY_RATE, HEAD_RATE)
    course, chance = Course(net, examples, options.rows, steps), random.Random(options.seed + 1)
    for number in range(int(np.ceil(options.epochs))):
        course.once(chance, adam, plan)
        torch.save(net.state_dict(), out / f"epoch{number + 1}.pt")


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("labels")
    parser.add_argument("encoder")
    parser.add_argument("out")
    parser.add_argument("--held-out")
    parser.add_argument("--epochs", type=float, default=5)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--rows", type=int, default=8)
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--heads", type=int, default=12)
    parser.add_argument("--frozen", type=int, default=3)
    train(parser.parse_args())


if __name__ == "__main__":
    main()
