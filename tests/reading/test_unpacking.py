"""Archives give what is in them, and stop where they are traps."""

import bz2
import gzip
import lzma
import tarfile
from collections.abc import Callable
from io import BytesIO

import pytest

from reading.making import LETTER, PAGE, tarred, zipped
from reading.reading_pages import read_all, read_one
from wireroom.errors import NotReadable
from wireroom.reading import read_stream
from wireroom.records.documents import Document


def ids(data: bytes, name: str) -> list[str]:
    return [item.id for item in read_all(data, name) if isinstance(item, Document)]


def problems(data: bytes, name: str) -> list[str]:
    return [item.problem for item in read_all(data, name) if isinstance(item, NotReadable)]


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
    with pytest.raises(NotReadable, match="inside 3 others"):
        read_all(packed, "deep.gz")


@pytest.mark.parametrize("kept", [4, 12, 20])
def test_a_damaged_archive_is_named(kept: int) -> None:
    with pytest.raises(NotReadable, match="damaged|empty"):
        read_all(gzip.compress(LETTER)[:kept], "letter.txt.gz")


def test_what_cannot_be_unpacked_here_is_named_with_what_to_do() -> None:
    with pytest.raises(NotReadable, match="zstd-compressed.*try: unpack it with zstd -d"):
        read_all(b"\x28\xb5\x2f\xfd" + bytes(40), "x.tar.zst")


def test_a_zip_is_read_like_a_folder() -> None:
    members = {"b/quay.html": PAGE, "a.txt": LETTER, "b/": b"", "b/quay.css": b"p {}"}
    assert ids(zipped(members), "saved.zip") == ["saved.zip!a.txt", "saved.zip!b/quay.html"]


def test_pictures_hidden_files_and_what_systems_leave_are_passed_over() -> None:
    names = ["p.PNG", "s.js", ".hidden", "__MACOSX/._a.txt", "x/.git/a.txt", "x/Thumbs.db"]
    data = zipped([*((name, b"words") for name in names), ("a.txt", LETTER)])
    assert ids(data, "s.zip") == ["s.zip!a.txt"]
    assert problems(data, "s.zip") == []


def test_a_name_that_points_outside_is_only_a_name() -> None:
    names = ["../../evil.txt", "/etc/evil.txt", "..\\evil.txt", "C:\\evil.txt"]
    assert ids(zipped([(name, LETTER) for name in names]), "s.zip") == sorted(
        f"s.zip!{name}" for name in names
    )


def test_a_name_shows_no_control_characters() -> None:
    assert ids(zipped({"a\n\u202eb\x1b.txt": LETTER}), "s.zip") == ["s.zip!a��b�.txt"]


def test_archives_stand_in_archives() -> None:
    inner = tarred({"letter.txt": LETTER})
    assert ids(zipped({"in.tar.gz": gzip.compress(inner)}), "s.zip") == [
        "s.zip!in.tar.gz!letter.txt"
    ]


def test_what_cannot_be_read_is_told_in_one_value_behind_the_documents() -> None:
    data = zipped({"a.txt": LETTER, "b.txt": b"", "c.rar": b"Rar!\x1a\x07\x00xxx"})
    document, told = read_all(data, "s.zip")
    assert isinstance(document, Document)
    assert isinstance(told, NotReadable)
    assert told.problem == (
        "2 parts of s.zip cannot be read: b.txt is empty; c.rar is a RAR archive, not text"
    )


def test_an_archive_in_which_nothing_can_be_read_is_one_problem() -> None:
    with pytest.raises(NotReadable, match=r"none of 3 parts of s\.zip can be read: a\.txt is em"):
        read_all(zipped([("a.txt", b""), ("b.txt", b""), ("c.txt", b"")]), "s.zip")
    with pytest.raises(NotReadable, match=r"s\.zip!a\.txt is empty"):
        read_all(zipped({"a.txt": b""}), "s.zip")
    with pytest.raises(NotReadable, match="holds no text"):
        read_all(zipped({}), "s.zip")


def test_many_problems_fit_in_one_line() -> None:
    with pytest.raises(NotReadable) as caught:
        read_all(zipped([(f"{'n' * 300}{n}.txt", b"") for n in range(400)]), "s.zip")
    assert len(str(caught.value)) < 500
    assert "is empty; and 39" in caught.value.problem


