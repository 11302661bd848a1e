"""What a person names on the command line, as Documents; what cannot be read, as one line each."""

import glob
import sys
import traceback
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

import click

from wireroom.errors import NotFound, NotReadable, WireroomError
from wireroom.reading import read_stream
from wireroom.reading.forum.joining import with_joined_pages
from wireroom.records.documents import Document


class Inputs:
    """Reads what was named, in its order, and keeps count of what could not be read.

    Problems go to standard error, one line each: what, why, what to do.
    """

    def __init__(self, names: Sequence[str], debug: bool = False) -> None:
        self._names = names
        self._debug = debug
        self.failed = 0

    def documents(self) -> Iterator[Document]:
        """Every Document of every input that can be read, the pages of a thread joined into one."""
        return with_joined_pages(self._each())

    def report(self, problem: Exception) -> None:
        """Name something that could not be done, and count it."""
        self.failed += 1
        if isinstance(problem, WireroomError):
            line = f"wireroom: {problem}"
        else:
            line = f"wireroom: {type(problem).__name__}: {problem}; try: --debug, and report it"
        click.echo(" ".join(line.split()), err=True)
        if self._debug:
            traceback.print_exception(problem, file=sys.stderr)

    @property
    def status(self) -> int:
        """The exit status: 1 when something could not be read."""
        return 1 if self.failed else 0

    def _each(self) -> Iterator[Document]:
        for name in self._names:
            try:
                for path in _expand(name):
                    yield from self._read(path)
            except NotFound as problem:
                self.report(problem)

    def _read(self, path: str) -> Iterator[Document]:
        try:
            with _opened(path) as stream:
                for item in read_stream(path, stream):
                    if isinstance(item, NotReadable):
                        self.report(item)
                    else:
                        yield item
        except WireroomError as problem:
            self.report(problem)


def _expand(name: str) -> Iterable[str]:
    """A file as it is; the files of a folder and of a glob in the order of their names."""
    path = Path(name)
    if name == "-" or path.is_file():
        return [name]
    if path.is_dir():
        files = sorted(str(each) for each in path.rglob("*") if _is_visible_file(each, path))
        if not files:
            raise NotFound(f"{name} is a folder without files", "name another")
        return files
    found = sorted(each for each in glob.glob(name, recursive=True) if Path(each).is_file())
    if not found:
        raise NotFound(f"there is no {name}", "check the path; quote a pattern like '*.html'")
    return found


def _is_visible_file(path: Path, folder: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
    return path.is_file() and not hidden


def _opened(path: str) -> BinaryIO:
    """A stream that can be sought: a file as it is, standard input read whole."""
    if path == "-":
        return BytesIO(sys.stdin.buffer.read())
    try:
        return Path(path).open("rb")
    except OSError as wrong:
        raise NotReadable(
            f"{path} cannot be opened ({wrong.strerror or wrong})", "check its permissions"
        ) from wrong
