"""The player over scripted children: what is played where, every failure, no child left behind."""

import json
import time
from pathlib import Path

import numpy as np
import pytest

from tests.unit.adapters.audio.scripted_pactl import pactl_listing
from tests.unit.adapters.audio.sound_documents import LAPTOP_SPEAKERS, USB_EARPIECE, volume
from workspace_assistant.adapters.audio import (
    capture_process,
    playback_process,
    playback_targets,
    sound_playback,
)
from workspace_assistant.adapters.audio.playback_process import PlaybackProcess
from workspace_assistant.adapters.audio.sound_playback import SoundPlayback
from workspace_assistant.core.jobs import JobCancelledError, JobContext
from workspace_assistant.core.readiness.microphone.ports import (
    NotPlayable,
    PlaybackUnavailableError,
)

SAMPLES = np.array([0.25, -0.5, 2.0])
# Notes what it was told to play, and where; `WAIT` seconds pass before it has done.
CHILD = """
import json, os, sys, time
sound = sys.stdin.buffer.read(int(sys.argv[4]) * 4)
print(json.dumps({"ready": True}), flush=True)
sys.stdin.buffer.read(1)
with open(NOTES, "w") as notes:
    json.dump([sys.argv[1:], os.environ.get("PULSE_SINK"), sound.hex()], notes)
time.sleep(WAIT)
print(json.dumps({"done": True}), flush=True)
time.sleep(60)
"""


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    return tmp_path / "notes.json"


def script(
    monkeypatch: pytest.MonkeyPatch, folder: Path, lines: str = CHILD, wait_s: float = 0
) -> None:
    content = f"NOTES, WAIT = {str(folder / 'notes.json')!r}, {wait_s}\n{lines}"
    (folder / "scripted_player.py").write_text(content, encoding="utf-8")
    monkeypatch.setattr(playback_process, "_CHILD_MODULE", "scripted_player")
    monkeypatch.setenv("PYTHONPATH", str(folder))


def server(monkeypatch: pytest.MonkeyPatch, folder: Path, *sinks: object) -> None:
    default = str(USB_EARPIECE["name"])
    pactl = pactl_listing(folder, sinks=list(sinks), default_sink=default)
    monkeypatch.setattr(sound_playback, "find_pactl", lambda: pactl)


def quiet() -> JobContext:
    return JobContext(on_progress=lambda _progress: None)


def failure(device_id: str = "") -> NotPlayable:
    with pytest.raises(PlaybackUnavailableError) as caught:
        SoundPlayback().play(SAMPLES, 8_000, device_id=device_id, ctx=quiet())
    return caught.value.reason


def test_the_default_output_is_reached_by_its_name_on_all_its_channels(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, notes: Path
) -> None:
    server(monkeypatch, tmp_path, LAPTOP_SPEAKERS, USB_EARPIECE)
    script(monkeypatch, tmp_path)
    SoundPlayback().play(SAMPLES, 8_000, ctx=quiet())
    sound = np.array([0.25, -0.5, 1.0], dtype=np.float32).tobytes().hex()
    expected = f'[["pulse", "2", "8000", "3"], "{USB_EARPIECE["name"]}", "{sound}"]'
    assert notes.read_text("utf-8") == expected


def test_another_output_can_be_chosen(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, notes: Path
) -> None:
    server(monkeypatch, tmp_path, LAPTOP_SPEAKERS, USB_EARPIECE)
    script(monkeypatch, tmp_path)
    SoundPlayback().play(SAMPLES, 8_000, device_id=LAPTOP_SPEAKERS["name"], ctx=quiet())
    assert LAPTOP_SPEAKERS["name"] in notes.read_text("utf-8")
    assert failure("gone") is NotPlayable.UNKNOWN_DEVICE


def test_without_a_sound_server_portaudios_own_list_is_taken(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, notes: Path
) -> None:
    monkeypatch.setattr(sound_playback, "find_pactl", lambda: None)
    entries = [{"id": "3", "name": "Speakers", "is_default": False}]
    monkeypatch.setattr(playback_targets, "list_portaudio", lambda _direction, _ctx: entries)
    script(monkeypatch, tmp_path)
    assert [d.name for d in SoundPlayback().devices(quiet())] == ["Speakers"]
    SoundPlayback().play(SAMPLES, 8_000, ctx=quiet())
    assert notes.read_text("utf-8").startswith('[["3", "-", "8000", "3"], null,')


@pytest.mark.parametrize(("value", "gain_db"), [(99_957, 11.0), (65_536, 0), (0, 0)])
def test_an_output_above_its_100_percent_gets_as_much_less(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, notes: Path, value: int, gain_db: float
) -> None:
    server(monkeypatch, tmp_path, USB_EARPIECE | {"volume": volume(value)})
    script(monkeypatch, tmp_path)
    SoundPlayback().play(SAMPLES, 8_000, ctx=quiet())
    played = np.frombuffer(bytes.fromhex(json.loads(notes.read_text("utf-8"))[2]), np.float32)
    heard = played * 10 ** (gain_db / 20)  # as the server amplifies
    assert heard == pytest.approx([0.25, -0.5, 1.0], rel=0.001)


