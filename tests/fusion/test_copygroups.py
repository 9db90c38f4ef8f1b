"""Which pages count as one source."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from rashomon.fusion.copies import compare, forms
from rashomon.fusion.copygroups import group
from rashomon.graph import Form, Link, Verdict
from tests.fusion.pages import OTHER, STORY, page


def named(names: str) -> list[Form]:
    return [Form(name, "page", "page", name, (), {}) for name in names]


def linked(*pairs: tuple[str, float]) -> list[Link]:
    """Links of pairs like `ab`: the same from 0.4, else maybe."""
    verdicts: dict[bool, Verdict] = {True: "same", False: "maybe"}
    return [Link(pair[0], pair[1], score, verdicts[score >= 0.4], ()) for pair, score in pairs]


def groups(names: str, links, decided=()) -> list[str]:
    return ["".join(each) for each in group(named(names), links, decided)]


def test_copies_of_one_text_are_one_source():
    assert groups("abcd", linked(("ab", 0.9), ("ac", 0.6), ("bc", 0.3))) == ["abc", "d"]


def test_a_page_with_two_wire_stories_does_not_make_one_of_them():
    links = linked(("ab", 0.9), ("cd", 0.9), ("ax", 0.8), ("bx", 0.8), ("cx", 0.7), ("dx", 0.7))
    assert groups("abcdx", links) == ["abx", "cd"]
    read = [page(STORY), page(OTHER), page((*STORY, *OTHER))]
    made = [each for reading in read for _, each in forms(reading)]
    found = [link for pair in itertools.combinations(made, 2) if (link := compare(*pair))]
    assert [link.verdict for link in found] == ["same", "same"]
    assert len(group(made, found)) == 2


def test_what_a_person_decides_comes_first():
    links = linked(("ab", 0.9), ("bc", 0.9), ("ac", 0.9))
    assert groups("abc", links, [("a", "b", "different")]) == ["ac", "b"]
    assert groups("abc", links, [("a", "b", "different"), ("b", "c", "same")]) == ["a", "bc"]
    assert groups("abcd", links, [("a", "d", "same")]) == ["abcd"]


def test_what_speaks_of_other_pages_is_passed_over():
    assert groups("ab", linked(("ac", 0.9)), [("b", "c", "same")]) == ["a", "b"]


PAIRS = ["".join(pair) for pair in itertools.combinations("abcdef", 2)]


@given(
    st.dictionaries(st.sampled_from(PAIRS), st.sampled_from([0.3, 0.5, 0.9])),
    st.dictionaries(st.sampled_from(PAIRS), st.sampled_from(["same", "different"]), max_size=3),
    st.randoms(use_true_random=False),
)
def test_groups_hang_on_the_sets_alone_and_lose_nothing(pairs, judged, random):
    links = linked(*pairs.items())
    decided = [(pair[0], pair[1], decision) for pair, decision in judged.items()]
    made = group(named("abcdef"), links, decided)
    turned = [*links], [*decided], [*"fedcba"]
    for each in turned:
        random.shuffle(each)
    assert group(named("".join(turned[2])), turned[0], turned[1]) == made
    assert sorted(form for each in made for form in each) == list("abcdef")
    assert not any({*pair} <= {*each} for pair, decision in judged.items() if decision == "different" for each in made)
