"""What becomes of the workers of a command."""

import json
import subprocess
import sys
from pathlib import Path

from wireroom.cli.working import WORTH_A_PROCESS

COMMAND = "import sys; from wireroom.cli import main; main(sys.argv[1:])"
SENTENCE = "Laiva lähti saarelle keskipäivällä tyynellä säällä. "  # no rules: quickly analysed
AT_MOST = 120  # seconds until somebody who waits for a process gives up


def test_no_worker_outlives_a_command_that_was_killed(tmp_path: Path) -> None:
    text = SENTENCE * (WORTH_A_PROCESS // 4 // len(SENTENCE))
    rows = [{"id": str(n), "text": text[n:], "language": "fi"} for n in range(40)]
    path = tmp_path / "input.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    command = [sys.executable, "-c", COMMAND, "analyse", "--workers", "2", str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stdout.readline()  # from here on there are workers
        running.kill()
        # The workers have this end of the pipe too: it is closed when the last of them is gone.
        running.communicate(timeout=AT_MOST)
