"""A case that joins its pages: the graph follows from readings and judgements, in whatever order they come."""

import json
import os
import random
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.case import Case
from rashomon.errors import CaseError, UsageError
from rashomon.exports.jsonl import dumps, dumps_graph, loads_judgement
from rashomon.graph import Item
from rashomon.store import reader as questions
from rashomon.store.connection import Database
from tests.databases import clear, database, place  # noqa: F401
from tests.invented import Prepared, page_id, raw, reading

SLOW = settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.fixture
def case(database):  # noqa: F811
    return Case(database, Prepared())


def add(case, *numbers):
    return list(case.add(map(raw, numbers)))


def printed(case) -> list[str]:
    return [*sorted(map(dumps, case.readings())), *map(dumps_graph, case.graph())]


def entity(name: str, n: int) -> Item:
    (found,) = (each.id for each in reading(n).entities if each.name == name)
    return Item("entity", page_id(n), found)


def test_names_of_many_pages_are_one(case):
    add(case, 0, 7, 14)
    view = case.who("mara lind")
    assert (view.group.label, view.group.items, view.totals.pages) == ("Mara Lind", 3, 3)
    assert [name.name for name in view.names] == ["Mara Lind"]
    assert case.check() == ()


@SLOW
@given(st.permutations(range(8)), st.integers(0, 7))
def test_the_order_of_arrival_does_not_show(database, order, middle):  # noqa: F811
    case = Case(database, Prepared())
    outcomes = []
    for numbers in (sorted(order), [*order[:middle], *order]):
        with database.writing() as connection:
            clear(connection)
        add(case, *numbers)
        outcomes.append(printed(case))
    assert outcomes[0] == outcomes[1]


def test_reading_a_page_again_leaves_nothing_behind(case):
    add(case, *range(8))
    before = printed(case)
    again = list(case.add([replace(raw(3), published="2031-01-01")]))
    assert again[0].reading is not None
    assert printed(case) == before
    assert case.check() == ()


def test_set_apart_and_undone_restores_exactly(case):
    add(case, 0, 7, 14)
    before = printed(case)
    made = case.judge("different", entity("Mara Lind", 7), entity("Mara Lind", 0), by="ana", reason="two people")
    assert group_of(case, "Mara Lind", 7) != group_of(case, "Mara Lind", 0)
    assert case.check() == ()
    undone = case.undo(made.id[:20])
    assert undone.undone
    assert printed(case) == before
    assert case.check() == ()
    with pytest.raises(CaseError, match="was taken back"):
        case.undo(made.id)


def group_of(case, name: str, n: int) -> str:
    return case.who(entity(name, n).record).group.id


def test_judged_the_same_and_undone_restores_exactly(case):
    add(case, 0, 1, 2)
    before = printed(case)
    made = case.judge("same", entity("Mara Lind", 0), entity("Ole Brandt", 1))
    assert {name.name for name in case.who("Mara Lind").names} == {"Mara Lind", "Ole Brandt"}
    assert case.who("ole brandt").group == case.who("mara lind").group
    case.undo(made.id)
    assert printed(case) == before


def test_the_latest_judgement_of_two_counts(case):
    add(case, 0, 7)
    pair = entity("Mara Lind", 0), entity("Mara Lind", 7)
    case.judge("different", *pair)
    case.judge("same", *pair)
    assert case.who("Mara Lind").group.items == 2
    assert case.check() == ()


@SLOW
@given(st.permutations((0, 3, 5, 7)))
def test_judgements_made_first_or_last_come_to_the_same(database, order):  # noqa: F811
    case = Case(database, Prepared())
    outcomes = []
    for early in (True, False):
        with database.writing() as connection:
            clear(connection)
        first = [0, 7] if early else order
        add(case, *first)
        if early:
            made = [case.judge("different", entity("Mara Lind", 7), entity("Mara Lind", 0))]
        else:
            assert case.apply(made) == ()
        add(case, *order)
        outcomes.append(printed(case))
        assert case.check() == ()
    assert outcomes[0] == outcomes[1]


