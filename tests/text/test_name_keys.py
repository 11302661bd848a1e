import pytest
from hypothesis import given
from hypothesis import strategies as st

from wireroom.text.name_keys import name_key, same_name, transliterate


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Эрдоган", "Erdoğan"),
        ("Шойгу", "Shoigu"),
        ("Хезболла", "Hezbollah"),
        ("الأسد", "Assad"),
        ("إدلب", "Idlib"),
        ("Яковлев", "Yakovlev"),
        ("Герасимовым", "Gerasimov"),
        ("Щукин", "Shchukin"),
    ],
)
def test_spellings_of_one_name_meet(one: str, other: str) -> None:
    assert same_name(one, other)
    assert same_name(other, one)


@pytest.mark.parametrize(("one", "other"), [("Орлов", "Petrov"), ("Idlib", "Homs"), ("", "Homs")])
def test_two_names_stay_two(one: str, other: str) -> None:
    assert not same_name(one, other)


@given(st.text(max_size=20))
def test_a_name_is_its_own_spelling(name: str) -> None:
    assert same_name(name, name) or not name_key(name)
    assert transliterate(name) == transliterate(transliterate(name)) or not name.isascii()
