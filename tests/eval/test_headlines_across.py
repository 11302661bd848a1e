"""Invented headlines of near events in English and Russian."""

from collections import Counter

from eval.headlines_across import HEADLINES, measure, read_headlines

TEXT = """# a comment

= fires tune
- 2031-05-05
en Store burns in Port Ellery | Nobody was hurt.
ru+1 В Порт-Эллери сгорел склад
- 2031-05-06
en Ferry sinks off Westmark
"""


def test_headlines_are_read_with_their_day_and_lead() -> None:
    one, other, third = read_headlines(TEXT)
    assert (one.event, one.family, one.part, one.language) == (1, "fires", "tune", "en")
    assert (one.document.title, one.document.text) == (
        "Store burns in Port Ellery",
        "Nobody was hurt.",
    )
    assert (other.document.title, other.document.published) == (None, "2031-05-06")
    assert (third.event, third.document.text) == (2, "Ferry sinks off Westmark")


def test_figures_count_pairs() -> None:
    headlines = read_headlines(TEXT)
    one, other, third = (headline.document.id for headline in headlines)
    all_apart = measure(headlines, {}, across=False)
    assert (all_apart.precision, all_apart.recall, all_apart.f1) == (1.0, 0.0, 0.0)
    together = dict.fromkeys((one, other, third), "e")
    assert measure(headlines, together, across=False).precision == 1 / 3
    assert measure(headlines, together, across=True).precision == 1 / 2
    assert measure(headlines, {one: "e", other: "e", third: "f"}, across=True).f1 == 1.0


def test_there_are_sixty_events_in_both_languages() -> None:
    headlines = read_headlines(HEADLINES.read_text(encoding="utf-8"))
    assert len({headline.event for headline in headlines}) == 60
    assert Counter(headline.language for headline in headlines) == {"en": 120, "ru": 120}
    families = {(headline.family, headline.part) for headline in headlines}
    assert Counter(part for _, part in families) == {"tune": 5, "report": 10}
