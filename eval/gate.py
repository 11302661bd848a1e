"""Measures the yardsticks and the sets of our own, and refuses figures under their floors.

The yardsticks' sets and scorers lie in a folder ``shared`` beside the checkout; where there is
none, only our own sets are measured, and one line says so.

    python -m eval.gate              everything, against the floors of "full"
    python -m eval.gate --sample     about 20 documents of each set, in at most three minutes
    python -m eval.gate --update     raise floors to what was measured; add those that are missing
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from eval.attribution.labelled_sets import measures_of_sets
from eval.headlines_across import figures_of

HERE = Path(__file__).resolve().parent
YARDSTICKS = HERE.parents[1] / "shared" / "yardsticks"
FLOORS = HERE / "floors.json"
COMMAND = str(HERE.parent / ".venv" / "bin" / "wireroom")
SAMPLE = 20  # documents of each set

# Lower is better: their floor is a ceiling.
CEILINGS = frozenset({"false_alarms", "violations"})
# Of this machine at this moment; script/bench measures speed against something else.
TIMINGS = frozenset({"words_per_s", "documents_per_s"})
# Figures of another machine may differ in the last digit where a sum is taken in another order.
SLACK = 0.0015

Figures = dict[str, dict[str, float]]


def measured(limit: int | None) -> Figures:
    """Every figure of every yardstick and labelled set. What could not be run has none."""
    own = {f"labelled {name}": figures for name, figures in measures_of_sets().items()}
    own["headlines across"] = {name: x.f1 for name, x in figures_of("report").items()}
    if not YARDSTICKS.is_dir():
        sys.stdout.write("no folder shared beside the checkout: only our own sets are measured\n")
        return own
    return own | of_yardsticks(limit)


def of_yardsticks(limit: int | None) -> Figures:
    """Every figure of every yardstick."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder, "figures.json")
        words = [sys.executable, str(YARDSTICKS / "measure.py"), "--command", COMMAND]
        words += ["--json", str(out)] + (["--limit", str(limit)] if limit else [])
        subprocess.run(words, check=True)
        report: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
    return {
        name: {
            key: value
            for key, value in got.get("measures", {}).items()
            if key not in TIMINGS and value is not None
        }
        for name, got in report["yardsticks"].items()
    }


def below(figures: Figures, floors: Figures) -> list[str]:
    """Name each figure that fell under its floor, has none, or was not measured."""
    said = []
    for name, measures in floors.items():
        for key, floor in measures.items():
            value = figures.get(name, {}).get(key)
            if value is None:
                said.append(f"{name} {key}: not measured, its floor is {floor}")
            elif is_worse(key, value, floor):
                said.append(f"{name} {key}: {value} fell under its floor of {floor}")
    for name, measures in figures.items():
        known = floors.get(name, {})
        said += [
            f"{name} {key}: {value} has no floor"
            for key, value in measures.items()
            if key not in known
        ]
    return said


def is_worse(key: str, value: float, floor: float) -> bool:
    """Whether a figure is on the wrong side of its floor."""
    return value > floor + SLACK if key in CEILINGS else value < floor - SLACK


def raised(figures: Figures, floors: Figures) -> Figures:
    """The floors, each at the better of what it was and what was measured."""
    made: Figures = {}
    for name in sorted(figures.keys() | floors.keys()):
        old, new = floors.get(name, {}), figures.get(name, {})
        made[name] = {
            key: (min if key in CEILINGS else max)(each[key] for each in (old, new) if key in each)
            for key in sorted(old.keys() | new.keys())
        }
    return made


def main() -> int:
    parser = argparse.ArgumentParser(description="Hold the figures against their floors.")
    parser.add_argument("--sample", action="store_true", help="about 20 documents of each set")
    parser.add_argument("--update", action="store_true", help="raise floors, never lower one")
    parser.add_argument("--lower", action="store_true", help="with --update: also lower them")
    options = parser.parse_args()
    part = "sample" if options.sample else "full"
    floors: dict[str, Figures] = json.loads(FLOORS.read_text(encoding="utf-8"))
    figures = measured(SAMPLE if options.sample else None)
    if options.update:
        floors[part] = figures if options.lower else raised(figures, floors.get(part, {}))
        FLOORS.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    known = floors.get(part, {})
    if not YARDSTICKS.is_dir():
        known = {name: known[name] for name in known.keys() & figures.keys()}
    said = below(figures, known)
    sys.stdout.write("".join(f"{line}\n" for line in said))
    sys.stdout.write(f"{len(said)} figures below their floors\n" if said else "all figures hold\n")
    return 1 if said else 0


if __name__ == "__main__":
    sys.exit(main())
