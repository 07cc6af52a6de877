"""The microphone port over PortAudio in a child process, helped by pactl where there is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workspace_assistant.adapters.audio.capture_take import record_from
from workspace_assistant.adapters.audio.capture_targets import (
    CaptureTarget,
    list_targets,
    pick_target,
)
from workspace_assistant.adapters.audio.pactl import find_pactl
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.readiness.microphone.model import MicrophoneDevice, Recording
from workspace_assistant.core.readiness.microphone.ports import (
    MicrophoneUnavailableError,
    Unavailable,
)
from workspace_assistant.core.readiness.microphone.progress import block_reporter

if TYPE_CHECKING:  # dear to import; the window paints first
    from workspace_assistant.adapters.audio.capture_take import OnSound


class PortAudioMicrophone:
    """Records through PortAudio: every call sees the devices of that moment.

    Args:
        shows_spectrum: whether live readings carry the spectrum, for whoever draws it.
    """

    def __init__(self, *, shows_spectrum: bool = False) -> None:
        self._shows_spectrum = shows_spectrum

    def devices(self) -> tuple[MicrophoneDevice, ...]:
        """See `MicrophoneProbe.devices`."""
        ctx = JobContext(on_progress=lambda _progress: None)
        return tuple(target.device for target in list_targets(find_pactl(), ctx))

    def record(
        self, *, device_id: str, quiet_s: float, speech_s: float, ctx: JobContext
    ) -> Recording:
        """See `MicrophoneProbe.record`."""
        report_block = block_reporter(
            ctx, quiet_s=quiet_s, speech_s=speech_s, shows_spectrum=self._shows_spectrum
        )
        pactl = find_pactl()
        target = pick_target(device_id, list_targets(pactl, ctx))
        return record_by_any_way(target, pactl, quiet_s + speech_s, ctx, report_block)


def record_by_any_way(
    target: CaptureTarget, pactl: str | None, duration_s: float, ctx: JobContext, on_sound: OnSound
) -> Recording:
    """Record; where ALSA lacks the link to the sound server, by PortAudio's default if it is that.

    Raises `MicrophoneUnavailableError`.
    """
    try:
        return record_from(target, pactl, duration_s=duration_s, ctx=ctx, on_sound=on_sound)
    except MicrophoneUnavailableError as error:
        detour = target.by_default_device()
        if error.reason is not Unavailable.PLUGIN_MISSING or detour is None:
            raise
    return record_from(detour, pactl, duration_s=duration_s, ctx=ctx, on_sound=on_sound)
