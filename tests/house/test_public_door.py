import subprocess
import sys

import pytest

import rashomon

HEAVY = ("spacy", "numpy", "sqlalchemy", "lxml", "trafilatura", "rich", "typer", "jinja2")


def test_all_is_sorted_and_true():
    assert sorted(rashomon.__all__) == rashomon.__all__
    assert [name for name in rashomon.__all__ if getattr(rashomon, name, None) is None] == []


def test_unknown_names_are_refused():
    with pytest.raises(AttributeError, match="no_such_thing"):
        _ = rashomon.no_such_thing


def test_importing_the_door_loads_nothing_heavy():
    code = f"import sys, rashomon; print([m for m in {HEAVY!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_help_loads_no_model():
    code = (
        "import sys\nfrom rashomon.cli import main\nsys.argv = ['rashomon', '--help']\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "print([m for m in ('spacy', 'sqlalchemy', 'lxml') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip().splitlines()[-1] == "[]"
