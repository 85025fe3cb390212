"""Write requirements.lock, -dev.lock and -bundle.lock: exact versions with hashes of CPython 3.11
wheels for Linux x86_64 and Windows amd64. Needs a package index; run it when dependencies change.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PLATFORMS = {
    "linux": [
        *(f"manylinux_2_{minor}_x86_64" for minor in (28, 27, 26, 17, 12, 5)),
        *("manylinux2014_x86_64", "manylinux2010_x86_64", "manylinux1_x86_64"),
    ],
    "win32": ["win_amd64"],
}
# Packages that only one platform needs get its marker; pip's resolver asks the running machine's
# markers, so what other platforms need besides is named here.
EXTRA = {"linux": [], "win32": ["colorama", "comtypes"]}
# What PyInstaller needs on Windows besides, and the wheel that carries Windows' own CPython.
BUNDLE_EXTRA = {"linux": [], "win32": ["panda3d==1.10.14", "pefile", "pywin32-ctypes"]}

Pins = dict[tuple[str, str], set[str]]
Extra = dict[str, list[str]]


def resolve(wanted: list[str], platform: str) -> Pins:
    """Ask pip for the wheels of `wanted` on `platform`; returns hashes by name and version."""
    tags = [part for tag in PLATFORMS[platform] for part in ("--platform", tag)]
    command = [
        *(sys.executable, "-m", "pip", "install", "--quiet", "--dry-run", "--ignore-installed"),
        *("--only-binary=:all:", "--python-version=3.11", "--implementation=cp"),
        *("--target=unused", "--report=-", *tags, *wanted),
    ]
    answer = subprocess.run(command, check=True, capture_output=True, text=True)
    pins: Pins = {}
    for item in json.loads(answer.stdout)["install"]:
        name = item["metadata"]["name"].lower().replace("_", "-").replace(".", "-")
        digest = item["download_info"]["archive_info"]["hashes"]["sha256"]
        pins.setdefault((name, item["metadata"]["version"]), set()).add(digest)
    return pins


def lines(wanted: list[str], known: set[str], extra: Extra) -> tuple[list[str], set[str]]:
    """Return the lock's lines for `wanted` without the packages `known`, and the names locked."""
    found = {name: resolve([*wanted, *extra[name]], name) for name in PLATFORMS}
    text: list[str] = []
    for pin in sorted(set().union(*found.values())):
        name, version = pin
        if name in known:
            continue
        homes = [platform for platform in found if pin in found[platform]]
        marker = f' ; sys_platform == "{homes[0]}"' if len(homes) < len(found) else ""
        hashes = sorted(set().union(*(found[platform][pin] for platform in homes)))
        shown = " \\\n".join(f"    --hash=sha256:{digest}" for digest in hashes)
        text.append(f"{name}=={version}{marker} \\\n{shown}")
    return text, {name for pins in found.values() for name, _ in pins}


def main() -> None:
    """Write the files beside this one."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = project["dependency-groups"]
    runtime = [*project["project"]["dependencies"], *groups["build"]]
    run_lines, names = lines(runtime, set(), EXTRA)
    pinned = [line.split(" ")[0] for line in run_lines if "sys_platform" not in line]
    dev_lines, _ = lines([*groups["dev"], *pinned], names, EXTRA)
    bundle_lines, _ = lines([*groups["bundle"], *pinned], names, BUNDLE_EXTRA)
    files = {"": run_lines, "-dev": dev_lines, "-bundle": bundle_lines}
    for name, text in files.items():
        head = "# Written by packaging/lock.py; install with pip's --require-hashes.\n"
        target = ROOT / "packaging" / f"requirements{name}.lock"
        target.write_text(head + "\n".join(text) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
