"""JSON Lines and JSON: which fields a line has, and what is said of a line that is none."""

import json

import pytest

from reading.reading_pages import read_all, read_one
from wireroom.errors import NotReadable
from wireroom.records.documents import Document


def test_only_text_is_required_and_the_id_is_file_name_and_line() -> None:
    document = read_one('\n{"text": "Two sheds burned."}\n', "quay.jsonl")
    assert document.id == "quay.jsonl:2"
    assert document.provenance["id"] == "file name and line"


def test_fields_come_through_as_they_are() -> None:
    fields = {
        "id": " A/1 ",
        "text": " Two sheds\r\nburned. ",
        "title": "Fire",
        "published": "2021-03-07T06:30:00Z",
        "outlet": "The Quay",
        "author": "Ida",
        "url": "https://quay.example/1",
        "language": "en",
        "unknown": [1, 2],
    }
    document = read_one(json.dumps(fields), "quay.jsonl")
    assert document == Document(
        " A/1 ",
        " Two sheds\r\nburned. ",
        "article",
        "Fire",
        "2021-03-07T06:30:00Z",
        "The Quay",
        "Ida",
        "https://quay.example/1",
        "en",
        source_file="quay.jsonl",
    )


def test_a_bad_line_is_named_and_the_others_are_read() -> None:
    lines = [
        '{"id": "a", "text": "One."}',
        "not JSON",
        '{"id": "b"}',
        '{"id": "b", "text": "Two."}',
    ]
    found = read_all("\n".join(lines), "quay.jsonl")
    assert [item.id for item in found if isinstance(item, Document)] == ["a", "b"]
    problems = [item.problem for item in found if isinstance(item, NotReadable)]
    assert problems == [
        "quay.jsonl, line 2 is not JSON: Expecting value at character 1",
        "quay.jsonl, line 3 has no text",
    ]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("null", "is JSON but no object"),
        ("[]", "is JSON but no object"),
        ('"text"', "is JSON but no object"),
        ("{", "is not JSON"),
        ("[" * 100_000, "is nested too deeply"),
        ('{"text": 1' + "0" * 5_000 + "}", "a number in it is too long"),
        ("{}", "has no text"),
        ('{"text": null}', "has no text"),
        ('{"text": " "}', "has no text"),
        ('{"text": ["Fire"]}', 'has a "text" that is no string'),
        ('{"text": "Fire", "title": 3}', 'has a "title" that is no string'),
        ('{"text": "Fire", "id": {"a": 1}}', 'has a "id" that is no string'),
        ('{"text": "Fire", "id": true}', 'has a "id" that is no string'),
    ],
)
def test_a_line_that_is_no_document_says_why(line: str, said: str) -> None:
    with pytest.raises(NotReadable, match=r"quay\.jsonl, line 1") as caught:
        read_all(line, "quay.jsonl")
    assert said in caught.value.problem


def test_where_no_line_is_a_document_one_problem_speaks_for_all() -> None:
    with pytest.raises(NotReadable, match="none of 2 lines is a document"):
        read_all("{}\n{}\n", "quay.jsonl")


def test_many_bad_lines_are_counted_instead_of_named() -> None:
    found = read_all('{"text": "Fire."}\n' + "?\n" * 1_000, "quay.jsonl")
    assert len(found) == 102
    assert isinstance(found[-1], NotReadable)
    assert found[-1].problem == "quay.jsonl: 900 more lines like these"


def test_a_file_of_bad_lines_is_given_up() -> None:
    found = read_all('{"text": "Fire."}\n' + "?\n" * 100_010, "quay.jsonl")
    assert isinstance(found[-1], NotReadable)
    assert found[-1].problem.endswith("99900 more lines like these; what follows them was not read")
    with pytest.raises(NotReadable, match="none of 100000 lines is a document"):
        read_all("?\n" * 100_010, "quay.jsonl")


def test_a_number_as_id_is_written_as_text_and_duplicates_stay() -> None:
    found = read_all('{"id": 7, "text": "One."}\n{"id": 7, "text": "Two."}', "quay.jsonl")
    assert [item.id for item in found if isinstance(item, Document)] == ["7", "7"]


def test_offsets_hold_where_a_character_cannot_be_kept() -> None:
    document = read_one('{"id": "a", "text": "x\\ud800y\\u0000z"}', "quay.jsonl")
    assert document.text == "x\ufffdy\ufffdz"


def test_broken_utf_8_in_a_line_is_told() -> None:
    document = read_one(b'{"text": "Fire \xff here"}', "quay.jsonl")
    assert document.text == "Fire \ufffd here"
    assert document.provenance["encoding"] == "utf-8; some characters could not be read"


def test_a_byte_order_mark_and_utf_16_are_read() -> None:
    line = '{"id": "a", "text": "Порт"}\n'
    assert read_one(line.encode("utf-8-sig"), "quay.jsonl").text == "Порт"
    assert read_one(line.encode("utf-16"), "quay.jsonl").text == "Порт"


def test_standard_input_is_recognised_by_its_first_line() -> None:
    assert read_one('{"id": "a", "text": "Fire."}\n', "-").id == "a"
    assert read_one("Fire.\n", "-").id == "-"


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ('{"id": "a", "text": "One."}', ["a"]),
        ('{\n"id": "a",\n"text": "One."}', ["a"]),
        ('[{"id": "a", "text": "One."}, {"text": "Two."}]', ["a", "quay.json:2"]),
    ],
)
def test_a_json_file_may_hold_documents(text: str, ids: list[str]) -> None:
    assert [item.id for item in read_all(text, "quay.json") if isinstance(item, Document)] == ids


@pytest.mark.parametrize("text", ["[]", "{}", "3", '["Fire"]', "{", "[" * 100_000])
def test_json_without_documents_is_refused(text: str) -> None:
    with pytest.raises(NotReadable):
        read_all(text, "quay.json")
