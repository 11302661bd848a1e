"""Strings made alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wireroom.text.folding import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Hay’at Taḥrīr  al-Shām", "hayat tahrir al sham"),
        ("U.S.", "us"),
        ("Deir ez–Zor", "deir ez zor"),
        ("ХАЛЕБ", "халеб"),
        ("ﻣﺤﺎﻓﻈﺔ", "محافظة"),
        ("", ""),
    ],
)
def test_folding(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text(max_size=80))
def test_case_makes_no_difference(text: str) -> None:
    assert fold(fold(text)) == fold(fold(text).upper().casefold())
