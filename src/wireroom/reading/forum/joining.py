"""Joins the pages of one thread, given as several Documents, into one."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from wireroom.reading.forum.paging import (
    ONE_OF_SEVERAL,
    label_number,
    page_number,
    thread_address,
)
from wireroom.reading.forum.quoting import post_id_in
from wireroom.records.documents import Document, Hyperlink, Part, Post

_BETWEEN = "\n\n"
_MOST_NAMED = 50  # files that the provenance names one by one

# What is held back at most while more pages of a thread may come.
MOST_HELD = 2_000
MOST_CHARACTERS_HELD = 50_000_000


def join_pages(documents: Sequence[Document]) -> tuple[Document, ...]:
    """The same Documents, with those that are pages of one thread joined into one.

    Pages are of one thread where their addresses, or those of their posts, differ in the page
    only; or where board and title are the same and the numbers of their posts go on from one to
    the next. Posts are in the order of the thread whatever the order of the pages, and a post that
    stands on two pages is there once. A page on which such a post reads otherwise is another
    version, and stays by itself. The thread stands where its first page stood and has its id;
    ``provenance["pages"]`` names the files.
    """
    threads = _groups(documents)
    at_first: dict[int, Document] = {}
    gone: set[int] = set()
    for indexes in threads:
        ordered = sorted(indexes, key=lambda index: _place(documents[index]))
        pages = _of_one_version([(index, documents[index]) for index in ordered])
        if len(pages) > 1:
            at_first[pages[0][0]] = _joined([page for _, page in pages])
            gone.update(index for index, _ in pages[1:])
    return tuple(
        at_first.get(index, document)
        for index, document in enumerate(documents)
        if index not in gone
    )


def with_joined_pages(documents: Iterable[Document]) -> Iterator[Document]:
    """The Documents one at a time, those that say that they are pages of a thread joined.

    From the first such page on, Documents are held back in their order until no more come, or
    until MOST_HELD or MOST_CHARACTERS_HELD are held.
    """
    held: list[Document] = []
    characters = 0
    for document in documents:
        if not held and document.provenance.get("pages") != ONE_OF_SEVERAL:
            yield document
            continue
        held.append(document)
        characters += len(document.text)
        if len(held) >= MOST_HELD or characters >= MOST_CHARACTERS_HELD:
            yield from join_pages(held)
            held, characters = [], 0
    yield from join_pages(held)


class _Place(NamedTuple):
    """What pages of a thread are sorted by; what is not known comes first."""

    label: int
    page: int
    published: str
    text: str


def _groups(documents: Sequence[Document]) -> list[list[int]]:
    """The indexes of Documents that may be pages of one thread, in the order of the first."""
    by_address: dict[str, list[int]] = {}
    by_title: dict[tuple[str | None, str], list[int]] = {}
    for index, document in enumerate(documents):
        if not document.posts:
            continue
        key = _key(document)
        if key is not None:
            by_address.setdefault(key, []).append(index)
        elif document.title and _labels(document):
            by_title.setdefault((document.outlet, document.title), []).append(index)
    groups = [group for group in by_address.values() if len(group) > 1]
    for group in by_title.values():
        groups += _runs(documents, group)
    return groups


def _key(document: Document) -> str | None:
    """The address of the Document's thread; None where neither it nor all its posts tell it."""
    if document.url:
        return thread_address(document.url)
    told = {thread_address(post.permalink) if post.permalink else "" for post in document.posts}
    only = told.pop() if len(told) == 1 else ""
    return only if any(map(str.isdigit, only)) and len(document.posts) > 1 else None


def _labels(document: Document) -> list[int]:
    """The numbers of the Document's posts; none where one lacks its number."""
    numbers = [label_number(post.label) for post in document.posts]
    known = [number for number in numbers if number is not None]
    return known if len(known) == len(numbers) else []


def _runs(documents: Sequence[Document], group: Sequence[int]) -> list[list[int]]:
    """Pages whose posts are numbered on from one to the next."""
    ordered = sorted(group, key=lambda index: _place(documents[index]))
    runs: list[list[int]] = []
    last = -1
    for index in ordered:
        numbers = _labels(documents[index])
        if runs and min(numbers) <= last + 1:
            runs[-1].append(index)
        else:
            runs.append([index])
        last = max(last, *numbers)
    return [run for run in runs if len(run) > 1]


def _place(document: Document) -> _Place:
    first = document.posts[0]
    return _Place(
        min(_labels(document), default=0),
        page_number(document.url) or 0 if document.url else 0,
        first.published or "",
        document.text,
    )


def _of_one_version(pages: Sequence[tuple[int, Document]]) -> list[tuple[int, Document]]:
    """The pages whose posts read the same wherever they stand on two of them."""
    said: dict[str, str] = {}
    kept = []
    for index, page in pages:
        words = {
            name: _words(page, post) for post in page.posts if (name := _name(post)) is not None
        }
        if all(said.get(name, text) == text for name, text in words.items()):
            said |= words
            kept.append((index, page))
    return kept


