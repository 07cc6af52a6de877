"""How breaks are brought before the person, and what is kept of it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.why_log import SqliteWhyLog
from workspace_assistant.bootstrap.break_telling import BreakTeller
from workspace_assistant.core.breaks import texts
from workspace_assistant.core.breaks.model import (
    Act,
    BreakKind,
    BreakRecord,
    Outcome,
    Settings,
)
from workspace_assistant.core.breaks.ports import Silence
from workspace_assistant.core.errors import StoreUnavailableError
from workspace_assistant.core.reminders.model import Entry, Reminder, ReminderKind
from workspace_assistant.core.reminders.service import ReminderService
from workspace_assistant.core.reminders.texts import REASON_WORDS
from workspace_assistant.core.text import in_english

NINE = datetime(2026, 11, 23, 9, tzinfo=UTC)
REST = BreakRecord(id="a", kind=BreakKind.REST, due_at=NINE, length_s=300.0)


@dataclass
class Board:
    """Implements the port `Notifier`."""

    shown: list[Reminder] = field(default_factory=list)
    withdrawn: int = 0
    press: object = None

    def show(self, reminder: Reminder, on_action: object) -> None:
        self.shown.append(reminder)
        self.press = on_action

    def withdraw(self, kind: ReminderKind) -> None:
        assert kind is ReminderKind.BREAK
        self.withdrawn += 1


@dataclass
class Scene:
    folder: Path
    board: Board = field(default_factory=Board)
    settings: Settings = field(default_factory=Settings)
    acts: list[Act] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.why_log = SqliteWhyLog(Database(self.folder / "data.sqlite3"))
        self.teller = BreakTeller(
            reminders=ReminderService(why_log=self.why_log, notifier=self.board, now=lambda: NINE),
            settings=lambda: self.settings,
            on_act=self.acts.append,
            say=in_english,
        )

    def keys(self) -> list[str]:
        return [action.key for action in self.board.shown[-1].actions]


@pytest.fixture
def scene(tmp_path: Path) -> Scene:
    return Scene(tmp_path)


def test_the_first_offer_says_how_to_change_it_and_later_ones_do_not(scene: Scene) -> None:
    scene.teller.offer(REST)
    scene.teller.offer(replace(REST, id="b"))
    first, second = scene.board.shown
    assert first.title == "Time for a rest break"
    assert texts.HOW_TO_CHANGE in first.body
    assert second.body.startswith("5m away")
    assert texts.HOW_TO_CHANGE not in second.body


def test_why_it_came_and_why_it_waited_is_kept(scene: Scene) -> None:
    scene.teller.held(replace(REST, reason="away"))
    scene.teller.held(replace(REST, reason="in-call"))
    scene.teller.offer(REST)
    scene.teller.held(replace(REST, id="b", reason="full-screen"))
    scene.teller.offer(replace(REST, id="b"))
    scene.teller.offer(replace(REST, id="c"))
    kept: list[Entry] = list(reversed(scene.why_log.recent(10)))
    assert [(one.outcome.value, one.reason) for one in kept] == [
        ("held-back", "in-call"),
        ("shown", "after-call-break"),
        ("held-back", "full-screen"),
        ("shown", "after-wait"),
        ("shown", "work-done"),
    ]
    assert all(one.reason in REASON_WORDS for one in kept)
    assert "waited for your call" in scene.board.shown[0].body


@pytest.mark.parametrize("reason", ["in-call", "open-block", "full-screen", "quiet-mode"])
def test_every_reason_has_words(reason: str) -> None:
    assert reason in REASON_WORDS
    assert reason in texts.REASON_WORDS


def test_only_answers_that_are_open_are_offered(scene: Scene) -> None:
    scene.teller.offer(REST)
    assert scene.keys() == ["begin", "postpone", "skip"]
    scene.teller.offer(replace(REST, postponed_count=2))
    assert scene.keys() == ["begin", "skip"]
    scene.settings = Settings(is_strict=True)
    scene.teller.offer(REST)
    assert scene.keys() == ["begin"]


def test_a_press_is_an_answer_and_a_click_beside_it_is_none(scene: Scene) -> None:
    scene.teller.offer(REST)
    assert callable(scene.board.press)
    scene.board.press("skip")
    scene.board.press("default")
    assert scene.acts == [Act.SKIP]


def test_the_limit_tells_how_long_it_is(scene: Scene) -> None:
    scene.settings = Settings(daily_limit_s=25_200.0)
    scene.teller.offer(replace(REST, kind=BreakKind.DAILY_LIMIT, length_s=0.0))
    assert "7h today" in scene.board.shown[0].body


def test_it_is_taken_off_the_screen(scene: Scene) -> None:
    scene.teller.held(replace(REST, reason="in-call"))
    scene.teller.withdraw(REST)
    scene.teller.withdraw(replace(REST, outcome=Outcome.TAKEN))
    assert scene.board.withdrawn == 2
    scene.teller.offer(REST)
    assert scene.why_log.recent(1)[0].reason == "work-done"


def test_a_log_that_fails_holds_no_break_back(
    scene: Scene, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object) -> None:
        raise StoreUnavailableError("The disk is full.")

    monkeypatch.setattr(SqliteWhyLog, "add", fail)
    scene.teller.offer(REST)
    scene.teller.held(replace(REST, reason="in-call"))
    assert len(scene.board.shown) == 1
    assert caplog.text.count("The disk is full.") == 2


def test_a_silence_after_another_break_is_one_line_each(scene: Scene) -> None:
    for since in (NINE, NINE, NINE + timedelta(hours=1)):
        scene.teller.silent(Silence(kind=BreakKind.REST, since=since))
    kept = scene.why_log.recent(5)
    assert [(one.outcome.value, one.reason) for one in kept] == [("held-back", "after-another")] * 2
    assert kept[0].reason in REASON_WORDS
