"""Which language a text is in."""

import re
from functools import cache
from pathlib import Path

import numpy as np
from py3langid.langid import LanguageIdentifier

# The languages that news of the regions we know is written in. A wider choice makes short texts
# come out as rarities. After a change, run script/build-detection.
KNOWN = ("en", "ru", "uk", "ar", "fa", "tr", "de", "fr", "es", "it", "nl", "pl", "he", "pt", "el")

_LETTER = re.compile(r"[^\W\d_]")
_ENOUGH = 3  # letters; below that nothing can be told
_SURE, _LIKELY = 0.9, 0.1  # chances, set by eye on a dozen short headlines
_SAMPLE = 4000  # characters read; more does not change the answer


_MODEL = Path(__file__).with_suffix(".npz")


@cache
def identifier() -> LanguageIdentifier:
    """py3langid with its model for KNOWN alone (see detection.md): the whole one, of 140 classes,
    takes most of a second to unpack."""
    with np.load(_MODEL) as model:
        table = np.tile(model["first"], int(model["rows"]))
        table[np.cumsum(model["distances"], dtype=np.int64)] = model["states"]
        return LanguageIdentifier(
            model["ptc"],
            model["pc"],
            model["classes"].tolist(),
            table.data,
            model["output"].tolist(),
            norm_probs=True,
            tk_row=model["row"].tolist(),
        )


def detect_language(text: str, expected: str = "en") -> str:
    """ISO 639-1 code of the language of most of ``text``; ``"und"`` if it cannot be told.

    A few words often fit several languages: ``expected`` is taken where the best guess is unsure
    and it is among the likely ones.
    """
    sample = text[:_SAMPLE]
    if len(_LETTER.findall(sample)) < _ENOUGH:
        return "und"
    chances = dict(identifier().rank(sample))
    best: str = max(chances, key=lambda code: chances[code])
    unsure = chances[best] < _SURE and chances.get(expected, 0.0) > _LIKELY
    return expected if unsure else best
