"""Pages saved in one file with their pictures: the page, its address and its time."""

import pytest

from reading.reading_pages import read_all, read_one
from wireroom.errors import NotReadable
from wireroom.records.documents import Document

PAGE = (
    "<!DOCTYPE html><html><head><meta charset=3D'koi8-r'><title>Quay 4</title></head>"
    "<body><article><h1>Quay 4</h1>"
    "<p>Quay 4 of Port Selwyn is closed until Monday, the harbour master =\n"
    "said on Sunday: =E2=80=9Ccaf=C3=A9=E2=80=9D.</p></article></body></html>"
)
PICTURE = "Content-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n"
CHROME = (
    "From: <Saved by Blink>\nSnapshot-Content-Location: https://port.example/quay-4\n"
    "Subject: Quay 4\nDate: Sun, 7 Mar 2021 12:40:00 -0000\nMIME-Version: 1.0\n"
    'Content-Type: multipart/related;\n\ttype="text/html";\n\tboundary="b"\n\n'
)
EXPLORER = (
    "From: <Saved by Windows Internet Explorer 8>\nSubject: Quay 4\n"
    "Date: Sun, 7 Mar 2021 13:40:00 +0100\nMIME-Version: 1.0\n"
    'Content-Type: multipart/related;\n\ttype="text/html";\n\tboundary="b"\n'
    "X-MimeOLE: Produced By Microsoft MimeOLE\n\nThis is a multi-part message in MIME format.\n"
)
UNMHT = (
    "From: <Saved by UnMHT>\nSubject: Quay 4\nDate: Sun, 07 Mar 2021 13:40:00 +0100\n"
    "MIME-Version: 1.0\nX-UnMHT-URI: x\n"
    'Content-Type: multipart/related; start="<root@x>"; boundary="b"; type="text/html"\n\n'
)


def part(body: str = PAGE, kind: str = "text/html; charset=utf-8", more: str = "") -> str:
    encoding = "Content-Transfer-Encoding: quoted-printable"
    where = "Content-Location: https://port.example/quay-4"
    return f"--b\nContent-Type: {kind}\n{encoding}\n{where}\n{more}\n{body}\n"


@pytest.mark.parametrize("head", [CHROME, EXPLORER])
@pytest.mark.parametrize("name", ["quay.mhtml", "quay.mht", "saved", "-"])
def test_a_saved_page_is_read_with_its_address_and_its_time(head: str, name: str) -> None:
    found = read_one(f"{head}{part()}--b\n{PICTURE}--b--\n", name)
    assert (found.kind, found.id) == ("article", name)
    assert found.text == (
        "Quay 4 of Port Selwyn is closed until Monday, the harbour master said on Sunday: “café”."
    )
    assert (found.url, found.captured) == ("https://port.example/quay-4", "2021-03-07T12:40:00Z")
    assert found.provenance["captured"] == "archive record"


def test_the_page_that_is_named_as_the_start_is_the_page() -> None:
    other = part("<html><body><p>An advertisement.</p></body></html>")
    page = part(more="Content-ID: <root@x>\n")
    found = read_one(f"{UNMHT}{other}{page}--b--\n", "quay.mht")
    assert found.text.startswith("Quay 4 of Port Selwyn")


def test_the_frames_of_a_page_are_read() -> None:
    frames = "<html><frameset><frame src=3D'a.html'></frameset><noframes>x</noframes></html>"
    found = read_all(f"{EXPLORER}{part(frames)}{part()}--b--\n", "quay.mht")
    read = [each for each in found if isinstance(each, Document)]
    assert read[-1].id == "quay.mht!1.html"
    assert read[-1].text.startswith("Quay 4 of Port Selwyn")


def test_pages_nested_in_other_parts_are_found() -> None:
    inner = (
        f'--b\nContent-Type: multipart/alternative; boundary="c"\n\n{part().replace("--b", "--c")}'
    )
    found = read_one(f"{CHROME}{inner}--c--\n--b--\n", "quay.mhtml")
    assert found.text.startswith("Quay 4 of Port Selwyn")


def test_a_page_that_is_cut_off_is_read_as_far_as_it_goes() -> None:
    assert read_one(f"{CHROME}{part()[:-40]}", "quay.mhtml").text.startswith("Quay 4 of Port")


def test_an_archive_without_a_page_is_refused() -> None:
    with pytest.raises(NotReadable, match="without a page"):
        read_all(f"{CHROME}--b\n{PICTURE}--b--\n", "quay.mhtml")


def test_a_letter_with_pictures_is_no_saved_page() -> None:
    head = (
        "From: Ida <ida@watch.example>\nTo: olaf@port.example\nSubject: Quay 4\n"
        "Date: Sun, 7 Mar 2021 12:40:00 +0100\nMessage-ID: <1@watch.example>\nMIME-Version: 1.0\n"
        'Content-Type: multipart/related; boundary="b"\n\n'
    )
    found = read_one(f"{head}{part()}--b\n{PICTURE}--b--\n", "quay.eml")
    assert (found.kind, found.author) == ("letter", "Ida")
