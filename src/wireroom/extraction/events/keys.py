"""The key of each token: the word that it is looked up by in the lists."""

from collections.abc import Iterator

from wireroom.extraction.events.lexicon import Lexicon
from wireroom.records.annotations import Token


def keys_of(tokens: tuple[Token, ...], lexicon: Lexicon) -> list[str]:
    """The keys of all tokens; what a hyphen joins to a word of the lists ("sit-in") has it as the
    key of its last token, and none of its first, which would be another word ("sit")."""
    keys = [_key(token, lexicon) for token in tokens]
    for at, token in enumerate(tokens[1:-1], start=1):
        if token.text != "-" or tokens[at - 1].end != token.start:
            continue
        if tokens[at + 1].start != token.end:
            continue
        word = f"{tokens[at - 1].text}-{tokens[at + 1].text}".lower()
        for stem in _stems(word) if lexicon.code == "en" else (word,):
            if stem in lexicon.hyphened:
                keys[at - 1], keys[at + 1] = "", stem
                break
    return keys


def _key(token: Token, lexicon: Lexicon) -> str:
    lemma = token.lemma.lower()
    if lemma in lexicon.vocabulary and token.pos != "PROPN":
        return lemma
    word = token.text.lower()
    if word in lexicon.forms:
        return lexicon.forms[word]
    if lexicon.code != "en" or token.pos not in ("PROPN", "X", "NOUN", "ADJ"):
        return lemma
    # Names in capitals keep their ending: headlines, old wires.
    return next((stem for stem in _stems(word) if stem in lexicon.vocabulary), lemma)


def _stems(word: str) -> Iterator[str]:
    yield word
    if word.endswith("ies"):
        yield word[:-3] + "y"
    if word.endswith("es"):
        yield word[:-2]
    if word.endswith("s"):
        yield word[:-1]
    if word.endswith("ed"):
        yield from (word[:-2], word[:-1], word[:-3])
    if word.endswith("ing") and len(word) > 5:
        yield from (word[:-3], word[:-3] + "e", word[:-4])
