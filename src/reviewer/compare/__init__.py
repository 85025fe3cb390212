"""Across reports: what changed between two versions, two side by side, who stands where."""
