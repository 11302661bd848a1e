"""Posts that a page tells as JSON-LD."""

import json
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser

from wireroom.reading.forum.quoting import post_id_in
from wireroom.reading.forum.stamps import Moment, read_iso
from wireroom.reading.forum.threads import Facts

_MOST_JSON = 4_000_000  # characters of one script
_MOST_OBJECTS = 20_000
_LONGEST_NAME = 200
_OPENINGS = frozenset(("DiscussionForumPosting", "Question", "SocialMediaPosting"))
_POSTS = _OPENINGS | {"Answer", "Comment"}
# Where a posting or a question has those that answer it.
_ANSWERS = ("acceptedAnswer", "suggestedAnswer", "comment")


def posts_of_linked_data(tree: LexborHTMLParser) -> list[Facts]:
    """The posts of the first script that has a posting or a question with its words, in order."""
    for script in tree.css('script[type="application/ld+json"]'):
        for opening in _openings(script.text()):
            posts = [facts for item in _walk(opening) if (facts := _facts(item)) is not None]
            if posts:
                return posts
    return []


def _openings(text: str) -> Iterator[dict[str, object]]:
    if len(text) > _MOST_JSON:
        return
    try:
        waiting: list[object] = [json.loads(text, strict=False)]
    except (ValueError, RecursionError):
        return
    seen = 0
    while waiting and seen < _MOST_OBJECTS:
        item = waiting.pop(0)
        seen += 1
        if isinstance(item, list):
            waiting.extend(item[:_MOST_OBJECTS])
        elif isinstance(item, dict):
            if _kinds(item) & _OPENINGS:
                yield item
            else:
                waiting.extend(x for x in (item.get("@graph"), item.get("mainEntity")) if x)


def _walk(opening: dict[str, object]) -> Iterator[dict[str, object]]:
    """A posting and all that answers it, an answer right after what it answers."""
    waiting: list[object] = [opening]
    seen = 0
    while waiting and seen < _MOST_OBJECTS:
        item = waiting.pop()
        seen += 1
        if isinstance(item, list):
            waiting.extend(reversed(item[:_MOST_OBJECTS]))
        elif isinstance(item, dict) and _kinds(item) & _POSTS:
            yield item
            waiting.extend(item[key] for key in reversed(_ANSWERS) if item.get(key))


def _facts(item: dict[str, object]) -> Facts | None:
    words = _string(item, "text") or _string(item, "articleBody") or _string(item, "description")
    if words is None:
        return None
    link = _string(item, "url") or _string(item, "@id")
    link = link if link is not None and link.startswith(("http://", "https://", "/")) else None
    stated = _string(item, "datePublished") or _string(item, "dateCreated")
    value = read_iso(stated) if stated else None
    return Facts(
        author=_author(item.get("author")),
        moment=Moment(value, "json-ld") if value is not None else None,
        shown=stated,
        link=link,
        id=post_id_in(link) if link else None,
        words=words,
    )


def _author(value: object) -> str | None:
    for each in value if isinstance(value, list) else [value]:
        name = each.get("name") if isinstance(each, dict) else each
        if isinstance(name, str) and name.strip():
            return " ".join(name.split())[:_LONGEST_NAME]
    return None


def _string(item: dict[str, object], key: str) -> str | None:
    value = item.get(key)
    return value if isinstance(value, str) and value.strip() else None


def _kinds(item: dict[str, object]) -> set[str]:
    value = item.get("@type")
    return {
        kind for kind in (value if isinstance(value, list) else [value]) if isinstance(kind, str)
    }
