from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workspace_assistant.adapters.network.chunks import (
    BodyMeter,
    ChunkMeter,
    LengthMeter,
    MalformedBodyError,
    OpenEndedMeter,
)

bodies = st.lists(st.binary(min_size=1, max_size=300), max_size=8)


def encoded(parts: list[bytes], extension: bytes = b"") -> bytes:
    chunks = b"".join(b"%x%b\r\n%b\r\n" % (len(part), extension, part) for part in parts)
    return chunks + b"0\r\n\r\n"


def feed_in_pieces(meter: BodyMeter, data: bytes, cuts: list[int]) -> int:
    """Feed *data* cut into pieces; returns how many bytes the meter took in all."""
    edges = sorted({0, len(data), *(cut % (len(data) + 1) for cut in cuts)})
    taken = 0
    for start, end in pairwise(edges):
        if meter.is_finished:
            break
        taken += meter.feed(memoryview(data)[start:end])
    return taken


@given(bodies, st.lists(st.integers(min_value=0), max_size=12), st.sampled_from([b"", b";a=b"]))
def test_payload_is_counted_however_the_chunks_are_cut(
    parts: list[bytes], cuts: list[int], extension: bytes
) -> None:
    data = encoded(parts, extension)
    meter = ChunkMeter()
    assert feed_in_pieces(meter, data, cuts) == len(data)
    assert meter.is_finished
    assert meter.payload_bytes == sum(len(part) for part in parts)


@given(bodies, st.binary(min_size=1, max_size=50))
def test_what_follows_the_body_is_left_alone(parts: list[bytes], following: bytes) -> None:
    data = encoded(parts)
    meter = ChunkMeter()
    assert meter.feed(memoryview(data + following)) == len(data)


def test_trailers_are_skipped() -> None:
    meter = ChunkMeter()
    data = b"3\r\nabc\r\n0\r\nChecksum: 1\r\n\r\n"
    assert meter.feed(memoryview(data)) == len(data)
    assert (meter.is_finished, meter.payload_bytes) == (True, 3)


@pytest.mark.parametrize(
    "data",
    [
        b"xyz\r\n",
        b"-5\r\n",
        b"\r\n",
        b"0x10\r\n",
        b"f" * 17 + b"\r\n",
        b"1" * 300,
        b"0\r\n" + b"Trailer: endless\r\n" * 1000,
    ],
)
def test_broken_framing_is_refused(data: bytes) -> None:
    with pytest.raises(MalformedBodyError):
        ChunkMeter().feed(memoryview(data))


@given(st.binary(max_size=500))
def test_noise_is_refused_or_counted_but_never_taken_twice(data: bytes) -> None:
    meter = ChunkMeter()
    try:
        taken = meter.feed(memoryview(data))
    except MalformedBodyError:
        return
    assert taken <= len(data)
    assert meter.payload_bytes <= taken


@given(st.integers(0, 500), st.binary(max_size=600), st.lists(st.integers(min_value=0), max_size=5))
def test_a_body_of_known_length_takes_no_more(length: int, data: bytes, cuts: list[int]) -> None:
    meter = LengthMeter(length)
    taken = feed_in_pieces(meter, data, cuts)
    assert taken == meter.payload_bytes == min(length, len(data))
    assert meter.is_finished == (len(data) >= length)


def test_an_open_ended_body_counts_everything() -> None:
    meter = OpenEndedMeter()
    assert meter.feed(memoryview(b"abc")) == 3
    assert (meter.payload_bytes, meter.is_finished) == (3, False)
