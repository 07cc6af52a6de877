"""JSON as every document of ours is written."""

from __future__ import annotations

import json
from collections.abc import Mapping


def to_json(document: Mapping[str, object], *, ascii_only: bool = False) -> str:
    """The document as JSON text: readable, stable, and never NaN or Infinity (RFC 8259)."""
    return json.dumps(document, indent=1, ensure_ascii=ascii_only, allow_nan=False)
