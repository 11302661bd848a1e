"""Whether posts that seem to be there are: by signs that do not depend on one another."""

from collections.abc import Callable, Sequence

from wireroom.reading.thread.frames import Frame
from wireroom.reading.thread.furniture import find_outside
from wireroom.reading.thread.layouts import Outline
from wireroom.reading.thread.names import bare_name, find_known_names
from wireroom.reading.thread.quoting import find_quoted
from wireroom.reading.thread.series import Series

# Set by hand in November 2026, on ten real pages and 570 made ones, against 8,000 texts that are
# no threads.
_WEIGHTS = {
    "numbers that count up": 1,
    "dates": 1,
    "names that come again": 1,
    "who posted and when, in one line": 1,
    "labels of members": 1,
    "cards of members": 1,
    "buttons": 1,
    "quotations": 1,
    "quotations of members": 1,
    "titles": 1,
    "the furniture of a board's page": 1,
    "what follows the posts of a board": 1,
    "all that follows the posts of a board": 1,
}
_ENOUGH = 4
_OF_A_BOARD = frozenset(
    (
        "cards of members",
        "buttons",
        "quotations",
        "quotations of members",
        "the furniture of a board's page",
    )
)
# Names may be lost, or stand where they are not found.
_WITHOUT_NAMES = frozenset(("cards of members", "labels of members", "numbers that count up"))
_HALF, _MOST = 0.5, 0.8
_FEWEST_PAGE_LINES = 3
_LONGEST_PROSE = 2_500  # characters of sentences before the first post; an article is longer
_SENTENCE = 200  # characters from which on a line is prose


def find_evidence(frame: Frame, outlines: Sequence[Outline], series: Series) -> list[str]:
    """What shows that these are posts, in words."""
    ends = _ends(frame, outlines)
    found = {
        "numbers that count up": len(outlines) > 1 and "number" in series.shape,
        "dates": _share(frame, outlines, _has_date) >= _HALF,
        "names that come again": _has_names(frame, outlines),
        "who posted and when, in one line": series.shape.startswith(("by", "name »")),
        "labels of members": _share(frame, outlines, _has_label) >= _MOST,
        "cards of members": _share(frame, outlines, _has_card) >= _HALF,
        "buttons": _share(frame, outlines, _has_button) >= _HALF,
        "quotations": _has_quotations(frame),
        "quotations of members": _quotes_members(frame, outlines),
        "titles": _share(frame, outlines, _has_title) >= _HALF,
        "the furniture of a board's page": _has_page(frame, outlines),
        "what follows the posts of a board": ends > 1,
        "all that follows the posts of a board": ends > 2,
    }
    return [sign for sign in _WEIGHTS if found[sign]]


def in_words(evidence: Sequence[str]) -> str:
    """The evidence in one line, each sign once: what is said of the page is said in full."""
    more = {
        "labels of members": "cards of members",
        "quotations": "quotations of members",
        "the furniture of a board's page": "what follows the posts of a board",
        "what follows the posts of a board": "all that follows the posts of a board",
    }
    return ", ".join(sign for sign in evidence if more.get(sign) not in evidence)


def is_enough(frame: Frame, outlines: Sequence[Outline], evidence: Sequence[str]) -> bool:
    """Whether this evidence makes a text a thread. One post needs more than several do."""
    if _has_article_before(frame, outlines) or not _OF_A_BOARD.intersection(evidence):
        return False
    if len(outlines) == 1:
        return {"cards of members", "the furniture of a board's page"} <= set(evidence) and (
            "who posted and when, in one line" in evidence or "buttons" in evidence
        )
    named = sum(_author(frame, post) is not None for post in outlines)
    if named < _HALF * len(outlines) and not _WITHOUT_NAMES.intersection(evidence):
        return False
    return sum(_WEIGHTS[sign] for sign in evidence) >= _ENOUGH


def _share(
    frame: Frame, outlines: Sequence[Outline], has: Callable[[Frame, Outline], bool]
) -> float:
    return sum(has(frame, post) for post in outlines) / len(outlines)


def _around(post: Outline) -> list[int]:
    return [*range(post.start, post.body), *range(post.foot, post.end)]


def _has_date(frame: Frame, post: Outline) -> bool:
    stamps = (frame.signs[index].stamp for index in post.stamps)
    return any(stamp is not None and stamp.moment is not None for stamp in stamps)


def _labels(frame: Frame, post: Outline) -> int:
    return sum(frame.signs[index].kind in ("label", "key") for index in _around(post))


def _has_label(frame: Frame, post: Outline) -> bool:
    return _labels(frame, post) > 0


def _has_card(frame: Frame, post: Outline) -> bool:
    return _labels(frame, post) > 1


def _has_button(frame: Frame, post: Outline) -> bool:
    return any(frame.signs[index].kind == "button" for index in _around(post))


def _has_title(frame: Frame, post: Outline) -> bool:
    return any(frame.signs[index].kind == "subject" for index in range(post.start, post.body))


def _author(frame: Frame, post: Outline) -> str | None:
    for index in post.stamps:
        stamp = frame.signs[index].stamp
        if stamp is not None and stamp.author is not None and stamp.shape != "name":
            return stamp.author
    return bare_name(frame.lines[post.name].text) if post.name is not None else None


def _has_names(frame: Frame, outlines: Sequence[Outline]) -> bool:
    """Whether most posts have a name, and one of them comes again, over a post or quoted."""
    names = [name.lower() for post in outlines if (name := _author(frame, post)) is not None]
    if len(names) < _MOST * len(outlines):
        return False
    return len(set(names)) < len(names) or bool(find_known_names(frame) & set(names))


def _has_quotations(frame: Frame) -> bool:
    return any(sign.kind in ("quoted", "said") for sign in frame.signs)


def _quotes_members(frame: Frame, outlines: Sequence[Outline]) -> bool:
    """Whether a quotation names a member who posts here."""
    names = {name.lower() for post in outlines if (name := _author(frame, post)) is not None}
    for line, sign in zip(frame.lines, frame.signs, strict=True):
        quoted = find_quoted(line.text) if sign.kind == "said" else None
        said_by = quoted.author if quoted is not None else line.text.removesuffix(":")
        if said_by is not None and said_by != line.text and said_by.lower() in names:
            return True
    return False


def _has_page(frame: Frame, outlines: Sequence[Outline]) -> bool:
    outside = [*range(outlines[0].start), *range(outlines[-1].end, len(frame.lines))]
    kinds = [find_outside(frame.lines[index].text) for index in outside]
    return kinds.count("end") > 0 and len(kinds) - kinds.count(None) >= _FEWEST_PAGE_LINES


def _ends(frame: Frame, outlines: Sequence[Outline]) -> int:
    """How many lines around the posts are of what follows the last post on a board."""
    outside = [*range(outlines[0].start), *range(outlines[-1].end, len(frame.lines))]
    return sum(
        find_outside(text) == "end" for text in {frame.lines[index].text for index in outside}
    )


def _has_article_before(frame: Frame, outlines: Sequence[Outline]) -> bool:
    prose = (len(line.text) for line in frame.lines[: outlines[0].start])
    return sum(size for size in prose if size >= _SENTENCE) > _LONGEST_PROSE
