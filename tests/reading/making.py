"""Archives and office documents, made from plain data, so that a reviewer sees what is in them."""

import gzip
import tarfile
import zipfile
from collections.abc import Iterable, Mapping
from io import BytesIO

PAGE = (
    b"<!doctype html><html><head><title>Fire on the quay</title></head><body><article>"
    b"<p>A fire burned two sheds on Quay Four, the harbour master of Port Selwyn said.</p>"
    b"<p>Nobody was hurt, and the ferry to Kirkenes sailed on time on Sunday morning.</p>"
    b"</article></body></html>"
)
LETTER = b"The quay is closed until Monday.\n"


def zipped(
    members: Mapping[str, bytes] | Iterable[tuple[str, bytes]], store: bool = False
) -> bytes:
    """A ZIP archive of these members."""
    pairs = members.items() if isinstance(members, Mapping) else members
    out = BytesIO()
    how = zipfile.ZIP_STORED if store else zipfile.ZIP_DEFLATED
    with zipfile.ZipFile(out, "w", how) as archive:
        for name, data in pairs:
            member = zipfile.ZipInfo("x", (2021, 3, 7, 12, 0, 0))
            member.filename = name  # as it is: ZipInfo would tidy it
            member.compress_type = how
            archive.writestr(member, data)
    return out.getvalue()


def tarred(members: Mapping[str, bytes], kind: bytes = tarfile.REGTYPE) -> bytes:
    """A tar archive of these members, all of one kind."""
    out = BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, data in members.items():
            member = tarfile.TarInfo(name)
            member.type, member.size, member.linkname = kind, len(data), "elsewhere"
            archive.addfile(member, BytesIO(data))
    return out.getvalue()


def http(body: bytes, status: str = "200 OK", **headers: str) -> bytes:
    """What a server sent: ``content_type="text/html"`` is the header Content-Type."""
    named = {"content_type": "text/html; charset=utf-8"} | headers
    lines = [f"{name.replace('_', '-').title()}: {value}" for name, value in named.items()]
    return "\r\n".join([f"HTTP/1.1 {status}", *lines, "", ""]).encode() + body


def warc_record(block: bytes, kind: str = "response", **headers: str) -> bytes:
    """A record of a WARC around what a server sent; ``target_uri=…`` is WARC-Target-URI."""
    types = {"response": "application/http; msgtype=response"}
    named = {
        "type": kind,
        "target_uri": "https://quay.example/fire",
        "date": "2021-03-07T09:30:00Z",
        "record_id": "<urn:uuid:00000000-0000-4000-8000-000000000007>",
    } | headers
    content_type = named.pop("content_type", types.get(kind, "text/plain"))
    lines = [f"WARC-{name.replace('_', '-').title()}: {value}" for name, value in named.items()]
    told = [f"Content-Type: {content_type}", f"Content-Length: {len(block)}"]
    head = "\r\n".join(["WARC/1.1", *lines, *told, "", ""])
    return head.encode("utf-8", "surrogateescape") + block + b"\r\n\r\n"


def warc(*records: bytes, packed: bool = False) -> bytes:
    """A WARC of these records, each in gzip by itself where ``packed``."""
    return b"".join(gzip.compress(record, mtime=0) if packed else record for record in records)
