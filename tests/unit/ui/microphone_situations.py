"""Situations of the microphone page for the tests of what it says in them."""

from __future__ import annotations

from dataclasses import replace

from tests.fakes import microphone_page as fakes
from tests.fakes.wording import EnglishWording
from workspace_assistant.core.readiness.microphone.model import (
    Connection,
    LevelReading,
    MicrophoneDevice,
)
from workspace_assistant.core.readiness.microphone.ports import Volume
from workspace_assistant.core.readiness.model import Outcome
from workspace_assistant.ui.microphone.situation import Activity, Listing, Situation
from workspace_assistant.ui.microphone.view_state import PageState, page_state

BUILT_IN = MicrophoneDevice(
    id="built-in", name="Built-in microphone", connection=Connection.BUILT_IN
)
JABRA = MicrophoneDevice(
    id="jabra",
    name="Jabra headset",
    is_default=True,
    connection=Connection.USB,
    sample_rate_hz=48_000,
    volume_db=-12.0,
)
OLD = MicrophoneDevice(id="old", name="Old microphone")
IDLE = Situation(
    profile=fakes.PROFILE,
    listing=Listing(devices=(BUILT_IN, JABRA)),
    compared=("built-in", "jabra"),
)
NONE = replace(IDLE, listing=Listing(devices=()), compared=())
SPACE, MINUS = "\u202f", "\u2212"


def shown(now: Situation) -> PageState:
    return page_state(now, EnglishWording())


def after(found: Outcome) -> Situation:
    return replace(IDLE, take=fakes.take_of(found), volume=Volume(db=-12.0, is_muted=False))


def recording(phase: str, remaining_s: float = 1.4, **changes: object) -> Situation:
    level = LevelReading(rms_dbfs=-30.0, peak_dbfs=-12.0, phase=phase, remaining_s=remaining_s)
    now = replace(IDLE, activity=Activity.TAKE, level=level, fraction=0.4)
    return replace(now, **changes)  # type: ignore[arg-type]  # fields by name
