"""Which type and mode a sentence's event has, and who takes part: tables of invented sentences."""

import pytest

from extraction.events.finding import Find

# text, type, mode, a word of an actor or None, a word of a target or None
ENGLISH = [
    (
        "Masked gunmen attacked the harbour office in Port Selm.",
        "ASSAULT",
        None,
        "gunmen",
        "office",
    ),
    (
        "The ferry captain was shot dead by two soldiers.",
        "ASSAULT",
        "firearms",
        "soldiers",
        "captain",
    ),
    ("Rebels fired rockets at the grain depot.", "ASSAULT", "heavy-weapons", "Rebels", "depot"),
    ("A car bomb exploded near the fish market.", "ASSAULT", "explosives", None, "market"),
    ("Three dockers died in an air strike.", "ASSAULT", "heavy-weapons", None, "dockers"),
    (
        "A suicide bomber blew himself up outside the mosque.",
        "ASSAULT",
        "suicide-attack",
        None,
        None,
    ),
    ("Pirates kidnapped the pilot on Sunday.", "ASSAULT", "abduct", "Pirates", "pilot"),
    ("Helicopters dropped chlorine on the village.", "ASSAULT", "chemical", None, None),
    ("Militants beheaded a journalist.", "ASSAULT", "execution", "Militants", "journalist"),
    ("Looters set fire to the customs house.", "CRIME", "arson", None, None),
    ("Robbers looted the bank.", "CRIME", "robbery", "Robbers", "bank"),
    ("Police arrested four smugglers.", "COERCE", "arrest", "Police", None),
    ("The government imposed a curfew.", "COERCE", "restrict", "government", None),
    ("Thousands of dockers marched through the capital.", "PROTEST", "demonstrate", None, None),
    ("Prisoners rioted at the old jail.", "PROTEST", "riot", "Prisoners", None),
    ("Norland and Estmark signed a ceasefire.", "AGREE", None, "Norland", None),
    ("The foreign minister visited Estmark.", "CONSULT", None, "minister", None),
    ("The president praised the mayor.", "SUPPORT", None, "president", "mayor"),
    ("The council lifted the curfew.", "CONCEDE", None, "council", None),
    ("The Red Cross sent food to the islanders.", "AID", None, None, None),
    ("The prime minister resigned.", "RETREAT", None, "minister", None),
    ("Inspectors investigated the harbour master.", "INVESTIGATE", None, "Inspectors", "master"),
    ("The union demanded that the harbour open.", "DEMAND", None, "union", None),
    ("The bishop condemned the governor.", "DISAPPROVE", None, "bishop", "governor"),
    ("Estmark vetoed the resolution.", "REJECT", None, "Estmark", "resolution"),
    ("The general threatened the islanders.", "THREATEN", None, "general", "islanders"),
    ("Norland expelled two diplomats.", "SANCTION", None, "Norland", "diplomats"),
    ("Norland deployed troops to the border.", "MOBILIZE", None, "Norland", "troops"),
]

RUSSIAN = [
    ("Террористы обстреляли склад в порту.", "ASSAULT", "heavy-weapons", "Террористы", "склад"),
    ("Рыбак был убит солдатами.", "ASSAULT", None, "солдатами", "Рыбак"),
    ("В результате взрыва погибли три человека.", "ASSAULT", "explosives", None, "человек"),
    ("Полиция арестовала директора порта.", "COERCE", "arrest", "Полиция", None),
    ("Министр посетил остров и вернулся.", "CONSULT", None, "Министр", None),
    ("Совет отклонил предложение губернатора.", "REJECT", None, "Совет", "предложение"),
    ("Армия нанесла удар по позициям боевиков.", "ASSAULT", "heavy-weapons", "Армия", "позициям"),
    ("Рабочие протестовали у здания мэрии.", "PROTEST", "demonstrate", "Рабочие", None),
    ("Пираты похитили капитана.", "ASSAULT", "abduct", "Пираты", None),
    ("Президент осудил нападение.", "DISAPPROVE", None, "Президент", None),
    ("Генерал пригрозил островитянам.", "THREATEN", None, "Генерал", None),
    ("Страна ввела санкции.", "SANCTION", None, "Страна", None),
    ("Террорист подорвал себя у мечети.", "ASSAULT", "suicide-attack", None, None),
    ("Самолёты разбомбили госпиталь.", "ASSAULT", "heavy-weapons", "Самолёты", "госпиталь"),
]

Row = tuple[str, str, str | None, str | None, str | None]
CASES = [("en", row) for row in ENGLISH] + [("ru", row) for row in RUSSIAN]


@pytest.mark.parametrize(("code", "row"), CASES, ids=lambda one: one[0] if len(one) > 2 else one)
def test_type_mode_and_participants(find: Find, code: str, row: Row) -> None:
    text, kind, mode, actor, target = row
    event = find(text, code)[0]
    assert (event.type, event.mode) == (kind, mode)
    if actor is not None:
        assert any(actor in one.name for one in event.actors), event.actors
    if target is not None:
        assert any(target in one.name for one in event.targets), event.targets


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Norland will visit the island and provide aid.", "AGREE"),
        ("Norland will impose sanctions on Estmark.", "THREATEN"),
    ],
)
def test_what_is_to_come_is_an_offer_or_a_threat(find: Find, text: str, kind: str) -> None:
    event = find(text)[0]
    assert (event.type, event.certainty) == (kind, "planned")


@pytest.mark.parametrize(
    "text",
    [
        "The army deployed an attack helicopter museum guide in March.",
        "The internationally recognized harbour is wide.",
        "Amnesty International has a new office.",
        "The harbour is deep and the water is cold.",
        "",
    ],
)
def test_words_that_only_look_like_triggers(find: Find, text: str) -> None:
    assert not [event for event in find(text) if event.type not in ("MOBILIZE",)]


def test_a_language_without_a_list_has_no_events(find: Find) -> None:
    assert find("Οι λιμενεργάτες διαδήλωσαν χθες.", "el") == ()
