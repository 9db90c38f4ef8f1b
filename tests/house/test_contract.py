"""The import contract, the generated documents, and importing without side effects."""

import os
import pkgutil
import shutil
import subprocess
import sys
from pathlib import Path

import rashomon

ROOT = Path(__file__).parents[2]


def test_data_flows_one_way():
    lint = shutil.which("lint-imports", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    assert lint, "import-linter is not installed; run: make test"
    done = subprocess.run([lint, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_generated_documents_are_current():
    done = subprocess.run([sys.executable, "docs/generate.py", "--check"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_importing_any_module_opens_nothing_and_reads_no_environment(tmp_path):
    names = [m.name for m in pkgutil.walk_packages(rashomon.__path__, "rashomon.") if not m.name.endswith("__main__")]
    code = (
        "import os, sys, importlib, pathlib\n"
        "touched = []\n"
        "def hook(event, args):\n"
        "    if event in ('socket.connect', 'sqlite3.connect', 'subprocess.Popen'):\n"
        "        touched.append((event, str(args[:1])))\n"
        "    if event == 'open' and isinstance(args[0], str) and isinstance(args[1], str) and set(args[1]) & set('wa+x'):\n"
        "        touched.append((event, args[0]))\n"
        "    if event == 'open' and isinstance(args[0], str) and 'rashomon' in args[0] and args[0].endswith(('.toml', '.json', '.tsv', '.txt')):\n"
        "        touched.append((event, args[0]))\n"
        "sys.dont_write_bytecode = True\n"
        "import spacy, sqlalchemy, trafilatura, rich, typer, jinja2\n"
        "sys.addaudithook(hook)\n"
        f"for name in {names!r}:\n"
        "    importlib.import_module(name)\n"
        "print(touched)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "[]"
