"""Labels of texts that lie elsewhere: whole, in their texts, and tied to the very text."""

import json
from pathlib import Path

import pytest

from eval.attribution.borrowed import LABELS, NOT_THERE, load, within

SETS = ("en-war", "en-war-kept")
FIELDS = {"source", "cue", "content", "kind", "stance", "inside"}


@pytest.mark.parametrize("name", SETS)
def test_labels_hold_offsets_and_never_a_text(name: str) -> None:
    for line in (LABELS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        assert set(document) == {"id", "sha256", "part", "attributions"}
        first, last = document["part"]
        for index, found in enumerate(document["attributions"]):
            assert set(found) == FIELDS
            assert found["cue"]
            assert found["content"]
            assert found["inside"] != index
            for role in ("source", "cue", "content"):
                ends = [first, *(at for span in found[role] for at in span), last]
                assert ends == sorted(ends)


def test_the_two_sets_share_no_document() -> None:
    texts = [(LABELS / f"{name}.jsonl").read_text(encoding="utf-8") for name in SETS]
    ids = [{json.loads(line)["id"] for line in text.splitlines()} for text in texts]
    assert not ids[0] & ids[1]


def test_a_missing_folder_is_told_of_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=NOT_THERE):
        load("en-war", tmp_path / "nowhere")


def test_what_only_the_layout_shows_is_not_held_against_labels() -> None:
    told: dict[str, object] = {"cue": [[5, 9]], "content": [[10, 20]]}
    posted: dict[str, object] = {"cue": [], "content": [[0, 30]]}
    beyond: dict[str, object] = {"cue": [[40, 44]], "content": [[45, 50]]}
    assert within([told, posted, beyond], (0, 30)) == [told]


@pytest.mark.parametrize("name", SETS)
def test_every_label_stands_on_words_of_its_text(name: str, shared: Path) -> None:
    for document in load(name, shared):
        text = document["text"]
        for found in document["attributions"]:
            for start, end in (*found["source"], *found["cue"], *found["content"]):
                words = text[start:end]
                assert words == words.strip()
                # No span begins or ends within a word.
                assert not (start and text[start - 1].isalnum() and words[0].isalnum())
                assert not (text[end : end + 1].isalnum() and words[-1].isalnum())
