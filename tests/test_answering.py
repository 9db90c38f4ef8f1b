"""Questions to a case of many pages, on each database."""

from dataclasses import replace

import pytest

from rashomon import answering
from rashomon.answering import Period
from rashomon.case import Case
from rashomon.errors import CaseError, UsageError
from rashomon.graph import Item
from rashomon.ids import make_id
from rashomon.records import Dispute, Side
from rashomon.store.connection import Database
from tests.databases import place  # noqa: F401
from tests.invented import PAPERS, Prepared, page_id, raws, reading

PAGES = 28


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    """A case file that is filled once for all tests that only ask."""
    path = tmp_path_factory.mktemp("answers") / "case.rashomon"
    with Case(Database.open(path), Prepared()) as case:
        list(case.add(raws(PAGES)))
    return path


@pytest.fixture
def case(filled):
    with Case(Database.open(filled), Prepared()) as made:
        yield made


def naming(name: str) -> set[str]:
    return {page_id(n) for n in range(PAGES) if any(entity.name == name for entity in reading(n).entities)}


def test_lists_hold_the_newest_and_totals_all(case):
    view = case.who("mara lind", limit=2)
    pages = naming("Mara Lind")
    assert view.totals.pages == len(pages)
    assert (len(view.pages), len(view.said), sum(len(edge.evidence) for edge in view.ties)) == (2, 2, 2)
    assert view.totals.ties == len([n for n in range(PAGES) if n % 7 == 0])
    days = [page.published for page in view.pages]
    assert days == sorted(days, reverse=True)
    assert {item.page for item in case.who("mara lind", limit=100).items} == pages


def test_a_tie_is_counted_on_all_pages_whatever_the_limit(case):
    few, many = case.who("mara lind", limit=1), case.who("mara lind", limit=100)
    told = {edge.sentence: edge.confirming for edge in many.ties}
    assert {edge.sentence: edge.confirming for edge in few.ties}.items() <= told.items()
    assert max(map(len, told.values())) > 1
    [edge] = [edge for edge in case.network("mara lind").edges if edge.sentence == few.ties[0].sentence]
    assert edge.confirming == few.ties[0].confirming


def test_counts_of_what_was_looked_at_in_part_are_the_least(case, monkeypatch):
    whole = case.who("mara lind", limit=100)
    assert not any(each.least for each in (*whole.ties, *whole.told))
    few = case.who("mara lind", limit=1)
    assert not any(edge.least for edge in few.ties)  # all ties that say so are looked at, whatever is shown
    assert all(each.least for each in case.who("harbour front", limit=1).told)
    monkeypatch.setattr(answering, "_COUNTED", 0)
    assert all(edge.least for edge in case.who("mara lind", limit=1).ties)
    assert not any(edge.least for edge in case.who("mara lind", limit=100).ties)


@pytest.mark.parametrize("cursor", ["5", "[1,2,3]", "{}", "[" * 5000, "nonsense"])
def test_a_wrong_cursor_of_a_timeline_is_refused(case, cursor):
    with pytest.raises(UsageError, match="no cursor"):
        case.timeline(cursor=cursor)


@pytest.mark.parametrize("cursor", ["-1", "x", "9" * 25, "9" * 5000, "²"])
def test_a_wrong_cursor_of_a_search_is_refused(case, cursor):
    with pytest.raises(UsageError, match="no cursor"):
        case.search("mill", cursor=cursor)


@pytest.mark.parametrize("asked", ["MARA LIND", "Mára  Lind", "lind"])
def test_an_entity_answers_to_its_names_however_written(case, asked):
    assert case.who(asked).group.label == "Mara Lind"


def test_an_entity_answers_to_its_ids(case):
    record = next(entity.id for entity in reading(0).entities if entity.name == "Mara Lind")
    group = case.who(record).group
    assert case.who(group.id).group == group


def test_who_is_not_there_is_said(case):
    with pytest.raises(CaseError, match="no entity of the case goes by 'Nemo'"):
        case.who("Nemo")


