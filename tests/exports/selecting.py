"""Elements of a page by the few CSS selectors that the tests need."""

import re

from lxml.html import HtmlElement

_COMPOUND = re.compile(
    r"(?P<tag>^\w+)|#(?P<id>[\w-]+)|\.(?P<class>[\w-]+)|\[(?P<attribute>[\w-]+)\]"
)


def select(element: HtmlElement, selector: str) -> list[HtmlElement]:
    """Tags, ``#id``, ``.class``, ``[attribute]``, descendants, ``>`` and lists with commas."""
    paths = " | ".join(_path(one.strip()) for one in selector.split(","))
    return list(element.xpath(paths))


def words_of(element: HtmlElement) -> str:
    """The text of an element, every run of white space as one space."""
    return " ".join(str(element.text_content()).split())


def _path(selector: str) -> str:
    path, axis = ".", "//"
    for step in selector.split():
        if step == ">":
            axis = "/"
            continue
        tag, tests = "*", []
        for found in _COMPOUND.finditer(step):
            tag = found["tag"] or tag
            if found["id"]:
                tests.append(f'@id="{found["id"]}"')
            elif found["class"]:
                tests.append(f'contains(concat(" ", @class, " "), " {found["class"]} ")')
            elif found["attribute"]:
                tests.append(f"@{found['attribute']}")
        path += axis + tag + "".join(f"[{test}]" for test in tests)
        axis = "//"
    return path
