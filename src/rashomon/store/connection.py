"""Opening a case, and the transactions in which it is read and written.

In: the path of a case file (or the address of a PostgreSQL database). Out: connections, in a transaction each. Whatever
goes wrong on the way is one `CaseError` that says what to do; what cannot be asked at all, for it is no text, is a
`UsageError`. Which rows are written or read does not belong here.
"""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

from sqlalchemy import Connection, Engine, QueuePool, create_engine
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from rashomon.errors import CaseError, UsageError
from rashomon.store import dialects, migrations

_MAGIC = b"SQLite format 3\0"
_READ_ONLY = "{0} is read-only; copy it to a folder that you can write to and add pages there"
_NOT_A_CASE = "{0} is not a case file; it was left as it is: give another name with --case"
_ADVICE = {
    "database is locked": "{0} is being written by another program; try again when that has ended",
    "database or disk is full": "no space left to write {0}; free some and run the same command again, nothing is lost",
    "attempt to write a readonly": _READ_ONLY,
    "file is not a database": _NOT_A_CASE,
    "disk image is malformed": "{0} is damaged; restore a copy, or give a new name with --case and add the pages again",
    "unable to open database": "{0} cannot be opened for writing; check its folder and permissions",
}


class Database:
    """An opened case. Close it, or use it in a `with` statement."""

    def __init__(self, engine: Engine, name: str, *, read_only: bool = False) -> None:
        self._engine = engine
        self.name = name
        self.read_only = read_only

    @classmethod
    def open(cls, place: str | os.PathLike[str], *, create: bool = True, patience: float = 5.0) -> Self:
        """The case at this place, made there if it is not (and `create`), brought to the tables of today.

        `patience`: how many seconds to wait for another program that is writing to it.
        """
        name = os.fspath(place)
        made = cls._at_address(name) if "://" in name else cls._in_file(Path(name), create=create, patience=patience)
        try:
            made.prepare(create=create)
        except BaseException:
            made.close()
            raise
        return made

    @classmethod
    def _at_address(cls, address: str) -> Self:
        try:
            return cls(create_engine(address), address.rpartition("@")[2])
        except (ArgumentError, NoSuchModuleError, ImportError) as error:
            raise CaseError(f"no database can be reached like this ({error}); give the path of a case file") from error

    @classmethod
    def _in_file(cls, path: Path, *, create: bool, patience: float) -> Self:
        exists = _check(path, create=create)
        read_only = exists and not (os.access(path, os.W_OK) and os.access(path.absolute().parent, os.W_OK))
        connect = _connector(path, mode="ro" if read_only else "rw" if exists else "rwc", patience=patience)
        return cls(create_engine("sqlite://", creator=connect, poolclass=QueuePool), str(path), read_only=read_only)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the case; it cannot be used afterwards."""
        self._engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees the case as it was at its first question."""
        with self._transaction(writing=False) as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection whose changes are all kept when the block ends, or none of them if it raises."""
        self.check_writable()
        with self._transaction(writing=True) as connection:
            yield connection

    def check_writable(self) -> None:
        """Raise `CaseError` where nothing can be kept."""
        if self.read_only:
            raise CaseError(_READ_ONLY.format(self.name))

    @contextmanager
    def _transaction(self, *, writing: bool) -> Iterator[Connection]:
        try:
            with self._engine.connect() as connection, connection.begin():
                dialects.begin(connection, writing=writing)
                yield connection
        except (DBAPIError, sqlite3.Error) as error:
            raise _case_error(self.name, error) from error
        except UnicodeEncodeError as error:
            raise UsageError("a word that was given holds half a character, as no case does; leave that out") from error

    def erase(self) -> None:
        """Overwrite what was deleted, so that its bytes are gone from the file."""
        self.check_writable()
        with self._outside_transaction() as connection:
            erased = dialects.erase(connection)
        if not erased:
            raise CaseError(
                f"{self.name} is open in another program, whose journal may still hold what was forgotten; close that"
            )

    def prepare(self, *, create: bool) -> None:
        """See that this is a case, and bring it to the tables of today; `open` does so."""
        with self._transaction(writing=False) as connection:
            if dialects.foreign(connection):
                raise CaseError(_NOT_A_CASE.format(self.name))
            version = migrations.version(connection)
        newest = len(migrations.STEPS)
        if version > newest:
            raise CaseError(
                f"{self.name} was written by a newer Rashomon (schema {version}; this one knows {newest}): upgrade with"
                " pip install --upgrade rashomon"
            )
        if version == newest:
            return
        if version == 0 and not create:
            raise CaseError(f"{self.name} holds no case; add pages to it with: rashomon add PAGE --case {self.name}")
        if version == 0 and self._engine.dialect.name == "sqlite":
            with self._outside_transaction() as connection:
                connection.exec_driver_sql("PRAGMA journal_mode = WAL")
        with self.writing() as connection:
            migrations.migrate(connection)

    @contextmanager
    def _outside_transaction(self) -> Iterator[Connection]:
        try:
            with self._engine.connect() as connection:
                yield connection.execution_options(isolation_level="AUTOCOMMIT")
        except (DBAPIError, sqlite3.Error) as error:
            raise _case_error(self.name, error) from error


def _check(path: Path, *, create: bool) -> bool:
    """Whether there is a file, after ruling out what cannot be a case."""
    try:
        if path.is_dir():
            raise CaseError(f"{path} is a folder; give the name of a case file in it, as {path / 'case.rashomon'}")
        if path.exists():
            with path.open("rb") as stream:
                head = stream.read(len(_MAGIC))
            if head and head != _MAGIC:
                raise CaseError(_NOT_A_CASE.format(path))
            return True
    except OSError as error:
        raise CaseError(f"{path} cannot be opened ({error.strerror}); check the path and its permissions") from error
    if not create:
        raise CaseError(f"there is no case at {path}; make one with: rashomon add PAGE --case {path}")
    if not path.absolute().parent.is_dir():
        raise CaseError(f"there is no folder {path.absolute().parent} to keep a case in; make it first")
    return False


def _connector(path: Path, *, mode: str, patience: float) -> Callable[[], Any]:
    address = f"{path.absolute().as_uri()}?mode={mode}"
    if mode == "ro" and not path.with_name(f"{path.name}-wal").exists():
        address += "&immutable=1"

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(address, uri=True, check_same_thread=False)
        dialects.set_up(connection, patience=patience)
        return connection

    return connect


def _case_error(name: str, error: Exception) -> CaseError:
    said = str(error.orig if isinstance(error, DBAPIError) else error).strip()
    advice = next((line for needle, line in _ADVICE.items() if needle in said), None)
    if advice is None:
        return CaseError(f"{name} cannot be used ({said.splitlines()[0] if said else type(error).__name__})")
    return CaseError(advice.format(name))
