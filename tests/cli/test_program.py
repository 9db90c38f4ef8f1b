"""The program as a process: start-up, pipes, encodings."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import rashomon

SAMPLES = Path(__file__).parents[2] / "samples"
MAIN = (sys.executable, "-c", "from rashomon.cli import main; main()")


def run(*arguments: str, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*MAIN, *arguments], input=stdin, capture_output=True, env={**os.environ, **environment}, check=False
    )


def test_version():
    result = run("--version")
    assert (result.returncode, result.stdout) == (0, f"rashomon {rashomon.__version__}\n".encode())


@pytest.mark.parametrize("arguments", [(), ("read",), ("add",), ("show",)])
def test_help_loads_nothing_heavy(arguments):
    code = (
        "import sys\nfrom rashomon.cli import main\ntry: main()\nexcept SystemExit: pass\n"
        "print([m for m in ('spacy', 'sqlalchemy', 'lxml', 'trafilatura') if m in sys.modules])"
    )
    result = subprocess.run(
        [sys.executable, "-c", code, *arguments, "--help"], capture_output=True, text=True, check=True
    )
    assert result.stdout.splitlines()[-1] == "[]"
    assert not arguments or f"Example: rashomon {arguments[0]} " in result.stdout


def test_pages_come_by_file_and_by_pipe_and_hold_the_same():
    sample = SAMPLES / "checkpoint-courier.html"
    by_file, by_pipe = run("read", str(sample), "--json"), run("read", "-", "--json", stdin=sample.read_bytes())
    first, second = json.loads(by_file.stdout), json.loads(by_pipe.stdout)
    assert (first.pop("input"), second.pop("input")) == (str(sample), "-")
    assert first == second
    assert (by_file.stderr, by_file.returncode) == (b"", 0)


def test_json_lines_are_read_in_order_from_a_pipe():
    texts = [
        {"id": "b", "text": "The mayor of Pellin said the bridge was safe."},
        {"id": "a", "text": "\U0001f525 Tolmar burns."},
    ]
    stdin = "\n".join(map(json.dumps, texts)).encode()
    result = run("read", "--jsonl", "-", stdin=stdin, PYTHONIOENCODING="ascii")
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert [(reading["input"], reading["page"]["text"]) for reading in found] == [(t["id"], t["text"]) for t in texts]


def test_a_closed_pipe_ends_quietly():
    command = (
        f"{sys.executable} -c 'from rashomon.cli import main; main()' read {SAMPLES} {SAMPLES} {SAMPLES} --json | true"
    )
    result = subprocess.run(["bash", "-c", command], capture_output=True, check=False)
    assert result.stderr == b""


def test_a_terminal_without_the_letters_gets_replacements():
    result = run("read", str(SAMPLES / "rail-bomb.txt"), PYTHONIOENCODING="ascii", NO_COLOR="1")
    assert (result.returncode, result.stderr) == (0, b"")
    assert b"\x1b" not in result.stdout
    assert b"Rustam Azdan" in result.stdout
