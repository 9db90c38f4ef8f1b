"""Any two reports compare the same in either order, and groups hang on the sets of forms and links alone."""

from hypothesis import given
from hypothesis import strategies as st

from rashomon.fusion import events
from rashomon.fusion.linkage import average_link
from rashomon.graph import Link
from tests.properties.strategies import readings

_IDS = [f"form-{letter}" for letter in "abcdefgh"]
_PAIRS = [(one, two) for one in _IDS for two in _IDS if one < two]
_LINKS = st.dictionaries(st.sampled_from(_PAIRS), st.floats(0, 1), max_size=20).map(
    lambda scores: [Link(*pair, score, "maybe", ()) for pair, score in scores.items()]
)
_DECIDED = st.dictionaries(st.sampled_from(_PAIRS), st.sampled_from(["same", "different"]), max_size=4).map(
    lambda said: [(*pair, what) for pair, what in said.items()]
)


@given(readings(), readings())
def test_compare_is_symmetric(one, two) -> None:
    forms = [form for reading in (one, two) for _, form in events.forms(reading)]
    for left in forms:
        for right in forms:
            link = events.compare(left, right)
            assert link == events.compare(right, left)
            assert link is None or (link.left < link.right and 0 <= link.score <= 1)


@given(readings())
def test_each_event_has_a_form_and_each_form_its_id(reading) -> None:
    found = events.forms(reading)
    assert [record for record, _ in found] == [event.id for event in reading.events]
    assert len({form.id for _, form in found}) == len(found)
    assert found == events.forms(reading)


@given(_LINKS, _DECIDED, st.randoms(use_true_random=False))
def test_groups_hang_on_no_order(links, decided, order) -> None:
    expected = average_link(_IDS, links, decided, 0.4)
    ids, links, decided = (order.sample(each, len(each)) for each in (_IDS, links, decided))
    turned = [(two, one, what) for one, two, what in decided]
    assert average_link(ids, links, turned, 0.4) == expected


@given(_LINKS, _DECIDED)
def test_every_form_is_in_one_group_and_people_are_obeyed(links, decided) -> None:
    groups = average_link(_IDS, links, decided, 0.4)
    assert sorted(each for group in groups for each in group) == _IDS
    of = {each: group for group in groups for each in group}
    assert all(of[one] == of[two] for one, two, what in decided if what == "same")
    if all(what == "different" for _, _, what in decided):
        assert all(of[one] != of[two] for one, two, _ in decided)
