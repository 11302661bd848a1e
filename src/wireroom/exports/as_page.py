"""A story as one self-contained HTML page, for people. It asks nothing of any host."""

import base64
import hashlib
import re
from functools import cache
from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from wireroom.exports.page.assembling import build_page_view
from wireroom.exports.page.contexts import PageView
from wireroom.exports.page.labels import direction_of, plural, shortened
from wireroom.exports.page.moments import times_in_words
from wireroom.records.stories import Story

# What HTML cannot hold, or what a parser would turn into something else: the page shows U+FFFD,
# one for one, so that offsets hold. A carriage return has a reference of its own.
_NOT_HTML = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff]")

_REMARK = re.compile(r"/\*.*?\*/\s*", re.S)
_PICTURE = re.compile(r"[\w-]+:[^;{}]*url\([^)]*\)[^;}]*;")
_MADE_FROM = re.compile(r"\n//# sourceMappingURL=.*")


def as_page(story: Story) -> str:
    """The page of a story: HTML with its style and script inside.

    It can be read without JavaScript. A Content-Security-Policy lets nothing be loaded, and no
    style or script run but the page's own and, where there is a map, Leaflet's inside them, which
    it names by hash. Text of the Documents is
    escaped wherever it stands, and no id, address or file name of theirs becomes part of the
    page's own names. Takes about 10 ms a Document.
    """
    page = build_page_view(story)
    style, script = _style(page), _script(page)
    html = (
        _environment()
        .get_template("page.html")
        .render(
            page=page,
            style=Markup(style),
            script=Markup(script),
            style_hash=_hash(style),
            script_hash=_hash(script),
        )
    )
    return _NOT_HTML.sub("\ufffd", html).replace("\r", "&#13;")


def _style(page: PageView) -> str:
    own = _file("page.css")
    if not page.map.sheets:
        return own
    # Its pictures are of controls that the page does not have, its remarks lead to other hosts.
    theirs = _PICTURE.sub("", _REMARK.sub("", _leaflet("leaflet.css")))
    return theirs + own + _file("map.css")


def _script(page: PageView) -> str:
    own = _file("page.js") + _file("sift.js") + _file("brush.js")
    if not page.map.sheets:
        return own
    return _MADE_FROM.sub("", _leaflet("leaflet.js")) + "\n" + own + _file("map.js")


@cache
def _leaflet(name: str) -> str:
    """A file of Leaflet, as its package has it (BSD-2-Clause; its notice stands at its head)."""
    return files("xstatic.pkg.leaflet").joinpath("data", name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"


@cache
def _file(name: str) -> str:
    return files("wireroom.exports.page").joinpath("templates", name).read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FunctionLoader(_file),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["shortened"] = shortened
    environment.filters["times_in_words"] = times_in_words
    environment.globals["plural"] = plural
    environment.globals["direction_of"] = direction_of
    return environment
