"""Word documents and OpenDocument texts: what is text of them, and what hostile ones cost."""

import pytest

from reading.made_documents import docx, odt, paragraph, relations, run
from reading.making import zipped
from reading.reading_pages import read_one
from wireroom.errors import NotReadable
from wireroom.reading.packages import package_kind
from wireroom.records.documents import Document


def word(body: str, **parts: str) -> Document:
    return read_one(docx(body, **parts), "letter.docx")


def open_text(body: str, styles: str = "") -> Document:
    return read_one(odt(body, styles), "letter.odt")


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<w:ins>" + paragraph(run("Kept.")) + "</w:ins>", "Kept."),
        (paragraph(run("A"), "<w:del>" + run("B", "delText") + "</w:del>", run("C")), "AC"),
        (paragraph("<w:moveFrom>" + run("B") + "</w:moveFrom>", run("C")), "C"),
        (paragraph("<w:r><w:rPr><w:vanish/></w:rPr><w:t>B</w:t></w:r>", run("C")), "C"),
        (paragraph('<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>B</w:t></w:r>'), "B"),
        (paragraph("<w:r><w:t>A</w:t><w:tab/><w:t>B</w:t><w:br/><w:t>C</w:t></w:r>"), "A\tB\nC"),
        (paragraph('<w:r><w:t>A</w:t><w:br w:type="page"/><w:t>B</w:t></w:r>'), "AB"),
        (paragraph("<w:r><w:t>A</w:t><w:noBreakHyphen/><w:t>B</w:t></w:r>"), "A-B"),
        (
            "<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr>" + run("A") + "</w:p>",
            "A",
        ),
        (
            paragraph(
                run("A"),
                "<w:r><mc:AlternateContent xmlns:mc='m'><mc:Choice><w:txbxContent>"
                + paragraph(run("Box"))
                + "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>"
                + paragraph(run("Box"))
                + "</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>",
                run("B"),
            ),
            "AB\nBox",
        ),
        (
            "<w:tbl><w:tr><w:tc>"
            + paragraph(run("A"))
            + paragraph(run("B"))
            + "</w:tc><w:tc/><w:tc><w:tbl><w:tr><w:tc>"
            + paragraph(run("C"))
            + "</w:tc></w:tr></w:tbl></w:tc></w:tr></w:tbl>",
            "A B |  | C",
        ),
    ],
)
def test_the_text_is_as_it_now_stands(body: str, text: str) -> None:
    assert word(body).text == text


def test_links_of_fields_are_links_and_only_those_to_the_web() -> None:
    def field(code: str) -> str:
        return (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            + run(code, "instrText")
            + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
            + run("here")
            + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        )

    body = paragraph(
        run("  See "),
        field(' HYPERLINK "https://quay.example/1" '),
        run(" and "),
        field(' HYPERLINK "file:///etc/passwd" '),
        '<w:hyperlink r:id="r1">' + run(" there") + "</w:hyperlink>",
        field(" PAGE "),
    )
    links = relations(("r1", "hyperlink", "javascript://quay.example"))
    document = word(body, links=links)
    assert document.text == "See here and here therehere"
    (link,) = document.links
    assert (link.span.of(document.text), link.url) == ("here", "https://quay.example/1")


def test_properties_that_are_broken_do_not_cost_the_text() -> None:
    document = word(paragraph(run("A")), core="<dc:creator>Ida</dc:creator><dc:title>")
    assert (document.text, document.author, document.title) == ("A", "Ida", None)


def test_comments_are_left_out_and_told() -> None:
    document = word(paragraph(run("A")), comments=paragraph(run("Check this.")))
    assert document.text == "A"
    assert document.provenance["text"] == "paragraphs of the document; comments left out"


def test_a_document_in_the_strict_form_is_read() -> None:
    body = '<d xmlns="http://purl.oclc.org/ooxml/wordprocessingml/main"><p><r><t>A</t></r></p></d>'
    assert read_one(zipped({"word/document.xml": body.encode()}), "a.docx").text == "A"


