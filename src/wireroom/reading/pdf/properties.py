"""What a PDF tells of itself: title, author, dates."""

import re
from collections.abc import Mapping, Sequence

from wireroom.reading.metadata import Told
from wireroom.reading.pdf.leaves import PrintedPage
from wireroom.records.dates import PartialDate

_ORIGIN = "document properties"
_LONGEST = 300  # characters of a title or a name
_LARGER = 1.15  # times the usual size of type that a headline has at least
_MOST_HEAD_LINES = 4
# "D:20210307120000+01'00'", and shorter.
_DATE = re.compile(
    r"(?:D:)?(\d{4})(\d\d)?(\d\d)?(?:(\d\d)(\d\d)(\d\d)?)?\s*(?:(Z)|([+-])(\d\d)'?(\d\d)?'?)?.*"
)
# Programs write the name of the file, or of themselves, where a title should be.
_NO_TITLE = re.compile(
    r"(?:untitled|(?:document|dokument|документ)\s?\d*|slide 1|powerpoint presentation"
    r"|без имени.*)?",
    re.I,
)
_PROGRAM = re.compile(r"^(?:microsoft (?:word|powerpoint|excel)|openoffice\S*) - ", re.I)
_FILE = re.compile(r"\.(?:docx?|odt|rtf|pdf|indd|qxp|qxd|dvi|tex|pptx?|xlsx?|txt|html?)$", re.I)


def find_properties(told: Mapping[str, str], pages: Sequence[PrintedPage]) -> dict[str, Told]:
    """Title, author, dates of a Document, each with its origin; what is not told is left out.

    ``told`` is the PDF's own dictionary. A title that is the name of a file is none: then the
    largest type on the first page is the title, where it is larger than the rest.
    """
    found: dict[str, Told] = {}
    title = _title(told.get("Title", ""))
    if title is not None:
        found["title"] = Told(title, _ORIGIN)
    elif (headline := _headline(pages)) is not None:
        found["title"] = Told(headline, "largest type on the first page")
    author = " ".join(told.get("Author", "").split())
    if author and len(author) <= _LONGEST:
        found["author"] = Told(author, _ORIGIN)
    made, changed = as_iso_date(told.get("CreationDate", "")), as_iso_date(told.get("ModDate", ""))
    if made is not None:
        found["published"] = Told(made, f"{_ORIGIN}: when the file was made")
    if changed is not None and changed != made:
        found["updated"] = Told(changed, f"{_ORIGIN}: when the file was changed")
    return found


def as_iso_date(text: str) -> str | None:
    """A date as PDFs write it as ISO 8601, as precise as given; None where it is none."""
    read = _DATE.fullmatch(text.strip())
    if read is None:
        return None
    year, month, day, hour, minute, second, zulu, sign, zone, zone_minute = read.groups()
    date = "-".join(part for part in (year, month, day) if part)
    if PartialDate.parse(date) is None or year == "0000":
        return None
    if not (day and hour) or int(hour) > 23 or int(minute) > 59 or int(second or 0) > 59:
        return date
    offset = "Z" if zulu else f"{sign}{zone}:{zone_minute or '00'}" if sign else ""
    return f"{date}T{hour}:{minute}:{second or '00'}{offset}"


def _title(text: str) -> str | None:
    title = _PROGRAM.sub("", " ".join(text.split()))
    is_none = _NO_TITLE.fullmatch(title) or _FILE.search(title) or len(title) > _LONGEST
    return None if is_none or not any(char.isalpha() for char in title) else title


def _headline(pages: Sequence[PrintedPage]) -> str | None:
    """The lines in the largest type of the first page, where they follow one another."""
    lines = pages[0].lines if pages else ()
    sizes = sorted(line.size for page in pages[:5] for line in page.lines for _ in line.text)
    if len(lines) < 2 or not sizes:
        return None
    largest = max(line.size for line in lines)
    if largest < _LARGER * sizes[len(sizes) // 2]:
        return None
    at = [index for index, line in enumerate(lines) if line.size >= 0.97 * largest]
    is_together = at[-1] - at[0] == len(at) - 1 and len(at) <= _MOST_HEAD_LINES
    headline = " ".join(lines[index].text for index in at)
    return headline if is_together and 3 < len(headline) <= _LONGEST else None