def _with_flag(data: bytes, flag: int) -> bytes:
    """The flag set in the local head of the one member and in the list at the end."""
    listed = data.index(b"PK\x01\x02") + 8
    return data[:6] + bytes([data[6] | flag]) + data[7:listed] + bytes([flag]) + data[listed + 1 :]


def test_an_encrypted_member_is_named() -> None:
    with pytest.raises(NotReadable, match=r"a\.txt is encrypted; try: unpack it with its password"):
        read_all(_with_flag(zipped({"a.txt": LETTER}), 1), "s.zip")


def test_a_zip_whose_members_share_their_bytes_is_refused() -> None:
    data = zipped({"a.txt": LETTER})
    begin, end = data.index(b"PK\x01\x02"), data.index(b"PK\x05\x06")
    listed = data[begin:end]
    tail = data[end : end + 8] + b"\x02\x00\x02\x00" + (2 * len(listed)).to_bytes(4, "little")
    with pytest.raises(NotReadable, match="share their bytes"):
        read_all(data[:begin] + 2 * listed + tail + data[end + 16 :], "s.zip")


def test_a_zip_inside_zips_is_bounded_as_a_whole() -> None:
    # Each member is small enough by itself.
    layer = zipped([(f"{n}.txt", b"quay " * 1_900_000) for n in range(4)])
    data = zipped([(f"{n}.zip", layer) for n in range(20)])
    *documents, told = read_all(data, "s.zip")
    assert 0 < len(documents) < 20
    assert isinstance(told, NotReadable)
    assert "unpacks to far more than its size" in told.problem


@pytest.mark.parametrize("store", [False, True])
def test_what_a_zip_without_its_end_still_holds_is_read(store: bool) -> None:
    data = zipped({"a.txt": LETTER, "b.png": b"x", "c.txt": LETTER * 9}, store)
    *documents, told = read_all(data[: data.index(b"PK\x01\x02")], "s.zip")
    assert [item.id for item in documents if isinstance(item, Document)] == [
        "s.zip!a.txt",
        "s.zip!c.txt",
    ]
    assert isinstance(told, NotReadable)
    assert "s.zip is damaged" in told.problem


def test_a_zip_that_breaks_off_in_its_first_member_is_named() -> None:
    with pytest.raises(NotReadable, match="s.zip is damaged"):
        read_all(zipped({"a.txt": LETTER})[:35], "s.zip")


def test_an_e_book_is_its_chapters() -> None:
    members = {"mimetype": b"application/epub+zip", "a.opf": b"<x/>", "t/1.xhtml": PAGE}
    assert ids(zipped(members, store=True), "s.epub") == ["s.epub!t/1.xhtml"]


@pytest.mark.parametrize(
    ("suffix", "pack"),
    [
        (".tar", bytes),
        (".tar.gz", gzip.compress),
        (".tgz", gzip.compress),
        (".tar.bz2", bz2.compress),
        (".tar.xz", lzma.compress),
        ("", gzip.compress),
    ],
)
def test_a_tar_is_read_in_its_order(suffix: str, pack: Callable[[bytes], bytes]) -> None:
    data = pack(tarred({"b.txt": LETTER, "a.txt": LETTER, "x.png": b"\x89PNG"}))
    assert ids(data, f"s{suffix}") == [f"s{suffix}!b.txt", f"s{suffix}!a.txt"]


@pytest.mark.parametrize("kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE])
def test_only_regular_files_of_a_tar_are_read(kind: bytes) -> None:
    with pytest.raises(NotReadable, match="holds no text"):
        read_all(tarred({"a.txt": b""}, kind), "s.tar")


def test_a_tar_that_is_cut_gives_what_stands_before() -> None:
    data = tarred({"a.txt": LETTER, "b.txt": LETTER * 100})
    document, told = read_all(data[:2_000], "s.tar")
    assert isinstance(document, Document)
    assert isinstance(told, NotReadable)


def test_a_tar_that_grows_without_end_is_refused() -> None:
    with pytest.raises(NotReadable, match="unpacks to more than"):
        read_all(gzip.compress(tarred({"a.txt": bytes(60_000_000)})), "s.tar.gz")
