"""The project file: every decision is in it before the next event is handled."""

from reviewer.project.store import FILE_NAME, Store

__all__ = ["FILE_NAME", "Store"]
