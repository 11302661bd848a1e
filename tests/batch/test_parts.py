"""Files cut into parts: nothing is lost, nothing is there twice, whatever the size of a part."""

import gzip
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from batch.batch_samples import DOCUMENTS, Fields, records, write_lines, write_parquet, write_warc
from wireroom.batch.parts import Part, plan_parts
from wireroom.batch.records import records_of
from wireroom.errors import NotReadable
from wireroom.reading import read_stream
from wireroom.records.documents import Document

MANY = 1_000
SEVERAL = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
LINES = st.lists(
    st.one_of(
        st.builds(lambda text: json.dumps({"text": text}).encode(), st.text(min_size=1)),
        st.sampled_from([b"", b"  ", b"{", b"[1]", b'{"text": 3}', b'{"text": "caf\xe9"}\r']),
    ),
    max_size=12,
)


def items_of(parts: list[Part]) -> list[object]:
    """Documents as they are, what is wrong as its words."""
    found: list[object] = []
    for part in parts:
        for record in records_of(part):
            try:
                found += [str(each) if isinstance(each, NotReadable) else each for each in record()]
            except NotReadable as wrong:
                found.append(str(wrong))
    return found


def documents_by_reading(path: Path) -> list[object]:
    with path.open("rb") as stream:
        try:
            return [each for each in read_stream(str(path), stream) if isinstance(each, Document)]
        except NotReadable:
            return []


@SEVERAL
@given(LINES, st.integers(1, 5), st.sampled_from(["a.jsonl", "a.jsonl.gz"]))
def test_lines_in_parts_are_the_lines_of_the_file(
    tmp_path: Path, lines: list[bytes], size: int, name: str
) -> None:
    path = write_lines(tmp_path / name, lines)
    if not any(line.strip() for line in lines):
        with pytest.raises(NotReadable, match="is empty"):
            plan_parts(str(path), path, size)
        return
    parts = plan_parts(str(path), path, size)
    assert all(part.records <= size for part in parts)
    assert sum(part.records for part in parts) == sum(bool(line.strip()) for line in lines)
    assert items_of(parts) == items_of(plan_parts(str(path), path, MANY))
    if name == "a.jsonl":  # what reads one file names what is in .gz after what is inside
        found = [each for each in items_of(parts) if isinstance(each, Document)]
        assert found == documents_by_reading(path)


@SEVERAL
@given(st.lists(st.sampled_from(DOCUMENTS), min_size=1), st.integers(1, 5), st.integers(1, 4))
def test_rows_in_parts_are_the_rows_of_the_file(
    tmp_path: Path, rows: list[Fields], size: int, group: int
) -> None:
    path = write_parquet(tmp_path / "a.parquet", rows, group)
    parts = plan_parts(str(path), path, size)
    assert all(part.records <= size for part in parts)
    texts = [each.text for each in items_of(parts) if isinstance(each, Document)]
    assert texts == [row["text"] for row in rows]
    assert items_of(parts) == items_of(plan_parts(str(path), path, MANY))


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
@pytest.mark.parametrize("size", [1, 2, 3, MANY])
def test_records_in_parts_are_the_records_of_the_file(tmp_path: Path, name: str, size: int) -> None:
    path = write_warc(tmp_path / name, records(5))
    parts = plan_parts(str(path), path, size)
    assert [part.records for part in parts] == [min(size, 5 - at) for at in range(0, 5, size)]
    assert items_of(parts) == documents_by_reading(path)
    assert len(items_of(parts)) == 5


def test_an_archive_packed_in_one_piece_is_one_part(tmp_path: Path) -> None:
    path = write_warc(tmp_path / "a.warc", records(5))
    path.write_bytes(gzip.compress(path.read_bytes()))
    (part,) = plan_parts(str(path), path, 2)
    assert part.records == len(items_of([part])) == 5
    assert items_of([part]) == documents_by_reading(path)


@pytest.mark.parametrize("size", [1, 2, MANY])
def test_a_damaged_record_costs_itself_in_whatever_part_it_is(tmp_path: Path, size: int) -> None:
    path = write_warc(tmp_path / "a.warc.gz", records(3))
    data = bytearray(path.read_bytes())
    begins = [part.start for part in plan_parts(str(path), path, 1)]
    data[begins[2] - 60 : begins[2] - 50] = bytes(10)  # in the packed bytes before the third page
    path.write_bytes(data)
    found = items_of(plan_parts(str(path), path, size))
    whole = [each for each in found if isinstance(each, Document)]
    assert {"https://quay.example/0", "https://quay.example/2"} <= {each.url for each in whole}
    assert any("damaged" in each for each in found if isinstance(each, str))


def test_what_has_no_records_is_refused_in_words(tmp_path: Path) -> None:
    words = tmp_path / "a.txt"
    words.write_text("The quay is closed.", encoding="utf-8")
    without = write_parquet(tmp_path / "b.parquet", [{"body": "The quay is closed."}])
    broken = tmp_path / "c.parquet"
    broken.write_bytes(without.read_bytes()[:-9])
    for path, said in [
        (words, "neither JSON Lines, Parquet nor WARC"),
        (without, 'no column "text"'),
        (broken, "cannot be read"),
        (tmp_path / "d.jsonl", "cannot be read"),
    ]:
        with pytest.raises(NotReadable, match=said):
            plan_parts(str(path), path, 2)
