"""What an office document tells of itself: title, author, dates."""

from collections.abc import Iterator, Mapping

from wireroom.errors import NotReadable
from wireroom.reading.metadata import Told, as_iso
from wireroom.reading.office.parts import Parts

_ORIGIN = "document properties"
_LONGEST = 300  # characters of a title or a name
_MOST = 2_000  # characters of a piece that are looked at
_MADE = f"{_ORIGIN}: when the file was made"
_CHANGED = f"{_ORIGIN}: when the file was last saved"


def find_properties(parts: Parts, part: str, fields: Mapping[str, str]) -> dict[str, Told]:
    """The fields of a Document that ``part`` tells, each with its origin.

    ``fields`` has for each element of the part which field it is; of several elements of one field
    the first that says something counts.
    """
    found: dict[str, Told] = {}
    for name, value in _values(parts, part):
        field = fields.get(name)
        told = _told(field, value) if field is not None and field not in found else None
        if field is not None and told is not None:
            found[field] = told
    if "updated" in found and "published" in found and found["updated"][0] == found["published"][0]:
        del found["updated"]
    return found


def _values(parts: Parts, part: str) -> Iterator[tuple[str, str]]:
    """Elements with what stands in them, up to where the part is broken: the text has its own."""
    said = ""
    try:
        for event in parts.events(part):
            if event.kind == "end":
                yield event.name, " ".join(said.split())
            said = "" if event.kind == "begin" else said + event.text[:_MOST]
    except NotReadable:
        return


def _told(field: str, value: str) -> Told | None:
    if field in ("published", "updated"):
        date = as_iso(value)
        return Told(date, _MADE if field == "published" else _CHANGED) if date else None
    return Told(value, _ORIGIN) if 0 < len(value) <= _LONGEST else None
