"""A case: many pages read, kept in one file and joined; asked about, judged, and checked.

In: raw pages, questions, decisions. Out: one result for each page once it is kept, answers, judgements. Reading is the
pipeline's, joining fusion's, SQL the store's; none belongs here.
"""

import os
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING, Any, Self

from rashomon import answering, checking, graphing, judging, listing
from rashomon.answering import Period
from rashomon.checking import Finding
from rashomon.errors import CaseError, UsageError
from rashomon.fusion.joining import Joiners
from rashomon.graph import Decision, Group, Item, ItemKind, Joined, Judgement, Link
from rashomon.judging import Decided
from rashomon.pages.sources import RawPage, from_paths
from rashomon.pipeline import Reader, Result
from rashomon.records import DisputeKind, Outcome, Reading
from rashomon.settings import Settings
from rashomon.store import answers, graph, judgements
from rashomon.store import reader as questions
from rashomon.store.connection import Database
from rashomon.store.finding import SEARCHED
from rashomon.store.reader import KeptClaim, KeptEntity, KeptPage
from rashomon.views.copies import CopyView
from rashomon.views.disputes import DisputeView
from rashomon.views.entity import EntityView
from rashomon.views.happening import EventView
from rashomon.views.network import Network
from rashomon.views.record import RecordView, Seen
from rashomon.views.search import Found
from rashomon.views.suggestions import Suggestion
from rashomon.views.timeline import Timeline

if TYPE_CHECKING:
    from sqlalchemy import Connection


def open_case(
    path: str | os.PathLike[str] = "case.rashomon", *, create: bool = True, settings: Settings | None = None
) -> "Case":
    """The case in this file, made if there is none (unless `create` is False).

    Raises `CaseError` where the file is no case or cannot be used. Close it, or use it in a `with` statement.
    """
    case = Case(Database.open(path, create=create), Reader(settings))
    try:
        case.complete()
    except BaseException:
        case.close()
        raise
    return case


