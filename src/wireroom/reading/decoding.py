"""Which characters the bytes stand for, and how that was found out."""

import codecs
import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from wireroom.errors import NotReadable
from wireroom.plugins import Late
from wireroom.reading.sniffing import hint_for, name_binary, wide_order
from wireroom.records.pages import Page

if TYPE_CHECKING:
    import charset_normalizer
else:
    charset_normalizer = Late("charset_normalizer")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The characters of a page. ``encoding`` says in words what was chosen and how."""

    text: str
    encoding: str


class _Attempt(NamedTuple):
    text: str
    encoding: str
    how: str


# Longest first: the mark of UTF-32 LE begins with that of UTF-16 LE.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What charset-normalizer chooses from. With all that Python knows it takes rarities for short
# texts (shift_jis_2004 for koi8-r).
_CANDIDATES = [
    *("cp1251", "koi8_r", "koi8_u", "cp866", "iso8859_5", "mac_cyrillic"),
    *("cp1252", "cp1250", "iso8859_2", "cp1254", "cp1257", "cp1258", "mac_roman"),
    *("cp1253", "iso8859_7", "cp1255", "iso8859_8", "cp1256", "iso8859_6", "tis_620"),
    *("shift_jis", "euc_jp", "gb18030", "big5", "cp949"),
]
# Of encodings that fit alike, the one that more people write in, unless reading it as Western
# gives signs inside words, as Czech and Polish do.
_USUAL = ("cp1251", "cp1252", "cp1254", "cp1250")
_NOT_WESTERN = frozenset("¹¾ì")
_TIE = 0.01  # of charset-normalizer's measure of chaos; ten times that of coherence
# Pages that declare these mean Windows' superset of them, as browsers read it.
_MEANT = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "gb2312": "gb18030",
    "gbk": "gb18030",
}
_SEVEN_BIT = {"iso2022_jp", "iso2022_kr", "hz"}  # their bytes are ASCII: only a declaration tells
_NOT_CHARSETS = {"utf-7", "punycode", "idna", "unicode_escape", "raw_unicode_escape", "mbcs", "oem"}

_SAMPLE = 32_768  # bytes that an encoding is guessed from
_FEW = 0.02  # the share of characters that may be replaced before an encoding is held to be wrong
_WRITING = 0.9  # the share of letters and punctuation in what people write beyond ASCII
_MARK_OF_LOSS = "\ufffd"

_READABLE = re.compile("[^\\s\ufffd\ufeff]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ud800-\udfff]")
_CONTROL_BYTES = bytes((*range(9), *range(0x0E, 0x1B), *range(0x1C, 0x20), 0x7F))
_DECLARED_WITHIN = 4_096  # bytes; browsers look at 1,024
_DECLARED = re.compile(
    rb"""<\?xml[^>]{0,200}?\bencoding\s*=\s*["']([\w.:-]{1,40})["']"""
    rb"""|<meta\b[^>]{0,400}?\bcharset\s*=\s*["']?\s*([\w.:-]{1,40})""",
    re.I,
)


def decode(page: Page) -> Decoded:
    """The characters of a page.

    A byte order mark decides; else UTF-8 where every byte fits, what the sender or the page
    declares, UTF-8 with a few broken places, and at last a guess by charset-normalizer. Where
    lines of two encodings are mixed, each line is read in its own. What no character stands for,
    control characters and halves of surrogate pairs are each read as U+FFFD, and ``encoding`` says
    so.

    Raises NotReadable for an empty page and for a binary.
    """
    if not page.data.strip():
        raise NotReadable(f"{page.name} is empty", "give a file that has text in it")
    if (binary := name_binary(page.data)) is not None:
        raise NotReadable(f"{page.name} is {binary}, not text", hint_for(binary))
    found = _attempt(page.data, page.charset)
    # Encodings that begin with ASCII have control characters where there are such bytes.
    has_control = found.encoding.startswith("utf-16") or found.encoding.startswith("utf-32")
    has_control = has_control or len(page.data.translate(None, _CONTROL_BYTES)) < len(page.data)
    cleaned = clean(found.text) if has_control else found.text
    if _READABLE.search(cleaned) is None:
        raise NotReadable(f"{page.name} has no character that can be read", "save it as UTF-8 text")
    return Decoded(cleaned, _in_words(found, cleaned))


def declared_encoding(data: bytes) -> str | None:
    """The encoding that a page's XML or meta declaration names, as Python calls it; else None."""
    found = _DECLARED.search(data[:_DECLARED_WITHIN])
    return _known_encoding((found[1] or found[2]).decode("ascii", "replace")) if found else None


