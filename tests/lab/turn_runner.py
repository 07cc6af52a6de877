"""Runs the voice path's own process for a while and prints what it found. For labs.

Standard input: one JSON document with the fields of a `VoiceTarget`, and ``duration_s``.
"""

from __future__ import annotations

import dataclasses
import json
import sys
import time

from workspace_assistant.adapters.network.voice_path.process import ProcessVoicePath
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.readiness.voice_path.model import (
    VoicePathTroubleError,
    VoiceTarget,
)


def main() -> None:
    asked = json.loads(sys.stdin.read())
    duration_s = asked.pop("duration_s")
    target = VoiceTarget(**{**asked, "stun": tuple(asked["stun"]), "turn": tuple(asked["turn"])})
    began_s = time.monotonic()
    try:
        found = run(target, duration_s)
    except VoicePathTroubleError as error:
        answers = [dataclasses.asdict(answer) for answer in error.answers]
        found = {"trouble": error.trouble.reason, "answers": answers}
    sys.stdout.write(json.dumps({**found, "wall_s": time.monotonic() - began_s}))


def run(target: VoiceTarget, duration_s: float) -> dict[str, object]:
    ctx = JobContext(lambda _progress: None)
    began_s = time.monotonic()
    with ProcessVoicePath().open(target, ctx) as stream:
        opened_s = time.monotonic() - began_s
        ctx.wait(duration_s)
        trace = stream.finish(ctx)
        survey = stream.survey
    delays_ms = [delay for delay in trace.stream.delays_ms if delay is not None]
    return {
        "survey": dataclasses.asdict(survey),
        "opened_s": opened_s,
        "sent": len(trace.stream.sent_s),
        "delays_ms": delays_ms,
        "lateness_ms": [1000 * late for late in trace.stream.lateness_s],
        "bytes_used": trace.bytes_used,
    }


if __name__ == "__main__":
    main()
