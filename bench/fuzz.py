"""Breaks what comes from elsewhere at random: it is read or refused with its own error, in time.

Run ``python -m bench.fuzz [profile|log|wav|settings|calendar …] [--seconds 20] [--seed 1]``. A
fault is printed with its seed, and the file that did it stays. Exit code 1 if there was one.
"""

from __future__ import annotations

import argparse
import io
import json
import logging
import random
import struct
import sys
import tempfile
import time
import tracemalloc
import warnings
import wave
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_SLOWEST_S = 5.0
_WORDS = (
    b"", b"\x00", b"\xff\xfe", b"\n", b"-1", b"1e999", b"9" * 400, b"nan", b"[" * 300, b"{" * 300,
    b'"', b"\\u0000", b"=cmd|' /C calc'!A0", b"../../etc/passwd", b"file:///etc/", b"<script>",
    b"2026-11-22T25:61:00Z", b"99999-01-01", b"BEGIN:VEVENT\r\n", b"RRULE:FREQ=SECONDLY\r\n",
    b"\x7f\xff\xff\xff", b"\xff\xff\xff\xff", "\u202e\U0001f600".encode(),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Target:
    """`read` raises one of `refusals` for what it does not take; anything else is a fault."""

    seeds: tuple[bytes, ...]
    ending: str
    read: Callable[[Path], object]
    refusals: tuple[type[Exception], ...]


def profile() -> Target:
    from workspace_assistant.adapters.files.profile_file import default_profile_path, read_profile
    from workspace_assistant.core.readiness.profile.faults import ProfileError

    return Target((default_profile_path().read_bytes(),), ".toml", read_profile, (ProfileError,))


def log() -> Target:
    from workspace_assistant.adapters.system.focus_clock import SystemFocusClock
    from workspace_assistant.bootstrap.time_logs import read_log
    from workspace_assistant.core.errors import UserInputError

    seeds = (
        (
            b"Description,Start date,Start time,End date,End time\n"
            b"Calls,2026-11-20,09:00:00,2026-11-20,10:00:00\n"
        ),
        b'[{"id":1,"start":"20261120T090000Z","end":"20261120T100000Z","tags":["Calls"]}]',
        json.dumps([{"id": "a", "project": "Calls", "start": 1, "stop": 2, "tags": []}]).encode(),
        json.dumps({"buckets": {"b": {"type": "currentwindow", "events": []}}}).encode(),
    )
    clock = SystemFocusClock()
    return Target(seeds, ".json", lambda path: read_log(clock, path), (UserInputError,))


def wav() -> Target:
    from workspace_assistant.adapters.audio.wav_file import RecordingFileError, read_recording

    whole = io.BytesIO()
    with wave.open(whole, "wb") as file:
        file.setparams((1, 2, 16_000, 0, "NONE", ""))
        file.writeframes(struct.pack("<32000h", *range(-16000, 16000)))
    return Target((whole.getvalue(),), ".wav", read_recording, (RecordingFileError,))


def settings() -> Target:
    from workspace_assistant.adapters.files.choices import ChoicesFile
    from workspace_assistant.core.balance.settings import choices_of, settings_of

    def read(path: Path) -> object:
        kept = ChoicesFile(path.parent, path.name).recall_all()
        return settings_of(lambda name: kept.get(name, ""))

    whole = json.dumps(dict(choices_of(settings_of(lambda _name: ""))))
    return Target((whole.encode(),), ".json", read, ())


def calendar() -> Target:
    from tests.unit.adapters.calendar.calendars import order
    from workspace_assistant.adapters.calendar.shift_calendar_child import document
    from workspace_assistant.adapters.calendar.time_budget import TimeBudget

    def read(path: Path) -> object:
        with warnings.catch_warnings(), TimeBudget(_SLOWEST_S) as budget:
            warnings.simplefilter("ignore")
            return json.dumps(document(order(), path.read_bytes(), budget))

    seeds = tuple(one.read_bytes() for one in sorted((ROOT / "tests/calendars").glob("*.ics")))
    return Target(seeds, ".ics", read, ())


TARGETS = {one.__name__: one for one in (profile, log, wav, settings, calendar)}


def broken(content: bytes, chance: random.Random) -> bytes:
    """A few places cut out, overwritten, repeated, or with a bit turned."""
    made = bytearray(content)
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(made) + 1)
        end = min(len(made), at + chance.choice((0, 1, 4, 40)))
        match chance.randrange(4):
            case 0:
                made[at:end] = chance.choice(_WORDS)
            case 1:
                made[at:at] = made[at:end] * chance.choice((2, 50))
            case 2 if at < len(made):
                made[at] ^= 1 << chance.randrange(8)
            case _:
                del made[at:end]
    return bytes(made)


def run(name: str, seconds: float, seed: int, folder: Path) -> bool:
    target, chance = TARGETS[name](), random.Random(seed)
    count = refused = 0
    slowest_s, end_s = 0.0, time.monotonic() + seconds
    tracemalloc.start()
    while time.monotonic() < end_s:
        content = broken(chance.choice(target.seeds), chance)
        path = folder / f"{name}{target.ending}"
        path.write_bytes(content)
        count += 1
        began_s = time.monotonic()
        try:
            target.read(path)
        except target.refusals:
            refused += 1
        except Exception as error:  # noqa: BLE001 - whatever comes is what is looked for
            print(f"{name}: seed {seed}, file {count}: {type(error).__name__}: {error}\n{path}")
            return False
        slowest_s = max(slowest_s, time.monotonic() - began_s)
    peak_mb = tracemalloc.get_traced_memory()[1] / 1e6
    tracemalloc.stop()
    print(f"{name}: {count} files, {refused} refused, slowest {slowest_s:.2f} s, {peak_mb:.0f} MB")
    return slowest_s < _SLOWEST_S


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(TARGETS))
    parser.add_argument("--seconds", type=float, default=20.0)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    logging.disable()
    folder = Path(tempfile.mkdtemp(prefix="fuzz-"))
    results = [
        run(name, options.seconds, options.seed, folder) for name in options.names or TARGETS
    ]
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
