"""Names of people in the nominative: Анны Лисиной is Анна Лисина."""

from collections.abc import Callable

_FEMALE = (
    ("ской", "ская"),
    ("цкой", "цкая"),
    ("скую", "ская"),
    ("цкую", "цкая"),
    ("овой", "ова"),
    ("евой", "ева"),
    ("ёвой", "ёва"),
    ("иной", "ина"),
    ("ыной", "ына"),
    ("ову", "ова"),
    ("еву", "ева"),
    ("ёву", "ёва"),
    ("ину", "ина"),
    ("ыну", "ына"),
    ("овною", "овна"),
    ("овной", "овна"),
    ("евной", "евна"),
    ("овне", "овна"),
    ("евне", "евна"),
    ("овны", "овна"),
    ("евны", "евна"),
    ("овну", "овна"),
    ("евну", "евна"),
)
_MALE = tuple(
    (stem + ending, stem)
    for stem in ("ов", "ев", "ёв", "ин", "ын")
    for ending in ("а", "у", "ым", "е", "ом")
) + tuple(
    (stem + ending, stem + "ий") for stem in ("ск", "цк") for ending in ("ого", "ому", "им", "ом")
)
_ENDINGS = {"Fem": _FEMALE, "Masc": _MALE}
_SHORTEST = 5  # letters: shorter words are as likely to be first names


def nominative(word: str, case: str, gender: str, lemma: Callable[[str], str]) -> str:
    """One word of a person's name as the person is called.

    ``case`` and ``gender`` are those of Universal Dependencies; ``lemma`` gives the dictionary
    form for words whose ending tells nothing.
    """
    if case in ("Nom", "") or not word[:1].isupper():
        return word
    for ending, plain in _ENDINGS.get(gender, ()):
        if word.endswith(ending) and len(word) >= _SHORTEST:
            return word[: len(word) - len(ending)] + plain
    found = lemma(word)
    return "-".join(part.capitalize() for part in found.split("-"))


_CLOSERS = {"«": "»", '"': '"', "“": "”"}
_LONGEST = 60  # characters of a title


def with_title(text: str, start: int, end: int) -> int:
    """Where a name ends whose last quotation mark a recogniser left open: РИА «Волна»."""
    words = text[start:end]
    for opening, closing in _CLOSERS.items():
        at = words.rfind(opening)
        is_open = words.count(opening) > (0 if opening == closing else words.count(closing))
        if at < 0 or not is_open or (opening == closing and words.count(opening) % 2 == 0):
            continue
        last = text.find(closing, start + at + 1, start + at + _LONGEST)
        if last >= end - 1 and "\n" not in text[start:last]:
            return last + 1
    return end
