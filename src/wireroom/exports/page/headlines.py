"""Headlines that claim what their text does not."""

from wireroom.exports.findings import mismatch_in_words, relation_in_words
from wireroom.exports.page.anchors import Anchors, language_at
from wireroom.exports.page.contexts import HeadlineView, MismatchView
from wireroom.exports.page.labels import unit_link
from wireroom.exports.page.link_contexts import Quote
from wireroom.records.headlines import Mismatch
from wireroom.records.links import Evidence
from wireroom.records.spans import Span
from wireroom.records.stories import HeadlineFlag, Story


def build_headline_views(story: Story, anchors: Anchors) -> tuple[HeadlineView, ...]:
    """One entry a flagged headline, with its words beside those of the text."""
    views = []
    for number, flag in enumerate(story.headlines, 1):
        finding = flag.finding
        views.append(
            HeadlineView(
                f"h{number}",
                flag.title,
                _language(flag, anchors),
                unit_link(anchors, flag.document, flag.title_at),
                relation_in_words(finding),
                tuple(_mismatch(one, flag, anchors) for one in finding.mismatches),
                finding.reason,
            )
        )
    return tuple(views)


def _language(flag: HeadlineFlag, anchors: Anchors) -> str | None:
    known = anchors.find(flag.document)
    return language_at(known.analysed, flag.title_at or Span(0, 0)) if known else None


def _mismatch(mismatch: Mismatch, flag: HeadlineFlag, anchors: Anchors) -> MismatchView:
    return MismatchView(
        mismatch_in_words(mismatch),
        _title(mismatch, flag, anchors),
        anchors.quote(Evidence(flag.document, mismatch.text)),
        mismatch.reason,
    )


def _title(mismatch: Mismatch, flag: HeadlineFlag, anchors: Anchors) -> Quote:
    """The words inside the headline; linked to them where the headline stands in the text."""
    start, end = mismatch.title
    href = anchors.document_href(flag.document) or "#headlines"
    if flag.title_at:
        anchor = anchors.name(flag.document, mismatch.title.moved(flag.title_at.start))
        href = f"#{anchor}" if anchor else href
    title, language = flag.title, _language(flag, anchors)
    return Quote(title[:start], title[start:end], title[end:], href, language)
