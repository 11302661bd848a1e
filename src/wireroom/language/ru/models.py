"""natasha's models, loaded in less time and memory than as they come; what they say is the same."""

from typing import Any

from natasha import NewsEmbedding, NewsMorphTagger, NewsNERTagger, NewsSyntaxParser, Segmenter
from slovnet.const import WORD
from slovnet.exec.pack import Pack
from slovnet.vocab import Vocab


class Models:
    """What cuts a text into sentences and words, and what tells their forms, syntax and names."""

    def __init__(self) -> None:
        embedding = NewsEmbedding()
        words = _shared(embedding.vocab)
        load_vocab = Pack.load_vocab

        def load(pack: Pack, name: str) -> Vocab:
            return words if name == WORD else load_vocab(pack, name)

        self.segmenter = Segmenter()
        Pack.load_vocab = load
        try:
            self.morphology = NewsMorphTagger(embedding)
            self.syntax = NewsSyntaxParser(embedding)
            self.names = NewsNERTagger(embedding)
        finally:
            Pack.load_vocab = load_vocab


def _shared(vocab: Any) -> Vocab:
    """The 250,000 words of the embedding. Each of the three models has the same list once more in
    its file, and would read it and number its words anew."""
    words = Vocab.__new__(Vocab)
    words.items, words.item_ids = vocab.words, vocab.word_ids
    words.unk_id, words.pad_id = vocab.unk_id, vocab.pad_id
    return words
