"""Sources and contents go to their cues."""

import pytest

from rashomon.meaning.calibration import chance
from rashomon.meaning.decoding import spans
from rashomon.meaning.linking import link
from tests.meaning.scored import scored

ROWS = [
    pytest.param("Ada said it fell .", "SCTto", ["Ada said it fell"], id="one"),
    pytest.param("it fell , Ada said .", "TtoSCo", ["Ada said it fell"], id="content first"),
    pytest.param("it , Ada said , fell .", "ToSCoTo", ["Ada said it fell"], id="content in two pieces"),
    pytest.param(
        "Ada said it fell and Cole denied that .", "SCTtoSCTo", ["Ada said it fell", "Cole denied that"], id="two"
    ),
    pytest.param(
        "Ada said it fell and denied that .", "SCTtoCTo", ["Ada said it fell", "*Ada denied that"], id="shared source"
    ),
    pytest.param(
        "Ada said it fell . Nobody denied that .", "SCTtooCTo", ["Ada said it fell", "- denied that"], id="new sentence"
    ),
    pytest.param("Ada said\nit fell", "SCTt", [], id="not over a paragraph's end"),
    pytest.param("it fell", "Tt", [], id="no cue"),
]


@pytest.mark.parametrize(("text", "tags", "expected"), ROWS)
def test_links(text, tags, expected):
    scores = scored(text, tags)

    def words(span):
        return text[slice(*scores.characters(span))]

    found = []
    for each in link(scores, spans(scores)):
        source = "-" if each.source is None else "*" * each.shared + words(each.source)
        found.append(" ".join([source, words(each.cue), *map(words, each.content)]))
    assert found == expected


def test_a_stop_after_a_short_title_ends_no_sentence():
    scores = scored("Ada told Dr . Cole it and denied that", "SCoooToCT")
    _, each = link(scores, spans(scores))
    assert each.shared
    assert each.source == (0, 1)


def test_the_surer_the_tags_the_higher_the_chance():
    chances = []
    for sure in (1.0, 3.0, 8.0):
        scores = scored("Ada said it fell .", "SCTto", sure=sure)
        (each,) = link(scores, [(0, 1, "source"), (1, 2, "cue"), (2, 4, "content")])
        chances.append(chance(scores, each))
    assert chances == sorted(chances)
    assert 0 <= chances[0] < chances[-1] <= 1
