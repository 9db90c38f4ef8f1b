"""How names are paired with a key, and what counts as junk."""

import pytest
from quality.coreference import is_junk, names, paired


def test_a_found_name_pairs_with_the_keyed_phrase_that_holds_it():
    key = {(0, 20): "a", (30, 34): "b"}
    pairs, left, right = paired(key, {(10, 20): "x", (50, 54): "y"})
    assert pairs == [((0, 20), (10, 20))]
    assert (left, right) == ({(30, 34): "b"}, {(50, 54): "y"})


def test_names_of_one_side_alone_count_only_as_a_whole():
    key, found = {(0, 4): "a", (9, 13): "a"}, {(0, 4): "x", (20, 24): "x"}
    assert names(key, found, whole=False) == ([frozenset({(0, 4)})], [frozenset({(0, 4)})])
    assert names(key, found, whole=True) == (
        [frozenset({(0, 4), (9, 13)})],
        [frozenset({(0, 4), ("found", 20, 24)})],
    )


@pytest.mark.parametrize(
    ("name", "forms", "junk"),
    [
        ("Osip Varga", ["name"], False),
        ("President", ["name"], True),
        ("He", ["name"], True),
        ("operations", ["name"], True),
        ("a senior official", ["nominal", "pronoun"], False),
        ("a senior official", ["nominal"], True),
    ],
)
def test_junk(name, forms, junk):
    assert is_junk({"name": name, "mentions": [{"form": form} for form in forms]}) is junk
