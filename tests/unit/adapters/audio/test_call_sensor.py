"""A call is another program that hears a microphone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.unit.adapters.audio.scripted_pactl import pactl_listing, pactl_saying
from tests.unit.adapters.audio.sound_documents import USB_MICROPHONE, entry, stream
from workspace_assistant.adapters.audio.call_sensor import PulseCallSensor
from workspace_assistant.adapters.audio.client_name import APPLICATION_ID

MONITOR = entry("speakers.monitor", index=9, monitor_source="speakers")
MICROPHONE_INDEX = USB_MICROPHONE["index"]


def in_call(folder: Path, *streams: Any) -> bool | None:
    pactl = pactl_listing(folder, sources=[USB_MICROPHONE, MONITOR], streams=streams)
    return PulseCallSensor(pactl).in_call()


def test_nobody_records(tmp_path: Path) -> None:
    assert in_call(tmp_path) is False


def test_a_program_that_hears_the_microphone_is_a_call(tmp_path: Path) -> None:
    assert in_call(tmp_path, stream(MICROPHONE_INDEX, application_name="Zoom")) is True


def program(source: int = MICROPHONE_INDEX, client: str | None = "41", **properties: str) -> Any:
    return stream(source, client, application_name="Program", **properties)


@pytest.mark.parametrize(
    "other",
    [
        program(source=MONITOR["index"]),
        program() | {"corked": True},
        program(client=None),
        program(application_id=APPLICATION_ID),
        program(media_name="Peak detect"),
        program(media_role="DSP"),
    ],
    ids=["hears what plays", "on hold", "the server's own", "ours", "a meter", "a filter"],
)
def test_what_is_no_call(tmp_path: Path, other: Any) -> None:
    assert in_call(tmp_path, other) is False


@pytest.mark.parametrize(
    "script",
    ["echo Connection failure >&2; exit 1", "echo nonsense", "echo '[{\"source\": 1}]'", "echo 7"],
)
def test_a_server_that_does_not_tell_is_unknown(tmp_path: Path, script: str) -> None:
    assert PulseCallSensor(pactl_saying(tmp_path, script)).in_call() is None


def test_without_a_client_of_the_server_it_is_unknown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")
    assert PulseCallSensor().in_call() is None
