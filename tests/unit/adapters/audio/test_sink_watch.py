"""A sound that is taken to another output, or turned up or down, is noticed while it plays."""

from pathlib import Path

import pytest

from tests.unit.adapters.audio.scripted_pactl import pactl_listing, pactl_saying
from tests.unit.adapters.audio.sound_documents import (
    JACK_HEADPHONES,
    LAPTOP_SPEAKERS,
    USB_EARPIECE,
    Entry,
    entry,
    volume,
)
from workspace_assistant.adapters.audio import own_stream
from workspace_assistant.adapters.audio.own_stream import PLAYING
from workspace_assistant.adapters.audio.pulse_sinks import parse_sinks
from workspace_assistant.adapters.audio.server_watch import concerns
from workspace_assistant.adapters.audio.sink_watch import SinkWatch
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.readiness.microphone.ports import (
    NotPlayable,
    PlaybackUnavailableError,
)

OK = JobContext(on_progress=lambda _progress: None)


def playing(sink: int, **changes: object) -> Entry:
    properties = {"application.process.id": "41"}
    stream = {"index": 5, "sink": sink, "volume": volume(65_536), "mute": False}
    return stream | {"properties": properties} | changes


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        ("Event 'remove' on sink #4", True),
        ("Event 'change' on sink #4", True),
        ("Event 'change' on sink #44", False),
        ("Event 'change' on sink-input #9", True),
        ("Event 'new' on sink-input #9", False),
        ("Event 'change' on source #4", False),
    ],
)
def test_events_that_may_concern_a_sound(event: str, *, expected: bool) -> None:
    assert concerns(event, PLAYING, 4) is expected


def problem(
    folder: Path, after: Entry, ours: Entry, before: Entry = USB_EARPIECE
) -> NotPlayable | None:
    """What is found when all was well at the beginning, and is so afterwards."""
    (sink,) = parse_sinks([before], "")
    well = playing(int(before["index"]))
    watch = SinkWatch(pactl_listing(folder, sinks=[before], playing=[well]), sink, 41)
    watch.begin(OK)
    pactl_listing(folder, sinks=[after], playing=[ours])
    try:
        watch.look(OK)
    except PlaybackUnavailableError as error:
        return error.reason
    return None


@pytest.mark.parametrize(
    ("after", "ours", "reason"),
    [
        (USB_EARPIECE, playing(4), None),
        (USB_EARPIECE, playing(9) | {"properties": {}}, None),  # ours has ended
        (USB_EARPIECE, playing(9), NotPlayable.MOVED),
        (USB_EARPIECE, playing(4, mute=True), NotPlayable.VOLUME_CHANGED),
        (USB_EARPIECE, playing(4, volume=volume(90_000)), NotPlayable.VOLUME_CHANGED),
        (USB_EARPIECE | {"volume": volume(90_000)}, playing(4), NotPlayable.VOLUME_CHANGED),
        (USB_EARPIECE | {"mute": True}, playing(4), NotPlayable.VOLUME_CHANGED),
        (entry("other"), playing(7), NotPlayable.UNPLUGGED),
    ],
)
def test_what_spoils_a_sound_is_told(
    tmp_path: Path, after: Entry, ours: Entry, reason: NotPlayable | None
) -> None:
    assert problem(tmp_path, after, ours) is reason


def test_another_socket_is_another_output(tmp_path: Path) -> None:
    ours = playing(0)
    assert problem(tmp_path, LAPTOP_SPEAKERS, ours, JACK_HEADPHONES) is NotPlayable.MOVED


def refusal(pactl: str) -> NotPlayable:
    (sink,) = parse_sinks([USB_EARPIECE], "")
    with pytest.raises(PlaybackUnavailableError) as caught:
        SinkWatch(pactl, sink, 41).begin(OK)
    return caught.value.reason


def test_an_output_turned_up_since_it_was_chosen_gets_no_sound(tmp_path: Path) -> None:
    louder = USB_EARPIECE | {"volume": volume(99_957)}
    pactl = pactl_listing(tmp_path, sinks=[louder], playing=[playing(4)])
    assert refusal(pactl) is NotPlayable.VOLUME_CHANGED


def test_a_server_that_keeps_us_muted_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(own_stream, "_SETTLES_WITHIN_S", 0.1)
    listing = tmp_path / "listing"
    listing.mkdir()
    obstinate = pactl_listing(listing, sinks=[USB_EARPIECE], playing=[playing(4, mute=True)])
    assert (
        refusal(pactl_saying(tmp_path, f'case "$1" in set-*) exit ;; esac; exec {obstinate} "$@"'))
        is NotPlayable.TURNED_DOWN
    )


def test_no_answer_is_no_sound_server(tmp_path: Path) -> None:
    assert refusal(pactl_saying(tmp_path, "exit 1")) is NotPlayable.NO_SOUND_SERVER