def test_a_correction_shows_and_keeps_what_it_replaced(case):
    add(case, 0, 7)
    before = printed(case)
    made = case.judge("correct", entity("Mara Lind", 7), field="name", value="Mara Linden", by="ana")
    assert (made.was, made.value) == ("Mara Lind", "Mara Linden")
    view = case.who("Mara Linden")
    assert [(each.decision, each.was, each.by) for each in view.judgements] == [("correct", "Mara Lind", "ana")]
    assert case.page(page_id(7)) == reading(7)  # what was read stays
    assert case.check() == ()
    case.undo(made.id)
    assert printed(case) == before


@pytest.mark.parametrize(
    ("decision", "items", "given", "said"),
    [
        ("same", 1, {}, "give LEFT and RIGHT"),
        ("confirm", 2, {}, "leave out the second"),
        ("correct", 1, {}, "a correction names a field"),
        ("correct", 1, {"field": ""}, "a correction names a field"),
        ("confirm", 1, {"field": ""}, "other judgements name none"),
        ("correct", 1, {"field": "mentions", "value": []}, "'mentions' of a entity cannot be corrected"),
        ("correct", 1, {"field": "type", "value": "dragon"}, "must be one of person"),
    ],
)
def test_a_judgement_that_makes_no_sense_is_refused(case, decision, items, given, said):
    add(case, 0, 7)
    before = printed(case)
    with pytest.raises(UsageError, match=said):
        case.judge(decision, *[entity("Mara Lind", 0), entity("Mara Lind", 7)][:items], **given)
    assert printed(case) == before


def test_a_rejected_event_is_in_no_answer_but_on_its_page(case):
    add(case, 0)
    (event,) = reading(0).events
    made = case.judge("reject", Item("event", page_id(0), event.id))
    assert case.timeline().rows == ()
    assert case.page(page_id(0)).events == (event,)
    case.undo(made.id)
    assert len(case.timeline().rows) == 1


def test_judgements_survive_another_reading(case, monkeypatch):
    add(case, 0, 7)
    made = case.judge("different", entity("Mara Lind", 7), entity("Mara Lind", 0))
    read = Prepared.read

    def otherwise(self, page):
        """The same page read by a model that gives other ids."""
        result = read(self, page)
        other = [replace(each, id=f"{each.id}-new") for each in result.reading.entities]
        return replace(result, reading=replace(result.reading, entities=tuple(other), claims=(), events=(), ties=()))

    with monkeypatch.context() as patch:
        patch.setattr(Prepared, "read", otherwise)
        list(case.add([replace(raw(7), published="2031-01-01")]))
    assert [case.who("Mara Lind").group.items, len(case.who("Mara Lind").namesakes)] == [1, 1]
    assert case.check() == ()
    assert case.judgements() == (made,)


def test_a_judgement_whose_record_is_gone_is_reported(case, monkeypatch):
    add(case, 0, 7)
    made = case.judge("confirm", entity("Mara Lind", 7))
    read = Prepared.read

    def nothing(self, page):
        result = read(self, page)
        return replace(result, reading=replace(result.reading, entities=(), claims=(), events=(), ties=()))

    with monkeypatch.context() as patch:
        patch.setattr(Prepared, "read", nothing)
        list(case.add([replace(raw(7), published="2031-01-01")]))
    assert [(finding.promise, finding.where) for finding in case.check()] == [("judgement", made.id)]
    list(case.add([raw(7)]))
    assert case.check() == ()


def test_judgements_are_carried_over_as_lines(case, tmp_path):
    add(case, 0, 7)
    made = case.judge("different", entity("Mara Lind", 7), entity("Mara Lind", 0), by="ana")
    line = dumps_graph(made)
    assert json.loads(line)["kind"] == "judgement"
    assert loads_judgement(line) == made
    with Case(Database.open(tmp_path / "other.rashomon"), Prepared()) as other:
        assert other.apply([made]) == (made,)
        add(other, 7, 0)
        assert other.apply([made]) == ()
        assert printed(other) == printed(case)


