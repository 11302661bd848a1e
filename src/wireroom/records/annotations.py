"""A passage with its tokens, sentences, names and quotations."""

from dataclasses import dataclass

from wireroom.records.spans import Span


@dataclass(frozen=True, slots=True)
class Token:
    """One token. ``start`` and ``end`` count in the Document's text.

    ``pos`` is a Universal Dependencies part of speech. ``dep`` is the relation to the token at
    index ``head`` (its own index at the root): for English ClearNLP's labels as spaCy has them
    (``nsubj``, ``nsubjpass``, ``dobj``, ``prep``, ``pobj``, ``ccomp``, ``agent``, …), for Russian
    Universal Dependencies v2 (``nsubj``, ``nsubj:pass``, ``obj``, ``obl``, ``parataxis``, …); both
    are empty where no parser was run. ``feats`` are morphological features as
    ``Case=Nom|Number=Sing``, sorted. ``sentence`` is the index of its sentence.
    """

    start: int
    end: int
    text: str
    lemma: str
    pos: str
    dep: str
    head: int
    sentence: int
    feats: str = ""


@dataclass(frozen=True, slots=True)
class Entity:
    """A name. ``type`` is PERSON, GROUP, ORGANIZATION, PLACE, FACILITY, VEHICLE, WEAPON, …

    ``name`` is the name in its plain form (nominative, without "the" and "'s").
    """

    start: int
    end: int
    type: str
    name: str

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks, the marks included. ``depth`` is 0 for the outermost.

    ``closed`` is False where a paragraph ends before the closing mark.
    """

    start: int
    end: int
    depth: int = 0
    closed: bool = True

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class AnnotatedText:
    """One passage, annotated. All offsets count in the Document's text, not in the passage.

    ``text`` is the whole text of the Document; ``span`` is the stretch that was annotated.
    ``sentences`` are in order and do not overlap; ``tokens`` are in order of their start.
    """

    text: str
    span: Span
    language: str
    tokens: tuple[Token, ...]
    sentences: tuple[Span, ...]
    entities: tuple[Entity, ...]
    quotations: tuple[Quotation, ...]
