"""The readers of engines that are known: one line each, what names itself before what does not."""

from wireroom.reading.forum.discourse import DiscourseReader
from wireroom.reading.forum.ipb3 import Ipb3Reader
from wireroom.reading.forum.ips4 import Ips4Reader
from wireroom.reading.forum.mybb import MybbReader
from wireroom.reading.forum.phpbb3 import Phpbb3Reader
from wireroom.reading.forum.phpbb3_subsilver import Phpbb3SubsilverReader
from wireroom.reading.forum.reader import EngineReader
from wireroom.reading.forum.smf1 import Smf1Reader
from wireroom.reading.forum.smf2 import Smf2Reader
from wireroom.reading.forum.vanilla import VanillaReader
from wireroom.reading.forum.vbulletin3 import VBulletin3Reader
from wireroom.reading.forum.vbulletin4 import VBulletin4Reader
from wireroom.reading.forum.vbulletin5 import VBulletin5Reader
from wireroom.reading.forum.xenforo1 import XenForo1Reader
from wireroom.reading.forum.xenforo2 import XenForo2Reader
from wireroom.records.pages import Page

ENGINE_READERS: tuple[EngineReader, ...] = (
    XenForo2Reader(),
    XenForo1Reader(),
    Phpbb3Reader(),
    Phpbb3SubsilverReader(),
    VBulletin5Reader(),
    VBulletin4Reader(),
    DiscourseReader(),
    Ips4Reader(),
    Ipb3Reader(),
    VanillaReader(),
    Smf2Reader(),
    Smf1Reader(),
    MybbReader(),
    VBulletin3Reader(),
)


def is_of_engine(page: Page) -> bool:
    """Whether a page is of an engine that has a reader of its own."""
    return any(reader.recognises(page) for reader in ENGINE_READERS)
