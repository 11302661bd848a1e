"""How sources stand to what they say, and how sure they make it: a table of cues."""

from pathlib import Path

import pytest

from extraction.attribution.tables import attributions, said, words

TABLE = Path(__file__).parent / "english_stances.tsv"
ROWS = [
    line.split("\t")
    for line in TABLE.read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(
    ("text", "cue", "stance", "certainty"), ROWS, ids=[f"{row[1]}: {row[0][:40]}" for row in ROWS]
)
def test_a_cue_has_the_stance_and_the_certainty_that_a_person_gives_it(
    text: str, cue: str, stance: str, certainty: str
) -> None:
    found = max(attributions(text), key=lambda a: len(said(text, a.cue) & words(cue)))
    assert said(text, found.cue) & words(cue)
    assert (found.stance, found.certainty) == (stance, certainty)
