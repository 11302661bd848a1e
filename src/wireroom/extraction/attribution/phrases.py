"""Cues that are no verbs: according to, per, reportedly, alleged, is sceptical of."""

from collections.abc import Iterator
from dataclasses import replace

from wireroom.extraction.attribution.drafts import Draft, Frame, Reading
from wireroom.extraction.attribution.frames import draft_of, verb_group
from wireroom.extraction.attribution.lexicon import Lexicon
from wireroom.extraction.attribution.sources.subjects import subject_of
from wireroom.extraction.attribution.syntax import LONGEST_PHRASE, Tree

_CLAUSE_ENDS = {"ccomp", "advcl", "relcl", "parataxis", "acl", "conj", "ROOT", "root", "acl:relcl"}


def adjective_drafts(tree: Tree, adjective: int) -> Iterator[Draft]:
    """The readings of an adjective after "be": is sceptical of, is hopeful that, is open to."""
    token = tree.tokens[adjective]
    verb = token.head
    if token.dep not in ("acomp", "attr", "oprd") or not tree.is_verb(verb):
        return
    subject = subject_of(tree, verb)
    group = verb_group(tree, verb)
    near = [i for i in tree.children[adjective] if tree.tokens[i].dep in ("advmod", "neg")]
    for index in tree.children[adjective]:
        reading = _complement(tree, index)
        if reading is not None:
            cue = {*group, *near, adjective, *reading.joins_cue}
            draft = draft_of(tree, adjective, reading, cue, subject)
            if draft is not None:
                yield draft


def _complement(tree: Tree, index: int) -> Reading | None:
    token = tree.tokens[index]
    if token.dep == "prep":
        thing = tree.child(index, ("pobj", "pcomp"))
        if thing is not None:
            return Reading("preposition", thing, tuple(tree.phrase(thing)), (index,))
    if token.dep in ("xcomp", "ccomp"):
        frame: Frame = "infinitive" if token.dep == "xcomp" else "clause"
        return Reading(frame, index, tuple(tree.phrase(index)))
    return None


def clause_of(tree: Tree, index: int) -> int:
    """The head of the clause that the token stands in."""
    for _ in range(40):
        token = tree.tokens[index]
        if token.head == index or (token.dep in _CLAUSE_ENDS and tree.is_verb(index)):
            break
        index = token.head
    return index


def source_draft(tree: Tree, index: int, lexicon: Lexicon) -> Draft | None:
    """According to X, …: the preposition with its source, and the clause that it stands in."""
    for words in lexicon.phrases.get(tree.tokens[index].text.casefold(), ()):
        last = index + len(words) - 1
        if last < len(tree.tokens) and all(
            tree.tokens[index + place].text.casefold() == word for place, word in enumerate(words)
        ):
            draft = _source_draft(tree, index, last)
            is_citing = " ".join(words) in lexicon.citing
            return draft if draft is None or is_citing else replace(draft, within=None)
    return None


def _source_draft(tree: Tree, first: int, last: int) -> Draft | None:
    cue = set(range(first, last + 1))
    source_head = _source_head(tree, cue)
    if source_head is None or (len(cue) == 1 and not _names_someone(tree, source_head)):
        return None
    words = _to_closing_mark(
        tree, tree.trimmed([i for i in tree.phrase(source_head, cue) if i > last])
    )
    words = _with_name_after(tree, words)
    top = _top(tree, first, cue | {source_head})
    governor = tree.tokens[top].head
    if not words or governor == top:
        return None
    clause = clause_of(tree, governor)
    left_out = {*words, *cue}
    content = [i for i in tree.phrase(clause) if i not in left_out]
    if words[-1] == max(tree.phrase(top)):
        content = [i for i in content if i not in set(tree.phrase(top))]
    content = _less_opening(tree, tree.trimmed(content))
    if not content:
        return None
    return Draft(
        first,
        "source-preposition",
        tuple(sorted(cue)),
        tuple(words),
        source_head,
        tree.spans(content),
        clause,
        content[0],
        within=clause,
    )


def _less_opening(tree: Tree, content: list[int]) -> list[int]:
    """Reported that, according to X, Y: without the "that" which the source parts from the rest."""
    last = 0
    while last + 1 < len(content) and content[last + 1] == content[last] + 1:
        last += 1
    opening, rest = content[: last + 1], content[last + 1 :]
    if not rest or any(tree.tokens[i].pos not in ("SCONJ", "PUNCT") for i in opening):
        return content
    return tree.trimmed(rest)


