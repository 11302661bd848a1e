"""The network of the attribution model: an encoder that reads a window once, and three heads.

- anchor: does a cue open at this word?
- roles: is this word in the content, source, cue of any attribution? (it helps to learn, and shows
  content that no sure cue tells)
- tags: for every anchor and every word, what is the word to the attribution of that cue: outside,
  or the beginning or inside of its content, source, cue: joining and nesting need no second pass.
"""

import math

import torch
import torch.nn.functional as F
from torch import Tensor, nn

FEATURES = 7
TAGS = ("O", "B-content", "I-content", "B-source", "I-source", "B-cue", "I-cue")
ROLES = ("content", "source", "cue")
BUCKETS = 48
WIDTH = 128
KERNEL = 5


def bucket(distance: Tensor) -> Tensor:
    """Signed distances in words as one of 48 classes: each up to 8, then by logarithm."""
    size = distance.abs()
    far = 8 + (size.clamp(min=8).float() / 8).log2().mul(3).long()
    folded = torch.where(size < 8, size, far).clamp(max=BUCKETS // 2 - 1)
    return folded + (distance > 0).long() * (BUCKETS // 2)


class Layer(nn.Module):
    """One transformer layer of BERT, normalised after each half."""

    def __init__(self, width: int, heads: int, inner: int, drop: float) -> None:
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm1 = nn.LayerNorm(width, eps=1e-12)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm2 = nn.LayerNorm(width, eps=1e-12)
        self.drop = nn.Dropout(drop)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        rows, length, width = x.shape
        parts = self.qkv(x).view(rows, length, 3, self.heads, width // self.heads)
        query, key, value = parts.permute(2, 0, 3, 1, 4)
        read = F.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        read = read.transpose(1, 2).reshape(rows, length, width)
        x = self.norm1(x + self.drop(self.out(read)))
        inner: Tensor = self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))
        return inner


class Encoder(nn.Module):
    """BERT's encoder, with features of the pieces added to the words' vectors."""

    def __init__(
        self, words: int, positions: int, width: int, heads: int, inner: int, layers: int
    ) -> None:
        super().__init__()
        self.words = nn.Embedding(words, width)
        self.places = nn.Embedding(positions, width)
        self.features = nn.Embedding(FEATURES, width)
        nn.init.zeros_(self.features.weight)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.drop = nn.Dropout(0.1)
        self.layers = nn.ModuleList(Layer(width, heads, inner, 0.1) for _ in range(layers))

    def forward(self, ids: Tensor, features: Tensor, mask: Tensor) -> Tensor:
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.words(ids) + self.places(places)[None] + self.features(features)
        x = self.drop(self.norm(x))
        shown = mask[:, None, None, :].bool()
        for layer in self.layers:
            x = layer(x, shown)
        return x


class AttributionNet(nn.Module):
    """Encoder and heads."""

    def __init__(self, encoder: Encoder, width: int) -> None:
        super().__init__()
        self.encoder = encoder
        self.drop = nn.Dropout(0.1)
        self.anchor = nn.Linear(width, 1)
        self.roles = nn.Linear(width, len(ROLES))
        self.word = nn.Linear(width, WIDTH)
        self.cue = nn.Linear(width, WIDTH)
        self.gate = nn.Linear(width, WIDTH)
        self.match = nn.Linear(width, WIDTH)
        self.distance = nn.Embedding(BUCKETS, WIDTH)
        nn.init.normal_(self.distance.weight, std=0.1)
        self.around = nn.Conv1d(WIDTH, WIDTH, KERNEL, padding=KERNEL // 2)
        self.norm = nn.LayerNorm(WIDTH)
        self.tags = nn.Linear(WIDTH, len(TAGS))
        nn.init.constant_(self.anchor.bias, -3.4)
        with torch.no_grad():
            self.tags.bias[0] += 2.5

    def read(self, ids: Tensor, features: Tensor, mask: Tensor, firsts: Tensor) -> Tensor:
        """Vectors of the words, a window a row; `firsts` gives the piece that opens a word."""
        h = self.drop(self.encoder(ids, features, mask))
        return torch.gather(h, 1, firsts[:, :, None].expand(-1, -1, h.shape[2]))

    def pairs(self, words: Tensor, rows: Tensor, anchors: Tensor, shown: Tensor) -> Tensor:
        """Tag scores [anchor, word, tag]: the anchor stands at a word of a row; `shown` masks the
        words that are there."""
        cue = words[rows, anchors]
        place = torch.arange(words.shape[1], device=words.device)
        far = self.distance(bucket(place[None] - anchors[:, None]))
        match = self.match(words)[rows] * self.gate(cue)[:, None] / math.sqrt(WIDTH)
        z = F.gelu(self.word(words)[rows] + self.cue(cue)[:, None] + far + match)
        z = z * shown[rows][:, :, None]
        z = z + F.gelu(self.around(z.transpose(1, 2))).transpose(1, 2)
        scores: Tensor = self.tags(self.drop(self.norm(z)))
        return scores


def from_bert(state: dict[str, Tensor], layers: int, heads: int) -> AttributionNet:
    """The network with the encoder's weights of a BERT checkpoint, and fresh heads."""
    words, width = state["embeddings.word_embeddings.weight"].shape
    positions = state["embeddings.position_embeddings.weight"].shape[0]
    inner = state["encoder.layer.0.intermediate.dense.weight"].shape[0]
    encoder = Encoder(words, positions, width, heads, inner, layers)
    kind = state["embeddings.token_type_embeddings.weight"][0]
    own = {
        "words.weight": state["embeddings.word_embeddings.weight"],
        "places.weight": state["embeddings.position_embeddings.weight"] + kind,
        "features.weight": torch.zeros(FEATURES, width),
        "norm.weight": state["embeddings.LayerNorm.weight"],
        "norm.bias": state["embeddings.LayerNorm.bias"],
    }
    names = {
        "out": "attention.output.dense",
        "norm1": "attention.output.LayerNorm",
        "up": "intermediate.dense",
        "down": "output.dense",
        "norm2": "output.LayerNorm",
    }
    for number in range(layers):
        source, target = f"encoder.layer.{number}.", f"layers.{number}."
        for part in ("weight", "bias"):
            own[f"{target}qkv.{part}"] = torch.cat(
                [
                    state[f"{source}attention.self.{name}.{part}"]
                    for name in ("query", "key", "value")
                ]
            )
            for mine, theirs in names.items():
                own[f"{target}{mine}.{part}"] = state[f"{source}{theirs}.{part}"]
    encoder.load_state_dict(own)
    encoder.words.weight.requires_grad = False
    return AttributionNet(encoder, width)
