"""What a pronoun or a relative clause around it goes back to, and what it cannot."""

from wireroom.extraction.attribution.syntax import Tree

_DEEPEST = 6  # clauses around a pronoun


def noun_described(tree: Tree, head: int) -> int | None:
    """The noun that the clause of a relative pronoun tells about."""
    verb = tree.tokens[head].head
    for _ in range(3):
        if tree.tokens[verb].dep in tree.relations.relative:
            return tree.tokens[verb].head
        verb = tree.tokens[verb].head
    return None


def described_around(tree: Tree, head: int) -> set[int]:
    """The noun that the relative clause around a pronoun tells about, with its name: in "Burin,
    who he said was ill", he is not Burin."""
    index = tree.tokens[head].head
    for _ in range(_DEEPEST):
        token = tree.tokens[index]
        if token.dep in tree.relations.relative and not tree.is_verb(token.head):
            opens = min(tree.phrase(index))
            if opens >= head or not tree.does(opens, "relative"):
                return set()
            return {token.head, *(i for i in tree.children[token.head] if i < opens)}
        if token.head == index:
            break
        index = token.head
    return set()
