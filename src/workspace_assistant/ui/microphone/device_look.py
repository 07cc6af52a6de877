"""What a new look at the microphones changes: who came and went, and what that mends."""

from __future__ import annotations

from dataclasses import replace

from workspace_assistant.core.readiness.microphone.model import Connection, MicrophoneDevice
from workspace_assistant.core.readiness.microphone.ports import Unavailable
from workspace_assistant.core.readiness.microphone.take import Take
from workspace_assistant.ui.microphone.situation import Listing, Situation

_MENDED_BY_CONNECTING = frozenset(
    {
        Unavailable.NO_DEVICE,
        Unavailable.UNKNOWN_DEVICE,
        Unavailable.UNPLUGGED,
        Unavailable.NO_SOUND_SERVER,
    }
)


def looked(
    now: Situation, devices: tuple[MicrophoneDevice, ...], *, is_asked: bool = False
) -> Situation:
    """After a look that found *devices*. A failure that this mends is not told any longer."""
    # After a look that failed nobody knows what came and what was there all along.
    found = listing(devices, None if now.listing_trouble else now.listing, is_asked=is_asked)
    is_mended = bool(found.came) or (bool(now.listing_trouble) and bool(devices))
    return replace(
        now,
        listing=found,
        listing_trouble="",
        compared=_still_compared(now, found),
        take=None if is_mended and _wanted_a_device(now.take) else now.take,
    )


def looked_in_vain(now: Situation, trouble: str) -> Situation:
    """After a look that did not tell which microphones there are: *trouble* says why."""
    return replace(now, listing=Listing(devices=()), listing_trouble=trouble)


def listing(
    devices: tuple[MicrophoneDevice, ...], before: Listing | None, *, is_asked: bool = False
) -> Listing:
    """*devices* as a new look found them, against the look *before*."""
    if before is None:
        return Listing(devices=devices, is_asked=is_asked)
    old, new = {one.id for one in before.devices}, {one.id for one in devices}
    return Listing(
        devices=devices,
        came=tuple(one.name for one in devices if one.id not in old),
        went=tuple(one.name for one in before.devices if one.id not in new),
        is_asked=is_asked,
    )


def _still_compared(now: Situation, found: Listing) -> tuple[str, ...]:
    """The microphones ticked after a new look: as the user left them, and those that came.

    Real ones alone: what a program makes up has no boom to move.
    """
    before = {one.id for one in now.devices}
    return tuple(
        one.id
        for one in found.devices
        if one.id in now.compared
        or (one.id not in before and one.connection is not Connection.VIRTUAL)
    )


def _wanted_a_device(take: Take | None) -> bool:
    """Whether *take* failed for what connecting a microphone mends."""
    gaps = take.outcome.not_measured if take is not None and take.recording is None else ()
    return any(gap.reason in _MENDED_BY_CONNECTING for gap in gaps)
