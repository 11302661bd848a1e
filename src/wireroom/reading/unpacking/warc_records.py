"""One record of a WARC as a Page."""

import re
from collections.abc import Iterator
from datetime import datetime

from fastwarc.warc import WarcRecord, WarcRecordType

from wireroom.errors import NotReadable
from wireroom.reading.unpacking.http_bodies import decoded_body
from wireroom.reading.unpacking.limits import MOST_OF_RECORD
from wireroom.reading.unpacking.members import member_name
from wireroom.records.pages import Page

# Media types in which people say something, beside text/*.
_SAYING = re.compile(
    r"application/(?:(?:[\w.-]+\+)?xml|(?:feed\+)?json|pdf|rtf|msword|mbox"
    r"|vnd\.ms-excel|vnd\.openxmlformats-officedocument\.[\w.]+|vnd\.oasis\.opendocument\.[\w.]+)"
    r"|message/rfc822|multipart/related"
)
_NOT_SAYING = frozenset(("text/css", "text/javascript", "text/vtt", "text/dns", "text/ecmascript"))
_UNTOLD = frozenset(("", "application/octet-stream", "binary/octet-stream", "application/zip"))
_DOCUMENT = re.compile(r"\.(?:pdf|docx?|odt|xlsx?|csv|tsv|md|txt|rtf|eml|html?)$", re.I)
# What sites tell machines.
_FOR_MACHINES = re.compile(
    r"https?://[^/]+/(?:robots|ads|app-ads|humans)\.txt(?:\?.*)?", re.I | re.S
)
_MACHINE_XML = re.compile(
    rb"\s*(?:<\?[^>]*>|<!--.*?-->|<!doctype[^>]*>|\s)*"
    rb"<(?:\w+:)?(?:urlset|sitemapindex|OpenSearchDescription|browserconfig|manifest|svg"
    rb"|stylesheet|cross-domain-policy|methodResponse|rsd)\b",
    re.S | re.I,
)
# Addresses under which crawlers keep notes of their own.
_OWN_NOTES = ("metadata:", "dns:", "whois:", "filedesc:", "urn:pageinfo:", "urn:text:", "urn:view:")
_WEB = re.compile(r"https?://\S+", re.I)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.I)
_CHUNK = 1_000_000
# Kinds of records that can hold what somebody says.
HOLDING_PAGES = (WarcRecordType.response, WarcRecordType.resource, WarcRecordType.conversion)


def pages_of(archive: str, record: WarcRecord) -> Iterator[Page | NotReadable]:
    """The Page of a record of the WARC ``archive``; none for a record in which nobody says
    anything. NotReadable where what it holds cannot be unpacked, or is cut short.

    Raises OSError where the record is damaged.
    """
    address = _address(record)
    content_type = _content_type(record)
    if content_type is None or address.lower().startswith(_OWN_NOTES):
        return
    media_type = content_type.partition(";")[0].strip().lower()
    if not _is_said(media_type, address):
        return
    name = member_name(archive, address or record.record_id or f"byte {record.stream_pos}")
    length = record.content_length
    try:
        raw = _raw(name, record)
        data = _decoded(name, record, raw)
    except NotReadable as problem:
        yield problem
        return
    if data.strip() and not _MACHINE_XML.match(data, 0, 4_096):
        yield _page(name, record, data, content_type)
    if len(raw) < length:
        yield NotReadable(f"{name} is cut short", "fetch or copy the archive again")


def _page(name: str, record: WarcRecord, data: bytes, content_type: str) -> Page:
    address, charset = _address(record), _CHARSET.search(content_type)
    return Page(
        name,
        data,
        url=address if _WEB.fullmatch(address) else None,
        captured=_captured(record.headers.get("WARC-Date") or ""),
        digest=record.headers.get("WARC-Payload-Digest"),
        media_type=content_type.partition(";")[0].strip().lower() or None,
        charset=charset[1] if charset else None,
    )


def _address(record: WarcRecord) -> str:
    # Some programs write it in angle brackets.
    return (record.headers.get("WARC-Target-URI") or "").strip().strip("<>").strip()


def _content_type(record: WarcRecord) -> str | None:
    """What the sender called the bytes; None for a record that holds no page."""
    kind = record.record_type
    if kind == WarcRecordType.response:
        if not record.is_http or not _is_success(record.http_headers.status_code):
            return None
        return record.http_headers.get("Content-Type") or ""
    if kind in (WarcRecordType.resource, WarcRecordType.conversion):
        return record.headers.get("Content-Type") or ""
    return None


def _is_success(status: object) -> bool:
    return isinstance(status, int) and 200 <= status < 300


def _is_said(media_type: str, address: str) -> bool:
    if _FOR_MACHINES.fullmatch(address):
        return False
    if media_type in _UNTOLD:
        return media_type == "" or _DOCUMENT.search(address.partition("?")[0]) is not None
    is_text = media_type.startswith("text/") and media_type not in _NOT_SAYING
    return is_text or (_SAYING.fullmatch(media_type) is not None and "svg" not in media_type)


def _raw(name: str, record: WarcRecord) -> bytes:
    chunks: list[bytes] = []
    size = 0
    while chunk := record.reader.read(_CHUNK):
        chunks.append(chunk)
        size += len(chunk)
        if size > MOST_OF_RECORD:
            problem = f"{name} has more than {MOST_OF_RECORD:,} bytes"
            raise NotReadable(problem, "save the page by itself")
    return b"".join(chunks)


def _decoded(name: str, record: WarcRecord, raw: bytes) -> bytes:
    headers = record.http_headers if record.is_http else None
    if headers is None:
        return raw
    transfer = headers.get("Transfer-Encoding") or ""
    return decoded_body(name, raw, transfer, headers.get("Content-Encoding") or "")


def _captured(said: str) -> str | None:
    """WARC-Date, which is in UTC, if it is a date."""
    try:
        datetime.fromisoformat(said)
    except ValueError:
        return None
    return said if said.endswith("Z") else None
