"""How a trigger is written, what takes a noun's place as one, and which of two is the main one."""

import pytest

from extraction.events.finding import Find
from wireroom.extraction.values.gazetteer import Gazetteer
from wireroom.pipeline import analyse_document
from wireroom.records.documents import Document

GAZETTEER = Gazetteer.open()


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("Dockers held a sit-in outside the ministry.", "sit-in", "PROTEST"),
        ("Students staged a die-in at the harbour.", "die-in", "PROTEST"),
        ("The sailor was gang-raped in the hold.", "gang-raped", "ASSAULT"),
        ("Two soldiers raped a nurse in the camp.", "raped", "ASSAULT"),
        ("Settlers sniped at the patrol.", "sniped", "ASSAULT"),
    ],
)
def test_hyphened_words_and_odd_endings_are_triggers(
    find: Find, text: str, words: str, kind: str
) -> None:
    found = {(one.trigger.of(text), one.type) for one in find(text)}
    assert (words, kind) in found


@pytest.mark.parametrize(
    "text", ["He will sit in the harbour office.", "A well-known singer opened the fair."]
)
def test_words_that_no_hyphen_joins_are_none(find: Find, text: str) -> None:
    assert not find(text)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The union called off a four-day strike of teachers.", {"CONCEDE"}),
        ("The union began a four-day strike.", {"PROTEST"}),
        ("The fact-finding mission believes that the depot was bombed.", {"ASSAULT"}),
        ("The United Nations sent a fact-finding mission to Norland.", {"INVESTIGATE"}),
    ],
)
def test_a_noun_that_another_row_asks_for_is_no_event(
    find: Find, text: str, kinds: set[str]
) -> None:
    assert {one.type for one in find(text)} == kinds


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The parliament demanded that Norland admit that guards murdered 40 miners.", "DEMAND"),
        ("Guards murdered 40 miners, and the parliament demanded an answer.", "ASSAULT"),
        ("Estmark imposed sanctions on Norland after talks in Port Selm.", "SANCTION"),
        ("Ministers of Estmark and Norland held talks in Port Selm.", "CONSULT"),
        ("Norland expelled three diplomats.", "SANCTION"),
        ("Thousands took part in peaceful marches to demand cheaper bread.", "PROTEST"),
        ("Hackers attacked the website of the harbour office.", "CRIME"),
        ("Gunmen attacked the harbour office.", "ASSAULT"),
    ],
)
def test_the_main_event_of_a_line(text: str, kind: str) -> None:
    analysis = analyse_document(Document("a", text), GAZETTEER)
    assert analysis.main_event is not None
    assert analysis.events[analysis.main_event.event].type == kind


@pytest.mark.parametrize(
    ("code", "text", "count"),
    [
        ("en", "Rebels shelled the port and the army bombed the old camp.", 2),
        ("en", "Rebels shelled the port and bombed the old camp.", 1),
        ("ru", "Боевики обстреляли порт, а армия бомбила лагерь.", 2),
    ],
)
def test_two_clauses_with_their_own_subjects_and_objects_are_two(
    find: Find, code: str, text: str, count: int
) -> None:
    assert len([one for one in find(text, code) if one.type == "ASSAULT"]) == count


@pytest.mark.parametrize(
    ("code", "text", "actor"),
    [
        ("en", "The army blamed rebels for shelling the market.", "rebels"),
        ("en", "Rebels blamed the army for killing 12 villagers.", "army"),
        ("ru", "Армия обвинила боевиков в обстреле склада.", "боевиков"),
    ],
)
def test_who_is_blamed_did_it_and_who_blames_did_not(
    find: Find, code: str, text: str, actor: str
) -> None:
    assault = next(one for one in find(text, code) if one.type == "ASSAULT")
    assert [one.name for one in assault.actors] == [actor]
