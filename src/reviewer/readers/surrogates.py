"""Characters that a format stores as two halves."""

from __future__ import annotations

import re

_SURROGATE = re.compile("[\ud800-\udfff]")


def joined(text: str) -> str:
    """Return `text` with its surrogate pairs joined and single ones replaced."""
    if not _SURROGATE.search(text):
        return text
    return text.encode("utf-16-le", errors="surrogatepass").decode("utf-16-le", errors="replace")
