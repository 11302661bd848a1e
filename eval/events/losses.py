"""What the event model is trained to: labels, and what earlier models say."""

from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor

from eval.events.examples import UNKNOWN
from eval.events.network import EventNet

TAUGHT = 0.5
"""How much what the teachers say weighs; the rest is the labels'. Where there are none, all."""
KIND_WEIGHT, LINK_WEIGHT, SAME_WEIGHT = 0.5, 0.5, 0.2


@dataclass(frozen=True)
class Batch:
    """Windows padded to one length. What is not known is UNKNOWN or not a number."""

    below: Tensor
    upper: Tensor
    """What the last layer of the first teacher made of the pieces."""
    mask: Tensor
    firsts: Tensor
    shown: Tensor
    rows: Tensor
    triggers: Tensor
    tags: Tensor
    taught_tags: Tensor
    kinds: Tensor
    taught_kinds: Tensor
    links: Tensor
    taught_links: Tensor
    same: Tensor
    """[row, word, word], as what the teachers say of it."""
    taught_same: Tensor


def loss_of(net: EventNet, batch: Batch) -> Tensor:
    """The loss of a batch: tags, kinds, links and pairs by the labels and by the teachers, and how
    far the last layer is from the first teacher's."""
    vectors = net.encode(batch.below, batch.mask)
    words = net.words_of(vectors, batch.firsts)
    told, taught = _tags(net, words, batch)
    if len(batch.triggers):
        kinds = F.log_softmax(net.kinds(words[batch.rows, batch.triggers]), -1)
        if bool((batch.kinds >= 0).any()):
            told = told + KIND_WEIGHT * F.nll_loss(kinds, batch.kinds, ignore_index=UNKNOWN)
        taught = taught - KIND_WEIGHT * (batch.taught_kinds * kinds).sum(-1).mean()
        links = net.pairs(words, batch.rows, batch.triggers)
        told = told + LINK_WEIGHT * _chances(links, batch.links)
        taught = taught + LINK_WEIGHT * _chances(links, batch.taught_links)
    same = net.alike(words)
    told = told + SAME_WEIGHT * _chances(same, batch.same)
    taught = taught + SAME_WEIGHT * _chances(same, batch.taught_same)
    own = batch.upper[batch.mask]
    far = (vectors[batch.mask] - own).square().mean() / own.var(0).mean()
    labelled = (batch.tags != UNKNOWN).any(1).float().mean() * (1 - TAUGHT)
    return labelled * told + (1 - labelled) * taught + far


def _tags(net: EventNet, words: Tensor, batch: Batch) -> tuple[Tensor, Tensor]:
    scores = F.log_softmax(net.tags(words), -1)
    flat, gold = scores.flatten(0, 1), batch.tags.flatten()
    told = F.nll_loss(flat, gold, ignore_index=UNKNOWN, reduction="sum")
    taught = -(batch.taught_tags * scores)[batch.shown].sum()
    return told / len(words) / 20, taught / len(words) / 20


def _chances(scores: Tensor, wanted: Tensor) -> Tensor:
    """Over what is known of the chances that are wanted; nothing where nothing is."""
    known = ~torch.isnan(wanted)
    if not bool(known.any()):
        return scores.sum() * 0
    return F.binary_cross_entropy_with_logits(scores[known], wanted[known])
