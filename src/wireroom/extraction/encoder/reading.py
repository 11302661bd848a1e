"""The text that the model reads: a passage whose sentences each run on one line."""

from wireroom.records.annotations import AnnotatedText


def flowing(annotated: AnnotatedText) -> str:
    """The passage with spaces for the line breaks within its sentences; offsets are kept.

    A program may have wrapped the text; where the model was trained, one had.
    """
    span, text = annotated.span, annotated.text
    parts, at = [], span.start
    for sentence in annotated.sentences:
        start, end = max(at, sentence.start), min(span.end, sentence.end)
        if start < end:
            parts += [text[at:start], text[start:end].replace("\n", " ")]
            at = end
    return "".join([*parts, text[at : span.end]])