def _with_name_after(tree: Tree, words: list[int]) -> list[int]:
    """According to the agency Northwire, …: with a name that a comma ends and no verb has taken."""
    last = words[-1] if words else -1
    end = last
    while end + 1 < len(tree.tokens) and tree.tokens[end + 1].pos == "PROPN" and last >= 0:
        end += 1
    follows = end + 1 < len(tree.tokens) and tree.tokens[end + 1].text == ","
    if end == last or not follows or tree.tokens[last].pos != "NOUN":
        return words
    return [*words, *range(last + 1, end + 1)]


def _to_closing_mark(tree: Tree, words: list[int]) -> list[int]:
    """A source that opens with a quotation mark ends at the closing one."""
    texts = [tree.tokens[i].text for i in words]
    if texts and texts[0] in _MARKS:
        for place, text in enumerate(texts[1:], 1):
            if text == _MARKS[texts[0]]:
                return words[: place + 1]
    for place, text in enumerate(texts[1:], 1):
        if text in ('"', "”", "»") and texts[place + 1 : place + 2] == [","]:
            return words[: place + 1]
    return words


_MARKS = {'"': '"', "“": "”", "«": "»", "„": "“", "''": "''"}


def _names_someone(tree: Tree, index: int) -> bool:
    # "per cent", "per billion": one word alone needs a name, or a noun with an article, after it.
    token = tree.tokens[index]
    return token.pos == "PROPN" or bool(tree.children[index]) or "Case=" in token.feats


def _top(tree: Tree, first: int, inside: set[int]) -> int:
    """The token of the phrase that hangs on the rest of the sentence."""
    top = first
    for _ in inside:
        head = tree.tokens[top].head
        if head == top or head not in inside:
            break
        top = head
    return top


def _source_head(tree: Tree, cue: set[int]) -> int | None:
    last = max(cue)
    for index in sorted(cue, reverse=True):
        for child in tree.children[index]:
            if child > last:
                return child
    head = tree.tokens[last].head
    return head if head > last else None


def adverb_draft(tree: Tree, index: int) -> Draft | None:
    """Reportedly, allegedly: no source, and the clause that the adverb stands in."""
    clause = clause_of(tree, tree.tokens[index].head)
    content = tree.trimmed([i for i in tree.phrase(clause) if i != index])
    if not content or clause == index:
        return None
    return Draft(index, "adverb", (index,), (), None, tree.spans(content), clause, content[0])


def citing_draft(tree: Tree, verb: int, lexicon: Lexicon) -> Draft | None:
    """X, citing Y, said …: Y as the source of what X says."""
    token = tree.tokens[verb]
    if lexicon.silence.get(token.lemma.casefold()) != "cite" or "VerbForm=Part" not in token.feats:
        return None
    if token.dep not in ("advcl", "acl", "prep") or "Tense=Past" in token.feats:
        return None
    thing = tree.child(verb, tree.relations.thing)
    governor = tree.tokens[verb].head
    if thing is None or governor == verb:
        return None
    words = tree.trimmed(tree.phrase(thing))
    clause = clause_of(tree, governor)
    inside = set(tree.phrase(verb))
    words = _with_rest(tree, words, inside)
    content = tree.trimmed([i for i in tree.phrase(clause) if i not in inside])
    if not content:
        return None
    return Draft(
        verb,
        "source-preposition",
        (verb,),
        tuple(words),
        thing,
        tree.spans(content),
        clause,
        content[0],
        within=clause,
    )


def _with_rest(tree: Tree, words: list[int], inside: set[int]) -> list[int]:
    """Quoting a source *in the ministry*: with what a parser ties to the verb."""
    last = words[-1] if words else -1
    rest: list[int] = []
    if not 0 <= last < len(tree.tokens) - 1 or not tree.does(last + 1, "inside"):
        return words
    while last + 1 in inside and tree.tokens[last + 1].pos in _OF_SOURCE and len(rest) < _REST:
        last += 1
        rest.append(last)
    return [*words, *rest] if rest and tree.tokens[rest[-1]].pos in ("NOUN", "PROPN") else words


