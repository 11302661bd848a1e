"""Train the English event model on labelled templates of attacks and on what earlier models say.

    python -m eval.events.train LABELS.jsonl OUT --begin OLD.pt --teacher OLD.onnx [--teacher …]
        [--held-out IDS.json] [--cased TEXTS.jsonl.gz …] [--stretches STRETCHES.jsonl]
        [--epochs 3] [--go-on EPOCH.pt --body-rate 3e-4 --head-rate 4e-4]

LABELS is what eval.events.label wrote, STRETCHES what eval.events.stretches did. OLD.pt and
OLD.onnx are of event models with six layers of their own, as eval.events.train and export wrote
them up to 2026-11: the heads and the uppermost layers begin as those of OLD.pt, and what the
teachers say (the mean of their chances, the layers of the first) is learned beside the labels. The
encoder is the program's own and stays as it is. The texts named in IDS are left out. A text all in
capitals is read a second time as other texts, CASED, write its words. OUT gets epochN.pt after
every pass; --go-on begins with one of these.
"""

import argparse
import json
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

from eval.attribution.train import padded
from eval.events.casing import Casing, texts_of
from eval.events.examples import DOUBTFUL, UNKNOWN, Example, Text, example, load
from eval.events.losses import Batch, loss_of
from eval.events.network import EventNet
from eval.events.teaching import Teachers
from wireroom.extraction.encoder import Encoder, encoder_for
from wireroom.extraction.encoder.pieces import windows
from wireroom.extraction.events.learnt.scoring import SIZE

EMPTY = 0.45
"""How many of the windows with nothing to find a pass reads."""
DOUBTED = 0.3
"""How often a trigger that nothing ties to a template of its text is taken for one of no attack."""
ALIGNED = 400
"""Windows over which the mixture of the encoder's layers is fitted before training."""


def batch_of(examples: list[Example], chance: random.Random) -> Batch:
    """The examples as one batch, each in one of its readings, doubts settled."""
    firsts = padded([e.firsts for e in examples], 0)
    rows, count = firsts.shape
    total = sum(len(e.triggers) for e in examples)
    unknown = float("nan")
    batch = Batch(
        _piled([torch.from_numpy(chance.choice(e.below)).float() for e in examples]),
        _piled([torch.from_numpy(e.taught.upper).float() for e in examples]),
        padded([[1] * len(e.below[0]) for e in examples], 0).bool(),
        firsts,
        padded([[1] * len(e.firsts) for e in examples], 0).bool(),
        torch.tensor([row for row, e in enumerate(examples) for _ in e.triggers], dtype=torch.long),
        torch.tensor([t for e in examples for t in e.triggers], dtype=torch.long),
        torch.full((rows, count), UNKNOWN),
        torch.zeros(rows, count, 11),
        torch.full((total,), UNKNOWN),
        torch.zeros(total, 7),
        torch.full((total, count, 2), unknown),
        torch.full((total, count, 2), unknown),
        torch.full((rows, count, count), unknown),
        torch.full((rows, count, count), unknown),
    )
    at = 0
    for row, one in enumerate(examples):
        own = slice(at, at + len(one.triggers))
        _tell_labels(batch, row, own, one, chance)
        _tell_taught(batch, row, own, one)
        at = own.stop
    return batch


def _piled(rows: list[Tensor]) -> Tensor:
    return torch.nn.utils.rnn.pad_sequence(rows, batch_first=True)


def _tell_labels(batch: Batch, row: int, own: slice, one: Example, chance: random.Random) -> None:
    labels, count = one.labels, len(one.firsts)
    if labels is None:
        return
    batch.tags[row, :count] = torch.from_numpy(labels.tags)
    for place, kind in enumerate(labels.kinds):
        doubted = 0 if chance.random() < DOUBTED else UNKNOWN
        batch.kinds[own.start + place] = doubted if kind == DOUBTFUL else kind
    links = torch.from_numpy(labels.links).float()
    links[links < 0] = float("nan")
    batch.links[own, :count] = links
    for first, other, told in labels.same:
        batch.same[row, first, other] = told


def _tell_taught(batch: Batch, row: int, own: slice, one: Example) -> None:
    taught, count = one.taught, len(one.firsts)
    batch.taught_tags[row, :count] = torch.from_numpy(taught.tags)
    batch.taught_kinds[own] = torch.from_numpy(taught.kinds)
    links, openings = torch.from_numpy(taught.links), torch.from_numpy(taught.openings)
    for place in range(len(one.triggers)):
        batch.taught_links[own.start + place, openings, 0] = links[place, openings, 0]
        for other in one.triggers[:place] + one.triggers[place + 1 :]:
            batch.taught_links[own.start + place, other, 1] = links[place, other, 1]
    same = torch.from_numpy(taught.same)
    for place, opening in enumerate(openings.tolist()):
        batch.taught_same[row, opening, openings[:place]] = same[place, :place]


def epoch(examples: list[Example], chance: random.Random, rows: int) -> Iterator[list[Example]]:
    """The windows of one pass, those of a batch of much the same length."""
    some = [e for e in examples if not (e.labels and e.labels.empty and chance.random() > EMPTY)]
    chance.shuffle(some)
    batches = []
    for start in range(0, len(some), rows * 16):
        near = sorted(some[start : start + rows * 16], key=lambda e: len(e.below[0]))
        batches += [near[i : i + rows] for i in range(0, len(near), rows)]
    chance.shuffle(batches)
    yield from batches


