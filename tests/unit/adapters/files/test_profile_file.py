from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from workspace_assistant.adapters.files.managed_settings import ManagedPlace
from workspace_assistant.adapters.files.profile_file import (
    active_profile_path,
    default_profile_path,
    forget_profile,
    read_profile,
    use_profile,
)
from workspace_assistant.core.readiness.profile.faults import ProfileError

GOOD = 'schema = 1\nname = "Acme"\n'


def test_the_digest_is_that_of_the_file_so_anyone_can_check_it(tmp_path: Path) -> None:
    path = tmp_path / "acme.toml"
    path.write_text(GOOD)
    assert read_profile(path).digest == f"sha256:{hashlib.sha256(GOOD.encode()).hexdigest()}"


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"schema = ", "not valid TOML: Invalid value (at end of document)"),
        (b"\xff\xfe", "byte 0: not UTF-8 text"),
        (b"# " + b"x" * 300_000, "larger than 256 KiB: not a profile"),
        (b"a = " + b"[" * 100_000, "not valid TOML"),
        (b"a = " + b"1" * 5_000, "not valid TOML"),
    ],
)
def test_a_file_that_is_no_profile_is_explained(tmp_path: Path, content: bytes, fault: str) -> None:
    path = tmp_path / "bad.toml"
    path.write_bytes(content)
    with pytest.raises(ProfileError) as raised:
        read_profile(path)
    assert raised.value.faults[0].startswith(fault)


def test_a_missing_file_is_explained(tmp_path: Path) -> None:
    with pytest.raises(ProfileError, match="cannot be read: No such file"):
        read_profile(tmp_path / "none.toml")


def test_the_chosen_profile_is_kept_as_a_copy(tmp_path: Path) -> None:
    source, data_dir = tmp_path / "acme.toml", tmp_path / "data"
    source.write_text(GOOD)
    assert active_profile_path(data_dir) == default_profile_path()
    assert use_profile(source, data_dir).name == "Acme"
    source.unlink()
    assert read_profile(active_profile_path(data_dir)).name == "Acme"


def test_a_faulty_profile_does_not_replace_the_chosen_one(tmp_path: Path) -> None:
    source, data_dir = tmp_path / "acme.toml", tmp_path / "data"
    source.write_text(GOOD)
    use_profile(source, data_dir)
    source.write_text("schema = 3")
    with pytest.raises(ProfileError):
        use_profile(source, data_dir)
    assert read_profile(active_profile_path(data_dir)).name == "Acme"


def test_the_mark_that_notepad_writes_is_read_over(tmp_path: Path) -> None:
    path = tmp_path / "acme.toml"
    path.write_bytes(b"\xef\xbb\xbf" + GOOD.encode())
    assert read_profile(path).name == "Acme"


def test_what_is_kept_is_what_was_checked(tmp_path: Path) -> None:
    source, data_dir = tmp_path / "acme.toml", tmp_path / "data"
    source.write_text(GOOD)
    digest = use_profile(source, data_dir).digest
    assert read_profile(active_profile_path(data_dir)).digest == digest
    forget_profile(data_dir)
    assert active_profile_path(data_dir) == default_profile_path()


def test_an_organizations_profile_is_preset_or_locked(tmp_path: Path) -> None:
    managed, own, data_dir = tmp_path / "managed.toml", tmp_path / "own.toml", tmp_path / "data"
    own.write_text('schema = 1\nname = "Own"\n')
    place = ManagedPlace(managed, owner=tmp_path.stat().st_uid)
    managed.write_text("[preset]\nprofile = 'acme.toml'\n")
    assert active_profile_path(data_dir, place) == tmp_path / "acme.toml"
    use_profile(own, data_dir, place)
    assert active_profile_path(data_dir, place) == data_dir / "profile.toml"
    managed.write_text(f"[lock]\nprofile = '{tmp_path}/locked.toml'\n")
    assert active_profile_path(data_dir, place) == tmp_path / "locked.toml"
    with pytest.raises(OSError, match="set by your organization"):
        use_profile(own, data_dir, place)
    with pytest.raises(OSError, match="set by your organization"):
        forget_profile(data_dir, place)
