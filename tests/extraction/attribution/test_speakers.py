"""Who a source comes down to: names, pronouns, descriptions, kinds."""

import pytest

from extraction.attribution.tables import attributions


@pytest.mark.parametrize(
    ("text", "code", "speaker", "kind"),
    [
        ("Anna Lisin said the pier was shut.", "en", "Anna Lisin", "person"),
        ("Reuters reported that the pier was shut.", "en", "Reuters", "agency"),
        ("According to CNN, the pier was shut.", "en", "CNN", "outlet"),
        ("The report says that the pier was shut.", "en", None, "document"),
        ("Witnesses said that the pier was shut.", "en", None, "witness"),
        ("Officials said that the pier was shut.", "en", None, "unnamed"),
        ("A senior official said that the pier was shut.", "en", None, "unnamed"),
        ("The ministry said that the pier was shut.", "en", None, "organisation"),
        ("According to the agency Northwire, the pier was shut.", "en", "Northwire", "agency"),
        ("Barents Fuel said that the pier was shut.", "en", "Barents Fuel", "organisation"),
        (
            "The Selm agreement for the port stated that it was shut.",
            "en",
            "Selm agreement",
            "document",
        ),
        ("ТАСС сообщает, что причал закрыт.", "ru", "ТАСС", "agency"),
        ("Очевидцы рассказали, что причал закрыт.", "ru", None, "witness"),
        ("Иван Петров сказал, что причал закрыт.", "ru", "Иван Петров", "person"),
    ],
)
def test_a_source_has_a_name_and_a_kind(
    text: str, code: str, speaker: str | None, kind: str
) -> None:
    (found,) = attributions(text, code)
    assert (found.speaker, found.speaker_kind) == (speaker, kind)


@pytest.mark.parametrize(
    ("text", "code", "speaker"),
    [
        ("Anna Lisin visited the port. She said the pier was shut.", "en", "Anna Lisin"),
        ("John Burin came late. He said that the tug had sunk.", "en", "John Burin"),
        ("Mayor Anna Lisin came. The mayor said that the pier was shut.", "en", "Anna Lisin"),
        ("John Burin arrived at noon. Burin said that the tug had sunk.", "en", "John Burin"),
        (
            "John Burin came. Burin said that the mate Otto Berg, who he said was ill, had left.",
            "en",
            "John Burin",
        ),
        ("Иван Петров осмотрел порт. Он сказал, что причал закрыт.", "ru", "Иван Петров"),
        ("В порт прибыл Иван Петров. Петров сказал, что причал закрыт.", "ru", "Иван Петров"),
    ],
)
def test_a_pronoun_or_a_short_name_comes_down_to_the_full_one(
    text: str, code: str, speaker: str
) -> None:
    found = attributions(text, code)[-1]
    assert found.speaker == speaker
    assert found.antecedent is not None
    assert found.antecedent.of(text) == speaker


def test_a_pronoun_without_a_name_before_it_stays_unknown() -> None:
    (found,) = attributions("She said that the pier was shut.")
    assert found.speaker is None


def test_a_description_is_not_tied_to_someone_after_another_one_spoke() -> None:
    text = (
        "Journalist Anna Lisin went home. John Burin said that the tug had sunk. "
        "The journalist said that the pier was shut."
    )
    assert attributions(text)[-1].speaker is None
