"""The window measures by what the organization gave, and keeps no copy of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from workspace_assistant.adapters.files import profile_file
from workspace_assistant.adapters.files.managed_settings import ManagedPlace
from workspace_assistant.bootstrap.window import window_services
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.readiness.profile.faults import ProfileError
from workspace_assistant.ui.readiness.jobs import read_opening


@pytest.fixture(params=["lock", "preset"])
def way(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    (tmp_path / "acme.toml").write_text('schema = 1\nname = "Acme contact center"\n')
    managed = tmp_path / "managed.toml"
    managed.write_text(f"[{request.param}]\nprofile = 'acme.toml'\n")
    place = ManagedPlace(managed, owner=tmp_path.stat().st_uid)
    monkeypatch.setattr(profile_file, "system_place", lambda: place)
    return str(request.param)


def test_the_window_opens_with_it(way: str, tmp_path: Path) -> None:
    data_dir = tmp_path / "data"
    found = read_opening(window_services(data_dir), JobContext(lambda _: None))
    assert found.profile.name == "Acme contact center", way
    assert found.profile_trouble is None
    assert not (data_dir / "profile.toml").exists()


def test_another_one_is_refused_where_it_is_locked(way: str, tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text('schema = 1\nname = "Own"\n')
    services = window_services(tmp_path / "data")
    if way == "preset":
        assert services.load_profile(own).name == "Own"
        return
    with pytest.raises(ProfileError, match="set by your organization"):
        services.load_profile(own)
