"""A message of a chat, however it was exported, and the thread that messages make."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from wireroom.reading.threads import PartDraft, ThreadBuilder
from wireroom.records.documents import Document, Post
from wireroom.records.pages import Page

_IN_A_ROW = 3  # names of files and the like that a line may have


@dataclass(frozen=True, slots=True)
class Message:
    """``label`` is its number in the chat. ``words`` are its own, or, where it is forwarded,
    those of ``forwarded_from``; ``media`` the lines that stand for pictures and the like.
    A message of the program itself ("pinned a message") has ``service`` alone."""

    label: str
    author: str | None = None
    published: str | None = None
    shown: str | None = None  # the date as the export prints it
    edited: bool = False
    edited_at: str | None = None
    forwarded_from: str | None = None
    forwarded_at: str | None = None
    answers: str | None = None  # the label of a message; empty for one of another chat
    words: tuple[PartDraft, ...] = ()
    media: tuple[PartDraft, ...] = ()
    service: str | None = None


@dataclass(frozen=True, slots=True)
class Chat:
    """What an export tells of a chat. ``outlet`` is a channel's name."""

    identifier: str
    title: str | None
    outlet: str | None
    provenance: Mapping[str, str]


def build_chat(page: Page, chat: Chat, messages: Iterable[Message]) -> Document | None:
    """The thread of a chat, a message a post; None where no message has a word."""
    builder = ThreadBuilder()
    numbers: dict[str, int] = {}
    for message in messages:
        number = builder.next_number
        builder.add(
            _drafts(message, numbers, builder.posts),
            Post(
                *(number, 0, 0),
                author=message.author,
                published=message.published,
                edited=message.edited,
                edited_at=message.edited_at,
                label=message.label or None,
            ),
        )
        if message.label and builder.next_number > number:
            numbers[message.label] = number
    if not builder.posts:
        return None
    return Document(
        chat.identifier,
        builder.text,
        "thread",
        title=chat.title,
        outlet=chat.outlet,
        source_file=page.name,
        posts=tuple(builder.posts),
        links=tuple(builder.links),
        provenance=chat.provenance,
    )


def _drafts(message: Message, numbers: Mapping[str, int], posts: Sequence[Post]) -> list[PartDraft]:
    if message.service is not None:
        return [PartDraft("furniture", message.service)] if message.service.strip() else []
    if not message.words and not message.media:
        return []
    answered = numbers.get(message.answers) if message.answers is not None else None
    drafts = [PartDraft("furniture", line) for line in _head(message)]
    if message.answers is not None:
        to = posts[answered - 1].author if answered else None
        line = f"In reply to {to or 'another message'}"
        drafts.append(PartDraft("furniture", line, (), _known(quotes_post=answered)))
    before = len(drafts)
    for draft in message.words:
        drafts.append(_placed(draft, message, answered, before))
    return drafts + list(message.media)


def _head(message: Message) -> list[str]:
    """Who wrote, and when, as the export prints it; and whose words they are."""
    first = ", ".join(each for each in (message.author, message.shown) if each)
    lines = [first] if first else []
    if message.forwarded_from:
        lines.append(f"Forwarded from {message.forwarded_from}")
    return lines


def _placed(draft: PartDraft, message: Message, answered: int | None, before: int) -> PartDraft:
    """The words of a message as those of whoever they come from."""
    fields = dict(draft.fields)
    if "inside" in fields:
        fields["inside"] = fields["inside"] + before
    if draft.kind == "quote":
        return replace(draft, fields=fields | _known(quotes_post=answered))
    if not message.forwarded_from:
        return replace(draft, fields=fields)
    known = _known(outlet=message.forwarded_from, published=message.forwarded_at)
    return replace(draft, kind="pasted", fields=fields | known)


def _known(**fields: object) -> dict[str, object]:
    return {key: value for key, value in fields.items() if value is not None}
