"""Where the posts of a pasted thread begin and end."""

from collections.abc import Sequence

from wireroom.reading.thread.lines import Line, ThreadLines
from wireroom.reading.thread.pages import split_page
from wireroom.reading.thread.ranked import split_ranked


def split_posts(lines: Sequence[Line], day_first: bool | None = None) -> ThreadLines | None:
    """The posts of a thread; None where the lines are no thread.

    ``day_first`` is the order of the text's slashed dates, None if not known.
    """
    return split_page(lines, day_first) or split_ranked(lines)
