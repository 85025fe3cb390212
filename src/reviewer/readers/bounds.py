"""Bounds on memory and life of the process that reads: POSIX limits, a job object on Windows."""

from __future__ import annotations

import ctypes
import logging
import signal
import sys
from typing import Any

_log = logging.getLogger(__name__)
# How a process ends where C or C++ finds no memory: abort() on POSIX and on Windows, Windows' own
# two codes, and that of Chromium's allocator, which PDFium has.
_OUT_OF_MEMORY = frozenset((-signal.SIGABRT, 3, 0xC0000017, 0xC0000409, 0xE0000008))

# The parent ends a worker in time; this much later the worker ends itself, should the parent be
# gone.
_GRACE_SECONDS = 5

_JOB_EXTENDED_LIMITS = 9
_LIMIT_PROCESS_MEMORY = 0x100
_LIMIT_DIE_ON_UNHANDLED_EXCEPTION = 0x400
_LIMIT_KILL_ON_JOB_CLOSE = 0x2000
_PROCESS_TERMINATE = 0x1
_PROCESS_SET_QUOTA = 0x100


def bound_memory(more: int) -> None:
    """Let this process take at most `more` bytes on top of what it has; POSIX only."""
    if sys.platform == "win32":
        return
    import resource

    _, most = resource.getrlimit(resource.RLIMIT_AS)
    wanted = _taken() + more
    if most != resource.RLIM_INFINITY:
        wanted = min(wanted, most)
    resource.setrlimit(resource.RLIMIT_AS, (wanted, most))
    # A crash leaves no core file beside the reports.
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def bound_time(seconds: float) -> None:
    """End this process some time after `seconds` by the clock, 0 for never; POSIX only."""
    if sys.platform == "win32":
        return
    signal.setitimer(signal.ITIMER_REAL, seconds + _GRACE_SECONDS if seconds else 0)


def guard_process(pid: int | None, memory: int) -> object:
    """Bind a process to this one's life and bound its memory; Windows only.

    Returns what must be kept for as long as the process is to live.
    """
    if sys.platform == "win32" and pid is not None:
        return _Job(pid, memory)
    return None


def guard_window(window: int, memory: int) -> object:
    """Do the same for the process that owns a window; Windows only."""
    if sys.platform == "win32":
        pid = ctypes.c_uint32()
        user = ctypes.WinDLL("user32")
        user.GetWindowThreadProcessId(ctypes.c_void_p(window), ctypes.byref(pid))
        return guard_process(pid.value or None, memory)
    return None


def ran_out_of_memory(status: int | None) -> bool:
    """Tell whether a process that ended with this status gave up for want of memory."""
    return status in _OUT_OF_MEMORY


def _taken() -> int:
    """Return the bytes of address space this process has."""
    import resource

    try:
        with open("/proc/self/statm", encoding="ascii") as status:
            return int(status.read().split()[0]) * resource.getpagesize()
    except OSError:
        # Systems without /proc count the memory in use only.
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


class _BasicLimits(ctypes.Structure):
    _fields_ = (
        ("per_process_time", ctypes.c_int64),
        ("per_job_time", ctypes.c_int64),
        ("flags", ctypes.c_uint32),
        ("least_working_set", ctypes.c_size_t),
        ("most_working_set", ctypes.c_size_t),
        ("active_processes", ctypes.c_uint32),
        ("affinity", ctypes.c_size_t),
        ("priority", ctypes.c_uint32),
        ("scheduling", ctypes.c_uint32),
    )


class _ExtendedLimits(ctypes.Structure):
    _fields_ = (
        ("basic", _BasicLimits),
        ("transfers", ctypes.c_uint64 * 6),
        ("process_memory", ctypes.c_size_t),
        ("job_memory", ctypes.c_size_t),
        ("peak_process_memory", ctypes.c_size_t),
        ("peak_job_memory", ctypes.c_size_t),
    )


class _Job:
    """A job object of Windows with one process in it; its end is the process's end."""

    def __init__(self, pid: int, memory: int) -> None:
        self._kernel: Any = ctypes.WinDLL("kernel32", use_last_error=True)  # type: ignore[attr-defined]
        self._declare()
        self._handle = self._kernel.CreateJobObjectW(None, None)
        limits = _ExtendedLimits()
        limits.basic.flags = (
            _LIMIT_PROCESS_MEMORY | _LIMIT_DIE_ON_UNHANDLED_EXCEPTION | _LIMIT_KILL_ON_JOB_CLOSE
        )
        limits.process_memory = memory
        size = ctypes.sizeof(limits)
        access = _PROCESS_TERMINATE | _PROCESS_SET_QUOTA
        process = self._kernel.OpenProcess(access, False, pid)
        bound = self._kernel.SetInformationJobObject(
            self._handle, _JOB_EXTENDED_LIMITS, ctypes.byref(limits), size
        ) and self._kernel.AssignProcessToJobObject(self._handle, process)
        if not bound:
            # An old Windows has no job inside another one; the limit of time stays.
            error = ctypes.get_last_error()  # type: ignore[attr-defined]
            _log.warning("no job object for the reading process: error %s", error)
        if process:
            self._kernel.CloseHandle(process)

    def __del__(self) -> None:
        if self._handle:
            self._kernel.CloseHandle(self._handle)

    def _declare(self) -> None:
        handle, number = ctypes.c_void_p, ctypes.c_uint32
        for name, result, arguments in (
            ("CreateJobObjectW", handle, (ctypes.c_void_p, ctypes.c_wchar_p)),
            ("OpenProcess", handle, (number, ctypes.c_int, number)),
            ("SetInformationJobObject", ctypes.c_int, (handle, number, ctypes.c_void_p, number)),
            ("AssignProcessToJobObject", ctypes.c_int, (handle, handle)),
            ("CloseHandle", ctypes.c_int, (handle,)),
        ):
            function = getattr(self._kernel, name)
            function.restype, function.argtypes = result, arguments
