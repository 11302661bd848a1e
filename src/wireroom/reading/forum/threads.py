"""Posts laid out as the text of one thread, and the Document that they come to."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from wireroom.reading.decoding import clean
from wireroom.reading.forum.addresses import Addresses
from wireroom.reading.forum.engine import Engine, Role
from wireroom.reading.forum.head import Head
from wireroom.reading.forum.layout import FURNITURE, OWN, Block, Layout, Stretch, parts_of
from wireroom.reading.forum.stamps import Moment, edit_moment, words_of
from wireroom.reading.forum.walking import Walker
from wireroom.records.documents import Document, Post
from wireroom.records.pages import Page

_MOST_NOTES = 50  # posts whose unknown dates are told one by one


@dataclass(slots=True, eq=False)
class Facts:
    """What is known of a post before its words are laid out.

    ``shown`` is its date as the page prints it, ``link`` its address as the page writes it,
    ``id`` what quotations name it by, ``anchor`` the page's address with the post's place on it;
    ``words`` are those of a post that is told as plain text, ``sections`` what stands after them.
    """

    author: str | None = None
    ranks: tuple[str, ...] = ()
    moment: Moment | None = None
    shown: str | None = None
    label: str | None = None
    link: str | None = None
    id: str | None = None
    anchor: str | None = None
    bodies: tuple[LexborNode, ...] = ()
    words: str | None = None
    sections: Sequence[tuple[Role, LexborNode]] = ()
    edited: Moment | None = None


@dataclass(slots=True, eq=False)
class _Thread:
    """A thread while it is being laid out."""

    layout: Layout
    walker: Walker
    addresses: Addresses
    posts: list[Post] = field(default_factory=list)
    numbers: dict[str, int] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)


def build_thread(
    page: Page, engine: Engine, head: Head, posts: Sequence[Facts], said: dict[str, str]
) -> Document:
    """The Document of a page. ``said`` is the provenance of what is the same for all of it."""
    layout, addresses = Layout(), Addresses(head.base or page.url)
    thread = _Thread(layout, Walker(engine, layout, addresses), addresses)
    if head.title:
        layout.line(head.title)
    for facts in posts:
        _add(thread, facts, engine)
    text = layout.text()
    return Document(
        page.name,
        clean(text),
        "thread",
        head.title,
        outlet=head.outlet,
        url=head.url,
        language=head.language,
        source_file=page.name,
        provenance={"id": "file name"} | said | head.provenance | _dates(posts) | thread.notes,
        posts=tuple(thread.posts),
        links=layout.links(text),
    )


def _add(thread: _Thread, facts: Facts, engine: Engine) -> None:
    layout = thread.layout
    layout.begin_post()
    _write_head(layout, facts)
    edited = _write_words(thread, facts)
    block = layout.end_post()
    if block is None:
        return
    number = len(thread.posts) + 1
    thread.posts.append(_post(thread, facts, block, edited))
    named = facts.label.strip("# ") if engine.numbered and facts.label else facts.id
    if named:
        thread.numbers.setdefault(named, number)
    moment = facts.moment
    if moment is not None and moment.note is not None and number <= _MOST_NOTES:
        thread.notes[f"posts.{number}.published"] = moment.note


def _write_head(layout: Layout, facts: Facts) -> None:
    layout.stretch = FURNITURE
    for words in (facts.author, *facts.ranks, facts.shown, facts.label):
        if words:
            layout.line(words)


def _write_words(thread: _Thread, facts: Facts) -> Moment | None:
    """Lay out the words of a post and what stands below them; when it was edited, if it was."""
    layout, walker = thread.layout, thread.walker
    walker.remarks.clear()
    for body in facts.bodies:
        layout.end_line()
        walker.walk(body, OWN)
    if facts.words:
        layout.stretch = OWN
        for line in facts.words.splitlines():
            layout.end_line()
            layout.write(line)
    if not facts.sections and not walker.remarks:
        return facts.edited
    remarks = list(walker.remarks)
    for role, node in facts.sections:
        if role == "edited":
            remarks.append(node)
        layout.end_line()
        walker.walk(node, _stretch(role, node, walker))
    moments = [edit_moment(node) for node in remarks if words_of(node)]
    return moments[-1] if moments else facts.edited


def _stretch(role: Role, node: LexborNode, walker: Walker) -> Stretch:
    if role == "signature":
        return Stretch("furniture", "signature")
    if role == "attachment":
        return walker.attached(node)
    return FURNITURE if role == "edited" else OWN


def _post(thread: _Thread, facts: Facts, block: Block, edited: Moment | None) -> Post:
    parts = parts_of(block, thread.numbers)
    return Post(
        len(thread.posts) + 1,
        block.start,
        block.end,
        facts.author,
        facts.ranks,
        facts.moment.value if facts.moment is not None else None,
        edited is not None,
        parts,
        facts.label,
        edited.value if edited is not None else None,
        thread.addresses.whole(facts.link) or facts.anchor,
    )


def _dates(posts: Sequence[Facts]) -> dict[str, str]:
    """Where the dates of posts were taken from; the few kinds of it that a page has."""
    origins = dict.fromkeys(
        facts.moment.origin
        for facts in posts
        if facts.moment is not None and facts.moment.value is not None
    )
    return {"posts.published": ", ".join(origins)} if origins else {}
