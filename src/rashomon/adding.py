"""A page comes into a case: it is read, kept and joined in one transaction, and ends in one result.

In: raw pages, and the case's database, reader and joiners. Out: results. A page that was read before in the same way is
not read again.
"""

from dataclasses import dataclass, replace

from rashomon import __version__, graphing
from rashomon.errors import PageError, RashomonError
from rashomon.fusion.joining import Joiners
from rashomon.ids import make_id, sha256
from rashomon.language.nlp import model_of
from rashomon.notation import from_plain, to_plain
from rashomon.pages.sources import RawPage
from rashomon.pipeline import Reader, Result, options_of
from rashomon.records import Outcome, Reading
from rashomon.store import reader as questions
from rashomon.store import writer
from rashomon.store.connection import Database
from rashomon.store.reader import Kept

KNOWN = "already in the case"
"""The reason in the outcome of a page that was kept before and needed no reading."""


@dataclass(frozen=True, slots=True)
class Adding:
    """Where pages go, by whom they are read and how they are joined."""

    database: Database
    reader: Reader
    joiners: Joiners

    def add(self, raw: RawPage | Outcome) -> Result:
        """What became of one page; it is safe in the case once this returns."""
        if isinstance(raw, RawPage) and self._is_known(raw):
            page = make_id("page", sha256(raw.data))
            outcome = Outcome(raw.input, "read", page=page)
            if not self._is_noted(outcome):
                with self.database.writing() as connection:
                    writer.keep_input(connection, outcome)
            return Result(replace(outcome, reason=KNOWN))
        result = self.reader.read(raw)
        try:
            with self.database.writing() as connection:
                if result.reading and isinstance(raw, RawPage):
                    left = graphing.leave(connection, result.reading.page.id)
                    writer.keep(
                        connection, result.reading, result.outcome, options=options_of(raw, self.reader.settings)
                    )
                    graphing.enter(connection, from_plain(Reading, to_plain(result.reading)), self.joiners, left)
                else:
                    writer.note(connection, result.outcome)
        except PageError as error:
            return self._failed(error.outcome)
        except RashomonError:
            raise
        except Exception as error:  # noqa: BLE001  a fault of ours may cost one page, never the batch
            fault = f"{type(error).__name__}: {error}".splitlines()[0]
            reason = f"joining it with the case went wrong ({fault}); please report this page"
            return self._failed(Outcome(raw.input, "failed", reason))
        return result

    def _failed(self, outcome: Outcome) -> Result:
        with self.database.writing() as connection:
            writer.note(connection, outcome)
        return Result(outcome)

    def _is_known(self, raw: RawPage) -> bool:
        with self.database.reading() as connection:
            known = questions.kept(connection, make_id("page", sha256(raw.data)))
        return known is not None and known == Kept(
            __version__, model_of(self.reader.nlp), options_of(raw, self.reader.settings)
        )

    def _is_noted(self, outcome: Outcome) -> bool:
        with self.database.reading() as connection:
            return questions.noted(connection, outcome)
