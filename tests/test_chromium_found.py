"""script/chromium: finds a browser, gets one where it may, and else says in one line what to do."""

import subprocess
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[1] / "script" / "chromium"
TOOLS = ("sh", "mktemp", "rm", "tail", "cat", "chmod")


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """The programs of a machine without a browser, where root is asked for."""
    for tool in TOOLS:
        found = subprocess.run(
            ["/bin/sh", "-c", f"command -v {tool}"], capture_output=True, text=True, check=True
        )
        (tmp_path / tool).symlink_to(found.stdout.strip())
    _program(tmp_path / "id", "echo 0")
    return tmp_path


def _program(path: Path, lines: str) -> None:
    path.write_text(f"#!/bin/sh\n{lines}\n", encoding="utf-8")
    path.chmod(0o755)


def _run(machine: Path, *options: str, chromium: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["/bin/sh", SCRIPT, *options],
        env={"PATH": str(machine), "CHROMIUM": chromium},
        capture_output=True,
        text=True,
        check=False,
    )


def _apt(machine: Path, install: str) -> None:
    _program(
        machine / "apt-get",
        f'echo "$*" >>{machine}/asked; [ "$1" = update ] || {{ {install}; }}',
    )


def test_what_is_on_the_machine_is_taken(machine: Path) -> None:
    _program(machine / "chromium-browser", "true")
    found = _run(machine)
    assert (found.returncode, found.stdout) == (0, f"{machine}/chromium-browser\n")


def test_what_is_named_comes_first(machine: Path) -> None:
    _program(machine / "chromium", "true")
    _program(machine / "mine", "true")
    assert _run(machine, chromium=f"{machine}/mine").stdout == f"{machine}/mine\n"


def test_root_gets_the_packages_of_debian(machine: Path) -> None:
    _apt(machine, f'echo "#!/bin/sh" >{machine}/chromium && chmod +x {machine}/chromium')
    done = _run(machine)
    assert (done.returncode, done.stdout) == (0, f"{machine}/chromium\n")
    asked = (machine / "asked").read_text(encoding="utf-8").splitlines()
    assert asked[0] == "update"
    assert asked[1].endswith(" chromium fonts-noto-core")


def test_what_cannot_be_had_is_named_in_one_line(machine: Path) -> None:
    alone = _run(machine)
    assert (alone.returncode, alone.stdout) == (1, "")
    assert alone.stderr.count("\n") == 1
    assert "apt-get install chromium fonts-noto-core" in alone.stderr
    _apt(machine, "false")
    assert _run(machine).stderr.endswith(alone.stderr)
    assert _run(machine, "--find").stderr == alone.stderr
    _program(machine / "id", "echo 1000")
    assert _run(machine).stderr == alone.stderr