@pytest.mark.parametrize(
    ("forms", "expected"),
    [
        ("decimal", ["1.", "2."]),
        ("upperLetter", ["A.", "B."]),
        ("lowerRoman", ["i.", "ii."]),
        ("bullet", ["•", "•"]),
        ("none", [".", "."]),
        ("chicago", ["", ""]),
    ],
)
def test_numbers_of_lists_are_written_out(forms: str, expected: list[str]) -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0">'
        f'<w:numFmt w:val="{forms}"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="4"><w:abstractNumId w:val="1"/></w:num>'
    )
    body = "".join(paragraph(run("Shed"), item=(4, 0)) for _ in range(2))
    lines = word(body, numbering=numbering).text.split("\n")
    assert [line.removesuffix("Shed").strip() for line in lines] == expected


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<text:p>A\n  <text:s text:c='2'/>B<text:tab/>C</text:p>", "A   B\tC"),
        ("<text:p>A<text:span>B</text:span>C</text:p>", "ABC"),
        ("<text:p>A<text:line-break/>B</text:p>", "A\nB"),
        ("<text:p>A</text:p><text:p/><text:p> </text:p><text:p>B</text:p>", "A\nB"),
        (
            "<text:p>A<draw:frame xmlns:draw='d'><text:p>Box</text:p></draw:frame>B</text:p>",
            "AB\nBox",
        ),
        ("<text:p>A<text:s text:c='99999999999'/>B</text:p>", "A" + " " * 100 + "B"),
    ],
)
def test_white_space_of_open_documents_is_what_it_stands_for(body: str, text: str) -> None:
    assert open_text(body).text == text


def test_a_locked_open_document_is_refused() -> None:
    members = {
        "mimetype": b"application/vnd.oasis.opendocument.text",
        "META-INF/manifest.xml": b"<manifest:encryption-data/>",
    }
    with pytest.raises(NotReadable, match="locked with a password"):
        read_one(zipped(members), "a.odt")


DOCTYPE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused(encoding: str) -> None:
    xml = f'<?xml version="1.0" encoding="{encoding}"?>{DOCTYPE}<w:p><w:t>&a;</w:t></w:p>'
    data = zipped({"word/document.xml": xml.encode(encoding)})
    with pytest.raises(NotReadable, match="declares entities"):
        read_one(data, "a.docx")


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"<w:p>" * 100_000, "is damaged"),
        (b"<a>" + b" " * 60_000_000, "is too large"),
        (b"<a>" + b"<b/>" * 1_600_000 + b"</a>", "is too large|more than 1,500,000 elements"),
        (b"not xml", "is damaged"),
        (b"", "without text"),
    ],
)
def test_a_part_that_is_a_trap_is_refused(content: bytes, problem: str) -> None:
    with pytest.raises(NotReadable, match=problem):
        read_one(zipped({"word/document.xml": content}), "a.docx")


def test_a_word_document_without_its_text_is_refused() -> None:
    with pytest.raises(NotReadable, match="has no text"):
        read_one(zipped({"word/styles.xml": b"<a/>"}), "a.docx")


@pytest.mark.parametrize(
    ("data", "said", "hint"),
    [
        ("WordDocument", "an old Word document", r"save it as \.docx"),
        ("Workbook", "an old Excel workbook", r"save it as \.xlsx"),
        ("EncryptedPackage", "an office document locked with a password", "without a password"),
        ("", "an old office document", r"save it as \.docx or \.xlsx"),
    ],
)
def test_old_office_documents_are_named_with_what_to_do(data: str, said: str, hint: str) -> None:
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + data.encode("utf-16-le")
    with pytest.raises(NotReadable, match=f"is {said}, not text; try: .*{hint}"):
        read_one(old, "a.doc")


@pytest.mark.parametrize(
    ("members", "kind"),
    [
        ({"[Content_Types].xml": b"wordprocessingml.document.main"}, "docx"),
        ({"docProps/app.xml": b"x", "xl/workbook.xml": b"x"}, "xlsx"),
        ({"ppt/presentation.xml": b"x"}, "pptx"),
        ({"xl/workbook.bin": b"x"}, "xlsb"),
        ({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}, "ods"),
        ({"mimetype": b"application/epub+zip"}, "epub"),
        ({"archive/a.warc.gz": b"x"}, "wacz"),
        ({"a.txt": b"x", "in.docx": docx(paragraph(run("A")))}, "zip"),
        ({}, "zip"),
    ],
)
@pytest.mark.parametrize("store", [False, True])
def test_the_kind_of_a_zip_is_told_from_its_first_members(
    members: dict[str, bytes], kind: str, store: bool
) -> None:
    assert package_kind("-", zipped(members, store)) == kind


@pytest.mark.parametrize(
    ("members", "said"),
    [
        ({"ppt/presentation.xml": b"x"}, "is a PowerPoint presentation, not text; try: open it"),
        ({"xl/workbook.bin": b"x"}, "is a binary Excel workbook, not text; try: open it"),
        ({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}, "an OpenDocument spread"),
    ],
)
def test_other_office_documents_are_named_with_what_to_do(
    members: dict[str, bytes], said: str
) -> None:
    with pytest.raises(NotReadable, match=said):
        read_one(zipped(members), "a.bin")
