"""A story as one self-contained HTML page, for people. It asks nothing of any host."""

import base64
import hashlib
import re
from functools import cache
from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from wireroom.exports.page.assembling import build_page_view
from wireroom.exports.page.labels import direction_of, plural, shortened
from wireroom.exports.page.moments import times_in_words
from wireroom.records.stories import Story

# What HTML cannot hold, or what a parser would turn into something else: the page shows U+FFFD,
# one for one, so that offsets hold. A carriage return has a reference of its own.
_NOT_HTML = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


def as_page(story: Story) -> str:
    """The page of a story: HTML with its style and script inside.

    It can be read without JavaScript. A Content-Security-Policy lets nothing be loaded, and no
    style or script run but the page's own, which it names by hash. Text of the Documents is
    escaped wherever it stands, and no id, address or file name of theirs becomes part of the
    page's own names. Takes about 10 ms a Document.
    """
    style, script = _file("page.css"), _file("page.js")
    html = (
        _environment()
        .get_template("page.html")
        .render(
            page=build_page_view(story),
            style=Markup(style),
            script=Markup(script),
            style_hash=_hash(style),
            script_hash=_hash(script),
        )
    )
    return _NOT_HTML.sub("\ufffd", html).replace("\r", "&#13;")


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
