from __future__ import annotations

import pytest

from tests.fakes.focus_tools import FocusDesk


def test_it_is_shown_and_set(capsys: pytest.CaptureFixture[str]) -> None:
    desk = FocusDesk()
    assert desk.run("idle") == 0
    assert "after 5m." in capsys.readouterr().out
    assert desk.run("idle", "10m") == 0
    assert "after 10m." in capsys.readouterr().out
    assert desk.run("idle") == 0
    assert "after 10m." in capsys.readouterr().out


@pytest.mark.parametrize("length", ["30s", "2h"])
def test_what_would_make_the_log_untrue_is_refused(
    length: str, capsys: pytest.CaptureFixture[str]
) -> None:
    desk = FocusDesk()
    assert desk.run("idle", length) == 2
    assert "after 1m to 1h" in capsys.readouterr().err
    assert desk.idle == ""


def test_what_is_no_length_is_refused() -> None:
    with pytest.raises(SystemExit):
        FocusDesk().run("idle", "soon")
