"""Posts that a page hides by its own style sheet, which boards put in against copying."""

import re
from collections.abc import Mapping, Sequence

from selectolax.lexbor import LexborHTMLParser, LexborNode

from wireroom.reading.forum.posts import Draft

_MOST_CSS = 200_000  # characters
_MOST_LEVELS = 60
# A rule for a class, or for the elements of one kind in a class.
_RULE = re.compile(
    r"(?:^|[};])\s*\.([\w-]+)(?:\s+(table|tbody|tr|td|div))?\s*\{[^{}]*display\s*:\s*none", re.I
)


def shown_of(drafts: Sequence[Draft], tree: LexborHTMLParser) -> list[Draft]:
    """The posts that are not inside an element whose class the page hides for every medium."""
    hidden: dict[str, str] = {}
    for style in tree.css("style:not([media])"):
        hidden.update(_RULE.findall(style.text()[:_MOST_CSS]))
    if not hidden:
        return list(drafts)
    shown = [draft for draft in drafts if not _is_hidden(draft.node, hidden)]
    return shown or list(drafts)


def _is_hidden(node: LexborNode, hidden: Mapping[str, str]) -> bool:
    """``hidden`` has for a class the elements in it that are not shown; "" for all of it."""
    above: LexborNode | None = node
    below = {""}
    for _ in range(_MOST_LEVELS):
        if above is None:
            return False
        names = (above.attributes.get("class") or "").split()
        if any(hidden.get(name) in below for name in names):
            return True
        below.add(above.tag or "")
        above = above.parent
    return False
