"""`schedule` as a user types it, in a home of the test's own and out of any systemd's reach."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.program import run


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    runtime, home = tmp_path / "run", tmp_path / "my home"
    for folder in (runtime, home):
        folder.mkdir(mode=0o700)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
    for name in ("XDG_CONFIG_HOME", "DBUS_SESSION_BUS_ADDRESS"):
        monkeypatch.delenv(name, raising=False)
    return home


def test_where_no_systemd_follows_the_user_is_told_what_to_run(home: Path) -> None:
    data = home / "data"
    done = run(data, "schedule", "install")
    assert done.code == 1
    assert "systemd does not run" in done.err
    assert "systemctl --user enable --now" in done.err or "*/5 * * * * " in done.err
    shown = run(data, "schedule", "show", "--json").document()
    assert shown["timer"]["is_active"] is None
    assert run(data, "schedule", "remove").code == 0
    assert not list(home.glob("**/*.timer"))


def test_starting_at_login_is_a_file_of_the_desktop(home: Path) -> None:
    data = home / "data"
    on = run(data, "schedule", "autostart", "on", "--json").document()
    entry = Path(on["autostart"]["place"])
    assert entry == home / ".config" / "autostart" / "workspace-assistant.desktop"
    assert f'"--data-dir" "{data}" "--in-tray"' in entry.read_text()
    off = run(data, "schedule", "autostart", "off")
    assert (off.code, off.out) == (0, "The program does not start at login.\n")
    assert not entry.exists()


def test_minutes_that_are_not_possible_change_nothing(home: Path) -> None:
    done = run(home / "data", "schedule", "install", "--every", "7")
    assert done.code == 2
    assert done.err.startswith("Every 7 minutes is not possible; choose from 1, 2, 3")
    assert not list(home.glob("**/*.timer"))
