"""Archives give what is in them, and stop where they are traps."""

import bz2
import gzip
import lzma
from collections.abc import Callable
from io import BytesIO

import pytest

from reading.reading_pages import read_all, read_one
from wireroom.errors import NotReadable
from wireroom.reading import read_stream
from wireroom.records.documents import Document

LETTER = b"The quay is closed until Monday.\n"


@pytest.mark.parametrize(
    ("suffix", "pack"), [(".gz", gzip.compress), (".bz2", bz2.compress), (".xz", lzma.compress)]
)
def test_a_compressed_file_is_read_as_what_is_in_it(
    suffix: str, pack: Callable[[bytes], bytes]
) -> None:
    document = read_one(pack(LETTER), f"letter.txt{suffix}")
    assert (document.id, document.text) == ("letter.txt", LETTER.decode())


def test_a_stream_is_read_as_its_bytes_are() -> None:
    (document,) = read_stream("letter.txt.gz", BytesIO(gzip.compress(LETTER)))
    assert isinstance(document, Document)
    assert document == read_one(gzip.compress(LETTER), "letter.txt.gz")


def test_a_file_that_grows_without_end_is_refused() -> None:
    with pytest.raises(NotReadable, match="unpacks to more than"):
        read_all(gzip.compress(bytes(50_000_000)), "bomb.txt.gz")


def test_archives_inside_archives_are_refused_at_a_depth() -> None:
    packed = LETTER
    for _ in range(5):
        packed = gzip.compress(packed)
    (refused,) = read_all(packed, "deep.gz")
    assert isinstance(refused, NotReadable)
    assert "inside" in refused.problem


@pytest.mark.parametrize("kept", [4, 12, 20])
def test_a_damaged_archive_is_named(kept: int) -> None:
    with pytest.raises(NotReadable, match="damaged|empty"):
        read_all(gzip.compress(LETTER)[:kept], "letter.txt.gz")
