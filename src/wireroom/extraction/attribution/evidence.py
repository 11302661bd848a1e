"""What speaks for a reading: the features that the weights of a language's cues are over."""

from dataclasses import dataclass

from wireroom.extraction.attribution.drafts import Draft
from wireroom.extraction.attribution.lexicon import Lexicon
from wireroom.extraction.attribution.quoted import Quotes
from wireroom.extraction.attribution.sources.lists import SourceLists
from wireroom.extraction.attribution.syntax import Tree

_SHORT, _LONG = 3, 12  # words of a content


@dataclass(frozen=True, slots=True)
class Background:
    """What is known beside the syntax: the quotations, the cue words, the words for sources."""

    quotes: Quotes
    lexicon: Lexicon
    sources: SourceLists


def features(tree: Tree, draft: Draft, names: dict[int, str], about: Background) -> list[str]:
    """Names of what holds of the draft; ``names`` has the type of the name at a token."""
    head = tree.tokens[draft.head]
    lemma, frame = head.lemma.lower(), draft.frame
    preposition = _preposition(tree, draft)
    kind = _subject_kind(tree, draft, names)
    form = _form(head.feats)
    dep = head.dep
    length = _length(tree, draft)
    found = [
        f"frame={frame}",
        f"{frame}|{lemma}",
        f"lemma={lemma}",
        f"{frame}|subject={kind}",
        f"{frame}|dep={dep}",
        f"{frame}|form={form}",
        f"{frame}|length={length}",
        f"subject={kind}|{lemma}",
        f"form={form}|dep={dep}",
    ]
    cues = about.lexicon.nouns if frame.startswith("noun") else about.lexicon.verbs
    for family in sorted({cue.family for cue in cues.get(lemma, ())}):
        found.append(f"{frame}|family={family}")
    if preposition:
        found += [f"{frame}|{lemma}|{preposition}", f"{frame}|{preposition}"]
    found += _content_features(tree, draft, names, about.quotes)
    found += _group_features(tree, draft)
    if draft.source_head is not None:
        source = tree.tokens[draft.source_head].lemma.lower()
        found += [f"source={source}", f"{frame}|source={source}"]
        noun = about.sources.nouns.get(source)
        if noun is not None:
            found += [f"{frame}|source is={noun[0]}", f"{frame}|source is={noun[1]}"]
    if head.head != draft.head:
        governor = tree.tokens[head.head]
        found += [f"under={governor.lemma.lower()}|{dep}", f"{frame}|under={governor.pos}"]
    if about.quotes.at(head.start) is not None:
        found += ["quoted", f"{frame}|quoted"]
    return found


def _preposition(tree: Tree, draft: Draft) -> str:
    for index in draft.cue:
        token = tree.tokens[index]
        if token.dep in ("prep", "case") and index > draft.head:
            return token.text.lower()
    return ""


def _subject_kind(tree: Tree, draft: Draft, names: dict[int, str]) -> str:
    if draft.source_head is None:
        return "none"
    if draft.source_head in names:
        return names[draft.source_head]
    token = tree.tokens[draft.source_head]
    return token.text.lower() if token.pos == "PRON" else token.pos


def _form(feats: str) -> str:
    parts = [part for part in feats.split("|") if part.startswith(("Tense", "VerbForm", "Number"))]
    return "|".join(parts)


def _length(tree: Tree, draft: Draft) -> str:
    words = sum(span.of(tree.text).count(" ") + 1 for span in draft.content)
    return "short" if words <= _SHORT else "long" if words > _LONG else "middle"


def _content_features(tree: Tree, draft: Draft, names: dict[int, str], quotes: Quotes) -> list[str]:
    frame = draft.frame
    found = []
    content = draft.content
    quoted = any(quotes.overlapping(span) for span in content)
    if quoted:
        found.append(f"{frame}|has quotation")
        first = content[0].start
        number = quotes.at(first)
        if number is not None and quotes[number].start == first:
            found.append(f"{frame}|opens quotation")
    if draft.content_head is not None:
        token = tree.tokens[draft.content_head]
        kind = names.get(draft.content_head, token.pos)
        found += [
            f"{frame}|content={kind}",
            f"content={token.lemma.lower()}",
            f"{frame}|content form={_form(token.feats)}",
        ]
        opening = tree.tokens[draft.first] if draft.first is not None else token
        word = opening.text.lower() if opening.pos in _CLOSED else opening.pos
        found.append(f"{frame}|first={word}")
    return found


_CLOSED = {"SCONJ", "PRON", "DET", "ADP", "PART", "AUX"}


def _group_features(tree: Tree, draft: Draft) -> list[str]:
    found = []
    for index in draft.cue:
        token = tree.tokens[index]
        if index != draft.head and token.pos in ("AUX", "PART", "ADV", "ADP"):
            found.append(f"with={token.lemma.lower()}")
            if token.dep in ("aux", "auxpass", "neg"):
                found.append(f"{draft.frame}|with={token.lemma.lower()}")
    return found
