"""Train the English attribution model on PolNeAR's training part.

    python -m eval.attribution.train DATA.jsonl.gz ENCODER OUT [--epochs 4] [--seed 0]

ENCODER is a folder with model.safetensors and tokenizer.json of a BERT encoder (all-MiniLM-L6-v2:
Apache-2.0). Some articles are held out, chosen by the seed, to set the decoding on. OUT gets
epochN.pt after every pass, and held_out.json, the ids of the articles held out.
"""

import argparse
import gzip
import json
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor

from eval.attribution.network import ROLES, AttributionNet, from_bert
from wireroom.extraction.encoder.pieces import (
    CLS,
    PAD,
    SPECIAL,
    Pieces,
    Window,
    load_tokenizer,
    read_pieces,
    windows,
)

SIZE = 320
"""Pieces in a window of training; positions go to 512, memory and time do not."""
BODY_RATE, HEAD_RATE = 2e-4, 1e-3
TAG_WEIGHT, ANCHOR_WEIGHT, ROLE_WEIGHT = 1.0, 1.0, 0.3
SLIP = 0.2
"""How often the tags of a long cue are asked for at another of its words than the first."""
CURLY_TO_STRAIGHT = str.maketrans("“”‘’", "\"\"''")

Spans = list[list[int]]


@dataclass(frozen=True)
class Article:
    """A text, its pieces, its attributions as {role: spans}."""

    name: str
    text: str
    pieces: Pieces
    attributions: list[dict[str, Spans]]


@dataclass(frozen=True)
class Example:
    """One window with what is to be learned: roles [word, role], anchors (words) and the tags of
    every word for each of them."""

    ids: list[int]
    features: list[int]
    firsts: list[int]
    roles: np.ndarray
    anchors: list[int]
    asked: list[int]
    """The word of each cue that its tags are asked for: most often its first, the anchor."""
    tags: np.ndarray


@dataclass(frozen=True)
class Batch:
    """Windows padded to one length."""

    ids: Tensor
    features: Tensor
    mask: Tensor
    firsts: Tensor
    shown: Tensor
    roles: Tensor
    starts: Tensor
    rows: Tensor
    anchors: Tensor
    tags: Tensor


