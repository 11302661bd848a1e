"""The languages that have a pack, and who annotates them."""

from collections.abc import Callable
from functools import cache
from typing import Protocol

from wireroom.language.en.annotator import EnglishAnnotator
from wireroom.language.generic import GenericAnnotator
from wireroom.language.loading import load_pack
from wireroom.language.ru.annotator import RussianAnnotator
from wireroom.plugins import Registry
from wireroom.records.annotations import AnnotatedText
from wireroom.records.languages import LanguagePack
from wireroom.records.spans import Span


class Annotator(Protocol):
    """Tokens, sentences, names and quotations of one language. Loads its model when first used."""

    def annotate(self, text: str, span: Span) -> AnnotatedText: ...


class Language:
    """One language: how to load its pack, and how to make its annotator.

    ``code`` is ISO 639-1; ``"und"`` is the pack for every language that has none. ``upon`` is the
    language whose lists it has where its own folder has none of that name.
    """

    def __init__(
        self,
        code: str,
        name: str,
        annotator: Callable[[LanguagePack], Annotator],
        upon: str | None = None,
    ) -> None:
        self.code = code
        self.name = name
        self.annotator = annotator
        self.upon = upon


LANGUAGES: Registry[Language] = Registry(
    "wireroom.languages",
    [
        Language("en", "English", EnglishAnnotator),
        Language("ru", "Russian", RussianAnnotator),
        Language("ar", "Arabic", GenericAnnotator, upon="und"),
        Language("de", "German", GenericAnnotator, upon="und"),
        Language("es", "Spanish", GenericAnnotator, upon="und"),
        Language("fa", "Persian", GenericAnnotator, upon="und"),
        Language("fr", "French", GenericAnnotator, upon="und"),
        Language("tr", "Turkish", GenericAnnotator, upon="und"),
        Language("uk", "Ukrainian", GenericAnnotator, upon="und"),
        Language("und", "any other language", GenericAnnotator),
    ],
)


@cache
def pack_for(code: str) -> LanguagePack:
    """The pack of a language, under that language's own code; the generic one where it has none."""
    known = {language.code: language for language in LANGUAGES}
    return load_pack(code, known[code if code in known else "und"])


@cache
def _annotator(code: str) -> Annotator:
    known = {language.code: language for language in LANGUAGES}
    return known[code if code in known else "und"].annotator(pack_for(code))


def annotator_for(pack: LanguagePack) -> Annotator:
    """The annotator of the pack's language; one a process, because its model is large."""
    return _annotator(pack.code)
