"""Direct speech beside a Russian verb: «…», — сказал он; он сказал: «…»."""

from bisect import bisect_left

from wireroom.extraction.attribution.drafts import Draft
from wireroom.extraction.attribution.russian.cues import group_of
from wireroom.extraction.attribution.russian.grammar import is_finite
from wireroom.extraction.attribution.russian.passage import Passage
from wireroom.extraction.attribution.russian.subjects import speaker_of

_DASHES = ("—", "–", "-", ",")
_REACH = 25  # tokens between a verb and the quotation that it introduces
_NEAR = 4
_SHORTEST = 4  # characters between the marks


def quotation_draft(about: Passage, verb: int) -> Draft | None:
    """A cue with the quotation that stands before it, handed on by a dash, or after its colon."""
    tree = about.tree
    if not about.quotes or about.quotes.at(tree.tokens[verb].start) is not None:
        return None
    cue = about.verb(verb)
    is_cue = cue is not None and "quotation" in cue.frames
    number = _before(about, verb, is_cue)
    if number is None and is_cue:
        number = _after(about, verb)
    if number is None:
        return None
    subject = speaker_of(about, verb)
    if subject.head is not None and about.quotes.at(tree.tokens[subject.head].start) == number:
        return None  # «Лавровские вести» пишут
    source = tuple(i for i in subject.words if about.quotes.at(tree.tokens[i].start) != number)
    if not is_cue and not source:
        return None
    group = group_of(about, verb)
    content = about.speech.speech(number, verb)
    head = subject.head if source else None
    return Draft(verb, "quotation", tuple(sorted(group)), source, head, content)


def _before(about: Passage, verb: int, is_cue: bool) -> int | None:
    """The quotation that ends before the verb: «…», — [time, place] verb."""
    tree = about.tree
    index = verb - 1
    reach = _REACH if is_cue else _NEAR
    while index > 0 and verb - index <= reach:
        token = tree.tokens[index]
        number = about.quotes.at(token.start)
        if number is not None:
            return None
        before = about.quotes.at(tree.tokens[index - 1].start)
        if token.text in _DASHES and before is not None:
            return before if _is_handed_on(about, before, index, verb, is_cue) else None
        if token.text in ("—", "–") and tree.tokens[index - 1].text == ",":
            before = about.quotes.at(tree.tokens[index - 2].start) if index > 1 else None
            if before is None:
                return None
            return before if _is_handed_on(about, before, index, verb, is_cue) else None
        if token.text in (".", ":", ";", "!", "?") or token.sentence != tree.tokens[verb].sentence:
            return None
        if tree.is_verb(index) and is_finite(tree, index):
            return None
        index -= 1
    return None


def _is_handed_on(about: Passage, number: int, mark: int, verb: int, is_cue: bool) -> bool:
    """Whether the quotation is speech: it is long, or a dash follows it; before a verb that is no
    cue, a dash and nothing between."""
    quotation, token = about.quotes[number], about.tree.tokens[mark]
    words = quotation.span.of(about.tree.text)
    if len(words) < _SHORTEST:
        return False
    is_dash = token.text in ("—", "–", "-")
    if not is_cue:
        is_inverted = (about.tree.child(verb, ("nsubj",)) or 0) > verb
        return is_dash and verb == mark + 1 and is_inverted and _is_past_or_present(about, verb)
    starts_sentence = _starts_sentence(about, number)
    return (is_dash or " " in words) and starts_sentence


def _starts_sentence(about: Passage, number: int) -> bool:
    """Whether nothing stands before the quotation in its sentence that it would complete."""
    tree = about.tree
    starts = [token.start for token in tree.tokens]
    first = bisect_left(starts, about.quotes[number].start)
    if first == 0:
        return True
    before = tree.tokens[first - 1]
    here = tree.tokens[first]
    return before.sentence != here.sentence or before.text in (
        ".",
        ":",
        "—",
        "–",
        ",",
        "»",
        "?",
        "!",
    )


def _is_title(about: Passage, mark: int, verb: int) -> bool:
    """Whether a quotation right behind a verb is a name, or what a thing is called."""
    tree = about.tree
    cue = about.verb(verb)
    if cue is not None and any(frame.startswith("rest:") for frame in cue.frames):
        return True
    number = about.quotes.at(tree.tokens[mark].start)
    words = about.quotes[number].span.of(tree.text).split() if number is not None else []
    is_name = len(words) <= _NEAR and words[0][1:2].isupper() and words[-1][-2:-1].isalpha()
    return is_name and not any(
        tree.is_verb(i) for i in range(mark, min(mark + _NEAR, len(tree.tokens)))
    )


def _is_past_or_present(about: Passage, verb: int) -> bool:
    feats = about.tree.tokens[verb].feats
    is_told = "VerbForm=Fin" in feats and "Tense=Fut" not in feats
    return is_told and "Person=1" not in feats and "Person=2" not in feats


def _after(about: Passage, verb: int) -> int | None:
    """The quotation after the verb: a colon before it, or right behind the verb."""
    tree = about.tree
    for index in range(verb + 1, min(len(tree.tokens), verb + _REACH)):
        token = tree.tokens[index]
        number = about.quotes.at(token.start)
        before = tree.tokens[index - 1]
        if number is not None:
            is_short = len(about.quotes[number].span.of(tree.text)) < _SHORTEST
            linked = before.text in (":", "—", "–", "-") or (
                index - 1 == verb and not _is_title(about, index, verb)
            )
            if linked and not is_short:
                return number
            if about.quotes[number].span.of(tree.text).count(" ") > 4 or is_short:
                return None
            continue
        if token.text == ";" or (
            before.text != ":" and token.sentence != tree.tokens[verb].sentence
        ):
            return None
        if tree.is_verb(index) and is_finite(tree, index):
            return None
        if before.text == "," and about.does(index, "opens"):
            return None
    return None
