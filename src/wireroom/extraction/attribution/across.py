"""What the other passages of a Document tell of a speaker: full names, and who "the expert" is."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from wireroom.extraction.attribution.sources.lists import SourceLists
from wireroom.records.attributions import Attribution
from wireroom.records.spans import Span

_WORD = re.compile(r"[^\W\d_][\w-]*")
_FARTHEST = 2_000  # characters between a description and the name that had the floor before it


def with_known_speakers(
    text: str, attributions: Sequence[Attribution], lists: Sequence[SourceLists]
) -> list[Attribution]:
    """The attributions of a whole text, with speakers that one passage alone does not give.

    A surname alone becomes the one full name that another passage speaks of. A person who is
    only described ("the journalist") is the one who spoke last before, where the text calls that
    one so. ``lists`` are those of the text's languages.
    """
    nouns = {noun for each in lists for noun, (kind, _) in each.nouns.items() if kind == "person"}
    full = _full_names(attributions)
    named = [_by_full_name(text, attribution, full) for attribution in attributions]
    return list(_by_description(text, named, nouns))


def _full_names(attributions: Iterable[Attribution]) -> Mapping[str, str]:
    """The one full name for each surname."""
    full: dict[str, set[str]] = {}
    for attribution in attributions:
        if attribution.speaker_kind == "person" and attribution.speaker:
            words = attribution.speaker.split()
            if len(words) > 1:
                full.setdefault(words[-1], set()).add(attribution.speaker)
    return {short: next(iter(names)) for short, names in full.items() if len(names) == 1}


def _by_full_name(text: str, attribution: Attribution, full: Mapping[str, str]) -> Attribution:
    name = full.get(attribution.speaker or "")
    at = text.find(name) if name is not None else -1
    if name is None or at < 0 or attribution.speaker_kind not in ("person", None):
        return attribution  # a campaign that is named after somebody is nobody
    where = Span(at, at + len(name))
    return replace(attribution, speaker=name, speaker_kind="person", antecedent=where)


def _by_description(
    text: str, attributions: Sequence[Attribution], nouns: set[str]
) -> Iterable[Attribution]:
    last: Attribution | None = None  # who has the floor; those whom others quote have not
    for attribution in attributions:
        found = attribution
        if last is not None and _is_description(attribution):
            noun = _last_word(attribution.source[-1].of(text))
            is_near = 0 <= attribution.source[0].start - last.source[0].end <= _FARTHEST
            if noun in nouns and is_near and _is_called(text, last.speaker or "", noun):
                where = last.antecedent or last.source[0]
                found = replace(attribution, speaker=last.speaker, antecedent=where)
        if found.inside is None and found.speaker_kind is not None:
            is_person = found.speaker_kind == "person" and found.speaker and found.source
            last = found if is_person else None
        yield found


def _is_description(attribution: Attribution) -> bool:
    return (
        attribution.speaker_kind == "person"
        and attribution.speaker is None
        and len(attribution.source) == 1
    )


def _last_word(words: str) -> str:
    found = _WORD.findall(words)
    return found[-1].casefold() if found else ""


def _is_called(text: str, name: str, noun: str) -> bool:
    """Whether the noun stands as a title or an apposition of the name somewhere in the text."""
    called = rf"\b{re.escape(noun)},? {re.escape(name)}\b|\b{re.escape(name)}, (?:\w+ )?{noun}\b"
    return re.search(called, text, re.I) is not None
