"""Spans, numbers and optional fields as plain data."""

from collections.abc import Iterable
from math import isfinite
from typing import Any

from wireroom.records.spans import Span

Plain = dict[str, Any]


def known_fields(record: object, names: Iterable[str]) -> Plain:
    """The fields that are not None."""
    values = ((name, getattr(record, name)) for name in names)
    return {name: value for name, value in values if value is not None}


def span_as_plain(span: Span | None) -> list[int] | None:
    """``[start, end]``, or None."""
    return None if span is None else [span.start, span.end]


def spans_as_plain(spans: Iterable[Span]) -> list[list[int]]:
    """The spans in the order of the text."""
    return [[span.start, span.end] for span in sorted(spans)]


def number_as_plain(value: float | None) -> float | None:
    """An int where the number is whole; None where JSON cannot hold it."""
    if value is None or not isfinite(value):
        return None
    return int(value) if value == int(value) else value