def test_no_output_is_no_device(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    server(monkeypatch, tmp_path)
    assert failure() is NotPlayable.NO_DEVICE


@pytest.mark.parametrize(
    ("error", "reason"),
    [("library-missing", NotPlayable.LIBRARY_MISSING), ("cannot-open", NotPlayable.NO_DEVICE)],
)
def test_a_list_that_cannot_be_had_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, error: str, reason: NotPlayable
) -> None:
    monkeypatch.setattr(sound_playback, "find_pactl", lambda: None)
    line = f'print(\'{{"error": "{error}", "detail": ""}}\')'
    (tmp_path / "scripted_list.py").write_text(line, encoding="utf-8")
    monkeypatch.setattr(capture_process, "_CHILD_MODULE", "scripted_list")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    assert failure() is reason


HANG = "import time; time.sleep(60)"
ERROR = 'print(\'{"error": "%s", "detail": "d"}\')'


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        (ERROR % "device-busy", NotPlayable.DEVICE_BUSY),
        (ERROR % "cannot-open", NotPlayable.CANNOT_OPEN),
        ("raise SystemExit(1)", NotPlayable.CANNOT_OPEN),
        ("print('no JSON')", NotPlayable.CANNOT_OPEN),
        ("print('[]')", NotPlayable.CANNOT_OPEN),
        (HANG, NotPlayable.CANNOT_OPEN),
        ("print('{\"ready\": true}'); raise SystemExit(1)", NotPlayable.STOPPED),
        (
            "print('{\"ready\": true}', flush=True); import time; time.sleep(60)",
            NotPlayable.STOPPED,
        ),
    ],
)
def test_an_output_that_fails(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, lines: str, reason: NotPlayable
) -> None:
    server(monkeypatch, tmp_path, USB_EARPIECE)
    script(monkeypatch, tmp_path, lines)
    monkeypatch.setattr(sound_playback, "OPEN_TIMEOUT_S", 0.3 if lines == HANG else 20)
    monkeypatch.setattr(sound_playback, "LATEST_END_S", 0.3)
    assert failure() is reason


@pytest.mark.parametrize("lines", [CHILD, ERROR % "cannot-open"])
def test_an_output_that_leaves_the_list_meanwhile_was_unplugged(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, lines: str
) -> None:
    server(monkeypatch, tmp_path, USB_EARPIECE)
    script(monkeypatch, tmp_path, lines)
    monkeypatch.setattr(sound_playback, "list_sinks", lambda _pactl, _checkpoint: ())
    assert failure() is NotPlayable.UNPLUGGED


PLUG_IN_MISSING = "import sys\nif sys.argv[1] == 'pulse':\n    sys.exit(%s)\n" % (
    ERROR % "sound-plugin-missing"
)


def test_without_the_plug_in_the_default_output_is_reached_as_portaudios_default(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, notes: Path
) -> None:
    server(monkeypatch, tmp_path, LAPTOP_SPEAKERS, USB_EARPIECE)
    script(monkeypatch, tmp_path, PLUG_IN_MISSING + CHILD)
    SoundPlayback().play(SAMPLES, 8_000, ctx=quiet())
    assert notes.read_text("utf-8").startswith('[["-", "2", "8000", "3"]')
    assert failure(LAPTOP_SPEAKERS["name"]) is NotPlayable.PLUGIN_MISSING


def test_cancel_is_heard_at_once_and_leaves_no_child(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, notes: Path
) -> None:
    server(monkeypatch, tmp_path, USB_EARPIECE)
    script(monkeypatch, tmp_path, wait_s=30)
    ctx = quiet()
    children: list[PlaybackProcess] = []
    monkeypatch.setattr(
        sound_playback,
        "PlaybackProcess",
        lambda *arguments: children.append(PlaybackProcess(*arguments)) or children[0],
    )
    asked_s: list[float] = []

    def checkpoint() -> None:
        if notes.exists():  # it plays
            asked_s.append(time.monotonic())
            raise JobCancelledError

    monkeypatch.setattr(JobContext, "checkpoint", lambda _ctx: checkpoint())
    with pytest.raises(JobCancelledError):
        SoundPlayback().play(SAMPLES, 8_000, ctx=ctx)
    assert time.monotonic() - asked_s[0] < 3  # some milliseconds on an idle computer
    assert children[0]._process.poll() is not None
    assert not any(thread.is_alive() for thread in children[0]._threads)


def test_a_sound_larger_than_a_pipe_reaches_a_child_that_reads_late(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, notes: Path
) -> None:
    server(monkeypatch, tmp_path, USB_EARPIECE)
    script(monkeypatch, tmp_path, "import time; time.sleep(0.3)\n" + CHILD)
    SoundPlayback().play(np.full(100_000, 0.5), 48_000, ctx=quiet())
    assert len(notes.read_text("utf-8")) > 800_000
