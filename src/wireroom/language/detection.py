"""Which language a text is in."""

import re
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

# The languages that news of the regions we know is written in. A wider choice makes short texts
# come out as rarities.
KNOWN = ("en", "ru", "uk", "ar", "fa", "tr", "de", "fr", "es", "it", "nl", "pl", "he", "pt", "el")

_LETTER = re.compile(r"[^\W\d_]")
_ENOUGH = 3  # letters; below that nothing can be told
_SURE, _LIKELY = 0.9, 0.1  # chances, set by eye on a dozen short headlines
_SAMPLE = 4000  # characters read; more does not change the answer


@cache
def _identifier() -> LanguageIdentifier:
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(list(KNOWN))
    return identifier


def detect_language(text: str, expected: str = "en") -> str:
    """ISO 639-1 code of the language of most of ``text``; ``"und"`` if it cannot be told.

    A few words often fit several languages: ``expected`` is taken where the best guess is unsure
    and it is among the likely ones.
    """
    sample = text[:_SAMPLE]
    if len(_LETTER.findall(sample)) < _ENOUGH:
        return "und"
    chances = dict(_identifier().rank(sample))
    best: str = max(chances, key=lambda code: chances[code])
    unsure = chances[best] < _SURE and chances.get(expected, 0.0) > _LIKELY
    return expected if unsure else best
