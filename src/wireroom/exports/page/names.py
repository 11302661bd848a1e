"""One name for each speaker, however many a story has for them."""

from wireroom.exports.page.link_contexts import Link
from wireroom.records.stories import Speaker, Story


class Names:
    """What the page calls somebody, and where all that they say stands.

    A name that two speakers of the story have says whose it is only within a Document.
    """

    def __init__(self, story: Story) -> None:
        self._links: dict[str, Link] = {}
        self._in: dict[tuple[str, str], Link] = {}
        shared: set[str] = set()
        texts = {one.document.id: one.analysis.attributions for one in story.documents}
        for number, speaker in enumerate(story.speakers, 1):
            if not speaker.named:
                continue
            link = Link(speaker.name, f"#s{number}")
            for name in (speaker.name, *speaker.also):
                if self._links.setdefault(name, link) != link:
                    shared.add(name)
            for document, at in _places(speaker):
                said_by = texts[document][at].speaker if document in texts else None
                self._in[document, said_by or ""] = link
        for name in shared:
            del self._links[name]

    def called(self, name: str, document: str | None = None) -> Link:
        """By the name that the speaker has on the page; as it is, where that is not one's alone."""
        known = self._in.get((document, name)) if document else None
        return known or self._links.get(name, Link(name))


def _places(speaker: Speaker) -> list[tuple[str, int]]:
    return [(one.document, one.attribution) for one in (*speaker.statements, *speaker.deeds)]
