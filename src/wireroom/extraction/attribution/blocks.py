"""How far what a colon introduces goes: one paragraph, a transcript, a list, a block."""

from collections.abc import Sequence

from wireroom.extraction.attribution.sources.lists import SourceLists
from wireroom.extraction.attribution.sources.subjects import Subject, subject_of
from wireroom.extraction.attribution.syntax import Tree
from wireroom.records.spans import Span

_BULLETS = ("-", "–", "—", "•", "*", "·", ">", "|")
_LONGEST = 8  # paragraphs of a block that only its layout shows
_MOSTLY = 0.3  # share of a text's paragraphs with a blank line before them, for that to mean a part


class Blocks:
    """The paragraphs of one passage as blocks; ``labelled`` are those that open with a speaker."""

    def __init__(
        self,
        text: str,
        paragraphs: Sequence[Span],
        labelled: Sequence[bool],
        intros: Sequence[bool],
    ) -> None:
        self._text = text
        self._paragraphs = paragraphs
        self._labelled = labelled
        self._apart = [True] + [
            text.count("\n", before.end, after.start) > 1
            for before, after in zip(paragraphs, paragraphs[1:], strict=False)
        ]
        is_parted = sum(self._apart[1:]) >= _MOSTLY * max(1, len(paragraphs) - 1)
        self._runs = is_parted and len(paragraphs) > 1
        # Some pages put no blank line behind a block: there an introduction of the next block
        # is the last line of this one's run, and so the last line of each run is the author's.
        self._author_closes = self._runs and any(
            intros[number] and not self._apart[number] and self._starts_in_run(number, intros)
            for number in range(1, len(paragraphs))
        )

    def last(self, first: int) -> int:
        """The number of the last paragraph of the block that starts at ``first``."""
        if self._is_bullet(first) and not self._labelled[first]:
            last = first
            while last + 1 < len(self._paragraphs) and self._is_bullet(last + 1):
                last += 1
            return last
        last = self._end_of_run(first)
        if last > first and self._author_closes:
            last -= 1
        if self._labelled[first]:
            while last + 1 < len(self._paragraphs) and self._labelled[last + 1]:
                last += 1
            return last
        return last

    def line_end(self, number: int, last: int) -> int:
        """The paragraph with which what a speaker says ends, who is named at its beginning."""
        end = number
        while end < last and not self._labelled[end + 1]:
            end += 1
        return end

    def _end_of_run(self, first: int) -> int:
        """The last of the lines that follow without a blank one, where blank ones part the text."""
        last = first
        if not self._runs or not self._apart[first]:
            return last
        while (
            last + 1 < len(self._paragraphs)
            and not self._apart[last + 1]
            and last - first < _LONGEST
        ):
            last += 1
        return last

    def _starts_in_run(self, number: int, intros: Sequence[bool]) -> bool:
        """Whether a block was introduced right above the run of lines that this one ends."""
        ends_run = number + 1 >= len(self._paragraphs) or self._apart[number + 1]
        first = number
        while first > 0 and not self._apart[first]:
            first -= 1
        return ends_run and first > 0 and intros[first - 1]

    def _is_bullet(self, number: int) -> bool:
        return self._text.startswith(_BULLETS, self._paragraphs[number].start)


def introduces(tree: Tree, verb: int, lists: SourceLists) -> bool:
    """Whether a verb of saying before a colon can govern the block that follows.

    Not where it says something already, which is no text: added the task to the agenda.
    """
    thing = tree.child(verb, tree.relations.thing)
    if thing is None or thing < verb or tree.tokens[thing].pos not in ("NOUN", "PROPN"):
        return True
    kind = lists.nouns.get(tree.tokens[thing].lemma.casefold(), (None, ""))[0]
    return kind is not None or tree.tokens[thing].pos == "PROPN" or tree.does(thing, "following")


def introducer(tree: Tree, verb: int) -> Subject:
    """Who introduces a block: the subject of its verb; of a relative clause, what that tells of.

    In "The authors of the channel, which is new, while noting the cost:" the verb hangs on the
    noun itself, in one way or another.
    """
    subject = subject_of(tree, verb)
    if subject.head is not None and not tree.does(subject.head, "relative"):
        return subject
    index = verb if subject.head is None else tree.tokens[subject.head].head
    for _ in range(3):
        token = tree.tokens[index]
        is_clause = token.dep in (*tree.relations.relative, *tree.relations.beside)
        if is_clause and tree.tokens[token.head].pos in ("NOUN", "PROPN"):
            clauses = [i for i in tree.children[token.head] if tree.is_verb(i)]
            return Subject(token.head, tuple(tree.trimmed(tree.phrase(token.head, clauses))))
        index = token.head
    return subject
