"""Which words of a text are labelled with which filler of a template."""

import pytest

from eval.events.label import Marked, find_fillers
from wireroom.records.spans import Span

TEXT = "Five gunmen of the Grey Fleet robbed the offices of the Selm Herald."


def labelled(**roles: list[str]) -> list[tuple[str, str]]:
    """The words labelled where each role has one entity of these names."""
    empty: dict[str, object] = {"perp_ind": [], "perp_org": [], "target": [], "victim": []}
    filled = {role: [{"names": names, "optional": False}] for role, names in roles.items()}
    template = {**empty, "weapon": [], **filled, "optional": False}
    marked = Marked(TEXT, (Span(0, len(TEXT)),), [template])
    find_fillers(marked)
    return sorted((one.role, one.span.of(TEXT)) for one in marked.fillers)


@pytest.mark.parametrize(
    ("names", "chosen"),
    [
        (["gunmen", "Five gunmen"], "gunmen"),  # no number
        (["offices", "offices of the Selm Herald"], "offices"),  # no "of the"
        (["Herald", "Selm Herald"], "Selm Herald"),  # of plain ones the longer
        (["offices of the Selm Herald"], "offices of the Selm Herald"),
    ],
)
def test_of_names_of_one_thing_the_longest_plain_one_is_labelled(
    names: list[str], chosen: str
) -> None:
    assert labelled(target=names) == [("target", chosen)]


def test_an_organisation_is_labelled_within_its_people() -> None:
    found = labelled(perp_ind=["gunmen of the Grey Fleet"], perp_org=["Grey Fleet"])
    assert found == [("perp_ind", "gunmen of the Grey Fleet"), ("perp_org", "Grey Fleet")]


def test_of_two_things_the_longer_words_are_labelled() -> None:
    found = labelled(target=["offices of the Selm Herald"], victim=["Selm Herald"])
    assert found == [("target", "offices of the Selm Herald")]
