"""Our stream is found by its process, set to 100 %, and given up where the server does not obey."""

from pathlib import Path

import pytest

from tests.unit.adapters.audio.scripted_pactl import pactl_listing, pactl_saying
from tests.unit.adapters.audio.sound_documents import Entry, stream, volume
from workspace_assistant.adapters.audio import own_stream
from workspace_assistant.adapters.audio.own_stream import (
    RECORDING,
    OwnStream,
    TurnedDownError,
    clear_way,
)

REMEMBERED = stream(3, application_process_id="41") | {"index": 9, "volume": volume(20_000)}
MUTED = REMEMBERED | {"volume": volume(65_536), "mute": True}


def go_on() -> None:
    pass


def found(pactl: str, process_id: int) -> OwnStream | None:
    return own_stream.own_stream(pactl, RECORDING, process_id, go_on)


def test_the_stream_of_a_process_is_found(tmp_path: Path) -> None:
    streams = [
        stream(3, application_process_id="41"),
        stream(5, application_process_id="42"),
        stream(0xFFFFFFFF, application_process_id="43"),  # linked to nothing
        {"source": 6},
    ]
    pactl = pactl_listing(tmp_path, streams=streams)
    devices = {pid: ours.device_index for pid in (42, 43) if (ours := found(pactl, pid))}
    assert devices == {42: 5, 43: None}
    assert found(pactl, 44) is None


def obeying(folder: Path, ours: Entry, *, obeys: bool = True) -> str:
    """A server that notes what it is told; the volume is right from then on, or never."""
    after, before = folder / "after", folder / "before"
    after.mkdir()
    before.mkdir()
    clear = ours | {"volume": volume(65_536), "mute": False}
    right = pactl_listing(after, streams=[clear if obeys else ours])
    wrong = pactl_listing(before, streams=[ours])
    return pactl_saying(
        folder,
        f'''case "$1" in set-*) echo "$*" >> "{folder}/told"; exit ;; esac
        if [ -e "{folder}/told" ]; then {right} "$@"; else {wrong} "$@"; fi''',
    )


def told(folder: Path) -> list[str]:
    file = folder / "told"
    return file.read_text("utf-8").splitlines() if file.exists() else []


@pytest.mark.parametrize("ours", [REMEMBERED, MUTED], ids=["turned down", "muted"])
def test_what_the_server_remembers_is_undone(tmp_path: Path, ours: Entry) -> None:
    assert clear_way(obeying(tmp_path, ours), RECORDING, 41, None, go_on)
    assert told(tmp_path) == ["set-source-output-volume 9 65536", "set-source-output-mute 9 0"]


@pytest.mark.parametrize("process_id", [41, 42])
def test_a_stream_that_changes_nothing_is_left_alone(tmp_path: Path, process_id: int) -> None:
    clear = REMEMBERED | {"volume": volume(65_536)}
    assert not clear_way(obeying(tmp_path, clear), RECORDING, process_id, None, go_on)
    assert told(tmp_path) == []


def test_a_server_that_does_not_obey_is_given_up(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(own_stream, "_SETTLES_WITHIN_S", 0.1)
    with pytest.raises(TurnedDownError):
        clear_way(obeying(tmp_path, REMEMBERED, obeys=False), RECORDING, 41, None, go_on)


def test_with_flat_volumes_the_devices_volume_is_never_moved(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(own_stream, "_SETTLES_WITHIN_S", 0.1)
    server = obeying(tmp_path, REMEMBERED)
    assert not clear_way(server, RECORDING, 41, 20_000, go_on)  # the device's own
    with pytest.raises(TurnedDownError):
        clear_way(obeying_never(tmp_path), RECORDING, 41, 40_000, go_on)
    assert told(tmp_path / "other") == ["set-source-output-mute 9 0"]


def obeying_never(folder: Path) -> str:
    (folder / "other").mkdir()
    return obeying(folder / "other", REMEMBERED, obeys=False)
