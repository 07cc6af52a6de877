"""Only what belongs to the installation decides; what a computer lacks says what is lost."""

from __future__ import annotations

import argparse
import json
from types import SimpleNamespace
from typing import cast

import pytest

from workspace_assistant.cli import self_test
from workspace_assistant.cli.exit_codes import ExitCode
from workspace_assistant.cli.services import CliServices, SelfTestStep

WHOLE = SelfTestStep("window", "")
NO_TRAY = SelfTestStep("tray icon", "this desktop shows none", loss="it ends.", is_part=False)
LOCKED = SelfTestStep("keyring", "", "it is locked", "no token is kept.", is_part=False)
BROKEN = SelfTestStep("database", "OSError: no")


def told(*steps: SelfTestStep, is_json: bool = False) -> int:
    services = cast("CliServices", SimpleNamespace(self_test=lambda: steps))
    return self_test.run(argparse.Namespace(json=is_json), services)


def test_three_answers_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert told(WHOLE, NO_TRAY, LOCKED) == ExitCode.FINE
    assert capsys.readouterr().out.splitlines() == [
        "works           window",
        "does not work   tray icon: this desktop shows none",
        "                Without it: it ends.",
        "cannot be told  keyring: it is locked",
        "                Without it: no token is kept.",
    ]


def test_a_broken_installation_fails(capsys: pytest.CaptureFixture[str]) -> None:
    assert told(BROKEN, is_json=True) == ExitCode.OUR_FAILURE
    (step,) = json.loads(capsys.readouterr().out)["steps"]
    assert (step["state"], step["fault"], step["loss"]) == ("fails", "OSError: no", "")
