"""Every command and example in the README and the tutorial is run, and the output they show is what comes out."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = ("README.md", "docs/tutorial.md")
PROGRAM = Path(sys.executable).with_name("rashomon")


def fences(name: str, kind: str) -> list[str]:
    text = (ROOT / name).read_text(encoding="utf-8")
    return re.findall(rf"^```{kind}\n(.*?)^```", text, flags=re.S | re.M)


def commands(name: str) -> list[str]:
    lines = "\n".join(fences(name, "")).splitlines()
    return [line.split("  #")[0].strip() for line in lines if line.startswith(".venv/bin/rashomon ")]


@pytest.fixture(scope="module")
def desk(tmp_path_factory) -> Path:
    """A folder with the files that the documents speak of."""
    place = tmp_path_factory.mktemp("desk")
    shutil.copytree(ROOT / "samples", place / "samples")
    (place / "pages").mkdir()
    for source, name in {
        "harbour-fire.html": "page.html",
        "rail-bomb.txt": "scrape.txt",
        "checkpoint-courier.html": "more.html",
        "checkpoint-tribune.html": "pages/one.html",
    }.items():
        shutil.copy(ROOT / "samples" / source, place / name)
    (place / "texts.jsonl").write_text('{"id": "1", "text": "The mayor said that the bridge was safe."}\n')
    return place


def run(command: str, place: Path) -> subprocess.CompletedProcess[str]:
    line = command.replace(".venv/bin/rashomon", str(PROGRAM))
    environment = {**os.environ, "COLUMNS": "100", "NO_COLOR": "1"}
    return subprocess.run(line, shell=True, cwd=place, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("name", PAGES)
def test_commands_work_in_the_order_in_which_they_stand(name, desk):
    assert commands(name)
    for command in commands(name):
        done = run(command, desk)
        assert done.returncode == 0, f"{command}: {done.stderr}"


@pytest.mark.parametrize("name", PAGES)
def test_shown_output_is_what_comes_out(name, desk):
    text = (ROOT / name).read_text(encoding="utf-8")
    shown = re.findall(r"<!-- output of: (.*?) -->\n```\n(.*?)^```", text, flags=re.S | re.M)
    assert shown
    for command, output in shown:
        out = [line.rstrip() for line in run(command, desk).stdout.splitlines()]
        for line in output.splitlines():
            assert line.strip() == "…" or line.rstrip() in out, f"{command}: {line}"


def test_python_example_works(desk):
    [example] = fences("README.md", "python")
    done = subprocess.run([sys.executable, "-c", example], cwd=desk, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "denies | The Reed Banner" in done.stdout.splitlines()
    assert "read samples/harbour-fire.html" in done.stdout.splitlines()


def test_documents_name_only_files_that_exist():
    for page in [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")]:
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"