_OF_SOURCE = ("ADP", "DET", "ADJ", "NOUN", "PROPN", "NUM", "PART")
_REST = 8


def as_draft(tree: Tree, verb: int, lexicon: Lexicon) -> Draft | None:
    """As X reported, …: by its words alone, for parsers often lose their way in it."""
    tokens = tree.tokens
    after = verb + 1
    if after >= len(tokens) or tokens[after].text != ",":
        return None
    if not lexicon.is_speech(tokens[verb].lemma.casefold()):
        return None
    first = verb
    while first > 0 and tokens[first - 1].sentence == tokens[verb].sentence:
        first -= 1
        if verb - first > _LONGEST_SOURCE or tokens[first].text in _CLAUSE_MARKS:
            return None
    if not tree.does(first, "as"):
        return None
    group = [i for i in verb_group(tree, verb) if i > first]
    words = [i for i in range(first + 1, verb) if i not in group]
    content = [
        i for i in range(after + 1, len(tokens)) if tokens[i].sentence == tokens[verb].sentence
    ]
    content, words = tree.trimmed(content[:LONGEST_PHRASE]), tree.trimmed(words)
    if not content or not words or any(tree.is_verb(i) for i in words):
        return None
    return Draft(
        verb,
        "beside",
        tuple(group),
        tuple(words),
        words[-1],
        tree.spans(content),
        content[0],
        content[0],
    )


def tail_draft(tree: Tree, verb: int, lexicon: Lexicon) -> Draft | None:
    """…, X told the paper: by its place at the end of its sentence, where the parser lost its way.

    A verb of saying with nothing to say after it but to whom, where and when; its source stands
    before it, right after a comma, and a clause before that. Or the parser took a word before the
    source for its object, with no comma between.
    """
    tokens = tree.tokens
    cue = lexicon.verb(tokens[verb].lemma.casefold(), "beside")
    if cue is None or "beside" not in cue.frames or not _ends_sentence(tree, verb):
        return None
    group, subject = verb_group(tree, verb), subject_of(tree, verb)
    words = tuple(i for i in subject.words if i not in group)
    if not words or words[-1] >= verb or not any("VerbForm=Fin" in tokens[i].feats for i in group):
        return None
    last = words[0] - 1
    is_set_off = last > 0 and tokens[last].text in (",", "—", "–") or bool(subject.spare)
    if not is_set_off or words[-1] + 1 + len(group) < verb:
        return None
    content = [i for i in range(words[0]) if tokens[i].sentence == tokens[verb].sentence]
    content = tree.trimmed(content[-LONGEST_PHRASE:])
    if len(content) < _SHORTEST_CLAUSE or not any(tree.is_verb(i) for i in content):
        return None
    if any(mark in tokens[i].text for i in content for mark in _QUOTATION_MARKS):
        return None
    if tree.does(content[0], "as") or any(tree.does(words[0], what) for what in _NO_SOURCE):
        return None
    return Draft(
        verb,
        "beside",
        group,
        words,
        subject.head,
        tree.spans(content),
        tokens[content[0]].head if tokens[content[0]].head in content else content[0],
        content[0],
    )


def _ends_sentence(tree: Tree, verb: int) -> bool:
    """Whether no clause follows the verb before the next comma or the end of its sentence, and
    no object but somebody who is told."""
    for index in tree.children[verb]:
        if index > verb and tree.tokens[index].dep in tree.relations.clause:
            return False
    for index in range(verb + 1, min(len(tree.tokens), verb + _LONGEST_TAIL)):
        token = tree.tokens[index]
        if token.sentence != tree.tokens[verb].sentence or token.text in (".", ","):
            return True
        if tree.is_verb(index) or token.text in _QUOTATION_MARKS or token.text == ":":
            return False
        is_thing = token.head == verb and token.dep in tree.relations.thing
        if is_thing and token.pos != "PROPN" and "Number=Plur" not in token.feats:
            return False
    return verb + 1 >= len(tree.tokens)


_LONGEST_TAIL = 14  # tokens after the verb
_SHORTEST_CLAUSE = 3
_NO_SOURCE = ("relative", "question", "circumstance")
_QUOTATION_MARKS = {'"', "“", "«", "”", "»", "„", "''", "``"}
_LONGEST_SOURCE = 12
_CLAUSE_MARKS = {",", ";", ":"}
