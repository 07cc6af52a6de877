"""A recording that is taken off its microphone is noticed, whichever way it happens."""

import os
import time
from pathlib import Path

import pytest

from tests.unit.adapters.audio.scripted_pactl import pactl_listing, pactl_saying
from tests.unit.adapters.audio.sound_documents import (
    JACK_MICROPHONE,
    LAPTOP_MICROPHONE,
    USB_MICROPHONE,
    Entry,
    entry,
    stream,
    volume,
)
from workspace_assistant.adapters.audio import pactl as sound_server
from workspace_assistant.adapters.audio.own_stream import RECORDING
from workspace_assistant.adapters.audio.pulse_sources import parse_sources
from workspace_assistant.adapters.audio.server_watch import concerns
from workspace_assistant.adapters.audio.source_watch import SourceWatch, check_on_source
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.readiness.microphone.ports import (
    MicrophoneUnavailableError,
    Unavailable,
)

OK = JobContext(on_progress=lambda _progress: None)
(HEADSET,) = parse_sources([USB_MICROPHONE], "")


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        ("Event 'remove' on source #3", True),
        ("Event 'remove' on source #33", False),
        ("Event 'change' on source #3", True),  # its volume or its socket
        ("Event 'change' on source #33", False),
        ("Event 'change' on source-output #9", True),
        ("Event 'remove' on source-output #9", True),
        ("Event 'new' on source-output #9", False),
        ("Event 'change' on client #3", False),
        ("", False),
    ],
)
def test_events_that_may_concern_a_recording(event: str, *, expected: bool) -> None:
    assert concerns(event, RECORDING, 3) is expected


def problem(pactl: str, process_id: int | None) -> Unavailable | None:
    try:
        check_on_source(pactl, HEADSET, process_id, OK)
    except MicrophoneUnavailableError as error:
        return error.reason
    return None


def test_a_source_that_left_and_a_stream_that_moved_are_told_apart(tmp_path: Path) -> None:
    streams = [stream(3, application_process_id="41"), stream(7, application_process_id="42")]
    pactl = pactl_listing(tmp_path, sources=[USB_MICROPHONE, entry("webcam")], streams=streams)
    assert problem(pactl, 41) is None
    assert problem(pactl, 42) is Unavailable.MOVED
    assert problem(pactl, 43) is None
    assert problem(pactl, None) is None
    pactl = pactl_listing(tmp_path, sources=[entry("webcam")], streams=streams)
    assert problem(pactl, 42) is Unavailable.UNPLUGGED
    assert problem(pactl, None) is Unavailable.UNPLUGGED


def problem_of(
    folder: Path, before: Entry, after: Entry, ours: Entry, *, has_begun: bool = True
) -> Unavailable | None:
    (source,) = parse_sources([before], "")
    pactl = pactl_listing(folder, sources=[after], streams=[ours])
    try:
        check_on_source(pactl, source, 41, OK, has_begun=has_begun)
    except MicrophoneUnavailableError as error:
        return error.reason
    return None


def test_another_socket_of_the_same_source_is_another_microphone(tmp_path: Path) -> None:
    ours = stream(1, application_process_id="41")
    assert problem_of(tmp_path, JACK_MICROPHONE, JACK_MICROPHONE, ours) is None
    for has_begun in (False, True):
        reason = problem_of(tmp_path, JACK_MICROPHONE, LAPTOP_MICROPHONE, ours, has_begun=has_begun)
        assert reason is Unavailable.MOVED


OURS = stream(3, application_process_id="41")


@pytest.mark.parametrize(
    ("after", "ours"),
    [
        (USB_MICROPHONE | {"volume": volume(40_000)}, OURS),
        (USB_MICROPHONE | {"volume": volume(0)}, OURS),
        (USB_MICROPHONE | {"mute": True}, OURS),
        (USB_MICROPHONE, OURS | {"volume": volume(20_000)}),
        (USB_MICROPHONE, OURS | {"mute": True}),
    ],
    ids=["volume", "zero", "mute", "our volume", "our mute"],
)
def test_a_volume_or_mute_that_changes_meanwhile_is_told(
    tmp_path: Path, after: Entry, ours: Entry
) -> None:
    assert problem_of(tmp_path, USB_MICROPHONE, after, ours) is Unavailable.VOLUME_CHANGED
    assert problem_of(tmp_path, USB_MICROPHONE, after, ours, has_begun=False) is None


def test_what_servers_round_is_no_change(tmp_path: Path) -> None:
    after = USB_MICROPHONE | {"volume": volume(52_100)}
    assert problem_of(tmp_path, USB_MICROPHONE, after, OURS | {"volume": volume(65_535)}) is None


def watched(watch: SourceWatch) -> Unavailable | None:
    """What the watch finds; None when it finds nothing within some seconds."""
    deadline_s = time.monotonic() + 10
    while time.monotonic() < deadline_s:
        try:
            watch.check()
        except MicrophoneUnavailableError as error:
            return error.reason
        time.sleep(0.01)
    return None


def pactl_telling(folder: Path, *events: str) -> str:
    """A server whose stream 41 records source 7, and where these events happen."""
    listing = pactl_listing(
        folder,
        sources=[USB_MICROPHONE, entry("webcam")],
        streams=[stream(7, application_process_id="41")],
    )
    Path(listing).rename(folder / "listing")
    told = "".join(f'echo "{event}"; ' for event in events)
    subscribed = f"echo $$ > {folder}/pid; {told}exec sleep 60"
    return pactl_saying(
        folder, f'if [ "$1" = subscribe ]; then {subscribed}; else {folder}/listing "$@"; fi'
    )


def test_an_event_makes_the_watch_look_and_the_listener_ends(tmp_path: Path) -> None:
    pactl = pactl_telling(
        tmp_path, "Event 'new' on client #1", "Event 'change' on source-output #2"
    )
    with SourceWatch(pactl, HEADSET, 41) as watch:
        assert watched(watch) is Unavailable.MOVED
        listener = int((tmp_path / "pid").read_text("utf-8"))
        os.kill(listener, 0)
    with pytest.raises(ProcessLookupError):
        os.kill(listener, 0)


def test_where_nothing_happens_nothing_is_asked(tmp_path: Path) -> None:
    with SourceWatch(pactl_telling(tmp_path), HEADSET, 41) as watch:
        while not (tmp_path / "pid").exists():
            time.sleep(0.01)
        watch.check()


def test_a_server_that_hangs_up_is_asked_once_more(tmp_path: Path) -> None:
    with SourceWatch(pactl_saying(tmp_path, "exit 1"), HEADSET, 41) as watch:
        assert watched(watch) is Unavailable.NO_SOUND_SERVER


def test_leaving_does_not_wait_for_a_server_that_hangs(tmp_path: Path) -> None:
    hanging = f'[ "$1" = subscribe ] && exit; touch {tmp_path}/asked; exec sleep 60'
    with SourceWatch(pactl_saying(tmp_path, hanging), HEADSET, 41):
        while not (tmp_path / "asked").exists():
            time.sleep(0.01)
        began_s = time.monotonic()
    assert time.monotonic() - began_s < 2.5  # before it would give up by itself


def test_without_a_way_to_end_the_listener_nobody_listens(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sound_server.shutil, "which", lambda _program: None)
    with SourceWatch(pactl_saying(tmp_path, f"touch {tmp_path}/asked"), HEADSET, 41) as watch:
        watch.check()
    assert not (tmp_path / "asked").exists()
