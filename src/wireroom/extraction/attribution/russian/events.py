"""Nouns that stand for a whole clause: о *закрытии* порта, *гибель* капитана."""

from wireroom.extraction.attribution.russian.passage import Passage

_ENDINGS = ("ение", "ание", "яние", "ятие", "ытие", "утие", "итие", "ция", "сия", "ость", "ство")


def is_event(about: Passage, index: int) -> bool:
    """Whether a that-clause can be made of the noun, by its ending or by the list."""
    token = about.tree.tokens[index]
    if token.pos not in ("NOUN", "PRON", "DET"):
        return False
    lemma = about.lemma(index)
    if about.does(index, "this"):
        return True
    if lemma in about.lists.nouns:
        return False
    return lemma.endswith(_ENDINGS) or about.does(index, "event")
