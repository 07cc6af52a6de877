"""Microphones as PulseAudio and PipeWire list them, by `pactl`: PortAudio cannot name them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from workspace_assistant.adapters.audio import device_facts
from workspace_assistant.adapters.audio.client_name import APPLICATION_ID
from workspace_assistant.adapters.audio.pactl import SoundServerError, ask
from workspace_assistant.core.readiness.foreign_names import one_line
from workspace_assistant.core.readiness.microphone.model import MicrophoneDevice
from workspace_assistant.core.readiness.microphone.ports import (
    MicrophoneUnavailableError,
    Unavailable,
)

Checkpoint = Callable[[], None]
Entry = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class PulseSource:
    """One real microphone (no monitor of an output), with the format the server works at.

    `hardware` is what it shares with the outputs of the same device; empty where none is told.
    `active_port` is the socket in use, `flat_volume` as in `device_facts`.
    """

    index: int
    channels: int
    sample_rate_hz: int
    device: MicrophoneDevice
    hardware: str = ""
    active_port: str = ""
    flat_volume: int | None = None

    @property
    def name(self) -> str:
        return self.device.id


def list_sources(pactl: str, checkpoint: Checkpoint) -> tuple[PulseSource, ...]:
    """The microphones there are. Raises `MicrophoneUnavailableError` when nothing answers."""
    try:
        default_name = str(ask(pactl, checkpoint, "info").get("default_source_name", ""))
        sources = ask(pactl, checkpoint, "list", "sources")
        streams = ask(pactl, checkpoint, "list", "source-outputs")
    except SoundServerError as error:
        raise MicrophoneUnavailableError(Unavailable.NO_SOUND_SERVER, str(error)) from error
    return parse_sources(sources, default_name, streams)


def parse_sources(
    sources: Sequence[Entry], default_name: str, streams: Sequence[Entry] = ()
) -> tuple[PulseSource, ...]:
    """Microphones out of pactl's JSON. The first one stands in where the default is a monitor."""
    real = [source for source in sources if not _is_monitor(source)]
    names = [source["name"] for source in real]
    default = default_name if default_name in names else next(iter(names), "")
    return tuple(_source(source, default, streams) for source in real)


def _is_monitor(source: Entry) -> bool:
    # PipeWire writes "n/a" where PulseAudio writes nothing.
    is_of_sink = source.get("monitor_source") not in {None, "", "n/a"}
    return is_of_sink or source.get("properties", {}).get("device.class") == "monitor"


def _source(source: Entry, default_name: str, streams: Sequence[Entry]) -> PulseSource:
    channels, rate_hz = device_facts.stream_format(source)
    return PulseSource(
        index=int(source["index"]),
        channels=channels,
        sample_rate_hz=rate_hz,
        hardware=device_facts.hardware(source),
        active_port=device_facts.active_port(source),
        flat_volume=device_facts.flat_volume(source),
        device=MicrophoneDevice(
            id=source["name"],
            name=one_line(source.get("description") or "") or source["name"],
            is_default=source["name"] == default_name,
            connection=device_facts.connection(source),
            sample_rate_hz=device_facts.native_rate_hz(source),
            channels=channels,
            is_muted=device_facts.is_muted(source),
            volume_db=device_facts.volume_db(source),
            is_hands_free=device_facts.is_hands_free(source),
            used_by=_programs_recording(int(source["index"]), streams),
        ),
    )


def _programs_recording(source_index: int, streams: Sequence[Entry]) -> tuple[str, ...]:
    """Other programs that record from this source now, each named once.

    Left out: the server's own streams (no client), those on hold, our own, and level meters of
    sound settings, which hold nothing.
    """
    found = (
        _program_name(stream["properties"])
        for stream in streams
        if stream.get("source") == source_index
        and stream.get("client") is not None
        and not stream.get("corked")
        and not _is_ours_or_a_meter(stream.get("properties") or {})
    )
    return tuple(dict.fromkeys(name for name in found if name))


def _is_ours_or_a_meter(properties: Mapping[str, Any]) -> bool:
    is_ours = properties.get("application.id") == APPLICATION_ID
    return is_ours or properties.get("media.name") == "Peak detect"


def _program_name(properties: Mapping[str, Any]) -> str:
    name = str(properties.get("application.name") or properties.get("application.process.binary"))
    inside = name.removeprefix("ALSA plug-in [")  # which names the program in brackets
    return one_line(inside.removesuffix("]") if inside != name else name)
