"""The input volume of a microphone, read and set through the sound server by `pactl`."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from workspace_assistant.adapters.audio import device_facts
from workspace_assistant.adapters.audio.pactl import SoundServerError, ask, find_pactl, tell
from workspace_assistant.adapters.audio.pulse_sources import parse_sources
from workspace_assistant.core.readiness.microphone.ports import (
    NoVolumeControl,
    Volume,
    VolumeUnavailableError,
)

Entry = Mapping[str, Any]

HIGHEST_DB = 11.0  # where PulseAudio's own sliders end (PA_VOLUME_UI_MAX): beyond, only noise grows


class SourceVolume:
    """The `VolumeControl` of PulseAudio and PipeWire; elsewhere it says that it is not there."""

    def get(self, device_id: str) -> Volume:
        """See `VolumeControl.get`."""
        return _volume(_source(_pactl(), device_id))

    def change(self, device_id: str, change_db: float) -> Volume:
        """See `VolumeControl.change`; no channel goes above `HIGHEST_DB`."""
        pactl = _pactl()
        source = _source(pactl, device_id)
        if _volume(source).db == -math.inf:
            raise VolumeUnavailableError(NoVolumeControl.AT_ZERO, "no step leads up from zero")
        volumes = changed_volumes(device_facts.channel_volumes(source), change_db)
        return _told(pactl, source, volumes)

    def set(self, device_id: str, volume_db: float) -> Volume:
        """See `VolumeControl.set`; no channel goes above `HIGHEST_DB`."""
        pactl = _pactl()
        source = _source(pactl, device_id)
        before_db = _volume(source).db
        volumes = device_facts.channel_volumes(source)
        if before_db == -math.inf:  # no balance is left to keep
            volumes, before_db = [device_facts.FULL_VOLUME] * len(volumes), 0.0
        return _told(pactl, source, changed_volumes(volumes, volume_db - before_db))


def _told(pactl: str, source: Entry, volumes: list[int]) -> Volume:
    """What the volume is after the server was told to set it."""
    try:
        tell(pactl, _go_on, "set-source-volume", source["name"], *map(str, volumes))
    except SoundServerError as error:
        raise _unavailable(error) from error
    return _volume(_source(pactl, source["name"]))


def changed_volumes(volumes: list[int], change_db: float) -> list[int]:
    """PulseAudio's numbers for a volume louder by `change_db`, the channels' balance kept.

    A change that would lift the louder channel above `HIGHEST_DB` ends there; a volume that is
    there already is never lowered by a raise.
    """
    highest_db = device_facts.decibels(max(volumes))
    allowed_db = min(change_db, max(0.0, HIGHEST_DB - highest_db))
    return [round(volume * 10 ** (allowed_db / 60)) for volume in volumes]


def _pactl() -> str:
    if (pactl := find_pactl()) is None:
        raise VolumeUnavailableError(NoVolumeControl.NOT_ON_THIS_SYSTEM, "there is no pactl")
    return pactl


def _source(pactl: str, device_id: str) -> Entry:
    """The entry of this source, of the default one for an empty id."""
    try:
        sources: list[Entry] = ask(pactl, _go_on, "list", "sources")
        default_name = str(ask(pactl, _go_on, "info").get("default_source_name", ""))
    except SoundServerError as error:
        raise _unavailable(error) from error
    devices = [source.device for source in parse_sources(sources, default_name)]
    name = device_id or next((device.id for device in devices if device.is_default), "")
    if name not in {device.id for device in devices}:  # or a monitor, which is no microphone
        raise VolumeUnavailableError(NoVolumeControl.UNKNOWN_DEVICE, name)
    return next(source for source in sources if source["name"] == name)


def _volume(source: Entry) -> Volume:
    db, is_muted = device_facts.volume_db(source), device_facts.is_muted(source)
    if db is None or is_muted is None:
        raise VolumeUnavailableError(NoVolumeControl.REFUSED, "no volume in dB")
    return Volume(db=db, is_muted=is_muted)


def _unavailable(error: SoundServerError) -> VolumeUnavailableError:
    reason = NoVolumeControl.REFUSED if error.is_refusal else NoVolumeControl.NO_SOUND_SERVER
    return VolumeUnavailableError(reason, str(error))


def _go_on() -> None:
    """Nobody cancels: each question has its own deadline."""
