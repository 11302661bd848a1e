"""What a source comes down to: a name, or the kind of somebody who is not named."""

from wireroom.extraction.attribution.listed.lists import SpeechLists
from wireroom.extraction.attribution.listed.words import QUOTATION_MARKS, Wording
from wireroom.records.attributions import SpeakerKind


def name_of(
    wording: Wording, lists: SpeechLists, source: range
) -> tuple[str | None, SpeakerKind | None]:
    """The speaker's name and kind; a pronoun has neither.

    The name is the last run of capitalised words that are no nouns of the list; without one, the
    words of the source. Where a script has no capitals it is the words of the source.
    """
    words = list(source)
    if len(words) == 1 and lists.does(wording[words[0]].key, "he"):
        return None, None
    kinds = [kind for i in words if (kind := lists.noun(wording[i].key)) is not None]
    kind = kinds[0] if kinds else None
    whole = " ".join(wording.span(words[0], words[-1]).of(wording.text).split())
    quoted = [i for i in words if wording[i].text in QUOTATION_MARKS]
    if len(quoted) > 1 and quoted[1] > quoted[0] + 1:
        return wording.span(quoted[0] + 1, quoted[1] - 1).of(wording.text).strip(), kind
    if lists.holds("caseless"):
        return whole, kind
    run = _last_run(wording, lists, words)
    if not run:
        return whole, kind
    name = wording.span(run[0], run[-1]).of(wording.text)
    is_person = kind in (None, "person", "office") and len(run) > 1
    return name, "person" if is_person or kind in ("office", "person") else kind


def _last_run(wording: Wording, lists: SpeechLists, words: list[int]) -> list[int]:
    run: list[int] = []
    for index in reversed(words):
        word = wording[index]
        if word.text[0].isupper() and not word.is_mark and not _is_common(lists, word.key):
            run.insert(0, index)
        elif run:
            break
    return run


def _is_common(lists: SpeechLists, key: str) -> bool:
    return lists.noun(key) is not None or lists.does(key, "article", "preposition", "and")
