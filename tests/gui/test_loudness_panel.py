"""The loudness of calls on the page of breaks: the switch, the trend, and what the watch tells."""

from __future__ import annotations

import logging

import pytest
from pytestqt.qtbot import QtBot

from tests.fakes.loudness import LoudnessWorld, level
from tests.fakes.wording import EnglishWording
from workspace_assistant.core.errors import StoreUnavailableError
from workspace_assistant.core.facts.telling import known
from workspace_assistant.core.loudness.model import Taken, WhyNot
from workspace_assistant.ui.job_runner import JobRunner
from workspace_assistant.ui.loudness.panel import LoudnessPanel
from workspace_assistant.ui.loudness.session import LoudnessSession
from workspace_assistant.ui.loudness_watching import LoudnessWatching


class Visit:
    def __init__(self, qtbot: QtBot, runner: JobRunner) -> None:
        self.qtbot, self.world = qtbot, LoudnessWorld()
        wording = EnglishWording()
        self.session = LoudnessSession(self.world.services, runner, wording, runner)
        self.watching = LoudnessWatching(self.session, runner, wording, runner)
        self.told: list[str] = []
        self.warned: list[str] = []
        self.session.told.connect(self.told.append)
        for each in (self.session, self.watching):
            each.warned.connect(self.warned.append)
        self.panel = LoudnessPanel(self.session, wording, None)  # type: ignore[arg-type] # a window of its own
        qtbot.addWidget(self.panel)
        assert not self.panel.switch.isEnabled()  # nothing is known yet
        self.panel.show()
        self.settle()

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: self.session.is_settled, timeout=10_000)

    def until_said(self, words: str) -> None:
        self.qtbot.waitUntil(lambda: words in " ".join(self.panel.words), timeout=10_000)


@pytest.fixture
def visit(qtbot: QtBot, runner: JobRunner) -> Visit:
    return Visit(qtbot, runner)


def test_it_is_off_until_somebody_turns_it_on(visit: Visit) -> None:
    switch = visit.panel.switch
    assert not switch.isChecked()
    assert "never sound" in visit.panel.words[2]
    switch.click()
    visit.settle()
    assert visit.world.turned == [True]
    assert visit.told == ["Kept: your next calls are measured."]
    assert "It is measured only where you turn that on." in visit.panel.words[1]
    switch.click()
    visit.settle()
    assert visit.world.turned == [True, False]


def test_a_take_is_shown_at_once_and_why_there_was_none(visit: Visit) -> None:
    visit.world.is_on = True
    visit.world.report(Taken(why=WhyNot.TOO_LITTLE_SPEECH))
    visit.until_said("You said too little at that moment.")
    visit.world.trend = known("calls.loudness_change", -3.0, count=6)
    visit.world.report(Taken(level=level()))
    visit.until_said("3 dB quieter than usual")
    assert "You said too little" not in visit.panel.words[2]


def test_while_nobody_looks_nothing_is_read(visit: Visit) -> None:
    visit.panel.hide()
    visit.world.is_on = True
    visit.world.report(Taken(why=WhyNot.MUTED))
    visit.qtbot.waitUntil(lambda: visit.session.situation.why is WhyNot.MUTED, timeout=10_000)
    assert visit.session.is_settled
    assert visit.session.situation.seen is not None
    assert not visit.session.situation.seen.is_on


def test_a_choice_that_cannot_be_kept_goes_back(visit: Visit) -> None:
    visit.world.fault = StoreUnavailableError("The disk is full.")
    visit.panel.switch.click()
    visit.settle()
    assert visit.warned == ["The disk is full."]
    assert visit.panel.words[0] == "The disk is full."
    visit.world.fault = None
    visit.session.look()
    visit.settle()
    assert not visit.panel.switch.isChecked()
    assert visit.panel.words[0] == ""


def test_what_nobody_foresaw_is_said(visit: Visit, caplog: pytest.LogCaptureFixture) -> None:
    visit.world.fault = RuntimeError("no such thing")
    visit.world.watch_fault = RuntimeError("nor such")
    with caplog.at_level(logging.CRITICAL):
        visit.session.look()
        visit.until_said("Something unforeseen happened with the loudness of calls.")
        visit.qtbot.waitUntil(lambda: bool(visit.warned), timeout=10_000)
    assert visit.warned[0].startswith("The loudness of calls is not measured any more.")
