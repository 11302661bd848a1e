"""The checks, and the question that each one asks."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from wireroom.disputes.accounts import Account
from wireroom.disputes.checks.actors import compare_actors, find_actors
from wireroom.disputes.checks.counts import compare_counts, find_counts
from wireroom.disputes.checks.damage import compare_damage, find_damage
from wireroom.disputes.checks.dates import compare_dates, find_dates
from wireroom.disputes.checks.denials import compare_occurrence, find_occurrence
from wireroom.disputes.checks.places import compare_places, find_places
from wireroom.disputes.checks.responsibility import compare_responsibility, find_responsibility
from wireroom.plugins import Registry
from wireroom.records.disputes import Claim, Verdict


@dataclass(frozen=True, slots=True)
class Check:
    """How one kind of claim is read from a report, and how such claims are held together.

    ``find`` may give claims of several fields (killed, injured); ``compare`` is called with
    those of one field at a time, in an order that it must not depend on. ``same_type`` where
    only reports count that are of the event's own type: one of the reaction to an attack says
    when and where people reacted.
    """

    name: str
    question: str
    find: Callable[[Account], Iterable[Claim]]
    compare: Callable[[Sequence[Claim]], Verdict]
    same_type: bool = False


CHECKS: Registry[Check] = Registry(
    "wireroom.checks",
    [
        Check("counts", "Do the numbers of dead, hurt or taken meet?", find_counts, compare_counts),
        Check("places", "Did it happen in one place?", find_places, compare_places, True),
        Check("dates", "Is there a day that fits every report?", find_dates, compare_dates, True),
        Check("actors", "Did the same party do it?", find_actors, compare_actors, True),
        Check(
            "responsibility",
            "Is the same party blamed for it, and does it own to it?",
            find_responsibility,
            compare_responsibility,
        ),
        Check(
            "denials",
            "Does anybody say that it did not happen?",
            find_occurrence,
            compare_occurrence,
        ),
        Check("damage", "Is the damage said to be as great?", find_damage, compare_damage),
    ],
)
