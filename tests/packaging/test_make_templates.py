from __future__ import annotations

import make_templates


def test_the_bundled_template_is_the_one_that_is_made() -> None:
    assert make_templates.TARGET.read_bytes() == make_templates.slip_file()
