"""Media by what they are called: the agency Northwire, the channel "Tide"."""

from wireroom.extraction.attribution.sources.lists import SourceLists
from wireroom.extraction.attribution.sources.phrases import SourcePhrases
from wireroom.extraction.attribution.sources.speaker import Speaker
from wireroom.extraction.attribution.syntax import Tree
from wireroom.records.attributions import SpeakerKind
from wireroom.records.spans import Span

MEDIUM = ("agency", "outlet")
_BACK = 12  # sentences; a long quotation may stand between
_PLURAL = "Number=Plur"


class Media:
    """Reads the sources of one passage that are agencies and outlets."""

    def __init__(self, tree: Tree, phrases: SourcePhrases, lists: SourceLists) -> None:
        self._tree = tree
        self._phrases = phrases
        self._lists = lists

    def named(self, head: int, words: tuple[int, ...]) -> Speaker | None:
        """The agency Northwire: a name of which a word of the source says what medium it is."""
        before = self._phrases.word_for(head, words)
        for index, name in (
            (self._phrases.word_for_quoted(words), self._phrases.quoted_name(words)),
            (before, self._phrases.name_at(head)),
            (head, self._phrases.name_after(head, words)),
        ):
            kind = None if index is None else self._medium_kind(index)
            if name is not None and kind is not None:
                return Speaker(*(self._lists.listed(name) or (name, kind)))
        return None

    def _medium_kind(self, index: int) -> SpeakerKind | None:
        # "The agency" alone may be an office; before a name it is a news agency.
        if self._tree.does(index, "agency"):
            return "agency"
        if self._tree.does(index, "media"):
            return None
        kind = self._lists.nouns.get(self._tree.tokens[index].lemma.casefold(), (None, ""))[0]
        return kind if kind in MEDIUM else None

    def again(
        self, head: int, words: tuple[int, ...], known: Speaker, span: Span, sentence: int
    ) -> Speaker | None:
        """The channel, after one with a name was cited that was called so: ``known``, whose words
        are at ``span``."""
        token = self._tree.tokens[head]
        if known.kind not in MEDIUM or _PLURAL in token.feats:
            return None
        is_definite = self._tree.does(words[0], "definite")
        if not is_definite or token.sentence - sentence > _BACK:
            return None
        if token.text.casefold() not in span.of(self._tree.text).casefold().split():
            return None
        return known._replace(antecedent=known.antecedent or span)
