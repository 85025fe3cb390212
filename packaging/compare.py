#!/usr/bin/env python3
"""List what differs between two builds: `compare.py DIST-1 DIST-2`; status 1 if anything does."""

from __future__ import annotations

import hashlib
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path


def members(path: Path) -> Iterator[tuple[str, bytes]]:
    """Yield what a file holds, the file itself last."""
    if path.suffix == ".zip":
        with zipfile.ZipFile(path) as packed:
            for entry in packed.infolist():
                yield f"{path.name}: {entry.filename}", packed.read(entry)
    elif path.suffix == ".gz":
        with tarfile.open(path) as unpacked:
            for member in unpacked:
                content = unpacked.extractfile(member)
                yield f"{path.name}: {member.name}", content.read() if content else b""
    yield path.name, path.read_bytes()


def sums(folder: Path) -> dict[str, str]:
    """Return the sums of everything in `folder`, pictures aside."""
    return {
        name: hashlib.sha256(data).hexdigest()
        for path in sorted(folder.iterdir())
        if path.suffix != ".png"
        for name, data in members(path)
    }


def differences(first: Path, second: Path) -> list[str]:
    """Return a line for everything that is not the same in both."""
    one, two = sums(first), sums(second)
    return [
        f"{name}: {'only in one' if name not in one or name not in two else 'differs'}"
        for name in sorted({*one, *two})
        if one.get(name) != two.get(name)
    ]


def main() -> int:
    """Print the differences."""
    found = differences(Path(sys.argv[1]), Path(sys.argv[2]))
    print("\n".join(found) or "no difference")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
