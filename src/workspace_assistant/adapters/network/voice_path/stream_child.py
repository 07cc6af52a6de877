"""The process that sends and receives: its timing is the measurement, so it does nothing else.

Reads its target as one JSON line from standard input (never from the command line, where everybody
could read a password), prints JSON lines as in `messages`; ends on ``stop`` or when standard input
ends, at the latest after `_LONGEST_S`. Whatever ends it, relays get back what they granted.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from functools import partial
from typing import BinaryIO

from workspace_assistant.adapters.network.voice_path.binding import BindingWatch
from workspace_assistant.adapters.network.voice_path.messages import (
    FAULT,
    READING,
    STOP,
    SURVEY,
    TRACE,
    Document,
    binding_part,
    document,
    read_target,
    trouble_document,
)
from workspace_assistant.adapters.network.voice_path.opening import open_source
from workspace_assistant.adapters.network.voice_path.places import open_probes
from workspace_assistant.adapters.network.voice_path.releases import Releases
from workspace_assistant.adapters.network.voice_path.source import OpenedSource
from workspace_assistant.adapters.network.voice_path.stream import VoiceStream
from workspace_assistant.adapters.network.voice_path.survey import BY_UDP, Surveyed, survey_way
from workspace_assistant.core.readiness.voice_path.model import (
    VoicePathTroubleError,
    VoiceTarget,
)

_READING_S = 0.25
_LONGEST_S = 600.0


def main() -> int:
    out, orders = sys.stdout.buffer, sys.stdin.buffer
    try:
        target = read_target(json.loads(orders.readline()))
    except (KeyError, TypeError, ValueError):  # the parent ended before it could tell
        return 1
    is_stopped = threading.Event()
    releases = Releases()
    leave = partial(_leave, is_stopped, releases)
    _heed_signals(leave)
    threading.Thread(target=_obey, args=(orders, is_stopped, leave), daemon=True).start()
    try:
        _run(target, out, is_stopped, releases)
    except VoicePathTroubleError as error:
        _tell(out, trouble_document(error))
    except BrokenPipeError:  # the parent has gone
        return 1
    except Exception as error:  # noqa: BLE001 - the parent must learn of it, whatever it is
        _tell(out, {"kind": FAULT, "detail": f"{type(error).__name__}: {error}"})
    return 0


def _obey(orders: BinaryIO, is_stopped: threading.Event, leave: Callable[[], None]) -> None:
    """``stop`` ends the stream in order; the end of the input means that the parent has gone."""
    if orders.readline().strip() == STOP.encode():
        is_stopped.set()
        orders.read()
    leave()


def _leave(is_stopped: threading.Event, releases: Releases) -> None:
    is_stopped.set()
    releases.give_all_back()
    os._exit(1)


def _heed_signals(leave: Callable[[], None]) -> None:
    """Ctrl-C is for the parent, whose end ends this process; both get it from a terminal."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda *_: threading.Thread(target=leave).start())


def _run(
    target: VoiceTarget, out: BinaryIO, is_stopped: threading.Event, releases: Releases
) -> None:
    opened = open_source(target, releases)
    surveyed = survey_way(opened)
    stream = VoiceStream(opened.source, open_probes(opened, surveyed), surveyed.bytes_used)
    binding = _binding_watch(opened, surveyed, stream) if target.is_long else None
    stream.start()
    _tell(out, document(SURVEY, surveyed.survey))
    ends_s = min(time.perf_counter() + _LONGEST_S, opened.good_until_s)
    while not is_stopped.wait(_READING_S) and time.perf_counter() < ends_s:
        _tell(out, document(READING, stream.reading()))
    told = document(TRACE, stream.finish())
    if binding is not None:
        told |= binding_part(binding.result)
    _tell(out, told)


def _binding_watch(
    opened: OpenedSource, surveyed: Surveyed, stream: VoiceStream
) -> BindingWatch | None:
    """Under way, and silent for the time being: the stream may begin."""
    if opened.transport not in BY_UDP:
        return None
    server = (opened.address, opened.port)
    local_address = surveyed.way.local_address
    watch = BindingWatch(local_address, server, opened.round_trip_s, stream.lend_slot)
    watch.start()
    watch.await_silence()
    return watch


def _tell(out: BinaryIO, told: Document) -> None:
    out.write(json.dumps(told).encode() + b"\n")
    out.flush()


if __name__ == "__main__":
    status = main()
    # A look-up of a name may hang in a thread that nobody can end.
    os._exit(status)
