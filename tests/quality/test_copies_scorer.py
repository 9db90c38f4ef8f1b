"""The scorer of copies: edits that can be repeated, and pairs counted right."""

from dataclasses import replace

import pytest
from quality.article_edits import STRENGTHS, Article, edited
from quality.copies import Sample, ours, scored

WORDS = "the dam broke at dawn and nine people of Merrow were found in the valley below it said Mara Lind of the guard"


def article(name: str, turn: int) -> Article:
    words = WORDS.split()
    lines = tuple(f"{name} {' '.join(words[turn + n :] + words[: turn + n])} {n}." for n in range(6))
    return Article(name, "dam", f"{name} headline", lines, f"https://{name}.example/", name, name, 6 * 25)


ONE, OTHER, THIRD = article("Courier", 0), article("Tribune", 7), replace(article("Post", 11), event="fire")


@pytest.mark.parametrize("strength", STRENGTHS)
def test_an_edit_is_the_same_every_time_and_says_what_it_kept(strength):
    made = edited(ONE, strength, [OTHER], [THIRD])
    assert made == edited(ONE, strength, [OTHER], [THIRD])
    assert made.origin == ONE.id
    assert made.kept <= ONE.length
    assert set(made.borrowed) <= {OTHER.id, THIRD.id}


def test_light_edits_keep_more_than_heavy_ones():
    light, heavy = (edited(ONE, strength, [OTHER], [THIRD]) for strength in ("light", "heavy"))
    assert light.kept > heavy.kept


def test_pairs_are_counted():
    part = Sample((ONE, OTHER, THIRD), {(0, 1): True, (0, 2): False})
    result = scored(part, {(0, 2), (1, 2)})
    assert (result.right, result.wrong, result.missed, result.same_event) == (0, 1, 1, 0)
    assert scored(part, {(0, 1)}).f1 == 1


def test_a_page_is_found_to_be_a_copy_of_itself():
    assert ours([ONE, replace(ONE, id="again", url="https://again.example/")]) == ({(0, 1)}, {(0, 1)})
