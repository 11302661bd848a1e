"""What a person names on the command line, as Documents; what cannot be read, as one line each."""

import glob
import re
import sys
import traceback
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

import click

from wireroom.errors import NotFound, NotReadable, WireroomError
from wireroom.reading import read_stream
from wireroom.reading.forum.joining import with_joined_pages
from wireroom.reading.same_article import mark_same
from wireroom.records.documents import Document

_PAGES = (".html", ".htm", ".xhtml")
_MADE_FOR = re.compile(r"[_.-]\w+")  # "_files", "-Dateien", "_fichiers", "_archivos"
_LONGEST = 360  # characters of what is wrong, in one line


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
        return mark_same(with_joined_pages(self._each()))

    def report(self, problem: Exception) -> None:
        """Name something that could not be done, and count it."""
        self.failed += 1
        if isinstance(problem, WireroomError):
            line = f"wireroom: {_short(problem.problem)}; try: {problem.hint}"
        else:
            line = f"wireroom: {type(problem).__name__}: {problem}; try: --debug, and report it"
        click.echo(" ".join(line.split()), err=True)
        if self._debug:
            traceback.print_exception(problem, file=sys.stderr)

    @property
    def status(self) -> int:
        """The exit status: 1 when something could not be read."""
        return 1 if self.failed else 0

    def paths(self) -> Iterator[str]:
        """Every file that was named, those of folders and globs in the order of their names."""
        for name in self._names:
            try:
                yield from _expand(name)
            except NotFound as problem:
                self.report(problem)

    def _each(self) -> Iterator[Document]:
        for path in self.paths():
            yield from self._read(path)

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


def _short(said: str) -> str:
    """What is wrong, with the middle of a name left out that would fill the screen."""
    said = " ".join(said.split())
    if len(said) <= _LONGEST:
        return said
    return f"{said[: _LONGEST // 2]}…{said[-_LONGEST // 2 :]}"


def _expand(name: str) -> Iterable[str]:
    """A file as it is; the files of a folder and of a glob in the order of their names."""
    path = Path(name)
    if name == "-" or path.is_file():
        return [name]
    if path.is_dir():
        files = sorted(str(each) for each in path.rglob("*") if _is_meant(each, path))
        if not files:
            raise NotFound(f"{name} is a folder without files", "name another")
        return files
    if path.exists() or path.is_symlink():
        raise NotFound(f"{name} is {_what(path)}", "name a file or a folder")
    found = sorted(each for each in glob.glob(name, recursive=True) if Path(each).is_file())
    if not found:
        raise NotFound(f"there is no {name}", "check the path; quote a pattern like '*.html'")
    return found


def _what(path: Path) -> str:
    if not path.exists():
        return f"a link to {path.readlink()}, which is not there"
    return "a device, a pipe or a socket, not a file"


def _is_meant(path: Path, folder: Path) -> bool:
    """Whether somebody who names a folder means a file in it: not what is hidden, and not the
    pictures and styles that a browser saved along with a page."""
    inside = path.relative_to(folder)
    if not path.is_file() or any(part.startswith(".") for part in inside.parts):
        return False
    return not any(_is_of_page(folder / parent) for parent in inside.parents if parent.name)


@cache
def _is_of_page(folder: Path) -> bool:
    """Whether a browser made the folder for a page beside it: "quay_files" for "quay.html"."""
    return any(
        path.suffix.lower() in _PAGES and _MADE_FOR.fullmatch(folder.name.removeprefix(path.stem))
        for path in folder.parent.iterdir()
        if folder.name.startswith(path.stem)
    )


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
