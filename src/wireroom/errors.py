"""Every failure that a person can act on. Each says what is wrong and what to try."""

from typing import ClassVar


class WireroomError(Exception):
    """A failure that a person can act on.

    ``problem`` says what is wrong, ``hint`` what to do; both in words for the person who ran
    the command. ``slug`` is the heading of the error in docs/reference/errors.md.
    """

    slug: ClassVar[str] = "wireroom-error"

    def __init__(self, problem: str, hint: str) -> None:
        super().__init__(problem, hint)
        self.problem = problem
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.problem}; try: {self.hint}"


class NotReadable(WireroomError):
    """The bytes cannot be read as a document."""

    slug = "not-readable"


class NotFound(WireroomError):
    """A file, folder or pattern that was named is not there."""

    slug = "not-found"


class PackIncomplete(WireroomError):
    """A language pack lacks a word list, or a line of a list is malformed."""

    slug = "pack-incomplete"


class TooLong(WireroomError):
    """A text is longer than what is analysed at once."""

    slug = "too-long"


class WorkerLost(WireroomError):
    """A process that analysed documents died."""

    slug = "worker-lost"


class SameId(WireroomError):
    """Documents that are not the same have one id."""

    slug = "same-id"


class EngineUnavailable(WireroomError):
    """What a batch runs on is not installed, or does not start."""

    slug = "engine-unavailable"


class OtherRun(WireroomError):
    """A folder holds the results of something else, which are not mixed with these."""

    slug = "other-run"


class BadDecision(WireroomError):
    """A row of a file of decisions is none, or names a document that is not there."""

    slug = "bad-decision"
