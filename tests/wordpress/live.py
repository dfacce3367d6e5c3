"""The live WordPress: starting it, changing it as an editor would, and rules to harvest it by."""

import json
import os
import shutil
import socket
import subprocess
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from shelflist.sources import LoadedSource, load_source
from shelflist.sources.load import parse_source

SCRIPT = Path(__file__).parent / "site" / "wp.sh"


def _free_port() -> str:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return str(taken.getsockname()[1])


PORT = _free_port()  # the site's address is part of its content, so there is one for all


LISTS = ("^/tag/", "^/author/", r"^/\d{4}/", "/feed/$")  # that lead nowhere new


@dataclass(frozen=True)
class Site:
    """A seeded site that answers at PORT; its files are in `base`."""

    base: Path
    trashed: dict[str, str] = field(default_factory=dict)  # ids by slug: a post in the trash has another

    @classmethod
    def start(cls, base: Path) -> "Site":
        """Skips the tests where Debian's packages are missing and cannot be installed."""
        if shutil.which("mariadbd") is None and (os.geteuid() != 0 or shutil.which("apt-get") is None):
            pytest.skip("needs Debian's wordpress, php and mariadb packages, or apt-get and root to install them")
        site = cls(base)
        site.wp("up")
        site.wp("seed")
        return site

    def wp(self, *words: str, **variables: str) -> str:
        """Run wp.sh; gives what it printed."""
        environment = {**os.environ, "WP_BASE": str(self.base), "WP_PORT": PORT, **variables}
        command = ["bash", str(SCRIPT), *words]
        done = subprocess.run(command, env=environment, check=True, timeout=600, stdout=subprocess.PIPE, text=True)
        return done.stdout

    def do(self, *words: str) -> None:
        """One change: a theme, the noise of plugins, or what an editor does (php/ops.php)."""
        if words[0] == "noise":
            self.wp("up", WP_NOISE=words[1])
        elif words[0] == "theme":
            self.wp(*words)
        elif words[0] == "trash":
            self.trashed[words[1]] = str(json.loads(self.wp("ops", *words))["id"])
        elif words[0] == "untrash":
            self.wp("ops", "untrash", self.trashed.pop(words[1]))
        else:
            self.wp("ops", *words)


def rules(*doors: str) -> LoadedSource:
    """The rules of `michaelharrison`, with its home address changed and a loopback home allowed."""
    text = load_source("michaelharrison").text
    text = text.replace("https://michaelharrison.org.uk/", f"http://127.0.0.1:{PORT}/")
    if "links" in doors:
        text = text.replace('exclude = ["^/$"]', f"exclude = {json.dumps(['^/$', *LISTS])}")
    named = ", ".join(f'"{door}"' for door in doors)
    text = text.replace('doors = ["wordpress", "sitemap"]', f"doors = [{named}]")
    loaded = parse_source(text.replace("[scope]", "[scope]\nallow_loopback = true"), "michaelharrison.toml")
    politeness = loaded.source.politeness.model_copy(update={"delay_seconds": 0.0})
    return replace(loaded, source=loaded.source.model_copy(update={"politeness": politeness}))
