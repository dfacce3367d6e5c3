"""`shelflist demo-site`: says where it is, serves, and ends with Ctrl-C."""

import re
import signal
import socket
import subprocess
from urllib.request import urlopen

import pytest

from shelflist.cli.app import run
from tests.cli.running import COMMAND


def test_the_archive_is_served_until_ctrl_c() -> None:
    words = [str(COMMAND), "demo-site", "--port", "0", "--edition", "2"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        address = re.search(r"http://127\.0\.0\.1:\d+/", process.stdout.readline())
        assert address is not None
        with urlopen(address[0], timeout=60) as answer:
            assert b"Foreign intervention" in answer.read()
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (0, "")


def test_a_port_in_use_is_said_so_with_a_way_out(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        assert run(["demo-site", "--port", str(taken.getsockname()[1])]) == 1
    assert "--port" in capsys.readouterr().err


def test_a_saved_site_is_served_by_its_name() -> None:
    words = [str(COMMAND), "demo-site", "--port", "0", "--site", "demo-lists"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        told = process.stdout.readline()
        address = re.search(r"http://127\.0\.0\.1:\d+/", told)
        assert address is not None
        assert "Harbour Street Reading Room" in told
        with urlopen(f"{address[0]}china/index.htm", timeout=60) as answer:
            assert "Fanshen" in answer.read().decode("windows-1252")
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=60)
    assert process.returncode == 0


@pytest.mark.parametrize("words", [["--site", "nowhere"], ["--site", "demo-lists", "--edition", "3"]])
def test_an_unknown_site_or_edition_is_refused(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["demo-site", *words]) == 2
    assert "expected one of" in capsys.readouterr().err
