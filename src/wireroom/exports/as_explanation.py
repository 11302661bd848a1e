"""One Document for the terminal: every finding under its line, and why it was found."""

import textwrap
from collections.abc import Iterator

from wireroom.exports.findings import Finding, list_findings, relation_in_words, words
from wireroom.records.analyses import AnalysedDocument

_COLUMNS = 100
_INDENT = "      "
_KINDS = {
    "says": "says",
    "place": "place",
    "date": "date",
    "number": "number",
    "event": "event",
    "headline": "headline",
}


def as_explanation(analysed: AnalysedDocument) -> str:
    """Plain text of at most 100 columns, without colour; control characters are shown as �.

    Each line of the text is followed by the findings that begin in it; several empty lines are
    shown as one. A Document without any finding says so.
    """
    lines = [*_head(analysed)]
    findings = list(list_findings(analysed))
    text, at, next_finding = analysed.document.text, 0, 0
    for line in text.splitlines(keepends=True):
        at += len(line)
        if line.strip() or lines[-1]:
            lines.extend(_wrapped(line.rstrip(), "", ""))
        while next_finding < len(findings) and findings[next_finding].start < at:
            lines.extend(_explained(findings[next_finding], text))
            next_finding += 1
    if not findings:
        lines.append("(nothing was found in this document)")
    return "\n".join(lines) + "\n"


def _head(analysed: AnalysedDocument) -> Iterator[str]:
    document, analysis = analysed.document, analysed.analysis
    yield from _wrapped(document.title or document.id, "", "")
    known = (document.kind, document.outlet, document.published, f"language {analysis.language}")
    yield from _wrapped(" · ".join(part for part in known if part), "", "")
    if analysis.headline:
        said = relation_in_words(analysis.headline)
        reason = f": {analysis.headline.reason}" if analysis.headline.reason else ""
        yield from _wrapped(f"headline: {said}{reason}", "", "  ")
    yield "─" * 40


def _explained(finding: Finding, text: str) -> Iterator[str]:
    label = _KINDS[finding.kind]
    where = _quoted(finding, text)
    yield from _wrapped(f"{label}: {where} — {finding.details}", "   ↳ ", _INDENT)
    if finding.kind == "says":
        content = [s.span for s in finding.stretches if s.layer == "content"]
        if content:
            yield from _wrapped(f"what: {words(content, text, 160)}", _INDENT, _INDENT)
    if finding.reason:
        yield from _wrapped(f"why: {finding.reason}", _INDENT, _INDENT)


def _quoted(finding: Finding, text: str) -> str:
    spans = [s.span for s in finding.stretches if s.layer not in ("content", "evidence")]
    return f"“{words(spans or [s.span for s in finding.stretches], text)}”"


def _wrapped(text: str, first: str, following: str) -> list[str]:
    printable = "".join(char if char.isprintable() or char == " " else "�" for char in text)
    wrapped = textwrap.wrap(printable, _COLUMNS, initial_indent=first, subsequent_indent=following)
    return wrapped or [""]
