"""A Chromium, the pages that it opens, and what holds of every visit: no request, no complaint."""

import subprocess
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path
from typing import Protocol

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, Page, Request, expect, sync_playwright

from browser.coast_story import coast_story
from wireroom.cli import main
from wireroom.exports.as_page import as_page

_FIND = Path(__file__).resolve().parents[2] / "script" / "chromium"
_FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
)  # fmt: skip
_PATIENCE = 120_000  # milliseconds; only a page that is broken takes them


class Visit(Protocol):
    """Opens an address: as wide as said, in a colour scheme, with or without scripts, by touch."""

    def __call__(
        self,
        address: str,
        width: int = 1280,
        *,
        dark: bool = False,
        scripts: bool = True,
        touch: bool = False,
    ) -> Page: ...


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One for all tests of a process; a missing one is a failure, and says what to install."""
    found = subprocess.run([_FIND, "--find"], capture_output=True, text=True, check=False)
    if found.returncode:
        pytest.fail(found.stderr.strip())
    expect.set_options(timeout=_PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=found.stdout.strip(), args=list(_FLAGS), timeout=_PATIENCE
        )
        yield browser
        browser.close()


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    """Every page that is visited asks for itself and nothing else, and has nothing to complain."""
    closing: list[Callable[[], None]] = []
    asked: list[tuple[str, str]] = []
    complaints: list[str] = []

    def open_page(
        address: str,
        width: int = 1280,
        *,
        dark: bool = False,
        scripts: bool = True,
        touch: bool = False,
    ) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme="dark" if dark else "light",
            java_script_enabled=scripts,
            has_touch=touch,
            is_mobile=touch,
            reduced_motion="reduce",
        )
        context.set_default_timeout(_PATIENCE)
        closing.append(context.close)
        page = context.new_page()

        def note(request: Request) -> None:
            asked.append((address, request.url.partition("#")[0]))

        context.on("request", note)
        page.on("console", lambda said: complaints.append(f"{said.type}: {said.text}"))
        page.on("pageerror", lambda wrong: complaints.append(str(wrong)))
        page.goto(address)
        return page

    yield open_page
    for close in closing:
        close()
    assert asked
    assert [url for address, url in asked if url != address] == []
    assert complaints == []


@pytest.fixture(scope="session")
def coast(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the coast's report, as a file."""
    path = tmp_path_factory.mktemp("coast") / "coast.html"
    path.write_text(as_page(coast_story()), encoding="utf-8")
    return path.as_uri()


@pytest.fixture(scope="session")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of the bundled sample, written by the command."""
    path = tmp_path_factory.mktemp("harbour") / "harbour.html"
    sample = files("wireroom.samples").joinpath("harbour")
    done = CliRunner().invoke(main, ["report", str(sample), "-o", str(path)])
    assert done.exit_code == 0, done.output
    return path


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@pytest.fixture(scope="session")
def served(harbour: Path) -> Iterator[str]:
    """The address of the same report from a server on this machine."""
    handler = partial(_Quiet, directory=str(harbour.parent))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/{harbour.name}"
        server.shutdown()
