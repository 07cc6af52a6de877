"""What the tests of `mic` share."""

from __future__ import annotations

import io
import sys

import pytest

from tests.unit.cli.desk import PROFILE, Desk
from workspace_assistant.cli import mic


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setattr(mic, "chosen_profile", lambda *_: PROFILE)
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    return Desk()
