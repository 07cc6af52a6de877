"""Listens for a few seconds to the microphone of a running call, beside the call.

Only through a sound server, which shares it: ALSA's own devices and exclusive modes would take it
away from the call, so they are never opened.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from workspace_assistant.adapters.audio.call_sensor import without_filters
from workspace_assistant.adapters.audio.capture_take import record_from
from workspace_assistant.adapters.audio.capture_targets import CaptureTarget, pulse_target
from workspace_assistant.adapters.audio.pactl import SoundServerError, ask, find_pactl
from workspace_assistant.adapters.audio.pulse_sources import PulseSource, parse_sources
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.loudness.model import Microphone, WhyNot
from workspace_assistant.core.loudness.ports import CallSound, NoTakeError
from workspace_assistant.core.readiness.microphone.model import Recording
from workspace_assistant.core.readiness.microphone.ports import MicrophoneUnavailableError

if TYPE_CHECKING:  # dear to import; the window paints first
    from workspace_assistant.adapters.audio.capture_take import Frames, OnSound


class Record(Protocol):
    def __call__(
        self,
        target: CaptureTarget,
        pactl: str | None,
        *,
        duration_s: float,
        ctx: JobContext,
        on_sound: OnSound,
    ) -> Recording:
        """See `record_from`."""


class SharedCallMicrophone:
    """Implements the port `CallMicrophone` for PulseAudio and PipeWire."""

    def __init__(self, pactl: str | None = None, record: Record = record_from) -> None:
        self._pactl, self._record = pactl, record

    def record(self, length_s: float, ctx: JobContext) -> CallSound:
        pactl = self._pactl or find_pactl()
        if pactl is None:
            raise NoTakeError(WhyNot.NOT_SHARED, "no client of a sound server")
        source = _of_the_call(_used(pactl, ctx))
        try:
            recording = self._record(
                pulse_target(source), pactl, duration_s=length_s, ctx=ctx, on_sound=_pass_over
            )
        except MicrophoneUnavailableError as error:
            raise NoTakeError(WhyNot.TAKE_FAILED, str(error)) from error
        return _sound(recording, source)


def is_shared() -> bool:
    """Whether a microphone can be listened to beside a call on this computer."""
    return find_pactl() is not None


def _used(pactl: str, ctx: JobContext) -> list[PulseSource]:
    try:
        streams = without_filters(ask(pactl, ctx.checkpoint, "list", "source-outputs"))
        sources = parse_sources(ask(pactl, ctx.checkpoint, "list", "sources"), "", streams)
    except (SoundServerError, KeyError, ValueError, TypeError) as error:  # or no answer we know
        raise NoTakeError(WhyNot.NO_CALL_MICROPHONE, str(error)) from error
    return [source for source in sources if source.device.used_by]


def _of_the_call(used: list[PulseSource]) -> PulseSource:
    if not used:
        raise NoTakeError(WhyNot.NO_CALL_MICROPHONE)
    if len(used) > 1:
        raise NoTakeError(WhyNot.SEVERAL_MICROPHONES, ", ".join(one.name for one in used))
    if used[0].device.is_muted:
        raise NoTakeError(WhyNot.MUTED)
    return used[0]


def _sound(recording: Recording, source: PulseSource) -> CallSound:
    device = recording.device or source.device
    return CallSound(
        samples=recording.samples,
        sample_rate_hz=recording.sample_rate_hz,
        microphone=Microphone(
            source_id=device.id,
            name=device.name,
            port=source.active_port,
            volume_db=device.volume_db,
        ),
    )


def _pass_over(_sound: Frames, _recorded_s: float, _rate_hz: int) -> None:
    """Nobody looks at a meter."""
