"""The registry."""

from importlib.metadata import EntryPoint, EntryPoints

import pytest

from wireroom import plugins
from wireroom.plugins import Registry


def test_built_ins_come_first_and_what_other_packages_offer_after_in_the_order_of_names(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    offered = EntryPoints(
        [
            EntryPoint("zebra", "wireroom:__version__", "wireroom.things"),
            EntryPoint("aardvark", "wireroom.plugins:Registry", "wireroom.things"),
        ]
    )
    monkeypatch.setattr(plugins, "entry_points", lambda group: offered.select(group=group))
    registry: Registry[object] = Registry("wireroom.things", ["one", "two"])
    assert list(registry)[:3] == ["one", "two", Registry]
    assert len(list(registry)) == 4
