"""What stands in posts of boards whose templates are not known: by the names that many use."""

from wireroom.reading.forum.engine import Engine

ENGINE = Engine(
    name="unknown",
    board="a board that is not known",
    fields={},
    inner={
        "quote": "quote",
        "quotation": "quote",
        "bbcode_quote": "quote",
        "bbc_quote": "quote",
        "spoiler": "spoiler",
        "code": "code",
        "codebox": "code",
        "signature": "signature",
        "sig": "signature",
        "post-signature": "signature",
        "attachment": "attachment",
        "onebox": "embed",
        "edited": "edited",
        "last-edit": "edited",
        "lastedit": "edited",
    },
    marks=(),
    quote_head=("cite", ".quote-author", ".quote_author", ".quote-header", ".citation"),
)
