"""A small story of the harbour world, with every kind of finding, made by hand."""

from dataclasses import replace

from wireroom.records.analyses import AnalysedDocument, Analysis, PassageFinding
from wireroom.records.attributions import Attribution, SpeakerKind, Stance
from wireroom.records.comparisons import Comparison, Event, Report
from wireroom.records.disputes import Dispute, DisputedValue
from wireroom.records.documents import Document, Part, Post
from wireroom.records.events import EventReport, MainEvent, Participant
from wireroom.records.headlines import HeadlineFinding, Mismatch
from wireroom.records.links import ChainLink, Evidence, Origin, Reuse
from wireroom.records.passages import Passage
from wireroom.records.places import GazetteerEntry, PlaceMention
from wireroom.records.quantities import Quantity
from wireroom.records.spans import Span
from wireroom.records.stories import Story
from wireroom.records.times import TimeExpression
from wireroom.stories import build_story

WIRE = (
    "PORT ALBA (Northwire) - A warehouse burned in Port Alba on Monday. “At least 12 dockers"
    " were hurt,” said harbour master Ilse Varga.\nThe union blamed the owners, Varga said.\n"
)
BEACON = (
    "Nine dockers were hurt when a warehouse burned in Port Alba on Monday, Varga told the"
    " Daily Beacon. The owners, Fjord Cold Storage, denied any fault. <script>alert(1)</script>\n"
)
ARABIC = "قالت فارغا إن اثني عشر عاملا أصيبوا في بورت ألبا يوم الاثنين.\n"
FIRST = "I saw the smoke from the pier on Monday evening, it was no accident.\n"
RUSSIAN = "Пожар в Порт-Гельме\nВ Порт-Альбе сгорел склад, сообщила Варга.\n"
ENGLISH = "Fire in Port Helm\nA warehouse burned down in Port Alba, Varga reported.\n"
QUOTED = "it was no accident\n"
REPLY = "Who says so? \u202eNobody here\u202c knows.\n"
BAR = "Top Bottom\n"
THREAD = FIRST + RUSSIAN + ENGLISH + QUOTED + REPLY + BAR

VARGA_IN_RUSSIAN = ("Варга", "сообщила", "В Порт-Альбе сгорел склад")

PORT = GazetteerEntry("Port Alba", 61.25, 5.5, "town", 900001, "NO", "Vestland")


def at(text: str, words: str, after: int = 0) -> Span:
    """Where some words stand."""
    start = text.index(words, after)
    return Span(start, start + len(words))


def _sentences(text: str, *beginnings: str) -> tuple[Span, ...]:
    starts = [text.index(words) for words in beginnings]
    ends = [*starts[1:], len(text)]
    return tuple(
        Span(start, start + len(text[start:end].rstrip()))
        for start, end in zip(starts, ends, strict=True)
    )


def _says(
    text: str,
    words: tuple[str, str, str],
    speaker: str | None,
    kind: SpeakerKind | None = "person",
    stance: Stance = "asserts",
) -> Attribution:
    source, cue, content = words
    return Attribution(
        (at(text, source),) if source else (),
        (at(text, cue),) if cue else (),
        (at(text, content),) if content else (),
        "direct" if content.startswith("“") else "indirect",
        stance,
        speaker,
        kind,
        reason=f"cue '{cue}' with subject '{source}'",
        family="stance" if stance == "denies" else "speech",
    )


