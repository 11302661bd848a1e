"""Chats that Telegram Desktop exported: every message a post."""

import json
from typing import Any

import pytest

from reading.reading_pages import read_all, read_one, words_of
from wireroom.errors import NotReadable
from wireroom.records.documents import Document


def export(messages: list[Any], **fields: object) -> str:
    chat = {"name": "Harbour", "type": "private_group", "id": 1, **fields, "messages": messages}
    return json.dumps(chat)


def message(number: int, **fields: object) -> dict[str, object]:
    usual = {"id": number, "type": "message", "date": "2021-03-07T12:40:00", "from": "Ida"}
    return {**usual, "text": f"Message {number}.", **fields}


def test_a_message_is_a_post() -> None:
    found = read_one(export([message(1), message(2, **{"from": "Olaf"})]), "result.json")
    assert (found.kind, found.title, found.outlet) == ("thread", "Harbour", None)
    assert [post.author for post in found.posts] == ["Ida", "Olaf"]
    assert [words_of(found, post, -1) for post in found.posts] == ["Message 1.", "Message 2."]
    assert words_of(found, found.posts[0], 0) == "Ida, 2021-03-07T12:40:00"


def test_an_export_of_other_programs_is_read_too() -> None:
    entities = [{"type": "plain", "text": "Closed."}]
    one = {"id": 1, "type": "message", "date_unixtime": "1615117200", "from_id": "user7"}
    source = json.dumps({"id": 1, "messages": [{**one, "text_entities": entities}]})
    (post,) = read_one(source, "chat.json").posts
    assert (post.published, post.author) == ("2021-03-07T11:40:00Z", None)
    unknown = json.dumps({"id": 1, "messages": [{**one, "text": "x", "date_unixtime": "0"}]})
    assert read_one(unknown, "chat.json").posts[0].published is None


def test_the_zone_is_that_of_the_clock_that_exported() -> None:
    known = message(1, date_unixtime="1615117200", edited="2021-03-07T12:50:00")
    unknown = message(2, edited="1970-01-01T01:00:00", edited_unixtime="0")
    first, second = read_one(export([known, unknown]), "result.json").posts
    assert (first.published, second.published) == (
        "2021-03-07T12:40:00+01:00",
        "2021-03-07T12:40:00",
    )
    assert (first.edited, first.edited_at) == (True, "2021-03-07T12:50:00")
    assert (second.edited, second.edited_at) == (False, None)


def test_what_is_forwarded_is_pasted_from_its_channel() -> None:
    forwarded = message(1, forwarded_from="Nordwire")
    hidden = message(2, forwarded_from=None)
    first, second = read_one(export([forwarded, hidden]), "result.json").posts
    assert (first.parts[-1].kind, first.parts[-1].outlet) == ("pasted", "Nordwire")
    assert (second.parts[-1].kind, second.parts[-1].outlet) == ("pasted", "a deleted account")


def test_a_reply_names_the_post_that_it_answers() -> None:
    replies = [
        message(7, reply_to_message_id=5),
        message(8, reply_to_message_id=4),
        message(9, reply_to_message_id=5, reply_to_peer_id="channel2"),
        message(10, reply_to_message_id=11),
        message(11),
    ]
    found = read_one(export([message(5), *replies]), "result.json")
    answered = [[part.quotes_post for part in post.parts] for post in found.posts]
    assert answered[1] == [None, 1, None]
    assert not any(any(each) for each in answered[2:])
    assert words_of(found, found.posts[1], 1) == "In reply to Ida"
    assert words_of(found, found.posts[2], 1) == "In reply to another message"


def test_pieces_of_text_keep_their_links_and_kinds() -> None:
    text = [
        "See ",
        {"type": "text_link", "text": "notice", "href": "https://port.example/17"},
        {"type": "link", "text": " https://port.example/18 "},
        {"type": "blockquote", "text": "Closed."},
        {"type": "blockquote", "text": "Open."},
        {"type": "bold", "text": "So what?"},
        {"type": "text_link", "text": "x", "href": "javascript:x"},
        {"type": "odd", "text": 7},
        None,
    ]
    found = read_one(export([message(1, text=text)]), "result.json")
    (post,) = found.posts
    kinds = [(part.kind, words_of(found, post, n)) for n, part in enumerate(post.parts)]
    assert kinds[1:] == [
        ("own", "See notice https://port.example/18"),
        ("quote", "Closed."),
        ("quote", "Open."),
        ("own", "So what?x"),
    ]
    assert [(link.span.of(found.text).strip(), link.url) for link in found.links] == [
        ("notice", "https://port.example/17"),
        ("https://port.example/18", "https://port.example/18"),
    ]


def test_what_the_program_says_is_furniture() -> None:
    service = {"id": 2, "type": "service", "action": "pin_message", "actor": "Ida", "text": ""}
    found = read_one(export([message(1), service]), "result.json")
    assert [part.kind for part in found.posts[1].parts] == ["furniture"]
    assert words_of(found, found.posts[1], 0) == "Ida · pin message"


