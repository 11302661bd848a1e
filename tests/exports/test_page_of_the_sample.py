"""The page of the bundled sample: what holds whatever is found in it."""

import re
from importlib.resources import files

import pytest
from lxml import html
from lxml.html import HtmlElement

from exports.selecting import select, words_of
from wireroom.cli.comparing import analysed_documents
from wireroom.cli.inputs import Inputs
from wireroom.exports.as_page import as_page
from wireroom.pipeline import compare_documents
from wireroom.records.stories import Story
from wireroom.stories import build_story


@pytest.fixture(scope="module")
def page() -> HtmlElement:
    return html.document_fromstring(as_page(_story()))


def _story() -> Story:
    folder = files("wireroom.samples").joinpath("harbour")
    analysed = analysed_documents(Inputs((str(folder),)), 1)
    return build_story("Explosions in Kirkenes harbour", analysed, compare_documents(analysed))


def _shown(page: HtmlElement, anchor: str) -> str:
    """The characters that an anchor of a Document stands for, over all pieces that it is cut in."""
    pieces = page.xpath(f'//*[contains(concat(" ", @class, " "), " k{anchor} ")]')
    whole = pieces or select(page, f"#{anchor}")
    return " ".join("".join(str(piece.text_content()) for piece in whole).split())


def test_every_quotation_is_exact_and_leads_to_its_characters(page: HtmlElement) -> None:
    quotations = [link for link in select(page, ".q a") if select(link, "mark")]
    assert len(quotations) > 50
    for link in quotations:
        anchor = str(link.get("href"))[1:]
        if re.fullmatch(r"d\d+c\d+", anchor):
            words, shown = words_of(link), _shown(page, anchor)
            assert shown.startswith(words.removesuffix("…")) if words.endswith("…") else True
            assert words == shown or words.endswith("…")


def test_every_characters_lead_back_to_a_finding_that_leads_to_them(page: HtmlElement) -> None:
    for piece in select(page, "a.s"):
        assert words_of(piece)  # white space alone is no link
        (row,) = select(page, str(piece.get("href")))
        assert select(row, ".words a")


def test_every_link_of_the_page_leads_somewhere(page: HtmlElement) -> None:
    ids = {str(one) for one in page.xpath("//@id")}
    inner = [str(one) for one in page.xpath("//a/@href") if str(one).startswith("#")]
    assert len(inner) > 300
    assert {href[1:] for href in inner} <= ids


def test_words_that_two_reports_share_are_whole_words(page: HtmlElement) -> None:
    texts = " ".join(words_of(block) for block in select(page, "[data-text]"))
    words = set(re.findall(r"\w+", texts))
    said = re.findall(r"both say “([^”]+)”", words_of(select(page, "#events")[0]))
    assert said
    assert set(said) <= words


def test_the_page_names_no_folder(page: HtmlElement) -> None:
    assert str(files("wireroom.samples")) not in html.tostring(page, encoding="unicode")
