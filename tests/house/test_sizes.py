"""Small modules, short functions, few parameters, plain names."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULES = sorted([*ROOT.glob("src/**/*.py"), *ROOT.glob("quality/**/*.py"), *ROOT.glob("training/**/*.py")])
BANNED = {"utils", "util", "helpers", "helper", "misc", "common", "base", "manager", "logic"}


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_module_is_small_named_and_documented(path):
    source = path.read_text(encoding="utf-8")
    tree = ast.parse(source)
    assert len(source.splitlines()) <= 400
    assert path.stem not in BANNED
    assert ast.get_docstring(tree), "the module says nothing of itself"
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    long = {f.name: f.end_lineno - f.lineno + 1 for f in functions if f.end_lineno - f.lineno + 1 > 60}
    assert long == {}
    if "cli" not in path.parts:  # a command's options are its parameters
        wide = {f.name: n for f in functions if (n := len([*f.args.args, *f.args.kwonlyargs]) - _is_method(f)) > 6}
        assert wide == {}


def _is_method(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    return bool(function.args.args) and function.args.args[0].arg in {"self", "cls"}
