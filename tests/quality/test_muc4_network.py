"""The network of the MUC-4 view: the encoder in numpy, windows, mentions, what it says of a text."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from quality.muc4_encoder import Encoder, gelu, tensors, weights_of
from quality.muc4_network import WIDTH, mentions_of, network, windows_of, word_pieces
from quality.muc4_phrases import Phrase
from quality.muc4_score import ROLES

from rashomon.encoder import MODEL, shipped, window_arrays
from rashomon.wordpieces import Words


def _words(lengths):
    """Words of one letter and as many pieces as told, with a space behind each."""
    spans = [(2 * at, 2 * at + 1) for at in range(len(lengths))]
    return Words("x " * len(lengths), spans, [[7] * count for count in lengths], [(0, 0, 0)] * len(lengths), [])


def test_gelu_is_that_of_the_error_function():
    values = np.linspace(-6, 6, 97, dtype=np.float32)
    exact = [value * (1 + math.erf(value / math.sqrt(2))) / 2 for value in values]
    assert gelu(values) == pytest.approx(exact, abs=1e-6)


def test_the_encoder_in_numpy_is_the_encoder_of_the_package():
    text = "Orla Venn said on Friday that the bridge at Lomar had been blown up by men in uniform."
    words = word_pieces().cut(text)
    pieces, features, firsts = window_arrays(words, 0, len(words))
    states = Encoder({})(pieces, features)[firsts]
    held = dict(tensors(MODEL.read_bytes()))
    for task in ("attribution", "names"):
        own = states @ held[f"network.tags.{task}.weight_Transposed"] + held[f"network.tags.{task}.bias"]
        theirs = shipped().read(text).outputs[task]  # which counts in 8 bits
        assert np.corrcoef(own.ravel(), theirs.ravel())[0, 1] > 0.99
        assert (own.argmax(axis=1) == theirs.argmax(axis=1)).mean() > 0.9


def test_changes_of_low_rank_are_added():
    left, right = np.ones((384, 2), np.float32), np.full((2, 384), 0.5, np.float32)
    plain = weights_of(MODEL.read_bytes())["layers.0.joined.weight"]
    name = "encoder.layers.0.joined"
    changed = Encoder({f"{name}.left": left, f"{name}.right": right, f"{name}.bias": np.zeros(384, np.float32)})
    assert changed.held["layers.0.joined.weight"] == pytest.approx(plain + 1.0)
    assert not changed.held["layers.0.joined.bias"].any()


@given(st.lists(st.integers(1, 300), min_size=1, max_size=40))
def test_windows_hold_every_word_and_are_never_too_wide(lengths):
    windows = windows_of(_words(lengths))
    assert {at for start, end in windows for at in range(start, end)} == set(range(len(lengths)))
    assert all(sum(lengths[start:end]) <= WIDTH for start, end in windows)


def test_a_mention_stands_in_the_window_with_most_room():
    words = _words([1] * 700)
    windows = windows_of(words)
    assert windows == [(0, 510), (380, 700)]
    early, late, whole = (Phrase("x x", 0, 0, [(2 * at, 2 * at + 3)]) for at in (390, 500, 350))
    lost = Phrase("y", 0, 0, [(0, 1400)])  # longer than any window
    assert mentions_of(words, windows, [early, late, whole, lost]).tolist() == [
        [0, 0, 391, 392],
        [1, 1, 121, 122],
        [2, 0, 351, 352],
        [3, 0, 1, 1],
    ]


def test_the_network_knows_who_was_killed_by_whom():
    text = (
        "SAN SALVADOR, 3 JAN 90 -- URBAN GUERRILLAS OF THE LPF SHOT AND KILLED MAYOR ORLA VENN LAST NIGHT. "
        "THE BRIDGE AT LOMAR HAS BEEN PAINTED GREEN."
    )
    names = ("URBAN GUERRILLAS", "LPF", "ORLA VENN", "BRIDGE")
    spans = [(text.index(name), text.index(name) + len(name)) for name in names]
    found = [Phrase(name.lower(), *span, [span]) for name, span in zip(names, spans, strict=True)]
    told = network()(word_pieces().cut(text), found)
    assert told.text[:5].argmax() == 0  # an attack
    likely = dict(zip(ROLES, told.roles.argmax(axis=0), strict=True))
    assert (likely["PerpInd"], likely["PerpOrg"], likely["Victim"]) == (0, 1, 2)
    assert told.roles[3].max() < 0
