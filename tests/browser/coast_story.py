"""An invented story of a coast, in three scripts, with every way in which a place can be known."""

from dataclasses import dataclass

from wireroom.records.analyses import AnalysedDocument, Analysis
from wireroom.records.comparisons import Comparison, Event, Report
from wireroom.records.disputes import Dispute, DisputedValue
from wireroom.records.documents import Document
from wireroom.records.events import EventReport, EventType
from wireroom.records.links import Evidence
from wireroom.records.places import GazetteerEntry, PlaceMention
from wireroom.records.spans import Span
from wireroom.records.stories import Story
from wireroom.stories import build_story

SELWYN = GazetteerEntry("Port Selwyn", 69.73, 30.05, "town", 900001, "NO", "Finnmark")
QUAY = GazetteerEntry("Quay 4", 69.75, 30.60, "point", None, "NO", "Finnmark")
DIVISION = GazetteerEntry("Vestland", 60.9, 6.5, "region", 12110600, "NO", "Vestland")
QUARTER = GazetteerEntry("Old Harbour", 69.60, 29.20, "district", None, "NO", "Finnmark")
ARABIC = "أعلن الميناء أن حريقا اندلع في فستلاند يوم الخميس."


@dataclass(frozen=True, slots=True)
class _Account:
    """A Document of one sentence, which tells of one event on a day."""

    id: str
    outlet: str
    text: str
    trigger: str
    place: str
    entry: GazetteerEntry | None
    day: str
    type: EventType = "ASSAULT"
    language: str = "en"


_ACCOUNTS = (
    _Account(
        "wire", "Skerry Wire", "Rockets hit a depot in Port Selwyn on Monday.", "hit",
        "Port Selwyn", SELWYN, "2025-03-03",
    ),
    _Account(
        "gazeta", "Береговая газета", "В понедельник ракеты попали в склад на причале 4.",
        "попали", "причале 4", QUAY, "2025-03-03", language="ru",
    ),
    _Account(
        "mina", "صوت الميناء", ARABIC, "اندلع", "فستلاند", DIVISION, "2025-03-13", language="ar",
    ),
    _Account(
        "crowd", "Skerry Wire", "Dockers marched through the Old Harbour on Thursday.", "marched",
        "Old Harbour", QUARTER, "2025-03-20", "PROTEST",
    ),
    _Account(
        "unknown", "Tidings", "A shed burned in Nowhere Sound on Sunday.", "burned",
        "Nowhere Sound", None, "2025-03-30",
    ),
)  # fmt: skip
_GONE = Span(900, 905)  # characters that no Document has


def coast_story() -> Story:
    """Five accounts of four events; of one event two places are told, and one place has no words.

    On the map: Port Selwyn and Quay 4 (rivals), Vestland (an area), Old Harbour (a ring).
    """
    documents = tuple(_analysed(account) for account in _ACCOUNTS)
    rivals = tuple(
        DisputedValue(one.place, (one.id,), (Evidence(one.id, _at(one, one.place)),))
        for one in _ACCOUNTS[:2]
    )
    hit = Event(
        "e1", "Rockets on a depot", "ASSAULT", "2025-03-03", "Port Selwyn",
        (Report("wire", 0, True), Report("gazeta", 0, True)), (),
        (Dispute("place", rivals, "they lie apart"),),
    )  # fmt: skip
    others = [
        Event(f"e{at}", one.text, one.type, one.day, one.place, (Report(one.id, 0, True),))
        for at, one in enumerate(_ACCOUNTS[2:], 2)
    ]
    return build_story("Fires on the coast", documents, Comparison((hit, *others), (), (), ()))


def _at(account: _Account, words: str) -> Span:
    start = account.text.index(words)
    return Span(start, start + len(words))


def _analysed(account: _Account) -> AnalysedDocument:
    where = _at(account, account.place)
    entry = account.entry
    places = (
        PlaceMention(
            where.start, where.end, account.place, "name",
            entry.precision if entry else "town", (entry,) if entry else (),
        ),
        PlaceMention(_GONE.start, _GONE.end, "Lost Bay", "name", "town", (_LOST,)),
    )  # fmt: skip
    told = EventReport(_at(account, account.trigger), account.type, place=0, date=account.day)
    lost = EventReport(_at(account, account.trigger), account.type, place=1, date=account.day)
    analysis = Analysis(
        account.id, account.language,
        sentences=(Span(0, len(account.text)),), places=places, events=(told, lost),
    )  # fmt: skip
    document = Document(
        account.id, account.text, title=account.text, outlet=account.outlet,
        published=f"{account.day}T18:00:00+00:00", language=account.language,
    )  # fmt: skip
    return AnalysedDocument(document, analysis)


_LOST = GazetteerEntry("Lost Bay", 69.9, 30.9, "town", 900009, "NO", "Finnmark")
