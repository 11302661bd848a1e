"""Which stretches repeat which, of what kind, in which direction."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linking.made import a_document, a_thread
from wireroom.linking.reuse import find_reuse
from wireroom.linking.units import units_of
from wireroom.records.documents import Document, Part
from wireroom.records.links import Reuse
from wireroom.text.shingles import words_of

FERRY = (
    "The ferry Marigold ran aground off Grey Point at dawn on Monday with forty people aboard. "
    "Lifeboats from two villages brought everyone ashore within the hour, the coastguard said. "
    "Her captain told the harbour board that fog had hidden the northern light. "
    "An inquiry opens next week in Port Ellery town hall, and will sit in public."
)
STRIKE = (
    "Dockers in Westmark voted on Friday to stop work until the cranes are made safe. "
    "Their union counted nine accidents since spring, three of them with broken bones. "
    "The port's owners answered that every crane had passed its yearly test in March. "
    "Talks go on over the weekend at the old customs house."
)
BACKGROUND = (
    "Port Ellery has lived from fish and coal since the railway came, and has lost both "
    "in one generation, as readers of this paper know only too well."
)
WORDS = st.lists(st.sampled_from([f"word{n}" for n in range(40)]), min_size=30, max_size=80)


def reuse_of(*documents: Document) -> tuple[Reuse, ...]:
    return find_reuse(units_of(documents))


def words_at(documents: dict[str, Document], reuse: Reuse) -> tuple[list[int], list[int]]:
    both = []
    for end in (reuse.origin, reuse.copy):
        both.append(words_of(documents[end.document].text, *end.span).codes.tolist())
    return both[0], both[1]


def test_a_copy_with_a_new_headline_is_a_copy() -> None:
    (found,) = reuse_of(a_document("a", FERRY), a_document("b", f"SHOCK AT SEA\n{FERRY.upper()}"))
    assert (found.kind, found.score, found.direction_known) == ("copy", 1.0, False)


def test_another_house_style_is_a_near_copy() -> None:
    other = FERRY.replace("ran aground", "was stranded").replace("Lifeboats", "Rescue boats")
    (found,) = reuse_of(a_document("a", FERRY), a_document("b", other))
    assert found.kind == "near-copy"
    assert 0.85 < found.score < 1


def test_a_text_merged_from_two_repeats_both() -> None:
    one, other = FERRY.split(". "), STRIKE.split(". ")
    merged = ". ".join(x for pair in zip(one, other, strict=True) for x in pair)
    found = reuse_of(a_document("a", FERRY), a_document("b", STRIKE), a_document("m", merged))
    pairs = {tuple(sorted((x.origin.document, x.copy.document))) for x in found}
    assert pairs == {("a", "m"), ("b", "m")}


def test_words_between_quotation_marks_are_a_quotation() -> None:
    said = "fog had hidden the northern light and nobody on the bridge of this ship is to blame"
    one = f"{STRIKE} The captain of the Marigold said: “{said}”. It was late."
    other = f"{FERRY} Asked again, the captain only said that {said} for what came."
    (found,) = reuse_of(a_document("a", one), a_document("b", other))
    assert found.kind == "quotation"


def test_one_long_sentence_in_another_report_is_a_quotation() -> None:
    sentence = (
        "The harbour board, which has not met since the winter, promised on Tuesday evening to "
        "publish every letter that it had from the owners about the northern light."
    )
    one = f"{FERRY} {' '.join(FERRY.replace('e', x) for x in 'aouy')} {sentence}"
    other = f"{STRIKE} {' '.join(STRIKE.replace('a', x) for x in 'eouy')} {sentence}"
    (found,) = reuse_of(a_document("a", one), a_document("b", other))
    assert found.kind == "quotation"
    assert found.score < 0.3


def test_background_that_many_reports_carry_is_no_reuse() -> None:
    reports = [
        " ".join(f"{letter}{number}" for number in range(60)) + " " + BACKGROUND
        for letter in "abcdefg"
    ]
    assert not reuse_of(*(a_document(text[0], text) for text in reports))


def test_ten_papers_with_one_text_are_not_boilerplate() -> None:
    found = reuse_of(*(a_document(f"paper {number}", FERRY) for number in range(10)))
    assert len(found) == 45
    assert {each.kind for each in found} == {"copy"}


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ({"published": "2031-05-04"}, {"published": "2031-05-03"}, ("b", True)),
        ({"published": "2031-05-04T10:00"}, {"published": "2031-05-04"}, ("a", False)),
        ({"published": "2031-05-04"}, {}, ("a", False)),
    ],
)
def test_the_earlier_is_the_origin_where_times_show_it(
    first: dict[str, str], second: dict[str, str], expected: tuple[str, bool]
) -> None:
    (found,) = reuse_of(a_document("a", FERRY, **first), a_document("b", FERRY, **second))
    assert (found.origin.document, found.direction_known) == expected


def test_who_credits_the_other_is_the_copy() -> None:
    agency = a_document("z", FERRY, published="2031-05-04", outlet="Reuters")
    paper = a_document("a", f"{FERRY} (Reuters)", published="2031-05-03")
    (found,) = reuse_of(agency, paper)
    assert (found.origin.document, found.direction_known) == ("z", True)


def test_a_post_that_repeats_an_earlier_one_quotes_it_inside_one_document() -> None:
    words = "Lifeboats from two villages brought everyone ashore within the hour"
    thread = a_thread("t", [words + "."], ["I wonder: “" + words + "” — really?"])
    (found,) = reuse_of(thread)
    assert (found.origin.document, found.copy.document, found.kind) == ("t", "t", "quotation")
    assert found.origin.span.of(thread.text) == found.copy.span.of(thread.text) == words
    assert found.origin.span.start < found.copy.span.start
    assert found.direction_known


def test_a_part_given_as_a_translation_is_one() -> None:
    thread = a_thread(
        "t",
        [
            Part("pasted", 0, 0, title="Паром сел на мель у Серого мыса"),
            Part("translation", 0, 0, title="A ferry aground off Grey Point", translation_of=0),
        ],
    )
    (found,) = reuse_of(thread)
    assert (found.kind, found.direction_known) == ("translation", True)
    assert found.copy.span.of(thread.text) == "A ferry aground off Grey Point"


@given(WORDS, WORDS, st.integers(0, 20))
def test_spans_hold_the_words_that_are_said_to_be_copied(
    one: list[str], other: list[str], taken: int
) -> None:
    documents = {
        "a": a_document("a", " ".join(one)),
        "b": a_document("b", " ".join(other[:taken] + one + other[taken:]).title()),
    }
    found = reuse_of(*documents.values())
    assert found == reuse_of(*reversed(documents.values()))
    for each in found:
        mine, theirs = words_at(documents, each)
        assert mine
        assert theirs
        assert 0 <= each.score <= 1
        if each.kind == "copy":
            assert mine == theirs


def test_where_something_happened_is_no_wording_of_its_own() -> None:
    setting = "at a fuel depot in the harbour of Port Ellery"
    one = f"Two blasts {setting} woke the town. {FERRY}"
    other = f"Nobody slept after a fire broke out {setting}. {STRIKE}"
    assert not reuse_of(a_document("a", one), a_document("b", other))


def test_what_is_pasted_into_a_post_was_there_before() -> None:
    thread = a_thread("t", [Part("pasted", 0, 0, title=FERRY)])
    (found,) = reuse_of(thread, a_document("a", FERRY, published="2031-05-05"))
    assert (found.origin.document, found.copy.document, found.direction_known) == ("a", "t", True)


def test_times_in_two_zones_are_compared_as_instants() -> None:
    early = a_document("early", FERRY, published="2031-05-05T12:30+03:00")
    late = a_document("late", FERRY, published="2031-05-05T10:00+00:00")
    (found,) = reuse_of(late, early)
    assert (found.origin.document, found.direction_known) == ("early", True)