def test_a_judgement_taken_back_elsewhere_is_taken_back_here(case, tmp_path):
    add(case, 0, 7)
    before = printed(case)
    made = case.judge("different", entity("Mara Lind", 7), entity("Mara Lind", 0), by="ana")
    with Case(Database.open(tmp_path / "other.rashomon"), Prepared()) as other:
        add(other, 0, 7)
        assert other.apply([made]) == ()
        case.undo(made.id)
        assert other.apply(case.judgements(undone=True)) == ()
        assert printed(other) == before
        assert other.check() == ()


@pytest.mark.parametrize("nothing", ["", "page-", "judgement-"])
def test_an_id_of_nothing_means_nothing(case, nothing):
    add(case, 0)
    case.judge("confirm", entity("Mara Lind", 0))
    before = printed(case)
    for forgetting in (
        lambda: case.forget(page=nothing),
        lambda: case.forget(entity=nothing),
        lambda: case.undo(nothing),
    ):
        with pytest.raises(CaseError):
            forgetting()
    assert printed(case) == before


def test_a_judgement_names_whole_ids_of_what_is_there(case):
    add(case, 0)
    known = entity("Mara Lind", 0)
    with pytest.raises(CaseError, match="holds no page"):
        case.judge("confirm", replace(known, page=known.page[:9]))
    tie = reading(0).ties[0]
    item = Item("tie", page_id(0), tie.id)
    with pytest.raises(UsageError, match="has no entity"):
        case.judge("correct", item, field="subject", value="entity-0")
    with pytest.raises(UsageError, match="cannot be empty"):
        case.judge("correct", known, field="name", value=" ")
    with pytest.raises(UsageError, match="is no decision"):
        case.judge("maybe", known)
    case.judge("reject", item)
    assert case.judge("correct", item, field="status", value="former").was == tie.status
    assert case.check() == ()


def test_forgetting_a_page_is_as_if_it_had_never_come(case):
    add(case, 0, 3, 7)
    before = printed(case)
    add(case, 14, 1)
    case.judge("same", entity("Mara Lind", 14), entity("Mara Lind", 0))
    case.judge("different", entity("Mara Lind", 7), entity("Mara Lind", 14))
    assert case.forget(page=page_id(14)) == (page_id(14),)
    assert case.forget(page=page_id(1)) == (page_id(1),)
    assert printed(case) == before
    assert case.check() == ()
    assert [outcome.page for outcome in case.outcomes()] == [page_id(n) for n in (0, 3, 7)]


def test_forgetting_an_entity_takes_every_page_that_names_it(case):
    add(case, 0, 1, 7)
    assert set(case.forget(entity="Mara Lind")) == {page_id(0), page_id(7)} | (
        {page_id(1)} if "Mara Lind" in reading(1).page.text else set()
    )
    with pytest.raises(CaseError, match="goes by 'Mara Lind'"):
        case.who("Mara Lind")
    assert case.check() == ()


def test_a_fault_in_joining_costs_one_page(case, monkeypatch):
    add(case, 0)
    broken = {kind: replace(joiner, forms=None) for kind, joiner in case._joiners.items()}
    monkeypatch.setattr(case, "_joiners", broken)
    (result,) = add(case, 1)
    assert result.outcome.status == "failed"
    assert "joining it with the case went wrong" in result.outcome.reason
    assert [page.id for page in case.pages()] == [page_id(0)]


def test_pages_kept_by_an_older_version_are_joined_at_opening(case, database):  # noqa: F811
    add(case, 0, 7)
    before = printed(case)
    with database.writing() as connection:
        for table in ("graphed", "placed", "forms", "form_keys", "links", "groups", "names", "texts"):
            connection.exec_driver_sql(f"DELETE FROM {table}")
    assert case.complete() == 2
    assert printed(case) == before
    assert case.check() == ()


