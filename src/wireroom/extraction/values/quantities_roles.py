"""What befell those who are counted: killed, injured, missing, by the words around the number."""

from wireroom.extraction.values.quantities_lexicon import PERSONS, Lexicon
from wireroom.extraction.values.quantities_nearest import find_nearest
from wireroom.extraction.values.quantities_numbers import Number, Sentence
from wireroom.extraction.values.quantities_units import Counted

_CLIMB = 6  # conjuncts and appositions between a number and the verb
_REACH = 7  # words between a number and the verb that follows it
_TOLL_REACH = 25  # words from "death toll" to the number
_JOINED = ("conj", "appos", "nummod", "nummod:gov", "flat", "dep", "compound", "quantmod")
_PASSIVE = ("nsubjpass", "nsubj:pass", "csubjpass")
_OBJECT = ("dobj", "obj")
_NEVER = ("weapon", "measure", "money", "percent")  # what nobody kills or wounds

Found = tuple[str, str] | None  # role and reason


def find_role(sentence: Sentence, lexicon: Lexicon, number: Number, counted: Counted) -> Found:
    """The role of a number and why, or None: what is nearest and plainest goes first."""
    if counted.unit.kind in _NEVER:
        return None
    if not lexicon.parsed:
        return _as_unit(sentence, lexicon, counted) or find_nearest(
            sentence, lexicon, number, counted
        )
    found = (
        _as_unit(sentence, lexicon, counted)
        or _described(sentence, lexicon, number, counted)
        or _between(sentence, lexicon, number, counted)
        or _stated_after(sentence, lexicon, number, counted)
        or _in_tree(sentence, lexicon, number, counted)
        or _before(sentence, lexicon, number, counted)
        or _as_toll(sentence, lexicon, number)
    )
    if found is None or (counted.unit.kind == "thing" and found[0] == "missing"):
        return None  # jobs disappear too
    return found


def _as_unit(sentence: Sentence, lexicon: Lexicon, counted: Counted) -> Found:
    """ "12 deaths": what is counted is itself the harm."""
    if counted.head is None:
        return None
    role = _single(sentence, lexicon, counted.head, "counted")
    return (role, f"'{sentence.tokens[counted.head].text}' are counted") if role else None


def _described(sentence: Sentence, lexicon: Lexicon, number: Number, counted: Counted) -> Found:
    """ "70 wounded civilians": the word between the number and its noun."""
    for place in range(number.right, counted.head or 0):
        role = lexicon.roles.get("state", {}).get(sentence.words[place])
        if role:
            return role, f"they are '{sentence.tokens[place].text}'"
    return None


def is_harm(sentence: Sentence, lexicon: Lexicon, counted: Counted) -> bool:
    """Whether the noun says what befell them and not who they are: "deaths", "wounded"."""
    return _as_unit(sentence, lexicon, counted) is not None


def _between(sentence: Sentence, lexicon: Lexicon, number: Number, counted: Counted) -> Found:
    """ "killed 30 people injured 90": two verbs and two numbers, each verb before its own."""
    after = number.right if counted.head is None else counted.head + 1
    if number.left == 0 or after + 1 >= len(sentence.tokens):
        return None
    if not _single(sentence, lexicon, after, "object"):
        return None
    if not sentence.tokens[after + 1].text[0].isdigit():
        return None
    return _done_to(sentence, lexicon, number.left - 1, counted)


def _done_to(sentence: Sentence, lexicon: Lexicon, place: int, counted: Counted) -> Found:
    """The role that a verb at ``place`` gives to its object."""
    role = _single(sentence, lexicon, place, "object") or _longer(
        sentence, lexicon, place, "object"
    )
    if not role and counted.unit.kind in PERSONS:
        role = _single(sentence, lexicon, place, "object-person")
    return (role, f"'{sentence.tokens[place].text}' is done to them") if role else None


def _single(sentence: Sentence, lexicon: Lexicon, place: int, how: str) -> str | None:
    known = lexicon.roles.get(how, {})
    return known.get(sentence.words[place]) or known.get(sentence.tokens[place].lemma.casefold())


