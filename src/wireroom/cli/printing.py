"""What goes to standard output, and the progress bar on standard error."""

import json
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, TypeVar

import click

from wireroom.plugins import Late

if TYPE_CHECKING:
    import tqdm
else:
    tqdm = Late("tqdm")

Item = TypeVar("Item")


def as_line(plain: dict[str, Any]) -> str:
    """One line of JSON. A lone surrogate, which UTF-8 cannot hold, comes out as an escape."""
    line = json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
    try:
        line.encode()
    except UnicodeEncodeError:
        return json.dumps(plain, separators=(",", ":"))
    return line


def print_line(plain: dict[str, Any]) -> None:
    """Print one object as a line of JSON."""
    click.echo(as_line(plain))


def with_progress(items: Iterable[Item], label: str) -> Iterator[Item]:
    """The same items; how many are done shows on standard error while it is a terminal."""
    if not sys.stderr.isatty():
        return iter(items)
    return iter(tqdm.tqdm(items, desc=label, unit=" documents", file=sys.stderr))
