"""Any two reports compare the same in either order, and groups hang on the sets of forms and links alone."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.fusion import events
from rashomon.fusion.event_forms import form
from rashomon.fusion.happenings import Happening, Party, Side
from rashomon.fusion.linkage import average_link
from rashomon.graph import Link
from rashomon.records import EventType
from tests.properties.strategies import one_of, readings, some

_patient = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""The tables are read at the first comparison."""

_IDS = [f"form-{letter}" for letter in "abcdefgh"]
_PAIRS = [(one, two) for one in _IDS for two in _IDS if one < two]
_LINKS = st.dictionaries(st.sampled_from(_PAIRS), st.floats(0, 1), max_size=20).map(
    lambda scores: [Link(*pair, score, "maybe", ()) for pair, score in scores.items()]
)
_WORDS = st.sampled_from(["kill", "Merrow", "nine people", "shot", "Osip Varga", "bus", "U.N.", "…", ""])
_DAYS = st.none() | st.dates().map(str) | st.sampled_from(["2031-05-06", "2031-05-07", "0001-01-01", "31 May"])
_NUMBERS = st.none() | st.floats(0, 1000)
_HAPPENINGS = st.builds(
    Happening,
    type=one_of(EventType),
    head=_WORDS,
    trigger=_WORDS,
    earliest=_DAYS,
    latest=_DAYS,
    told=_DAYS,
    parties=some(st.builds(Party, one_of(Side), _WORDS, st.booleans(), st.sampled_from(["", "form-1", "form-2"]))),
    counts=some(st.tuples(st.just("killed"), _NUMBERS, _NUMBERS)),
    sentence=some(_WORDS),
    near=some(_WORDS),
    page=some(st.tuples(_WORDS, st.floats(0, 1))),
)
_DECIDED = st.dictionaries(st.sampled_from(_PAIRS), st.sampled_from(["same", "different"]), max_size=4).map(
    lambda said: [(*pair, what) for pair, what in said.items()]
)


@_patient
@given(_HAPPENINGS, _HAPPENINGS)
def test_compare_is_symmetric(one, two) -> None:
    left, right = form(one, ""), form(two, "")
    link = events.compare(left, right)
    assert link == events.compare(right, left)
    assert link is None or (link.left < link.right and 0 <= link.score <= 1)


@_patient
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
