"""How this program is started again, and where the system is told so."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from workspace_assistant.bootstrap.own_program import program_words
from workspace_assistant.bootstrap.schedule import schedule_service


def test_this_program_is_started_by_its_own_python() -> None:
    assert program_words() == (sys.executable, "-P", "-m", "workspace_assistant")


def test_a_bundle_is_started_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert program_words() == (sys.executable,)


def test_a_console_free_python_is_taken_on_windows(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "pythonw.exe").touch()
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python.exe"))
    monkeypatch.setattr(sys, "platform", "win32")
    assert program_words()[0] == str(tmp_path / "pythonw.exe")


@pytest.mark.skipif(sys.platform != "linux", reason="how Linux has it")
def test_the_places_are_the_users(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    home, config = tmp_path / "home", tmp_path / "config"
    monkeypatch.setenv("HOME", str(home))
    for chosen, folder in (("relative", home / ".config"), (str(config), config)):
        monkeypatch.setenv("XDG_CONFIG_HOME", chosen)
        place = schedule_service(tmp_path).autostart_state().place
        assert place == str(folder / "autostart" / "workspace-assistant.desktop")
    assert list(tmp_path.iterdir()) == []
