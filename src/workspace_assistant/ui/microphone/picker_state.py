"""Which microphone is used, what the system says of it, and what came or went."""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite

from workspace_assistant.core.joining import facts, joined
from workspace_assistant.core.readiness.microphone.model import Connection, MicrophoneDevice
from workspace_assistant.core.readiness.units import format_value
from workspace_assistant.ui.microphone import texts
from workspace_assistant.ui.microphone.hero_state import asks_to_connect
from workspace_assistant.ui.microphone.situation import Listing, Situation
from workspace_assistant.ui.wording.names import listed
from workspace_assistant.ui.wording.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class PickerEntry:
    """One line of the menu; `id` and `name` are empty for the system's default."""

    id: str
    name: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PickerState:
    """`trouble` says why the chosen one hears nothing; `note` what a new look brought.

    It offers no such look where the first line of the page does.
    """

    name: str
    detail: str
    note: str
    trouble: str
    entries: tuple[PickerEntry, ...]
    is_enabled: bool
    can_look: bool = True
    chosen: str = ""


def picker_state(now: Situation, wording: Wording) -> PickerState:
    used = used_device(now)
    return PickerState(
        name=_name(now, used, wording),
        detail=device_words(used, wording) if used else "",
        note=_note(now.listing, wording),
        trouble=_trouble(now, used, wording),
        entries=_entries(now, wording),
        is_enabled=now.activity is None,
        can_look=not asks_to_connect(now),
        chosen=now.microphone,
    )


def used_device(now: Situation) -> MicrophoneDevice | None:
    """The device that a recording would use, as far as it is known."""
    if now.microphone:
        return next((one for one in now.devices if one.id == now.microphone), None)
    return next((one for one in now.devices if one.is_default), None)


def device_words(device: MicrophoneDevice, wording: Wording) -> str:
    """What the system says of it, in the order of how much it matters."""
    say = wording.say
    told = (
        connection_word(device.connection, wording),
        say(texts.HANDS_FREE) if device.is_hands_free else "",
        _volume_words(device, wording),
        format_value(device.sample_rate_hz, "Hz") if device.sample_rate_hz else "",
        say(texts.USED_BY, programs=joined(device.used_by, say)) if device.used_by else "",
    )
    return facts(told, say)


def connection_word(connection: Connection, wording: Wording) -> str:
    word = texts.CONNECTIONS.get(connection.value)
    return wording.say(word) if word else ""


def _volume_words(device: MicrophoneDevice, wording: Wording) -> str:
    if device.volume_db is None or not isfinite(device.volume_db):
        return ""
    return wording.say(texts.INPUT_VOLUME, volume=format_value(device.volume_db, "dB"))


def _name(now: Situation, used: MicrophoneDevice | None, wording: Wording) -> str:
    if now.microphone:
        return (used.name if used else now.microphone_name) or wording.say(texts.CHOSEN_BEFORE)
    if used is None:
        return wording.say(texts.SYSTEM_DEFAULT)
    return wording.say(texts.SYSTEM_DEFAULT_NAMED, name=used.name)


def _entries(now: Situation, wording: Wording) -> tuple[PickerEntry, ...]:
    default = next((one for one in now.devices if one.is_default), None)
    first = (
        wording.say(texts.SYSTEM_DEFAULT_NAMED, name=default.name)
        if default
        else wording.say(texts.SYSTEM_DEFAULT)
    )
    ordered = sorted(now.devices, key=lambda one: not one.is_default)
    return (
        PickerEntry(id="", name="", text=first),
        *(
            PickerEntry(id=one.id, name=one.name, text=_entry_words(one, wording))
            for one in ordered
        ),
    )


def _entry_words(device: MicrophoneDevice, wording: Wording) -> str:
    word = connection_word(device.connection, wording)
    return facts((device.name, word), wording.say)


def _trouble(now: Situation, used: MicrophoneDevice | None, wording: Wording) -> str:
    if now.lacks_microphone:  # unless the first line of the page says it
        told = now.listing_trouble or texts.NO_MICROPHONES
        return "" if asks_to_connect(now) else wording.say(told)
    if now.listing is not None and now.microphone and used is None:
        name = now.microphone_name or wording.say(texts.CHOSEN_BEFORE)
        return wording.say(texts.CHOSEN_IS_GONE, name=name)
    if used is not None and used.is_muted:
        return wording.say(texts.MUTED, name=used.name)
    return ""


def _note(listing: Listing | None, wording: Wording) -> str:
    if listing is None:
        return wording.say(texts.LOOKING)
    said = (
        wording.say(texts.CAME, names=listed(listing.came, wording)) if listing.came else "",
        wording.say(texts.WENT, names=listed(listing.went, wording)) if listing.went else "",
    )
    unchanged = wording.say(texts.UNCHANGED) if listing.is_asked else ""
    return " ".join(filter(None, said)) or unchanged