def test_a_timeline_is_in_order_and_goes_on_without_gap_or_double(case):
    whole = case.timeline(limit=1000)
    assert whole.cursor is None
    assert [row.earliest for row in whole.rows] == sorted(row.earliest for row in whole.rows)
    rows, cursor = [], None
    while True:
        part = case.timeline(limit=3, cursor=cursor)
        rows += part.rows
        cursor = part.cursor
        if cursor is None:
            break
    assert tuple(rows) == whole.rows
    assert sum(row.items for row in whole.rows) == PAGES


@pytest.mark.parametrize(
    ("period", "kept"),
    [
        (Period(type="killing"), lambda row: True),
        (Period(type="arrest"), lambda row: False),
        (Period(since="2031-02-01"), lambda row: row.latest >= "2031-02-01"),
        (Period(until="2031-01-31"), lambda row: row.earliest <= "2031-01-31"),
        (Period(certainty="certain"), lambda row: True),
        (Period(certainty="alleged"), lambda row: False),
    ],
)
def test_a_timeline_is_narrowed(case, period, kept):
    whole = case.timeline(limit=1000).rows
    assert case.timeline(period, limit=1000).rows == tuple(row for row in whole if kept(row))


def test_a_timeline_is_narrowed_to_a_source_or_paper_or_who_takes_part(case):
    told = case.timeline(source="mara lind", limit=1000).rows
    assert sum(row.items for row in told) == len([n for n in range(PAGES) if n % 7 == 0])
    assert all("Mara Lind" in {telling.label for telling in row.tellings} for row in told)
    carried = case.timeline(source=PAPERS[0], limit=1000).rows
    assert sum(row.items for row in carried) == PAGES // len(PAPERS)
    taking_part = case.timeline(entity="Greyford", limit=1000).rows
    assert sum(row.items for row in taking_part) == len(naming("Greyford"))


def test_disputes_lay_figures_side_by_side(case):
    found = case.disputes(kind="value")
    assert found
    for dispute in found:
        assert {side.value for side in dispute.sides} == {"3", "4"}
        assert all(side.excerpt.text and side.chain for side in dispute.sides)
    assert {dispute.kind for dispute in case.disputes()} >= {"value"}
    assert case.disputes(entity="Mara Lind") == ()  # she tells of events, and takes part in none


class Disputing(Prepared):
    """Reads each page with a dispute about its first event."""

    def read(self, raw):
        result = super().read(raw)
        if result.reading is None:
            return result
        event = result.reading.events[0]
        side = Side(None, None, "so", (event.trigger,))
        dispute = Dispute(make_id("dispute", event.id), "status", event.id, (side, side))
        return replace(result, reading=replace(result.reading, disputes=(dispute,)))


def test_disputes_on_pages_are_found_by_who_takes_part(tmp_path):
    with Case(Database.open(tmp_path / "case"), Disputing()) as made:
        list(made.add(raws(PAGES)))
        part = {
            (n, entity.name)
            for n in range(PAGES)
            for entity in reading(n).entities
            if any(each.entity == entity.id for each in reading(n).events[0].arguments)
        }
        for name in {name for _, name in part}:
            found = [each for each in made.disputes(entity=name, kind="status", limit=500) if each.page]
            assert {each.page for each in found} == {page_id(n) for n, each in part if each == name}
            assert [each.id for each in made.disputes(entity=name, kind="status", limit=1)] == [found[0].id]


def test_an_event_shows_its_disputes(case):
    dispute = case.disputes(kind="value")[0]
    view = case.event(dispute.event.id)
    assert dispute.id in {each.id for each in view.disputes}
    assert view.table.chains > 1
    assert len(view.sightings) == view.group.items


def test_a_network_reaches_as_far_as_is_asked(case):
    near = case.network("Mara Lind")
    assert {edge.predicate for edge in near.edges} == {"leads"}
    assert "Mara Lind" in {node.label for node in near.nodes}
    far = case.network("Mara Lind", depth=2)
    assert {node.id for node in near.nodes} < {node.id for node in far.nodes}
    assert case.network(limit=3).more


