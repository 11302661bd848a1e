"""The child that has PDFium in it, and what it says."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from wireroom.errors import NotReadable
from wireroom.reading.pdf.leaves import Printed, page_from_plain
from wireroom.records.pages import Page

MOST_BYTES = 100_000_000  # of a PDF
_CHILD = Path(__file__).with_name("child.py")
_LONGEST = 60  # seconds on the clock, where the system holds no limit of processor time


def read_printed(page: Page) -> Printed:
    """The pages of a PDF and what it tells of itself.

    Raises NotReadable for a PDF that is locked, broken, or too large or too tangled to be read
    within the limits of the child.
    """
    if len(page.data) > MOST_BYTES:
        problem = f"{page.name} is a PDF of more than {MOST_BYTES:,} bytes"
        raise NotReadable(problem, "split it, or save the pages that you want")
    # -P: nothing beside the child can pass for a library.
    command = [sys.executable, "-P", str(_CHILD)]
    try:
        done = subprocess.run(command, input=page.data, capture_output=True, timeout=_LONGEST)
    except subprocess.TimeoutExpired as late:
        raise _too_tangled(page) from late
    lines = [_value(line) for line in done.stdout.splitlines()]
    if done.returncode != 0 or not lines:
        raise _too_tangled(page)
    head, *pages = lines
    if "error" in head:
        raise _refusal(page, head["error"])
    told = {field: value for field, value in head.items() if isinstance(value, str)}
    return Printed(tuple(map(page_from_plain, pages)), head["pages"], told)


def _value(line: bytes) -> dict[str, Any]:
    try:
        value: dict[str, Any] = json.loads(line)
    except ValueError:  # the child was ended in the middle of a line
        return {"page": 0, "lines": []}
    return value


def _too_tangled(page: Page) -> NotReadable:
    problem = f"{page.name} is a PDF that needs more time or memory than is given to one file"
    return NotReadable(problem, "print it to a new PDF, or save it as text")


def _refusal(page: Page, error: str) -> NotReadable:
    if error == "locked":
        hint = "open it with its password, and print it to a new PDF"
        return NotReadable(f"{page.name} is a PDF locked with a password", hint)
    return NotReadable(f"{page.name} is a broken PDF", "fetch or copy it again")
