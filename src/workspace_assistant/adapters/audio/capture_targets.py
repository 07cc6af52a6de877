"""Which microphones PortAudio can open here, and under which name and format."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from workspace_assistant.adapters.audio import portaudio_devices
from workspace_assistant.adapters.audio.capture_process import CaptureProcess
from workspace_assistant.adapters.audio.client_name import ENVIRONMENT
from workspace_assistant.adapters.audio.frames import OWN_CHOICE, PULSE_DEVICE
from workspace_assistant.adapters.audio.pulse_sources import PulseSource, list_sources
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.readiness.microphone.model import MicrophoneDevice
from workspace_assistant.core.readiness.microphone.ports import (
    MicrophoneUnavailableError,
    Unavailable,
)

OPEN_TIMEOUT_S = 8.0


@dataclass(frozen=True, slots=True, kw_only=True)
class CaptureTarget:
    """What to open: PortAudio's name and format (``-``: its own choice), and who it is."""

    device: MicrophoneDevice
    portaudio_name: str = OWN_CHOICE
    channels: str = OWN_CHOICE
    sample_rate_hz: str = OWN_CHOICE
    source: PulseSource | None = None

    @property
    def arguments(self) -> list[str]:
        return [self.portaudio_name, self.channels, self.sample_rate_hz]

    @property
    def environment(self) -> dict[str, str]:
        return {} if self.source is None else {"PULSE_SOURCE": self.source.name} | ENVIRONMENT

    def by_default_device(self) -> CaptureTarget | None:
        """The same microphone reached as PortAudio's default; None when it is not the default."""
        return replace(self, portaudio_name=OWN_CHOICE) if self.device.is_default else None


def list_targets(pactl: str | None, ctx: JobContext) -> tuple[CaptureTarget, ...]:
    """All microphones; raises `MicrophoneUnavailableError` when the sound server is silent."""
    if pactl is None:
        return _portaudio_targets(ctx)
    try:
        return tuple(pulse_target(source) for source in list_sources(pactl, ctx.checkpoint))
    except MicrophoneUnavailableError:
        if hardware := _hardware_targets(ctx):
            return hardware
        raise


def _hardware_targets(ctx: JobContext) -> tuple[CaptureTarget, ...]:
    """What ALSA has to itself on a computer without a sound server; nothing when ALSA hangs."""
    try:
        return tuple(t for t in _portaudio_targets(ctx) if "(hw:" in t.device.name)
    except MicrophoneUnavailableError:
        return ()


def pulse_target(source: PulseSource) -> CaptureTarget:
    # At its own channel count: with fewer, PipeWire mixes channels down, 3 dB up.
    return CaptureTarget(
        device=source.device,
        portaudio_name=PULSE_DEVICE,
        channels=str(source.channels),
        sample_rate_hz=str(source.sample_rate_hz),
        source=source,
    )


def _portaudio_targets(ctx: JobContext) -> tuple[CaptureTarget, ...]:
    devices = [portaudio_devices.microphone(entry) for entry in list_portaudio("input", ctx)]
    return tuple(CaptureTarget(device=device, portaudio_name=device.id) for device in devices)


def list_portaudio(direction: str, ctx: JobContext) -> list[dict[str, Any]]:
    """PortAudio's own list, for ``input`` or ``output``; raises `MicrophoneUnavailableError`."""
    with CaptureProcess(["list", direction]) as child:
        devices: list[dict[str, Any]] = child.header(OPEN_TIMEOUT_S, ctx.checkpoint)["devices"]
    return devices


def pick_target(device_id: str, targets: tuple[CaptureTarget, ...]) -> CaptureTarget:
    """The one with this id, the default for an empty id; raises `MicrophoneUnavailableError`."""
    if not targets:
        raise MicrophoneUnavailableError(Unavailable.NO_DEVICE)
    if not device_id:
        return next((target for target in targets if target.device.is_default), targets[0])
    chosen = next((target for target in targets if target.device.id == device_id), None)
    if chosen is None:
        raise MicrophoneUnavailableError(Unavailable.UNKNOWN_DEVICE, device_id)
    return chosen
