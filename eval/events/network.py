"""The network of the event model: layers of its own above the encoder that it shares with the
attribution model, and three heads. The encoder is not trained; what two of its layers made of the
pieces is mixed into what the first own layer reads.

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

from eval.attribution.network import BUCKETS, Layer, bucket

TAGS = 11
KINDS = 7
LINKS = 2
WIDTH = 96


class EventNet(nn.Module):
    """Own layers and heads."""

    def __init__(self, layers: int, width: int = 384, heads: int = 12, inner: int = 1536) -> None:
        super().__init__()
        self.mix = nn.Linear(2 * width, width)
        with torch.no_grad():  # at first, the middle layer alone
            self.mix.bias.zero_()
            self.mix.weight.copy_(torch.eye(width, 2 * width))
        self.layers = nn.ModuleList(Layer(width, heads, inner, 0.1) for _ in range(layers))
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

    def encode(self, below: Tensor, mask: Tensor) -> Tensor:
        """Vectors of the pieces, a window a row, from what the encoder made of them [row, piece,
        2 * width], middle layer first."""
        x: Tensor = self.mix(below)
        for layer in self.layers:
            x = layer(x, mask[:, None, None, :])
        return x

    def words_of(self, vectors: Tensor, firsts: Tensor) -> Tensor:
        """Those of the words; `firsts` gives the piece that opens each."""
        return torch.gather(
            self.drop(vectors), 1, firsts[:, :, None].expand(-1, -1, vectors.shape[2])
        )

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
