"""The sample's report, read as a person does: from a finding to its words, by keys, on paper."""

from pathlib import Path

import pypdfium2
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from browser.conftest import Visit


@pytest.fixture(params=["file", "server"])
def address(request: pytest.FixtureRequest, harbour: Path, served: str) -> str:
    return harbour.as_uri() if request.param == "file" else served


def _words(text: str | None) -> str:
    return " ".join((text or "").split())


def _unfold(page: Page) -> None:
    page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")


def test_findings_lead_to_their_exact_characters(visit: Visit, address: str) -> None:
    page = visit(address)
    _unfold(page)
    for section in ("disputes", "headlines", "events", "speakers"):
        quotation = page.locator(
            f'#{section} .q a[href^="#d"][href*="c"]', has=page.locator("mark")
        ).first
        words, href = _words(quotation.text_content()), quotation.get_attribute("href")
        quotation.click()
        assert page.url == f"{address}{href}"
        shown = page.locator(".on, [data-text] :target")
        expect(shown.first).to_be_in_viewport()
        assert _words("".join(shown.all_text_contents())) == words


def test_a_report_is_read_by_keys_alone(visit: Visit, harbour: Path) -> None:
    page = visit(harbour.as_uri())
    page.keyboard.press("Tab")
    expect(page.locator("a.skip")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("main :focus")).to_be_in_viewport()
    seen: set[str] = set()
    for _ in range(12):  # nothing holds the keys, and where they are is to be seen
        place, ring = page.locator(":focus").evaluate(
            "(one) => [one.outerHTML.slice(0, 300), getComputedStyle(one).outlineStyle]"
        )
        assert ring != "none"
        assert place not in seen
        seen.add(place)
        page.keyboard.press("Tab")
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#keys")).to_be_hidden()
    page.keyboard.press("j")
    expect(page.locator(".current")).to_be_in_viewport()
    page.keyboard.press("/")
    expect(page.locator("#filter")).to_be_focused()
    page.keyboard.type("?/j")  # words, not keys, while one is typing
    expect(page.locator("#keys")).to_be_hidden()
    expect(page.locator("#filter")).to_have_value("?/j")


def _violations(page: Page) -> set[tuple[str, str]]:
    """What axe takes for serious or worse: the rule, and the element."""
    return {
        (found["id"], node["html"][:160])
        for found in Axe().run(page).response["violations"]
        if found["impact"] in ("serious", "critical")
        for node in found["nodes"]
    }


def _brightness(page: Page) -> float:
    paper: str = page.evaluate("getComputedStyle(document.body).backgroundColor")
    return sum(map(int, paper.removeprefix("rgb(").removesuffix(")").split(","))) / 3


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_stands_in_anyones_way(visit: Visit, harbour: Path, coast: str, width: int) -> None:
    dark = width == 390
    for address in (harbour.as_uri(), coast):
        page = visit(address, width, dark=dark)
        _unfold(page)
        across = "document.scrollingElement.scrollWidth - document.documentElement.clientWidth"
        assert page.evaluate(across) == 0
        assert _brightness(page) < 60 if dark else _brightness(page) > 200
        # The long page once: axe takes seconds for it, whatever the width.
        if dark or address == coast:
            assert _violations(page) == set()


def test_on_paper_is_what_was_folded_and_no_tool(visit: Visit, coast: str) -> None:
    page = visit(coast)
    folded = page.locator(".places-list:not([open]) h4").first.text_content() or ""
    printed = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    text = "".join(sheet.get_textpage().get_text_bounded() for sheet in printed)
    printed.close()
    letters = "".join(text.split())
    assert "".join(folded.split()) in letters
    assert "Showall" not in letters
    assert "singlekeysareon" not in letters
