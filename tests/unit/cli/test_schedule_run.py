"""`schedule run`, `schedule set` and `reminders`, on a computer that is written down."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest

from tests.fakes.preshift import FIRST_MORNING, NOT_READY, PreshiftDesk
from tests.fakes.schedule import memory_schedule
from tests.fakes.shifts import FakeNow, a_shift
from workspace_assistant.adapters.files.preshift_choices import PreshiftChoices
from workspace_assistant.cli.main import explained, parse
from workspace_assistant.cli.schedule_services import Attending, ScheduleTools
from workspace_assistant.core.errors import StoreUnavailableError
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.preshift.model import PreshiftSettings
from workspace_assistant.core.reminders.model import ReminderKind
from workspace_assistant.core.reminders.ways import NO_WAY

SHIFT = a_shift("2026-11-23 09:00", "2026-11-23 17:00")
FIRST = SHIFT.starts_at - timedelta(minutes=15)

Capture = pytest.CaptureFixture[str]


@dataclass
class Terminal:
    """The commands, on a desk of the test's own."""

    folder: Path
    desk: PreshiftDesk = field(
        default_factory=lambda: PreshiftDesk(shifts=[SHIFT], now=FakeNow(FIRST))
    )
    pressed: str = ""
    listened_s: float | None = None
    windows: int = 0

    def run(self, *words: str) -> int:
        arguments = parse(words)
        return explained(lambda: int(arguments.run(arguments, self.tools())))

    def tools(self) -> ScheduleTools:
        choices = PreshiftChoices(self.folder)
        return ScheduleTools(
            settings=choices.settings,
            keep_settings=choices.keep,
            why_log=self.desk.why_log.recent,
            attending=self._attending,
            open_window=self._open_window,
            system=memory_schedule,
        )

    def _attending(self) -> Attending:
        return Attending(attend=self.desk.attendance().attend_once, listen=self._listen)

    def _listen(self, limit_s: float, _ctx: JobContext) -> None:
        self.listened_s = limit_s
        if self.pressed:
            self.desk.desktop.press(ReminderKind.READINESS, self.pressed)

    def _open_window(self) -> None:
        self.windows += 1


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    return Terminal(tmp_path)


def test_nothing_due_is_said_and_nothing_is_waited_for(terminal: Terminal, capsys: Capture) -> None:
    terminal.desk.now.at = FIRST_MORNING - timedelta(hours=3)
    assert terminal.run("schedule", "run") == 0
    assert capsys.readouterr().out == "Nothing new is due.\n"
    assert terminal.listened_s is None


def test_where_nothing_can_be_shown_it_says_that_it_is_only_written_down(
    terminal: Terminal, capsys: Capture
) -> None:
    terminal.desk.checks.script = [{"bandwidth": NOT_READY}]
    terminal.desk.desktop.trouble = NO_WAY
    assert terminal.run("schedule", "run") == 0
    said = capsys.readouterr()
    assert "Not shown: Not ready for the shift at 08:00. No notification could be" in said.out
    assert "only the window or its panel icon" in said.out
    assert "only written down, in: workspace-assistant reminders" in said.err
    assert terminal.listened_s is None
    assert terminal.run("reminders") == 0
    assert "only the window or its panel icon" in capsys.readouterr().out


def test_what_was_held_back_is_said_with_its_reason(terminal: Terminal, capsys: Capture) -> None:
    assert terminal.run("schedule", "run") == 0
    out = capsys.readouterr().out
    assert "Held back: Ready for the shift at 08:00. Everything that was checked is ready." in out
    assert terminal.listened_s is None


def test_trouble_is_no_failure_of_ours_and_its_buttons_are_waited_for(
    terminal: Terminal, capsys: Capture
) -> None:
    terminal.desk.checks.script = [{"bandwidth": NOT_READY}]
    assert terminal.run("schedule", "run", "--json") == 0
    document = json.loads(capsys.readouterr().out)
    assert document["schema"] == "workspace-assistant/schedule-run/1"
    assert [one["reason"] for one in document["reminders"]] == ["confirmed-2-of-3"]
    assert terminal.listened_s == 240
    assert terminal.windows == 0


