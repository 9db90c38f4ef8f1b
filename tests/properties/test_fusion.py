"""Any valid reading can be put beside others: nothing raises, nothing is lost, no order matters."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.fusion.accounts import accounts, disputes
from rashomon.fusion.copies import compare, forms
from rashomon.fusion.passages import passages
from rashomon.fusion.statements import statements
from tests.properties.strategies import readings, some

PAGES = some(readings(), max_size=3)
SOME = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


@SOME
@given(PAGES, st.booleans())
def test_accounts_of_any_events(pages, copied):
    pages = list({page.page.id: page for page in pages}.values())
    mentions = [(reading, event) for reading in pages for event in reading.events]
    copies = [[reading.page.id for reading in pages]] if copied else []
    table = accounts(mentions, copies)
    assert table == accounts(mentions[::-1], copies)
    assert disputes(table) == disputes(accounts(mentions[::-1], copies))
    told = {reading.page.id for reading, event in mentions if event.perspectives}
    assert {page for account in table.accounts for page in (account.page, *account.copies)} == told
    assert all(cell.doubt for account in table.accounts for cell in account.cells if cell.stand == "denies")


@SOME
@given(PAGES)
def test_statements_of_any_entity(pages):
    pages = list({page.page.id: page for page in pages}.values())
    for reading in pages:
        for entity in reading.entities:
            group = f"{reading.page.id}/{entity.id}"
            assert statements(pages, [group]) == statements(pages[::-1], [group])


@SOME
@given(readings(), readings())
def test_any_two_pages_are_compared(left, right):
    [(_, one)], [(_, other)] = forms(left), forms(right)
    assert compare(one, other) == compare(other, one)
    passages(left, right)