@pytest.mark.parametrize(
    ("words", "kinds", "count"),
    [
        ("greyford", ["page"], len(naming("Greyford"))),
        ("greyford nowhere", ["page"], 0),
        ('"people in greyford"', ["page"], len(naming("Greyford"))),
        ('"greyford in people"', ["page"], 0),
        ("greyf*", ["page"], len(naming("Greyford"))),
        ("greyf", ["page"], 0),
        ("GREYFÖRD", ["page"], len(naming("Greyford"))),
        ("amsel", ["entity"], 1),
    ],
)
def test_search_finds_words_phrases_and_beginnings(case, words, kinds, count):
    hits = case.search(words, kinds=kinds, limit=100).hits
    assert len(hits) == count
    assert {hit.kind for hit in hits} <= set(kinds)


def test_search_goes_on_without_gap_or_double(case):
    whole = [(hit.kind, hit.title, hit.page) for hit in case.search("killed", limit=1000).hits]
    found, cursor = [], None
    while True:
        part = case.search("killed", limit=5, cursor=cursor)
        found += [(hit.kind, hit.title, hit.page) for hit in part.hits]
        cursor = part.cursor
        if cursor is None:
            break
    assert found == whole
    assert len(found) == 2 * PAGES  # each page, and the claim on it


def test_search_is_narrowed_to_who_says_it(case):
    hits = case.search("killed", source="Mara Lind", limit=100).hits
    assert {(hit.kind, hit.claim.source) for hit in hits} == {("claim", "Mara Lind")}
    papers = case.search("killed", kinds=["page"], source=PAPERS[1], limit=100).hits
    assert {hit.page.publisher for hit in papers} == {PAPERS[1]}


@pytest.mark.parametrize("words", ["", "  ", "!?", '""'])
def test_a_search_for_nothing_is_refused(case, words):
    with pytest.raises(UsageError, match="nothing to search for"):
        case.search(words)


def test_every_question_has_the_same_answer_on_each_database(place, case):  # noqa: F811
    with Case(Database.open(place), Prepared()) as other:
        list(other.add(reversed(raws(PAGES))))
        for ask in (
            lambda one: one.who("mara lind"),
            lambda one: one.timeline(limit=1000),
            lambda one: one.timeline(entity="Greyford", source="mara lind"),
            lambda one: one.disputes(),
            lambda one: one.network("River Guard", depth=2),
            lambda one: one.suggestions(),
            lambda one: one.event(reading(0).events[0].id),
            lambda one: set(one.search('"in greyford" kill*', limit=1000).hits),
            lambda one: one.search("killed", kinds=["claim"], source="Mara Lind", limit=1000).cursor,
        ):
            assert ask(other) == ask(case)
        assert other.check() == ()


def test_what_was_rejected_stands_in_no_list(place):  # noqa: F811
    with Case(Database.open(place), Prepared()) as case:
        list(case.add(raws(1)))
        whole = reading(0)
        case.judge("reject", Item("claim", page_id(0), whole.claims[0].id))
        case.judge("reject", Item("tie", page_id(0), whole.ties[0].id))
        view = case.who("mara lind")
        assert (view.said, view.ties, view.totals.said, view.totals.ties) == ((), (), 0, 0)
        assert case.network("mara lind").edges == ()
        (row,) = case.timeline().rows  # what rests on the claim still says whose words it is
        assert row.tellings[0].label == "Mara Lind"


class Twofold(Prepared):
    """Reads each page with a second tie between the two."""

    def read(self, raw):
        result = super().read(raw)
        [tie] = result.reading.ties
        more = replace(tie, id=make_id("tie", tie.id), predicate="member_of")
        return replace(result, reading=replace(result.reading, ties=(tie, more)))


def test_a_tie_that_was_corrected_to_others_is_no_tie_of_who_was_its_end(place):  # noqa: F811
    with Case(Database.open(place), Twofold()) as case:
        list(case.add(raws(1)))
        tie, other = reading(0).ties[0], next(each for each in reading(0).entities if each.name == "Ole Brandt")
        assert len(case.who("mara lind").ties) == 2
        case.judge("correct", Item("tie", page_id(0), tie.id), field="subject", value=other.id)
        assert [edge.predicate for edge in case.who("mara lind").ties] == ["member_of"]
        found = {(edge.subject.label, edge.predicate) for edge in case.network().edges}
        assert found == {("Mara Lind", "member_of"), ("Ole Brandt", "leads")}