def _wire() -> AnalysedDocument:
    document = Document(
        "wire-1",
        WIRE,
        title="Twelve hurt in Port Alba blaze",
        outlet="Northwire",
        published="2019-12-23T20:10:00+01:00",
        url="https://northwire.example/1",
        provenance={"outlet": "page text"},
    )
    analysis = Analysis(
        "wire-1",
        "en",
        (Passage(0, len(WIRE), "article", "en", document.published, "Northwire"),),
        _sentences(WIRE, "PORT", "“At least", "The union"),
        (
            _says(
                WIRE,
                ("harbour master Ilse Varga", "said", "“At least 12 dockers were hurt,”"),
                "Ilse Varga",
            ),
            _says(WIRE, ("The union", "blamed", "the owners"), "the union", "unnamed"),
        ),
        (),
        (PlaceMention(*at(WIRE, "Port Alba"), "Port Alba", "name", "town", (PORT,), "in full"),),
        (TimeExpression(*at(WIRE, "Monday"), "DATE", "2019-12-23", "against 2019-12-23"),),
        (
            Quantity(
                *at(WIRE, "At least 12 dockers"), 12, 12, None, "docker", "injured", None, "“hurt”"
            ),
        ),
        (
            EventReport(
                at(WIRE, "burned"),
                "ASSAULT",
                "arson",
                targets=(Participant((at(WIRE, "A warehouse"),), "warehouse", "facility"),),
                place=0,
                date="2019-12-23",
                quantities=(0,),
                attribution=0,
                certainty="reported",
                mentions=(at(WIRE, "hurt"),),
                reason="trigger 'burned' with a building",
            ),
        ),
        MainEvent(0, "2019-12-23", 0),
        HeadlineFinding(
            "agrees",
            (Mismatch("number", Span(0, 6), at(WIRE, "At least 12"), "a bound is left out"),),
            "the same toll and place",
        ),
    )
    return AnalysedDocument(document, analysis)


def _beacon() -> AnalysedDocument:
    document = Document("b/2", BEACON, outlet="Daily Beacon", published="2019-12-24")
    analysis = Analysis(
        "b/2",
        "en",
        (Passage(0, len(BEACON), "article", "en", "2019-12-24", "Daily Beacon"),),
        _sentences(BEACON, "Nine", "The owners"),
        (
            _says(BEACON, ("Varga", "told", "Nine dockers were hurt"), "Varga"),
            _says(
                BEACON,
                ("The owners, Fjord Cold Storage", "denied", "any fault"),
                "Fjord Cold Storage",
                "organisation",
                "denies",
            ),
        ),
        quantities=(
            Quantity(*at(BEACON, "Nine dockers"), 9, 9, 9, "docker", "injured", None, "“hurt”"),
        ),
        events=(
            EventReport(at(BEACON, "burned"), "ASSAULT", "arson", quantities=(0,), attribution=0),
        ),
    )
    return AnalysedDocument(document, analysis)


def _arabic() -> AnalysedDocument:
    document = Document("ar-3", ARABIC, outlet="صحيفة الميناء", language="ar")
    analysis = Analysis(
        "ar-3",
        "ar",
        (Passage(0, len(ARABIC), "article", "ar"),),
        (Span(0, len(ARABIC) - 1),),
        (_says(ARABIC, ("فارغا", "قالت", "اثني عشر عاملا أصيبوا"), "فارغا"),),
        events=(EventReport(at(ARABIC, "أصيبوا"), "ASSAULT", attribution=0),),
    )
    return AnalysedDocument(document, analysis)


def _thread() -> AnalysedDocument:
    bounds = [0]
    for piece in (FIRST, RUSSIAN, ENGLISH, QUOTED, REPLY, BAR):
        bounds.append(bounds[-1] + len(piece))
    one = Post(
        1,
        0,
        bounds[3],
        None,
        ("Harbour Member",),
        "2019-12-25",
        parts=(
            Part("own", 0, bounds[1]),
            Part(
                "pasted",
                bounds[1],
                bounds[2],
                title="Пожар в Порт-Гельме",
                outlet="Kolsky Vestnik",
                published="2019-12-24T09:15",
                language="ru",
            ),
            Part(
                "translation",
                bounds[2],
                bounds[3],
                title="Fire in Port Helm",
                language="en",
                translation_of=1,
            ),
        ),
    )
    two = Post(
        2,
        bounds[3],
        bounds[6],
        None,
        ("Old Hand", "Pier 4"),
        "2019-12-26",
        edited=True,
        parts=(
            Part("quote", bounds[3], bounds[4], quotes_post=1),
            Part("own", bounds[4], bounds[5]),
            Part("furniture", bounds[5], bounds[6]),
        ),
    )
    document = Document(
        "thread", THREAD, kind="thread", title="The fire in the port", posts=(one, two)
    )
    return AnalysedDocument(document, _thread_analysis(bounds))


