"""Days, parts of days and stretches of them, in a table of invented sentences."""

from pathlib import Path

import pytest

from wireroom.extraction.values.times import find_times
from wireroom.language import annotate, pack_for
from wireroom.records.dates import PartialDate
from wireroom.records.spans import Span

PUBLISHED = PartialDate.parse("2021-05-19")  # a Wednesday
LINES = Path(__file__).with_name("dates.tsv").read_text(encoding="utf-8").splitlines()
ROWS = [tuple(line.split("\t")) for line in LINES if not line.startswith("#")]


@pytest.mark.parametrize(("code", "sentence", "values"), ROWS)
def test_times_of_the_table(code: str, sentence: str, values: str) -> None:
    pack = pack_for(code)
    annotated = annotate(sentence, Span(0, len(sentence)), pack)
    found = [one.value for one in find_times(annotated, pack, PUBLISHED)]
    assert found == values.split()


@pytest.mark.parametrize(
    ("code", "sentence", "values"),
    [
        ("en", "An overnight curfew on Sunday was lifted.", "2021-05-19TNI 2021-05-16"),
        ("en", "The trial resumed on Thursday.", "2021-05-13"),
        ("en", "The city starts to burn on Monday, a film shows.", "2021-05-17"),
        ("en", "The aim was to sail on Saturday.", "2021-05-15"),
        ("en", "That night nobody slept.", "XXXX-XX-XXTNI"),
        ("en", "Twenty 20 Mehr News reporters were held.", ""),
        ("en", "The night after the raid the town was quiet.", ""),
        ("en", "Friday and Sunday are holidays.", "2021-05-14 2021-05-16"),
        ("en", "The gate opened on Thursday of last week.", "2021-05-13"),
        ("en", "In the first week of March 2019 the river froze.", "2019-W10"),
        ("en", "The last week was quiet.", "2021-W19"),
        ("ru", "На последней неделе марта река вскрылась.", "2021-W12"),
        ("ru", "В первых числах марта река вскрылась.", "2021-03"),
        ("ru", "Он назначен министром в марте.", "2021-03"),
        ("ru", "Выборы были назначены на март.", "2021-03"),
        ("ru", "Накануне министра видели в порту.", "2021-05-18"),
        ("ru", "Накануне вечером закрыли рынок.", "2021-05-18TEV"),
        ("ru", "Выходные пособия выплатили.", ""),
        ("ru", "Через три дня после взрыва нашли тела.", "P3D"),
        ("ru", "5 мая прогремел взрыв. Через неделю нашли тела.", "2021-05-05 2021-W19"),
        ("ru", "Днём ранее суд арестовал мэра.", "P1D"),
        ("ru", "В среду на прошлой неделе сгорел дом.", "2021-05-12"),
        ("ru", "В ночь с пятницы на субботу сгорел дом.", "2021-05-15TNI"),
    ],
)
def test_what_looks_like_it_and_is_read_otherwise(code: str, sentence: str, values: str) -> None:
    test_times_of_the_table(code, sentence, values)


@pytest.mark.parametrize("against", [None, "2021", "0001-01-01", "9999-12-31"])
def test_a_stretch_of_weekdays_without_a_day_to_read_it_against(against: str | None) -> None:
    text = "It rained from Monday to Wednesday, on Friday last week, and that night."
    annotated = annotate(text, Span(0, len(text)), pack_for("en"))
    assert len(find_times(annotated, pack_for("en"), PartialDate.parse(against))) == 4
