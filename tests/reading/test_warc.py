"""Web archives: which records are pages, what is told of them, and what damage costs."""

import gzip
import zlib
from io import BytesIO

import brotli
import pytest
from fastwarc.stream_io import ZstdWriter

from reading.making import LETTER, PAGE, http, warc, warc_record, zipped
from reading.reading_pages import read_all, read_one
from wireroom.errors import NotReadable
from wireroom.records.documents import Document

FIRE = "A fire burned two sheds on Quay Four"
DIGEST = "sha1:B2LTWWPUOYAH7UIPQ7ZUPQ4VMBSVC36A"


def documents(data: bytes, name: str = "crawl.warc.gz") -> list[Document]:
    return [item for item in read_all(data, name) if isinstance(item, Document)]


@pytest.mark.parametrize("packed", [False, True])
def test_a_response_is_a_document_with_what_the_archive_tells(packed: bool) -> None:
    record = warc_record(http(PAGE), payload_digest=DIGEST)
    document = read_one(warc(record, packed=packed), "crawl.warc")
    assert document.id == "crawl.warc!https://quay.example/fire"
    assert document.text.startswith(FIRE)
    assert document.url == "https://quay.example/fire"
    assert (document.captured, document.digest) == ("2021-03-07T09:30:00Z", DIGEST)
    assert document.provenance["captured"] == document.provenance["digest"] == "archive record"


def test_resources_and_conversions_are_documents_too() -> None:
    data = warc(
        warc_record(PAGE, "resource", content_type="text/html"),
        warc_record(LETTER, "conversion", content_type="text/plain"),
    )
    assert [document.text[:8] for document in documents(data)] == ["A fire b", "The quay"]


@pytest.mark.parametrize(
    "record",
    [
        warc_record(http(PAGE, "404 Not Found")),
        warc_record(http(PAGE, "301 Moved", location="/")),
        warc_record(http(b"", "200 OK")),
        warc_record(http(b"\x89PNG", content_type="image/png")),
        warc_record(http(b"p {}", content_type="text/css")),
        warc_record(http(b"x()", content_type="application/javascript")),
        warc_record(http(b'{"a": 1}', content_type="application/json")),
        warc_record(http(b"<urlset><url/></urlset>", content_type="application/xml")),
        warc_record(http(b"User-agent: *"), target_uri="https://quay.example/robots.txt"),
        warc_record(http(PAGE), "request"),
        warc_record(http(PAGE), "revisit"),
        warc_record(b"software: quay", "warcinfo"),
        warc_record(b"words", "metadata"),
        warc_record(b"words", "resource", target_uri="urn:pageinfo:https://quay.example/"),
        warc_record(b"words", "resource", target_uri="<metadata://gnu.org/wget.log>"),
    ],
    ids=lambda record: record.split(b"\r\n\r\n")[1][:25].decode("ascii", "replace"),
)
def test_records_in_which_nobody_says_anything_are_passed_over(record: bytes) -> None:
    page = warc_record(http(PAGE))
    (document,) = read_all(warc(record, page), "crawl.warc")
    assert isinstance(document, Document)


def chunked(body: bytes) -> bytes:
    half = len(body) // 2
    return b"".join(b"%x;a=b\r\n%s\r\n" % (len(p), p) for p in (body[:half], body[half:], b""))


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (gzip.compress(PAGE), {"content_encoding": "gzip"}),
        (gzip.compress(PAGE), {"content_encoding": "X-GZIP"}),
        (brotli.compress(PAGE), {"content_encoding": "br"}),
        (zlib.compress(PAGE), {"content_encoding": "deflate"}),
        (zlib.compress(PAGE)[2:-4], {"content_encoding": "deflate"}),
        (gzip.compress(gzip.compress(PAGE)), {"content_encoding": "gzip, gzip"}),
        (chunked(PAGE), {"transfer_encoding": "chunked"}),
        (
            chunked(gzip.compress(PAGE)),
            {"transfer_encoding": "chunked", "content_encoding": "gzip"},
        ),
        # Archives keep headers of what they have unpacked.
        (PAGE, {"content_encoding": "gzip"}),
        (PAGE, {"content_encoding": "br"}),
        (PAGE, {"transfer_encoding": "chunked"}),
        (PAGE, {"content_encoding": "none"}),
    ],
)
def test_what_the_server_packed_is_unpacked(body: bytes, headers: dict[str, str]) -> None:
    data = warc(warc_record(http(body, **headers)), warc_record(http(PAGE)))
    assert [document.text.startswith(FIRE) for document in documents(data)] == [True, True]


@pytest.mark.parametrize(
    ("bomb", "encoding"),
    [
        (gzip.compress(bytes(50_000_000)), "gzip"),
        (brotli.compress(bytes(50_000_000), quality=1), "br"),
    ],
)
def test_a_body_that_grows_without_end_costs_itself(bomb: bytes, encoding: str) -> None:
    data = warc(warc_record(http(bomb, content_encoding=encoding)), warc_record(http(PAGE)))
    document, told = read_all(data, "crawl.warc")
    assert isinstance(document, Document)
    assert isinstance(told, NotReadable)
    assert "unpacks to more than" in told.problem


