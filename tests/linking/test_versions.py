"""Versions of one account, and what repeats a report without being one."""

from dataclasses import replace

from linking.made import Told, a_document, a_thread, analysed
from wireroom.linking import link_documents
from wireroom.records.analyses import AnalysedDocument
from wireroom.records.documents import Part, PartKind
from wireroom.records.spans import Span

FIRST = (
    "Masked raiders shot two guards at the gunpowder store in Port Ellery on Monday night and "
    "carried off nine barrels in a grey lorry, which was found burnt out on the moor road."
)
LATER = FIRST.replace("nine barrels", "seven barrels")
TELLS = Told("shot", date="2031-05-05", place="Port Ellery")


def version(
    name: str, text: str, published: str | None, outlet: str = "Ellery Echo"
) -> AnalysedDocument:
    return analysed(a_document(name, text, published=published, outlet=outlet), TELLS)


def test_two_versions_of_one_account_are_one_source_and_one_report() -> None:
    documents = version("a", FIRST, "2031-05-05"), version("b", LATER, "2031-05-06")
    made = link_documents(documents)
    (event,) = made.events
    roles = {report.document: report for report in event.reports}
    assert (roles["a"].role, roles["b"].role) == ("earlier version", "report")
    assert event.reports[roles["a"].repeats or 0].document == "b"
    assert event.told == 1
    (origin,) = event.origins
    assert origin.documents == ("a", "b")
    assert not made.chains


def test_another_outlet_s_copy_is_no_version() -> None:
    other = version("b", LATER, "2031-05-06", outlet="Westmark Post")
    (event,) = link_documents([version("a", FIRST, "2031-05-05"), other]).events
    assert event.told == 2


def test_nor_is_a_text_months_later_or_at_no_known_time() -> None:
    for published in ("2031-09-05", None):
        made = link_documents([version("a", FIRST, "2031-05-05"), version("b", LATER, published)])
        assert all(x.role == "report" for event in made.events for x in event.reports)


def in_posts(kind: PartKind) -> AnalysedDocument:
    repeated = Part("own", 0, 0, title=FIRST)
    thread = a_thread("t", [FIRST], [repeated])
    second = thread.posts[1]
    quoting = replace(second.parts[0], kind=kind)
    thread = replace(thread, posts=(thread.posts[0], replace(second, parts=(quoting,))))
    made = analysed(thread, TELLS, TELLS)
    start = thread.text.index("shot", second.start)
    again = replace(made.analysis.events[1], trigger=moved_trigger(made, start))
    events = (made.analysis.events[0], again)
    return AnalysedDocument(thread, replace(made.analysis, events=events))


def moved_trigger(made: AnalysedDocument, start: int) -> Span:
    trigger = made.analysis.events[0].trigger
    return trigger.moved(start - trigger.start)


def test_a_quotation_of_a_post_is_kept_and_is_no_report() -> None:
    (event,) = link_documents([in_posts("quote")]).events
    assert [(x.event, x.role, x.repeats) for x in event.reports] == [
        (0, "report", None),
        (1, "quotation", 0),
    ]
    assert event.told == 1


def test_nor_is_a_link_s_title_that_repeats_a_headline() -> None:
    (event,) = link_documents([in_posts("embed")]).events
    assert [x.role for x in event.reports] == ["report", "link title"]
