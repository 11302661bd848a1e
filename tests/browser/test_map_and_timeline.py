"""Map and timeline used as a person does: filter, brush, places; with mouse, keys and fingers."""

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.conftest import Visit

DRAWN = {"Port Selwyn", "Quay 4", "Vestland", "Old Harbour"}


def marks(page: Page) -> set[str]:
    """The names of the places that are to be seen on the map."""
    found: list[str] = page.locator("#map .stage .mark:not(.gone) title").all_text_contents()
    return {title.split(":")[0].strip() for title in found}


def mark(page: Page, name: str) -> Locator:
    return page.locator("#map .stage .mark").filter(has=page.locator("title", has_text=f"{name}:"))


def days(page: Page) -> set[str]:
    """The days of what the timeline shows as happened."""
    shown = page.locator(".ledger [data-event]:not([hidden])")
    found: list[str] = shown.evaluate_all("all => all.map((one) => one.dataset.first)")
    return set(found)


def choose_days(page: Page, first: str, last: str) -> None:
    page.locator("#sift [name=from]").fill(first)
    page.locator("#sift [name=to]").fill(last)


def x_of(page: Page, day: int) -> float:
    """Where a day stands on the overview, in pixels; the story has 28 days, from 3 March on."""
    box = page.locator(".strip").bounding_box()
    assert box
    edge = float(page.locator("#overview").get_attribute("data-edge") or 0)
    return box["x"] + box["width"] * (edge + day / 27 * (1 - 2 * edge))


def middle_of_strip(page: Page) -> float:
    page.locator(".strip").scroll_into_view_if_needed()
    box = page.locator(".strip").bounding_box()
    assert box
    return box["y"] + box["height"] / 2


def drag(page: Page, start: float, end: float) -> None:
    height = middle_of_strip(page)
    page.mouse.move(start, height)
    page.mouse.down()
    page.mouse.move((start + end) / 2, height)
    page.mouse.move(end, height)
    page.mouse.up()


def brushed(page: Page) -> tuple[str, str]:
    return (
        page.locator("#sift [name=from]").input_value(),
        page.locator("#sift [name=to]").input_value(),
    )


def test_what_is_drawn_and_how(visit: Visit, coast: str) -> None:
    page = visit(coast)
    assert marks(page) == DRAWN  # neither a place without a point nor one without characters
    for name, form in (("Vestland", "region"), ("Old Harbour", "district")):
        expect(mark(page, name)).to_have_class(f"mark {form}")
        expect(mark(page, name).locator(".spot circle")).to_have_count(0)
    expect(mark(page, "Vestland").locator("path.sign")).to_have_count(1)
    expect(mark(page, "Old Harbour").locator("circle.sign")).to_have_count(1)
    line = page.locator("#map .stage .between")
    expect(line).to_have_count(1)
    ends = (line.get_attribute("data-ends") or "").split()
    assert set(ends) == {
        mark(page, name).get_attribute("data-m") for name in ("Port Selwyn", "Quay 4")
    }
    line.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".dispute :target, .dispute:target")).to_be_in_viewport()


def test_the_map_follows_the_filter(visit: Visit, coast: str) -> None:
    page = visit(coast)
    choose_days(page, "2025-03-10", "2025-03-21")
    assert marks(page) == {"Vestland", "Old Harbour"}
    assert days(page) == {"2025-03-13", "2025-03-20"}
    expect(page.locator("#map .stage .between")).to_be_hidden()
    page.locator("#sift [name=type]").select_option(label="protest")
    assert marks(page) == {"Old Harbour"}
    page.get_by_role("button", name="Show all").click()
    assert marks(page) == DRAWN
    page.locator("#filter").fill("dockers")
    expect(page.locator("#map .stage .mark:not(.gone)")).to_have_count(1)
    assert days(page) == {"2025-03-20"}


def test_the_timeline_follows_a_place_on_the_map(visit: Visit, coast: str) -> None:
    page = visit(coast)
    mark(page, "Quay 4").locator(".touch").click()
    popup = page.locator(".leaflet-popup")
    expect(popup.locator(".q mark")).to_have_text("причале 4")
    assert days(page) == {"2025-03-03"}
    assert marks(page) == DRAWN  # the others can be chosen next
    expect(mark(page, "Quay 4")).to_have_class("mark point rival picked")
    popup.get_by_role("link", name="Port Selwyn").click()  # the rival
    expect(page.locator("#chosen")).to_contain_text("Port Selwyn")
    page.get_by_role("button", name="All places").click()
    expect(page.locator("#chosen")).to_be_hidden()
    assert len(days(page)) == 4
    popup = page.locator(".leaflet-popup")
    expect(popup).to_have_count(0)


