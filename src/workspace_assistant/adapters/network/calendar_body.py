"""Reads the body of an answer whole, but never more of it than a limit, packed or not."""

from __future__ import annotations

import http.client
import zlib
from typing import Protocol

from workspace_assistant.adapters.network.calendar_errors import (
    ended_early,
    odd_answer,
    too_large,
)

_READ_BYTES = 65536
_GZIP = 16 + zlib.MAX_WBITS


class Unpack(Protocol):
    """Takes the body piece by piece."""

    def feed(self, data: bytes) -> bytes:
        """Content that became known. Raises `CalendarError`."""

    def finish(self) -> None:
        """The body is over. Raises `CalendarError` when it should not be."""


class AsItIs:
    def feed(self, data: bytes) -> bytes:
        return data

    def finish(self) -> None:
        """Nothing is missing: the reader knows the length."""


class Gunzip:
    """Unpacks gzip (RFC 1952) without ever holding much more than *limit_bytes*."""

    def __init__(self, limit_bytes: int) -> None:
        self._limit_bytes = limit_bytes
        self._left_bytes = limit_bytes
        self._member = zlib.decompressobj(_GZIP)
        self._has_begun = False

    def feed(self, data: bytes) -> bytes:
        content = bytearray()
        while data:
            if self._member.eof:  # files may be joined (RFC 1952, 2.2)
                self._member = zlib.decompressobj(_GZIP)
            self._has_begun = True
            try:
                content += self._member.decompress(data, self._left_bytes - len(content) + 1)
            except zlib.error:
                raise odd_answer() from None
            if len(content) > self._left_bytes:
                raise too_large(self._limit_bytes)
            data = self._member.unconsumed_tail or self._member.unused_data
        self._left_bytes -= len(content)
        return bytes(content)

    def finish(self) -> None:
        if self._has_begun and not self._member.eof:
            raise ended_early()


def read_body(response: http.client.HTTPResponse, limit_bytes: int) -> bytes:
    """The content. Raises `CalendarError`, OSError, or HTTPException as the library does."""
    if (response.length or 0) > limit_bytes:  # announced
        raise too_large(limit_bytes)
    unpack = _unpacking(response.getheader("Content-Encoding", ""), limit_bytes)
    content = bytearray()
    received_bytes = 0
    while piece := response.read(_READ_BYTES):
        received_bytes += len(piece)
        content += unpack.feed(piece)
        if max(received_bytes, len(content)) > limit_bytes:
            raise too_large(limit_bytes)
    if response.length:  # of what was announced, so much never came
        raise ended_early()
    unpack.finish()
    return bytes(content)


def _unpacking(encoding: str, limit_bytes: int) -> Unpack:
    match encoding.strip().lower():
        case "" | "identity":
            return AsItIs()
        case "gzip" | "x-gzip":
            return Gunzip(limit_bytes)
        case _:  # never asked for
            raise odd_answer()
