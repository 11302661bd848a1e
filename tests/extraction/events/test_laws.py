"""What holds for any annotated text, however broken."""

from hypothesis import given, settings
from hypothesis import strategies as st

from wireroom.extraction.events import find_events
from wireroom.extraction.events.main import find_main_event
from wireroom.language import pack_for
from wireroom.records.analyses import Analysis
from wireroom.records.annotations import AnnotatedText, Token
from wireroom.records.attributions import Attribution
from wireroom.records.documents import Document
from wireroom.records.places import PlaceMention
from wireroom.records.quantities import Quantity
from wireroom.records.spans import Span
from wireroom.records.times import TimeExpression
from wireroom.records.values import Values

WORDS = [
    "rebels",
    "attacked",
    "the",
    "market",
    "killed",
    "bomb",
    "exploded",
    "in",
    "by",
    "Selm",
    "wounded",
    "attack",
    "of",
    "and",
]
LABELS = [
    "nsubj",
    "nsubjpass",
    "dobj",
    "prep",
    "pobj",
    "agent",
    "conj",
    "ccomp",
    "advcl",
    "relcl",
    "compound",
    "amod",
    "ROOT",
]
POS = ["NOUN", "VERB", "ADP", "PROPN", "ADJ", "PRON", "X", ""]


@st.composite
def passages(draw: st.DrawFn) -> tuple[AnnotatedText, Values, tuple[Attribution, ...]]:
    words = draw(st.lists(st.sampled_from(WORDS), max_size=25))
    text, tokens, start = " ".join(words), [], 0
    for index, word in enumerate(words):
        tokens.append(
            Token(
                start,
                start + len(word),
                word,
                word,
                draw(st.sampled_from(POS)),
                draw(st.sampled_from(LABELS)),
                draw(st.integers(0, len(words) - 1)),
                index // 9,
            )
        )
        start += len(word) + 1
    groups = [tokens[i : i + 9] for i in range(0, len(tokens), 9)]
    sentences = tuple(Span(group[0].start, group[-1].end) for group in groups)
    whole = Span(0, len(text))
    annotated = AnnotatedText(text, whole, "en", tuple(tokens), sentences, (), ())
    some = draw(st.lists(st.sampled_from(tokens), max_size=3)) if tokens else []
    values = Values(
        tuple(PlaceMention(t.start, t.end, t.text, "name", "town") for t in some),
        tuple(TimeExpression(t.start, t.end, "DATE", "2020-02-30") for t in some),
        tuple(Quantity(t.start, t.end, 3, 3, None, "person", "killed") for t in some),
    )
    said = tuple(Attribution((), (), (Span(t.start, len(text)),), "indirect") for t in some)
    return annotated, values, said


@settings(deadline=None)
@given(passages())
def test_indexes_are_valid_and_spans_lie_inside(
    passage: tuple[AnnotatedText, Values, tuple[Attribution, ...]],
) -> None:
    annotated, values, said = passage
    events = find_events(annotated, pack_for("en"), values, said)
    assert list(events) == sorted(events, key=lambda event: event.trigger)
    for event in events:
        assert event.mentions[0] == event.trigger
        assert annotated.span.covers(event.trigger)
        assert event.trigger.start < event.trigger.end
        assert event.place is None or event.place < len(values.places)
        assert event.attribution is None or event.attribution < len(said)
        assert all(index < len(values.quantities) for index in event.quantities)
        for one in (*event.actors, *event.targets, *event.instruments):
            assert one.name
            assert all(annotated.span.covers(span) for span in one.spans)
    analysis = Analysis(
        "a",
        "en",
        sentences=annotated.sentences,
        attributions=said,
        places=values.places,
        quantities=values.quantities,
        events=events,
    )
    main = find_main_event(analysis, Document("a", annotated.text))
    assert (main is None) == (not events)
    assert main is None or main.event < len(events)


@given(passages())
@settings(max_examples=20, deadline=None)
def test_the_same_passage_gives_the_same_events(
    passage: tuple[AnnotatedText, Values, tuple[Attribution, ...]],
) -> None:
    annotated, values, said = passage
    pack = pack_for("en")
    assert find_events(annotated, pack, values, said) == find_events(annotated, pack, values, said)
