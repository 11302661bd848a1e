import pytest

from wireroom.disputes.figures import find_figures


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("12 people", [12]),
        ("twenty-five ships", [25]),
        ("two hundred and three", [200, 3]),
        ("three thousand five hundred", [3500]),
        ("1.5 million", [1_500_000]),
        ("1,500 men", [1500]),
        ("1 500 рублей", [1500]),
        ("1,5 млн рублей", [1_500_000]),
        ("двадцать пять лодок", [25]),
        ("сто пять", [105]),
        ("12, 15 and 20", [12, 15, 20]),
        ("1990 2000", [1990, 2000]),
        ("one of them", []),
        ("thousands fled", []),
        ("at 17:14", []),
        ("12345678901234567", []),
        ("50% of it", [50]),
        ("version 1.2.3", []),
        ("", []),
    ],
)
def test_numbers_come_to_what_they_say(text: str, values: list[float]) -> None:
    assert [figure.value for figure in find_figures(text)] == values


def test_a_figure_knows_where_it_stands() -> None:
    (figure,) = find_figures("It cost 1.5 million roubles.")
    assert figure.span.of("It cost 1.5 million roubles.") == "1.5 million"
