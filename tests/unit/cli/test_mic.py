"""`mic`: what it prints, writes, sets and asks, and what it refuses before anything happens."""

from __future__ import annotations

import io
import json
import math
import sys
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import numpy as np
import pytest

from tests.fakes.scripted_headset import ScriptedHeadset
from tests.fakes.scripted_microphone import HEADSET
from tests.fakes.sounds import spoken_recording
from workspace_assistant.cli import mic, mic_headset
from workspace_assistant.cli.main import explained, parse
from workspace_assistant.cli.services import CliServices, SoundServices
from workspace_assistant.core.errors import UserInputError
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.readiness.headset.check import check_headset
from workspace_assistant.core.readiness.headset.words import CheckWord
from workspace_assistant.core.readiness.microphone.as_heard import CallKind
from workspace_assistant.core.readiness.microphone.check import unavailable_outcome
from workspace_assistant.core.readiness.microphone.comparison import Candidate, Comparison, compare
from workspace_assistant.core.readiness.microphone.file_take import file_take
from workspace_assistant.core.readiness.microphone.model import MicrophoneDevice, Recording
from workspace_assistant.core.readiness.microphone.ports import (
    MicrophoneUnavailableError,
    NotPlayable,
    NoVolumeControl,
    PlaybackUnavailableError,
    Unavailable,
    Volume,
    VolumeUnavailableError,
)
from workspace_assistant.core.readiness.microphone.take import Heard, Take
from workspace_assistant.core.readiness.model import Outcome, Verdict
from workspace_assistant.core.readiness.ports import CheckRequest
from workspace_assistant.core.readiness.profile.model import WorkplaceProfile

RATE_HZ = 16_000
PROFILE = WorkplaceProfile(name="test")
GOOD = Recording(samples=spoken_recording().astype(np.float32), sample_rate_hz=RATE_HZ)
QUIET = Recording(samples=GOOD.samples * 0.05, sample_rate_hz=RATE_HZ)
WEBCAM = MicrophoneDevice(id="cam", name="Webcam")


@dataclass
class Desk:
    """A sound system that is written down: what was done with it, and what it answers."""

    recordings: dict[str, Recording | None] = field(default_factory=lambda: {"": GOOD})
    devices: tuple[MicrophoneDevice, ...] = (HEADSET, WEBCAM)
    volume: Volume | None = field(default_factory=lambda: Volume(db=-12.0, is_muted=False))
    list_error: MicrophoneUnavailableError | None = None
    headset: ScriptedHeadset = field(default_factory=ScriptedHeadset)
    loss_fraction: float | None = None
    word_error: PlaybackUnavailableError | None = None
    saved: dict[str, Recording] = field(default_factory=dict)
    said: list[CheckWord] = field(default_factory=list)
    requests: list[CheckRequest] = field(default_factory=list)
    quiet_s: float | None = None
    threads: list[threading.Thread] = field(default_factory=list)
    checked: list[tuple[Path | None, list[Path]]] = field(default_factory=list)

    def take(self, profile: WorkplaceProfile, microphone: str, _ctx: JobContext) -> Take:
        recording = self.recordings[microphone]
        if recording is not None:
            return file_take(recording, 2, profile)
        outcome = unavailable_outcome(MicrophoneUnavailableError(Unavailable.UNPLUGGED))
        return replace(
            file_take(GOOD, 2, profile),
            recording=None,
            outcome=outcome,
            verdict=Verdict.NOT_TESTED,
        )

    def compare(
        self, profile: WorkplaceProfile, devices: Sequence[MicrophoneDevice], ctx: JobContext
    ) -> Comparison:
        outcomes = [(one, self.take(profile, one.id, ctx).outcome) for one in devices]
        return compare([Candidate(device=one, outcome=outcome) for one, outcome in outcomes])

    def take_of_file(self, path: Path, quiet_s: float, profile: WorkplaceProfile) -> Take:
        self.threads.append(threading.current_thread())
        self.quiet_s = quiet_s
        return file_take(GOOD if "good" in path.name else QUIET, quiet_s, profile)

    def as_heard(self, take: Take, kind: CallKind) -> tuple[Recording, Heard]:
        assert take.recording is not None
        self.threads.append(threading.current_thread())
        return take.recording, Heard(kind=kind, loss_fraction=self.loss_fraction)

    def save(self, recording: Recording, path: Path) -> None:
        self.saved[path.name] = recording

    def check_headset(self, request: CheckRequest, ctx: JobContext) -> Outcome:
        self.requests.append(request)
        return check_headset(self.headset, request, ctx)

    def say_word(self, word: CheckWord, _ctx: JobContext) -> None:
        if self.word_error is not None:
            raise self.word_error
        self.said.append(word)

    def set_volume(self, microphone: str, volume_db: float) -> tuple[Volume, Volume]:
        if self.volume is None:
            raise VolumeUnavailableError(NoVolumeControl.NOT_ON_THIS_SYSTEM)
        before, self.volume = self.volume, replace(self.volume, db=volume_db)
        return before, self.volume

    def change_volume(self, microphone: str, change_db: float) -> tuple[Volume, Volume]:
        before = self.volume or Volume(db=0, is_muted=False)
        return self.set_volume(microphone, before.db + change_db)

    def microphones(self) -> tuple[MicrophoneDevice, ...]:
        if self.list_error is not None:
            raise self.list_error
        return self.devices

    def services(self) -> CliServices:
        def check_new_recordings(source: Path | None, targets: Sequence[Path]) -> None:
            self.checked.append((source, list(targets)))
            for path in targets:
                if path.suffix != ".wav":
                    raise UserInputError(f"{path}: a recording ends in .wav")

        sound = SoundServices(
            take=self.take,
            compare=self.compare,
            take_of_file=self.take_of_file,
            check_new_recordings=check_new_recordings,
            save=self.save,
            as_heard=self.as_heard,
            headset=self.check_headset,
            say_word=self.say_word,
            set_volume=self.set_volume,
            change_volume=self.change_volume,
        )
        fakes = SimpleNamespace(
            sound=sound, microphones=self.microphones, chosen_microphone=lambda: ""
        )
        return cast("CliServices", fakes)


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setattr(mic, "chosen_profile", lambda *_: PROFILE)
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    return Desk()