@pytest.mark.parametrize("key", ["check-now", "open", "default", "test-microphone"])
def test_a_button_opens_the_window(terminal: Terminal, key: str) -> None:
    terminal.desk.checks.script = [{"bandwidth": NOT_READY}]
    terminal.pressed = key
    assert terminal.run("schedule", "run") == 0
    assert terminal.windows == 1


def test_later_is_kept_for_the_next_run(terminal: Terminal) -> None:
    terminal.desk.checks.script = [{"bandwidth": NOT_READY}]
    terminal.pressed = "later"
    assert terminal.run("schedule", "run") == 0
    assert terminal.windows == 0
    assert terminal.desk.reasons[-1] == ("held-back", "asked-later")


def test_without_waiting_it_ends_at_once(terminal: Terminal) -> None:
    terminal.desk.checks.script = [{"bandwidth": NOT_READY}]
    assert terminal.run("schedule", "run", "--no-wait") == 0
    assert terminal.listened_s is None


def test_a_store_that_fails_is_our_failure(
    terminal: Terminal, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise StoreUnavailableError("The disk is full.")

    monkeypatch.setattr(terminal.desk, "between", broken)
    assert terminal.run("schedule", "run") == 1
    assert "The disk is full." in capsys.readouterr().err


def test_choices_are_kept_and_told(terminal: Terminal, capsys: Capture) -> None:
    words = (
        "--before",
        "20",
        "--second",
        "4",
        "--places",
        "home, OFFICE",
        "--microphone-days",
        "3",
    )
    assert terminal.run("schedule", "set", *words) == 0
    assert "20 minutes before each shift" in capsys.readouterr().out
    kept = PreshiftSettings(
        first_s=1200, second_s=240, places=("home", "office"), microphone_after_days=3
    )
    assert PreshiftChoices(terminal.folder).settings() == kept
    assert terminal.run("schedule", "set", "--off", "--json") == 0
    assert json.loads(capsys.readouterr().out)["is_on"] is False


def test_without_choices_nothing_is_written(terminal: Terminal) -> None:
    assert terminal.run("schedule", "set") == 0
    assert not list(terminal.folder.iterdir())


@pytest.mark.parametrize("words", [("--before", "3"), ("--places", "moon"), ("--places", ",")])
def test_what_makes_no_sense_is_refused_and_changes_nothing(
    terminal: Terminal, capsys: Capture, words: tuple[str, ...]
) -> None:
    assert terminal.run("schedule", "set", *words) == 2
    assert capsys.readouterr().err
    assert not list(terminal.folder.iterdir())


def test_switches_are_kept(tmp_path: Path) -> None:
    choices = PreshiftChoices(tmp_path)
    assert (choices.keeps_in_tray(), choices.watches_line()) == (True, False)
    choices.keep_in_tray(on=False)
    choices.watch_line(on=True)
    assert (choices.keeps_in_tray(), choices.watches_line()) == (False, True)


def test_reminders_tells_what_was_told_and_why(terminal: Terminal, capsys: Capture) -> None:
    assert terminal.run("reminders") == 0
    assert "Nothing was told" in capsys.readouterr().out
    terminal.desk.checks.script = [{"bandwidth": NOT_READY}]
    terminal.run("schedule", "run", "--no-wait")
    capsys.readouterr()
    assert terminal.run("reminders") == 0
    out = capsys.readouterr().out
    assert "Shown: Not ready for the shift at 08:00." in out
    assert "The bandwidth is bad. Do something about it." in out
    assert terminal.run("reminders", "--json", "--limit", "1") == 0
    document = json.loads(capsys.readouterr().out)
    assert document["schema"] == "workspace-assistant/reminders/1"
    assert len(document["reminders"]) == 1


@pytest.mark.parametrize("limit", ["0", "-1", "many", "10001", "٣"])
def test_a_limit_is_a_number(terminal: Terminal, capsys: Capture, limit: str) -> None:
    with pytest.raises(SystemExit) as ended:
        terminal.run("reminders", "--limit", limit)
    assert ended.value.code == 2
    assert "no number from 1" in capsys.readouterr().err
