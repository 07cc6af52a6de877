"""Ids of shifts, made of what their source calls them: two programs that read it agree."""

from __future__ import annotations

from hashlib import sha256

_DIGITS = 32


def shift_id(source_id: str, uid: str) -> str:
    """32 hexadecimal digits."""
    return sha256(f"{source_id}\0{uid}".encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
