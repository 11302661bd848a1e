"""What a source comes down to: a name, or the kind of somebody who is not named."""

from wireroom.extraction.attribution.listed.lists import SpeechLists
from wireroom.extraction.attribution.listed.words import QUOTATION_MARKS, Wording
from wireroom.records.attributions import SpeakerKind


def name_of(
    wording: Wording, lists: SpeechLists, source: range
) -> tuple[str | None, SpeakerKind | None]:
    """The speaker's name and kind; a pronoun has neither.

    The name is what stands in quotation marks, or between commas a run of capitalised words
    alone, or else the last such run, unless a preposition stands before it: the mayor of X is not
    called X. Where a script has no capitals it is a source without a noun of the list.
    """
    words = list(source)
    if len(words) == 1 and lists.does(wording[words[0]].key, "he"):
        return None, None
    kind = _kind(wording, lists, words)
    whole = " ".join(wording.span(words[0], words[-1]).of(wording.text).split())
    quoted = [i for i in words if wording[i].text in QUOTATION_MARKS]
    if len(quoted) > 1 and quoted[1] > quoted[0] + 1:
        return wording.span(quoted[0] + 1, quoted[1] - 1).of(wording.text).strip(), kind
    run = [] if lists.holds("caseless") else _name_in(wording, lists, words, kind)
    if not run:
        is_name = lists.holds("caseless") and kind is None
        return whole if is_name else None, kind
    if "name-words" in lists.order and kind in _PEOPLE:
        run = run[-int(lists.order["name-words"][0]) :]
    name = wording.span(run[0], run[-1]).of(wording.text)
    is_person = kind in _PEOPLE or (kind is None and len(run) > 1)
    return name, "person" if is_person else kind


def _kind(wording: Wording, lists: SpeechLists, words: list[int]) -> SpeakerKind | None:
    """The kind of the first noun of the list that no preposition stands before."""
    for index in words:
        if index > words[0] and lists.does(wording[index].key, "preposition"):
            break
        kind = lists.noun(wording[index].key)
        if kind is not None:
            return kind
    return None


_PEOPLE = ("office", "person", "witness")


def _name_in(
    wording: Wording, lists: SpeechLists, words: list[int], kind: SpeakerKind | None
) -> list[int]:
    parts: list[list[int]] = [[]]
    for index in words:
        if wording[index].is_mark:
            parts.append([])
        else:
            parts[-1].append(index)
    for part in parts:
        if len(part) > 1 and _last_run(wording, lists, part) == part:
            return part
    run = _last_run(wording, lists, parts[0])
    before = run[0] - 1 if run and run[0] > words[0] else None
    of_place = before is not None and lists.does(wording[before].key, "preposition")
    is_noun = before is not None and len(run) == 1 and lists.does(wording[before].key, "article")
    if is_noun and lists.holds("capital-nouns"):
        return []
    letters = len(run) == 1 and wording[run[0]].text.isupper()
    return [] if kind in _PEOPLE and (of_place or letters) else run


def _last_run(wording: Wording, lists: SpeechLists, words: list[int]) -> list[int]:
    run: list[int] = []
    for index in reversed(words):
        word = wording[index]
        starts = index == wording.bounds[word.sentence].start or lists.holds("capital-nouns")
        if word.text[0].isupper() and not _is_common(lists, word.key, noun=starts):
            run.insert(0, index)
        elif run:
            break
    return run


def _is_common(lists: SpeechLists, key: str, *, noun: bool) -> bool:
    """Whether a word is no name: small, or, where a noun may have a capital, a noun."""
    return (noun and lists.noun(key) is not None) or lists.does(
        key, "article", "preposition", "and", "circumstance"
    )