def _thread_analysis(bounds: list[int]) -> Analysis:
    russian = Passage(
        bounds[1], bounds[2], "pasted", "ru", "2019-12-24T09:15", "Kolsky Vestnik", None,
        "Пожар в Порт-Гельме", Span(bounds[1], bounds[1] + 19), post=1, part=1,
    )  # fmt: skip
    return Analysis(
        "thread",
        "en",
        (
            Passage(0, bounds[1], "own", "en", "2019-12-25", post=1, part=0),
            russian,
            Passage(
                bounds[2], bounds[3], "translation", "en", title="Fire in Port Helm",
                title_span=Span(bounds[2], bounds[2] + 17), post=1, part=2,
            ),
            Passage(bounds[3], bounds[4], "quote", "en", post=2, part=0),
            Passage(bounds[4], bounds[5], "own", "en", post=2, part=1),
        ),
        tuple(Span(start, end - 1) for start, end in zip(bounds, bounds[1:], strict=False)),
        (
            replace(_says(THREAD, VARGA_IN_RUSSIAN, "Варга"), inside=1),
            Attribution(
                (), (), (russian.span,), "direct", "asserts", "Kolsky Vestnik", "outlet", 2
            ),
            Attribution((), (), (Span(0, bounds[3]),), "direct", "asserts", "post 1", "post"),
        ),
        events=(
            EventReport(at(THREAD, "smoke"), "ASSAULT", mentions=(), certainty="alleged"),
            EventReport(at(THREAD, "сгорел"), "ASSAULT", attribution=0, certainty="reported"),
        ),
        passage_headlines=(
            PassageFinding(
                1,
                HeadlineFinding(
                    "agrees",
                    (
                        Mismatch(
                            "place",
                            Span(8, 19),
                            at(THREAD, "Порт-Альбе"),
                            "two towns far apart",
                        ),
                    ),
                    "one fire in both",
                ),
            ),
        ),
    )  # fmt: skip


def made_documents() -> tuple[AnalysedDocument, ...]:
    """Two articles in English, one in Arabic, and a thread with a Russian piece pasted into it."""
    return _wire(), _beacon(), _arabic(), _thread()


def made_comparison() -> Comparison:
    """One event that all report, in dispute, and one that only the thread has."""
    reports = (
        Report("wire-1", 0, True, "same place and day"),
        Report("b/2", 0, True, "same place and day"),
        Report("ar-3", 0, True, "same toll and day"),
        Report("thread", 1, True, "same place"),
    )
    varga = Evidence("wire-1", at(WIRE, "harbour master Ilse Varga"))
    origins = (
        Origin(
            "official", "Ilse Varga", True, ("wire-1", "b/2"), "both have it from her", (varga,)
        ),
        Origin("outlet", None, False, ("ar-3", "thread"), "nothing shows where they have it from"),
    )
    dispute = Dispute(
        "injured",
        (
            DisputedValue(
                "at least 12",
                ("wire-1", "ar-3"),
                (
                    Evidence("wire-1", at(WIRE, "At least 12 dockers")),
                    Evidence("ar-3", at(ARABIC, "اثني عشر عاملا")),
                ),
                ("Ilse Varga",),
            ),
            DisputedValue("9", ("b/2",), (Evidence("b/2", at(BEACON, "Nine dockers")),)),
        ),
        "the ranges do not meet",
    )
    fire = Event(
        "event/1", "Warehouse fire in Port Alba", "ASSAULT", "2019-12-23", "Port Alba",
        reports, origins, (dispute,),
    )  # fmt: skip
    smoke = Event(
        "event/2", "Smoke over the pier", "ASSAULT", None, None,
        (Report("thread", 0, False),),
        (Origin("witness", "post 1", True, ("thread",), "says that they saw it"),),
    )  # fmt: skip
    shared = at(WIRE, "a warehouse burned".replace("a w", "A w") + " in Port Alba on Monday")
    return Comparison(
        (fire, smoke),
        (
            Reuse(
                Evidence("wire-1", shared),
                Evidence("b/2", at(BEACON, "a warehouse burned in Port Alba on Monday")),
                "near-copy",
                True,
                0.42,
                "eight words in a row",
            ),
        ),
        (
            ChainLink(varga, "Ilse Varga", False, "cited", "named as speaker"),
            ChainLink(
                Evidence("b/2", at(BEACON, "a warehouse burned in Port Alba on Monday")),
                "wire-1",
                True,
                "copied",
                "the same words, a day later",
            ),
        ),
        (),
    )


def made_story() -> Story:
    """The story as ``build_story`` makes it."""
    return build_story("The fire in Port Alba", made_documents(), made_comparison())
