"""Which line of a post is the translation of which other, across scripts.

Two lines are held to say the same where their marks come in the same order, their numbers are
the same, their lengths are comparable and their names sound alike. No dictionary is used; two
languages in one script are not told apart.
"""

import re
from bisect import bisect_left
from collections.abc import Mapping
from difflib import SequenceMatcher
from typing import NamedTuple

from wireroom.reading.scripts import find_script

# Set by hand on invented posts; no measure exists for them.
_NEAREST = 12  # originals before a line that it is compared with
_COMPARED = 800  # characters
_ENOUGH = 0.7
_LEAST_EVIDENCE = 3  # marks, and twice the names and numbers
_NAME_WEIGHT = 0.1
_WITHOUT_MARKS = 0.5
_LENGTHS = (0.4, 2.5)  # of a translation to its original, in characters

_MARK = re.compile(r"[.,:;?!()]|[«»\"“”„]|(?<=\s)[-–—](?=\s)")
_SAME_MARK = str.maketrans(dict.fromkeys("«»“”„", '"') | dict.fromkeys("–—", "-"))
_NUMBER = re.compile(r"\d+")
_NAME = re.compile(r"\b[^\W\d_a-zа-яё][\w-]{2,}")
_LATIN = str.maketrans(
    dict(
        zip(
            "абвгдеёзийклмнопрстуфхыэіїєґ",
            "abvgdeeziiklmnoprstufhieiieg",
            strict=True,
        )
    )
    | {"ж": "zh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sh", "ю": "iu", "я": "ia"}
    | {"ъ": "", "ь": "", "y": "i", "q": "k", "c": "k", "j": "dzh", "w": "v", "x": "ks"}
)
_SOUND = 4  # letters by which two names are held to sound alike


class _Shape(NamedTuple):
    """What is compared of a line."""

    script: str | None
    length: int
    numbers: tuple[str, ...]
    marks: str
    names: frozenset[str]


def pair_lines(originals: Mapping[int, str], others: Mapping[int, str]) -> dict[int, int]:
    """For positions of ``others`` the position of the line that each is a translation of.

    Both map a position in the post to a text. An original stands before its translation, not far
    off, has one translation at most and is in another script. The most alike go first.
    """
    if not others:
        return {}
    here = sorted(originals)
    shapes = {position: _shape(originals[position]) for position in here}
    scored = []
    for there in sorted(others):
        other = _shape(others[there])
        until = bisect_left(here, there)
        scored += [
            (-score, there, position)
            for position in here[max(0, until - _NEAREST) : until]
            if (score := _likeness(shapes[position], other)) >= _ENOUGH
        ]
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, there, position in sorted(scored):
        if there not in pairs and position not in taken:
            pairs[there] = position
            taken.add(position)
    return pairs


def _likeness(original: _Shape, other: _Shape) -> float:
    """0 to 1: how much one line looks like another in another script; 0 in the same."""
    if original.script == other.script or original.numbers != other.numbers:
        return 0.0
    if not _LENGTHS[0] <= other.length / max(1, original.length) <= _LENGTHS[1]:
        return 0.0
    names = original.names & other.names
    if len(original.marks) + 2 * len(names) + 2 * len(original.numbers) < _LEAST_EVIDENCE:
        return 0.0
    matcher = SequenceMatcher(None, original.marks, other.marks, autojunk=False)
    alike = matcher.ratio() if original.marks else _WITHOUT_MARKS
    return min(1.0, alike + _NAME_WEIGHT * len(names))


def _shape(text: str) -> _Shape:
    begin = text[:_COMPARED]
    names = (name.lower().translate(_LATIN) for name in _NAME.findall(begin))
    return _Shape(
        find_script(begin),
        len(text),
        tuple(sorted(_NUMBER.findall(begin))),
        "".join(_MARK.findall(begin)).translate(_SAME_MARK),
        frozenset(name[:_SOUND] for name in names if len(name) >= _SOUND),
    )
