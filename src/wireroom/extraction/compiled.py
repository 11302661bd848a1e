"""What a stage makes of a language's lists, made once for each pack."""

from collections.abc import Callable
from typing import TypeVar

from wireroom.records.languages import LanguagePack

Compiled = TypeVar("Compiled")


def once_a_pack(compiled: Callable[[LanguagePack], Compiled]) -> Callable[[LanguagePack], Compiled]:
    """The function, with what it gave for a pack kept for as long as the pack's lists are the
    same; one pack of each language is kept."""
    known: dict[str, tuple[object, Compiled]] = {}

    def of_pack(pack: LanguagePack) -> Compiled:
        kept = known.get(pack.code)
        if kept is None or kept[0] is not pack.lists:
            kept = (pack.lists, compiled(pack))
            known[pack.code] = kept
        return kept[1]

    return of_pack
