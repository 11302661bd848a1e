"""What a language's lists say of sources: nouns, agencies, outlets, given names."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import get_args

from wireroom.extraction.compiled import once_a_pack
from wireroom.records.attributions import SpeakerKind
from wireroom.records.languages import LanguagePack
from wireroom.text.folding import fold

_KINDS: dict[str, SpeakerKind] = {kind: kind for kind in get_args(SpeakerKind)}


@dataclass(frozen=True, slots=True)
class SourceLists:
    """``nouns`` gives the kind and the group of words of a noun, ``bodies`` the class of one for a
    body; names are folded."""

    nouns: Mapping[str, tuple[SpeakerKind, str]]
    agencies: frozenset[str]
    outlets: frozenset[str]
    genders: Mapping[str, str]
    bodies: Mapping[str, str] = field(default_factory=dict)

    def listed(self, name: str) -> tuple[str, SpeakerKind] | None:
        """The longest beginning of the name that is an agency or an outlet of the lists."""
        words = name.split()
        for count in range(len(words), 0, -1):
            part = " ".join(words[:count])
            kind = self.kind_of_name(part)
            if kind is not None:
                return part, kind
        return None

    def kind_of_name(self, name: str) -> SpeakerKind | None:
        """Agency or outlet, where the name is in the lists; None where it is not."""
        folded = _bare(name)
        if folded in self.agencies:
            return "agency"
        return "outlet" if folded in self.outlets else None


@once_a_pack
def source_lists(pack: LanguagePack) -> SourceLists:
    """The pack's lists."""
    nouns: dict[str, tuple[SpeakerKind, str]] = {}
    for row in pack.rows("sources"):
        if len(row) >= 3 and row[1] in _KINDS:
            nouns.setdefault(row[0].casefold(), (_KINDS[row[1]], row[2]))
    return SourceLists(
        nouns,
        frozenset(_bare(name) for name in pack.words("agencies")),
        frozenset(_bare(name) for name in pack.words("outlets")),
        {row[0].casefold(): row[1] for row in pack.rows("given_names") if len(row) >= 2},
        {row[0].casefold(): row[1] for row in pack.rows("bodies") if len(row) >= 2},
    )


def _bare(name: str) -> str:
    return fold(name).strip("\"'«»“”„ ").removeprefix("the ")
