"""Services of a town and copied words, over Documents; and sayings that lie in others."""

from dataclasses import replace

from stories.made_speakers import Speech, a_document
from wireroom.records.analyses import AnalysedDocument
from wireroom.records.links import Evidence, Reuse
from wireroom.records.spans import Span
from wireroom.records.stories import Statement
from wireroom.stories.copies import join_copies
from wireroom.stories.mentions import mentions_of
from wireroom.stories.services import join_services
from wireroom.stories.within import with_parts

PLACES = {"Selwyn": "GB#1", "Westmark": "GB#1"}


def _services(*documents: tuple[Speech, ...]) -> list[tuple[str, str, str]]:
    made = [a_document(str(at), names, PLACES) for at, names in enumerate(documents)]
    mentions = [mention for each in made for mention in mentions_of(each)]
    return [(one.one.name, one.other.name, one.rule) for one in join_services(made, mentions)]


def test_the_police_of_one_town_are_one_over_documents() -> None:
    found = _services((("Selwyn police", "organisation"),), (("Police in Selwyn", "organisation"),))
    assert found == [("Selwyn police", "Police in Selwyn", "name")]


def test_the_police_of_two_towns_are_two_and_a_bare_name_is_neithers() -> None:
    found = _services(
        (("Selwyn police", "organisation"),),
        (("Westmark police", "organisation"),),
        (("the police", "organisation"),),
    )
    assert found == []


def test_the_police_are_those_of_the_only_town_named() -> None:
    found = _services((("Selwyn police", "organisation"),), (("the police", "organisation"),))
    assert {(rule, *sorted(names)) for *names, rule in found} == {
        ("story", "Selwyn police", "the police")
    }


def test_an_officer_is_not_the_police_nor_is_the_hospital() -> None:
    found = _services(
        (("Selwyn police", "organisation"),),
        (("a police officer", "unnamed"), ("Selwyn hospital", "organisation")),
    )
    assert found == []


def _copied(kind: str | None, name: str = "a senior official") -> int:
    documents = {key: a_document(key, ((name, "unnamed"),)) for key in ("a", "b")}
    whole = Span(0, len(documents["a"].document.text))
    reuse = [Reuse(Evidence("a", whole), Evidence("b", whole), kind, True, 1.0)] if kind else []  # type: ignore[arg-type]
    mentions = [mention for each in documents.values() for mention in mentions_of(each)]
    return len(list(join_copies(documents, mentions, reuse)))


def test_an_unnamed_source_is_one_where_its_words_are_copied() -> None:
    assert _copied("copy") == 1


def test_an_unnamed_source_of_words_that_only_agree_is_two() -> None:
    assert _copied(None) == 0
    assert _copied("translation") == 0
    assert _copied("copy", "officials") == 0


def _within(*contents: Span) -> list[int | None]:
    made = a_document("a", (("Lund", "person"),) * len(contents))
    said = tuple(
        replace(one, content=(span,))
        for one, span in zip(made.analysis.attributions, contents, strict=True)
    )
    known = AnalysedDocument(made.document, replace(made.analysis, attributions=said))
    given = [Statement("a", index) for index in range(len(said))]
    return [one.within for one in with_parts(given, {"a": known})]


def test_a_saying_in_the_words_of_another_is_a_part_of_it() -> None:
    assert _within(Span(0, 40), Span(10, 20)) == [None, 0]
    assert _within(Span(10, 20), Span(12, 18), Span(0, 40)) == [2, 2, None]


def test_of_two_with_the_same_words_the_first_holds_the_other() -> None:
    assert _within(Span(5, 20), Span(5, 20)) == [None, 0]


def test_sayings_that_only_overlap_are_two() -> None:
    assert _within(Span(0, 20), Span(10, 30)) == [None, None]
