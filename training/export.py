"""Writes a network as one ONNX file that needs nothing beside it.

In: a trained network and the vocabulary. Out: `encoder.onnx` with 8-bit weights; labels, tag steps and vocabulary stand
in its metadata under the key `rashomon`, as JSON. Running the file belongs to `rashomon.encoder`.
"""

import hashlib
import json
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn

from training.labels import KINDS
from training.model import Network
from training.predict import tasks_of

OPSET = 17


class ByteTable(nn.Module):
    """An embedding with 8-bit rows, each with its own scale."""

    def __init__(self, table: Tensor) -> None:
        super().__init__()
        scale = table.abs().amax(dim=1, keepdim=True).clamp(min=1e-9) / 127
        self.register_buffer("rows", torch.round(table / scale).to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, pieces: Tensor) -> Tensor:
        """The rows of `pieces`, as floats."""
        return self.rows[pieces].float() * self.scale[pieces]


class Exported(nn.Module):
    """The network as it is run: one window without padding in, arrays with one row a word out."""

    def __init__(self, network: Network, *, in_bytes: bool) -> None:
        super().__init__()
        self.network = network
        if in_bytes:
            network.encoder.words = ByteTable(network.encoder.words.weight.detach())

    def forward(self, pieces: Tensor, features: Tensor, firsts: Tensor) -> tuple[Tensor, ...]:
        """`pieces` [length], `features` [length, 3], `firsts` [words]."""
        hidden = self.network.encoder(pieces[None], features[None])[0][firsts]
        asks, offers = self.network.pointer(hidden)
        return *(self.network.tags[task](hidden) for task in KINDS), asks, offers


def export(network: Network, vocabulary: list[str], target: Path, *, in_bytes: bool = True) -> str:
    """Write the file; gives its SHA-256."""
    card = {
        "format": 1,
        "tasks": {task: list(kinds) for task, kinds in KINDS.items()},
        "steps": {task: tags.steps.round(5).tolist() for task, tags in tasks_of(network).items()},
        "vocabulary": vocabulary,
    }
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        plain = Path(scratch) / "plain.onnx"
        trace(Exported(network, in_bytes=in_bytes).eval(), plain)
        if in_bytes:
            ready = Path(scratch) / "ready.onnx"
            quant_pre_process(str(plain), str(ready), skip_symbolic_shape=True)
            nodes = onnx.load(str(ready)).graph.node
            heads = [f"{node.name}_MatMul" for node in nodes if node.op_type == "Gemm"]  # as quantising renames them
            quantize_dynamic(
                str(ready),
                str(target),
                weight_type=QuantType.QInt8,
                per_channel=True,
                op_types_to_quantize=["MatMul"],
                nodes_to_exclude=heads,
            )
        else:
            target.write_bytes(plain.read_bytes())
    model = onnx.load(str(target))
    del model.metadata_props[:]
    model.metadata_props.add(key="rashomon", value=json.dumps(card, ensure_ascii=False, separators=(",", ":")))
    onnx.save(model, str(target))
    return hashlib.sha256(target.read_bytes()).hexdigest()


def trace(exported: Exported, target: Path) -> None:
    """Write the network in full precision, with free lengths."""
    sample = (torch.tensor([101, 2000, 2001, 102]), torch.zeros(4, 3, dtype=torch.long), torch.tensor([1, 2]))
    torch.onnx.export(
        exported,
        sample,
        str(target),
        input_names=["pieces", "features", "firsts"],
        output_names=[*KINDS, "asks", "offers"],
        dynamic_axes={"pieces": {0: "length"}, "features": {0: "length"}, "firsts": {0: "words"}},
        opset_version=OPSET,
        dynamo=False,
    )
