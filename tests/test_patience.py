"""Generated tests do not fail because the machine is loaded."""

from __future__ import annotations

from hypothesis import HealthCheck, settings


def test_slowness_fails_no_generated_test() -> None:
    assert settings.default.deadline is None
    assert HealthCheck.too_slow in settings.default.suppress_health_check
