"""Samples that are binaries are what the plain data beside the tests makes."""

import pytest

from reading.made_documents import MADE, SAMPLES


@pytest.mark.parametrize("name", MADE)
def test_a_sample_is_what_is_made_of_its_data(name: str) -> None:
    assert (SAMPLES / name).read_bytes() == MADE[name]
