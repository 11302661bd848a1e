"""What a cue is a word of."""

import pytest

from extraction.attribution.tables import attributions


@pytest.mark.parametrize(
    ("text", "code", "family"),
    [
        ("The harbour master said that the quay was shut.", "en", "speech"),
        ("The harbour master believes that the quay is shut.", "en", "thought"),
        ("The harbour master wants to shut the quay.", "en", "wish"),
        ("The harbour master denied that the quay was shut.", "en", "stance"),
        ("According to the harbour master, the quay is shut.", "en", "speech"),
        ("Капитан порта сообщил, что причал закрыт.", "ru", "speech"),
        ("„Der Kai ist gesperrt“, sagte Ilse Varga.", "de", "speech"),
    ],
)
def test_a_cue_has_the_family_that_its_list_gives(text: str, code: str, family: str) -> None:
    assert family in {found.family for found in attributions(text, code)}
