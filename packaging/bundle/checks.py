"""What a finished program must not have: ways to the network, parts that were to stay out."""

from __future__ import annotations

import re
import struct
from pathlib import Path

from devtools.console import StepFailed, say, step

# Windows' libraries for the network. winsock alone is tolerated in those files that import it
# for other reasons: Python's and Qt's core (waking an event loop), lxml (libxml2's own reader of
# addresses, which the readers forbid), and the pipes between the program and its reading process.
NETWORK = frozenset({"wininet.dll", "winhttp.dll", "urlmon.dll", "dnsapi.dll", "iphlpapi.dll"})
WINSOCK = frozenset({"ws2_32.dll", "wsock32.dll"})
MAY_IMPORT_WINSOCK = ("python311.dll", "qt6core.dll", "_multiprocessing.pyd", "select.pyd")
MAY_IMPORT_WINSOCK_TOO = ("etree.", "objectify.")
FORBIDDEN_MODULES = ("ssl", "asyncio", "http.client", "urllib.request", "ftplib", "smtplib")
_MODULE = re.compile(r"\('([\w.]+)',\s*'((?:[^'\\]|\\.)*)',\s*'PYMODULE")
FORBIDDEN_NAMES = ("_socket.", "_ssl.", "qt6network", "qtnetwork", "qt6qml", "qt6webengine")


def check_windows(program: Path, modules: Path) -> None:
    """Raise StepFailed where the program for Windows has what it must not have.

    `modules` is PyInstaller's table of the Python modules it took.
    """
    step("Checking that nothing in the program reaches for the network")
    problems = forbidden_files(program) + forbidden_modules(modules)
    for path in sorted(program.rglob("*")):
        if path.suffix.lower() in (".dll", ".pyd", ".exe"):
            problems += [f"{path.name} imports {name}" for name in network_imports(path)]
    _report(problems)


def check_linux(program: Path, modules: Path) -> None:
    """Raise StepFailed where the program for Linux has what it must not have."""
    step("Checking that nothing in the program reaches for the network")
    _report(forbidden_files(program) + forbidden_modules(modules))


def forbidden_files(program: Path) -> list[str]:
    """Return the files that were to stay out."""
    names = (path.name.lower() for path in program.rglob("*"))
    return [
        f"{name} is there" for name in names if name.removeprefix("lib").startswith(FORBIDDEN_NAMES)
    ]


def forbidden_modules(table: Path) -> list[str]:
    """Return the modules that were to stay out, and a socket that is not the one of offline/."""
    found = dict(_MODULE.findall(table.read_text(encoding="utf-8")))
    problems = [f"module {name} is there" for name in FORBIDDEN_MODULES if name in found]
    source = found.get("socket", "")
    if source and Path(source.replace("\\", "/")).parent.name != "offline":
        problems.append(f"module socket is that of {source}")
    return problems


def network_imports(path: Path) -> list[str]:
    """Return the libraries for the network that a file imports without leave."""
    imported = set(pe_imports(path.read_bytes()))
    found = sorted(imported & NETWORK)
    name = path.name.lower()
    if name not in MAY_IMPORT_WINSOCK and not name.startswith(MAY_IMPORT_WINSOCK_TOO):
        found += sorted(imported & WINSOCK)
    return found


def _report(problems: list[str]) -> None:
    if problems:
        raise StepFailed("The program has what it must not have: " + "; ".join(problems))
    say("   none found")


def pe_imports(data: bytes) -> list[str]:
    """Return the names of the libraries a Windows file imports, delayed ones too, in lower case."""
    head = struct.unpack_from("<I", data, 0x3C)[0]
    if data[:2] != b"MZ" or data[head : head + 4] != b"PE\0\0":
        raise StepFailed("A file with the name of a Windows program is none.")
    sections, optional = struct.unpack_from("<H", data, head + 6)[0], head + 24
    size = struct.unpack_from("<H", data, head + 20)[0]
    table = optional + size
    spans = [struct.unpack_from("<IIII", data, table + 40 * n + 8) for n in range(sections)]

    def place(address: int) -> int:
        for virtual_size, virtual, raw_size, raw in spans:
            if virtual <= address < virtual + max(virtual_size, raw_size):
                return int(address - virtual + raw)
        return 0

    def text(address: int) -> str:
        start = place(address)
        return data[start : data.index(b"\0", start)].decode("ascii").lower()

    directories = optional + 112  # of 64-bit files
    names = []
    # The import table names its library at 12 of 20 bytes, the delayed one at 4 of 32.
    for entry, name_at, step_size in ((1, 12, 20), (13, 4, 32)):
        address = struct.unpack_from("<I", data, directories + 8 * entry)[0]
        at = place(address) if address else 0
        while at and (name := struct.unpack_from("<I", data, at + name_at)[0]):
            names.append(text(name))
            at += step_size
    return names
