"""Lines that stand for what a message shows besides words: pictures, videos, polls, places.

Without a colon: what stands before one is taken for whoever says the rest.
"""

import re
from collections.abc import Mapping

from wireroom.reading.decoding import clean
from wireroom.reading.threads import PartDraft
from wireroom.records.documents import PartKind

_LONGEST = 300  # characters of a name
_CLOCK = re.compile(r"(?<!\d)(?:(\d{1,2}):)?(\d{1,2}):(\d\d)(?!\d)")
_ABSENT = "(File"  # how the export begins where a file was not downloaded
_KINDS = {
    "sticker": "Sticker",
    "video_message": "Video message",
    "voice_message": "Voice message",
    "animation": "Animation",
    "video_file": "Video",
    "audio_file": "Audio",
}
_MOST_ANSWERS = 50

Object = Mapping[str, object]


def media_line(
    kind: str, name: str | None, title: str | None = None, seconds: int | None = None
) -> PartDraft:
    """A line for one file: what it is, how long, and the file of the export that has it."""
    length = f"{seconds // 60}:{seconds % 60:02d}" if seconds is not None else None
    said = ", ".join(each for each in (kind, length, title) if each)
    fields: dict[str, object] = {"title": title} if title else {}
    if seconds is not None:
        fields["duration_seconds"] = seconds
    # Without words and length there is nothing in the line but its file.
    kind_of_part: PartKind = "embed" if fields else "furniture"
    return PartDraft(kind_of_part, f"{said} ({name})" if name else said, (), fields)


def seconds_of(text: str) -> int | None:
    """The length that "01:02:03" or "00:42, 3.2 MB" tells."""
    found = _CLOCK.search(text)
    if found is None:
        return None
    hours, minutes, seconds = (int(part or 0) for part in found.groups())
    return 3600 * hours + 60 * minutes + seconds


def find_media(message: Object) -> list[PartDraft]:
    """What a message of a JSON export shows besides its words."""
    lines: list[PartDraft] = []
    if photo := _line(message.get("photo")):
        lines.append(media_line("Photo", _file(photo)))
    if message.get("file") is not None or message.get("media_type") is not None:
        lines.append(_of_file(message))
    lines += _of_poll(message.get("poll"))
    for key, label in (
        ("location_information", "Location"),
        ("contact_information", "Contact"),
        ("game_title", "Game"),
        ("invoice_information", "Invoice"),
    ):
        if said := _values(message.get(key)):
            lines.append(PartDraft("embed", f"{label} ({said})"))
    place = ", ".join(filter(None, (_line(message.get(key)) for key in ("place_name", "address"))))
    return [*lines, PartDraft("embed", f"Place ({place})")] if place else lines


def _of_file(message: Object) -> PartDraft:
    kind = _KINDS.get(_line(message.get("media_type")), "File")
    title = " – ".join(filter(None, (_line(message.get(key)) for key in ("performer", "title"))))
    name = _line(message.get("file_name"))
    seconds = message.get("duration_seconds")
    is_length = isinstance(seconds, int) and not isinstance(seconds, bool) and 0 <= seconds < 10**7
    return media_line(
        " ".join(filter(None, (kind, _line(message.get("sticker_emoji"))))),
        _file(_line(message.get("file"))) or name or None,
        title or None,
        seconds if is_length and isinstance(seconds, int) else None,
    )


def _of_poll(poll: object) -> list[PartDraft]:
    if not isinstance(poll, dict):
        return []
    answers = poll.get("answers")
    lines = [_line(poll.get("question"))]
    for answer in answers[:_MOST_ANSWERS] if isinstance(answers, list) else []:
        if isinstance(answer, dict):
            lines.append(f"– {_line(answer.get('text'))} ({_values(answer.get('voters'))})")
    text = "\n".join(line for line in lines if line)
    return [PartDraft("embed", f"Poll\n{text}")] if text else []


def _file(name: str) -> str:
    """The path of a file inside the export; empty where it was left out."""
    return "" if name.startswith(_ABSENT) else name


def _values(value: object) -> str:
    """The values of a small object on one line."""
    if isinstance(value, dict):
        return ", ".join(filter(None, (_values(each) for each in list(value.values())[:9])))
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, int | float):
        return str(value)[:40] if abs(value) < 10**15 else ""
    return _line(value)


def _line(value: object) -> str:
    text = " ".join(clean(value).split()) if isinstance(value, str) else ""
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
