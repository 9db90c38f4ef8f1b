from dataclasses import replace

import pytest

from rashomon.case import Case
from rashomon.graph import Item
from rashomon.ids import make_id
from rashomon.records import Entity, Mention
from rashomon.store.connection import Database
from tests.databases import place  # noqa: F401
from tests.invented import Prepared, raws

PAGES = 12


@pytest.fixture
def case(place):  # noqa: F811
    with Case(Database.open(place), Prepared()) as made:
        assert all(result.outcome.status == "read" for result in made.add(raws(PAGES)))
        yield made


def test_stretches_make_the_whole_list(case):
    whole = case.pages()
    found = [page for begin in range(0, PAGES, 5) for page in case.listed(begin=begin, limit=5)[0]]
    assert found == list(whole)
    assert case.listed(limit=1)[1] == PAGES
    assert case.listed(begin=PAGES, limit=5) == ((), PAGES)


def test_names_come_once(case):
    groups, more = case.groups(limit=100)
    assert not more
    assert len({group.id for group in groups}) == len(groups)
    assert {group.id for group in groups} == {
        case.who(name).group.id for name in {each.name for each in case.entities()}
    }


def test_names_come_in_stretches(case):
    groups, _ = case.groups(limit=100)
    stretches = [case.groups(begin=begin, limit=4) for begin in range(0, len(groups), 4)]
    assert tuple(group for found, _ in stretches for group in found) == groups
    assert [more for _, more in stretches] == [*[True] * (len(stretches) - 1), False]


def things(read):
    """Pages that also come back to a thing more often than to any name."""

    def reading(self, page):
        result = read(self, page)
        text = result.reading.page.text
        name = "the guard" if page.input < "page-0009" else "the bridge"
        mentions = tuple(Mention(at, at + 1, "nominal") for at in range(min(len(text), 30)))
        thing = Entity(make_id("entity", page.input), "other", name, (), (), mentions)
        return replace(result, reading=replace(result.reading, entities=(thing, *result.reading.entities)))

    return reading


def test_names_come_before_what_has_none(place, monkeypatch):  # noqa: F811
    monkeypatch.setattr(Prepared, "read", things(Prepared.read))
    with Case(Database.open(place), Prepared()) as case:
        list(case.add(raws(PAGES)))
        whole, more = case.groups(limit=100)
        kinds = [group.type for group in whole]
        named = len(kinds) - kinds.count("other")
        assert (more, kinds.count("other") > 1, kinds[named:]) == (False, True, ["other"] * (len(kinds) - named))
        for begin in range(len(whole) + 1):
            for limit in (1, 2, 5):
                expected = whole[begin : begin + limit], begin + limit < len(whole)
                assert case.groups(begin=begin, limit=limit) == expected
        assert [group.type for group in case.groups(type="other", limit=100)[0]] == kinds[named:]
        kept = case.entities()
        assert {each.name for each in kept[-2:]} == {"the guard", "the bridge"}
        assert kept[-2].mentions > kept[0].mentions
        found = [case.search("guard", limit=3)]
        while found[-1].cursor:
            found.append(case.search("guard", limit=3, cursor=found[-1].cursor))
        hits = [hit.group.type if hit.group else hit.kind for each in found for hit in each.hits]
        unnamed = hits.count("other")
        assert unnamed > 0
        assert hits[-unnamed:] == ["other"] * unnamed
        assert {"organization", "claim", "page"} <= {*hits}


@pytest.mark.parametrize(
    ("asked", "labels"),
    [
        ({"type": "organization"}, {"River Guard", "Mill Union", "Harbour Front"}),
        ({"holds": "LIND"}, {"Mara Lind"}),
        ({"holds": "ilse", "type": "place"}, {"Port Ilse"}),
        ({"holds": "%"}, set()),
        ({"type": "other"}, set()),
    ],
)
def test_names_of_a_type_or_with_a_text(case, asked, labels):
    assert {group.label for group in case.groups(limit=100, **asked)[0]} == labels


def test_pages_are_counted_once_however_many_records_they_have(case):
    one = case.who("Mara Lind")
    page = one.items[0].page
    other = next(each for each in case.page(page).entities if each.type == "person" and each.name != "Mara Lind")
    case.judge("same", one.items[0], Item("entity", page, other.id), by="ines")
    joined = case.who("Mara Lind")
    assert joined.group.items > joined.totals.pages
    assert case.page_counts([joined.group]) == {joined.group.id: joined.totals.pages}


def test_what_is_joined_by_a_person_stands_once(case):
    one, other = case.who("Mara Lind"), case.who("Ole Brandt")
    case.judge("same", one.items[0], other.items[0], by="ines")
    labels = [group.label for group in case.groups(limit=100)[0]]
    assert ("Mara Lind" in labels) != ("Ole Brandt" in labels)


def test_what_the_reader_was_not_sure_of_waits_until_it_is_judged(case):
    found = case.unsure(below=0.95, limit=500)
    assert {each.kind for each in found} == {"claim", "event", "tie"}
    assert len(found) == PAGES * 4
    denial = next(each for each in found if "denies" in each.words)
    assert denial.doubt[0] == "denied"
    assert "allegedly" in denial.doubt[1]
    assert denial.excerpt.text.startswith(denial.words.split(" denies")[0])
    assert case.unsure(below=0.5) == ()
    made = case.judge("confirm", case.who("Mara Lind").items[0], by="ines")
    assert len(case.unsure(below=0.95, limit=500)) == len(found)
    case.undo(made.id)
    done = case.judge("reject", denial.record, by="ines")
    assert denial not in case.unsure(below=0.95, limit=500)
    case.undo(done.id)
    assert case.unsure(below=0.95, limit=500) == found


def test_the_least_sure_come_first_in_stretches(case):
    found = case.unsure(below=0.95, limit=500)
    assert [each.score for each in found] == sorted(each.score for each in found)
    assert case.unsure(below=0.95, begin=3, limit=4) == found[3:7]


def test_a_record_is_shown_with_what_was_judged_of_it(case):
    page = case.pages()[0].id
    reading = case.page(page)
    item = Item("claim", page, reading.claims[1].id)
    seen = case.record(item)
    assert (seen.told.kind, seen.told.score, seen.judgements) == ("claim", 0.9, ())
    assert seen.fields["stance"][0] == "denies"
    assert "doubts" in seen.fields["stance"][1]
    assert set(seen.fields) == {"source_kind", "stance", "mode", "certainty", "polarity"}
    made = case.judge("correct", item, field="stance", value="doubts", by="ines")
    assert case.record(item).judgements == case.judged(page) == (made,)
    case.undo(made.id)
    assert case.record(item) == seen
    assert (
        case.record(Item("tie", page, reading.ties[0].id)).told.words
        == f"{reading.entities[0].name} leads {reading.entities[2].name}"
    )
    assert case.record(Item("event", page, reading.events[0].id)).told.words.startswith("killing (agent: ")
    for nothing in (
        Item("claim", page, "claim-none"),
        Item("claim", "page-none", "claim-none"),
        Item("entity", page, reading.entities[0].id),
    ):
        assert case.record(nothing) is None