def _known_encoding(declared: str) -> str | None:
    try:
        name = codecs.lookup(declared).name
        b"a".decode(
            name, "replace"
        )  # Python has codecs that are none of characters, such as rot-13
    except (LookupError, ValueError):
        return None
    # A declaration that can be read byte by byte is itself no proof of UTF-16.
    is_no_help = name in _NOT_CHARSETS or name.startswith("utf-")
    return None if is_no_help else _MEANT.get(name, name)


def clean(text: str) -> str:
    """The same text with U+FFFD for control characters and lone surrogates; no offset moves."""
    return _CONTROL.sub(_MARK_OF_LOSS, text)


def _attempt(data: bytes, charset: str | None) -> _Attempt:
    for mark, name in _MARKS:
        if data.startswith(mark):
            text = data[len(mark) :].decode(name, "replace")
            return _Attempt(text, name, "its byte order mark")
    if (order := wide_order(data[:_SAMPLE])) is not None:
        return _Attempt(data.decode(order, "replace"), order, "its pattern of bytes")
    declared, how = _declaration(data, charset)
    if declared in _SEVEN_BIT:
        return _Attempt(data.decode(declared, "replace"), declared, how)
    try:
        return _Attempt(data.decode("utf-8"), "utf-8", "every byte fits")
    except UnicodeDecodeError:
        return _by_declaration(data, declared, how) or _by_lines(data)


def _declaration(data: bytes, charset: str | None) -> tuple[str | None, str]:
    """The encoding that the sender names, or else the page, and in words which of the two.

    Where the sender says Western the page goes before: many servers say so of everything.
    """
    sent, own = _known_encoding(charset) if charset else None, declared_encoding(data)
    if sent is None or (sent == "cp1252" and own is not None):
        return own, "its declaration"
    return sent, "the sender's declaration"


def _by_declaration(data: bytes, declared: str | None, how: str) -> _Attempt | None:
    """What is declared, unless the bytes are mostly well-formed UTF-8 or it is wrong."""
    if declared is None or _is_mostly_utf_8(data):
        return None
    text = data.decode(declared, "replace")
    if text.count(_MARK_OF_LOSS) > _FEW * len(text):
        return None
    return _Attempt(text, declared, how)


def _by_lines(data: bytes) -> _Attempt:
    """UTF-8 with broken places, one other encoding, or lines of both."""
    lines = data.split(b"\n")
    fits = [_is_mostly_utf_8(line) for line in lines]
    foreign = [line for line, fit in zip(lines, fits, strict=True) if not fit]
    if not foreign:
        return _Attempt(data.decode("utf-8", "replace"), "utf-8", "nearly every byte fits")
    guessed = _guess(foreign)
    if all(line.isascii() for line, fit in zip(lines, fits, strict=True) if fit):
        return _Attempt(data.decode(guessed, "replace"), guessed, "a guess from its bytes")
    if not _is_writing(b"\n".join(foreign)[:_SAMPLE].decode(guessed, "replace")):
        return _Attempt(data.decode("utf-8", "replace"), "utf-8", "most lines fit")
    text = "\n".join(
        line.decode("utf-8" if fit else guessed, "replace")
        for line, fit in zip(lines, fits, strict=True)
    )
    return _Attempt(text, f"utf-8 and {guessed}", f"line by line; {guessed} is a guess")


def _guess(lines: list[bytes]) -> str:
    sample = b"\n".join(lines)[:_SAMPLE]
    matches = charset_normalizer.from_bytes(sample, cp_isolation=_CANDIDATES)
    best = matches.best()
    if best is None:
        return "cp1252"
    tied = {
        name
        for match in matches
        if match.chaos <= best.chaos + _TIE and match.coherence >= best.coherence - 10 * _TIE
        for name in (match.encoding, *match.could_be_from_charset)
    }
    if "cp1250" in tied and set(sample.decode("cp1252", "replace")) & _NOT_WESTERN:
        return "cp1250"
    return next((name for name in _USUAL if name in tied), best.encoding)


def _is_mostly_utf_8(data: bytes) -> bool:
    """Whether most bytes above 127 belong to well-formed sequences of UTF-8."""
    if data.isascii():
        return True
    high = len(data) - len(data.decode("ascii", "ignore"))
    lost = data.decode("utf-8", "replace").count(_MARK_OF_LOSS)
    return lost <= 0.3 * high


def _is_writing(text: str) -> bool:
    """Whether the characters beyond ASCII are letters and punctuation, as in somebody's words."""
    beyond = [char for char in text if not char.isascii()]
    good = sum(char.isalpha() or unicodedata.category(char)[0] in "PZ" for char in beyond)
    return good >= _WRITING * len(beyond)


def _in_words(found: _Attempt, cleaned: str) -> str:
    said = f"{found.encoding}: {found.how}"
    lost = cleaned.count(_MARK_OF_LOSS)
    if not lost:
        return said
    return f"{said}; {lost} {'character' if lost == 1 else 'characters'} could not be read"
