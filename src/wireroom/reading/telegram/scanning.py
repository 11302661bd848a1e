"""The chats and messages of an export in JSON, one at a time, however long it is."""

import json
import re
from collections.abc import Iterator
from typing import NamedTuple

_BETWEEN = re.compile(r"[\s,:]*")
_DECODER = json.JSONDecoder(strict=False)

Object = dict[str, object]


class ChatFields(NamedTuple):
    """What stands before the messages of a chat, and the messages, which are to be walked before
    the next chat is asked for."""

    fields: Object
    messages: Iterator[object]
    is_one_of_many: bool


def find_chats(text: str) -> Iterator[ChatFields]:
    """Every chat of an export of one chat or of an account.

    Raises ValueError where the JSON is broken or ends too soon, RecursionError where it is nested
    too deep; what stands before has been given by then.
    """
    yield from _Cursor(text).chats()


class _Cursor:
    """A place in the text. Whoever is given a key or an item reads its value before the next."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._place = 0

    def chats(self, is_one_of_many: bool = False) -> Iterator[ChatFields]:
        fields: Object = {}
        for key in self._keys():
            if key == "messages" and self._next() == "[":
                yield ChatFields(fields, self._messages(), is_one_of_many)
            elif key in ("chats", "left_chats") and self._next() == "{":
                yield from self._listed()
            else:
                fields[key] = self._read()

    def _listed(self) -> Iterator[ChatFields]:
        for key in self._keys():
            if key == "list" and self._next() == "[":
                for _ in self._items():
                    yield from self.chats(True)
            else:
                self._read()

    def _messages(self) -> Iterator[object]:
        for _ in self._items():
            yield self._read()

    def _keys(self) -> Iterator[str]:
        self._open("{")
        while self._next() != "}":
            key = self._read()
            if not isinstance(key, str):
                raise ValueError("a key that is no string")
            yield key
        self._place += 1

    def _items(self) -> Iterator[None]:
        self._open("[")
        while self._next() != "]":
            yield None
        self._place += 1

    def _open(self, bracket: str) -> None:
        if self._next() != bracket:
            raise ValueError(f"no {bracket} where one should stand")
        self._place += 1

    def _next(self) -> str:
        """The next character that is not between values; empty at the end."""
        found = _BETWEEN.match(self._text, self._place)
        self._place = found.end() if found else self._place
        return self._text[self._place : self._place + 1]

    def _read(self) -> object:
        self._next()
        value: object
        value, self._place = _DECODER.raw_decode(self._text, self._place)
        return value
