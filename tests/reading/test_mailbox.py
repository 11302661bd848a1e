"""Mailboxes: every letter, one at a time."""

from io import BytesIO

from reading.reading_pages import read_all
from wireroom.reading import read_stream
from wireroom.reading.unpacking.mailbox import MailboxUnpacker
from wireroom.records.documents import Document
from wireroom.records.pages import Page

OPENING = "From ida@watch.example Sun Mar  7 12:40:00 2021\n"


def letter(number: int, words: str) -> str:
    return (
        f"{OPENING}From: Ida <ida@watch.example>\nSubject: n{number}\n"
        f"Date: Sun, 7 Mar 2021 12:40:00 +0100\nMessage-ID: <{number}@watch.example>\n\n{words}\n\n"
    )


def test_every_letter_of_a_mailbox_is_read() -> None:
    found = read_all("".join(letter(n, f"Letter {n}.") for n in range(1, 4)), "box.mbox")
    assert [each.text for each in found if isinstance(each, Document)] == [
        *("Letter 1.", "Letter 2.", "Letter 3.")
    ]
    assert isinstance(found[2], Document)
    assert (found[2].id, found[2].source_file) == ("3@watch.example", "box.mbox!3.eml")


def test_a_line_that_begins_with_from_is_no_letter() -> None:
    words = "I saw it.\n\nFrom the bridge, at noon.\n\n>From there it looked small."
    (found,) = read_all(letter(1, words), "box")
    assert isinstance(found, Document)
    assert found.text == words.replace(">From", "From")


def test_a_letter_that_cannot_be_read_costs_no_other() -> None:
    broken = f"{OPENING}Subject:\nFrom: x\nDate: x\n\n\n\n"
    found = read_all(letter(1, "One.") + broken + letter(3, "Three."), "box.mbox")
    assert [isinstance(each, Document) for each in found] == [True, True, False]


def test_a_mailbox_is_read_as_a_stream() -> None:
    class Counting(BytesIO):
        taken = 0

        def readline(self, size: int | None = -1, /) -> bytes:
            line = super().readline(size)
            self.taken += len(line)
            return line

    source = "".join(letter(n, "The quay is closed.") for n in range(1000)).encode()
    stream = Counting(source)
    first = next(MailboxUnpacker().unpack("box.mbox", stream))
    assert isinstance(first, Page)
    assert stream.taken < 1000
    stream.seek(0)
    assert sum(1 for _ in read_stream("box.mbox", stream)) == 1000
