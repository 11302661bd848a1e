"""The samples that are binaries, made of plain data, so that a reviewer sees what is in them.

``python tests/reading/made_documents.py`` writes them anew; a test holds the files against this.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path

from reading.making import zipped

SAMPLES = Path(__file__).resolve().parents[1] / "samples"

Placed = tuple[float, float, float, str]  # left, bottom, size of the type, words


def pdf(pages: Sequence[Iterable[Placed]], **properties: str) -> bytes:
    """A PDF of these pages in Courier, 420 points wide and 595 high, with these properties."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>"
        % (b" ".join(b"%d 0 R" % (5 + 2 * n) for n in range(len(pages))), len(pages)),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>",
        b"<< %s >>" % b" ".join(b"/%s %s" % (k.encode(), _said(v)) for k, v in properties.items()),
    ]
    for number, lines in enumerate(pages):
        drawn = b"".join(
            b"BT /F1 %g Tf %g %g Td %s Tj ET\n" % (size, left, bottom, _said(words))
            for left, bottom, size, words in lines
        )
        objects += [
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 420 595] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % (6 + 2 * number),
            b"<< /Length %d >>\nstream\n%sendstream" % (len(drawn), drawn),
        ]
    out, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    table = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, rows)
    trailer = b"trailer\n<< /Root 1 0 R /Info 4 0 R /Size %d >>\n" % (len(objects) + 1)
    return out + table + trailer + b"startxref\n%d\n%%%%EOF\n" % len(out)


def _said(words: str) -> bytes:
    escaped = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return b"(" + escaped.encode("cp1252") + b")"


def column(lines: Iterable[str], top: float, size: float = 10, left: float = 50) -> list[Placed]:
    """Lines one under the other, 1.2 times the size of the type apart."""
    return [(left, top - 1.2 * size * n, size, words) for n, words in enumerate(lines)]


def _running(number: int) -> list[Placed]:
    return [(50, 560, 8, "Port Selwyn Harbour Authority"), (200, 30, 8, f"Page {number} of 3")]


REPORT = pdf(
    [
        [
            *_running(1),
            *column(["Inquiry into the fire", "on Quay Four"], 520, 18),
            *column(
                [  # A line holds 53 letters.
                    "On the night of 6 March 2021 a fire broke out in the",
                    "grain terminal of Port Selwyn. The harbour master,",
                    "Jonas Wik, said that the belts had been inspected in",
                    "February, as is well known. The dockworkers' associ-",
                    "ation disputes this: it says that the inspection was",
                    "announced.",
                ],
                460,
            ),
            *column(["Two sheds burned down. Nobody was killed."], 376),
            *column(["Shed   Damage", "4      burned down", "5      roof gone"], 352),
            *column(
                [
                    "The inquiry heard eleven witnesses between 8 and 12",
                    "March, among them the crew of the tug that first saw",
                ],
                100,
            ),
        ],
        [
            *_running(2),
            *column(
                [
                    "the flames from the other side, and the watchman of",
                    "the night, Ivar Lund. In the town his story is well-",
                    "known. It differs from that of the crew.",
                ],
                520,
            ),
        ],
        [*_running(3), *column(["Port Selwyn, 20 March 2021"], 520)],
    ],
    Title="Microsoft Word - fire-final.docx",
    Author="Ida Lindqvist",
    CreationDate="D:20210320101500+01'00'",
    ModDate="D:20210321",
)

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DC = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
)


def relations(*rows: tuple[str, str, str]) -> str:
    """A list of relations: id, kind and target; targets with ``://`` lie outside."""
    outside = ' TargetMode="External"'
    said = "".join(
        f'<Relationship Id="{name}" Type="{_TYPE}/{kind}" Target="{target}"'
        f"{outside if '://' in target else ''}/>"
        for name, kind, target in rows
    )
    return f'<Relationships xmlns="{_RELATIONS}">{said}</Relationships>'


def paragraph(*runs: str, style: str = "", item: tuple[int, int] | None = None) -> str:
    """A paragraph of Word of these runs; ``item`` is the list and the level that it belongs to."""
    said = f'<w:pStyle w:val="{style}"/>' if style else ""
    if item:
        said += f'<w:numPr><w:ilvl w:val="{item[1]}"/><w:numId w:val="{item[0]}"/></w:numPr>'
    return f"<w:p><w:pPr>{said}</w:pPr>{''.join(runs)}</w:p>"


def run(words: str, kind: str = "t") -> str:
    """A run of Word: words in one form."""
    return f'<w:r><w:{kind} xml:space="preserve">{words}</w:{kind}></w:r>'


