from functools import partial
from itertools import pairwise, permutations

from hypothesis import given
from hypothesis import strategies as st

from rashomon.fusion.compare import compare
from rashomon.fusion.grouping import group, is_full
from rashomon.fusion.identity import named
from rashomon.graph import Link

A, B, C, D = (named(f"Osip {name} Varga", "person") for name in ("Anton", "Boris", "Carl", "Dino"))
FORMS = sorted((A, B, C, D), key=lambda form: form.id)


def link(one, other, verdict="same", score=0.9):
    left, right = sorted((one.id, other.id))
    return Link(left, right, score, verdict, ())


def groups(*links, decided=(), forms=FORMS):
    by_id = {form.id: form for form in forms}
    return {frozenset(by_id[each].label for each in ids) for ids in group(forms, links, decided)}


def together(*forms):
    return frozenset(form.label for form in forms)


def test_same_joins_and_maybe_does_not():
    found = groups(link(A, B), link(B, C, "maybe"))
    assert found == {together(A, B), together(C), together(D)}


def test_what_is_different_stays_apart_and_the_surer_link_holds():
    found = groups(link(A, B, score=0.95), link(B, C), link(C, D, score=0.85), link(A, D, "different"))
    assert together(A, B, C) in found or found == {together(A, B), together(C), together(D)}
    assert not any({A.label, D.label} <= each for each in found)


def test_who_may_be_either_namesake_joins_neither():
    assert groups(link(A, B), link(B, C), link(A, C, "different")) == {
        together(A),
        together(B),
        together(C),
        together(D),
    }


def test_unless_far_more_speaks_for_one():
    found = groups(link(A, B), link(B, C), link(A, C, "different"), link(A, D), link(B, D))
    assert found == {together(A, B, D), together(C)} or found == {together(A, D), together(B), together(C)}


def test_a_surname_never_brings_two_together():
    short = named("Varga", "person")
    found = groups(link(short, A), link(short, B), forms=[*FORMS, short])
    assert found == {together(each) for each in (A, B, C, D, short)}


def test_a_surname_joins_the_only_one():
    short = named("Varga", "person")
    assert together(short, A) in groups(link(short, A), forms=[*FORMS, short])


def test_a_judgement_outranks_every_link():
    apart = (A.id, B.id, "different")
    assert groups(link(A, B, score=1.0), decided=[apart]) == {together(each) for each in FORMS}
    one = (A.id, B.id, "same")
    assert together(A, B) in groups(link(A, B, "different", 0.0), decided=[one])
    assert together(A, B) in groups(decided=[one])


def test_a_judgement_holds_for_the_whole_group():
    found = groups(link(A, B), link(B, C), decided=[(A.id, C.id, "different")])
    assert not any({A.label, C.label} <= each for each in found)


def test_the_same_judged_first():
    decided = [(A.id, B.id, "same"), (B.id, C.id, "same"), (A.id, C.id, "different")]
    assert together(A, B, C) in groups(decided=decided)


def test_what_speaks_of_other_forms_is_passed_over():
    other = named("Lene Karst", "person")
    assert groups(link(A, other), decided=[(A.id, other.id, "same")]) == {together(each) for each in FORMS}


def test_no_forms_no_groups():
    assert group((), ()) == ()


PAIRS = [(one, other) for at, one in enumerate(FORMS) for other in FORMS[at + 1 :]]
links_of = st.lists(st.sampled_from(range(len(PAIRS))), unique=True).flatmap(
    lambda pairs: st.tuples(
        *(
            st.builds(partial(link, *PAIRS[at]), st.sampled_from(["same", "maybe", "different"]), st.floats(0, 1))
            for at in pairs
        )
    )
)
decisions = st.lists(
    st.tuples(st.sampled_from(PAIRS), st.sampled_from(["same", "different"])).map(
        lambda each: (each[0][0].id, each[0][1].id, each[1])
    ),
    max_size=4,
)


@given(links_of, decisions, st.randoms())
def test_order_does_not_matter(links, decided, random):
    first = group(FORMS, links, decided)
    shuffled = [random.sample(list(each), len(each)) for each in (FORMS, links, decided)]
    assert group(*shuffled) == first


@given(links_of, decisions)
def test_every_form_is_in_one_group(links, decided):
    found = group(FORMS, links, decided)
    assert sorted(each for ids in found for each in ids) == [form.id for form in FORMS]


@given(links_of, decisions)
def test_judged_pairs_outrank_links(links, decided):
    of = {each: at for at, ids in enumerate(group(FORMS, links, decided)) for each in ids}
    same = {each: {each} for each in of}
    for one, other, decision in decided:
        if decision == "same":
            assert of[one] == of[other]
            joined = same[one] | same[other]
            same.update(dict.fromkeys(joined, joined))
    for one, other, decision in decided:
        if decision == "different" and other not in same[one]:
            assert of[one] != of[other]


@given(links_of, decisions, decisions)
def test_taking_back_restores(links, decided, more):
    before = group(FORMS, links, decided)
    group(FORMS, links, decided + more)
    assert group(FORMS, links, decided) == before


def test_arrival_in_any_order_gives_the_same_groups():
    names = ["Osip Varga", "Osip Lorik Varga", "Ossip Varga", "Varga", "Yorik Varga"]
    made = [named(name, "person") for name in names]
    seen = set()
    for order in permutations(made):
        links = [found for at, one in enumerate(order) for other in order[at + 1 :] if (found := compare(one, other))]
        seen.add(group(order, links, ()))
    assert len(seen) == 1


@given(st.lists(st.tuples(st.sampled_from(FORMS), st.sampled_from(FORMS)), max_size=6), st.sampled_from([0.8, 0.99]))
def test_full_names_that_nothing_sets_apart_are_as_their_links_lead(pairs, score):
    """What a component of full names is made of need not be asked: it is one group."""
    assert all(is_full(form.label, form.type) for form in FORMS)
    chain = [link(one, other, score=score) for one, other in pairwise(FORMS)]
    more = [link(one, other, score=0.9) for one, other in pairs if one is not other]
    assert groups(*chain, *more) == {together(*FORMS)}


def test_short_names_are_not_full():
    assert [is_full(*each) for each in (("Varga", "person"), ("LLA", "organization"), ("Kestrel", "organization"))] == [
        False,
        False,
        True,
    ]
