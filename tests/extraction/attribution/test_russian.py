"""Russian over more than one sentence: dialogue, other sentences, chains, open quotations."""

import pytest

from extraction.attribution.tables import attributions
from wireroom.extraction.attribution.russian.repairs import repaired
from wireroom.language import annotate, pack_for
from wireroom.records.attributions import Attribution
from wireroom.records.spans import Span


def _by_cue(text: str, word: str) -> Attribution:
    return next(a for a in attributions(text, "ru") if word in _words(text, a.cue))


def _words(text: str, spans: tuple[Span, ...]) -> str:
    return " … ".join(span.of(text) for span in spans)


def test_this_is_the_sentence_before() -> None:
    text = "Паром сел на мель. Об этом сообщает «Портовая газета»."
    found = _by_cue(text, "сообщает")
    assert _words(text, found.content) == "Паром сел на мель"
    assert _words(text, found.source) == "«Портовая газета»"


def test_such_an_opinion_is_the_sentence_before() -> None:
    text = "Залив замёрзнет рано. Такое мнение высказал синоптик."
    found = _by_cue(text, "мнение")
    assert _words(text, found.content) == "Залив замёрзнет рано"
    assert _words(text, found.source) == "синоптик"


def test_a_verb_without_a_subject_has_that_of_the_sentence_before() -> None:
    text = "О море он говорит скупо: «Это работа». На вопрос о деньгах отвечает короче: «Найдём»."
    assert _words(text, _by_cue(text, "отвечает").source) == "он"


def test_speech_that_its_author_breaks_twice_is_whole() -> None:
    text = "«Порт работает, — написал капитан в своём канале, — и будет работать»."
    found = _by_cue(text, "написал")
    assert _words(text, found.content) == "«Порт работает … и будет работать»"
    assert found.kind == "direct"


def test_any_verb_may_hand_on_a_line_of_dialogue() -> None:
    text = "— Третий год ждём, — машет рукой рыбак. — Никто не едет."
    found = _by_cue(text, "машет")
    assert _words(text, found.content) == "Третий год ждём … Никто не едет"
    assert _words(text, found.source) == "рыбак"


def test_a_quotation_that_opens_once_and_closes_paragraphs_later_is_one_speech() -> None:
    text = (
        "Смотритель маяка говорил долго:\n\n«Лёд сошёл в мае. Когда ловить?\n\n"
        "Я стучал во все двери.\n\nТеперь предлагают продать шхуну. Не продам»."
    )
    found = _by_cue(text, "говорил")
    assert _words(text, found.content[:1]).startswith("«Лёд")
    assert _words(text, found.content[-1:]).endswith("Не продам»")


def test_a_chain_goes_from_outlet_to_what_it_cites_to_who_speaks() -> None:
    text = (
        "Газета «Маяк» со ссылкой на источник в порту пишет, что министр сказал коллегам, "
        "что канал закроют."
    )
    found = attributions(text, "ru")
    place = {_words(text, a.cue): n for n, a in enumerate(found)}
    assert found[place["со ссылкой на"]].inside == place["пишет"]
    assert found[place["сказал"]].inside == place["пишет"]
    assert [found[place[cue]].speaker_kind for cue in ("пишет", "со ссылкой на", "сказал")] == [
        "outlet",
        "unnamed",
        "office",
    ]


def test_whose_words_an_agency_passes_on_speaks_within_it() -> None:
    text = "«Надо строить причалы», — приводит слова мэра агентство «Маяк»."
    found = attributions(text, "ru")
    inner = next(n for n, a in enumerate(found) if _words(text, a.source) == "мэра")
    outer = found[inner].inside
    assert outer is not None
    assert found[outer].speaker_kind == "agency"


def test_what_somebody_admits_to_have_feared_is_within_what_he_admits() -> None:
    text = "Капитан признался, что боялся шторма."
    found = attributions(text, "ru")
    assert [a.inside for a in found] == [None, 0]


@pytest.mark.parametrize(
    "text",
    ["Соков: порт закроют к зиме", "Порт закроют к зиме: Соков", "⚡️МЧС: порт закроют к зиме"],
)
def test_a_headline_says_who_speaks(text: str) -> None:
    (found,) = attributions(text, "ru")
    assert _words(text, found.cue) == ":"
    assert _words(text, found.source) in ("Соков", "МЧС")
    assert _words(text, found.content).casefold().startswith("порт закроют")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("По словам мэра Киркенеса Анны Лисиной, порт закроют.", "Анна Лисина"),
        ("По словам капитана Олега Бурина, порт закроют.", "Олег Бурин"),
        ("По мнению эксперта Юрия Заболотского, порт закроют.", "Юрий Заболотский"),
        ("По данным Портовой службы надзора, порт закроют.", "Портовая служба надзора"),
    ],
)
def test_a_name_in_another_case_is_given_in_the_nominative(text: str, name: str) -> None:
    assert attributions(text, "ru")[0].speaker == name


def test_a_pronoun_and_a_possessive_are_the_one_who_was_named() -> None:
    text = "Мэр Анна Лисина приехала в порт. По её словам, паром пойдёт. Она ждёт лёд."
    found = _by_cue(text, "По")
    assert found.speaker == "Анна Лисина"
    assert found.antecedent is not None
    assert found.antecedent.of(text) == "Анна Лисина"


@pytest.mark.parametrize(
    "text",
    [
        "Слова Бурина о том, что порт закроют, вызвали протесты.",
        "что что что, сказал сказал он он, по по словам словам",
        "— — — , — сказал — . —",
        "«" * 40 + "сказал" + "»" * 40,
        "По словам",
    ],
)
def test_odd_text_is_read_without_an_error(text: str) -> None:
    for found in attributions(text, "ru"):
        assert found.cue or found.content


def test_no_words_hang_on_one_another_in_a_circle() -> None:
    text = "Слова Бурина о том, что порт закроют, вызвали протесты."
    tokens = repaired(annotate(text, Span(0, len(text)), pack_for("ru"))).tokens
    for index in range(len(tokens)):
        for _ in tokens:
            index = tokens[index].head
        assert tokens[index].head == index
