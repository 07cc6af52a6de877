"""A recording that is taken off its microphone is noticed, whichever way it happens."""

import os
import time
from pathlib import Path

import pytest

from tests.unit.adapters.audio.scripted_pactl import pactl_listing, pactl_saying
from tests.unit.adapters.audio.sound_documents import USB_MICROPHONE, entry, stream
from workspace_assistant.adapters.audio import source_watch
from workspace_assistant.adapters.audio.source_watch import SourceWatch, check_on_source, concerns
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.readiness.microphone.ports import (
    MicrophoneUnavailableError,
    Unavailable,
)

OK = JobContext(on_progress=lambda _progress: None)


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        ("Event 'remove' on source #3", True),
        ("Event 'remove' on source #33", False),
        ("Event 'change' on source #3", False),  # its volume, or that it sleeps
        ("Event 'change' on source-output #9", True),
        ("Event 'remove' on source-output #9", True),
        ("Event 'new' on source-output #9", False),
        ("Event 'change' on client #3", False),
        ("", False),
    ],
)
def test_events_that_may_concern_a_recording(event: str, *, expected: bool) -> None:
    assert concerns(event, 3) is expected


def problem(pactl: str, process_id: int | None) -> Unavailable | None:
    try:
        check_on_source(pactl, 3, process_id, OK)
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
    with SourceWatch(pactl, 3, 41) as watch:
        assert watched(watch) is Unavailable.MOVED
        listener = int((tmp_path / "pid").read_text("utf-8"))
        os.kill(listener, 0)
    with pytest.raises(ProcessLookupError):
        os.kill(listener, 0)


def test_where_nothing_happens_nothing_is_asked(tmp_path: Path) -> None:
    with SourceWatch(pactl_telling(tmp_path), 3, 41) as watch:
        while not (tmp_path / "pid").exists():
            time.sleep(0.01)
        watch.check()


def test_a_server_that_hangs_up_is_asked_once_more(tmp_path: Path) -> None:
    with SourceWatch(pactl_saying(tmp_path, "exit 1"), 3, 41) as watch:
        assert watched(watch) is Unavailable.NO_SOUND_SERVER


def test_leaving_does_not_wait_for_a_server_that_hangs(tmp_path: Path) -> None:
    hanging = f'[ "$1" = subscribe ] && exit; touch {tmp_path}/asked; exec sleep 60'
    with SourceWatch(pactl_saying(tmp_path, hanging), 3, 41):
        while not (tmp_path / "asked").exists():
            time.sleep(0.01)
        began_s = time.monotonic()
    assert time.monotonic() - began_s < 1


def test_without_a_way_to_end_the_listener_nobody_listens(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(source_watch.shutil, "which", lambda _program: None)
    with SourceWatch(pactl_saying(tmp_path, f"touch {tmp_path}/asked"), 3, 41) as watch:
        watch.check()
    assert not (tmp_path / "asked").exists()