def docx(body: str, **parts: str) -> bytes:
    """A Word document with this body; other parts by their names in ``word/``, or ``core``."""
    members = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/'
        'content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.'
        'openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
        "_rels/.rels": relations(("r1", "officeDocument", "word/document.xml")),
        "word/document.xml": f"<w:document {_W} {_R}><w:body>{body}</w:body></w:document>",
    }
    for name, content in parts.items():
        if name == "core":
            members["docProps/core.xml"] = f"<cp:coreProperties {_DC}>{content}</cp:coreProperties>"
        elif name == "links":
            members["word/_rels/document.xml.rels"] = content
        else:
            members[f"word/{name}.xml"] = f"<w:{name} {_W}>{content}</w:{name}>"
    return zipped({name: said.encode() for name, said in members.items()}, store=True)


def _row(*cells: str) -> str:
    return "<w:tr>" + "".join(f"<w:tc>{paragraph(run(cell))}</w:tc>" for cell in cells) + "</w:tr>"


LETTER = docx(
    paragraph(run("Inquiry into the fire on Quay Four"), style="a3")
    + paragraph(run("What happened"), style="1")
    + paragraph(
        run("On the night of 6 March a fire broke out"),
        '<w:r><w:footnoteReference w:id="2"/></w:r>',
        run(", said the harbour master, "),
        run("Jonas Wik."),
    )
    + paragraph(
        run("The belts had been inspected in "),
        "<w:ins>" + run("February") + "</w:ins>",
        "<w:del>" + run("January", "delText") + "</w:del>",
        run(", says "),
        '<w:hyperlink r:id="r9">' + run("the report") + "</w:hyperlink>",
        run("."),
    )
    + paragraph(run("Conveyor belt three stopped at 23:15."), item=(1, 0))
    + paragraph(run("The alarm rang at 23:40."), item=(1, 0))
    + paragraph(run("First, the sheds."), item=(2, 0))
    + paragraph(run("Shed 4."), item=(2, 1))
    + paragraph(run("Shed 5."), item=(2, 1))
    + paragraph(run("Second, the quay."), item=(2, 0))
    + f"<w:tbl>{_row('Shed', 'Damage')}{_row('4', 'burned down')}</w:tbl>"
    + f"<w:tbl>{_row('A box around one paragraph.')}</w:tbl>",
    styles='<w:style w:styleId="1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:styleId="a3"><w:name w:val="Title"/></w:style>',
    numbering='<w:abstractNum w:abstractNumId="5"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/>'
    '<w:lvlText w:val="·"/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="6"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1">'
    '<w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1%2)"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="6"/></w:num>',
    footnotes='<w:footnote w:id="0"/><w:footnote w:id="2">'
    + paragraph(run("Seen from the pier."))
    + "</w:footnote>",
    header1=paragraph(run("Port Selwyn Harbour Authority")),
    links=relations(("r9", "hyperlink", "https://quay.example/report")),
    core="<dc:creator>Ida Lindqvist</dc:creator>"
    "<dcterms:created>2021-03-20T10:15:00Z</dcterms:created>"
    "<dcterms:modified>2021-03-21T08:00:00Z</dcterms:modified>",
)

_ODF = "urn:oasis:names:tc:opendocument:xmlns:"
_NAMESPACES = (
    f'xmlns:office="{_ODF}office:1.0" xmlns:text="{_ODF}text:1.0" xmlns:table="{_ODF}table:1.0" '
    f'xmlns:style="{_ODF}style:1.0" xmlns:meta="{_ODF}meta:1.0" '
    'xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'
)


def odt(body: str, styles: str = "", meta: str = "") -> bytes:
    """An OpenDocument text with this body."""
    content = (
        f"<office:document-content {_NAMESPACES}><office:automatic-styles>{styles}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    told = f"<office:document-meta {_NAMESPACES}><office:meta>{meta}</office:meta>"
    members = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": content,
        "meta.xml": f"{told}</office:document-meta>",
    }
    return zipped({name: said.encode() for name, said in members.items()}, store=True)


def _items(*items: str) -> str:
    return "".join(f"<text:list-item>{item}</text:list-item>" for item in items)