@pytest.mark.parametrize(
    ("fields", "line", "seconds"),
    [
        ({"photo": "photos/1.jpg"}, "Photo (photos/1.jpg)", None),
        (
            {"file": "(File not included.)", "media_type": "video_file", "duration_seconds": 62},
            "Video, 1:02",
            62,
        ),
        (
            {"file": "a.mp3", "media_type": "audio_file", "performer": "Ida", "title": "Waves"},
            "Audio, Ida – Waves (a.mp3)",
            None,
        ),
        ({"file": "plan.pdf", "duration_seconds": True}, "File (plan.pdf)", None),
        ({"contact_information": {"first_name": "Ida", "phone_number": ""}}, "Contact (Ida)", None),
        (
            {"location_information": {"latitude": 69.7, "longitude": 30}},
            "Location (69.7, 30)",
            None,
        ),
    ],
)
def test_what_is_shown_is_a_line(fields: dict[str, object], line: str, seconds: int | None) -> None:
    found = read_one(export([message(1, text="", **fields)]), "result.json")
    assert words_of(found, found.posts[0], 1) == line
    assert found.posts[0].parts[1].duration_seconds == seconds


def test_every_chat_of_an_account_is_a_thread() -> None:
    chats = [json.loads(export([message(1)], id=n, name=f"n{n}")) for n in (7, 8)]
    account = {"chats": {"about": "x", "list": chats}, "left_chats": {"list": [chats[0]]}}
    found = read_all(json.dumps(account), "result.json")
    assert [each.id for each in found if isinstance(each, Document)] == [
        *("result.json!7", "result.json!8", "result.json!7")
    ]


def test_an_export_that_is_cut_off_is_read_as_far_as_it_goes() -> None:
    whole = export([message(1), message(2)])
    found, refused = read_all(whole[: whole.index("Message 2")], "result.json")
    assert isinstance(found, Document)
    assert len(found.posts) == 1
    assert isinstance(refused, NotReadable)
    assert "damaged" in refused.problem


def test_an_export_without_messages_is_refused() -> None:
    for source in (export([]), export([{"id": 1}, None, 7, "x"])):
        with pytest.raises(NotReadable, match="without a message"):
            read_all(source, "result.json")


def test_messages_nested_too_deeply_are_refused() -> None:
    source = export([message(1, text="DEEP")]).replace('"DEEP"', "[" * 100_000)
    with pytest.raises(NotReadable, match="nested too deeply"):
        read_all(source, "result.json")


PAGE = (
    '<html><body><div class="page_wrap"><div class="page_header"><div class="text bold">Harbour'
    '</div></div><div class="page_body chat_page"><div class="history">%s</div></div></div></html>'
)
FORWARD = (
    '<div class="message default clearfix%s" id="message%d"><div class="body">'
    '<div class="pull_right date details" title="07.03.2021 12:40:00 UTC+01:00">12:40</div>%s'
    '<div class="forwarded body">%s<div class="text">Fire.</div></div></div></div>'
)


def test_a_joined_message_is_of_the_same_author_and_channel() -> None:
    name = '<div class="from_name">Ida</div>'
    channel = '<div class="from_name">Nordwire</div>'
    page = PAGE % (FORWARD % ("", 1, name, channel) + FORWARD % (" joined", 2, "", ""))
    found = read_one(page, "messages.html")
    assert [post.author for post in found.posts] == ["Ida", "Ida"]
    assert [post.parts[-1].outlet for post in found.posts] == ["Nordwire", "Nordwire"]


@pytest.mark.parametrize(
    ("media", "line", "seconds"),
    [
        ('<a class="photo_wrap" href="photos/1.jpg"><img></a>', "Photo (photos/1.jpg)", None),
        (
            '<a class="media_voice_message" href="a.ogg"><div class="title">Voice message</div>'
            '<div class="status">01:15, 20 KB</div></a>',
            "Voice message, 1:15 (a.ogg)",
            75,
        ),
        (
            '<div class="media media_photo"><div class="title bold">Photo</div><div class='
            '"description">Not included</div><div class="status">1280x720, 93 KB</div></div>',
            "Photo",
            None,
        ),
        (
            '<a class="media media_file" href="f/plan.pdf"><div class="title">plan.pdf</div>'
            '<div class="status">12:30 KB</div></a>',
            "File, plan.pdf (f/plan.pdf)",
            None,
        ),
        ('<div class="media_poll"><div>Why?</div><div>- So</div></div>', "Poll\nWhy?\n- So", None),
        ('<div class="media_new"><div>Gift</div><div>one</div></div>', "Gift, one", None),
    ],
)
def test_what_a_page_shows_is_a_line(media: str, line: str, seconds: int | None) -> None:
    body = f'<div class="from_name">Ida</div><div class="media_wrap">{media}</div>'
    message = f'<div class="message default" id="message1"><div class="body">{body}</div></div>'
    found = read_one(PAGE % message, "messages.html")
    assert words_of(found, found.posts[0], 1) == line
    assert found.posts[0].parts[1].duration_seconds == seconds


def test_a_page_of_an_export_that_is_too_deep_says_so() -> None:
    page = PAGE % (FORWARD % ("", 1, "", "") + "<div>" * 400 + FORWARD % ("", 2, "", ""))
    found, refused = read_all(page, "messages.html")
    assert isinstance(found, Document)
    assert len(found.posts) == 1
    assert isinstance(refused, NotReadable)
