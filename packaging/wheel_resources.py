"""Hatchling hook: a wheel carries resources/ as reviewer/resources, an editable one does not."""

from __future__ import annotations

from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class WheelResources(BuildHookInterface):  # type: ignore[type-arg]
    """Adds the folder to the files of a standard wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the folder where `version` is "standard", leave it where it is "editable"."""
        if version == "standard":
            build_data["force_include"]["resources"] = "reviewer/resources"
