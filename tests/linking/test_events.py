"""Which reports are of one happening, and the laws that hold for any Documents."""

import random
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from linking.made import Told, a_document, a_thread, analysed
from wireroom.linking import link_documents
from wireroom.linking.accounts import accounts_of
from wireroom.linking.agreement import headlines_fill_one_form
from wireroom.linking.scoring import compare_accounts
from wireroom.records.analyses import AnalysedDocument
from wireroom.records.comparisons import Comparison
from wireroom.records.documents import Part
from wireroom.records.spans import Span
from wireroom.records.times import TimeExpression

RAID = (
    "Masked raiders shot two guards at the gunpowder store in Port Ellery on Monday night and "
    "carried off nine barrels in a grey lorry. Inspector Dunmore said the lorry was found burnt "
    "out on the moor road. The store belongs to the Marlow quarries."
)
RAID_ELSEWHERE = (
    "Two guards were shot when raiders broke into the Marlow quarries' gunpowder store at Port "
    "Ellery. The masked men drove away with nine barrels in a lorry, which was later found "
    "burning on the moor road, police said on Tuesday."
)
FLOOD = (
    "The council of Westmark agreed on Thursday to raise the sea wall by a metre after last "
    "winter's floods. Mayor Alma Reyes called the vote a gift to our grandchildren."
)
WALL = (
    "The wall will be built of granite from the northern quarry and faced with oak, as the old "
    "one was, so that the promenade keeps its look. Builders may start after Easter, when the "
    "herring fleet has left, and must be done before the autumn gales. Shopkeepers along the "
    "front feared for their summer trade and asked for a rebate of rates."
)


def a_report(name: str, text: str, told: Told, **more: str) -> AnalysedDocument:
    return analysed(a_document(name, text, **more), told)


def groups(comparison: Comparison) -> set[frozenset[str]]:
    """The Documents of each event, by their main reports."""
    return {
        frozenset(report.document for report in event.reports if report.main)
        for event in comparison.events
    }


def test_two_papers_on_one_raid_are_one_event() -> None:
    told = Told("shot", date="2031-05-05", place="Port Ellery")
    found = link_documents(
        [
            a_report("a", RAID, told, title="Raiders shoot guards at Port Ellery gunpowder store"),
            a_report("b", RAID_ELSEWHERE, told, title="Gunpowder raid: two guards shot"),
            a_report("c", FLOOD, Told("agreed", "AGREE", place="Westmark")),
        ]
    )
    assert groups(found) == {frozenset("ab"), frozenset("c")}
    event = next(event for event in found.events if len(event.reports) == 2)
    assert (event.type, event.date, event.place) == ("ASSAULT", "2031-05-05", "Port Ellery")
    assert all(report.reason for report in event.reports)


def test_two_attacks_on_one_town_on_two_days_stay_two() -> None:
    first = "Shells hit the market of Port Ellery on {day}, killing {number}, the mayor said."
    documents = [
        a_report(
            f"{day}{copy}",
            first.format(day=name, number=number) + f" {copy}" * 3,
            Told("hit", date=day, place="Port Ellery", killed=killed),
        )
        for day, name, number, killed in (
            ("2031-05-05", "Monday", "six", 6),
            ("2031-05-06", "Tuesday", "nineteen", 19),
        )
        for copy in ("Witnesses ran.", "Shops burnt.")
    ]
    assert groups(link_documents(documents)) == {
        frozenset({"2031-05-05Witnesses ran.", "2031-05-05Shops burnt."}),
        frozenset({"2031-05-06Witnesses ran.", "2031-05-06Shops burnt."}),
    }


def test_a_shared_name_links_nothing() -> None:
    found = link_documents(
        [
            a_report("a", RAID, Told("shot")),
            a_report(
                "b",
                "Inspector Dunmore of Port Ellery won the sheepdog trials at Grey Point. Her dog "
                "Bell brought forty ewes home in the rain.",
                Told("won", "COOPERATE"),
            ),
        ]
    )
    assert groups(found) == {frozenset("a"), frozenset("b")}


def test_a_chain_of_half_matches_does_not_join_its_ends() -> None:
    words = [f"harbour{n} crane{n} rope{n} mast{n} keel{n}" for n in range(12)]
    documents = [
        a_report(f"d{n}", " ".join(words[n : n + 3]) + ".", Told(f"harbour{n}")) for n in range(10)
    ]
    together = groups(link_documents(documents))
    assert not any({"d0", "d9"} <= group for group in together)
    assert max(len(group) for group in together) <= 4


