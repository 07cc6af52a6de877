from __future__ import annotations

import pytest

from workspace_assistant.core.focus.errors import FocusError
from workspace_assistant.core.focus.watch_settings import kept_idle, settings_of


@pytest.mark.parametrize(
    ("kept", "seconds"),
    [("", 300), ("600", 600), ("60", 60), ("3600", 3600), ("59", 300), ("1e9", 300), ("nan", 300)],
)
def test_what_makes_no_sense_is_the_usual_five_minutes(kept: str, seconds: float) -> None:
    assert settings_of(kept).idle_threshold_s == seconds


@pytest.mark.parametrize("seconds", [60.0, 90.0, 600.0, 3600.0])
def test_what_was_kept_holds(seconds: float) -> None:
    assert settings_of(kept_idle(seconds)).idle_threshold_s == seconds


@pytest.mark.parametrize("seconds", [59.0, 3601.0])
def test_a_threshold_that_would_make_the_log_untrue_is_refused(seconds: float) -> None:
    with pytest.raises(FocusError):
        kept_idle(seconds)
