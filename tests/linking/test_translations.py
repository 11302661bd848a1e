"""Translations between Documents: by their own word for it, and sentence by sentence."""

from dataclasses import replace

import pytest

from linking.made import a_document, analysed
from wireroom.linking import link_documents
from wireroom.records.analyses import AnalysedDocument
from wireroom.records.links import Reuse

RUSSIAN = (
    "В порту Киркенеса в пятницу сгорел траулер «Северный ветер», сообщил капитан Олег Дроздов. "
    "На борту было 14 человек, их снял катер «Полярис» под командой Эрика Нильсена. "
    "Пожар начался в 23 часа у причала Хессенг, в 40 метрах от склада «Баренц Фьюэл». "
    "Мартин Берг из «Баренц Фьюэл» оценил убыток в 250 тысяч крон. "
    "В Тромсё суд рассмотрит дело 17 мая, заявила Ингрид Сульхейм."
)
ENGLISH = (
    "The trawler Severny Veter burnt out in the port of Kirkenes on Friday, captain Oleg Drozdov "
    "said. There were 14 people aboard, whom the boat Polaris took off under Erik Nilsen. "
    "The fire began at 23 hours at the Hesseng quay, 40 metres from a store of Barents Fyuel. "
    "Martin Berg of Barents Fyuel put the loss at 250 thousand crowns. "
    "A court in Tromso will hear the case on 17 May, Ingrid Solheim said."
)
OTHER = (
    "Captain Oleg Drozdov has told a court in Tromso how the Severny Veter was lost. "
    "He had asked for a berth away from the stores, he said, and Martin Berg refused it. "
    "Kirkenes has had 3 fires in its port since 2019, and nobody was ever charged with one. "
    "Erik Nilsen, whose boat came first, spoke of smoke above 40 metres high. "
    "The port lets out its quays by the year, and Hesseng is the cheapest of them."
)


def told(
    name: str, text: str, outlet: str, published: str | None = None, language: str = "en"
) -> AnalysedDocument:
    made = analysed(a_document(name, text, outlet=outlet, published=published))
    passages = tuple(replace(each, language=language) for each in made.analysis.passages)
    return AnalysedDocument(made.document, replace(made.analysis, passages=passages))


def original(published: str | None = "2031-05-05") -> AnalysedDocument:
    return told("ru", RUSSIAN, "Кольский вестник", published, "ru")


def translations(*documents: AnalysedDocument) -> list[Reuse]:
    return [reuse for reuse in link_documents(documents).reuse if reuse.kind == "translation"]


@pytest.mark.parametrize(
    "mark",
    [
        "Translated from Kolsky Vestnik by the Polar Review.\n{}",
        "{}\nTranslated from the Kolsky Vestnik.",
        "{}\nOriginally published by «Кольский вестник»",
    ],
)
def test_a_text_that_names_what_it_was_translated_from_is_a_translation(mark: str) -> None:
    (found,) = translations(original(None), told("en", mark.format(ENGLISH), "Polar Review"))
    assert (found.origin.document, found.copy.document) == ("ru", "en")
    assert found.direction_known
    assert "translated from Кольский вестник" in found.reason


def test_a_translation_is_a_link_and_its_words_are_no_third_text_s() -> None:
    third = told("third", ENGLISH[:170] + " " + OTHER, "Fjord Post", "2031-05-04")
    text = f"Translated from Kolsky Vestnik.\n{ENGLISH}"
    made = link_documents([original(), told("en", text, "Polar Review", "2031-05-06"), third])
    assert [(x.evidence.document, x.to, x.kind) for x in made.chains] == [
        ("en", "ru", "translated")
    ]


def test_texts_that_render_one_another_from_end_to_end_are_a_translation() -> None:
    (found,) = translations(original(), told("en", ENGLISH, "Polar Review", "2031-05-06"))
    assert (found.origin.document, found.direction_known) == ("ru", True)
    (found,) = translations(original(None), told("en", ENGLISH, "Polar Review", "2031-05-06"))
    assert not found.direction_known


def test_two_reports_of_one_event_are_none() -> None:
    assert not translations(original(), told("en", OTHER, "Polar Review", "2031-05-06"))


def test_who_names_an_outlet_that_has_not_got_the_text_translates_nothing_here() -> None:
    text = f"Translated from Kolsky Vestnik.\n{OTHER}"
    assert not translations(original(), told("en", text, "Polar Review"))


def test_texts_in_one_language_are_no_translation() -> None:
    assert not translations(
        told("a", ENGLISH, "Fjord Post"), told("b", ENGLISH, "Polar Review", "2031-05-06")
    )
