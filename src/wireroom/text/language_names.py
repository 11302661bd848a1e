"""What languages are called in English."""

NAMES = {
    "ar": "Arabic",
    "de": "German",
    "el": "Greek",
    "en": "English",
    "es": "Spanish",
    "fa": "Persian",
    "fr": "French",
    "he": "Hebrew",
    "it": "Italian",
    "nl": "Dutch",
    "pl": "Polish",
    "pt": "Portuguese",
    "ru": "Russian",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "und": "an unknown language",
}


def language_name(code: str) -> str:
    """The name of an ISO 639-1 code; a code that is not known is shown as it is."""
    return NAMES.get(code, f"the language “{code}”")
