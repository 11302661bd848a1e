"""What every test stands on: no network, and the real input where it is there."""

import socket
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test opens a connection; an AssertionError, so that no handler of OSError hides it."""

    def refuse(*args: object, **kwargs: object) -> NoReturn:
        raise AssertionError(
            "a test opened a connection: keep a sample under tests/samples/ instead"
        )

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket.socket, "connect_ex", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.fixture
def shared() -> Path:
    """The folder of real input beside the checkout."""
    return SHARED


@pytest.fixture
def samples() -> Path:
    """The project's own samples."""
    return Path(__file__).parent / "samples"


def pytest_collection_modifyitems(
    config: pytest.Config, items: list[pytest.Item]
) -> Iterator[None] | None:
    """Leave out what reads the real input where there is none; pytest_report_header says so."""
    if SHARED.is_dir():
        return None
    needing = [item for item in items if "shared" in getattr(item, "fixturenames", ())]
    config.hook.pytest_deselected(items=needing)
    items[:] = [item for item in items if item not in needing]
    return None


def pytest_report_header() -> str:
    if SHARED.is_dir():
        return "real input: read from the folder shared beside the checkout"
    return "real input: no folder shared beside the checkout; the tests that read it are left out"
