"""Runs the voice path's stream in a process of its own (inside a namespace), prints what it saw.

One JSON document: survey, statistics of the stream and of each place, and the share of a processor
that the stream's process took.
"""

from __future__ import annotations

import argparse
import contextlib
import dataclasses
import json
import sys
import time
from typing import Any

import psutil

from workspace_assistant.adapters.network.voice_path.process import (
    ProcessPathStream,
    ProcessVoicePath,
)
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.readiness.voice_path.model import (
    PathTrace,
    VoicePathTroubleError,
    VoiceTarget,
)
from workspace_assistant.core.voice.statistics import describe


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("servers", nargs="+")
    parser.add_argument("--seconds", type=float, default=4.0)
    parser.add_argument("--long", action="store_true")
    options = parser.parse_args(arguments)
    target = VoiceTarget(stun=tuple(options.servers), is_long=options.long)
    began_s = time.perf_counter()
    try:
        found = watch(target, options.seconds)
    except VoicePathTroubleError as error:
        answers = [dataclasses.asdict(answer) for answer in error.answers]
        found = {"trouble": dataclasses.asdict(error.trouble), "answers": answers}
    json.dump({**found, "wall_s": time.perf_counter() - began_s}, sys.stdout)


def watch(target: VoiceTarget, seconds: float) -> dict[str, Any]:
    ctx = JobContext(lambda _: None)
    began_s = time.perf_counter()
    with ProcessVoicePath().open(target, ctx) as stream:
        opened_s = time.perf_counter() - began_s
        assert isinstance(stream, ProcessPathStream)
        child = psutil.Process(stream.process_id)
        before_s, from_s = cpu_s(child), time.perf_counter()
        ctx.wait(seconds)
        cpu_fraction = (cpu_s(child) - before_s) / (time.perf_counter() - from_s)
        reading = stream.reading()
        trace = stream.finish(ctx)
        return {
            "survey": dataclasses.asdict(stream.survey),
            "reading": None if reading is None else dataclasses.asdict(reading),
            "opened_s": opened_s,
            "cpu_fraction": cpu_fraction,
            **described(trace),
        }


def described(trace: PathTrace) -> dict[str, Any]:
    return {
        "stream": dataclasses.asdict(describe(trace.stream)),
        "lateness_ms": percentiles([1000 * late for late in trace.stream.lateness_s]),
        "places": {
            place.place: {
                "address": place.address,
                "method": place.method,
                "trouble": place.trouble.reason if place.trouble else None,
                **(dataclasses.asdict(describe(place.trace)) if place.trace.sent_s else {}),
            }
            for place in trace.places
        },
        "bytes_used": trace.bytes_used,
        "trouble": trace.trouble.reason if trace.trouble else None,
    }


def percentiles(values: list[float]) -> dict[str, float]:
    ranked = sorted(values)
    return {
        "p50": ranked[len(ranked) // 2],
        "p99": ranked[int(0.99 * (len(ranked) - 1))],
        "max": ranked[-1],
    }


def cpu_s(process: psutil.Process) -> float:
    with contextlib.suppress(psutil.NoSuchProcess):
        times = process.cpu_times()
        return float(times.user + times.system)
    return 0.0


if __name__ == "__main__":
    main(sys.argv[1:])
