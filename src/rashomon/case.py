"""A case: many pages read and kept in one file, and asked about.

In: raw pages, and questions. Out: one result for each page once it is kept, and what the case holds. Reading is the
pipeline's, SQL the store's; neither belongs here.
"""

import os
from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import Self

from rashomon import __version__
from rashomon.errors import PageError
from rashomon.ids import make_id, sha256
from rashomon.language.nlp import model_of
from rashomon.pages.sources import RawPage, from_paths
from rashomon.pipeline import Reader, Result
from rashomon.records import Outcome, Reading
from rashomon.settings import Settings
from rashomon.store import reader as questions
from rashomon.store import writer
from rashomon.store.connection import Database
from rashomon.store.reader import Kept, KeptClaim, KeptEntity, KeptPage

KNOWN = "already in the case"
"""The reason in the outcome of a page that was kept before and needed no reading."""


def open_case(
    path: str | os.PathLike[str] = "case.rashomon", *, create: bool = True, settings: Settings | None = None
) -> "Case":
    """The case in this file, made if there is none (unless `create` is False).

    Raises `CaseError` where the file is no case or cannot be used. Close it, or use it in a `with` statement.
    """
    return Case(Database.open(path, create=create), Reader(settings))


class Case:
    """Pages that were read, kept in one file; open it with `open_case`."""

    def __init__(self, database: Database, reader: Reader) -> None:
        self._database = database
        self._reader = reader

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def add(self, raws: Iterable[RawPage | Outcome | str | os.PathLike[str]]) -> Iterator[Result]:
        """Read pages and keep them; each result comes once its page is safe in the file, in the order of the pages.

        A path stands for its file, or for all the pages in its folder. A page that was read before in the
        same way is not read again: its outcome is `read`, for the reason `KNOWN`, with no reading. May be stopped
        between any two results and run again.
        """
        self._database.check_writable()
        for raw in raws:
            if isinstance(raw, RawPage | Outcome):
                yield self._add(raw)
            else:
                yield from map(self._add, from_paths([os.fspath(raw)], self._reader.settings))

    def pages(self) -> tuple[KeptPage, ...]:
        """All pages, by publication, title and id, with how much each holds."""
        with self._database.reading() as connection:
            return questions.pages(connection)

    def page(self, id: str) -> Reading:
        """The reading of one page, by its id or the beginning of it."""
        with self._database.reading() as connection:
            return questions.page(connection, id)

    def readings(self) -> Iterator[Reading]:
        """The readings of all pages, one after the other."""
        with self._database.reading() as connection:
            yield from questions.readings(connection)

    def claims(
        self, *, source: str | None = None, entity: str | None = None, page: str | None = None
    ) -> Iterator[KeptClaim]:
        """The claims, page by page; only those whose source or entities hold a text, or of one page, where asked."""
        with self._database.reading() as connection:
            yield from questions.claims(connection, source=source, entity=entity, page=page)

    def entities(self, *, type: str | None = None) -> tuple[KeptEntity, ...]:
        """Who and what the pages name, most pages first."""
        with self._database.reading() as connection:
            return questions.entities(connection, type=type)

    def outcomes(self) -> tuple[Outcome, ...]:
        """The latest outcome of each input."""
        with self._database.reading() as connection:
            return questions.outcomes(connection)

    def _add(self, raw: RawPage | Outcome) -> Result:
        if isinstance(raw, RawPage) and self._is_known(raw):
            page = make_id("page", sha256(raw.data))
            with self._database.writing() as connection:
                writer.keep_input(connection, Outcome(raw.input, "read", page=page))
            return Result(Outcome(raw.input, "read", KNOWN, page))
        result = self._reader.read(raw)
        try:
            with self._database.writing() as connection:
                if result.reading and isinstance(raw, RawPage):
                    writer.keep(connection, result.reading, result.outcome, options=self._options(raw))
                else:
                    writer.note(connection, result.outcome)
        except PageError as error:
            result = Result(error.outcome)
            with self._database.writing() as connection:
                writer.note(connection, result.outcome)
        return result

    def _is_known(self, raw: RawPage) -> bool:
        with self._database.reading() as connection:
            known = questions.kept(connection, make_id("page", sha256(raw.data)))
        return known is not None and known == Kept(__version__, model_of(self._reader.nlp), self._options(raw))

    def _options(self, raw: RawPage) -> str:
        """What the caller said, in words: with the bytes and the model, all that the page's reading hangs on."""
        said = {name: getattr(raw, name) for name in ("media", "charset", "url", "title", "published")}
        said |= self._reader.settings.changed(("least_score", "event_words"))
        return ", ".join(f"{name}={value!r}" for name, value in said.items() if value is not None)
