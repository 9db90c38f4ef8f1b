from collections import Counter

from quality.ties import Fact, Passage, compare, f1

from rashomon.spans import Span

GOLD = Fact("SPOUSE", Span(0, 10), Span(20, 30))
PASSAGE = Passage("", frozenset({"SPOUSE", "CEO"}), (GOLD,))


def counted(*answers: Fact) -> dict[str, Counter[str]]:
    counts: dict[str, Counter[str]] = {}
    compare(PASSAGE, set(answers), counts)
    return counts


def test_overlapping_ends_are_right():
    assert counted(Fact("SPOUSE", Span(5, 9), Span(29, 40))) == {"SPOUSE": Counter(right=1)}


def test_what_is_not_found_is_missed_and_what_is_not_there_is_false():
    found = counted(Fact("SPOUSE", Span(0, 10), Span(30, 40)))
    assert found == {"SPOUSE": Counter(missed=1, false=1)}
    assert f1(found.values()) == 0


def test_a_property_that_is_not_annotated_does_not_count():
    assert counted(GOLD, Fact("CHILD_OF", Span(0, 10), Span(20, 30))) == {"SPOUSE": Counter(right=1)}


def test_an_answer_that_repeats_a_right_one_is_not_false():
    assert counted(GOLD, Fact("SPOUSE", Span(0, 5), Span(20, 30))) == {"SPOUSE": Counter(right=1)}
