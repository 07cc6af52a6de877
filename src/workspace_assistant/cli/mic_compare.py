"""`mic --compare`: every microphone in turn, a table of them, and which one to use."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import replace

from workspace_assistant.cli.exit_codes import OF_VERDICT, ExitCode
from workspace_assistant.cli.inside import inside
from workspace_assistant.cli.language import worded
from workspace_assistant.cli.mic_list import found
from workspace_assistant.cli.output import say, say_json, tell
from workspace_assistant.cli.running import run_job
from workspace_assistant.cli.services import CliServices
from workspace_assistant.core.errors import RefusedError
from workspace_assistant.core.jobs import JobContext, Progress
from workspace_assistant.core.readiness.microphone.comparison import Candidate, Comparison
from workspace_assistant.core.readiness.microphone.device_texts import UNAVAILABLE
from workspace_assistant.core.readiness.microphone.documents import comparison_document
from workspace_assistant.core.readiness.microphone.measurements import LEVEL, NOISE, SNR, UNITS
from workspace_assistant.core.readiness.microphone.model import MicrophoneDevice
from workspace_assistant.core.readiness.microphone.ports import Unavailable
from workspace_assistant.core.readiness.model import Verdict
from workspace_assistant.core.readiness.names import VERDICT_WORDS, label_of
from workspace_assistant.core.readiness.profile.model import WorkplaceProfile
from workspace_assistant.core.readiness.units import format_value
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

MOST_MICROPHONES = 6
_SHOWN = (SNR, LEVEL, NOISE)
_SECONDS_EACH = 7
_UNKNOWN = "-"
_TOO_MANY = QT_TRANSLATE_NOOP(
    "cli",
    "--compare: there are {count} microphones, and {most} at most can be compared; switch those "
    "off that you never use",
)
_ONLY_ONE = QT_TRANSLATE_NOOP(
    "cli", "--compare: there is only one microphone, {name}; connect another one"
)


def run(arguments: argparse.Namespace, services: CliServices, profile: WorkplaceProfile) -> int:
    devices, reason = found(services)
    if reason is not None:
        return _say_nothing(reason, arguments, profile)
    if len(devices) > MOST_MICROPHONES:
        raise RefusedError(_TOO_MANY, count=str(len(devices)), most=str(MOST_MICROPHONES))
    if len(devices) == 1:
        raise RefusedError(_ONLY_ONE, name=devices[0].name)
    names = ", ".join(device.name for device in devices)
    if names:
        tell(
            worded(
                "Recording {seconds} s from each of these, one after the other: {names}",
                seconds=str(_SECONDS_EACH),
                names=names,
            )
        )
    comparison = run_job(lambda ctx: services.sound.compare(profile, devices, _named(ctx, devices)))
    if arguments.json:
        say_json(comparison_document(comparison, profile.microphone))
    else:
        for line in comparison_lines(comparison):
            say(line)
    best = comparison.candidates[0] if comparison.best else None
    return OF_VERDICT[best.verdict] if best else ExitCode.NOT_TESTED


def _named(ctx: JobContext, devices: Sequence[MicrophoneDevice]) -> JobContext:
    """The same job, whose progress names microphones as people do."""
    names = {device.id: device.name for device in devices}

    def show(progress: Progress) -> None:
        ctx.on_progress(replace(progress, source=names.get(progress.source, progress.source)))

    return replace(ctx, on_progress=show)


def _say_nothing(
    reason: Unavailable, arguments: argparse.Namespace, profile: WorkplaceProfile
) -> int:
    """Which microphones there are is not known: nothing was compared."""
    nothing = Comparison(candidates=(), best=None, sentence=UNAVAILABLE[reason])
    if arguments.json:
        say_json(comparison_document(nothing, profile.microphone, reason))
    else:
        say(worded(nothing.sentence))
    return ExitCode.NOT_TESTED


def comparison_lines(comparison: Comparison) -> Iterator[str]:
    """A table from best to worst, then what to do."""
    if not comparison.candidates:
        yield worded(comparison.sentence)
        return
    labels = (label_of(key, worded) for key in _SHOWN)
    rows = [(worded("Microphone"), worded("Verdict"), *labels)]
    rows += [_row(candidate) for candidate in comparison.candidates]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        cells = (f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True))
        yield "  ".join(cells).rstrip()
    yield ""
    yield worded(comparison.sentence)
    for candidate in comparison.candidates:
        if why := _why_not(candidate):
            yield worded("{name}: {why}", name=candidate.device.name, why=why)


def _why_not(candidate: Candidate) -> str:
    """Why a microphone has no result, empty where it has one."""
    if candidate.verdict is not Verdict.NOT_TESTED:
        return ""
    gaps = sorted(candidate.outcome.not_measured, key=lambda gap: gap.id != LEVEL)
    return worded(gaps[0].detail) if gaps else ""


def _row(candidate: Candidate) -> tuple[str, ...]:
    values = {one.id: one.value for one in candidate.outcome.measurements}
    numbers = (
        format_value(values[key], UNITS[key], worded) if key in values else _UNKNOWN
        for key in _SHOWN
    )
    return (candidate.device.name, inside(VERDICT_WORDS[candidate.verdict]), *numbers)
