"""Posts that a page hides by its own style sheet: boards put such in against readers of their pages."""

import re
from collections.abc import Sequence

from selectolax.lexbor import LexborHTMLParser, LexborNode

from wireroom.reading.forum.posts import Draft

_MOST_CSS = 200_000  # characters
_MOST_LEVELS = 60
_RULE = re.compile(r"(?:^|[};])\s*\.([\w-]+)\s*\{[^{}]*display\s*:\s*none", re.I)


def shown_of(drafts: Sequence[Draft], tree: LexborHTMLParser) -> list[Draft]:
    """The posts that are not inside an element whose class the page hides for every medium."""
    hidden: set[str] = set()
    for style in tree.css("style:not([media])"):
        hidden.update(_RULE.findall(style.text()[:_MOST_CSS]))
    if not hidden:
        return list(drafts)
    shown = [draft for draft in drafts if not _is_hidden(draft.node, hidden)]
    return shown or list(drafts)


def _is_hidden(node: LexborNode, hidden: set[str]) -> bool:
    above: LexborNode | None = node
    for _ in range(_MOST_LEVELS):
        if above is None:
            return False
        if not hidden.isdisjoint((above.attributes.get("class") or "").split()):
            return True
        above = above.parent
    return False
