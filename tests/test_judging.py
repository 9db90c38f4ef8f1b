"""How often what people decide makes the graph look at itself."""

from rashomon import graphing
from rashomon.case import Case
from rashomon.store.connection import Database
from tests.databases import place  # noqa: F401
from tests.invented import Prepared, raws


def test_forgetting_many_pages_groups_the_rest_once(place, monkeypatch):  # noqa: F811
    with Case(Database.open(place), Prepared()) as case:
        list(case.add(raws(15)))
        times, regroup = [], graphing._regroup
        monkeypatch.setattr(graphing, "_regroup", lambda *given: (times.append(1), regroup(*given))[1])
        assert len(case.forget(entity="Mara Lind")) > 2
        assert len(times) == 1
        assert case.check() == ()
