import pytest

from rashomon.errors import CaseError
from rashomon.records import Published
from rashomon.store import reader, writer
from rashomon.store.reader import KeptEntity, KeptPage, Outer
from tests.store.examples import FLOOD, RUMOUR, STRIKE, outcome, reading


@pytest.fixture
def asked(database):
    """A connection to a case of two pages."""
    for page in (STRIKE, FLOOD):
        with database.writing() as connection:
            writer.keep(connection, page, outcome(page))
    with database.reading() as connection:
        yield connection


def test_pages_are_listed_by_publication_with_counts(asked):
    head = {"publisher": "Harbour Gazette", "url": None, "blocks": 1, "sentences": 1, "times": 1}
    assert reader.pages(asked) == (
        KeptPage(FLOOD.page.id, "The dam", published=Published("2031-05-04", "given"), input="flood.txt", entities=2,
                 claims=2, **head),
        KeptPage(STRIKE.page.id, "Ferries", published=Published(), input="strike.txt", entities=1, claims=1, **head),
    )  # fmt: skip


@pytest.mark.parametrize("begin", [slice(None), slice(12), slice(5, None), slice(5, 10)])
def test_a_page_is_found_by_the_beginning_of_its_id(asked, begin):
    assert reader.page(asked, FLOOD.page.id[begin]) == FLOOD


@pytest.mark.parametrize(
    ("begin", "said"),
    [
        ("page-", "2 pages have an id that begins with page-; give more of it"),
        ("zz", "no page has an id that begins with page-zz; see the ids with: rashomon show pages"),
        ("page-%", "no page has an id that begins with page-%; see the ids with: rashomon show pages"),
    ],
)
def test_an_id_that_is_no_ones_or_several_pages_is_refused(asked, begin, said):
    with pytest.raises(CaseError) as caught:
        reader.page(asked, begin)
    assert str(caught.value) == said


@pytest.mark.parametrize(
    ("question", "contents"),
    [
        ({}, ["the dam broke at dawn", "Mara Lind was there", "The ferries stood still"]),
        ({"source": "lind"}, ["the dam broke at dawn", "The ferries stood still"]),
        ({"entity": "MARA"}, ["the dam broke at dawn", "Mara Lind was there", "The ferries stood still"]),
        ({"source": "ole", "entity": "mara"}, ["Mara Lind was there"]),
        ({"page": STRIKE.page.id}, ["The ferries stood still"]),
        ({"page": STRIKE.page.id[:14], "source": "ole"}, []),
    ],
)
def test_claims_answer_to_source_entity_and_page(asked, question, contents):
    assert [claim.content for claim in reader.claims(asked, **question)] == contents


def test_a_claim_comes_with_its_words_names_and_page(asked):
    claim = list(reader.claims(asked))[1]
    assert claim.claim == FLOOD.claims[1]
    assert (claim.source, claim.cue, claim.hedge) == ("Ole Brandt", "denied", "")
    assert (claim.source_name, claim.about) == ("Ole Brandt", ("Mara Lind",))
    assert claim.page.title == "The dam"


def test_a_nested_claim_comes_with_those_that_it_is_told_in(database):
    with database.writing() as connection:
        writer.keep(connection, RUMOUR, outcome(RUMOUR))
    with database.reading() as connection:
        denied, said = reader.claims(connection)
    assert denied.outer == ()
    assert said.outer == (Outer(RUMOUR.claims[0].id, "Police", "Police", "denied", "denies", "", "reported", "denied"),)


def test_entities_are_counted_over_pages(asked):
    maras = sorted(e.id for page in (FLOOD, STRIKE) for e in page.entities if e.name == "Mara Lind")
    assert reader.entities(asked) == (
        KeptEntity("Mara Lind", "person", pages=2, mentions=2, claims=2, ids=tuple(maras)),
        KeptEntity("Ole Brandt", "person", pages=1, mentions=1, claims=1, ids=(FLOOD.entities[1].id,)),
    )
    assert reader.entities(asked, type="place") == ()


def test_pages_of_one_day_are_listed_by_title_unnamed_last(database):
    day = "2031-05-04"
    given = [reading(text, input=text, title=title, published=day) for text, title in
             (("one", None), ("two", "Beta"), ("three", "Alpha"))]  # fmt: skip
    for page in given:
        with database.writing() as connection:
            writer.keep(connection, page, outcome(page))
    with database.reading() as connection:
        assert [page.title for page in reader.pages(connection)] == ["Alpha", "Beta", None]
