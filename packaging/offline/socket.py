"""Stands in for the standard library's `socket` in the packaged program, which opens none.

multiprocessing and email import that module without need; with this one in its place no part of
the program has a way to the network, since _socket and select's users are not shipped at all.
"""

from __future__ import annotations

from typing import NoReturn


class socket:  # noqa: N801 - the name multiprocessing registers a reducer for
    """What cannot be made."""

    def __init__(self, *_: object, **__: object) -> None:
        refuse()


def refuse(*_: object, **__: object) -> NoReturn:
    """End an attempt to reach the network."""
    raise OSError("Reviewer has no network access")


getfqdn = gethostname = create_connection = refuse
