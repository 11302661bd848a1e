"""The languages that have a pack, and who annotates them."""

from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Protocol

from wireroom.language.generic import GenericAnnotator
from wireroom.language.loading import load_pack
from wireroom.plugins import Registry
from wireroom.records.annotations import AnnotatedText
from wireroom.records.languages import LanguagePack
from wireroom.records.spans import Span
from wireroom.text.language_names import language_name


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
        annotator: Callable[[LanguagePack], Annotator],
        upon: str | None = None,
        name: str | None = None,
    ) -> None:
        self.code = code
        self.name = name or language_name(code)
        self.annotator = annotator
        self.upon = upon


def _when_needed(module: str, name: str) -> Callable[[LanguagePack], Annotator]:
    """The annotator of a module that is not imported before one is made: the libraries of a
    language cost a second and a hundred megabytes where none of its texts is read."""

    def make(pack: LanguagePack) -> Annotator:
        annotator: Annotator = getattr(import_module(module), name)(pack)
        return annotator

    return make


LANGUAGES: Registry[Language] = Registry(
    "wireroom.languages",
    [
        Language("en", _when_needed("wireroom.language.en.annotator", "EnglishAnnotator")),
        Language("ru", _when_needed("wireroom.language.ru.annotator", "RussianAnnotator")),
        Language("ar", GenericAnnotator, upon="und"),
        Language("de", GenericAnnotator, upon="und"),
        Language("es", GenericAnnotator, upon="und"),
        Language("fa", GenericAnnotator, upon="und"),
        Language("fr", GenericAnnotator, upon="und"),
        Language("tr", GenericAnnotator, upon="und"),
        Language("uk", GenericAnnotator, upon="und"),
        Language("und", GenericAnnotator, name="any other language"),
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
