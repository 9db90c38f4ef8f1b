import socket

import pytest
from typer.testing import CliRunner

from rashomon.cli import app, serve


@pytest.mark.parametrize("command", [["serve", "case.rashomon"], ["access", "people.json", "ines"]])
def test_without_the_extra_one_line_says_what_to_do(monkeypatch, tmp_path, command):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(serve, "find_spec", lambda name: None)
    result = CliRunner().invoke(app, command)
    assert result.exit_code == 2
    assert result.stderr.strip() == (
        "rashomon: this needs what is not installed (fastapi, uvicorn, argon2, multipart, networkx):"
        " pip install 'rashomon[web]'"
    )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "option",
    [
        ["--host", "0.0.0.0"],
        ["--host", "192.0.2.7"],
        ["--certificate", "desk.pem"],
        ["--certificate", "desk.pem", "--key", "desk.key"],
        ["--access", "people.json"],
    ],
)
def test_what_is_not_safe_is_refused_before_anything_is_opened(monkeypatch, tmp_path, option):
    pytest.importorskip("fastapi", reason="the extra `web` is not installed")
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(app, ["serve", "case.rashomon", *option])
    assert result.exit_code == 2
    assert result.stderr.startswith("rashomon: ")
    assert list(tmp_path.iterdir()) == []


def test_a_taken_port_is_one_line(monkeypatch, tmp_path):
    pytest.importorskip("fastapi", reason="the extra `web` is not installed")
    monkeypatch.chdir(tmp_path)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = CliRunner().invoke(app, ["serve", "case.rashomon", "--port", str(port)])
    assert result.exit_code == 2
    assert result.stderr == (
        f"rashomon: cannot listen on 127.0.0.1:{port} (Address already in use); give another --port\n"
    )
    assert list(tmp_path.iterdir()) == []


def test_an_access_file_in_no_folder_is_one_line(monkeypatch, tmp_path):
    pytest.importorskip("argon2", reason="the extra `web` is not installed")
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(app, ["access", "none/people.json", "robot", "--token"])
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        "rashomon: none/people.json cannot be written (No such file or directory); give a file in a folder of yours\n"
    )


def test_a_token_is_printed_once_and_kept_as_a_hash(monkeypatch, tmp_path):
    pytest.importorskip("argon2", reason="the extra `web` is not installed")
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(app, ["access", "people.json", "robot", "--role", "editor", "--token"])
    assert result.exit_code == 0
    name, _, secret = result.stdout.strip().partition(":")
    assert name == "robot"
    assert len(secret) > 30
    assert secret not in (tmp_path / "people.json").read_text()
