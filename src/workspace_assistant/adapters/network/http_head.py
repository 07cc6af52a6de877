"""The head of an HTTP/1.1 answer: what matters of it, and whether it is one at all."""

from __future__ import annotations

import re
from dataclasses import dataclass

from workspace_assistant.adapters.network.exchange_error import ExchangeError
from workspace_assistant.core.readiness.bandwidth.model import Reason

_STATUS_LINE = re.compile(rb"HTTP/1\.([01]) ([1-5][0-9][0-9])(?: [^\r\n]*)?\r?\n?")


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseHead:
    """What matters of an answer's head. `length_bytes` is None when it was not announced."""

    status: int
    length_bytes: int | None
    is_chunked: bool
    keeps_open: bool
    location: str

    @property
    def is_success(self) -> bool:
        return 200 <= self.status < 300

    @property
    def is_redirect(self) -> bool:
        return 300 <= self.status < 400


def parse_head(raw: bytes) -> ResponseHead:
    """Raises `ExchangeError` (not-http) for anything malformed or contradictory."""
    first, _, rest = raw.partition(b"\n")
    match = _STATUS_LINE.fullmatch(first + b"\n")
    if match is None:
        raise ExchangeError(Reason.NOT_HTTP)
    fields = header_fields(rest)
    lengths = set(fields.get("content-length", []))
    if len(lengths) > 1 or any(not re.fullmatch("[0-9]{1,18}", length) for length in lengths):
        raise ExchangeError(Reason.NOT_HTTP)
    is_chunked = "chunked" in ",".join(fields.get("transfer-encoding", [])).lower()
    connection = ",".join(fields.get("connection", [])).lower()
    return ResponseHead(
        status=int(match[2]),
        length_bytes=int(lengths.pop()) if lengths and not is_chunked else None,
        is_chunked=is_chunked,
        keeps_open="close" not in connection and (match[1] == b"1" or "keep-alive" in connection),
        location=next(iter(fields.get("location", [])), ""),
    )


def header_fields(lines: bytes) -> dict[str, list[str]]:
    fields: dict[str, list[str]] = {}
    for line in lines.split(b"\n"):
        name, colon, value = line.partition(b":")
        if colon:
            key = name.decode("latin-1").lower()
            fields.setdefault(key, []).append(value.decode("latin-1").strip())
    return fields
