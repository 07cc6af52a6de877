"""`mic --list` and `mic --compare`: the microphones there are, and which of them to use."""

from __future__ import annotations

import json

import numpy as np
import pytest

from tests.fakes.sounds import spoken_recording
from tests.unit.cli.desk import GOOD, HEADSET, QUIET, RATE_HZ, WEBCAM, Desk, printed, run
from workspace_assistant.core.readiness.microphone.model import Recording
from workspace_assistant.core.readiness.microphone.ports import (
    MicrophoneUnavailableError,
    Unavailable,
)


def test_microphones_are_compared_in_a_table(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    noisy = Recording(
        samples=spoken_recording(noise_dbov=-45).astype(np.float32), sample_rate_hz=RATE_HZ
    )
    desk.recordings = {HEADSET.id: GOOD, WEBCAM.id: noisy}
    assert run(desk, "--compare") == 0
    out, err = printed(capsys)
    assert "7 s from each of these, one after the other: Test Headset, Webcam" in err
    rows = [line.split("  ")[0] for line in out.splitlines()[:3]]
    assert rows == ["Microphone", "Test Headset", "Webcam"]
    assert "less noise in pauses, against your voice, than with “Webcam”" in out


def test_a_microphone_that_cannot_be_had_says_why(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.recordings = {HEADSET.id: None, WEBCAM.id: QUIET}
    assert run(desk, "--compare") == 20
    out, _ = printed(capsys)
    assert "“Webcam” is the only microphone that heard your voice." in out
    assert "Test Headset: The microphone was disconnected" in out


def test_a_comparison_as_json_names_the_best(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.recordings = {HEADSET.id: GOOD, WEBCAM.id: QUIET}
    assert run(desk, "--compare", "--json") == 0
    document = json.loads(printed(capsys)[0])
    assert document["schema"] == "workspace-assistant/comparison/1"
    assert document["best"] == HEADSET.id
    assert [one["verdict"] for one in document["microphones"]] == ["ready", "not-ready"]
    assert len(document["microphones"][0]["scores"]) == 4


def test_no_microphone_is_no_comparison(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    desk.devices = ()
    assert run(desk, "--compare") == 30
    assert printed(capsys)[0] == (
        "There is no microphone to compare. Connect a headset and try again.\n"
    )


def test_one_microphone_alone_is_no_comparison(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.devices = (WEBCAM,)
    assert run(desk, "--compare") == 2
    assert "there is only one microphone, Webcam; connect another one" in printed(capsys)[1]


def test_who_heard_no_voice_says_so(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    nobody = Recording(samples=GOOD.samples[: RATE_HZ * 2], sample_rate_hz=RATE_HZ)
    desk.recordings = {HEADSET.id: GOOD, WEBCAM.id: nobody}
    run(desk, "--compare")
    assert printed(capsys)[0].splitlines()[-1].startswith("Webcam: ")


def test_progress_names_microphones_as_people_do(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.recordings = {HEADSET.id: GOOD, WEBCAM.id: GOOD}
    run(desk, "--compare")
    assert "Webcam: Recording." in printed(capsys)[1]


@pytest.mark.parametrize("option", ["--list", "--compare"])
def test_a_sound_system_that_does_not_answer_is_not_an_empty_desk(
    desk: Desk, capsys: pytest.CaptureFixture[str], option: str
) -> None:
    desk.list_error = MicrophoneUnavailableError(Unavailable.NO_SOUND_SERVER)
    assert run(desk, option) == 30
    assert printed(capsys)[0].startswith("The sound system of this computer does not answer.")
    assert run(desk, option, "--json") == 30
    document = json.loads(printed(capsys)[0])
    assert document["microphones"] == []
    (gap,) = document["not_measured"]
    assert (gap["id"], gap["reason"]) == ("microphone", "no-sound-server")
    assert gap["detail"].startswith("The sound system of this computer does not answer.")


def test_a_crowd_of_microphones_is_not_recorded(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.devices = (HEADSET,) * 7
    assert run(desk, "--compare") == 2
    assert "there are 7 microphones" in printed(capsys)[1]


def test_microphones_are_listed_with_what_is_known(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(desk, "--list") == 0
    assert "headset\tTest Headset  (default)" in printed(capsys)[0]
    assert run(desk, "--list", "--json") == 0
    first = json.loads(printed(capsys)[0])["microphones"][0]
    assert (first["id"], first["is_default"], first["connection"]) == ("headset", True, "unknown")
    desk.devices = ()
    assert run(desk, "--list") == 0
    assert "No microphone is connected." in printed(capsys)[0]