def load(path: Path, tokenizer: Tokenizer) -> list[Article]:
    """The articles of a file of JSON lines."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [
        Article(row["id"], row["text"], read_pieces(tokenizer, row["text"]), row["attributions"])
        for row in rows
    ]


def tag_words(starts: np.ndarray, ends: np.ndarray, attribution: dict[str, Spans]) -> np.ndarray:
    """The tag of every word for one attribution: B at the first word of a span, I after it."""
    tags = np.zeros(len(starts), np.int64)
    for number, role in enumerate(ROLES):
        for start, end in attribution[role]:
            inside = np.flatnonzero((starts < end) & (ends > start))
            if len(inside):
                tags[inside] = 2 + 2 * number
                tags[inside[0]] = 1 + 2 * number
    return tags


def example(article: Article, window: Window, chance: random.Random) -> Example:
    """The window of the article with its labels."""
    pieces = article.pieces
    part = slice(window.lo, window.hi)
    firsts = np.flatnonzero(pieces.firsts[part])
    starts = pieces.starts[part][firsts]
    word_ends = np.append(starts[1:], 1 << 40)
    ends = np.minimum(word_ends, pieces.ends[part][np.append(firsts[1:] - 1, -1)])
    ends = np.where(ends > starts, ends, pieces.ends[part][firsts])
    roles = np.zeros((len(starts), len(ROLES)), np.float32)
    anchors: list[int] = []
    asked: list[int] = []
    tags: list[np.ndarray] = []
    for attribution in article.attributions:
        own = tag_words(starts, ends, attribution)
        for number in range(len(ROLES)):
            roles[(own == 1 + 2 * number) | (own == 2 + 2 * number), number] = 1
        at = np.flatnonzero(own == 1 + 2 * ROLES.index("cue"))
        whole = attribution["cue"] and len(at) and starts[at[0]] <= attribution["cue"][0][0]
        if whole and int(at[0]) not in anchors:
            anchors.append(int(at[0]))
            other = (own == 2 + 2 * ROLES.index("cue")).nonzero()[0]
            slip = len(other) and chance.random() < SLIP
            asked.append(int(chance.choice(other)) if slip else int(at[0]))
            tags.append(own)
    return Example(
        [CLS, *pieces.ids[part].tolist()],
        [SPECIAL, *pieces.features[part].tolist()],
        (firsts + 1).tolist(),
        roles,
        anchors,
        asked,
        np.array(tags, np.int64).reshape(len(anchors), len(starts)),
    )


def padded(rows: list[list[int]], filler: int) -> Tensor:
    """Rows of one length."""
    longest = max(len(row) for row in rows)
    return torch.tensor([row + [filler] * (longest - len(row)) for row in rows])


def batch_of(examples: list[Example]) -> Batch:
    """The examples as one batch."""
    firsts = padded([e.firsts for e in examples], 0)
    count = firsts.shape[1]
    shown = padded([[1] * len(e.firsts) for e in examples], 0).bool()
    roles = torch.zeros(len(examples), count, len(ROLES))
    starts = torch.zeros(len(examples), count)
    total = sum(len(e.anchors) for e in examples)
    tags = torch.full((total, count), -100)
    at = 0
    for row, one in enumerate(examples):
        roles[row, : len(one.firsts)] = torch.from_numpy(one.roles)
        starts[row, one.anchors] = 1
        tags[at : at + len(one.anchors), : len(one.firsts)] = torch.from_numpy(one.tags)
        at += len(one.anchors)
    return Batch(
        padded([e.ids for e in examples], PAD),
        padded([e.features for e in examples], SPECIAL),
        padded([[1] * len(e.ids) for e in examples], 0),
        firsts,
        shown,
        roles,
        starts,
        torch.tensor([row for row, e in enumerate(examples) for _ in e.anchors], dtype=torch.long),
        torch.tensor([a for e in examples for a in e.asked], dtype=torch.long),
        tags,
    )


def epoch(
    articles: list[Article], tokenizer: Tokenizer, chance: random.Random, rows: int
) -> Iterator[Batch]:
    """Batches of one pass: every article cut anew, one in six with straight quotation marks."""
    examples = []
    for article in articles:
        seen = article
        if chance.random() < 1 / 6:
            text = article.text.translate(CURLY_TO_STRAIGHT)
            seen = Article(article.name, text, read_pieces(tokenizer, text), article.attributions)
        first = chance.randrange(SIZE // 4, SIZE + 1)
        for window in windows(seen.pieces, seen.text, SIZE - 1, first):
            examples.append(example(seen, window, chance))
    chance.shuffle(examples)
    batches = []
    for start in range(0, len(examples), rows * 16):
        some = sorted(examples[start : start + rows * 16], key=lambda e: len(e.ids))
        batches += [some[i : i + rows] for i in range(0, len(some), rows)]
    chance.shuffle(batches)
    for some in batches:
        yield batch_of(some)


def loss_of(net: AttributionNet, batch: Batch) -> tuple[Tensor, Tensor, Tensor]:
    """Losses of anchors, roles and tags."""
    words = net.read(batch.ids, batch.features, batch.mask, batch.firsts)
    shown = batch.shown
    anchor = net.anchor(words)[..., 0].float()[shown]
    anchors = F.binary_cross_entropy_with_logits(anchor, batch.starts[shown], reduction="sum")
    roles = F.binary_cross_entropy_with_logits(net.roles(words).float()[shown], batch.roles[shown])
    roles = roles * 3
    if not len(batch.anchors):
        return anchors / 30, roles, anchors * 0
    scores = net.pairs(words, batch.rows, batch.anchors, shown).float()
    tags = F.cross_entropy(
        scores.flatten(0, 1), batch.tags.flatten(), ignore_index=-100, reduction="sum"
    )
    return anchors / len(batch.anchors), roles, tags / len(batch.anchors) / 30


def optimiser(
    net: torch.nn.Module, steps: int, body_rate: float = BODY_RATE, head_rate: float = HEAD_RATE
) -> tuple[torch.optim.Optimizer, Any]:
    """AdamW, the encoder slower than the heads; a short warm-up, then down in a line."""
    body = [p for n, p in net.named_parameters() if p.requires_grad and n.startswith("encoder")]
    heads = [p for n, p in net.named_parameters() if not n.startswith("encoder")]
    adam = torch.optim.AdamW(
        [{"params": body, "lr": body_rate}, {"params": heads, "lr": head_rate}], weight_decay=0.01
    )
    warm = max(1, int(0.06 * steps))

    def rate(step: int) -> float:
        return min((step + 1) / warm, max(0.02, (steps - step) / (steps - warm)))

    return adam, torch.optim.lr_scheduler.LambdaLR(adam, rate)


@dataclass
class Course:
    """One training run: what is trained, on what, and how far it has come."""

    net: AttributionNet
    articles: list[Article]
    tokenizer: Tokenizer
    rows: int
    steps: int
    step: int = 0

    def learn(self, batch: Batch, adam: torch.optim.Optimizer, plan: Any) -> list[float]:
        """One step; returns the losses of anchors, roles and tags."""
        with torch.autocast("cpu", torch.bfloat16):
            anchors, roles, tags = loss_of(self.net, batch)
        loss = ANCHOR_WEIGHT * anchors + ROLE_WEIGHT * roles + TAG_WEIGHT * tags
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(self.net.parameters(), 1.0)
        adam.step()
        plan.step()
        adam.zero_grad(set_to_none=True)
        self.step += 1
        return [anchors.item(), roles.item(), tags.item()]

    def once(self, chance: random.Random, adam: torch.optim.Optimizer, plan: Any) -> None:
        """One pass over the articles."""
        self.net.train()
        lately: list[list[float]] = []
        for batch in epoch(self.articles, self.tokenizer, chance, self.rows):
            if self.step >= self.steps:
                return
            lately.append(self.learn(batch, adam, plan))
            if len(lately) == 20:
                means = " ".join(f"{value:.3f}" for value in np.mean(lately, axis=0))
                sys.stderr.write(f"{self.step}/{self.steps} anchor, roles, tags: {means}\n")
                lately = []


def split(articles: list[Article], count: int, seed: int) -> tuple[list[Article], list[str]]:
    """The articles to learn from, and the ids of those held out."""
    held = set(random.Random(seed).sample([a.name for a in articles], count))
    return [a for a in articles if a.name not in held], sorted(held)


def train(options: argparse.Namespace) -> None:
    """Train, and keep the weights after every pass."""
    random.seed(options.seed)
    torch.manual_seed(options.seed)
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
    out = Path(options.out)
    out.mkdir(parents=True, exist_ok=True)
    tokenizer = load_tokenizer(str(Path(options.encoder, "tokenizer.json")))
    learn, held = split(load(Path(options.data), tokenizer), options.held_out, options.seed)
    (out / "held_out.json").write_text(json.dumps(held))
    state = load_file(str(Path(options.encoder, "model.safetensors")))
    net = from_bert(state, options.layers, options.heads)
    count = sum(1 for _ in epoch(learn, tokenizer, random.Random(0), options.rows))
    steps = int(count * options.epochs)
    adam, plan = optimiser(net, steps + 1)
    course, chance = (
        Course(net, learn, tokenizer, options.rows, steps),
        random.Random(options.seed + 1),
    )
    for number in range(int(np.ceil(options.epochs))):
        course.once(chance, adam, plan)
        torch.save(net.state_dict(), out / f"epoch{number + 1}.pt")


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("data")
    parser.add_argument("encoder")
    parser.add_argument("out")
    parser.add_argument("--epochs", type=float, default=4)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--held-out", type=int, default=42)
    parser.add_argument("--rows", type=int, default=12)
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--heads", type=int, default=12)
    train(parser.parse_args())


if __name__ == "__main__":
    main()
