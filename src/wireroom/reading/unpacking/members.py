"""Members of an archive: what they are called, and which of them are there to be read."""

import re

# What pages are dressed with. It is left out silently: nothing is said in it.
_DRESS = re.compile(
    r"\.(?:css|js|mjs|map|woff2?|ttf|otf|eot|ico|png|jpe?g|gif|svg|webp|avif|bmp|cur)$", re.I
)
_LEFT_BEHIND = frozenset(("__MACOSX", "Thumbs.db", "desktop.ini"))
_STEP = re.compile(r"[/\\]")
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\u2028-\u202e\u2066-\u2069]")


def member_name(archive: str, member: str) -> str:
    """The name of a Page: the archive's and the member's with ``!`` between.

    Control characters, also those that turn the direction of writing, are shown as U+FFFD. A name
    that points outside the archive is a name like any other: nothing is written under it.
    """
    return f"{archive}!{_UNSEEN.sub(chr(0xFFFD), member)}"


def is_there_to_be_read(member: str) -> bool:
    """False for pictures, styles, scripts and fonts, hidden files and what systems leave behind."""
    if _DRESS.search(member):
        return False
    steps = _STEP.split(member)
    return not any(_is_hidden(step) for step in steps)


def _is_hidden(step: str) -> bool:
    return step in _LEFT_BEHIND or (step.startswith(".") and step.strip(".") != "")
