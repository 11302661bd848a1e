"""Pages that would cost the parser more time or memory than any page of a board needs.

The parser's time grows with the square of the depth of a page and of the number of a tag's
attributes, and every block below unclosed formatting repeats all of it. No limit is met by a page
that a board made.
"""

import re

MOST_BYTES = 8_000_000
_SHALLOW = 20_000  # tags; fewer cannot be nested deep enough to matter
_DEEPEST = 5_000
_MOST_COPIES = 2_200_000  # elements that unclosed formatting may be repeated into
_WINDOW = 16_384  # bytes; a tag without an end in twice as many has thousands of attributes

_TAG = re.compile(rb"<(/?)([a-zA-Z][a-zA-Z0-9]{0,15})")
_FORMATTING = frozenset(
    (b"a", b"b", b"big", b"code", b"em", b"font", b"i", b"nobr", b"s", b"small", b"strike")
    + (b"strong", b"tt", b"u")
)
# Elements that never hold others, and those that close by themselves.
_FLAT = frozenset(
    (b"area", b"base", b"br", b"col", b"embed", b"hr", b"img", b"input", b"link", b"meta", b"param")
    + (b"source", b"track", b"wbr", b"p", b"li", b"td", b"th", b"tr", b"dd", b"dt", b"option")
    + (b"tbody", b"thead", b"tfoot", b"script", b"style", b"html", b"head", b"body")
)


def is_parsable(data: bytes) -> bool:
    """Whether the parser can be given the bytes of a page."""
    if len(data) > MOST_BYTES or not _ends_its_tags(data):
        return False
    opening = data.count(b"<")
    if opening * opening <= 4 * _MOST_COPIES:
        return True
    return (opening <= _SHALLOW and _closes(data, opening)) or _is_shallow(data, opening)


def _closes(data: bytes, opening: int) -> bool:
    """Whether so many tags are closed, or need not be, that the others do no harm."""
    unclosed = opening - 2 * data.count(b"</")
    for tag in (b"<br", b"<img", b"<!--", b"<input", b"<link", b"<meta"):
        if unclosed * opening <= _MOST_COPIES:
            return True
        unclosed -= data.count(tag)
    return unclosed * opening <= _MOST_COPIES


def _ends_its_tags(data: bytes) -> bool:
    """Whether a tag ends now and then, or none begins where none ends for long."""
    for start in range(0, len(data), _WINDOW):
        stop = start + _WINDOW
        if stop < len(data) and data.find(b">", start, stop) < 0 and _is_in_tag(data, start):
            return False
    return True


def _is_in_tag(data: bytes, position: int) -> bool:
    """Whether a tag that began before ``position`` has not ended there."""
    begun = data.rfind(b"<", 0, position)
    return begun > data.rfind(b">", 0, position) and data[begun + 1 : begun + 2].isalpha()


def _is_shallow(data: bytes, opening: int) -> bool:
    depth = deepest = 0
    unclosed: dict[bytes, int] = {}
    for closing, name in _TAG.findall(data):
        name = name.lower()
        if name in _FORMATTING:
            unclosed[name] = unclosed.get(name, 0) + (-1 if closing else 1)
        if name not in _FLAT:
            depth = max(0, depth + (-1 if closing else 1))
            deepest = max(deepest, depth)
    left = sum(count for count in unclosed.values() if count > 0)
    return deepest <= _DEEPEST and left * opening <= _MOST_COPIES