def align(net: EventNet, examples: list[Example], chance: random.Random) -> None:
    """Fit the mixture of the encoder's layers to what the first teacher's fourth layer made of the
    same pieces (ridge regression)."""
    some = chance.sample(examples, min(ALIGNED, len(examples)))
    below = np.concatenate([chance.choice(e.below) for e in some]).astype(np.float32)
    told = np.concatenate([e.taught.lower for e in some]).astype(np.float32)
    given = np.concatenate([below, np.ones((len(below), 1), np.float32)], axis=1)
    ridge = 3 * np.eye(given.shape[1], dtype=np.float32)
    fitted = torch.from_numpy(np.linalg.solve(given.T @ given + ridge, given.T @ told))
    with torch.no_grad():
        net.mix.weight.copy_(fitted[:-1].T)
        net.mix.bias.copy_(fitted[-1])


def begin_as(net: EventNet, state: dict[str, Tensor]) -> None:
    """The heads of an earlier model, and its uppermost layers."""
    count = len({name.split(".")[2] for name in state if name.startswith("encoder.layers.")})
    own = {}
    for name, value in state.items():
        if name.startswith("encoder.layers."):
            number, rest = name.removeprefix("encoder.layers.").split(".", 1)
            own[f"layers.{int(number) - count + len(net.layers)}.{rest}"] = value
        elif not name.startswith("encoder."):
            own[name] = value
    known = {name: value for name, value in own.items() if name in net.state_dict()}
    net.load_state_dict(known, strict=False)


def optimiser(
    net: EventNet, steps: int, body_rate: float, head_rate: float
) -> tuple[torch.optim.Optimizer, Any]:
    """AdamW, the layers slower than the heads; a short warm-up, then down in a line."""
    body, heads = [], []
    for name, parameter in net.named_parameters():
        (body if name.startswith(("mix", "layers")) else heads).append(parameter)
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

    net: EventNet
    examples: list[Example]
    rows: int
    steps: int
    step: int = 0

    def once(self, chance: random.Random, adam: torch.optim.Optimizer, plan: Any) -> None:
        """One pass over the windows."""
        self.net.train()
        for some in epoch(self.examples, chance, self.rows):
            if self.step >= self.steps:
                return
            loss = loss_of(self.net, batch_of(some, chance))
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(self.net.parameters(), 1.0)
            adam.step()
            plan.step()
            adam.zero_grad(set_to_none=True)
            self.step += 1
            if self.step % 20 == 0:
                sys.stderr.write(f"{self.step}/{self.steps} {loss.item():.3f}\n")


def examples_of(
    texts: list[Text], encoder: Encoder, teachers: Teachers, casing: Casing
) -> Iterator[Example]:
    """Every window of every text; of a text without labels, those with a trigger."""
    for text in texts:
        readings = [encoder.read(text.text)]
        other = encoder.read(casing.apply(text.text))
        if other.text != text.text and np.array_equal(other.pieces.ids, readings[0].pieces.ids):
            readings.append(other)
        for window in windows(readings[0].pieces, text.text, SIZE):
            one = example(encoder, teachers, text, readings, window)
            if one.labels or one.triggers:
                yield one


def train(options: argparse.Namespace) -> None:
    """Train, and keep the weights after every pass."""
    random.seed(options.seed)
    torch.manual_seed(options.seed)
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
    out = Path(options.out)
    out.mkdir(parents=True, exist_ok=True)
    encoder = encoder_for("en")
    if encoder is None:
        raise SystemExit("there is no encoder to train on")
    held = set(json.loads(Path(options.held_out).read_text())) if options.held_out else set()
    texts = [text for text in load(Path(options.labels)) if text.name not in held]
    texts += load(Path(options.stretches)) if options.stretches else []
    casing = Casing(texts_of(options.cased))
    teachers = Teachers([Path(model) for model in options.teacher])
    examples = list(examples_of(texts, encoder, teachers, casing))
    sys.stderr.write(f"{len(examples)} windows\n")
    net = EventNet(options.layers)
    if options.go_on:
        net.load_state_dict(torch.load(options.go_on))
    else:
        begin_as(net, torch.load(options.begin))
        align(net, examples, random.Random(3))
    steps = int(sum(1 for _ in epoch(examples, random.Random(0), options.rows)) * options.epochs)
    adam, plan = optimiser(net, steps, options.body_rate, options.head_rate)
    course, chance = Course(net, examples, options.rows, steps), random.Random(options.seed + 1)
    for number in range(int(np.ceil(options.epochs))):
        course.once(chance, adam, plan)
        torch.save(net.state_dict(), out / f"epoch{number + 1}.pt")


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("labels")
    parser.add_argument("out")
    parser.add_argument("--begin", required=True, help="an earlier model")
    parser.add_argument("--teacher", action="append", required=True)
    parser.add_argument("--held-out")
    parser.add_argument("--cased", nargs="*", default=[])
    parser.add_argument("--stretches")
    parser.add_argument("--go-on")
    parser.add_argument("--body-rate", type=float, default=4e-4)
    parser.add_argument("--head-rate", type=float, default=5e-4)
    parser.add_argument("--epochs", type=float, default=3)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--rows", type=int, default=8)
    parser.add_argument("--layers", type=int, default=2)
    train(parser.parse_args())


if __name__ == "__main__":
    main()
