"""Where the parser loses its way in what is said: the same tokens under other heads."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from wireroom.records.annotations import AnnotatedText, Token

_SAID = ("ccomp", "csubj", "csubj:pass", "advcl")
_SUBJECTS = ("nsubj", "nsubj:pass")
_POSSESSIVES = ("его", "её", "ее", "их")
_QUESTIONS = ("что", "чтобы", "как", "будто", "кто", "где", "когда", "куда", "почему", "зачем")
_UP = 5  # heads


def repaired(annotated: AnnotatedText) -> AnnotatedText:
    """The text with the heads mended; the tokens themselves stay as they are."""
    tokens = list(annotated.tokens)
    for mend in _REPAIRS:
        mend(tokens)
    return replace(annotated, tokens=tuple(tokens))


def _circles(tokens: list[Token]) -> None:
    """Words that hang on one another in a circle: the first verb of it becomes a root."""
    done: set[int] = set()
    for start in range(len(tokens)):
        path: list[int] = []
        index = start
        while index not in done:
            done.add(index)
            path.append(index)
            if tokens[index].head == index:
                break
            index = tokens[index].head
        if index in path and tokens[index].head != index:
            circle = path[path.index(index) :]
            top = next((i for i in sorted(circle) if tokens[i].pos == "VERB"), min(circle))
            tokens[top] = replace(tokens[top], dep="root", head=top)


def _possessives(tokens: list[Token]) -> None:
    """*Её* адвокат заявил: the pronoun belongs to the noun after it."""
    for index, token in enumerate(tokens[:-1]):
        noun = index + 1
        if tokens[noun].pos == "ADJ" and noun + 1 < len(tokens):
            noun += 1
        is_pronoun = token.text.casefold() in _POSSESSIVES and "Case=Gen" in token.feats
        if is_pronoun and tokens[noun].pos == "NOUN" and token.dep in ("obj", "obl", "iobj"):
            tokens[index] = replace(token, dep="det", head=noun)
        both = token.dep in _SUBJECTS and tokens[index + 1].dep in _SUBJECTS
        if both and tokens[index + 1].pos == "DET" and tokens[index + 1].head == token.head:
            tokens[index + 1] = replace(tokens[index + 1], dep="det", head=index)


def _coordinations(tokens: list[Token]) -> None:
    """X заявил, что …, и попросил: a comma before "и" closes what X said."""
    children = _children(tokens)
    for index, token in enumerate(tokens):
        if not _may_go_on(tokens, children, index):
            continue
        head = token.head
        if token.dep in _SAID and head < index:
            tokens[index] = replace(token, dep="conj")
        elif token.dep == "conj" and tokens[head].dep in (*_SAID, "acl"):
            governor = _speaking(tokens, head)
            is_outer = governor < head < index and tokens[governor].pos in ("VERB", "ADJ")
            if is_outer and _closes(tokens, children, index) and _agrees(tokens[governor], token):
                tokens[index] = replace(token, head=governor)


def _may_go_on(tokens: list[Token], children: list[list[int]], index: int) -> bool:
    """Whether a predicate has a conjunction before it, and no subject of its own."""
    token = tokens[index]
    if token.pos not in ("VERB", "AUX", "ADJ") or token.head == index:
        return False
    below = [tokens[i].dep for i in children[index]]
    has_own = "mark" in below or any(dep in _SUBJECTS for dep in below)
    return "cc" in below and not has_own and "VerbForm=Inf" not in token.feats


def _speaking(tokens: list[Token], clause: int) -> int:
    """The verb around a clause, of which a noun may stand between: выражает надежду, что."""
    governor = tokens[clause].head
    if tokens[clause].dep == "acl" and tokens[governor].pos == "NOUN":
        return tokens[governor].head
    return governor


def _unlike(tokens: list[Token]) -> None:
    """Заявил о готовности вести переговоры и призвал: a finite verb goes on with a finite one."""
    for index, token in enumerate(tokens):
        if token.dep != "conj" or "VerbForm=Fin" not in token.feats:
            continue
        outer = token.head
        for _ in range(_UP):
            if "VerbForm=Fin" in tokens[outer].feats or tokens[outer].head == outer:
                break
            outer = tokens[outer].head
        is_finite = "VerbForm=Fin" in tokens[outer].feats and outer < index
        if outer != token.head and is_finite and _agrees(tokens[outer], token):
            tokens[index] = replace(token, head=outer)


def _closes(tokens: list[Token], children: list[list[int]], index: int) -> bool:
    """Whether the conjunct is none of the clause before it: by a comma before "и", or by a
    subject there that it does not agree with."""
    head = tokens[index].head
    joint = next((i for i in children[index] if tokens[i].dep == "cc"), index)
    comma = joint > 0 and tokens[joint - 1].text == "," and tokens[joint].text == "и"
    subject = next(
        (
            i
            for i in children[head]
            if tokens[i].dep in _SUBJECTS and "Case=Acc" not in tokens[i].feats
        ),
        None,
    )
    other = tokens[head if subject is None else subject]
    return comma or not _agrees(other, tokens[index])


def _agrees(one: Token, other: Token) -> bool:
    first, second = _features(one), _features(other)
    if first.get("Number") != second.get("Number"):
        return "Number" not in first or "Number" not in second
    known = "Gender" in first and "Gender" in second and first.get("Number") == "Sing"
    return not known or first["Gender"] == second["Gender"]


def _features(token: Token) -> dict[str, str]:
    return dict(part.split("=", 1) for part in token.feats.split("|") if "=" in part)


def _second_roots(tokens: list[Token]) -> None:
    """A sentence has one root: what else has none hangs on the verb before it."""
    children = _children(tokens)
    first: dict[int, int] = {}
    for index, token in enumerate(tokens):
        if token.head != index:
            continue
        root = first.setdefault(token.sentence, index)
        if root == index:
            continue
        marks = [i for i in children[index] if tokens[i].dep in ("mark", "advmod", "obl")]
        asks = any(tokens[i].text.casefold() in _QUESTIONS for i in marks)
        if any(tokens[i].dep == "case" for i in children[index]):
            tokens[index] = replace(token, dep="obl", head=root)
        elif asks and tokens[root].pos == "VERB":
            tokens[index] = replace(token, dep="ccomp", head=root)


def _early_subjects(tokens: list[Token]) -> None:
    """X вспомнил, как увидел: a subject before the verb around is that verb's."""
    children = _children(tokens)
    for index, token in enumerate(tokens):
        if token.dep not in _SUBJECTS:
            continue
        verb = token.head
        outer = tokens[verb].head
        if tokens[verb].dep not in _SAID or not index < outer < verb:
            continue
        if not any(tokens[i].dep in _SUBJECTS for i in children[outer]):
            tokens[index] = replace(token, head=outer)


