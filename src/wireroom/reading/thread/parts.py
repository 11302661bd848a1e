"""The parts of a post: whose words each stretch of it is."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import replace

from wireroom.reading.scripts import find_script, guess_language
from wireroom.reading.thread.furniture import find_furniture
from wireroom.reading.thread.headlines import is_aside, is_own_voice
from wireroom.reading.thread.lines import PostLines, joined
from wireroom.reading.thread.openings import Origin
from wireroom.reading.thread.pairing import pair_lines
from wireroom.reading.thread.pieces import Body, Piece, open_piece, read_body
from wireroom.reading.thread.quotations import Earlier
from wireroom.records.documents import Part, PartForm, Post

_SHORTEST_PIECE = 2  # lines that are left of a piece: its headline and one of its text


def build_post(number: int, post: PostLines, earlier: Earlier, day_first: bool | None) -> Post:
    """A post with its parts, which follow one another without a gap.

    ``earlier`` knows what earlier posts say; ``day_first`` is the order of the page's slashed
    dates, None if not known.
    """
    body = read_body(post.body, earlier, day_first)
    pieces = _with_remarks(body, list(_with_asides(body, _walk(body))))
    under = [lines for lines in (post.signature, post.foot) if lines]
    every = (*post.head, *post.body, *post.signature, *post.foot)
    start, end = every[0].start, every[-1].end
    head = 1 if post.head else 0
    starts = [start] * head + [body.lines[piece.first].start for piece in pieces]
    starts += [lines[0].start for lines in under]
    ends = [*starts[1:], end]
    parts = [Part("furniture", start, ends[0])] * head
    parts += [
        _shifted(_part(body, pieces, index, (starts[index + head], ends[index + head])), head)
        for index in range(len(pieces))
    ]
    for lines in under:
        form: PartForm | None = "signature" if lines is post.signature else None
        at = len(parts)
        parts.append(Part("furniture", starts[at], ends[at], form=form))
    return Post(
        number,
        start,
        end,
        post.author,
        post.ranks,
        post.published,
        edited=post.is_edited or any(find_furniture(x.text) == "edited" for x in post.body),
        parts=tuple(parts),
        label=post.label,
        edited_at=post.edited_at,
    )


def _walk(body: Body) -> list[Piece]:
    pieces: list[Piece] = []
    open_at: int | None = None
    index = 0
    while index < len(body.lines):
        inside = pieces[open_at] if open_at is not None else None
        opened = open_piece(body, index, inside)
        if opened is not None:
            pieces.append(opened)
            # A caption interrupts the piece that it stands in, it does not end it.
            open_at = open_at if opened.kind == "caption" else len(pieces) - 1
            index = opened.end
        else:
            open_at = _go_on(body, pieces, open_at, index)
            index += 1
    return list(_merged(pieces))


def _go_on(body: Body, pieces: list[Piece], open_at: int | None, index: int) -> int | None:
    """Give a line to the piece that is open, or to the poster; the piece that is open then."""
    piece = pieces[open_at] if open_at is not None else None
    if piece is None or open_at is None or not _reaches(body, piece, index):
        pieces.append(Piece("own", index, index + 1))
        return None
    reach = "head" if piece.reach == "paragraph" else piece.reach
    if open_at == len(pieces) - 1:
        pieces[-1] = replace(piece, end=index + 1, reach=reach)
        return open_at
    first = piece.first if piece.continues is None else piece.continues
    pieces.append(
        replace(piece, first=index, end=index + 1, title=None, reach=reach, continues=first)
    )
    return len(pieces) - 1


def _reaches(body: Body, piece: Piece, index: int) -> bool:
    """Whether a piece goes on over the line at ``index``, which opens nothing of its own."""
    line = body.lines[index]
    script = _script(body, piece)
    if piece.reach == "head" or (script and find_script(line.text) not in (None, script)):
        return False
    if piece.reach == "block":
        return not line.blanks
    if piece.reach == "paragraph":
        return True
    has_text = piece.reach == "piece" and not _is_head_only(body, piece)
    return has_text or not is_own_voice(line.text)


def _script(body: Body, piece: Piece) -> str | None:
    """The script of a piece's last line that has letters; dates may have none."""
    for line in reversed(body.lines[piece.first : piece.end]):
        if (script := find_script(line.text)) is not None:
            return script
    return None


