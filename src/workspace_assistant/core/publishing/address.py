"""Where a collector may be."""

from __future__ import annotations

from urllib.parse import urlsplit

from workspace_assistant.core.errors import RefusedError
from workspace_assistant.core.publishing import texts
from workspace_assistant.core.publishing.model import Signal

_LONGEST_CHARACTERS = 500
_HERE = frozenset({"localhost", "127.0.0.1", "::1"})


def checked_url(text: str) -> str:
    """The address, without a slash at its end. Raises `RefusedError`.

    It is shown and stored: a secret has no place in it. Without TLS the token could be read.
    """
    wanted = text.strip()
    try:
        parts = urlsplit(wanted)
        host, _ = parts.hostname, parts.port
    except ValueError:
        raise RefusedError(texts.NO_ADDRESS) from None
    is_plain = wanted.isascii() and wanted.isprintable() and " " not in wanted
    if not host or not is_plain or len(wanted) > _LONGEST_CHARACTERS:
        raise RefusedError(texts.NO_ADDRESS)
    if parts.username is not None or "?" in wanted or "#" in wanted:
        raise RefusedError(texts.NO_SIGN_IN)
    if parts.scheme != "https" and not (parts.scheme == "http" and host in _HERE):
        raise RefusedError(texts.NOT_SECURE)
    return wanted.rstrip("/")


def path_of(signal: Signal) -> str:
    """What comes after the address (OTLP/HTTP)."""
    return f"/v1/{signal.value}"
