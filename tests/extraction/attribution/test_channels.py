"""To which medium something was said, and which agency is credited with it all."""

import pytest

from extraction.attribution.tables import attributions
from wireroom.extraction.attribution.structure import frame_threads
from wireroom.language import pack_for
from wireroom.records.attributions import Attribution
from wireroom.records.documents import Document


@pytest.mark.parametrize(
    ("text", "channel", "kind"),
    [
        ("Anna Lisin told Reuters that the dam was safe.", "Reuters", "agency"),
        ('"The dam is safe," Anna Lisin told the Fjord Post.', "Fjord Post", "outlet"),
        (
            "Anna Lisin said in an interview with Reuters that the dam was safe.",
            "Reuters",
            "agency",
        ),
        (
            "In an interview with the Fjord Post, Anna Lisin said that the dam was safe.",
            "Fjord Post",
            "outlet",
        ),
    ],
)
def test_the_medium_that_it_was_said_to_is_known(text: str, channel: str, kind: str) -> None:
    (found,) = attributions(text)
    assert found.channel is not None
    assert (found.channel.name, found.channel.kind) == (channel, kind)
    assert found.channel.span.of(text) == channel
    assert found.speaker == "Anna Lisin"


@pytest.mark.parametrize(
    "text",
    [
        "Anna Lisin told the council that the dam was safe.",
        "Reuters reported that the dam was safe.",
        "Anna Lisin said that Reuters had called her.",
    ],
)
def test_nobody_else_is_a_medium(text: str) -> None:
    assert all(found.channel is None for found in attributions(text))


def _framed(text: str) -> tuple[Attribution, ...]:
    return frame_threads(Document("a", text), attributions(text), [pack_for("en")])


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("KIRKENES, May 3 (Reuters) - Two ships collided, the coast guard said.", "Reuters"),
        ("Two ships collided off the cape, the coast guard said. (AFP)", "AFP"),
        ("Two ships collided off the cape, the coast guard said. - AFP", "AFP"),
        ("Two ships collided off the cape, the coast guard said.\nSource: TASS", "TASS"),
    ],
)
def test_an_agency_that_is_credited_is_the_outer_link(text: str, agency: str) -> None:
    said, credit = _framed(text)
    assert (credit.speaker, credit.speaker_kind, credit.cue) == (agency, "agency", ())
    assert credit.source[0].of(text) == agency
    assert said.inside == 1


@pytest.mark.parametrize(
    "text",
    [
        "The Coastal Administration (NCA) said that the fairway was closed.",
        "Two ships collided, the coast guard said. (It was the second time.)",
        "(Reuters) The coast guard said that two ships had collided.",
    ],
)
def test_what_stands_in_brackets_elsewhere_is_no_credit(text: str) -> None:
    assert all(found.cue for found in _framed(text))


def test_a_paragraph_is_what_its_own_credit_covers() -> None:
    text = "The quay is shut, police said. (AFP)\n\nThe crane fell, the mayor said."
    police, mayor, credit = _framed(text)
    assert (police.inside, mayor.inside) == (2, None)
    assert credit.content[0].of(text) == "The quay is shut, police said."
