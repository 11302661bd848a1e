"""What an engine runs on each of its processors: it hands parts to a process, and outlives it."""

import json
import os
import subprocess
import sys
from collections import Counter
from select import select
from typing import Any

# A process that says nothing for so long hangs: three minutes are the longest that a text takes.
_LONGEST = 1_800
COMMAND = [sys.executable, "-P", "-m", "wireroom.batch.child"]
_MOST_DEATHS = 2  # over one record, which is then left out


class PartWorker:
    """Does parts one after the other in a process of its own, which it starts anew where it dies.

    Both engines keep one for each processor that they use.
    """

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._child: subprocess.Popen[bytes] | None = None

    def run(self, part: str) -> str:
        """Do a part, and say in JSON how many rows it has, or why it could not be done."""
        deaths: Counter[int] = Counter()
        while True:
            lost = [record for record, times in deaths.items() if times >= _MOST_DEATHS]
            at, answer = self._ask({"part": json.loads(part), "folder": self._folder, "lost": lost})
            if answer is not None:
                return json.dumps(answer)
            self.close()
            deaths[at] += 1
            if deaths[at] > _MOST_DEATHS or (at < 0 and deaths[at] == _MOST_DEATHS):
                return json.dumps({"failed": "the process dies before it can begin a record"})

    def close(self) -> None:
        """End the process, if there is one."""
        if self._child is not None:
            with self._child as child:
                child.kill()
            self._child = None

    def _ask(self, task: dict[str, Any]) -> tuple[int, dict[str, Any] | None]:
        """The record that was under way last, and the answer; None where the process died."""
        child = self._child = self._child or _started()
        assert child.stdin is not None
        assert child.stdout is not None
        at = -1
        try:
            child.stdin.write(json.dumps(task).encode() + b"\n")
        except BrokenPipeError:
            return at, None
        while select([child.stdout], (), (), _LONGEST)[0] and (line := child.stdout.readline()):
            answer: dict[str, Any] = json.loads(line)
            if "at" not in answer:
                return at, answer
            at = answer["at"]
        return at, None


def _started() -> "subprocess.Popen[bytes]":
    """A process that finds what this one finds, and that an interrupt from the keyboard spares:
    it ends when this one does."""
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
        "OMP_NUM_THREADS": "1",  # there is one process for each processor already
    }
    return subprocess.Popen(
        COMMAND,
        bufsize=0,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        start_new_session=True,
        env=environment,
    )
