"""What programs that save pages write into them: where a page came from, and when."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from typing import NamedTuple

from wireroom.reading.fragments import absolute
from wireroom.reading.moments import in_utc, read_moment
from wireroom.records.pages import Page

_HEAD = 65_536  # bytes within which such a note stands
_LONGEST = 4_000  # characters of an address
_SINGLE_FILE = re.compile(
    r"<!--\s{0,20}(?:Page saved with|Archive processed by) SingleFile\s{1,20}url:\s{0,9}"
    rf"(\S{{1,{_LONGEST}}})"
    r"(?:\s{1,20}saved date:\s{0,9}([^\n<>]{1,100}))?"
)
_SAVED_FROM = re.compile(
    rf"<!--\s{{0,9}}saved from url=\(\d{{1,6}}\)(\S{{1,{_LONGEST}}})\s{{0,9}}-->", re.I
)
_SCRAPBOOK = re.compile(
    rf"<html\b[^>]{{0,2000}}?\bdata-scrapbook-source=[\"']([^\"'<>\s]{{1,{_LONGEST}}})", re.I
)
_SCRAPBOOK_TIME = re.compile(r"\bdata-scrapbook-create=[\"'](\d{14})\d{0,3}[\"']", re.I)
_WAYBACK = re.compile(
    rf"__wm\.wombat\(\s{{0,9}}[\"']([^\"'\s]{{1,{_LONGEST}}})[\"']\s{{0,9}},\s{{0,9}}[\"'](\d{{14}})[\"']"
)


class Saving(NamedTuple):
    """An address that a page was saved from, when (ISO 8601, UTC), and who says so."""

    url: str
    captured: str | None
    origin: str


def find_saving(data: bytes) -> Saving | None:
    """The note of SingleFile, of a browser's "save page as", of WebScrapBook or of the Wayback
    Machine at the head of a page; None where there is none."""
    head = data[:_HEAD].replace(b"\x00", b"").decode("utf-8", "replace")
    if "<" not in head:
        return None
    return next((found for way in _WAYS if (found := way(head)) is not None), None)


def saved_page(page: Page, saving: Saving) -> Page:
    """The Page with what the note tells, where nobody else told it."""
    return replace(page, url=page.url or saving.url, captured=page.captured or saving.captured)


def _single_file(head: str) -> Saving | None:
    found = _SINGLE_FILE.search(head)
    if found is None:
        return None
    captured = in_utc(read_moment(found[2] or "").value)
    return _saving(found[1], captured, "comment of SingleFile")


def _browser(head: str) -> Saving | None:
    found = _SAVED_FROM.search(head)
    return _saving(found[1], None, 'comment "saved from"') if found else None


def _scrapbook(head: str) -> Saving | None:
    if "scrapbook" not in head:  # the patterns take longer than all else that is looked at
        return None
    found, created = _SCRAPBOOK.search(head), _SCRAPBOOK_TIME.search(head)
    if found is None:
        return None
    return _saving(found[1], _stamp(created[1]) if created else None, "note of WebScrapBook")


def _wayback(head: str) -> Saving | None:
    found = _WAYBACK.search(head)
    return _saving(found[1], _stamp(found[2]), "script of the Wayback Machine") if found else None


_WAYS = (_single_file, _wayback, _scrapbook, _browser)


def _saving(url: str, captured: str | None, origin: str) -> Saving | None:
    address = absolute(url, None)
    return Saving(address, captured, origin) if address else None


def _stamp(digits: str) -> str | None:
    try:
        moment = datetime.strptime(digits, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return None
    return moment.isoformat().replace("+00:00", "Z")
