"""Quotations that are signed with a dash and a name, lines within marks, headings with a colon."""

import pytest

from extraction.attribution.tables import attributions

VOICES = (
    "“The ferry was late again. Nobody told us why.” ― Ilse Varga\n"
    "“I would rather swim.”― Jonas van der Berg\n"
    "”Bring back the old boats.” — Nora Dahl.\n"
)


def told(text: str) -> list[tuple[str, str]]:
    """Source and content of what is found."""
    return [
        (each.source[0].of(text) if each.source else "", each.content[0].of(text))
        for each in attributions(text)
    ]


def test_every_signed_quotation_is_of_who_signs_it() -> None:
    assert told(VOICES) == [
        ("Ilse Varga", "“The ferry was late again. Nobody told us why.”"),
        ("Jonas van der Berg", "“I would rather swim.”"),
        ("Nora Dahl", "”Bring back the old boats.”"),
    ]


def test_a_dash_before_a_verb_signs_nothing() -> None:
    text = "“We close at noon” — The harbour office was shut by ten."
    assert ("The", "“We close at noon”") not in told(text)


def test_a_speaker_within_the_mark_of_her_line_is_the_speaker() -> None:
    text = (
        '"DAHL: When will the quay open?\n\n'
        '"VARGA: In May, if the ice allows it.\n\n'
        '"DAHL: And the crane?\n\n'
        '"VARGA: The crane is sold."'
    )
    assert [source for source, _ in told(text)] == ["DAHL", "VARGA", "DAHL", "VARGA"]


@pytest.mark.parametrize(
    "text",
    [
        "Explosions in the port of Kirkenes: at least five people dead",
        "Fire at the depot in Vardø: what we know so far",
    ],
)
def test_where_something_happened_does_not_say_it(text: str) -> None:
    assert not any(source for source, _ in told(text))
