"""The findings of one Document as plain data."""

from wireroom.records.analyses import Analysis, PassageFinding
from wireroom.records.annotations import Entity
from wireroom.records.attributions import Attribution, Channel
from wireroom.records.events import EventReport, MainEvent, Participant
from wireroom.records.headlines import HeadlineFinding
from wireroom.records.passages import Passage
from wireroom.records.places import GazetteerEntry, PlaceMention
from wireroom.records.plain_values import (
    Plain,
    known_fields,
    number_as_plain,
    span_as_plain,
    spans_as_plain,
)
from wireroom.records.quantities import Quantity
from wireroom.records.times import TimeExpression


def analysis_as_plain(analysis: Analysis) -> Plain:
    """What ``wireroom analyse`` prints for one Document."""
    return {
        "id": analysis.document,
        "language": analysis.language,
        "attributions": [_attribution(found) for found in analysis.attributions],
        "entities": [_entity(found) for found in analysis.entities],
        "places": [_place(found) for found in analysis.places],
        "dates": [_time(found) for found in analysis.dates],
        "quantities": [_quantity(found) for found in analysis.quantities],
        "events": [_event_report(found) for found in analysis.events],
        "main_event": analysis.main_event and _main_event(analysis.main_event),
        "headline": analysis.headline and _headline(analysis.headline),
        "passages": [_passage(passage) for passage in analysis.passages],
        "passage_headlines": [_passage_headline(found) for found in analysis.passage_headlines],
        "events_unread": list(analysis.events_unread),
    }


def _passage(passage: Passage) -> Plain:
    plain: Plain = {
        "kind": passage.kind,
        "start": passage.start,
        "end": passage.end,
        "language": passage.language,
        "title_span": span_as_plain(passage.title_span),
    }
    names = ("published", "outlet", "author", "title", "nearby", "post", "part")
    return plain | known_fields(passage, names)


def _attribution(found: Attribution) -> Plain:
    return {
        "source": spans_as_plain(found.source),
        "cue": spans_as_plain(found.cue),
        "content": spans_as_plain(found.content),
        "kind": found.kind,
        "stance": found.stance,
        "certainty": found.certainty,
        "speaker": found.speaker,
        "speaker_kind": found.speaker_kind,
        "inside": found.inside,
        "antecedent": span_as_plain(found.antecedent),
        "channel": found.channel and _channel(found.channel),
        "reason": found.reason,
        "family": found.family,
    }


def _channel(found: Channel) -> Plain:
    return {"name": found.name, "kind": found.kind, "span": span_as_plain(found.span)}


def _entity(found: Entity) -> Plain:
    return {"start": found.start, "end": found.end, "type": found.type, "name": found.name}


def _place(found: PlaceMention) -> Plain:
    entry = found.entry
    return {
        "start": found.start,
        "end": found.end,
        "name": found.name,
        "latitude": entry and entry.latitude,
        "longitude": entry and entry.longitude,
        "geonameid": entry and entry.geonameid,
        "country": entry and entry.country,
        "precision": found.precision,
        "use": found.use,
        "candidates": [_candidate(candidate) for candidate in found.candidates],
        "reason": found.reason,
    }


def _candidate(entry: GazetteerEntry) -> Plain:
    names = ("latitude", "longitude", "precision", "geonameid", "country", "admin1", "admin2")
    return {"name": entry.name} | known_fields(entry, names)


def _time(found: TimeExpression) -> Plain:
    return {
        "start": found.start,
        "end": found.end,
        "type": found.type,
        "value": found.value,
        "reason": found.reason,
    }


def _quantity(found: Quantity) -> Plain:
    return {
        "start": found.start,
        "end": found.end,
        "value": number_as_plain(found.value),
        "low": number_as_plain(found.low),
        "high": number_as_plain(found.high),
        "unit": found.unit,
        "role": found.role,
        "part_of": found.part_of,
        "reason": found.reason,
    }


def _participant(found: Participant) -> Plain:
    return {"spans": spans_as_plain(found.spans), "name": found.name, "kind": found.kind}


def _event_report(found: EventReport) -> Plain:
    return {
        "trigger": span_as_plain(found.trigger),
        "type": found.type,
        "mode": found.mode,
        "actors": [_participant(who) for who in found.actors],
        "targets": [_participant(who) for who in found.targets],
        "instruments": [_participant(what) for what in found.instruments],
        "place": found.place,
        "date": found.date,
        "day_told": found.day_told,
        "quantities": list(found.quantities),
        "attribution": found.attribution,
        "certainty": found.certainty,
        "mentions": spans_as_plain(found.mentions),
        "depth": found.depth,
        "reason": found.reason,
    }


def _main_event(found: MainEvent) -> Plain:
    return {
        "event": found.event,
        "date": found.date,
        "place": found.place,
        "admin1": found.admin1,
        "actor": found.actor,
        "cause": found.cause,
        "killed": dict(found.killed),
    }


def _headline(found: HeadlineFinding) -> Plain:
    return {
        "relation": found.relation,
        "mismatches": [
            {
                "field": mismatch.field,
                "title": span_as_plain(mismatch.title),
                "text": span_as_plain(mismatch.text),
                "reason": mismatch.reason,
            }
            for mismatch in found.mismatches
        ],
        "reason": found.reason,
    }


def _passage_headline(found: PassageFinding) -> Plain:
    return {"passage": found.passage} | _headline(found.headline)
