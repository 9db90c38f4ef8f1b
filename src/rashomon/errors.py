"""The errors that Rashomon raises on purpose.

    RashomonError            one line for the user, saying what to do next
    ├── UsageError           asked for something that cannot be done (exit code 2)
    ├── ModelError           the language model is missing or not the one that is pinned
    ├── CaseError            the case file cannot be opened, read or written
    │   ├── UnknownError     an id or a name that means nothing in the case, or several things
    │   └── DoneError        what was asked for has been done already
    └── PageError            `rashomon.read` was asked for one page and it could not be read; carries its outcome

In a batch, what goes wrong with one page is no exception: it is an `Outcome` (see `records`), and the rest goes on.
"""

from rashomon.records import Outcome


class RashomonError(Exception):
    """Root of all errors raised on purpose; its message is one line that says what to do next."""


class UsageError(RashomonError):
    """The call or command asks for something that cannot be done."""


class ModelError(RashomonError):
    """The language model is not installed, or is not the one that was pinned."""


class CaseError(RashomonError):
    """A case file cannot be opened, read or written."""


class UnknownError(CaseError):
    """An id or a name that means nothing in the case, or several things."""


class DoneError(CaseError):
    """What was asked for has been done already."""


class PageError(RashomonError):
    """The one page that was asked for could not be read; `outcome` says what became of it."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__(f"{outcome.input}: {outcome.reason}")
        self.outcome = outcome
