"""A bare Debian of some release in a folder of its own, in which a build or a part of it runs."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bundle import facts
from devtools import system
from devtools.console import StepFailed, step

_CERTIFICATES = Path("/etc/ssl/certs/ca-certificates.crt")
_STAMP = "made-by"


@dataclass(frozen=True, slots=True)
class Debian:
    """The release `number` called `name`, with what `script` and `packages` put into it.

    It is made once, by root, and kept; a change of the script or the packages makes it anew.
    """

    number: int
    name: str
    script: Path
    packages: tuple[str, ...] = ()

    @property
    def folder(self) -> Path:
        """Where its root lies."""
        return facts.BUILD / f"debian-{self.number}"

    def ensure(self) -> None:
        """Make it where it is not there yet. Raises StepFailed."""
        stamp = self.folder / _STAMP
        content = self.script.read_bytes() + " ".join(self.packages).encode()
        wanted = hashlib.sha256(content).hexdigest()
        if stamp.is_file() and stamp.read_text(encoding="ascii") == wanted:
            return
        system.ensure_tools({"debootstrap": "debootstrap"})
        log = facts.BUILD / f"debian-{self.number}.log"
        step(f"Making a bare Debian {self.number} in {self.folder} (some minutes; see {log})")
        facts.empty(self.folder)
        with log.open("wb") as output:
            bare = ["debootstrap", "--variant=minbase", self.name, str(self.folder)]
            _logged(bare, output.fileno(), log)
            self._take_certificates()
            shutil.copyfile(self.script, self.folder / "root" / self.script.name)
            script = ["sh", f"/root/{self.script.name}", *self.packages]
            _logged(["chroot", str(self.folder), *script], output.fileno(), log)
        stamp.write_text(wanted, encoding="ascii")

    def run(self, command: Sequence[str]) -> int:
        """Run a command inside, with its output on the terminal; returns its exit status."""
        inside = ["chroot", str(self.folder), *command]
        return subprocess.run(inside, env=environment(), check=False).returncode

    def _take_certificates(self) -> None:
        """Trust inside whom this machine trusts, since pip may be told to look there."""
        if _CERTIFICATES.is_file():
            target = self.folder / _CERTIFICATES.relative_to("/")
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(_CERTIFICATES, target)


def environment() -> dict[str, str]:
    """Return this machine's settings for pip and proxies, and nothing else of it."""
    passed = {
        name: value
        for name, value in os.environ.items()
        if name.startswith("PIP_") or name.lower().endswith("_proxy")
    }
    own = {"HOME": "/root", "PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8"}
    return {**passed, **own, **facts.settled_environment()}


def _logged(command: Sequence[str], output: int, log: Path) -> None:
    done = subprocess.run(command, stdout=output, stderr=output, env=environment(), check=False)
    if done.returncode != 0:
        raise StepFailed(f"{command[0]} ended with status {done.returncode}; see {log}.")
