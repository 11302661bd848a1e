"""A person's decisions from plain data, one row of a file each."""

from collections.abc import Mapping
from typing import get_args

from wireroom.records.decisions import (
    OriginDecision,
    ReportName,
    SpeakerDecision,
    SpeakerName,
    Verdict,
)

Decision = OriginDecision | SpeakerDecision

_VERDICTS: Mapping[object, Verdict] = {each: each for each in get_args(Verdict)}
_KEYS = {"one", "other", "verdict", "by", "note"}


def decision_from_plain(row: object) -> Decision:
    """One row: ``{"one", "other", "verdict", "by"?, "note"?}``.

    ``one`` and ``other`` are ``{"document", "post"?}`` for a decision on origins, ``{"name",
    "document"?}`` for one on speakers. Raises ValueError in words for a row that is neither.
    """
    fields = _object(row, "the row")
    _only(fields, _KEYS, "the row")
    verdict = _VERDICTS.get(_text(fields, "verdict"))
    if verdict is None:
        known = ", ".join(f'"{each}"' for each in _VERDICTS)
        raise ValueError(f'"verdict" is {_shown(fields.get("verdict"))}, and not one of {known}')
    by, note = _text(fields, "by"), _text(fields, "note") or ""
    one, other = (_side(fields, key) for key in ("one", "other"))
    if one == other:
        raise ValueError('"one" and "other" are the same')
    if isinstance(one, ReportName) and isinstance(other, ReportName):
        return OriginDecision(one, other, verdict, by, note)
    if isinstance(one, SpeakerName) and isinstance(other, SpeakerName):
        return SpeakerDecision(one, other, verdict, by, note)
    raise ValueError('"one" and "other" must both have a "name", or both a "document" without one')


def _side(fields: Mapping[str, object], key: str) -> ReportName | SpeakerName:
    if key not in fields:
        raise ValueError(f'"{key}" is missing')
    side = _object(fields[key], f'"{key}"')
    document = _text(side, "document")
    if "name" in side:
        _only(side, {"name", "document"}, f'"{key}"')
        name = _text(side, "name")
        if not name:
            raise ValueError(f'"{key}" has an empty "name"')
        return SpeakerName(name, document)
    _only(side, {"document", "post"}, f'"{key}"')
    if not document:
        raise ValueError(f'"{key}" has neither a "document" nor a "name"')
    post = side.get("post")
    if post is not None and (not isinstance(post, int) or isinstance(post, bool) or post < 1):
        raise ValueError(f'"post" is {_shown(post)}, and not the number of a post')
    return ReportName(document, post)


def _object(value: object, what: str) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise ValueError(f"{what} is {_shown(value)}, and not an object")
    return value


def _only(fields: Mapping[str, object], known: set[str], what: str) -> None:
    """A field that nobody knows is a slip of the pen, and would be lost in silence."""
    if unknown := sorted(fields.keys() - known):
        raise ValueError(f"{what} has an unknown field {_shown(unknown[0])}")


def _text(fields: Mapping[str, object], key: str) -> str | None:
    value = fields.get(key)
    if value is not None and not isinstance(value, str):
        raise ValueError(f'"{key}" is {_shown(value)}, and not a text')
    return value


def _shown(value: object) -> str:
    if value is None:
        return "missing"
    said = f'"{value}"' if isinstance(value, str) else str(value)
    return said if len(said) <= 60 else f"{said[:59]}…"
