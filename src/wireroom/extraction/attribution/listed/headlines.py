"""Headlines that open with a speaker and a colon."""

from wireroom.extraction.attribution.listed.findings import Finding, Passage

_LONGEST = 200  # characters of a headline
_LONGEST_NAME = 4  # words before the colon
_FEWEST = 3  # words after it


def find_headlines(passage: Passage) -> None:
    """Add "X: …" where X is named as a source elsewhere in the passage, and 'X: "…"' anywhere."""
    known = {
        passage.w[finding.source.stop - 1].key
        for finding in passage.all()
        if finding.source is not None
    }
    for sentence in passage.w.bounds:
        finding = _headline(passage, sentence, known)
        if finding is not None:
            passage.add(finding)


def _headline(passage: Passage, sentence: range, known: set[str]) -> Finding | None:
    w = passage.w
    colon = next((i for i in sentence[: _LONGEST_NAME + 1] if w[i].text == ":"), None)
    if colon is None or colon == sentence.start or not _is_line(passage, sentence):
        return None
    name = range(sentence.start, colon)
    words = w.span(name.start, name.stop - 1).of(w.text)
    quoted = all(w[i].scope >= 0 for i in range(colon + 1, sentence.stop))
    if words.casefold() in passage.lists.labels or (not quoted and w[colon - 1].key not in known):
        return None
    cased = not passage.lists.holds("caseless")
    if any(w[i].is_mark or (cased and not w[i].text[0].isupper()) for i in name):
        return None
    content = passage.content(colon + 1, sentence.stop)
    if not content or sentence.stop - colon <= _FEWEST or not passage.used.isdisjoint(sentence):
        return None
    return Finding(name, (colon,), content, "line")


def _is_line(passage: Passage, sentence: range) -> bool:
    """Whether the sentence is a paragraph of its own, short, and without a full stop."""
    w = passage.w
    last = w[sentence.stop - 1]
    before = w[sentence.start - 1].end if sentence.start else 0
    after = w[sentence.stop].start if sentence.stop < len(w) else len(w.text)
    alone = sentence.start == 0 or "\n" in w.text[before : w[sentence.start].start]
    ends = sentence.stop == len(w) or "\n" in w.text[last.end : after]
    short = last.end - w[sentence.start].start <= _LONGEST
    return alone and ends and short and last.text != "."
