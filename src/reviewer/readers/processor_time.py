"""How much processor time another process has taken: a busy computer slows it but adds nothing."""

from __future__ import annotations

import ctypes
import os
import sys
import time
from multiprocessing.context import SpawnProcess

_TICKS_PER_SECOND = 10_000_000


def processor_seconds(process: SpawnProcess) -> float:
    """Return the seconds of processor time a started process has taken in all its threads.

    Raises OSError where the system cannot tell, as of a process that is gone.
    """
    if sys.platform == "win32":
        return _seconds_of_handle(process.sentinel)
    clock = ctypes.c_int()
    error = ctypes.CDLL(None).clock_getcpuclockid(process.pid, ctypes.byref(clock))
    if error:
        raise OSError(error, os.strerror(error))
    return time.clock_gettime(clock.value)


def _seconds_of_handle(handle: int) -> float:
    """Return user and kernel time of the process behind a handle of Windows."""
    # Created, ended, in the kernel, in the program itself; each a FILETIME of 64 bits.
    times = [ctypes.c_uint64() for _ in range(4)]
    kernel = ctypes.WinDLL("kernel32", use_last_error=True)  # type: ignore[attr-defined]
    if not kernel.GetProcessTimes(ctypes.c_void_p(handle), *map(ctypes.byref, times)):
        raise ctypes.WinError(ctypes.get_last_error())  # type: ignore[attr-defined]
    return (times[2].value + times[3].value) / _TICKS_PER_SECOND
