"""Readers that do what none may do, to be run in a process of their own."""

from __future__ import annotations

import ctypes
import os
import time
from typing import NoReturn

from reviewer.readers import Limits, read_report
from reviewer.report import Report


def hang(path: str, *, encoding: str | None = None, limits: Limits | None = None) -> NoReturn:
    while True:
        time.sleep(1)


def toil(path: str, *, encoding: str | None = None, limits: Limits | None = None) -> NoReturn:
    while True:
        pass


def dawdle(path: str, *, encoding: str | None = None, limits: Limits | None = None) -> Report:
    time.sleep(0.8)
    return read_report(path)


def crash(path: str, *, encoding: str | None = None, limits: Limits | None = None) -> bytes:
    return ctypes.string_at(0)


def give_up(path: str, *, encoding: str | None = None, limits: Limits | None = None) -> NoReturn:
    os.abort()


def leave(path: str, *, encoding: str | None = None, limits: Limits | None = None) -> NoReturn:
    os._exit(0)


def stumble(path: str, *, encoding: str | None = None, limits: Limits | None = None) -> NoReturn:
    raise KeyError(path)


def devour(path: str, *, encoding: str | None = None, limits: Limits | None = None) -> NoReturn:
    taken = []
    while True:
        taken.append(bytearray(50_000_000))
