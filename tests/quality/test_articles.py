"""The score of article text: gold scores 1, and each mistake costs what the definition says."""

import pytest
from quality.articles import Match, characters, f1, kept, match, scrape, shingles, visible

from rashomon.pages.blocks import Draft

GOLD = "one two three four five six"


def test_shingles_are_counted() -> None:
    assert shingles("a b c d a b c d") == {
        ("a", "b", "c", "d"): 2, ("b", "c", "d", "a"): 1, ("c", "d", "a", "b"): 1, ("d", "a", "b", "c"): 1}  # fmt: skip
    assert shingles("a b") == {("a", "b"): 1}
    assert not shingles(" … ")


@pytest.mark.parametrize(
    ("predicted", "expected"),
    [
        (GOLD, Match(3, 0, 0)),
        ("One, two – three: four! " + GOLD, Match(3, 4, 0)),
        ("one two three four five", Match(2, 0, 1)),
        ("", Match(0, 0, 3)),
        (GOLD + " " + GOLD, Match(3, 6, 0)),
    ],
)
def test_match(predicted: str, expected: Match) -> None:
    assert match(GOLD, predicted) == expected


def test_f1_of_mean_precision_and_mean_recall() -> None:
    assert f1([Match(3, 0, 0)]) == 1.0
    assert f1([Match(1, 1, 0), Match(1, 0, 1)]) == pytest.approx(0.75)
    assert f1([Match(0, 0, 3)]) == 0.0
    assert f1([Match(3, 0, 0), Match(0, 0, 3)]) == pytest.approx(2 * 1.0 * 0.5 / 1.5)


def test_kept() -> None:
    drafts = [Draft("body", 0, 3), Draft("body", 4, 7)]
    assert kept(characters(["abc def"]), "abc def", drafts) == 1.0
    assert kept(characters(["abc defg"]), "abc defg", drafts) == pytest.approx(6 / 7)
    assert kept(characters(["abc def"]), "abc def", [*drafts, Draft("body", 0, 3)]) == pytest.approx(6 / 9)


def test_scrape_is_a_line_for_each_block_level_element() -> None:
    assert scrape("<div>One <b>two</b><p>Three</p></div><script>no</script>") == "One two\nThree"


def test_visible_characters() -> None:
    assert visible("<p>One</p><script>no</script><!-- no --><p>O</p>") == {"O": 2, "n": 1, "e": 1}