def test_a_record_that_is_too_large_costs_itself() -> None:
    huge = warc_record(http(bytes(60_000_000)))
    data = warc(huge, warc_record(http(PAGE)), huge, packed=True)
    document, told = read_all(data, "crawl.warc.gz")
    assert isinstance(document, Document)
    assert isinstance(told, NotReadable)
    assert told.problem.startswith("2 parts of crawl.warc.gz cannot be read: https://quay.ex")
    assert "has more than 50,000,000 bytes" in told.problem


def test_the_encoding_that_the_server_names_is_taken() -> None:
    page = "<html><body><p>Пожар в порту потушен, сообщил капитан.</p></body></html>"
    body = http(page.encode("koi8-r"), content_type="text/html; charset=KOI8-R")
    document = read_one(warc(warc_record(body)), "crawl.warc")
    assert document.text == "Пожар в порту потушен, сообщил капитан."
    assert document.provenance["encoding"] == "koi8-r: the sender's declaration"


def test_the_page_goes_before_a_server_that_calls_everything_western() -> None:
    page = '<html><meta charset="koi8-r"><body><p>Пожар в порту потушен.</p></body></html>'
    body = http(page.encode("koi8-r"), content_type="text/html; charset=ISO-8859-1")
    assert read_one(warc(warc_record(body)), "crawl.warc").text == "Пожар в порту потушен."


@pytest.mark.parametrize("packed", [False, True])
def test_a_damaged_record_costs_itself(packed: bool) -> None:
    good, bad = warc_record(http(PAGE)), warc_record(http(LETTER))
    spoilt = gzip.compress(bad, mtime=0)[:-40] + b"junk" * 9 if packed else b"JUNK" + bad[4:]
    data = warc(good, packed=packed) + spoilt + warc(good, good, packed=packed)
    *found, told = read_all(data, "crawl.warc")
    assert len([item for item in found if isinstance(item, Document)]) >= 3
    assert isinstance(told, NotReadable)
    assert "damaged behind byte" in told.problem or "cut short" in told.problem


def test_a_record_that_is_cut_short_is_read_and_told() -> None:
    document, told = read_all(warc(warc_record(http(PAGE)))[:-60], "crawl.warc")
    assert isinstance(document, Document)
    assert isinstance(told, NotReadable)
    assert "is cut short" in told.problem


@pytest.mark.parametrize("date", ["2021-13-07T09:30:00Z", "yesterday", "2021-03-07T09:30:00+02:00"])
def test_a_date_that_is_none_is_not_known(date: str) -> None:
    assert read_one(warc(warc_record(http(PAGE), date=date)), "crawl.warc").captured is None


@pytest.mark.parametrize("uri", ["javascript:alert(1)", "file:///etc/passwd", "https://a b/"])
def test_only_an_address_of_the_web_is_an_address(uri: str) -> None:
    document = read_one(warc(warc_record(http(PAGE), target_uri=uri)), "crawl.warc")
    assert document.url is None
    assert document.id == f"crawl.warc!{uri}"


def test_what_the_sender_calls_it_goes_before_the_name() -> None:
    page = b"A fire burned two sheds & nobody was hurt. <br> The ferry sailed."
    record = warc_record(http(page), target_uri="https://quay.example/show.php?file=a.txt")
    assert "<br>" not in read_one(warc(record), "crawl.warc").text


def test_a_warc_in_zstd_is_read() -> None:
    out = BytesIO()
    with ZstdWriter(out) as writer:
        for _ in range(3):
            writer.write(warc_record(http(PAGE)))
            writer.finish()
    assert len(documents(out.getvalue(), "crawl.warc.zst")) == 3


def test_a_wacz_gives_the_pages_of_its_archives() -> None:
    members = {
        "archive/data.warc.gz": warc(warc_record(http(PAGE)), packed=True),
        "archive/more.warc": warc(warc_record(http(PAGE))),
        "pages/pages.jsonl": b'{"title": "All pages"}\n{"text": "words"}\n',
        "datapackage.json": b"{}",
    }
    for name in ("crawl.wacz", "crawl.zip"):
        assert [document.id for document in documents(zipped(members, store=True), name)] == [
            f"{name}!archive/data.warc.gz!https://quay.example/fire",
            f"{name}!archive/more.warc!https://quay.example/fire",
        ]


def test_damage_in_a_wacz_is_named() -> None:
    packed = warc(warc_record(http(PAGE)), packed=True)
    data = zipped({"archive/data.warc.gz": packed[:30] + b"junk" * 9 + packed[66:]}, store=True)
    with pytest.raises(NotReadable, match=r"crawl.wacz!archive/data.warc.gz is damaged"):
        read_all(data, "crawl.wacz")
