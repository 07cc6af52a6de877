"""Voice streams through a lab of known delays and losses, beside what was really injected."""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.lab.home_lab import SERVER, SERVER_2, HomeLab, Network
from tests.lab.peers import start_turn

# IPv4 and UDP headers and the 172 bytes of a voice packet.
VOICE_PACKET_BYTES = 200

Seen = dict[str, Any]


@contextmanager
def voice_lab(folder: Path, network: Network | None = None) -> Iterator[HomeLab]:
    """A lab with a STUN server on two addresses."""
    with HomeLab(network) as lab:
        start_turn(lab, folder, SERVER_2)
        yield lab


def stream(lab: HomeLab, seconds: float) -> Seen:
    """One stream from the client, 50 packets a second; what `voice_runner` prints."""
    servers = [f"stun:{address}:3478" for address in (SERVER, SERVER_2)]
    words = [*servers, "--seconds", str(seconds)]
    command = [sys.executable, "-m", "tests.lab.voice_runner", *words]
    found: Seen = json.loads(lab.run("client", command, timeout_s=seconds + 30))
    return found


def streams(lab: HomeLab, count: int, seconds: float) -> list[Seen]:
    """Several at once, each in a process of its own and with a fate of its own."""
    with ThreadPoolExecutor(count) as pool:
        return list(pool.map(lambda _: stream(lab, seconds), range(count)))


def stream_and_drops(lab: HomeLab, seconds: float) -> tuple[Seen, tuple[bool, ...]]:
    """One stream, and which of its packets the emulator dropped on the way to the server."""
    lab.backbone.set(f"ab.note={VOICE_PACKET_BYTES}")
    seen = _begun_stream(lab, seconds)
    drops = lab.backbone.passed()["ab"].drops
    return seen, drops[-seen["stream"]["sent"] :]  # the first only wake the way up


def _begun_stream(lab: HomeLab, seconds: float) -> Seen:
    """Chance may drop every packet that wakes the way up: then there is no stream to look at."""
    for _ in range(6):
        seen = stream(lab, seconds)
        if "stream" in seen:
            return seen
    pytest.skip(f"what begins a stream was dropped six times: {seen['trouble']}")


def jitter_in_theory_ms(sigma_ms: float) -> float:
    """RFC 3550 jitter of a loop whose two ways both vary by *sigma_ms*, normally distributed.

    A loop varies by sqrt(2) sigma, the difference of two by 2 sigma; its mean amount is sqrt(2/pi)
    of that.
    """
    return 2 * sigma_ms * math.sqrt(2 / math.pi)


def loss_of_loop(percent: float) -> float:
    """Share of answers that never come when each way loses *percent*."""
    return 1 - (1 - percent / 100) ** 2


def is_inside(seen: Seen, share: float) -> bool:
    """Whether the true share lies in the interval that the stream claims."""
    return bool(seen["stream"]["loss_low"] <= share <= seen["stream"]["loss_high"])
