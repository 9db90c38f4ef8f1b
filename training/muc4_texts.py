"""The texts of MUC-4 as a network learns from them: windows, where phrases are mentioned, and what the key says.

In: rows of `training.muc4 read`, keys, and what another network says of the same texts. Out: `Text`s, and batches of
them as tensors. The network does not belong here.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from quality.muc4_network import CONFIDENCE, COUNTS, MANY, TYPES, Mentions, Told, mentions_of, windows_of, word_pieces
from quality.muc4_regressions import probability
from quality.muc4_score import ROLES, Template, normal
from torch import Tensor

from rashomon.encoder import Array, window_arrays
from training.muc4 import PARTS, Row


@dataclass(frozen=True)
class Wanted:
    """What is wanted of a text and its phrases, from 0 to 1, in the order of `Told`; and how far the last two count.

    Types of incidents are learned from phrases that fill a role, the confidence from organisations that have one.
    """

    text: Array
    roles: Array
    kinds: Array
    confidence: Array
    filled: Array  # [phrases, roles]
    sure: Array  # [phrases]


@dataclass(frozen=True)
class Text:
    """One text to learn from."""

    name: str
    windows: list[tuple[list[int], list[tuple[int, int, int]]]]
    mentions: Mentions
    wanted: Wanted

    @property
    def length(self) -> tuple[int, int]:
        """Windows, and pieces of the first: texts of like length are read together."""
        return len(self.windows), len(self.windows[0][0])


@dataclass(frozen=True)
class Batch:
    """Several texts: padded windows, mentions, and what is wanted of all phrases in a row."""

    pieces: Tensor
    features: Tensor
    mask: Tensor
    owners: Tensor  # the text of each window
    mentions: Tensor  # phrase, window, first and last piece
    phrases: list[int]  # how many each text has
    wanted: tuple[Tensor, ...]


def text_of(row: Row, key: Sequence[Template], said: Told | None, trust: float) -> Text:
    """A row as a text; of what is wanted the share `trust` is what another network says."""
    words = word_pieces().cut(row.reading["page"]["text"])
    windows = windows_of(words)
    wanted = by_key(row, key)
    if said is not None:
        wanted = softened(wanted, said, trust)
    held = [window_arrays(words, *window)[:2] for window in windows]
    return Text(row.name, held, mentions_of(words, windows, row.phrases), wanted)


def by_key(row: Row, key: Sequence[Template]) -> Wanted:
    """What the key says."""
    count = len(row.phrases)
    roles, kinds = np.zeros((count, len(ROLES))), np.zeros((count, len(ROLES), len(TYPES)))
    confidence = np.zeros((count, len(CONFIDENCE)))
    where: dict[str, list[int]] = {}
    for at, phrase in enumerate(row.phrases):
        where.setdefault(normal(phrase.words), []).append(at)
    for each in key:
        types = [TYPES.index(name) for name in each.types if name in TYPES]
        for number, role in enumerate(ROLES):
            for fill in each.fillers[role]:
                for at in (at for words in fill.variants for at in where.get(words, ())):
                    roles[at, number] = 1
                    kinds[at, number, types] = 1
        for fill, values in each.confidence:
            given = [CONFIDENCE.index(value.upper()) for value in values if value.upper() in CONFIDENCE]
            for at in (at for words in fill.variants for at in where.get(words, ())):
                confidence[at, given] = 1
    counts = [sum(name in each.types for each in key) for name in TYPES]
    many = [counts[TYPES.index(name)] >= least for name in MANY for least in COUNTS]
    text = np.array([*(count > 0 for count in counts), *many], dtype=float)
    return Wanted(text, roles, kinds, confidence, roles, confidence.max(axis=1, initial=0))


def softened(key: Wanted, said: Told, trust: float) -> Wanted:
    """The key, and the share `trust` of what a network says that did not see the text."""
    shares = {name: probability(getattr(said, name).astype(float)) for name in PARTS}
    mixed = {name: (1 - trust) * getattr(key, name) + trust * shares[name] for name in PARTS}
    organisations = shares["roles"][:, tuple(ROLES).index("PerpOrg")]
    return Wanted(**mixed, filled=np.maximum(key.roles, shares["roles"]), sure=np.maximum(key.sure, organisations))


def batch_of(texts: Sequence[Text], device: str) -> Batch:
    """Texts as tensors."""
    windows = [(at, *window) for at, text in enumerate(texts) for window in text.windows]
    longest = max(len(pieces) for _, pieces, _ in windows)
    pieces = np.zeros((len(windows), longest), dtype=np.int64)
    features = np.zeros((len(windows), longest, 3), dtype=np.int64)
    for number, (_, own, marks) in enumerate(windows):
        pieces[number, : len(own)], features[number, : len(own)] = own, marks
    phrases = [len(text.wanted.roles) for text in texts]
    before = np.cumsum([0, *(len(text.windows) for text in texts)]), np.cumsum([0, *phrases])
    mentions = [text.mentions + np.array([before[1][at], before[0][at], 0, 0]) for at, text in enumerate(texts)]
    rest = ("roles", "kinds", "confidence", "filled", "sure")
    wanted = [
        np.stack([text.wanted.text for text in texts]),
        *(np.concatenate([getattr(text.wanted, name) for text in texts]) for name in rest),
    ]
    lengths = np.array([len(own) for _, own, _ in windows])
    mask = np.arange(longest) < lengths[:, None]
    owners = np.array([at for at, _, _ in windows])
    moved = (torch.from_numpy(each).to(device) for each in (pieces, features, mask, owners, np.concatenate(mentions)))
    return Batch(*moved, phrases, tuple(torch.from_numpy(each).float().to(device) for each in wanted))
