"""On PYTHONPATH, makes PySide6 impossible to import, as on a machine that does not have it."""

import sys

sys.modules["PySide6"] = None  # type: ignore[assignment]
sys.modules["shiboken6"] = None  # type: ignore[assignment]
