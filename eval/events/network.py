"""The network of the event model: an encoder that reads a window once, and three heads. Of the
encoder only the upper layers are trained, on what the lower ones made of every window once.

- tags: what is every word to any attack that the text tells of: outside, or the beginning or inside
  of a perpetrator, an organisation behind it, a thing hit, a victim, a weapon?
- kinds: what kind of attack does the word of a trigger speak of, or none?
- links: for every trigger and every word, does the phrase that begins there belong to the
  trigger's attack, and does a trigger that stands there speak of the same one?
"""

import math

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from eval.attribution.network import BUCKETS, Encoder, bucket, from_bert

TAGS = 11
KINDS = 7
LINKS = 2
WIDTH = 96


class EventNet(nn.Module):
    """Encoder and heads."""

    def __init__(self, encoder: Encoder, width: int, frozen: int) -> None:
        super().__init__()
        self.encoder = encoder
        self.frozen = frozen
        for part in (encoder.words, encoder.places, encoder.features, encoder.norm):
            part.requires_grad_(False)
        for layer in list(encoder.layers)[:frozen]:
            layer.requires_grad_(False)
        self.drop = nn.Dropout(0.1)
        self.tags = nn.Linear(width, TAGS)
        self.kinds = nn.Linear(width, KINDS)
        self.word = nn.Linear(width, WIDTH)
        self.trigger = nn.Linear(width, WIDTH)
        self.gate = nn.Linear(width, WIDTH)
        self.match = nn.Linear(width, WIDTH)
        self.distance = nn.Embedding(BUCKETS, WIDTH)
        nn.init.normal_(self.distance.weight, std=0.1)
        self.norm = nn.LayerNorm(WIDTH)
        self.links = nn.Linear(WIDTH, LINKS)
        self.name = nn.Linear(width, WIDTH)
        self.again = nn.Linear(width, WIDTH)
        self.same = nn.Parameter(torch.zeros(1))
        with torch.no_grad():
            self.tags.bias[0] += 2.5

    def below(self, ids: Tensor, mask: Tensor) -> Tensor:
        """What the layers that are not trained make of the pieces. Case is not told: the encoder
        knows none, and texts in capitals cannot teach any."""
        encoder = self.encoder
        places = torch.arange(ids.shape[1], device=ids.device)
        x = encoder.norm(encoder.words(ids) + encoder.places(places)[None])
        for layer in list(encoder.layers)[: self.frozen]:
            x = layer(x, mask[:, None, None, :].bool())
        return x

    def read(self, x: Tensor, mask: Tensor, firsts: Tensor) -> Tensor:
        """Vectors of the words, a window a row, from what the lower layers made of it; `firsts`
        gives the piece that opens a word."""
        for layer in list(self.encoder.layers)[self.frozen :]:
            x = layer(x, mask[:, None, None, :].bool())
        h = self.drop(x)
        return torch.gather(h, 1, firsts[:, :, None].expand(-1, -1, h.shape[2]))

    def pairs(self, words: Tensor, rows: Tensor, triggers: Tensor) -> Tensor:
        """Link scores [trigger, word, 2]: the trigger stands at a word of a row."""
        own = words[rows, triggers]
        place = torch.arange(words.shape[1], device=words.device)
        far = self.distance(bucket(place[None] - triggers[:, None]))
        match = self.match(words)[rows] * self.gate(own)[:, None] / math.sqrt(WIDTH)
        z = F.gelu(self.word(words)[rows] + self.trigger(own)[:, None] + far + match)
        scores: Tensor = self.links(self.drop(self.norm(z)))
        return scores

    def alike(self, words: Tensor) -> Tensor:
        """Scores [row, word, word] of naming the same; either way round they are alike."""
        found = self.name(words) @ self.again(words).transpose(1, 2) / math.sqrt(WIDTH)
        scores: Tensor = found + found.transpose(1, 2) + self.same
        return scores


def from_checkpoint(state: dict[str, Tensor], layers: int, heads: int, frozen: int) -> EventNet:
    """The network with the encoder's weights of a BERT checkpoint, and fresh heads; the first
    ``frozen`` layers stay as they are."""
    encoder = from_bert(state, layers, heads).encoder
    return EventNet(encoder, encoder.norm.weight.shape[0], frozen)
