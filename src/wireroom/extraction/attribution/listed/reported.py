"""Sentences that go on with reported speech by the form of their verb alone."""

from dataclasses import replace

from wireroom.extraction.attribution.listed.findings import Finding, Passage
from wireroom.records.spans import Span

_FARTHEST = 6  # sentences that one cue carries
_FIRST = 12  # words of a sentence among which its verb stands


def go_on(passage: Passage) -> None:
    """Give each finding the sentences after it, in its paragraph, that tell nothing of their own
    and have a verb of reported speech: "Nobody were hurt."

    Only for a language whose verbs have such a form.
    """
    if not passage.lists.holds("bare"):
        return
    told = {passage.w[index].sentence for finding in passage.all() for index in finding.cue}
    for finding in passage.all():
        passage.replace(finding, _longer(passage, finding, told))


def _longer(passage: Passage, finding: Finding, told: set[int]) -> Finding:
    if not finding.content or finding.frame in ("line", "hearsay", "dialogue"):
        return finding
    w, number = passage.w, passage.w[finding.cue[0]].sentence
    last = max(other.cue[0] for other in passage.beside(finding.cue[0]))
    if last != finding.cue[0] or finding.stance in ("asks", "no-comment"):
        return finding
    more: list[Span] = []
    for following in range(number + 1, min(len(w.bounds), number + 1 + _FARTHEST)):
        words = w.bounds[following]
        if following in told or not words or not _is_reported(passage, words):
            break
        if "\n" in w.text[w[words.start - 1].end : w[words.start].start]:
            break
        told.add(following)
        more.extend(passage.content(words.start, words.stop))
    return replace(finding, content=(*finding.content, *more)) if more else finding


def _is_reported(passage: Passage, words: range) -> bool:
    """Whether a sentence without quotation marks has the verb form near its beginning."""
    w = passage.w
    if any(w[i].scope >= 0 for i in words) or w[words.stop - 1].text not in ".!":
        return False
    for index in words[:_FIRST]:
        if w[index].text in (",", ":", ";"):
            return False
        if passage.does(index, "reported"):
            return True
    return False