def test_a_graph_of_another_version_is_made_again(case, database, monkeypatch):  # noqa: F811
    add(case, 0, 7)
    after = printed(case)
    with database.writing() as connection:
        connection.exec_driver_sql("UPDATE graphed SET made = '0.0.1'")
        connection.exec_driver_sql("UPDATE links SET score = 0.1")
        connection.exec_driver_sql("DELETE FROM form_keys")
    assert case.complete() == 2
    assert printed(case) == after
    assert case.check() == ()
    assert case.complete() == 0


@pytest.mark.parametrize(("made", "said"), [("0.0.1", "another version of Rashomon joined its pages"),
                                            (None, "1 of its pages are not joined yet")])  # fmt: skip
def test_a_case_that_is_read_only_and_not_joined_says_so(tmp_path, monkeypatch, made, said):
    path = tmp_path / "case"
    with Case(Database.open(path), Prepared()) as case:
        add(case, 0, 7)
    with Database.open(path) as opened, opened.writing() as connection:
        if made is None:
            connection.exec_driver_sql("DELETE FROM graphed WHERE page = ?", (page_id(7),))
        else:
            connection.exec_driver_sql("UPDATE graphed SET made = ?", (made,))
    monkeypatch.setattr(os, "access", lambda *_: False)
    with Case(Database.open(path), Prepared()) as case:
        assert case.complete() == 0
        for ask in (lambda: case.who("Mara Lind"), case.timeline, case.disputes, lambda: list(case.graph())):
            with pytest.raises(CaseError, match=f"{said}, so that answers would not be whole: copy it to a folder"):
                ask()
        assert len(case.pages()) == 2


DAMAGE = {
    "hash": "UPDATE pages SET text = 'other ' || substr(text, 7) WHERE id = '{page}'",
    "span": "UPDATE sentences SET start = 0, \"end\" = 99999 WHERE page = '{page}' AND position = 0",
    "reference": "UPDATE claims SET source_entity = 'entity-0' WHERE page = '{page}' AND position = 0",
    "orphan": "DELETE FROM groups WHERE form = (SELECT min(form) FROM groups)",
    "graph": "UPDATE groups SET id = 'entity-group-0' WHERE form = (SELECT min(form) FROM groups)",
}


@pytest.mark.parametrize("promise", DAMAGE)
def test_damage_is_found(case, database, promise):  # noqa: F811
    add(case, 0, 7)
    with database.writing() as connection:
        connection.exec_driver_sql(DAMAGE[promise].format(page=page_id(7)))
    assert promise in {finding.promise for finding in case.check()}


def test_a_small_part_of_a_reading_can_be_had(case, database):  # noqa: F811
    add(case, 0, 1)
    with database.reading() as connection:
        (part,) = questions.parts(connection, [page_id(1)], ("times", "claims"))
    whole = reading(1)
    bare = tuple(replace(claim, about=()) for claim in whole.claims)
    assert part == replace(whole, blocks=(), sentences=(), entities=(), claims=bare, events=(), ties=())


def test_random_walks_leave_the_graph_as_it_follows(case):
    """Pages come and go, are judged and judged back; in the end the graph is that of the pages that are left."""
    moves, here, made = random.Random(11), set(), []
    for _ in range(25):
        move = moves.choice(("add", "add", "judge", "undo", "forget"))
        n = moves.choice(range(0, 28, 7))
        if move == "add":
            add(case, n)
            here.add(n)
        elif move == "judge" and len(here) > 1:
            one, other = moves.sample(sorted(here), 2)
            decision = moves.choice(("same", "different"))
            made.append(case.judge(decision, entity("Mara Lind", one), entity("Mara Lind", other)))
        elif move == "undo" and made:
            last = made.pop()
            if last.id in {judgement.id for judgement in case.judgements()}:
                case.undo(last.id)
        elif move == "forget" and n in here:
            case.forget(page=page_id(n))
            here.discard(n)
    assert case.check() == ()
