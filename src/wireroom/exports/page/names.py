"""One name for each speaker, however many a story has for them."""

from wireroom.exports.page.link_contexts import Link
from wireroom.records.stories import Story


class Names:
    """What the page calls somebody, and where all that they say stands."""

    def __init__(self, story: Story) -> None:
        self._links = {
            name: Link(speaker.name, f"#s{number}")
            for number, speaker in enumerate(story.speakers, 1)
            for name in (speaker.name, *speaker.also)
            if speaker.named
        }

    def called(self, name: str) -> Link:
        """By the name that the speaker has on the page; as it is, where nobody has that name."""
        return self._links.get(name, Link(name))
