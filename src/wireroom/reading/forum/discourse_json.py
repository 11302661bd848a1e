"""Discourse's own data of a topic: what it gives at /t/…/1.json."""

import json
from collections.abc import Iterator
from dataclasses import replace

from selectolax.lexbor import LexborHTMLParser

from wireroom.errors import NotReadable
from wireroom.reading.decoding import decode
from wireroom.reading.forum.caution import is_parsable
from wireroom.reading.forum.discourse import ENGINE
from wireroom.reading.forum.head import Head
from wireroom.reading.forum.stamps import Moment, read_iso
from wireroom.reading.forum.threads import Facts, build_thread
from wireroom.records.documents import Document
from wireroom.records.pages import Page

MOST_BYTES = 50_000_000
_HEAD = 200_000  # bytes within which a topic shows itself
_HINT = "fetch the topic's address with .json at its end once more"
_RANKS = (("admin", "admin"), ("moderator", "moderator"), ("staff", "staff"))
_ENGINE = replace(ENGINE, name="discourse_json", board="Discourse, JSON")


class DiscourseJsonReader:
    """The JSON of a Discourse topic, with the posts that it has in it.

    A topic of many posts names the others by their numbers only: they are not there to be read.
    """

    name = "discourse_json"

    def recognises(self, page: Page) -> bool:
        data = page.data
        if len(data) > MOST_BYTES or not data[:64].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
            return False
        head = data[:_HEAD]
        return b'"post_stream"' in head and b'"cooked"' in head

    def read(self, page: Page) -> Iterator[Document | NotReadable]:
        decoded = decode(page)
        topic = _topic(decoded.text, page.name)
        posts = [facts for each in _posts(topic) if (facts := _facts(each)) is not None]
        said = {"encoding": decoded.encoding, "posts": "data of Discourse"}
        missing = _missing(topic)
        if missing:
            said["posts"] += f"; {missing} more are named and not there"
        thread = build_thread(page, _ENGINE, _head(topic, page), posts, said)
        if not thread.posts:
            raise NotReadable(f"{page.name} is a topic of Discourse without posts", _HINT)
        yield thread


def _topic(text: str, name: str) -> dict[str, object]:
    try:
        topic: object = json.loads(text)
    except RecursionError as wrong:
        raise NotReadable(f"{name} is nested too deeply", _HINT) from wrong
    except ValueError as wrong:
        raise NotReadable(f"{name} is not JSON from begin to end", _HINT) from wrong
    if not isinstance(topic, dict):
        raise NotReadable(f"{name} is JSON but no topic", _HINT)
    return topic


def _posts(topic: dict[str, object]) -> list[dict[str, object]]:
    stream = topic.get("post_stream")
    posts = stream.get("posts") if isinstance(stream, dict) else None
    return [post for post in posts if isinstance(post, dict)] if isinstance(posts, list) else []


def _missing(topic: dict[str, object]) -> int:
    stream = topic.get("post_stream")
    named = stream.get("stream") if isinstance(stream, dict) else None
    return max(0, len(named) - len(_posts(topic))) if isinstance(named, list) else 0


def _facts(post: dict[str, object]) -> Facts | None:
    cooked = _string(post, "cooked")
    if cooked is None or not is_parsable(cooked.encode("utf-8", "replace")):
        return None
    number = post.get("post_number")
    made, changed = _moment(post, "created_at"), _moment(post, "updated_at")
    body = LexborHTMLParser(cooked).body
    ranks = [_string(post, "user_title"), _string(post, "primary_group_name")]
    ranks += [name for key, name in _RANKS if post.get(key) is True]
    version = post.get("version")
    return Facts(
        author=_string(post, "username") or _string(post, "name"),
        ranks=tuple(dict.fromkeys(rank for rank in ranks if rank)),
        moment=made,
        shown=_string(post, "created_at"),
        label=f"#{number}" if isinstance(number, int) else None,
        link=_string(post, "post_url"),
        bodies=(body,) if body is not None else (),
        edited=changed if isinstance(version, int) and version > 1 else None,
    )


def _moment(post: dict[str, object], key: str) -> Moment | None:
    stated = _string(post, key)
    value = read_iso(stated) if stated else None
    return Moment(value, f"field {key}") if value is not None else None


def _head(topic: dict[str, object], page: Page) -> Head:
    title = _string(topic, "title") or _string(topic, "fancy_title")
    url = page.url.removesuffix(".json") if page.url else None
    provenance = {"title": "field title"} if title else {}
    if url:
        provenance["url"] = "address that it came from"
    return Head(title, url, None, None, url, provenance)


def _string(item: dict[str, object], key: str) -> str | None:
    value = item.get(key)
    return value.strip() if isinstance(value, str) and value.strip() else None