def test_a_place_is_chosen_with_keys(visit: Visit, coast: str) -> None:
    page = visit(coast)
    mark(page, "Vestland").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".leaflet-popup a").first).to_be_focused()
    assert days(page) == {"2025-03-13"}
    page.keyboard.press("Escape")
    expect(page.locator(".leaflet-popup")).to_have_count(0)
    expect(mark(page, "Vestland")).to_be_focused()
    expect(page.locator("#chosen")).to_contain_text("Vestland")  # until it is taken back


def test_days_are_brushed_with_the_mouse(visit: Visit, coast: str) -> None:
    page = visit(coast)
    middle_of_strip(page)
    drag(page, x_of(page, 7), x_of(page, 20))
    assert brushed(page) == ("2025-03-10", "2025-03-23")
    assert marks(page) == {"Vestland", "Old Harbour"}
    assert days(page) == {"2025-03-13", "2025-03-20"}
    drag(page, x_of(page, 12), x_of(page, 2))  # the window, moved
    assert brushed(page) == ("2025-03-03", "2025-03-16")
    drag(page, x_of(page, 13) + 9, x_of(page, 3) + 9)  # its last end
    assert brushed(page) == ("2025-03-03", "2025-03-06")
    assert marks(page) == {"Port Selwyn", "Quay 4"}
    page.mouse.click(x_of(page, 17), middle_of_strip(page))  # a day
    expect(page.locator("#brushed")).to_contain_text("Only 2025-03-20")
    assert marks(page) == {"Old Harbour"}
    page.get_by_role("button", name="All days").click()
    assert brushed(page) == ("", "")
    assert marks(page) == DRAWN
    expect(page.locator("#brushed")).to_be_hidden()


def test_days_are_brushed_with_keys(visit: Visit, coast: str) -> None:
    page = visit(coast)
    first = page.get_by_role("slider", name="First day shown")
    last = page.get_by_role("slider", name="Last day shown")
    page.locator("#sift [name=to]").focus()
    expect(first).to_have_attribute("aria-valuetext", "2025-03-03")
    first.focus()
    page.keyboard.press("ArrowRight")
    expect(first).to_have_attribute("aria-valuetext", "2025-03-04")
    assert marks(page) == {"Vestland", "Old Harbour"}
    page.keyboard.press("Tab")
    expect(last).to_be_focused()
    page.keyboard.press("Home")  # no further than the other end
    assert brushed(page) == ("2025-03-04", "2025-03-04")
    assert marks(page) == set()
    for key in ("PageUp",) * 3:
        page.keyboard.press(key)
    expect(last).to_have_attribute("aria-valuetext", "2025-03-13")
    assert marks(page) == {"Vestland"}
    page.keyboard.press("Escape")
    assert brushed(page) == ("", "")
    assert marks(page) == DRAWN
    choose_days(page, "2025-03-05", "")  # the fields move the brush
    expect(first).to_have_attribute("aria-valuenow", "2")


def test_days_are_chosen_with_a_finger(visit: Visit, coast: str) -> None:
    page = visit(coast, 390, touch=True)
    height = middle_of_strip(page)
    page.touchscreen.tap(x_of(page, 10), height)
    expect(page.locator("#brushed")).to_contain_text("Only 2025-03-13")
    assert marks(page) == {"Vestland"}
    page.get_by_role("button", name="All days").tap()
    assert marks(page) == DRAWN


def test_the_page_is_whole_without_scripts(visit: Visit, coast: str) -> None:
    page = visit(coast, scripts=False)
    expect(page.locator(".brush")).to_be_hidden()
    expect(page.locator("#sift")).to_be_hidden()
    expect(page.locator("#overview svg")).to_be_visible()
    sheet = page.locator("#map svg.sheet").first
    expect(sheet).to_be_visible()
    sheet.locator(".mark.point .touch").click()
    expect(page.locator(".place-of:target")).to_contain_text("Quay 4")


@pytest.mark.parametrize("width", [390, 1280])
def test_text_from_right_to_left_runs_so(visit: Visit, coast: str, width: int) -> None:
    page = visit(coast, width)
    text = page.locator("[data-text]").filter(has_text="أعلن")
    text.evaluate("(one) => { one.closest('details').open = true; }")
    first, later = text.evaluate(
        """(one) => {
          const letters = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
          const node = letters.nextNode(), range = document.createRange();
          return [0, 3].map((at) => {
            range.setStart(node, at);
            range.setEnd(node, at + 1);
            return range.getBoundingClientRect().left;
          });
        }"""
    )
    assert first > later
