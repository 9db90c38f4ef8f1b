"""The import contract, the generated documents, and importing without side effects."""

import os
import pkgutil
import shutil
import subprocess
import sys
from pathlib import Path

import rashomon
from rashomon.case import Case
from rashomon.store.connection import Database
from tests.invented import Prepared, raw

ROOT = Path(__file__).parents[2]


def test_data_flows_one_way():
    lint = shutil.which("lint-imports", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    assert lint, "import-linter is not installed; run: make test"
    done = subprocess.run([lint, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_generated_documents_are_current():
    done = subprocess.run(
        [sys.executable, "docs/generate.py", "--check"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


IMPORT_ALL = """
import importlib, sys
import argon2, fastapi, jinja2, networkx, rich, spacy, sqlalchemy, trafilatura, typer, uvicorn

DATA = (".toml", ".json", ".tsv", ".txt")
touched = []


def hook(event, args):
    if event in ("socket.connect", "sqlite3.connect", "subprocess.Popen"):
        touched.append(event)
    if event == "open" and isinstance(args[0], str):
        writes = isinstance(args[1], str) and set(args[1]) & set("wa+x")
        if writes or ("rashomon" in args[0] and args[0].endswith(DATA)):
            touched.append(args[0])


sys.dont_write_bytecode = True
sys.addaudithook(hook)
for name in sys.argv[1:]:
    importlib.import_module(name)
print(touched)
"""


def test_importing_any_module_opens_nothing(tmp_path):
    names = [m.name for m in pkgutil.walk_packages(rashomon.__path__, "rashomon.")]
    command = [sys.executable, "-c", IMPORT_ALL, *names]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "[]"


ASK = """
import sys
from rashomon.cli import app
try:
    app(["who", "Mara Lind", "--case", sys.argv[1]])
finally:
    heavy = ("spacy", "numpy", "lxml", "trafilatura", "onnxruntime", "rapidfuzz", "jinja2", "fastapi")
    print([name for name in heavy if name in sys.modules], file=sys.stderr)
"""


def test_who_only_asks_loads_no_tool_of_the_rooms_that_read_and_join(tmp_path):
    path = tmp_path / "case.rashomon"
    with Case(Database.open(path), Prepared()) as case:
        list(case.add([raw(0)]))
    command = [sys.executable, "-c", ASK, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stderr.strip() == "[]"
    assert "Mara Lind" in done.stdout