def test_documents_without_an_event_are_unplaced() -> None:
    quiet = analysed(a_document("quiet", "Tides: high at six, low at noon."))
    found = link_documents([quiet, a_report("a", RAID, Told("shot"))])
    assert found.unplaced == ("quiet",)
    assert groups(found) == {frozenset("a")}


def test_minor_events_are_told_where_another_voice_tells_them_too() -> None:
    aside = "Raiders shot the lighthouse keeper of Grey Point through his door on Sunday."
    told = Told("shot", date="2031-05-04", place="Grey Point")
    council = analysed(
        a_document("council", f"{FLOOD} {WALL} {aside} Members booed twice."),
        Told("agreed", "AGREE", place="Westmark"),
        told,
        Told("booed", "DISAPPROVE"),
    )
    found = link_documents([council, a_report("paper", aside, told)])
    assert {frozenset((r.document, r.main) for r in event.reports) for event in found.events} == {
        frozenset({("council", True)}),
        frozenset({("council", False), ("paper", True)}),
    }


def test_articles_without_a_known_type_of_event_are_put_together_as_a_whole() -> None:
    snow = "Snow closed the moor road above Port Ellery for a third night; ploughs wait for a thaw."
    again = "Ploughs wait for a thaw: snow closed the moor road above Port Ellery a third night."
    found = link_documents([analysed(a_document("a", snow)), analysed(a_document("b", again))])
    (event,) = found.events
    assert {(r.document, r.event, r.main) for r in event.reports} == {
        ("a", 0, True),
        ("b", 0, True),
    }
    assert event.type == ""
    assert not found.unplaced


def test_one_happening_in_two_languages_is_one_by_place_day_and_number() -> None:
    told = {"date": "2031-05-05", "place": "Port Ellery", "killed": 3}
    english = analysed(a_document("en", RAID), Told("shot", **told))  # type: ignore[arg-type]
    russian = analysed(
        a_document("ru", "В Порт-Эллери налётчики убили трёх охранников порохового склада."),
        Told("убили", **told),  # type: ignore[arg-type]
    )
    passage = replace(russian.analysis.passages[0], language="ru")
    russian = replace(russian, analysis=replace(russian.analysis, passages=(passage,)))
    assert groups(link_documents([english, russian])) == {frozenset({"en", "ru"})}
    elsewhere = analysed(
        a_document("xx", FLOOD), Told("agreed", "AGREE", date="2031-05-09", place="Westmark")
    )
    assert len(groups(link_documents([elsewhere, russian]))) == 2


def test_a_post_and_the_item_pasted_below_it_tell_of_one_event() -> None:
    thread = a_thread(
        "t",
        ["Raiders have shot two guards at the gunpowder store in Port Ellery.", "Lovely weather."],
        [
            Part("pasted", 0, 0, title="Two guards shot in raid on Port Ellery gunpowder store"),
            "Alma Reyes voted for the wall, again.",
        ],
    )
    found = link_documents(
        [
            analysed(
                thread,
                Told("have shot", place="Port Ellery"),
                Told("guards shot", place="Port Ellery"),
                Told("voted", "AGREE"),
            )
        ]
    )
    assert sorted(sorted(r.event for r in event.reports) for event in found.events) == [[0, 1], [2]]
    assert [r.main for event in found.events for r in event.reports].count(True) == 1


SENTENCES = (RAID, RAID_ELSEWHERE, FLOOD, "Shells fell.", "The ferry Marigold ran aground at dawn.")
REPORTS = st.lists(
    st.tuples(
        st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3),
        st.sampled_from([None, "2031-05-05", "2031-05-06", "2031-05"]),
        st.sampled_from([None, "Port Ellery", "Westmark", "Grey Point"]),
        st.sampled_from([None, 2, 9]),
        st.sampled_from([None, "Inspector Dunmore", "the harbour board"]),
        st.integers(0, 2),
    ),
    max_size=7,
)
Drawn = list[tuple[list[str], str | None, str | None, int | None, str | None, int]]


def documents_from(drawn: Drawn) -> list[AnalysedDocument]:
    made = []
    for number, (texts, date, place, killed, speaker, events) in enumerate(drawn):
        text = " ".join(texts)
        told = [
            Told(word, "ASSAULT", date, place, killed, speaker, "person")
            for word in dict.fromkeys(text.split()[: 3 * events : 3])
        ]
        made.append(analysed(a_document(f"d{number}", text, published=date), *told))
    return made


