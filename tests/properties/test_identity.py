from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.fusion.compare import compare
from rashomon.fusion.identity import forms, named
from rashomon.fusion.joiners import JOINERS
from rashomon.records import EntityType
from tests.properties.strategies import one_of, readings, texts

JOINER = JOINERS["entity"]
WORDS = [
    "Osip",
    "Ossip",
    "Varga",
    "al-Varga",
    "Mohammad",
    "Muhammed",
    "Oro",
    "Bank",
    "Ltd",
    "Inc",
    "LLA",
    "O.",
    "Army",
    "U.S.",
]
names = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)
facts = st.fixed_dictionaries(
    {},
    optional={
        "countries": st.just(["ke"]) | st.just(["no"]),
        "kinds": st.just(["sport"]) | st.just(["law"]),
        "bodies": st.just(["oro bank"]),
        "kin": st.just([["sibling", "osip varga"]]),
        "born": st.just([[1950, 1951]]) | st.just([[1980, 1981]]),
        "offices": st.just([["president", "ke"]]) | st.just([["president", "no"]]),
    },
)
made = st.builds(named, names, one_of(EntityType), st.lists(names, max_size=2), facts)


@given(made, made)
def test_compare_is_symmetric(one, other):
    found = compare(one, other)
    assert compare(other, one) == found
    if found:
        assert (found.left, found.right) == tuple(sorted((one.id, other.id)))
        assert 0 <= found.score <= 1
        assert found.reasons


@given(texts(), texts(), one_of(EntityType))
def test_any_text_may_be_a_name(one, other, kind):
    compare(named(one, kind), named(other, kind, [one]))


@given(made, made)
def test_equal_ids_are_equal_forms(one, other):
    assert (one.id == other.id) == (one == other)


@given(readings())
@settings(max_examples=50, deadline=None)
def test_every_entity_has_a_form(reading):
    found = forms(reading)
    assert [record for record, _ in found] == [entity.id for entity in reading.entities]
    assert forms(reading) == found


@given(st.lists(made, max_size=6), st.randoms())
@settings(deadline=None)
def test_groups_hang_on_no_order(every, random):
    def grouped(listed):
        links = [link for at, one in enumerate(listed) for other in listed[at + 1 :] if (link := compare(one, other))]
        return JOINER.group(listed, links, ())

    every = list({form.id: form for form in every}.values())
    assert grouped(random.sample(every, len(every))) == grouped(every)
