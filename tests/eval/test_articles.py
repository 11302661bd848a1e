"""Article pages are read at least as well as by the library that finds their text."""

from eval.articles.scoring import FIELDS, score


def test_the_text_is_no_worse_than_the_librarys_own() -> None:
    for layout, row in score().items():
        assert row.ours >= row.trafilatura - 0.001, layout


def test_title_author_date_and_outlet_are_right() -> None:
    right = score()["all"].right
    assert right == dict.fromkeys(FIELDS, 1.0)
