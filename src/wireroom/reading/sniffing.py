"""What kind of bytes these are, from the bytes alone."""

import re
from typing import Literal

from wireroom.reading.packages import in_words, package_kind

Kind = Literal["empty", "binary", "html", "text"]

_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZSTD = b"\x28\xb5\x2f\xfd"

# How files that hold no plain text begin, and what a person calls them.
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF"),
    (b"\x1f\x8b", "gzip-compressed"),
    (b"BZh", "bzip2-compressed"),
    (b"\xfd7zXZ\x00", "xz-compressed"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (_ZSTD, "zstd-compressed"),
    (b"\x04\x22\x4d\x18", "lz4-compressed"),
    (b"\x89PNG\r\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"RIFF", "a sound, a picture or a video"),
    (b"OggS", "a sound or a video"),
    (b"ID3", "a sound"),
    (b"\x1aE\xdf\xa3", "a video"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
    (b"filedesc://", "an ARC file"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"wOFF", "a font"),
    (b"wOF2", "a font"),
)
# What stands in old office documents, in UTF-16, and in what new programs lock with a password.
_OLD_KINDS = tuple(
    (said.encode("utf-16-le"), name)
    for said, name in (
        ("EncryptedPackage", "an office document locked with a password"),
        ("WordDocument", "an old Word document"),
        ("PowerPoint Document", "an old PowerPoint presentation"),
        ("Workbook", "an old Excel workbook"),
        ("__substg1.0_", "an Outlook message"),
    )
)
_AS_TEXT = "save it as text or as a web page"
_HINTS = {
    "an old office document": "open it in an office program, and save it as .docx or .xlsx",
    "an old Word document": "open it in an office program, and save it as .docx",
    "an old Excel workbook": "open it in an office program, and save it as .xlsx",
    "an old PowerPoint presentation": "open it in an office program, and save it as a PDF",
    "an Outlook message": "save it as .eml",
    "an office document locked with a password": "open it, and save it without a password",
    "a binary Excel workbook": "open it in an office program, and save it as .xlsx",
    "a PowerPoint presentation": "open it in an office program, and save it as a PDF",
    "an OpenDocument spreadsheet": "open it in an office program, and save it as .xlsx",
    "an OpenDocument presentation": "open it in an office program, and save it as a PDF",
    "an e-book": "convert it to a PDF or a web page",
    "zstd-compressed": "unpack it with zstd -d, and name what comes out",
    "lz4-compressed": "unpack it with lz4 -d, and name what comes out",
    "a 7z archive": "unpack it, and name the files that you want",
    "a RAR archive": "unpack it, and name the files that you want",
    "an ARC file": "convert it to WARC (warcio recompress does)",
    "an SQLite database": "export what is in it as .csv or .jsonl",
}
_VIDEO_BOX = b"ftyp"  # at byte 4 of MP4, MOV, HEIC

_SAMPLE = 65_536  # bytes looked at from the beginning
_HTML_WITHIN = 4_096  # bytes within which a page shows that it is HTML

_BYTE_ORDER_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_NOT_TEXT = bytes(byte for byte in range(32) if byte not in b"\t\n\v\f\r\x1b\x1e") + b"\x7f"
_MOST_NOT_TEXT = 0.02  # the share of such bytes from which on it is no text; a guess, not tuned

# Spaces, comments, processing instructions and doctypes may stand before the first element.
_PREAMBLE = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:\s+|<!--.*?-->|<\?[^>]*>|<!doctype[^>]*>)*", re.S | re.I
)
_HTML_DOCTYPE = re.compile(rb"<!doctype\s+html\b", re.I)
_HTML_ELEMENT = re.compile(
    rb"<(?:html|head|body|title|meta|link|script|style|base|article|main|section|header|nav|div"
    rb"|p|h[1-6]|table|span|a|ul|ol|br|img|center|font|blockquote)(?=[\s/>])",
    re.I,
)


def sniff(data: bytes) -> Kind:
    """Whether the bytes are empty, a binary, an HTML page or other text.

    White space alone is empty. Bytes of UTF-16 and UTF-32 are text, or HTML, like any other.
    Looks at the first 64 KiB only, save for emptiness.
    """
    head = data[:_SAMPLE]
    if not head.strip() and not data.strip():
        return "empty"
    if is_wide(head):
        head = head.replace(b"\x00", b"").lstrip(b"\xff\xfe")
    elif name_binary(data) is not None:
        return "binary"
    return "html" if is_html(head) else "text"


def name_binary(data: bytes) -> str | None:
    """What a person calls bytes that are no text ("a PDF"); None for text."""
    head = data[:_SAMPLE]
    if (package := package_kind("", head)) is not None:
        return in_words(package)
    if head.startswith(_OLD_OFFICE):
        return next((name for said, name in _OLD_KINDS if said in data), "an old office document")
    for signature, name in _SIGNATURES:
        if head.startswith(signature):
            return name
    if head[4:8] == _VIDEO_BOX:
        return "a video or a picture"
    if is_wide(head):
        return None
    strange = len(head) - len(head.translate(None, _NOT_TEXT))
    return "a binary" if strange > _MOST_NOT_TEXT * len(head) else None


def hint_for(binary: str) -> str:
    """What to do with bytes that ``name_binary`` calls so."""
    return _HINTS.get(binary, _AS_TEXT)


def is_wide(head: bytes) -> bool:
    """Whether the bytes look like UTF-16 or UTF-32, with or without a byte order mark.

    Without a mark: every other byte comes from few values, as the high bytes of one script do.
    """
    if head.startswith(_BYTE_ORDER_MARKS):
        return True
    return wide_order(head) is not None


def wide_order(head: bytes) -> Literal["utf-16-le", "utf-16-be"] | None:
    """Which order the bytes of UTF-16 without a byte order mark have; None where it is not that."""
    if b"\x00" not in head:  # the high bytes of spaces and marks
        return None
    for order, high, low in (
        ("utf-16-le", head[1::2], head[0::2]),
        ("utf-16-be", head[0::2], head[1::2]),
    ):
        if len(high) < 4 or not _is_script(high) or low.count(0) > len(low) // 20:
            continue
        text = head[: len(head) // 2 * 2].decode(order, "replace")
        if sum(map(_is_usual, text)) >= 0.95 * len(text):
            return "utf-16-le" if order == "utf-16-le" else "utf-16-be"
    return None


def _is_script(high: bytes) -> bool:
    """High bytes of one alphabet: nearly all are 0, with spaces, or 0 and one small other."""
    zeros = high.count(0)
    others = max((high.count(byte) for byte in range(1, 8)), default=0)
    return zeros > 0 and zeros + others >= 0.9 * len(high)


def _is_usual(char: str) -> bool:
    return (char.isprintable() and char != "\ufffd") or char in "\t\n\r"


def is_html(head: bytes) -> bool:
    """Whether a page shows itself as HTML, by its doctype or its first element."""
    begin = head[:_HTML_WITHIN]
    preamble = _PREAMBLE.match(begin)
    after = preamble.end() if preamble else 0
    if _HTML_DOCTYPE.search(begin, 0, after):
        return True
    return _HTML_ELEMENT.match(begin, after) is not None