@settings(deadline=None, max_examples=60)
@given(REPORTS, st.randoms(use_true_random=False))
def test_the_order_of_documents_changes_nothing(drawn: Drawn, shuffling: random.Random) -> None:
    documents = documents_from(drawn)
    shuffled = documents[:]
    shuffling.shuffle(shuffled)
    assert link_documents(documents) == link_documents(shuffled)


@settings(deadline=None, max_examples=60)
@given(REPORTS)
def test_every_document_is_placed_once_or_unplaced(drawn: Drawn) -> None:
    documents = documents_from(drawn)
    found = link_documents(documents)
    mains = [r.document for event in found.events for r in event.reports if r.main]
    assert sorted([*mains, *found.unplaced]) == sorted(x.document.id for x in documents)
    told = [(r.document, r.event) for event in found.events for r in event.reports]
    assert len(told) == len(set(told))
    assert len({event.id for event in found.events}) == len(found.events)


@settings(deadline=None, max_examples=60)
@given(REPORTS)
def test_origins_are_never_more_than_reports(drawn: Drawn) -> None:
    for event in link_documents(documents_from(drawn)).events:
        assert 1 <= len(event.origins) <= len(event.reports)
        named = {document for origin in event.origins for document in origin.documents}
        assert named == {report.document for report in event.reports}
        assert all(origin.reason for origin in event.origins)


def undated(name: str, title: str, text: str, place: str | None = None) -> AnalysedDocument:
    return a_report(name, text, Told("granite", "AGREE", place=place), title=title)


def test_without_a_day_two_headlines_and_leads_that_share_nothing_are_two_stories() -> None:
    one = undated("a", "Sea wall vote splits council", f"{FLOOD} {WALL}")
    other = undated("b", "Shopkeepers ask for rebate", f"{RAID} {RAID_ELSEWHERE} {WALL} {WALL}")
    same = undated("c", "Council split on sea wall vote", f"{FLOOD} {WALL} It rained.")
    assert groups(link_documents([one, other, same])) == {frozenset("ac"), frozenset("b")}


def test_two_headlines_with_two_towns_tell_two_things() -> None:
    def likeness(*titles: str) -> float:
        documents = [
            undated(town, title, f"In {town} the granite wall was washed. {text}", town)
            for town, title, text in zip(
                ("Port Ellery", "Grey Point"), titles, (FLOOD, WALL), strict=True
            )
        ]
        one, other = accounts_of(documents)
        return compare_accounts(one, other).value

    named = likeness("Sea wall of Port Ellery washed", "Sea wall of Grey Point washed")
    assert named < likeness("Sea wall of Port Ellery washed", "Sea wall of the shire washed")


def test_one_form_of_headline_for_two_towns_tells_two_things() -> None:
    def formed(*titles: str) -> bool:
        documents = [
            undated(town, title, f"{town} has light snow on its granite wall.", place=town)
            for town, title in zip(("Port Ellery", "Grey Point"), titles, strict=True)
        ]
        return headlines_fill_one_form(*accounts_of(documents))

    assert formed("Weather in Port Ellery for 8 May", "Weather in Grey Point for 8 May")
    assert not formed("Weather in Port Ellery for 8 May", "Snow falls on Grey Point in May")
    assert not formed("Port Ellery snow", "Grey Point snow")  # too little to be a form


def test_a_form_that_is_filled_in_for_another_day_is_another_report() -> None:
    documents = []
    for day in (8, 18):
        text = (
            f"Light snow is expected by the granite wall on {day} November, wind from the north. "
        )
        made = undated(str(day), f"Weather for {day} November", text * 3)
        start = text.index(f"{day} November")
        time = TimeExpression(start, start + 11, "DATE", f"XXXX-11-{day:02d}")
        documents.append(AnalysedDocument(made.document, replace(made.analysis, dates=(time,))))
    assert groups(link_documents(documents)) == {frozenset({"8"}), frozenset({"18"})}


def test_a_reason_has_whole_words() -> None:
    thread = a_thread("t", ["The board denied the loss."], ["The board denied the loss again."])
    made = analysed(thread, Told("denied", "REJECT"), Told("denied", "REJECT"))
    second = thread.text.rindex("denied")
    later = replace(made.analysis.events[1], trigger=Span(second, second + 6))
    events = (made.analysis.events[0], later)
    made = AnalysedDocument(thread, replace(made.analysis, events=events))
    (event,) = link_documents([made]).events
    assert "both say “denied”" in event.reports[0].reason
