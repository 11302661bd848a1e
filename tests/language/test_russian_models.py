"""natasha's models know the words that each of them has in its file."""

import pytest
from natasha.data import NEWS_MORPH, NEWS_NER, NEWS_SYNTAX
from slovnet.const import WORD
from slovnet.exec.pack import Pack

from wireroom.language.ru.models import Models


@pytest.fixture(scope="module")
def models() -> Models:
    return Models()


@pytest.mark.parametrize(
    ("name", "path"),
    [("morphology", NEWS_MORPH), ("syntax", NEWS_SYNTAX), ("names", NEWS_NER)],
)
def test_a_model_has_the_words_of_its_own_file(name: str, path: str, models: Models) -> None:
    with Pack(path) as pack:
        own = pack.load_vocab(WORD)
    words = getattr(models, name).infer.encoder.words_vocab
    assert words.items == own.items
    assert (words.unk_id, words.pad_id) == (own.unk_id, own.pad_id)
    assert [words.encode(word) for word in ("порт", "паром", "нетслова")] == [
        own.encode(word) for word in ("порт", "паром", "нетслова")
    ]


def test_the_words_are_held_once(models: Models) -> None:
    held = {
        id(model.infer.encoder.words_vocab)
        for model in (models.morphology, models.syntax, models.names)
    }
    assert len(held) == 1
