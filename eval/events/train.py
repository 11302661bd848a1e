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
from torch import Tensor

from eval.attribution.train import HEAD_RATE, padded
from eval.events.examples import DOUBTFUL, HALF, UNKNOWN, Example, example, load
from eval.events.network import EventNet, from_checkpoint
from wireroom.extraction.attribution.learnt.pieces import load_tokenizer, windows

SIZE = 448
"""Pieces in a window."""
BODY_RATE, DECAY = 1.5e-4, 0.85
"""Of the topmost layer, and what every layer below it learns more slowly by."""
KIND_WEIGHT, LINK_WEIGHT, SAME_WEIGHT = 0.5, 0.5, 0.2
EMPTY = 0.45
"""How many of the windows with nothing to find a pass reads."""
DOUBTED = 0.3
"""How often a trigger that nothing ties to a template of its text is taken for one of no attack."""


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
    same: Tensor
    """[pair, 4]: row, word, word, whether they name the same."""


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
        torch.tensor(
            [(row, *pair) for row, e in enumerate(examples) for pair in e.same], dtype=torch.long
        ).view(-1, 4),
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


def loss_of(net: EventNet, batch: Batch) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Losses of tags, kinds, links and pairs that name the same."""
    words = net.read(batch.below, batch.mask, batch.firsts)
    scores = net.tags(words).float().flatten(0, 1)
    gold = batch.tags.flatten()
    tags = (
        F.cross_entropy(scores, gold, ignore_index=UNKNOWN, reduction="sum") / len(batch.below) / 20
    )
    kinds = links = same = tags * 0
    if len(batch.same):
        row, one, other, told = batch.same.T
        found = net.alike(words)[row, one, other].float()
        same = F.binary_cross_entropy_with_logits(found, told.float())
    if len(batch.triggers):
        at = words[batch.rows, batch.triggers]
        if bool((batch.kinds >= 0).any()):
            kinds = F.cross_entropy(net.kinds(at).float(), batch.kinds, ignore_index=UNKNOWN)
        known = batch.links >= 0
        if bool(known.any()):
            found = net.pairs(words, batch.rows, batch.triggers).float()
            links = F.binary_cross_entropy_with_logits(found[known], batch.links[known].float())
    return tags, kinds, links, same


def optimiser(net: EventNet, steps: int) -> tuple[torch.optim.Optimizer, Any]:
    """AdamW, the encoder slower than the heads and its lower layers slower than the upper; a short
    warm-up, then down in a line."""
    layers = list(net.encoder.layers)
    groups = [
        {"params": list(layer.parameters()), "lr": BODY_RATE * DECAY ** (len(layers) - 1 - number)}
        for number, layer in enumerate(layers)
        if number >= net.frozen
    ]
    heads = [p for n, p in net.named_parameters() if not n.startswith("encoder")]
    adam = torch.optim.AdamW([*groups, {"params": heads, "lr": HEAD_RATE}], weight_decay=0.01)
    warm = max(1, int(0.06 * steps))

    def rate(step: int) -> float:
        return min((step + 1) / warm, max(0.02, (steps - step) / (steps - warm)))

    return adam, torch.optim.lr_scheduler.LambdaLR(adam, rate)


@dataclass
class Course:
    """One training run: what is trained, on what, and how far it has come."""

    net: EventNet
    examples: list[Example]
    rows: int
    steps: int
    step: int = 0

    def learn(self, batch: Batch, adam: torch.optim.Optimizer, plan: Any) -> list[float]:
        """One step; returns the losses of tags, kinds, links and pairs."""
        with torch.autocast("cpu", torch.bfloat16, enabled=HALF):
            tags, kinds, links, same = loss_of(self.net, batch)
        loss = tags + KIND_WEIGHT * kinds + LINK_WEIGHT * links + SAME_WEIGHT * same
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(self.net.parameters(), 1.0)
        adam.step()
        plan.step()
        adam.zero_grad(set_to_none=True)
        self.step += 1
        return [tags.item(), kinds.item(), links.item(), same.item()]

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
                sys.stderr.write(f"{self.step}/{self.steps} tags, kinds, links, same: {means}\n")
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
    if options.begin:
        net.load_state_dict(torch.load(options.begin), strict=False)
    adam, plan = optimiser(net, steps + 1)
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
    parser.add_argument("--frozen", type=int, default=2)
    parser.add_argument("--begin", help="weights to go on from")
    train(parser.parse_args())


if __name__ == "__main__":
    main()
