"""Text that a wire sent in capitals, in the case that a parser knows."""

import re

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_CAPITALS = 0.85  # share of capitals among the letters above which a paragraph was typed in them
_ENOUGH = 25  # letters; a shorter line in capitals is a headline or a name
_SENTENCE_START = re.compile(r"(?:^|[.!?][\"”»)\]]*\s+|--\s+|\]\s*)[\"“«(\[]*$")


def is_capitals(text: str) -> bool:
    """Whether nearly every letter of a paragraph is a capital."""
    letters = [char for char in text if char.isalpha()]
    return len(letters) >= _ENOUGH and sum(map(str.isupper, letters)) > _CAPITALS * len(letters)


def truecase(text: str, lowercase: frozenset[str]) -> str:
    """The same characters, with small letters in the words of ``lowercase`` and after the first
    letter of every other. The result is as long as ``text``, so that offsets hold.

    Acronyms come out as names do ("Nato"): nothing in capitals tells them apart.
    """

    def recase(found: re.Match[str]) -> str:
        word = found.group()
        lower = word.lower()
        if len(lower) != len(word):  # a few letters change length; leave them alone
            return word
        starts = _SENTENCE_START.search(text, max(0, found.start() - 8), found.start())
        if not starts and lower.replace("’", "'") in lowercase:
            return lower
        return word[0] + lower[1:]

    return _WORD.sub(recase, text)
