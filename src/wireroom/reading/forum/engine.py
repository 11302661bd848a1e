"""What has to be known of a forum engine to read its pages: where things stand in its templates."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

# What a selector finds. ``extra`` is more of the post's own words, ``stop`` what belongs to no
# post: fields after it are left out.
Role = Literal[
    "post",
    "author",
    "rank",
    "date",
    "label",
    "permalink",
    "body",
    "extra",
    "edited",
    "signature",
    "attachment",
    "stop",
]
# What an element inside a post's words is. ``before`` is the line above a quotation where it
# stands outside of it; ``block`` is walked whatever its tag is.
Inner = Literal[
    "quote",
    "before",
    "spoiler",
    "inline_spoiler",
    "code",
    "skip",
    "block",
    "smiley",
    "edited",
    "signature",
    "attachment",
    "embed",
    "furniture",
]


@dataclass(frozen=True, slots=True)
class Engine:
    """One engine's templates.

    ``fields`` has for each role the selectors that find it on the whole page, best first; they
    count inside a post only. ``inner`` says what an element inside a post's words is, by a class
    of it, by its tag and a class as in ``td.alt2``, or by an attribute as in ``[data-edit]``.

    A page is of the engine when it names it (see ``tells``) or has one of ``needles`` in it, and
    when one of ``marks`` stands in it, which posts have and other pages of the engine have not.
    None of ``unless`` may stand in it.

    ``flat`` is for templates in which nothing encloses a post: what follows belongs to it.
    ``author_attribute`` is an attribute of the post, and ``id_attribute`` the one that its id is
    taken from. ``numbered`` says that a quotation names the number of a post, not its id.
    ``leading_ranks`` says that ranks are the first lines of their element, ``has_decoys`` that a
    page may hide posts by its style sheet.
    ``inside`` finds what a field's element holds among other things.
    ``quote_head`` finds the line above a quotation that says whose it is, and ``quote_name`` the
    name in that line, where more than the words tell it.
    """

    name: str
    board: str
    fields: Mapping[Role, tuple[str, ...]]
    inner: Mapping[str, Inner]
    marks: tuple[bytes, ...]
    needles: tuple[bytes, ...] = ()
    unless: tuple[bytes, ...] = ()
    title: tuple[str, ...] = ()
    outlet: tuple[str, ...] = ()
    flat: bool = False
    author_attribute: str | None = None
    id_attribute: str = "id"
    numbered: bool = False
    leading_ranks: bool = False
    has_decoys: bool = False
    inside: Mapping[Role, str] = field(default_factory=dict)
    quote_head: tuple[str, ...] = ()
    quote_name: tuple[str, ...] = ()
