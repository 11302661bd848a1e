"""Document to annotated text: which language, and its tokens, sentences, names, quotations."""

from wireroom.language.detection import detect_language
from wireroom.language.passages import split_passages
from wireroom.language.registry import annotator_for, pack_for
from wireroom.records.annotations import AnnotatedText
from wireroom.records.languages import LanguagePack
from wireroom.records.spans import Span

__all__ = ["annotate", "detect_language", "pack_for", "split_passages"]


def annotate(text: str, span: Span, pack: LanguagePack) -> AnnotatedText:
    """Annotate the stretch ``span`` of ``text`` in the pack's language.

    All offsets in the result count in ``text``. A language without an annotator of its own gets
    sentences, words and quotations, and no names and no syntax.
    """
    return annotator_for(pack).annotate(text, span)