def _name(post: Post) -> str | None:
    """What a post is known by on every page that it stands on."""
    if post.permalink is None:
        return None
    return post_id_in(post.permalink) or post.permalink


def _words(page: Document, post: Post) -> str:
    """The words of a post and not of the board: what is said around them may change."""
    return "".join(
        page.text[part.start : part.end] for part in post.parts if part.kind != "furniture"
    ).strip()


class _Taken(NamedTuple):
    """A post on its way into a joined thread, with the page that it is taken from."""

    page: int
    document: Document
    post: Post


@dataclass(slots=True, eq=False)
class _Thread:
    """A thread while it is being put together. ``numbers`` has for a page and the number of a post
    on it the number in the thread, ``named`` the same for what posts are known by."""

    text: str
    posts: list[Post] = field(default_factory=list)
    links: list[Hyperlink] = field(default_factory=list)
    notes: dict[str, str] = field(default_factory=dict)
    numbers: dict[tuple[int, int], int] = field(default_factory=dict)
    named: dict[str, int] = field(default_factory=dict)


def _joined(pages: Sequence[Document]) -> Document:
    """One thread of its pages, which come in order."""
    first = pages[0]
    thread = _Thread(first.text[: first.posts[0].start].rstrip("\n"))
    kept, repeated = _once(pages)
    for taken in kept:
        _add(thread, taken, repeated)
    return replace(
        first,
        text=thread.text,
        posts=tuple(thread.posts),
        links=tuple(thread.links),
        provenance=_provenance(pages) | thread.notes,
        digest=None,
    )


def _once(pages: Sequence[Document]) -> tuple[list[_Taken], dict[tuple[int, int], tuple[int, int]]]:
    """Every post once, in the order of the thread; and for the others where they stand already."""
    where: dict[str, tuple[int, int]] = {}
    repeated: dict[tuple[int, int], tuple[int, int]] = {}
    kept: list[_Taken] = []
    for page, document in enumerate(pages):
        for post in document.posts:
            name = _name(post) or "\n".join(
                (post.author or "", post.published or "", post.label or "", _words(document, post))
            )
            before = where.get(name)
            if before is not None and before[0] != page:
                repeated[page, post.number] = before
            else:
                where.setdefault(name, (page, post.number))
                kept.append(_Taken(page, document, post))
    numbers = [label_number(taken.post.label) for taken in kept]
    known = [number for number in numbers if number is not None]
    if len(known) == len(kept):
        order = sorted(range(len(kept)), key=lambda index: (known[index], index))
        kept = [kept[index] for index in order]
    return kept, repeated


def _add(thread: _Thread, taken: _Taken, repeated: dict[tuple[int, int], tuple[int, int]]) -> None:
    document, post = taken.document, taken.post
    start = len(thread.text) + len(_BETWEEN) if thread.text else 0
    thread.text += (_BETWEEN if thread.text else "") + document.text[post.start : post.end]
    by, number = start - post.start, len(thread.posts) + 1
    parts = []
    for part in post.parts:
        quoted = _quoted(thread, taken.page, part, repeated)
        parts.append(replace(part, start=part.start + by, end=part.end + by, quotes_post=quoted))
    thread.posts.append(
        replace(post, number=number, start=start, end=post.end + by, parts=tuple(parts))
    )
    thread.numbers[taken.page, post.number] = number
    if (name := _name(post)) is not None:
        thread.named.setdefault(name, number)
    thread.links += [
        replace(link, start=link.start + by, end=link.end + by)
        for link in document.links
        if post.start <= link.start and link.end <= post.end
    ]
    for field_name, note in document.provenance.items():
        prefix = f"posts.{post.number}."
        if field_name.startswith(prefix):
            thread.notes[f"posts.{number}.{field_name.removeprefix(prefix)}"] = note


def _quoted(
    thread: _Thread, page: int, part: Part, repeated: dict[tuple[int, int], tuple[int, int]]
) -> int | None:
    """The number of the post that a part quotes, on its own page or on an earlier one."""
    if part.quotes_post is not None:
        where = page, part.quotes_post
        return thread.numbers.get(repeated.get(where, where))
    if part.kind != "quote" or part.url is None:
        return None
    return thread.named.get(post_id_in(part.url) or part.url)


def _provenance(pages: Sequence[Document]) -> dict[str, str]:
    said = {
        name: note
        for name, note in pages[0].provenance.items()
        if not (name.startswith("posts.") and name.split(".")[1].isdigit())
    }
    files = list(dict.fromkeys(page.source_file or page.id for page in pages))
    more = f" and {len(files) - _MOST_NAMED} more" if len(files) > _MOST_NAMED else ""
    return said | {"pages": f"joined from {', '.join(files[:_MOST_NAMED])}{more}"}