def _inverted(tokens: list[Token]) -> None:
    """— Ждём, — машет рукой рыбак: the subject behind the author's verb is that verb's."""
    for index, token in enumerate(tokens):
        if token.dep != "nsubj":
            continue
        for verb in range(index - 1, token.head, -1):
            is_authors = tokens[verb].dep == "parataxis" and tokens[verb].head == token.head
            if is_authors and tokens[verb - 1].text in ("—", "–", "-"):
                tokens[index] = replace(token, head=verb)
                break


def _objects(tokens: list[Token]) -> None:
    """Кротова вину не признаёт: of two objects the person before the verb is its subject."""
    children = _children(tokens)
    for index, token in enumerate(tokens):
        if token.pos != "VERB" or "VerbForm=Fin" not in token.feats:
            continue
        below = children[index]
        if any(tokens[i].dep in _SUBJECTS for i in below):
            continue
        bare = [
            i
            for i in below
            if tokens[i].dep == "obj" and not any(tokens[j].dep == "case" for j in children[i])
        ]
        if len(bare) > 1 and bare[0] < index and tokens[bare[0]].pos == "PROPN":
            tokens[bare[0]] = replace(tokens[bare[0]], dep="nsubj")


def _told(tokens: list[Token]) -> None:
    """Советник рассказал Daily Mail: a foreign name after the verb is told, where somebody stands
    in the nominative before it."""
    for index, token in enumerate(tokens):
        verb = token.head
        if token.dep != "nsubj" or token.pos != "X" or not verb < index:
            continue
        place = verb - 1
        while place >= 0 and tokens[place].sentence == token.sentence:
            one = tokens[place]
            if one.text == "," or one.pos in ("VERB", "CCONJ", "SCONJ"):
                break
            if one.pos in ("NOUN", "PROPN") and "Case=Nom" in one.feats:
                tokens[place] = replace(one, dep="nsubj", head=verb)
                tokens[index] = replace(token, dep="iobj")
                break
            place -= 1


def _titles(tokens: list[Token]) -> None:
    """…, пишут «Лавровские вести»: a title after a verb that a comma opens is its subject."""
    children = _children(tokens)
    for index in range(1, len(tokens) - 2):
        is_aside = tokens[index].pos == "VERB" and tokens[index - 1].text in (",", "—", "–")
        title = tokens[index + 2].text[:1].isupper() and tokens[index + 1].text in ("«", '"', "“")
        if not is_aside or not title or any(tokens[i].dep in _SUBJECTS for i in children[index]):
            continue
        if _is_told_by_office(tokens, children, index):
            continue
        for below in children[index]:
            if below > index + 1 and tokens[below].pos in ("NOUN", "PROPN", "X"):
                tokens[below] = replace(tokens[below], dep="nsubj")
                break


def _is_told_by_office(tokens: list[Token], children: list[list[int]], verb: int) -> bool:
    """Сообщили «Маяку» в пресс-службе: the plural is that of an office, the title is told."""
    if "Number=Plur" not in tokens[verb].feats:
        return False
    return any("Case=Loc" in tokens[i].feats and i > verb for i in children[verb])


def _children(tokens: Sequence[Token]) -> list[list[int]]:
    found: list[list[int]] = [[] for _ in tokens]
    for index, token in enumerate(tokens):
        if token.head != index and 0 <= token.head < len(tokens):
            found[token.head].append(index)
    return found


_REPAIRS: tuple[Callable[[list[Token]], None], ...] = (
    _circles,
    _possessives,
    _second_roots,
    _early_subjects,
    _unlike,
    _coordinations,
    _inverted,
    _objects,
    _titles,
    _told,
)
