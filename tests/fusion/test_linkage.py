"""Groups by average link, under what people decided."""

import pytest

from rashomon.fusion.linkage import average_link
from rashomon.graph import Link, Verdict


def link(pair: str, score: float, verdict: Verdict = "same") -> Link:
    return Link(pair[0], pair[1], score, verdict, ())


@pytest.mark.parametrize(
    ("links", "expected"),
    [
        ([], ["a", "b", "c"]),
        ([link("ab", 0.5)], ["ab", "c"]),
        ([link("ab", 0.3)], ["a", "b", "c"]),
        # one strong link does not carry a third form along: on average "c" is not like the two
        ([link("ab", 0.9), link("bc", 0.7)], ["ab", "c"]),
        ([link("ab", 0.9), link("bc", 0.7), link("ac", 0.2)], ["abc"]),
        ([link("ab", 0.9, "different")], ["a", "b", "c"]),
        # equal scores: the smaller ids first
        ([link("bc", 0.7), link("ab", 0.7)], ["ab", "c"]),
    ],
)
def test_groups(links: list[Link], expected: list[str]) -> None:
    assert ["".join(group) for group in average_link("abc", links, (), 0.4)] == expected


@pytest.mark.parametrize(
    ("decided", "expected"),
    [
        ([("a", "c", "same")], ["ac", "b"]),
        ([("a", "b", "different")], ["a", "b", "c"]),
        ([("b", "a", "different"), ("b", "c", "same")], ["a", "bc"]),
        ([("a", "x", "same")], ["ab", "c"]),
    ],
)
def test_people_outrank_links(decided: list[tuple[str, str, str]], expected: list[str]) -> None:
    assert ["".join(group) for group in average_link("abc", [link("ab", 0.6)], decided, 0.4)] == expected
