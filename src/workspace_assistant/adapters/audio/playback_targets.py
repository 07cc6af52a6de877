"""Which outputs PortAudio can open here, and under which name and format."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from workspace_assistant.adapters.audio import portaudio_devices
from workspace_assistant.adapters.audio.capture_targets import list_portaudio
from workspace_assistant.adapters.audio.client_name import ENVIRONMENT
from workspace_assistant.adapters.audio.frames import OWN_CHOICE, PULSE_DEVICE
from workspace_assistant.adapters.audio.pulse_sinks import PulseSink, list_sinks
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.readiness.headset.model import PlaybackDevice
from workspace_assistant.core.readiness.microphone.ports import (
    MicrophoneUnavailableError,
    NotPlayable,
    PlaybackUnavailableError,
    Unavailable,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaybackTarget:
    """What to open: PortAudio's name and channel count (``-``: its own choice), and who it is."""

    device: PlaybackDevice
    portaudio_name: str = OWN_CHOICE
    channels: str = OWN_CHOICE
    sink: PulseSink | None = None

    @property
    def arguments(self) -> list[str]:
        return [self.portaudio_name, self.channels]

    @property
    def environment(self) -> dict[str, str]:
        return {} if self.sink is None else {"PULSE_SINK": self.sink.device.id} | ENVIRONMENT

    def by_default_device(self) -> PlaybackTarget | None:
        """The same output reached as PortAudio's default; None when it is not, or was already."""
        if not self.device.is_default or self.portaudio_name == OWN_CHOICE:
            return None
        return replace(self, portaudio_name=OWN_CHOICE)


def list_playback_targets(pactl: str | None, ctx: JobContext) -> tuple[PlaybackTarget, ...]:
    """All outputs; raises `PlaybackUnavailableError` when the sound server is silent."""
    if pactl is not None:
        return tuple(_pulse_target(sink) for sink in list_sinks(pactl, ctx.checkpoint))
    try:
        entries = list_portaudio("output", ctx)
    except MicrophoneUnavailableError as error:
        is_missing = error.reason is Unavailable.LIBRARY_MISSING
        reason = NotPlayable.LIBRARY_MISSING if is_missing else NotPlayable.NO_DEVICE
        raise PlaybackUnavailableError(reason, error.detail) from error
    devices = [portaudio_devices.playback_device(entry) for entry in entries]
    return tuple(PlaybackTarget(device=device, portaudio_name=device.id) for device in devices)


def _pulse_target(sink: PulseSink) -> PlaybackTarget:
    return PlaybackTarget(
        device=sink.device, portaudio_name=PULSE_DEVICE, channels=str(sink.channels), sink=sink
    )


def pick_playback_target(device_id: str, targets: tuple[PlaybackTarget, ...]) -> PlaybackTarget:
    """The one with this id, the default for an empty id; raises `PlaybackUnavailableError`."""
    if not targets:
        raise PlaybackUnavailableError(NotPlayable.NO_DEVICE)
    is_wanted: Callable[[PlaybackDevice], bool] = (
        (lambda device: device.id == device_id) if device_id else (lambda device: device.is_default)
    )
    chosen = next((target for target in targets if is_wanted(target.device)), None)
    if chosen is not None:
        return chosen
    if device_id:
        raise PlaybackUnavailableError(NotPlayable.UNKNOWN_DEVICE, device_id)
    return targets[0]
