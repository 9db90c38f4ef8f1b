"""The commands of the encoder: `python -m training.encoder train|evaluate|export`."""

import argparse
from dataclasses import fields
from pathlib import Path

import torch
from tokenizers import Tokenizer

from training.corpora import dev_examples, training_examples
from training.evaluate import attribution_figures, name_figures, table
from training.loop import Run, Training, load_network
from training.predict import learned_of, predict

DATA = Path(__file__).resolve().parents[1] / "../shared/data"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA, help="folder of the public corpora")
    parser.add_argument("--tokenizer", type=Path, required=True, help="tokenizer.json of the published model")
    parser.add_argument("--threads", type=int, default=2)
    stages = parser.add_subparsers(dest="stage", required=True)
    train = stages.add_parser("train", help="train, or go on with a run that was broken off")
    train.add_argument("folder", type=Path, help="where checkpoints and the log go")
    train.add_argument("--save-every", type=float, default=180.0, help="seconds between checkpoints")
    train.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    for option in fields(Run):
        train.add_argument(f"--{option.name.replace('_', '-')}", type=option.type, default=option.default)
    evaluate = stages.add_parser("evaluate", help="figures on the dev parts")
    evaluate.add_argument("weights", type=Path, help="an epoch-N.safetensors of a run")
    evaluate.add_argument("--window", type=int, default=320)
    evaluate.add_argument("--overlap", type=int, default=96)
    evaluate.add_argument("--log", type=Path, help="also write the figures to this file")
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    torch.set_flush_denormal(True)  # vanishing optimiser states would make every step several times slower
    if arguments.stage == "train":
        train_stage(arguments)
    elif arguments.stage == "evaluate":
        evaluate_stage(arguments)


def tokenizer_of(path: Path) -> Tokenizer:
    """The tokenizer without the padding and truncation of the published file."""
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def train_stage(arguments: argparse.Namespace) -> None:
    run = Run(**{option.name: getattr(arguments, option.name) for option in fields(Run)})
    examples = training_examples(arguments.data, tokenizer_of(arguments.tokenizer))
    Training(run, arguments.folder, examples, arguments.device).learn(save_every=arguments.save_every)


def evaluate_stage(arguments: argparse.Namespace) -> None:
    network = load_network(arguments.weights)
    learned = learned_of(network)
    examples = dev_examples(arguments.data, tokenizer_of(arguments.tokenizer))
    tasks = {"attribution": attribution_figures, "names": name_figures}
    lines = [f"{arguments.weights} window {arguments.window} overlap {arguments.overlap}"]
    for task, measure in tasks.items():
        own = [example for example in examples if example.task == task]
        scores = predict(network, own, limit=arguments.window, overlap=arguments.overlap)
        lines += table(measure(own, scores, learned))
    print("\n".join(lines))
    if arguments.log:
        arguments.log.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