def run(desk: Desk, *words: str) -> int:
    return explained(lambda: mic.run(parse(["mic", *words]), desk.services()))


def printed(capsys: pytest.CaptureFixture[str]) -> tuple[str, str]:
    out, err = capsys.readouterr()
    return out, err.replace("\u202f", " ")


def test_a_file_is_judged_and_scored(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(desk, "quiet.wav") == 20
    out, _ = printed(capsys)
    assert out.startswith("Not ready\n  x Your voice is too quiet")
    assert "\nLoud enough          not ready   Your voice is too quiet" in out
    assert "\nQuiet room           ready       Your voice stands" in out


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
    assert "No microphone was found." in printed(capsys)[0]


def test_the_headset_is_looked_at_without_waiting_for_anybody(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(desk, "--headset") == 10
    out, err = printed(capsys)
    assert desk.said == []
    assert desk.requests[0].play_sounds
    assert desk.requests[0].heard is None
    assert "Stay quiet: a short tone is played." in err
    assert "Earpiece heard by microphone" in out
    assert "not-answered" in out


def test_the_headset_as_json(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(desk, "--headset", "--json") == 10
    document = json.loads(printed(capsys)[0])
    assert (document["schema"], document["verdict"]) == (
        "workspace-assistant/headset/1",
        "caution",
    )
    assert {one["id"] for one in document["measurements"]} == {
        "headset.connection",
        "headset.leak",
    }


class Terminal(io.StringIO):
    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


def at_a_terminal(monkeypatch: pytest.MonkeyPatch, typed: str) -> Terminal:
    shown = Terminal()
    monkeypatch.setattr(sys, "stdin", Terminal(typed))
    monkeypatch.setattr(sys, "stderr", shown)
    monkeypatch.setattr(mic_headset.secrets, "randbelow", lambda _: 0)  # the word is "window"
    return shown


@pytest.mark.parametrize(
    ("typed", "heard"),
    [
        ("1\n", True),
        ("2\n", False),
        ("0\n", False),
        ("window\n9\n\n", None),
        ("maybe\n 1 \n", True),
        ("", None),
    ],
)
def test_at_a_terminal_the_word_is_asked_for(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, typed: str, *, heard: bool | None
) -> None:
    shown = at_a_terminal(monkeypatch, typed)
    run(desk, "--headset")
    assert [word.text for word in desk.said] == ["window"]
    assert desk.requests[0].heard is heard
    assert "  1  window" in shown.getvalue()
    assert "  0  I heard nothing" in shown.getvalue()


class TypedBytes(io.TextIOWrapper):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("2\n", "You did not recognize the word that was played."),
        ("0\n", "You did not recognize the word that was played."),
        ("x\ny\nz\n", "No word was chosen, so it is not known whether the sound is heard."),
        ("", "No word was chosen, so it is not known whether the sound is heard."),
    ],
)
def test_what_is_said_of_the_answer_is_true_of_each(
    desk: Desk,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    typed: str,
    words: str,
) -> None:
    shown = at_a_terminal(monkeypatch, typed)
    run(desk, "--headset", "--json")
    assert words in printed(capsys)[0]
    assert shown.getvalue().count("That is none of the numbers.") == typed.count("\n") // 3 * 3


def test_bytes_that_are_no_text_are_no_answer(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    at_a_terminal(monkeypatch, "")
    monkeypatch.setattr(sys, "stdin", TypedBytes(io.BytesIO(b"\xff\n1\n"), encoding="utf-8"))
    run(desk, "--headset")
    assert desk.requests[0].heard is True


def test_a_word_that_cannot_be_played_is_not_asked_for(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.word_error = PlaybackUnavailableError(NotPlayable.UNPLUGGED)
    shown = at_a_terminal(monkeypatch, "1\n")
    run(desk, "--headset")
    assert desk.requests[0].heard is None
    assert "disconnected while playing" in shown.getvalue()
    assert "Which word" not in shown.getvalue()


def test_nobody_is_asked_where_input_is_closed(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    at_a_terminal(monkeypatch, "")
    monkeypatch.setattr(sys, "stdin", None)
    run(desk, "--headset")
    assert desk.requests[0].heard is None
