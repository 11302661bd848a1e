"""The graph of an event: its card is opened, then an edge, then what differs in two passages."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from click.testing import CliRunner
from playwright.sync_api import Locator, Page, expect

from browser.conftest import Visit
from wireroom.cli import main

SAMPLE = Path(__file__).with_name("convoy.jsonl")


@pytest.fixture(scope="module")
def convoy(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the report of eight invented articles on one attack: a wire's, three copies
    of it (one without a time), one that credits an agency, two that cite each other, and one that
    cites a paper which is not there."""
    path = tmp_path_factory.mktemp("convoy") / "convoy.html"
    done = CliRunner().invoke(main, ["report", str(SAMPLE), "-o", str(path), "--workers", "1"])
    assert done.exit_code == 0, done.output
    return path.as_uri()


def _card(page: Page) -> Locator:
    return page.locator("#events .card").first


def _unfold(card: Locator) -> None:
    card.evaluate("(card) => card.querySelectorAll('details').forEach((fold) => fold.open = true)")


def _origin(page: Page, name: str) -> Locator:
    return _card(page).locator(".origin").filter(has=page.locator("h4 bdi", has_text=name))


def test_an_edge_opens_two_passages_with_what_differs_marked(visit: Visit, convoy: str) -> None:
    page = visit(convoy, scripts=False)  # all of it works without scripts
    card = _card(page)
    expect(card.locator(".tally")).to_contain_text("8 reports · 3 origins · 2 not established")
    if card.get_attribute("open") is None:
        card.locator("summary").first.click()
    folded = _origin(page, "Marta Okonjo").locator(".copies").first
    expect(folded.locator("summary").first).to_contain_text("and 3 copies")
    coast = folded.locator(".report").filter(has_text="Coast Copy").first
    expect(coast).to_be_hidden()
    folded.locator("summary").first.click()
    edge = coast.locator(".edge").first
    edge.locator("summary").click()
    sides = edge.locator(".side-by")
    expect(sides).to_have_count(2)
    expect(sides.nth(0).locator("figcaption")).to_contain_text("Northgate Wire")
    expect(sides.nth(1).locator("figcaption")).to_contain_text("Coast Copy")
    assert sides.nth(0).locator("del").all_text_contents() == ["four", "trucks"]
    assert sides.nth(1).locator("ins").all_text_contents() == ["five", "lorries"]
    struck = "(one) => getComputedStyle(one).textDecorationLine"
    assert sides.nth(0).locator("del").first.evaluate(struck) == "line-through"
    assert sides.nth(1).locator("ins").first.evaluate(struck) == "underline"
    expect(edge).to_contain_text(
        "Direction known: Coast Copy (published 2031-05-06 09:30 UTC) has it from Northgate Wire"
    )


def test_every_report_of_the_card_is_there_once(visit: Visit, convoy: str) -> None:
    card = _card(visit(convoy))
    assert card.locator(".report").count() == 8
    undated = card.locator(".report", has_text="Harbour Sheet").last
    _unfold(card)
    expect(undated.locator(".edge", has_text="has the same words as").first).to_contain_text(
        "Which of the two was first is not known."
    )


@pytest.mark.parametrize(
    ("origin", "sign", "sentence"),
    [
        ("Reuters", "⇢", "Dangling: its own text is not among these documents"),
        ("Delta Herald", "⇢", "Dangling: its own text is not among these documents"),
        ("Ridge Tribune", "↻", "Circular: those who cite it are whom it cites"),
        ("Lakeside Post", "◇", "Independence not established"),
    ],
)
def test_a_state_has_its_sign_and_its_sentence(
    visit: Visit, convoy: str, origin: str, sign: str, sentence: str
) -> None:
    state = _origin(visit(convoy), origin).locator(".state", has_text=sentence).first
    expect(state.locator(".sign")).to_have_text(sign)


@pytest.mark.parametrize(("width", "dark"), [(390, True), (1280, False)])
def test_an_open_graph_stands_in_nobody_s_way(
    visit: Visit, convoy: str, width: int, dark: bool
) -> None:
    page = visit(convoy, width, dark=dark)
    _unfold(_card(page))
    across = "document.scrollingElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(across) == 0
    one, other = (_card(page).locator(".side-by").nth(at).bounding_box() for at in (0, 1))
    assert one is not None
    assert other is not None
    assert (one["y"] == other["y"]) == (width > 1000)  # beside each other where there is room
    found = Axe().run(page, context="#events").response["violations"]
    assert [each["id"] for each in found if each["impact"] in ("serious", "critical")] == []
