"""What pactl says becomes the list of microphones: no monitors, real names, default marked."""

import json
import stat
import time
from pathlib import Path
from typing import Any

import pytest

from workspace_assistant.adapters.audio import pulse_sources
from workspace_assistant.adapters.audio.pulse_sources import (
    list_sources,
    parse_sources,
    recorded_source_index,
)
from workspace_assistant.core.jobs import JobCancelledError
from workspace_assistant.core.readiness.microphone.model import MicrophoneDevice
from workspace_assistant.core.readiness.microphone.ports import (
    MicrophoneUnavailableError,
    Unavailable,
)


def source(name: str, **changes: Any) -> dict[str, Any]:
    document = {
        "index": 7,
        "name": name,
        "description": f"The {name}",
        "sample_specification": "s16le 2ch 48000Hz",
        "monitor_source": "",
        "properties": {},
    }
    return document | changes


PULSE_MONITOR = source("out.monitor", monitor_source="out")
PIPEWIRE_MONITOR = source(
    "out.monitor", monitor_source="n/a", properties={"device.class": "monitor"}
)


def test_a_source_keeps_its_format_and_its_name_for_people() -> None:
    (found,) = parse_sources([source("headset", monitor_source="n/a")], "headset")
    assert (found.index, found.channels, found.sample_rate_hz) == (7, 2, 48_000)
    assert found.device == MicrophoneDevice(id="headset", name="The headset", is_default=True)


@pytest.mark.parametrize("monitor", [PULSE_MONITOR, PIPEWIRE_MONITOR])
def test_monitors_of_outputs_are_no_microphones(monitor: dict[str, Any]) -> None:
    assert parse_sources([monitor], "out.monitor") == ()
    found = parse_sources([monitor, source("headset"), source("webcam")], "out.monitor")
    assert [(s.name, s.is_default) for s in found] == [("headset", True), ("webcam", False)]


def test_the_default_is_the_systems() -> None:
    found = parse_sources([source("headset"), source("webcam")], "webcam")
    assert [s.name for s in found if s.is_default] == ["webcam"]


def test_a_source_without_description_shows_its_name() -> None:
    (found,) = parse_sources([source("headset", description="")], "")
    assert found.description == "headset"


def go_on() -> None:
    pass


def pactl_saying(tmp_path: Path, script: str) -> str:
    program = tmp_path / "pactl"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return str(program)


@pytest.mark.parametrize(
    "script",
    ["echo 'Connection refused' >&2; exit 1", "echo 'not JSON'"],
    ids=["no server", "no JSON"],
)
def test_no_answer_is_no_sound_server(tmp_path: Path, script: str) -> None:
    with pytest.raises(MicrophoneUnavailableError) as caught:
        list_sources(pactl_saying(tmp_path, script), go_on)
    assert caught.value.reason is Unavailable.NO_SOUND_SERVER


def test_a_missing_pactl_is_no_sound_server(tmp_path: Path) -> None:
    with pytest.raises(MicrophoneUnavailableError) as caught:
        list_sources(str(tmp_path / "none"), go_on)
    assert caught.value.reason is Unavailable.NO_SOUND_SERVER


def test_numbers_are_asked_for_in_a_locale_that_keeps_json_valid(tmp_path: Path) -> None:
    pactl = pactl_saying(tmp_path, 'test "$LC_ALL" = C.UTF-8 || exit 1; echo "[]"')
    assert recorded_source_index(pactl, 1, go_on) is None


def test_the_stream_of_a_process_is_found(tmp_path: Path) -> None:
    outputs = (
        '[{"source": 3, "properties": {"application.process.id": "41"}},'
        ' {"source": 5, "properties": {"application.process.id": "42"}}, {"source": 6}]'
    )
    pactl = pactl_saying(tmp_path, f"echo '{outputs}'")
    assert recorded_source_index(pactl, 42, go_on) == 5
    assert recorded_source_index(pactl, 43, go_on) is None


def test_a_sound_server_that_hangs_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pulse_sources, "_TIMEOUT_S", 0.2)
    with pytest.raises(MicrophoneUnavailableError) as caught:
        list_sources(pactl_saying(tmp_path, "exec sleep 60"), go_on)
    assert caught.value.reason is Unavailable.NO_SOUND_SERVER


def test_cancel_does_not_wait_for_a_sound_server_that_hangs(tmp_path: Path) -> None:
    began_s = time.monotonic()

    def cancel_soon() -> None:
        if time.monotonic() - began_s > 0.1:
            raise JobCancelledError

    with pytest.raises(JobCancelledError):
        list_sources(pactl_saying(tmp_path, "exec sleep 60"), cancel_soon)
    assert time.monotonic() - began_s < 1


def test_sources_and_default_come_from_two_questions(tmp_path: Path) -> None:
    sources = json.dumps([PULSE_MONITOR, source("headset"), source("webcam")])
    script = f"""case "$*" in
        *info) echo '{{"default_source_name": "webcam"}}' ;;
        *) echo '{sources}' ;;
    esac"""
    found = list_sources(pactl_saying(tmp_path, script), go_on)
    assert [(s.name, s.is_default) for s in found] == [("headset", False), ("webcam", True)]


@pytest.mark.parametrize(
    ("description", "name"), [("Head\nset\x1b[2J", "Head set [2J"), ("\x07", "usb")]
)
def test_a_description_is_shown_as_one_line(description: str, name: str) -> None:
    (found,) = parse_sources([source("usb", description=description)], "usb")
    assert found.device.name == name
