"""Whether two names of speakers are one: conservatively, because a wrong merge puts words in
somebody's mouth.
"""

from collections import Counter
from collections.abc import Iterable, Mapping

from wireroom.text.folding import fold

# Cyrillic letters by their most usual Latin spelling in news. A key to compare by, not a
# transliteration to show: a name merges only where the two come out letter for letter the same.
_LATIN = {
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "є": "ye", "ж": "zh",
    "з": "z", "и": "i", "і": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p",
    "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh",
    "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya",
}  # fmt: skip
_TABLE = str.maketrans(_LATIN)


def name_key(name: str) -> str:
    """What a name is compared by: folded, and in Latin letters where it is in Cyrillic.

    >>> name_key("Помпео") == name_key("POMPEO")
    True
    """
    return fold(name).translate(_TABLE)


def merge_names(names: Iterable[tuple[str, bool]]) -> Mapping[str, str]:
    """For each name, the key of the speaker that it is held to be; persons are marked True.

    Names with the same key are one. A person named by one word is the person of the same last
    word where the names have just one such ("Pompeo", "Mike Pompeo"); where there are two,
    nothing is merged.
    """
    known = sorted(set(names))
    full: dict[str, set[str]] = {}
    for name, is_person in known:
        words = name_key(name).split()
        if is_person and len(words) > 1:
            full.setdefault(words[-1], set()).add(" ".join(words))
    merged: dict[str, str] = {}
    for name, is_person in known:
        key = name_key(name)
        candidates = full.get(key, ()) if is_person and " " not in key else ()
        target = next(iter(candidates)) if len(candidates) == 1 else key
        if is_person or name not in merged:
            merged[name] = target
    return merged


def most_usual(names: Iterable[str]) -> str:
    """The name to show: the one with most words, then the most frequent, then the first by letters.

    A name in Latin letters goes before one in others of the same length.
    """
    counted = Counter(names)
    return min(
        counted, key=lambda name: (-len(name.split()), not name.isascii(), -counted[name], name)
    )
