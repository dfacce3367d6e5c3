"""`shelflist demo-site` says where it is, ends cleanly, and says what to do when it cannot begin."""

import os
import signal
import socket
import subprocess
import sys

import httpx
import pytest

from shelflist.demo import DEFAULT_PORT, serve
from shelflist.errors import ShelflistError, UsageError
from shelflist.sources import load_source


def test_a_taken_port_is_named_with_the_way_out() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(ShelflistError, match=rf"port {port} cannot be had .*--port"):
            serve(port=port)


def test_a_port_that_is_none_is_refused() -> None:
    with pytest.raises(ShelflistError, match="port 70000 is not a port"):
        serve(port=70000)


def test_an_unknown_edition_is_refused() -> None:
    with pytest.raises(UsageError, match="no edition 7"):
        serve(edition=7)


def test_it_serves_until_interrupted_and_ends_without_a_traceback() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-c", f"from shelflist.demo import serve; serve(2, {port})"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=dict(os.environ))
    assert process.stdout is not None
    first_line = process.stdout.readline()
    try:
        assert f"edition 2, is open at http://127.0.0.1:{port}/" in first_line
        assert httpx.get(f"http://127.0.0.1:{port}/", trust_env=False, timeout=60).status_code == 200
    finally:
        process.send_signal(signal.SIGINT)
        rest, errors = process.communicate(timeout=60)
    assert process.returncode == 0
    assert "closed" in rest
    assert errors == ""


def test_the_bundled_source_looks_where_the_site_listens() -> None:
    source = load_source("demo").source
    assert source.politeness.connect_to == f"127.0.0.1:{DEFAULT_PORT}"
    assert source.home == "http://demo.localhost/"