def _stated_after(sentence: Sentence, lexicon: Lexicon, number: Number, counted: Counted) -> Found:
    """ "12 dead", "12 people killed in", "12 people were killed", "five died"."""
    place = number.right if counted.head is None else counted.head + 1
    helped = False
    skip, helpers = lexicon.words.get("between-verb", ()), lexicon.words.get("helper", ())
    for at in range(place, min(place + _REACH, len(sentence.tokens))):
        word = sentence.words[at]
        state = _single(sentence, lexicon, at, "state") or _longer(sentence, lexicon, at, "state")
        if state:
            return state, f"'{sentence.tokens[at].text}' is said of them"
        done = _done_to(sentence, lexicon, at, counted)
        if done:
            passive = helped or _is_passive(sentence, lexicon, at)
            return (done[0], f"they were '{sentence.tokens[at].text}'") if passive else None
        did = _single(sentence, lexicon, at, "subject") or _longer(sentence, lexicon, at, "subject")
        if did:
            return did, f"they '{sentence.tokens[at].text}'"
        helped = helped or word in helpers
        if word not in helpers and word not in skip and sentence.tokens[at].pos != "ADV":
            return None
    return None


def _longer(sentence: Sentence, lexicon: Lexicon, at: int, how: str) -> str | None:
    phrases = lexicon.phrases.get(how)
    found = phrases.after(sentence.words, at) if phrases else None
    return found[1] if found else None


def _is_passive(sentence: Sentence, lexicon: Lexicon, at: int) -> bool:
    """Whether a form such as "killed" has nothing after it that it is done to."""
    token = sentence.tokens[at]
    if "Voice=Pass" in token.feats or (not token.dep and not token.feats):
        return True
    if at + 1 >= len(sentence.tokens) or lexicon.parts.beginning.get(sentence.words[at + 1]):
        return True
    if at + 2 < len(sentence.tokens) and _single(sentence, lexicon, at + 2, "state"):
        return True  # "nine people killed 12 injured"
    for after, child in enumerate(sentence.tokens):
        if sentence.head(after) == at and child.dep in _OBJECT and after > at:
            return False
    if "VerbForm=Part" in token.feats and "Tense=Past" in token.feats:
        return True
    following = sentence.tokens[at + 1].pos
    return following in ("ADP", "PUNCT", "CCONJ", "SCONJ", "ADV") and "Tense=Past" in token.feats


def _in_tree(sentence: Sentence, lexicon: Lexicon, number: Number, counted: Counted) -> Found:
    """By the syntax: object or passive subject of a verb of harm, subject of a verb of dying."""
    place: int | None = counted.head if counted.head is not None else number.inner
    for _ in range(_CLIMB):
        if place is None or place >= len(sentence.tokens) or not sentence.tokens[place].dep:
            return None
        head, relation = sentence.head(place), sentence.tokens[place].dep
        if head is None:
            return None
        verb = sentence.tokens[head].text
        if relation in _PASSIVE or relation in _OBJECT:
            return _done_to(sentence, lexicon, head, counted)
        if relation == "nsubj":
            role = _single(sentence, lexicon, head, "subject") or _single(
                sentence, lexicon, head, "state"
            )
            return (role, f"they '{verb}'") if role else None
        if relation not in _JOINED:
            return None
        place = head
    return None


def _before(sentence: Sentence, lexicon: Lexicon, number: Number, counted: Counted) -> Found:
    """ "killing 12", "the deaths of 12": the words that end where the number begins."""
    place = number.left
    while place > 0 and sentence.words[place - 1] in lexicon.words.get("determiner", ()):
        place -= 1
    phrases = lexicon.phrases.get("before")
    found = phrases.before(sentence.words, place) if phrases else None
    if found:
        return found[1], f"after '{' '.join(sentence.words[place - found[0] : place])}'"
    if place > 0 and sentence.tokens[place - 1].pos in ("VERB", "AUX", "X"):
        return _done_to(sentence, lexicon, place - 1, counted)
    return None


def _as_toll(sentence: Sentence, lexicon: Lexicon, number: Number) -> Found:
    """ "the death toll rose to 43": a phrase before, and only its own verb and place between."""
    phrases = lexicon.phrases.get("toll")
    joiners = lexicon.words.get("toll-joiner", ())
    around = sentence.words[max(0, number.left - 1) : number.inner]
    if phrases is None or not any(word in joiners for word in around):
        return None
    for place in range(number.left, max(0, number.left - _TOLL_REACH), -1):
        found = phrases.before(sentence.words, place)
        if found:
            return found[1], f"after '{' '.join(sentence.words[place - found[0] : place])}'"
        if place < number.left and sentence.tokens[place].text in ";.!?":
            return None
    return None
