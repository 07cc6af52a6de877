"""`mic`: what it says of a recording, what it writes and sets, and what it refuses at once."""

from __future__ import annotations

import json
import math
import sys
import threading
from pathlib import Path

import pytest

from tests.unit.cli.desk import GOOD, QUIET, Desk, printed, run
from workspace_assistant.core.readiness.microphone.ports import (
    NoVolumeControl,
    Volume,
    VolumeUnavailableError,
)


def test_a_file_is_judged_and_scored(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(desk, "quiet.wav") == 20
    out, _ = printed(capsys)
    lines = out.splitlines()
    assert lines[0] == "Not ready"
    assert lines[1].startswith("  Loud enough          not ready   Your voice is too quiet")
    assert lines[3].startswith("  Quiet room           ready       Your voice stands")
    assert lines[6].startswith("  x Your voice is too quiet")
    assert "\u221234 to \u221212\u202fdBov" in out  # what is good stands beside the number
    assert "mic --raise" not in out  # a file has no input volume


def test_json_holds_the_recording_and_four_scores(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(desk, "good.wav", "--json") == 0
    document = json.loads(printed(capsys)[0])
    assert document["schema"] == "workspace-assistant/recording/1"
    assert [score["id"] for score in document["scores"]] == [
        *("loud-enough", "clear", "quiet-room", "no-faults")
    ]
    assert document["scores"][0]["measurements"] == ["microphone.active_speech_level"]
    assert {"measurements", "findings", "not_measured"} <= document.keys()


def test_a_live_recording_is_kept_only_on_request(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(desk) == 0
    assert desk.saved == {}
    assert run(desk, "--save", "kept.wav") == 0
    assert desk.saved == {"kept.wav": GOOD}
    assert "The recording was saved as kept.wav." in printed(capsys)[1]


def test_a_voice_too_quiet_is_told_the_command_that_raises_it(
    desk: Desk, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.recordings = {"": QUIET}
    monkeypatch.setattr(sys, "platform", "linux")
    run(desk)
    assert "`workspace-assistant mic --raise 16` sets the input volume" in printed(capsys)[0]
    monkeypatch.setattr(sys, "platform", "win32")
    run(desk)
    assert "--raise" not in printed(capsys)[0]


def test_no_recording_has_one_reason_and_no_scores(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.recordings = {"": None}
    assert run(desk) == 30
    lines = printed(capsys)[0].splitlines()
    assert lines[0] == "Not tested"
    assert sum("disconnected while recording" in line for line in lines) == 1


def test_the_quiet_part_of_a_file_is_two_seconds_or_what_is_said(desk: Desk) -> None:
    run(desk, "good.wav")
    assert desk.quiet_s == 2
    run(desk, "good.wav", "--quiet-seconds", "0")
    assert desk.quiet_s == 0


def test_what_takes_long_leaves_the_main_thread_to_ctrl_c(desk: Desk) -> None:
    assert run(desk, "good.wav", "--as-heard", "out.wav") == 0
    assert len(desk.threads) == 2
    assert threading.main_thread() not in desk.threads


def test_every_file_that_is_named_is_looked_at_first(desk: Desk) -> None:
    assert run(desk, "--save", "kept.wav", "--as-heard", "heard.wav") == 0
    assert run(desk, "good.wav", "--as-heard", "heard.wav") == 0
    assert desk.checked == [
        (None, [Path("kept.wav"), Path("heard.wav")]),
        (Path("good.wav"), [Path("heard.wav")]),
    ]


@pytest.mark.parametrize("option", ["--save", "--as-heard"])
def test_what_was_not_recorded_cannot_be_written(
    desk: Desk, capsys: pytest.CaptureFixture[str], option: str
) -> None:
    desk.recordings[""] = None
    assert run(desk, option, "kept.wav") == 30
    out, err = printed(capsys)
    assert "disconnected while recording" in out
    assert "kept.wav: was not written, as nothing was recorded" in err
    assert desk.saved == {}


@pytest.mark.parametrize(
    ("codec", "loss", "words"),
    [
        ([], None, "a call by telephone number (G.711), without losses, as no check"),
        (["--codec", "wideband"], 0.021, "by internet (Opus), with the losses of the last voice"),
    ],
)
def test_a_voice_is_written_as_a_call_carries_it(
    desk: Desk,
    capsys: pytest.CaptureFixture[str],
    codec: list[str],
    loss: float | None,
    words: str,
) -> None:
    desk.loss_fraction = loss
    assert run(desk, "good.wav", "--as-heard", "out.wav", *codec) == 0
    assert set(desk.saved) == {"out.wav"}
    err = printed(capsys)[1]
    assert words in err
    assert ("2.1 % of the packets" in err) is (loss is not None)


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["x.wav", "--save", "y.wav"], "FILE.wav: does not go with --save"),
        (["x.wav", "--raise", "6"], "FILE.wav: does not go with --raise"),
        (["x.wav", "--microphone", "m"], "FILE.wav: does not go with --microphone"),
        (["--list", "--save", "y.wav"], "--list: does not go with --save"),
        (["--list", "--raise", "6"], "--list: does not go with --raise"),
        (["--list", "--profile", "p.toml"], "--list: does not go with --profile"),
        (["--list", "--microphone", "m"], "--list: does not go with --microphone"),
        (["--compare", "x.wav"], "--compare: does not go with FILE.wav"),
        (["--compare", "--raise", "6"], "--compare: does not go with --raise"),
        (["--compare", "--set-level", "0"], "--compare: does not go with --set-level"),
        (["--compare", "--microphone", "m"], "--compare: does not go with --microphone"),
        (["--headset", "--as-heard", "y.wav"], "--headset: does not go with --as-heard"),
        (["--headset", "--quiet-seconds", "1"], "--headset: does not go with --quiet-seconds"),
        (["--quiet-seconds", "1"], "--quiet-seconds: goes with FILE.wav only"),
        (["--codec", "g711"], "--codec: goes with --as-heard only"),
        (["x.wav", "--codec", "wideband"], "--codec: goes with --as-heard only"),
        (["--save", "y.mp3"], "y.mp3: a recording ends in .wav"),
        (["x.wav", "--quiet-seconds", "nan"], "--quiet-seconds: must lie between 0 and 60"),
        (["--set-level", "12"], "--set-level: must lie between -60 and 11 dB"),
        (["--raise", "nan"], "--raise: must lie between -40 and 40 dB"),
    ],
)
def test_what_cannot_be_meant_is_refused_before_anything_happens(
    desk: Desk, capsys: pytest.CaptureFixture[str], words: list[str], complaint: str
) -> None:
    before = desk.volume
    assert run(desk, *words) == 2
    out, err = printed(capsys)
    assert complaint in err
    assert (out, desk.saved, desk.volume) == ("", {}, before)


def test_the_input_is_raised_and_measured_again(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(desk, "--raise", "6") == 0
    assert desk.volume == Volume(db=-6, is_muted=False)
    assert "The input volume is \u22126 dB now, +6 dB from before." in printed(capsys)[1]
    assert run(desk, "--set-level", "-20") == 0
    assert "The input volume is \u221220 dB now, \u221214 dB from before." in printed(capsys)[1]


def test_without_a_volume_control_it_says_where_to_look(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.volume = None
    assert run(desk, "--set-level", "0") == 2
    assert "Set it in the system's sound settings." in printed(capsys)[1]


def test_a_volume_of_zero_is_named_with_the_way_out(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def at_zero(*_: object) -> tuple[Volume, Volume]:
        raise VolumeUnavailableError(NoVolumeControl.AT_ZERO)

    monkeypatch.setattr(desk, "change_volume", at_zero)
    assert run(desk, "--raise", "6") == 2
    assert "at zero, and no step leads up from there" in printed(capsys)[1]
    desk.volume = Volume(db=-math.inf, is_muted=False)
    assert run(desk, "--set-level", "-10") == 0
    assert "is \u221210 dB now; it was zero before." in printed(capsys)[1]
