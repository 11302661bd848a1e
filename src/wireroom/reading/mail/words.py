"""The text of headers and parts of letters, whatever is broken in them."""

import codecs
import re
from binascii import Error as BrokenBase64
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import collapse_rfc2231_value, parseaddr

from wireroom.errors import NotReadable
from wireroom.reading.decoding import clean, decode
from wireroom.reading.fragments import Fragment, plain_fragment, read_fragment
from wireroom.records.pages import Page

_LONGEST_HEADER = 5_000  # characters; the standard library takes long over longer ones
# Who names these means Windows' superset of them; the last are no charsets of letters.
_MEANT = {
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    **dict.fromkeys(("punycode", "idna", "unicode-escape", "raw-unicode-escape"), "ascii"),
}
_FEW = 0.01  # the share of characters that may be lost before a charset is held to be wrong
_READABLE = re.compile("[^\\s\ufffd]")
_DEPTH = re.compile(r"(?:>[> ]*)?")


def header_of(message: Message, name: str) -> str:
    """A header as it stands, the first of several; empty where it is missing."""
    return next((str(value) for key, value in message.raw_items() if key.lower() == name), "")


def words_of(raw: str) -> str:
    """The words of a header, on one line. Bytes that nobody encoded are UTF-8 or a guess."""
    raw = raw[:_LONGEST_HEADER]
    if not raw.isascii():
        raw = _guessed(raw.encode("utf-8", "surrogateescape"))
    if "=?" in raw:
        try:
            pieces = decode_header(raw)
        except (HeaderParseError, BrokenBase64, ValueError):
            pieces = [(raw, None)]
        raw = "".join(
            piece if isinstance(piece, str) else in_charset(piece, charset)
            for piece, charset in pieces
        )
    return " ".join(clean(raw).split())


def sender_of(message: Message) -> str | None:
    """The name that a letter is from, else the address."""
    raw = header_of(message, "from")[:_LONGEST_HEADER]
    try:
        name, address = parseaddr(raw)
    except (ValueError, IndexError, TypeError, RecursionError):
        name, address = "", ""
    name = words_of(name).strip("\"' ")
    return name or words_of(address) or words_of(raw) or None


def in_charset(data: bytes, charset: str | None) -> str:
    """Bytes in the charset that is named, if they fit; else in what they seem to be in."""
    if charset:
        try:
            name = codecs.lookup(charset).name
            is_wrong = name.startswith(("utf-16", "utf-32")) and b"\x00" not in data
            text = "" if is_wrong else data.decode(_MEANT.get(name, name), "replace")
        except (LookupError, ValueError):
            text = ""
        if text and text.count("\ufffd") <= _FEW * len(text):
            return text
    return _guessed(data)


def fragment_of_part(part: Message, base: str | None) -> Fragment:
    """The words of a part that is text or HTML."""
    text = in_charset(content_of(part), charset_of(part))
    if _READABLE.search(text) is None:
        return Fragment("")
    if part.get_content_type() == "text/html":
        return read_fragment(text, base)
    if parameter_of(part, "format") == "flowed":
        text = _unfolded(text, parameter_of(part, "delsp") == "yes")
    return plain_fragment(text)


def charset_of(part: Message) -> str | None:
    """The charset that a part names; None also where its name cannot be read."""
    return parameter_of(part, "charset") or None


def parameter_of(part: Message, name: str) -> str:
    """A parameter of the content type, in lower case; empty where it is missing or broken."""
    try:
        value = part.get_param(name, "")
        return collapse_rfc2231_value(value).strip().lower() if value else ""
    except (ValueError, LookupError, TypeError, IndexError, AttributeError):
        return ""


def content_of(part: Message) -> bytes:
    """The bytes of a part, unpacked as far as its encoding is not broken."""
    try:
        data = part.get_payload(decode=True)
    except (ValueError, LookupError, BrokenBase64):
        data = None
    if isinstance(data, bytes):
        return data
    raw = part.get_payload()
    return raw.encode("utf-8", "surrogateescape") if isinstance(raw, str) else b""


def _guessed(data: bytes) -> str:
    try:
        return decode(Page("-", data)).text
    except NotReadable:
        return clean(data.decode("latin-1"))


def _unfolded(text: str, drops_space: bool) -> str:
    """Paragraphs of format=flowed (RFC 3676) on one line each."""
    paragraphs: list[list[str]] = []
    flows, depth = False, ""
    for line in text.splitlines():
        found = _DEPTH.match(line)
        quoted = found[0].replace(" ", "") if found else ""
        words = line[len(found[0]) :] if found else line
        words = words if quoted else words.removeprefix(" ")  # a space is stuffed before some lines
        if flows and quoted == depth and words:
            paragraphs[-1].append(words)
        else:
            paragraphs.append([f"{quoted} {words}" if quoted else words])
        flows, depth = words.endswith(" ") and words != "-- ", quoted
        if flows and drops_space:
            paragraphs[-1][-1] = paragraphs[-1][-1][:-1]
    return "\n".join("".join(pieces) for pieces in paragraphs)
