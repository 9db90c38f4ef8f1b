"""Sources and contents go to their cues."""

from time import process_time

import numpy as np
import pytest

from rashomon.encoder import Scores
from rashomon.meaning.calibration import chance
from rashomon.meaning.decoding import spans
from rashomon.meaning.linking import link
from tests.meaning.scored import KINDS, scored, words_of

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
    pytest.param("Ada said :\nit fell .", "SCoTto", ["Ada said it fell"], id="behind a colon"),
    pytest.param("Ada said .\nit fell .", "SCoTto", [], id="behind a stop"),
    pytest.param(
        'Ada said " it fell .\n" It sank .\n" All wept . "',
        "SCTttoTttoTtttt",
        ['Ada said " it fell " It sank " All wept . "'],
        id="a quotation over three paragraphs",
    ),
    pytest.param(
        'Ada said it fell .\nCole left .\n" It sank . "',
        "SCTtooooTtttt",
        ["Ada said it fell"],
        id="not over a paragraph without words of anybody",
    ),
    pytest.param(
        'Ada said it fell .\n" It sank , " Cole said .',
        "SCTtoTttttSCo",
        ["Ada said it fell", 'Cole said " It sank , "'],
        id="a quotation with a source of its own",
    ),
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


def test_a_quotation_goes_on_over_no_caption():
    scores = scored('Ada said " it fell .\n" It sank .', "SCTttoTtto")
    assert [each.content for each in link(scores, spans(scores), [21])] == [((2, 5),)]
    assert [each.content for each in link(scores, spans(scores), [0, 40])] == [((2, 5), (6, 9))]


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


def pointed(words: int, asks: dict[int, float], offers: dict[int, float]) -> Scores:
    """Scores of a line of so many words, some of which point, by one number each."""
    table = np.zeros((2, words, 1), dtype=np.float32)
    for row, numbers in enumerate((asks, offers)):
        for word, number in numbers.items():
            table[row, word] = number
    return Scores(words_of(" ".join(["it"] * words)), {"asks": table[0], "offers": table[1]}, {})


def test_a_content_goes_where_its_words_point_and_else_to_the_near_cue():
    spans = [(0, 1, "cue"), (2, 4, "content"), (5, 6, "cue"), (6, 7, "content")]
    near = link(pointed(7, {}, {}), spans)
    assert [(each.cue, each.content) for each in near] == [((0, 1), ((2, 4),)), ((5, 6), ((6, 7),))]
    far = link(pointed(7, {2: 9, 3: 9, 6: 9}, {5: 9}), spans)
    assert [(each.cue, each.content) for each in far] == [((5, 6), ((2, 4), (6, 7)))]
    # each cue counts by one over the square of how many words on it is: 2 and 2, 1 and 6
    assert [each.chance for each in near] == pytest.approx([1 / 2, 36 / 37], abs=1e-4)


def test_a_cue_left_without_content_takes_the_second_of_another():
    spans = [(0, 1, "content"), (1, 2, "cue"), (2, 3, "content"), (4, 5, "cue")]
    found = link(pointed(5, {}, {}), spans)
    assert [(each.cue, each.content) for each in found] == [((1, 2), ((0, 1),)), ((4, 5), ((2, 3),))]


def test_a_line_of_thousands_of_attributions_is_linked_in_a_few_seconds():
    marked = [(at + off, at + off + 1, kind) for at in range(0, 20_000, 4) for off, kind in enumerate(KINDS)]
    empty = np.zeros((20_000, 1), dtype=np.float32)
    scores = Scores(words_of("Ada said so. " * 5000), {"asks": empty, "offers": empty}, {})
    before = process_time()
    found = link(scores, marked)
    assert process_time() - before < 5
    assert [(each.source, each.cue, each.content) for each in found] == [
        ((at, at + 1), (at + 1, at + 2), ((at + 2, at + 3),)) for at in range(0, 20_000, 4)
    ]


def test_a_stop_before_thousands_of_marks_ends_its_sentence():
    scores = scored(f"Ada said it {'. ' * 3000} and denied that", f"SCT{'o' * 3001}CT")
    before = process_time()
    found = link(scores, spans(scores))
    assert process_time() - before < 2
    assert [each.source for each in found] == [(0, 1), None]
