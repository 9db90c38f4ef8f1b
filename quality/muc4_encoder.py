"""The encoder of the package with changed layers, in numpy.

In: the word pieces of a window and their features. Out: the state of each piece. The weights are those of the one file
of the package (in 8 bits, made plain again); `changes` of low rank are added to its matrices, and its biases and norms
are replaced. What is read off the states does not belong here.
"""

import re
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from rashomon.encoder import MODEL

Array = NDArray[np.float32]
MATRICES = ("qkv", "joined", "widen", "narrow")
"""The four matrices of a layer, in the order in which they are used."""
ATTENTION = 12
"""The heads of attention."""
_LEAST = 1e-12
_OWN = "network.encoder."
_KINDS = {1: "<f4", 3: "i1"}
"""What ONNX calls the types of numbers that weights have."""


class Encoder:
    """The bent network.

    `changes` has `encoder.layers.N.MATRIX.left` and `.right`, and what replaces biases and norms.
    """

    def __init__(self, changes: dict[str, Array]) -> None:
        self.held = weights_of(MODEL.read_bytes()) | {
            name.removeprefix("encoder."): value for name, value in changes.items() if name.startswith("encoder.")
        }
        self._layers = range(1 + max(int(name.split(".")[1]) for name in self.held if name.startswith("layers.")))
        for name in [name.removesuffix(".left") for name in self.held if name.endswith(".left")]:
            self.held[f"{name}.weight"] += self.held.pop(f"{name}.left") @ self.held.pop(f"{name}.right")

    def __call__(self, pieces: Sequence[int], features: Sequence[tuple[int, int, int]]) -> Array:
        """The states of one window: [pieces, hidden]."""
        held = self.held
        state: Array = held["words.weight"][list(pieces)] + held["places.weight"][: len(pieces)]
        for number, column in enumerate(zip(*features, strict=True)):
            state = state + held[f"features.{number}.weight"][list(column)]
        state = self._norm("norm", state)
        for layer in self._layers:
            name = f"layers.{layer}."
            state = self._norm(f"{name}norm", state + self._dense(f"{name}joined", self._attend(name, state)))
            wide = gelu(self._dense(f"{name}widen", state))
            state = self._norm(f"{name}last_norm", state + self._dense(f"{name}narrow", wide))
        return state

    def _attend(self, name: str, state: Array) -> Array:
        length, width = state.shape
        query, key, value = self._dense(f"{name}qkv", state).reshape(length, 3, ATTENTION, -1).transpose(1, 2, 0, 3)
        reach = query @ key.transpose(0, 2, 1) / np.sqrt(np.float32(width // ATTENTION))
        seen = np.exp(reach - reach.max(axis=2, keepdims=True))
        seen /= seen.sum(axis=2, keepdims=True)
        out: Array = (seen @ value).transpose(1, 0, 2).reshape(length, width)
        return out

    def _dense(self, name: str, state: Array) -> Array:
        out: Array = state @ self.held[f"{name}.weight"].T + self.held[f"{name}.bias"]
        return out

    def _norm(self, name: str, state: Array) -> Array:
        state = state - state.mean(axis=1, keepdims=True)
        state = state / np.sqrt((state * state).mean(axis=1, keepdims=True) + np.float32(_LEAST))
        out: Array = state * self.held[f"{name}.weight"] + self.held[f"{name}.bias"]
        return out


def gelu(value: Array) -> Array:
    """The Gaussian error linear unit; the error function as in Abramowitz and Stegun (1964), 7.1.26."""
    size = np.abs(value) / np.float32(np.sqrt(2))
    step = 1 / (1 + np.float32(0.3275911) * size)
    sums = np.float32(1.061405429) * step - np.float32(1.453152027)
    for weight in (1.421413741, -0.284496736, 0.254829592):
        sums = sums * step + np.float32(weight)
    error = np.copysign(1 - sums * step * np.exp(-size * size), value)
    out: Array = value * (1 + error) / 2
    return out


def weights_of(content: bytes) -> dict[str, Array]:
    """The weights of the encoder's file by the names that training gives them, as plain numbers."""
    found = dict(tensors(content))
    out = {name.removeprefix(_OWN): value for name, value in found.items() if name.startswith(_OWN)}
    out["words.weight"] = out.pop("words.rows") * out.pop("words.scale")
    numbers = sorted(int(name[13:-10]) for name in found if re.fullmatch(r"onnx::MatMul_\d+_quantized", name))
    for at, number in enumerate(numbers):
        matrix = found[f"onnx::MatMul_{number}_quantized"] * found[f"onnx::MatMul_{number}_scale"]
        out[f"layers.{at // len(MATRICES)}.{MATRICES[at % len(MATRICES)]}.weight"] = np.ascontiguousarray(matrix.T)
    return out


def tensors(content: bytes) -> Iterator[tuple[str, Array]]:
    """The weights of an ONNX file (ModelProto.graph.initializer) by name, whole numbers as floats."""
    for graph in _parts(memoryview(content), 7):
        for tensor in _parts(graph, 5):
            kind = _KINDS.get(next(_numbers(tensor, 2)))
            raw = next(_parts(tensor, 9), None) or next(_parts(tensor, 4), None)  # bytes, or floats as such
            if kind is not None and raw is not None:
                name = bytes(next(_parts(tensor, 8))).decode()
                yield name, np.frombuffer(raw, dtype=kind).astype(np.float32).reshape([*_numbers(tensor, 1)])


def _parts(message: memoryview, wanted: int) -> Iterator[memoryview]:
    """The values of a field of a protobuf message that have a length."""
    return (value for number, value in _fields(message) if number == wanted and isinstance(value, memoryview))


def _numbers(message: memoryview, wanted: int) -> Iterator[int]:
    return (value for number, value in _fields(message) if number == wanted and isinstance(value, int))


def _fields(message: memoryview) -> Iterator[tuple[int, memoryview | int]]:
    """The fields of a protobuf message: numbers, and what has a length."""
    at = 0
    while at < len(message):
        tag, at = _varint(message, at)
        if tag & 7 == 0:
            value, at = _varint(message, at)
            yield tag >> 3, value
            continue
        size, at = _varint(message, at) if tag & 7 == 2 else ({1: 8, 5: 4}[tag & 7], at)
        yield tag >> 3, message[at : at + size]
        at += size


def _varint(message: memoryview, at: int) -> tuple[int, int]:
    """A number of variable length, and where it ends."""
    out, shift = 0, 0
    while True:
        byte = message[at]
        out, at, shift = out | (byte & 127) << shift, at + 1, shift + 7
        if byte < 128:
            return out, at
