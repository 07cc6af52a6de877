"""The input volume: read, changed by the asked decibels, never beyond the end of the scale."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.adapters.audio.scripted_pactl import pactl_saying
from tests.unit.adapters.audio.sound_documents import (
    PULSE_MONITOR,
    USB_MICROPHONE,
    Entry,
    entry,
    volume,
)
from workspace_assistant.adapters.audio import source_volume
from workspace_assistant.adapters.audio.device_facts import decibels
from workspace_assistant.adapters.audio.source_volume import (
    HIGHEST_DB,
    SourceVolume,
    changed_volumes,
)
from workspace_assistant.core.readiness.microphone.ports import (
    NoVolumeControl,
    Volume,
    VolumeUnavailableError,
)

STEREO = entry("stereo", volume=volume(65_536, 32_768), mute=True)


def server(monkeypatch: pytest.MonkeyPatch, folder: Path, after: str = "", *sources: Entry) -> Path:
    """A sound server; the file returned holds what it was told. *after* runs when it is told."""
    listed = json.dumps(list(sources or (PULSE_MONITOR, USB_MICROPHONE, STEREO)))
    (folder / "sources.json").write_text(listed, encoding="utf-8")
    program = pactl_saying(
        folder,
        f"""case "$*" in
            *info) echo '{{"default_source_name": "out.monitor"}}' ;;
            *sources) cat "{folder}/sources.json" ;;
            *) echo "$*" > "{folder}/told"
               {after or ":"} ;;
        esac""",
    )
    monkeypatch.setattr(source_volume, "find_pactl", lambda: program)
    return folder / "told"


def test_the_volume_is_read_of_the_default_or_the_named_microphone(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    server(monkeypatch, tmp_path)
    assert SourceVolume().get("") == Volume(db=-6.0, is_muted=False)
    assert SourceVolume().get("stereo") == Volume(db=0.0, is_muted=True)


def test_a_change_is_told_for_every_channel_and_read_back(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    louder = json.dumps([entry("stereo", volume=volume(82_504, 41_252))])
    told = server(monkeypatch, tmp_path, f"echo '{louder}' > '{tmp_path}/sources.json'")
    assert SourceVolume().change("stereo", 6.0) == Volume(db=6.0, is_muted=False)
    assert told.read_text("utf-8") == "set-source-volume stereo 82505 41252\n"


@given(
    volumes=st.lists(st.integers(1_000, 99_000), min_size=1, max_size=2),
    change_db=st.floats(-30, 30),
)
def test_changes_are_exact_keep_the_balance_and_end_with_the_scale(
    volumes: list[int], change_db: float
) -> None:
    changed = changed_volumes(volumes, change_db)
    before_db, after_db = decibels(max(volumes)), decibels(max(changed))
    assert after_db == pytest.approx(min(HIGHEST_DB, before_db + change_db), abs=0.15)
    assert max(changed) * min(volumes) == pytest.approx(min(changed) * max(volumes), rel=0.01)


@pytest.mark.parametrize(
    ("volumes", "change_db", "expected"),
    [
        ([99_957], 6, [99_957]),  # it is at the end
        ([131_072], 6, [131_072]),  # somebody set it beyond: no change, and no fall
        ([131_072], -18.06, [65_541]),
        ([0, 0], 6, [0, 0]),
    ],
)
def test_ends_of_the_scale(volumes: list[int], change_db: float, expected: list[int]) -> None:
    assert changed_volumes(volumes, change_db) == expected


def refusal(device_id: str = "stereo") -> NoVolumeControl:
    with pytest.raises(VolumeUnavailableError) as caught:
        SourceVolume().change(device_id, 3.0)
    return caught.value.reason


@pytest.mark.parametrize("name", ["gone", PULSE_MONITOR["name"]])
def test_what_is_no_microphone_is_unknown_and_left_alone(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str
) -> None:
    told = server(monkeypatch, tmp_path)
    assert refusal(name) is NoVolumeControl.UNKNOWN_DEVICE
    assert not told.exists()


@pytest.mark.parametrize(
    ("volumes", "expected"),
    [((65_536, 32_768), "52057 26029"), ((0, 0), "52057 52057")],  # zero has no balance to keep
)
def test_a_level_is_set_from_wherever_it_is(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, volumes: tuple[int, int], expected: str
) -> None:
    told = server(monkeypatch, tmp_path, "", entry("stereo", volume=volume(*volumes)))
    SourceVolume().set("stereo", -6.0)
    _, name, *values = told.read_text("utf-8").split()
    assert name == "stereo"
    assert [int(one) for one in values] == pytest.approx(
        [int(one) for one in expected.split()], abs=3
    )


def test_no_step_leads_up_from_zero(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    told = server(monkeypatch, tmp_path, "", entry("stereo", volume=volume(0, 0)))
    assert refusal() is NoVolumeControl.AT_ZERO
    assert not told.exists()


def test_a_server_that_says_no_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    server(monkeypatch, tmp_path, "echo 'Failure: Not supported' >&2; exit 1")
    assert refusal() is NoVolumeControl.REFUSED


def test_a_microphone_without_a_scale_in_decibels_is_left_alone(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    told = server(monkeypatch, tmp_path, "", entry("stereo", flags=["HARDWARE"]))
    assert refusal() is NoVolumeControl.REFUSED
    assert not told.exists()


def test_no_server_and_no_pactl_are_told_apart(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(source_volume, "find_pactl", lambda: str(tmp_path / "none"))
    assert refusal() is NoVolumeControl.NO_SOUND_SERVER
    monkeypatch.setattr(source_volume, "find_pactl", lambda: None)
    assert refusal() is NoVolumeControl.NOT_ON_THIS_SYSTEM