class Case:
    """Pages that were read, kept in one file; open it with `open_case`."""

    def __init__(self, database: Database, reader: Reader, joiners: Joiners | None = None) -> None:
        self._database = database
        self._reader = reader
        self._given = joiners
        self._unjoined = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
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
        from rashomon.adding import Adding  # as in `pipeline`: who only asks loads no spaCy

        adding = Adding(self._database, self._reader, self._joiners)
        for raw in raws:
            if isinstance(raw, RawPage | Outcome):
                yield adding.add(raw)
            else:
                yield from map(adding.add, from_paths([os.fspath(raw)], self._reader.settings))

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
        """Who and what the pages name, most pages first; what is `other` (things, several people) last."""
        with self._database.reading() as connection:
            return questions.entities(connection, type=type)

    def listed(self, *, begin: int = 0, limit: int = 50) -> tuple[tuple[KeptPage, ...], int]:
        """A stretch of the list of pages, and how many pages there are."""
        with self._database.reading() as connection:
            return listing.pages(connection, begin=begin, limit=limit)

    def copies(self, page: str, *, begin: int = 0, limit: int = 20) -> tuple[CopyView, ...]:
        """Other pages that carry the text of a page, copies and versions, newest first, with the passages that differ.

        A stretch of them.
        """
        from rashomon.copied import copies  # as in `pipeline`: who only asks loads no NumPy

        with self._joined() as connection:
            return copies(connection, page, begin=begin, limit=limit)

    def groups(
        self, *, type: str | None = None, holds: str | None = None, begin: int = 0, limit: int = 50
    ) -> tuple[tuple[Group, ...], bool]:
        """A stretch of whom and what the pages name, joined, most frequent first, `other` last; whether more follow.

        `type`: only of this type; `holds`: only those one of whose names holds this text.
        """
        with self._joined() as connection:
            return listing.groups(connection, type=type, holds=holds, begin=begin, limit=limit)

    def page_counts(self, groups: Iterable[Group]) -> dict[str, int]:
        """On how many pages each of these stands, by its id."""
        with self._database.reading() as connection:
            return answers.page_counts(connection, [group.id for group in groups])

    def record(self, item: Item) -> Seen | None:
        """One claim, event or tie by itself, with what people judged of it; None where the case does not hold it."""
        with self._database.reading() as connection:
            return listing.record(connection, item)

    def told(self, items: Iterable[Item]) -> dict[Item, RecordView]:
        """Claims, events and ties in words, with every doubt; those that the case does not hold are left out."""
        with self._database.reading() as connection:
            return listing.told(connection, items)

    def judged(self, page: str) -> tuple[Judgement, ...]:
        """The judgements that hold and speak of a page or of what was read from it."""
        with self._database.reading() as connection:
            return listing.judged(connection, page)

    def unsure(self, *, below: float = 0.5, begin: int = 0, limit: int = 20) -> tuple[RecordView, ...]:
        """Claims, events and ties with a score below this that nobody has judged, the least sure first."""
        with self._database.reading() as connection:
            return listing.unsure(connection, below=below, begin=begin, limit=limit)

    def outcomes(self) -> tuple[Outcome, ...]:
        """The latest outcome of each input."""
        with self._database.reading() as connection:
            return questions.outcomes(connection)

    def complete(self) -> int:
        """Join the pages that no version of Rashomon has joined, or an older one; how many they were.

        `open_case` does so. A case that is read-only stays as it is: what hangs on joined pages is then not answered.
        """
        with self._database.reading() as connection:
            self._unjoined = graphing.unjoined(connection)
        if not self._unjoined or self._database.read_only:
            return 0
        self._unjoined = ""
        with self._database.writing() as connection:
            graphing.empty(connection)
        with self._database.reading() as connection:
            missing = graphing.missing(connection)
        for page in missing:
            with self._database.writing() as connection:
                graphing.complete(connection, page, self._joiners)
        return len(missing)

    def who(self, name: str, *, limit: int = 10) -> EntityView:
        """One person, organization or place, by a name or an id of it: all that pages say of it, newest first.

        Of several that go by one name, the one that most pages name; the others are its `namesakes`.
        """
        with self._joined() as connection:
            return answering.who(connection, name, limit=limit)

    def entity(self, name: str) -> Group:
        """What `who` answers for, and no more: the one that a name or an id means."""
        with self._joined() as connection:
            return answering.entity(connection, name)

    def event(self, id: str) -> EventView:
        """One happening, by its id or the id of one page's event: accounts side by side, disputes, pages."""
        with self._joined() as connection:
            return answering.event(connection, id)

    def timeline(
        self, period: Period | None = None, *, limit: int = 30, cursor: str | None = None, **asked: Any
    ) -> Timeline:
        """Events in the order of time; `entity`, `type`, `source`, `certainty`, `since`, `until` narrow it.

        `dated` False: with those that have no date. The cursor of one stretch leads to the next.
        """
        with self._joined() as connection:
            return answering.timeline(connection, period or Period(**asked), limit=limit, cursor=cursor)

    def network(self, entity: str | None = None, *, depth: int = 1, limit: int = 200) -> Network:
        """The ties around an entity, `depth` steps far; without one, those of the newest pages."""
        with self._joined() as connection:
            return answering.net(connection, entity, depth=depth, limit=limit)

    def disputes(
        self, *, entity: str | None = None, kind: DisputeKind | None = None, begin: int = 0, limit: int = 20
    ) -> tuple[DisputeView, ...]:
        """A stretch of the accounts that cannot all hold, between pages and on single ones."""
        with self._joined() as connection:
            return answering.disputes(connection, entity=entity, kind=kind, begin=begin, limit=limit)

    def search(
        self,
        words: str,
        *,
        kinds: Collection[str] | None = None,
        source: str | None = None,
        limit: int = 20,
        cursor: str | None = None,
    ) -> Found:
        """Pages, claims and entities with all these words, best first; `"two words"` stand together, `begin*` goes on.

        What is `other` (things, several people) comes last.
        `source`: only what this publisher carries or this source says.
        """
        with self._joined() as connection:
            return answering.search(
                connection, words, kinds=kinds or SEARCHED, source=source, limit=limit, cursor=cursor
            )

    def suggestions(self, *, kind: ItemKind | None = None, begin: int = 0, limit: int = 20) -> tuple[Suggestion, ...]:
        """A stretch of what may be the same and waits for a person, surest first."""
        with self._joined() as connection:
            return answering.suggestions(connection, kind, begin=begin, limit=limit)

    def judge(
        self,
        decision: Decision,
        *items: Item | str,
        field: str | None = None,
        value: Any = None,
        by: str = "",
        reason: str = "",
    ) -> Judgement:
        """Decide: two items are `same` or `different`; one is right (`confirm`), wrong (`reject`), or to `correct`.

        An id stands for its record, that of a group for the newest record of it.
        """
        with self._database.writing() as connection:
            found = [judging.item_of(connection, item) if isinstance(item, str) else item for item in items]
            if len(found) not in (1, 2):
                raise UsageError("a judgement is of one record or of two; give as many")
            decided = Decided(decision, found[0], found[1] if found[1:] else None, field, value, by, reason)
            return judging.judge(connection, decided, self._joiners)

    def undo(self, id: str) -> Judgement:
        """Take a judgement back, by its id or the beginning of it: all is as it would be without it."""
        with self._database.writing() as connection:
            return judging.undo(connection, id, self._joiners)

    def judgements(self, *, undone: bool = False) -> tuple[Judgement, ...]:
        """What people decided, in order; with what was taken back, where asked."""
        with self._database.reading() as connection:
            found = (each.judgement for each in judgements.every(connection))
            return tuple(judgement for judgement in found if undone or judgement.undone is None)

    def apply(self, given: Iterable[Judgement]) -> tuple[Judgement, ...]:
        """Take over judgements from another case; those come back whose pages this one does not hold."""
        with self._database.writing() as connection:
            return judging.carry_over(connection, given, self._joiners)

    def graph(self) -> Iterator[Joined | Link | Judgement]:
        """All groups with what is in them, all links, and the judgements that hold: each in the order of their ids."""
        with self._joined() as connection:
            for kind in ("entity", "event", "page"):
                yield from answers.joined(connection, kind)
            yield from graph.every_link(connection)
            yield from (each.judgement for each in judgements.every(connection) if each.judgement.undone is None)

    def forget(
        self, *, page: str | None = None, entity: str | None = None, by: str = "", reason: str = ""
    ) -> tuple[str, ...]:
        """Delete a page, or all pages that name an entity, for good; the ids of what is gone come back.

        Text, records, judgements and indexes go, and their bytes from the file; a log keeps that it was done. Where
        the bytes could not be overwritten, `CaseError` says so, and `erase` does it later.
        """
        if (page is None) == (entity is None):
            raise UsageError("give a page or an entity to forget")
        with self._database.writing() as connection:
            gone = judging.forget(connection, page, entity, by=by, reason=reason, joiners=self._joiners)
        try:
            self.erase()
        except CaseError as error:
            raise CaseError(
                f"what was forgotten is in no answer any more, but its bytes may still be in the file ({error}); then"
                " finish with: rashomon forget --rest"
            ) from error
        return gone

    def erase(self) -> int:
        """Overwrite the bytes of what was forgotten, where that was cut short; how many deletions had left some."""
        with self._database.reading() as connection:
            owed = judgements.owed(connection)
        if owed:
            self._database.erase()
            with self._database.writing() as connection:
                judging.erased(connection)
        return owed

    def deletions(self) -> tuple[dict[str, Any], ...]:
        """What was forgotten, in order: kind, id of a page, reason, by whom, when, how many pages, when `erased`."""
        with self._database.reading() as connection:
            return judgements.deletions(connection)

    def check(self) -> tuple[Finding, ...]:
        """What in the case file does not keep its promises; nothing where all is well."""
        with self._database.reading() as connection:
            return checking.check(connection, self._joiners)

    @cached_property
    def _joiners(self) -> Joiners:
        """How items are joined: as was given, else as Rashomon does."""
        if self._given is not None:
            return self._given
        from rashomon.fusion.joiners import JOINERS  # as in `pipeline`: who only asks loads no NumPy

        return JOINERS

    @contextmanager
    def _joined(self) -> "Iterator[Connection]":
        """A reading connection for questions that only pages which are joined can answer."""
        if self._unjoined:
            raise CaseError(
                f"{self._database.name} is read-only, and {self._unjoined}, so that answers would not be whole: copy it"
                " to a folder that you can write to and ask there"
            )
        with self._database.reading() as connection:
            yield connection
