"""The lines that a letter begins with, as they stand in its first bytes."""

import re
from collections.abc import Mapping

_HEADER = re.compile(rb"([!-9;-~]{1,76})[ \t]*:[ \t]*(.*)", re.S)
_LINE_END = re.compile(rb"\r\n|\n|\r")
_MOST_LINES = 2_000
_MOST_STRANGE = 3  # lines among the headers that are none
_PARAMETERS = re.compile(r";.*", re.S)

# What a letter has whatever program wrote it, and what only programs write.
_USUAL = frozenset(("from", "to", "cc", "subject", "date", "sender", "reply-to", "newsgroups"))
_TECHNICAL = frozenset(
    ("date", "message-id", "mime-version", "received", "return-path", "delivered-to")
    + ("content-type", "references", "in-reply-to", "x-mailer", "user-agent", "dkim-signature")
)
_OF_POST = ("to", "cc", "received", "message-id", "delivered-to", "return-path", "reply-to")
_SUFFIXES = (".eml", ".emlx")
_WEB_ARCHIVES = (".mht", ".mhtml")

Headers = Mapping[str, str]  # lower-case names; the first of several


def find_headers(head: bytes) -> Headers | None:
    """The headers that some bytes begin with; None where they begin with something else.

    ``head`` may end among them. A line "From …" of a mailbox, or the number of bytes with which
    Apple's Mail begins a letter, may stand before them.
    """
    head = head.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")
    if head.startswith((b"<", b"{", b"[")):
        return None  # a page or JSON: no header begins so
    lines = _LINE_END.split(head, _MOST_LINES)
    if lines[0].startswith(b"From ") or lines[0].strip().isdigit():
        lines = lines[1:]
    found: dict[str, str] = {}
    last, strange = "", 0
    for line in lines:
        if not line.strip():
            break
        header = _HEADER.fullmatch(line)
        if line[:1] in (b" ", b"\t") and last:
            found[last] += " " + line.strip().decode("latin-1")
        elif header is not None:
            last = header[1].decode("ascii").lower()
            found.setdefault(last, header[2].strip().decode("latin-1"))
        else:
            strange += 1
            if strange > _MOST_STRANGE or not found:
                return None
    return found


def is_letter(name: str, headers: Headers) -> bool:
    """Whether headers are those of a letter, and not of a web page saved in that form."""
    if is_web_archive(name, headers):
        return False
    usual, technical = _USUAL & headers.keys(), _TECHNICAL & headers.keys()
    if name.lower().endswith(_SUFFIXES):
        return bool(usual | technical)
    if "from" not in headers or not technical:
        return False
    return len(usual | technical) >= 3


def is_web_archive(name: str, headers: Headers) -> bool:
    """Whether headers are those of a web page with its pictures (MHTML)."""
    kind = _PARAMETERS.sub("", headers.get("content-type", "")).strip().lower()
    is_named = name.lower().endswith(_WEB_ARCHIVES)
    if kind == "text/html":
        return is_named
    if kind != "multipart/related" and not (is_named and kind.startswith("multipart/")):
        return False
    if is_named or "snapshot-content-location" in headers:
        return True
    if "saved by" in headers.get("from", "").lower():
        return True
    return not any(each in headers for each in _OF_POST)
