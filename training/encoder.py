"""The commands of the encoder: `python -m training.encoder train|label|average|evaluate|export|calibrate`."""

import argparse
import json
from dataclasses import fields
from pathlib import Path

import torch
from quality.corpora import DATA
from safetensors.torch import load_file, save_file

from rashomon.encoder import WINDOW, Encoder, Scores
from rashomon.wordpieces import WordPieces
from training.calibrate import calibrate
from training.corpora import Example, dev_examples, read_attributions, training_examples
from training.decode import attributions
from training.evaluate import attribution_figures, name_figures, table
from training.export import export
from training.loop import Run, Training, load_network
from training.predict import predict
from training.soft import marginals, save_soft, unlabelled, with_soft

VOCABULARY = 30522  # word pieces of uncased BERT


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA, help="folder of the public corpora")
    parser.add_argument("--vocabulary", type=Path, required=True, help="vocab.txt of the published model")
    parser.add_argument("--threads", type=int, default=2)
    stages = parser.add_subparsers(dest="stage", required=True)
    train = stages.add_parser("train", help="train, or go on with a run that was broken off")
    train.add_argument("folder", type=Path, help="where checkpoints and the log go")
    train.add_argument("--save-every", type=float, default=180.0, help="seconds between checkpoints")
    train.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    for option in fields(Run):
        train.add_argument(f"--{option.name.replace('_', '-')}", type=option.type, default=option.default)
    average = stages.add_parser("average", help="average the weights of runs that began alike")
    average.add_argument("target", type=Path)
    average.add_argument("weights", type=Path, nargs="+")
    evaluate = stages.add_parser("evaluate", help="figures on the dev parts")
    evaluate.add_argument("weights", type=Path, help="an epoch-N.safetensors of a run, or an exported file")
    evaluate.add_argument("--window", type=int, default=WINDOW)
    evaluate.add_argument("--predictions", type=Path, help="also write the attributions, for quality.attribution")
    evaluate.add_argument("--log", type=Path, help="also write the figures to this file")
    fitted = stages.add_parser("calibrate", help="fit the chance that an attribution is right")
    fitted.add_argument("weights", type=Path, help="an exported file")
    fitted.add_argument("target", type=Path, help="calibration.json of the package")
    fitted.add_argument("--window", type=int, default=WINDOW)
    label = stages.add_parser("label", help="write what a trained network thinks of texts, for a smaller one to learn")
    label.add_argument("weights", type=Path)
    label.add_argument("target", type=Path)
    label.add_argument("--task", default="attribution", choices=("attribution", "names"))
    label.add_argument("--window", type=int, default=320)
    out = stages.add_parser("export", help="write the weights as one file for the package")
    out.add_argument("weights", type=Path, help="an epoch-N.safetensors of a run")
    out.add_argument("target", type=Path)
    out.add_argument("--full", action="store_true", help="in full precision, to measure what 8 bits lose")
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    torch.set_flush_denormal(True)  # vanishing optimiser states would make every step several times slower
    stages_by_name = {
        "train": train_stage,
        "label": label_stage,
        "average": average_stage,
        "evaluate": evaluate_stage,
        "export": export_stage,
        "calibrate": calibrate_stage,
    }
    stages_by_name[arguments.stage](arguments)


def vocabulary_of(path: Path) -> list[str]:
    """The word pieces, in the order of their numbers."""
    return path.read_text(encoding="utf-8").split("\n")[:VOCABULARY]


def cutter_of(path: Path) -> WordPieces:
    """What cuts texts into the pieces of a vocabulary."""
    return WordPieces({piece: number for number, piece in enumerate(vocabulary_of(path))})


def train_stage(arguments: argparse.Namespace) -> None:
    run = Run(**{option.name: getattr(arguments, option.name) for option in fields(Run)})
    cutter = cutter_of(arguments.vocabulary)
    tasks = run.tasks.split(",")
    examples = [each for each in training_examples(arguments.data, cutter) if each.task in tasks]
    if run.soft:
        paths = [Path(each) for each in run.soft.split(",")]
        more = [each for task in tasks for each in unlabelled(arguments.data, cutter, task)]
        marked = len(examples)
        examples = with_soft([*examples, *more], paths, run.trust)
        examples[marked:] = [each for each in examples[marked:] if each.soft is not None]
    Training(run, arguments.folder, examples, arguments.device).learn(save_every=arguments.save_every)


def label_stage(arguments: argparse.Namespace) -> None:
    cutter, task = cutter_of(arguments.vocabulary), arguments.task
    marked = read_attributions(arguments.data / "polnear/train.jsonl", cutter) if task == "attribution" else []
    examples = [*marked, *unlabelled(arguments.data, cutter, task)]
    with torch.autocast("cpu", torch.bfloat16):
        scores = scored(arguments.weights, examples, limit=arguments.window)
    shares = [marginals(one.outputs[task], one.tasks[task].steps, one.words.starts) for one in scores]
    save_soft(arguments.target, examples, shares)


def average_stage(arguments: argparse.Namespace) -> None:
    """Weight averaging of runs from one beginning (Wortsman et al., "Model soups", ICML 2022)."""
    held = [load_file(path) for path in arguments.weights]
    save_file({name: sum(one[name] for one in held) / len(held) for name in held[0]}, arguments.target)


def calibrate_stage(arguments: argparse.Namespace) -> None:
    examples = read_attributions(arguments.data / "polnear/dev.jsonl", cutter_of(arguments.vocabulary))
    scores = scored(arguments.weights, examples, limit=arguments.window)
    weights, lines = calibrate(list(zip(examples, scores, strict=True)))
    arguments.target.write_text(json.dumps({"weights": weights}) + "\n", encoding="utf-8")
    print("\n".join(lines))


def evaluate_stage(arguments: argparse.Namespace) -> None:
    examples = dev_examples(arguments.data, cutter_of(arguments.vocabulary))
    scores = scored(arguments.weights, examples, limit=arguments.window)
    pairs = list(zip(examples, scores, strict=True))
    lines = [f"{arguments.weights.name} window {arguments.window}"]
    for task, measure in (("attribution", attribution_figures), ("names", name_figures)):
        lines += table(measure([pair for pair in pairs if pair[0].task == task]))
    print("\n".join(lines))
    if arguments.log:
        arguments.log.write_text("\n".join(lines) + "\n", encoding="utf-8")
    if arguments.predictions:
        claims = [
            {"input": example.id, "claims": attributions(score)}
            for example, score in pairs
            if example.task == "attribution"
        ]
        arguments.predictions.write_text("".join(json.dumps(row) + "\n" for row in claims), encoding="utf-8")


def scored(weights: Path, examples: list[Example], *, limit: int) -> list[Scores]:
    """The scores of an exported file as the package runs it, or of the weights of a run."""
    if weights.suffix == ".onnx":
        encoder = Encoder(weights, threads=torch.get_num_threads())
        return [encoder.read(example.words.text) for example in examples]
    network = load_network(weights)
    return predict(network, examples, limit=limit)


def export_stage(arguments: argparse.Namespace) -> None:
    vocabulary = vocabulary_of(arguments.vocabulary)
    digest = export(load_network(arguments.weights), vocabulary, arguments.target, in_bytes=not arguments.full)
    print(f"{arguments.target} {arguments.target.stat().st_size / 1e6:.1f} MB sha256 {digest}")


if __name__ == "__main__":
    main()
