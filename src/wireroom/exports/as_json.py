"""A story as JSON: every record of it, for other programs. The export to copy.

An export is one function from a Story to a string, and one line in ``registry.py``. It decides
nothing: what it writes is in the Story already.
"""

import json

from wireroom.records.plain import (
    analysis_as_plain,
    comparison_as_plain,
    document_as_plain,
    speaker_as_plain,
)
from wireroom.records.stories import Story


def as_json(story: Story) -> str:
    """One JSON object: title, counts, documents with their findings, what is between them, and
    who speaks in them.

    A character that UTF-8 cannot hold is written as its escape, so that the text can be saved.
    """
    counts = story.counts
    plain = {
        "title": story.title,
        "counts": {
            "documents": counts.documents,
            "events": counts.events,
            "origins": counts.origins,
            "not_established": counts.not_established,
            "disputes": counts.disputes,
            "mentions": counts.mentions,
        },
        "documents": [
            document_as_plain(one.document) | {"findings": analysis_as_plain(one.analysis)}
            for one in story.documents
        ],
        "comparison": comparison_as_plain(story.comparison),
        "speakers": [speaker_as_plain(speaker) for speaker in story.speakers],
    }
    text = json.dumps(plain, ensure_ascii=False, indent=1)
    return "".join(f"\\u{ord(char):04x}" if "\ud800" <= char <= "\udfff" else char for char in text)
