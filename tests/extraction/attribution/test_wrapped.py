"""Lines that a program broke change nothing in who said what."""

from extraction.attribution.tables import attributions
from wireroom.records.spans import Span

WRAPPED = """\
Two trawlers sank on Monday off the coast of Port Selwyn, according to
the harbour office, which is looking for six men. Its master Karl Olsen told
reporters at the customs house that the boats had been overloaded, and
that nobody had checked their papers. "We warned them twice," Olsen
added. The owners' lawyer rejected this and insisted the trawlers had
passed every inspection. The union of the fishermen says the port has had
no inspector since May.
"""


Words = list[str]


def told(text: str) -> list[tuple[Words, Words, Words]]:
    """Source, cue and content of each attribution, on one line."""

    def words(spans: tuple[Span, ...]) -> Words:
        return [span.of(text).replace("\n", " ") for span in spans]

    return [
        (words(each.source), words(each.cue), words(each.content)) for each in attributions(text)
    ]


def test_who_said_what_runs_on_over_broken_lines() -> None:
    found = told(WRAPPED)
    assert found == told(WRAPPED.replace("\n", " "))
    union = (["The union of the fishermen"], ["says"], ["the port has had no inspector since May"])
    assert union in found


def test_a_paragraph_does_not_run_on_into_the_next() -> None:
    parts = WRAPPED.replace("the trawlers had\n", "the trawlers had sunk.\n\nThey had\n")
    contents = [content for _, _, content in told(parts)]
    assert not any("sunk. " in words for content in contents for words in content)
