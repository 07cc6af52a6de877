"""Whether a JSON document still says what it said when it was written: a digest of its content.

The digest shows accidental and clumsy change. It is no signature: whoever edits a document can
compute it anew. Only a copy kept elsewhere proves more.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

INTEGRITY = "integrity"
METHOD = "sha256 of the canonical JSON of everything else"

_EXACT = 2**53  # up to here every whole number is the same as integer and as float


def sealed(document: Mapping[str, object]) -> dict[str, object]:
    """*document* with its digest as the last entry."""
    digest = document_digest(document)
    return {**document, INTEGRITY: {"method": METHOD, "digest": digest}}


def document_digest(document: Mapping[str, object]) -> str:
    """``sha256:`` and the hex digest of *document* without its integrity entry.

    Canonical are: keys sorted by code point, no spaces, UTF-8, whole numbers without a fraction.
    So a program that only lays the file out anew does not change the digest. Raises ValueError for
    numbers that are none (RFC 8259 has no NaN).
    """
    from hashlib import sha256  # late: it loads OpenSSL, which the window does not need to open

    rest = {name: value for name, value in document.items() if name != INTEGRITY}
    text = json.dumps(
        _whole_numbers(rest),
        sort_keys=True,
        separators=(",", ":"),
        ensure_ascii=False,
        allow_nan=False,
    )
    return f"sha256:{sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()}"


def stated_digest(document: Mapping[str, object]) -> str:
    """The digest that *document* claims for itself; empty when it claims none."""
    integrity = document.get(INTEGRITY)
    digest = integrity.get("digest") if isinstance(integrity, Mapping) else None
    return digest if isinstance(digest, str) else ""


def _whole_numbers(value: object) -> object:
    """*value* with 5.0 as 5, at any depth: JSON has one kind of number only."""
    if isinstance(value, Mapping):
        return {name: _whole_numbers(each) for name, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [_whole_numbers(each) for each in value]
    if isinstance(value, float) and value.is_integer() and abs(value) <= _EXACT:
        return int(value)
    return value
