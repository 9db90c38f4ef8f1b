"""The command itself, as a person runs it: from the prompt to Ctrl+C."""

import os
import signal
import socket
import subprocess
import sys

import httpx

from tests.web.conftest import copy_of

RUN = "import sys; from rashomon.cli import main; sys.argv[0] = 'rashomon'; main()"


def test_serve_opens_a_case_and_ends_with_a_key(sample_case, tmp_path):
    path = copy_of(sample_case, tmp_path)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-c", RUN, "serve", str(path), "--port", str(port)]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=os.environ)
    try:
        assert process.stderr.readline() == f"the case {path} is open at http://127.0.0.1:{port}/ · Ctrl+C ends it\n"
        assert "Nine killed at Merrow checkpoint" in httpx.get(f"http://127.0.0.1:{port}/", timeout=30).text
        taken = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
        assert taken.returncode == 2
        assert "give another --port" in taken.stderr
        process.send_signal(signal.SIGINT)
        process.wait(30)
        assert "Traceback" not in process.stderr.read()
    finally:
        process.kill()
