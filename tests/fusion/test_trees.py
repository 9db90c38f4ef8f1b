"""Trees tell what each feature did to their sum."""

import pytest

from rashomon.fusion.trees import chance, parsed

TABLE = {
    "features": ["near", "same"],
    "start": -1.0,
    "trees": [[[1, 0.5, 1, 2, 0.1], [-1, 0, 0, 0, -0.4], [0, 0.2, 3, 4, 0.9], [-1, 0, 0, 0, 0.5], [-1, 0, 0, 0, 1.5]]],
    "least": 0.4,
}


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, {"": -0.9, "same": -0.5}),
        ({"same": 1.0}, {"": -0.9, "same": 0.8, "near": -0.4}),
        ({"same": 1.0, "near": 0.3, "unknown": 7.0}, {"": -0.9, "same": 0.8, "near": 0.6}),
    ],
)
def test_parts_sum_up_to_the_whole(given: dict[str, float], expected: dict[str, float]) -> None:
    trees, rest = parsed(TABLE)
    assert trees.parts(given) == pytest.approx(expected)
    assert trees.odds(given) == pytest.approx(sum(expected.values()))
    assert rest == {"least": 0.4}


def test_log_odds_as_a_chance() -> None:
    assert (chance(0), chance(1000), chance(-1000)) == (0.5, 1.0, 0.0)