def _is_head_only(body: Body, piece: Piece) -> bool:
    """Whether a piece is only a headline and a date so far: what follows may be a comment on it."""
    lines = body.lines[piece.first : piece.end]
    return piece.continues is None and len(lines) <= 3 and not lines[-1].text.endswith(".")


def _merged(pieces: list[Piece]) -> Iterator[Piece]:
    """Neighbouring own words, and neighbouring furniture, as one."""
    held: Piece | None = None
    for piece in pieces:
        if held is not None and held.kind == piece.kind and piece.kind in ("own", "furniture"):
            held = replace(held, end=piece.end)
            continue
        if held is not None:
            yield held
        held = piece
    if held is not None:
        yield held


def _with_asides(body: Body, pieces: list[Piece]) -> Iterator[Piece]:
    """The poster's short words under the last piece of a post, told from the piece's own."""
    for index, piece in enumerate(pieces, 1):
        end = piece.end
        is_last = index == len(pieces) or pieces[index].kind == "furniture"
        while is_last and piece.reach == "piece" and end - piece.first > _SHORTEST_PIECE:
            line = body.lines[end - 1]
            if not line.blanks or not is_aside(line.text):
                break
            end -= 1
        yield replace(piece, end=end)
        if end < piece.end:
            yield Piece("own", end, piece.end)


def _with_remarks(body: Body, pieces: list[Piece]) -> list[Piece]:
    """The poster's own words and their translation, told by their likeness and tied together.

    What follows a dated headline without being its text shows itself by its translation, which
    stands outside the translated piece.
    """
    if not body.pairs:
        return pieces
    owns = [piece for piece in pieces if piece.kind == "own"]
    tails = [line for piece in pieces if piece.kind == "pasted" for line in _tail(body, piece)]
    lines = {*tails, *(line for own in owns for line in range(own.first, own.end))}
    pairs = pair_lines(
        {line: body.lines[line].text for line in lines},
        {own.first: joined(body.lines[own.first : own.end]) for own in owns},
    )
    return [new for piece in pieces for new in _cut(piece, pairs)]


def _tail(body: Body, piece: Piece) -> range:
    """The lines of a dated piece that follow a blank line, if nothing of its text comes before."""
    for index in range(piece.first + 1, piece.end):
        if body.lines[index].blanks:
            return range(index, piece.end)
    return range(0)


def _cut(piece: Piece, tied: Mapping[int, int]) -> Iterator[Piece]:
    if piece.kind == "own" and piece.first in tied:
        yield replace(piece, kind="translation", original=tied[piece.first])
        return
    cuts = sorted(line for line in tied.values() if piece.first < line < piece.end)
    if not cuts or piece.kind not in ("own", "pasted"):
        yield piece
        return
    yield replace(piece, end=cuts[0])
    if piece.kind == "pasted":
        yield Piece("own", cuts[0], piece.end)
        return
    ends = [*cuts[1:], piece.end]
    for first, end in zip(cuts, ends, strict=True):
        yield Piece("own", first, end)


def _part(body: Body, pieces: list[Piece], index: int, span: tuple[int, int]) -> Part:
    piece = pieces[index]
    original = _index_of(pieces, piece.original)
    origin = piece.origin if original is None else _filled(piece.origin, pieces[original].origin)
    words = joined(body.lines[piece.first : min(piece.end, piece.first + 40)])
    return Part(
        piece.kind,
        *span,
        title=piece.title,
        outlet=origin.outlet,
        author=origin.author,
        published=origin.published,
        language=None if piece.kind == "furniture" else guess_language(words),
        duration_seconds=origin.duration_seconds,
        translation_of=original,
        quotes_post=piece.quotes_post,
        continues=_index_of(pieces, piece.continues),
        quotes_author=piece.quotes_author,
        inside=_index_of(pieces, piece.inside),
    )


def _index_of(pieces: list[Piece], line: int | None) -> int | None:
    if line is None:
        return None
    return bisect_right(pieces, line, key=lambda piece: piece.first) - 1


def _filled(origin: Origin, original: Origin) -> Origin:
    """What a translation does not tell of its origin, its original does."""
    return Origin(
        origin.outlet or original.outlet,
        origin.author or original.author,
        origin.published or original.published,
        origin.duration_seconds or original.duration_seconds,
    )


def _shifted(part: Part, by: int) -> Part:
    translation = None if part.translation_of is None else part.translation_of + by
    continues = None if part.continues is None else part.continues + by
    inside = None if part.inside is None else part.inside + by
    return replace(part, translation_of=translation, continues=continues, inside=inside)