NOTES = odt(
    "<text:tracked-changes><text:deletion><text:p>January</text:p></text:deletion>"
    "</text:tracked-changes>"
    '<text:p text:style-name="P1">Inquiry into the fire on Quay Four</text:p>'
    '<text:h text:outline-level="1">What happened</text:h>'
    "<text:p>On the night of 6 March a fire broke out<text:note><text:note-citation>1"
    "</text:note-citation><text:note-body><text:p>Seen from the pier.</text:p></text:note-body>"
    '</text:note>, said the harbour master,<text:s/> <text:span text:style-name="T1">Jonas Wik'
    "</text:span>.</text:p>"
    '<text:p>He spoke<text:line-break/>of <text:a xlink:href="https://quay.example/report">the '
    "report</text:a>.<office:annotation><text:p>Check this.</text:p></office:annotation></text:p>"
    '<text:list text:style-name="L1">'
    + _items(
        "<text:p>Two sheds burned:</text:p><text:list>"
        + _items("<text:p>shed 4</text:p>", "<text:p>shed 5</text:p>")
        + "</text:list>",
        "<text:p>The ferry sailed.</text:p><text:p>On time.</text:p>",
    )
    + "</text:list><table:table><table:table-row><table:table-cell><text:p>Shed</text:p>"
    "</table:table-cell><table:table-cell><text:p>Damage</text:p></table:table-cell>"
    "</table:table-row><table:table-row><table:table-cell><text:p>4</text:p></table:table-cell>"
    "<table:table-cell><text:p>burned down</text:p></table:table-cell></table:table-row>"
    "</table:table>",
    styles='<style:style style:name="P1" style:parent-style-name="Title"/>'
    '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" '
    'style:num-format="1" style:num-suffix="."/><text:list-level-style-bullet text:level="2"/>'
    "</text:list-style>",
    meta="<meta:initial-creator>Ida Lindqvist</meta:initial-creator>"
    "<meta:creation-date>2021-03-20T10:15:00</meta:creation-date><dc:date>2021-03-21T08:00:00"
    "</dc:date>",
)

_S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def xlsx(*sheets: tuple[str, str, str]) -> bytes:
    """A workbook of these sheets: name, state ("visible", "hidden") and rows."""
    listed = "".join(
        f'<sheet name="{name}" sheetId="{n}" state="{state}" r:id="s{n}"/>'
        for n, (name, state, _) in enumerate(sheets, 1)
    )
    kinds = [(f"s{n}", "worksheet", f"worksheets/sheet{n}.xml") for n in range(1, len(sheets) + 1)]
    types = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    members = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/'
        f'content-types"><Override PartName="/xl/workbook.xml" ContentType="{types}.sheet.main+xml"'
        f'/><Override PartName="/xl/styles.xml" ContentType="{types}.styles+xml"/></Types>',
        "_rels/.rels": relations(("r1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f"<workbook {_S} {_R}><sheets>{listed}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": relations(*kinds, ("s0", "styles", "styles.xml")),
        # Form 0 is any value, form 1 a date.
        "xl/styles.xml": f'<styleSheet {_S}><fonts count="1"><font/></fonts><fills count="1">'
        '<fill><patternFill/></fill></fills><borders count="1"><border/></borders>'
        '<cellStyleXfs count="1"><xf/></cellStyleXfs>'
        '<cellXfs count="2"><xf/><xf numFmtId="14"/></cellXfs></styleSheet>',
    }
    for n, (_, _, rows) in enumerate(sheets, 1):
        members[f"xl/worksheets/sheet{n}.xml"] = (
            f"<worksheet {_S}><sheetData>{rows}</sheetData></worksheet>"
        )
    return zipped({name: said.encode() for name, said in members.items()}, store=True)


def cells(*values: str | float | None) -> str:
    """A row of a sheet. A string that begins with ``=`` is a formula whose last value was 7; a
    whole number above 40,000 is a day."""
    return f"<row>{''.join(map(_cell, values))}</row>"


def _cell(value: str | float | None) -> str:
    if value is None:
        return "<c/>"
    if isinstance(value, str) and value.startswith("="):
        return f"<c><f>{value[1:]}</f><v>7</v></c>"
    if isinstance(value, str):
        return f'<c t="inlineStr"><is><t>{value}</t></is></c>'
    return f'<c s="{int(value > 40_000)}"><v>{value}</v></c>'


REVIEW = xlsx(
    (
        "Reports",
        "visible",
        cells("Press review of the harbour authority")
        + cells()
        + cells("No", "Title", "Date", "Outlet", "Text", "Link")
        + cells(
            *(1, "Fire on the quay", 44262, "Northwire", "Two sheds burned down, the harbour"),
            "https://north.example/fire",
        )
        + cells(2, "Sheds gone", 44263, "The Daily Beacon", "Shed 4 is gone, a watchman said.", "-")
        + cells(3, "No text", 44264, "Polar Review"),
    ),
    ("Lists", "hidden", cells("yes") + cells("no")),
    ("Sheds", "visible", cells("Shed", "Burned", "Total") + cells("Quay Four", 2.5, "=B2*2")),
)

MADE = {
    "pdf/report.pdf": REPORT,
    "docx/letter.docx": LETTER,
    "odt/notes.odt": NOTES,
    "xlsx/review.xlsx": REVIEW,
}

if __name__ == "__main__":
    for name, data in MADE.items():
        (SAMPLES / name).parent.mkdir(exist_ok=True)
        (SAMPLES / name).write_bytes(data)
