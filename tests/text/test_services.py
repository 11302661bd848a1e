"""Services that each town has one of, by their names."""

import pytest

from wireroom.text.services import find_service


@pytest.mark.parametrize(
    ("name", "what", "rest"),
    [
        ("Police in Port Selwyn", "police", ("port", "selwyn")),
        ("the local police", "police", ()),
        ("Port Selwyn's hospital", "hospital", ("port", "selwyn")),
        ("the Westmark fire brigade", "fire service", ("westmark",)),
        ("полиция города Вестмарк", "police", ("вестмарк",)),
        ("Polizei", "police", ()),
        ("a police officer", "police", ("a", "officer")),
    ],
)
def test_a_service_and_what_else_its_name_says(name: str, what: str, rest: tuple[str, ...]) -> None:
    assert find_service(name) == (what, rest)


@pytest.mark.parametrize("name", ["", "the harbour master", "Polly Cisco", "a policy paper"])
def test_other_names_are_of_no_service(name: str) -> None:
    assert find_service(name) is None
