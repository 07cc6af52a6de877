"""Where sound comes out, as PulseAudio and PipeWire list it, and which belongs to a microphone."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from workspace_assistant.adapters.audio import device_facts
from workspace_assistant.adapters.audio.pactl import SoundServerError, ask
from workspace_assistant.adapters.audio.pulse_sources import PulseSource
from workspace_assistant.core.readiness.foreign_names import one_line
from workspace_assistant.core.readiness.headset.model import PlaybackDevice
from workspace_assistant.core.readiness.microphone.ports import (
    NotPlayable,
    PlaybackUnavailableError,
)

Checkpoint = Callable[[], None]
Entry = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class PulseSink:
    """One output, with the format the server works at; the last three as in `PulseSource`."""

    index: int
    channels: int
    device: PlaybackDevice
    hardware: str = ""
    active_port: str = ""
    flat_volume: int | None = None


def list_sinks(pactl: str, checkpoint: Checkpoint) -> tuple[PulseSink, ...]:
    """The outputs there are. Raises `PlaybackUnavailableError` when nothing answers."""
    try:
        default_name = str(ask(pactl, checkpoint, "info").get("default_sink_name", ""))
        return parse_sinks(ask(pactl, checkpoint, "list", "sinks"), default_name)
    except SoundServerError as error:
        raise PlaybackUnavailableError(NotPlayable.NO_SOUND_SERVER, str(error)) from error


def parse_sinks(sinks: Sequence[Entry], default_name: str) -> tuple[PulseSink, ...]:
    """Outputs out of pactl's JSON, but for the stand-in that swallows sound where there is none."""
    return tuple(_sink(sink, default_name) for sink in sinks if sink["name"] != "auto_null")


def _sink(sink: Entry, default_name: str) -> PulseSink:
    return PulseSink(
        index=int(sink["index"]),
        channels=device_facts.stream_format(sink)[0],
        hardware=device_facts.hardware(sink),
        active_port=device_facts.active_port(sink),
        flat_volume=device_facts.flat_volume(sink),
        device=PlaybackDevice(
            id=sink["name"],
            name=one_line(sink.get("description") or "") or sink["name"],
            connection=device_facts.connection(sink),
            is_default=sink["name"] == default_name,
            is_muted=device_facts.is_muted(sink),
            volume_db=device_facts.volume_db(sink),
            profile=device_facts.bluetooth_profile(sink),
        ),
    )


def is_same_device(source: PulseSource, sink: PulseSink) -> bool | None:
    """Whether both belong to one headset (or one laptop); None where the server does not tell.

    One sound card may serve the microphone in the lid and the headphones in its jack: then the
    card is the same, the sockets differ, and so do the devices.
    """
    if not source.hardware or not sink.hardware:
        return None
    is_one_card = source.hardware == sink.hardware
    return is_one_card and source.device.connection is sink.device.connection
