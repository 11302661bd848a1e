"""How likely two reports are of the same happening, and why."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import exp

from wireroom.linking.accounts import Account
from wireroom.linking.agreement import (
    compare_days,
    compare_numbers,
    compare_places,
    give_other_days,
    headlines_fill_one_form,
    headlines_name_other_days,
    headlines_name_other_towns,
    name_other_days,
    names_the_day,
)
from wireroom.linking.heads import AGAINST, Name, Sign, signs_across
from wireroom.linking.vectors import Vector, cosine
from wireroom.linking.voices import Voice
from wireroom.text.folding import fold

ENOUGH = 0.33  # from where on two reports may be of one event; set with the weights below

# Log-odds that two articles' main events are one. By logistic regression on pairs of the open
# parts of FA-KES, ECB+ and the Telegram pairs, November 2026, rounded.
TO_BEGIN_WITH = -4.75
ALL_WORDS, MOST_OF_ALL_WORDS = 8.2, 0.5  # times the cosine, which counts up to the second
PLAIN_WORDS, MOST_OF_PLAIN_WORDS = 4.3, 0.4  # the same for words that are more than names
WORDS_WITHOUT_DAYS = 4.8  # times the cosine besides, where one of the two has no day
OTHER_LEAD, ENOUGH_OF_LEAD, HALF = 7.0, 0.3, 0.5
DAYS_APART = {"same": 0.7, "week": -0.5, "month": -1.5, "far": -2.4}
DAY_IS_NAMED = 3.6  # the one names the day of the other
OTHER_NAMED_DAYS = -1.0  # where one of the two has no day of its own
OTHER_DAYS_IN_HEADLINES = -5.0  # a form that an outlet fills in day after day
OTHER_TOWN, OTHER_TOWN_IN_HEADLINES = -0.8, -2.0
OTHER_TOWN_IN_ONE_FORM = -3.0  # besides: a form that an outlet fills in for town after town
OTHER_NUMBER = -1.5
SAME_CAUSE = 0.7

# The same for two reports of which one at least is no article's main event, set by hand on what
# the Syria thread says more than once: their sentences are short, so that who, what and where
# must be the same where the words are few.
NEAR_TO_BEGIN_WITH = -4.6
NEAR_WORDS, MOST_OF_NEAR_WORDS = 9.0, 0.6
NEAR_PLACES = {"same": 0.8, "region": 0.6, "other": -1.6}
NEAR_NUMBERS = {"same": 0.8, "other": -1.5}
SAME_NAME, SAME_DEED, OTHER_TYPE = 0.5, 1.0, -2.0
OTHER_DAY = -1.5  # where both give one day, and not the same
SAME_THREAD = 0.8  # people come back to what they talk about
TRANSLATED = 4.0  # the one stands in a translation of the other's part

# The same for the main events of two articles in different languages. By logistic regression on
# invented headlines, December 2026 (eval/train_across.md), rounded, some of them down.
HEADS_TO_BEGIN_WITH = -2.2
HEADS_ACROSS: Mapping[Name, float] = {
    "meaning": 45.0,
    "other place": -1.4,
    "other country": -0.5,
    "same figure": 3.0,
    "same number": 2.6,
    "other number": -3.2,
    "names": 5.7,
    "same type": 0.7,
    "other type": -0.4,
    "other day": -1.8,
    "days between": -1.2,
}
MOST_AGAINST = -2.0  # the most that they come to where anything speaks against it

# The same for other reports in different languages, whose words share nothing, set by hand: two
# strong signs, or three weak ones, make up for the start.
ACROSS_TO_BEGIN_WITH = -4.0
ACROSS_PLACES = {"same": 2.0, "region": 1.0, "other": -2.0}
ACROSS_NUMBERS = {"same": 2.0, "other": -2.0}
ACROSS_SAME_DAY, ACROSS_OTHER_TYPE, ACROSS_SAME_TYPE = 1.0, -1.5, 0.5
EACH_NAME, MOST_NAMES = 0.8, 3

ONLY_NAMES, FEWEST_PLAIN = -2.0, 0.02  # where less of the cosine is from words that are no names
FEWEST_WORDS, FEWEST_NEAR_WORDS = 0.06, 0.15  # cosines below which nothing else is looked at


@dataclass(frozen=True, slots=True)
class Likeness:
    """How likely, 0 to 1, two reports are of one event; ``reason`` says by what."""

    value: float
    reason: str


@dataclass(frozen=True, slots=True)
class _Part:
    weight: float
    reason: str = ""


UNLIKE = Likeness(0.0, "few words alike")


def compare_accounts(
    one: Account, other: Account, known: tuple[float, float] | None = None
) -> Likeness:
    """How likely two reports of different voices tell of one happening.

    Main events of articles are compared by the words of the whole articles, all others by their
    sentences; then by place, days and numbers. Limits: does not know that a toll grows over a
    day, and takes another town for another event. ``known`` is the cosine of their words, where it
    was counted before.
    """
    leading = one.leads and other.leads
    if one.voice.passage.language != other.voice.passage.language:
        translated = _is_translated(one.voice, other.voice)
        if translated:
            return _likeness(_in_translation(one, other))
        if leading:
            return _likeness(_across_articles(one, other))
        return _likeness(_across(one, other))
    words, plain = known or cosine(*vectors_of(one, other))
    if words < (FEWEST_WORDS if leading else FEWEST_NEAR_WORDS):
        return UNLIKE
    parts = _leading(one, other, words, plain) if leading else _near(one, other, words)
    return _likeness([*parts, _Part(ONLY_NAMES, "mostly names")] if plain < FEWEST_PLAIN else parts)


def vectors_of(one: Account, other: Account) -> tuple[Vector, Vector]:
    """The words by which the two are compared."""
    return (one.wide, other.wide) if one.leads and other.leads else (one.near, other.near)


def _across_articles(one: Account, other: Account) -> Iterable[_Part]:
    """Another town, number or day is outvoted by nothing: two strikes on one town stay two."""
    signs = signs_across(one, other)
    parts = list(_weighed(signs, HEADS_ACROSS, HEADS_TO_BEGIN_WITH))
    if any(sign.name in AGAINST for sign in signs):
        parts.append(_Part(min(0.0, MOST_AGAINST - sum(part.weight for part in parts))))
    return parts


def _weighed(signs: Iterable[Sign], weights: Mapping[Name, float], begin: float) -> Iterable[_Part]:
    yield _Part(begin)
    for sign in signs:
        yield _Part(weights.get(sign.name, 0.0) * sign.value, sign.reason)


def _is_translated(one: Voice, other: Voice) -> bool:
    return one.translation_of == other.key or other.translation_of == one.key


def _likeness(parts: Iterable[_Part]) -> Likeness:
    known = list(parts)
    odds = sum(part.weight for part in known)
    reason = "; ".join(part.reason for part in known if part.reason)
    return Likeness(1 / (1 + exp(-odds)), reason)


def _leading(one: Account, other: Account, words: float, plain: float) -> Iterable[_Part]:
    alike = f"{round(100 * words)}% of their words alike"
    yield _Part(TO_BEGIN_WITH + ALL_WORDS * min(words, MOST_OF_ALL_WORDS), alike)
    yield _Part(PLAIN_WORDS * min(plain, MOST_OF_PLAIN_WORDS))
    if not (one.is_dated and other.is_dated):
        yield _Part(WORDS_WITHOUT_DAYS * min(words, MOST_OF_ALL_WORDS))
        if headlines_name_other_days(one, other):
            yield _Part(OTHER_DAYS_IN_HEADLINES, "their headlines name other days")
        elif name_other_days(one, other):
            yield _Part(OTHER_NAMED_DAYS, "they name other days")
    if one.days is None and other.days is None and one.title and other.title:
        lead = cosine(one.first, other.first)[0] / ENOUGH_OF_LEAD
        yield _Part(-OTHER_LEAD * max(0.0, 1 - lead), "other leads" if lead < HALF else "")
    time = compare_days(one, other)
    yield _Part(DAYS_APART.get(time.found, 0.0), time.reason)
    if names_the_day(one, other) or names_the_day(other, one):
        yield _Part(DAY_IS_NAMED, "the one names the day of the other")
    places = compare_places(one.place, other.place)
    if headlines_fill_one_form(one, other):
        yield _Part(OTHER_TOWN_IN_ONE_FORM, "one form of headline for two towns")
    in_headlines = headlines_name_other_towns(one, other)
    other_town = OTHER_TOWN_IN_HEADLINES if in_headlines else OTHER_TOWN
    yield _Part(other_town if places.found == "other" else 0.0, places.reason)
    numbers = compare_numbers(one, other)
    yield _Part(OTHER_NUMBER if numbers.found == "other" else 0.0, numbers.reason)
    if one.cause and one.cause == other.cause:
        yield _Part(SAME_CAUSE, f"both of {one.cause}")


def _near(one: Account, other: Account, words: float) -> Iterable[_Part]:
    alike = f"{round(100 * words)}% of the words of their sentences alike"
    yield _Part(NEAR_TO_BEGIN_WITH + NEAR_WORDS * min(words, MOST_OF_NEAR_WORDS), alike)
    if give_other_days(one, other):
        yield _Part(OTHER_DAY, "other days")
    else:
        time = compare_days(one, other)
        yield _Part(DAYS_APART.get(time.found, 0.0), time.reason)
    places = compare_places(one.place, other.place)
    yield _Part(NEAR_PLACES.get(places.found, 0.0), places.reason)
    numbers = compare_numbers(one, other)
    yield _Part(NEAR_NUMBERS.get(numbers.found, 0.0), numbers.reason)
    if one.document == other.document:
        yield _Part(SAME_THREAD, "in one thread")
    if deeds := sorted(one.deeds.keys() & other.deeds.keys()):
        said = min(one.deeds[deeds[0]], other.deeds[deeds[0]])
        yield _Part(SAME_DEED, f"both say “{said}”")
    if one.type != other.type:
        yield _Part(OTHER_TYPE, f"{one.type} against {other.type}")
    if names := sorted(one.names & other.names):
        yield _Part(SAME_NAME, f"both name {_name_in_words(one, names[0])}")


def _name_in_words(account: Account, name: str) -> str:
    """A name as the account has it: names are compared folded."""
    people = (*account.event.actors, *account.event.targets) if account.event else ()
    return next((one.name for one in people if fold(one.name) == name), name)


def _in_translation(one: Account, other: Account) -> Iterable[_Part]:
    yield _Part(ACROSS_TO_BEGIN_WITH + TRANSLATED, "the one is in a translation of the other")
    yield from _fields_across(one, other)


def _across(one: Account, other: Account) -> Iterable[_Part]:
    yield _Part(ACROSS_TO_BEGIN_WITH, "in two languages")
    yield from _fields_across(one, other)
    if one.cause and one.cause == other.cause:
        yield _Part(SAME_CAUSE, f"both of {one.cause}")
    if give_other_days(one, other):
        yield _Part(OTHER_DAY, "other days")
    elif compare_days(one, other).found == "same" or names_the_day(one, other):
        yield _Part(ACROSS_SAME_DAY, "the same day")


def _fields_across(one: Account, other: Account) -> Iterable[_Part]:
    places = compare_places(one.place, other.place)
    yield _Part(ACROSS_PLACES.get(places.found, 0.0), places.reason)
    numbers = compare_numbers(one, other)
    yield _Part(ACROSS_NUMBERS.get(numbers.found, 0.0), numbers.reason)
    if one.type and other.type:
        yield _Part(ACROSS_SAME_TYPE if one.type == other.type else ACROSS_OTHER_TYPE)
    names = len(one.voice.spellings & other.voice.spellings)
    if names:
        alike = "one name" if names == 1 else f"{names} names"
        yield _Part(EACH_NAME * min(names, MOST_NAMES), f"{alike} alike by the consonants")
