"""The encoder: windows joined, tags made spans; with the model file, that nothing wobbles."""

import hashlib
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon import encoder
from rashomon.encoder import Encoder, Tags, shipped
from rashomon.errors import ModelError
from tests.test_wordpieces import cut


def test_windows_end_with_a_paragraph_where_one_ends_in_their_last_half() -> None:
    words = cut("a b c d\ne f g h\ni j k l")
    assert encoder.windows(words, limit=12) == [(0, 8), (8, 12)]
    assert encoder.windows(words, limit=9) == [(0, 4), (4, 8), (8, 12)]
    assert encoder.windows(cut("a b c d e f g"), limit=6) == [(0, 4), (4, 7)]


@given(st.lists(st.sampled_from(["a", "bravo", "charlie-delta", "\n\n"]), max_size=60), st.integers(10, 40))
def test_windows_hold_every_word_once_and_keep_within_the_limit(parts: list[str], limit: int) -> None:
    words = cut(" ".join(parts))
    found = encoder.windows(words, limit=limit)
    assert [word for first, last in found for word in range(first, last)] == list(range(len(words)))
    assert all(sum(len(words.pieces[word]) for word in range(*window)) <= limit - 2 for window in found)


def test_the_best_path_obeys_the_steps() -> None:
    emissions = np.array([[0, 0, 0], [0, 1, 2], [1, 0, 2]], dtype=np.float32)
    inside = np.array([[0, 0, -1e4], [0, 0, 0], [0, 0, 0]], dtype=np.float32)
    over = np.array([[0, 0, -1e4], [0, 0, -1e4], [0, 0, -1e4]], dtype=np.float32)
    steps = np.stack([inside, over])
    starts = np.array([True, False, False])
    assert encoder.best_path(emissions, steps, starts)[1:] == [2, 2]
    assert encoder.best_path(emissions, steps, np.array([True, False, True])) != [0, 2, 2]
    assert encoder.best_path(emissions[:0], steps, starts[:0]) == []


@pytest.mark.parametrize(
    ("tags", "spans"),
    [
        ([0, 1, 2, 0], [(1, 3, "source")]),
        ([1, 1], [(0, 1, "source"), (1, 2, "source")]),
        ([3, 6, 5], [(0, 1, "cue"), (1, 2, "content"), (2, 3, "content")]),
    ],
)
def test_tags_become_spans(tags: list[int], spans: list[tuple[int, int, str]]) -> None:
    assert Tags(("source", "cue", "content"), np.zeros((2, 7, 7), dtype=np.float32)).spans(tags) == spans


def test_no_span_goes_on_in_the_next_paragraph() -> None:
    tags = Tags(("person",), np.zeros((2, 3, 3), dtype=np.float32))
    assert tags.spans([1, 2, 2], {0, 2}) == [(0, 2, "person"), (2, 3, "person")]


def test_a_missing_model_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="reinstall"):
        Encoder(tmp_path / "none.onnx").read("A word.")


def test_another_model_than_the_pinned_one_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "encoder.onnx"
    path.write_bytes(b"something else")
    pinned = hashlib.sha256(b"the real one").hexdigest()
    with pytest.raises(ModelError, match="not the pinned one"):
        Encoder(path, sha256=pinned).read("A word.")


TEXT = (
    "The harbour of Quillmouth was closed on Friday, port warden Isolde Marrack said.\n\n"
    "“We found nothing,” she told the Quillmouth Courier. A rival, Tobin Ferreol, denied that he had been there.\n\n"
) * 12


@pytest.fixture(scope="module")
def model() -> Encoder:
    return shipped()


def test_the_model_finds_who_said_what(model: Encoder) -> None:
    scores = model.read(TEXT)
    found = {
        (TEXT[slice(*scores.characters((first, last)))], kind) for first, last, kind in scores.spans("attribution")
    }
    assert ("port warden Isolde Marrack", "source") in found
    assert ("said", "cue") in found


def test_scores_do_not_depend_on_the_run_the_threads_or_the_texts_read_before(model: Encoder) -> None:
    alone = Encoder(model.path, threads=2).read(TEXT)
    model.read("Something quite different was read before.")
    after = model.read(TEXT)
    for name, rows in alone.outputs.items():
        assert np.array_equal(rows, after.outputs[name])


def test_an_empty_text_has_no_spans(model: Encoder) -> None:
    assert model.read(" \n ").spans("names") == []
