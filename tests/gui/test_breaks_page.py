"""The page of breaks and tips: every act reaches its service, and every state is shown."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAccessible, QDesktopServices
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.fakes.breaks_page import BreaksWorld, a_break, due, watching
from tests.fakes.tips import facts_of
from tests.fakes.window import WindowWorld
from tests.fakes.wording import EnglishWording, LongWording
from tests.gui.conftest import OpenWindow
from workspace_assistant.core.breaks.model import (
    Act,
    BreakStanding,
    Modes,
    Outcome,
    Settings,
    Stage,
)
from workspace_assistant.core.errors import StoreUnavailableError
from workspace_assistant.core.tips.model import Answer
from workspace_assistant.ui.breaks.settings_state import Choice, Switch
from workspace_assistant.ui.job_runner import JobRunner
from workspace_assistant.ui.main_window import MainWindow
from workspace_assistant.ui.page_names import PageName


class Sitting:
    """The page in a window, during a shift, with one tip."""

    def __init__(self, qtbot: QtBot, window: MainWindow, world: WindowWorld) -> None:
        self.qtbot = qtbot
        self.window = window
        self.world: BreaksWorld = world.breaks
        window.ensure_companions()
        window.show_page(PageName.BREAKS)
        self.page = window.pages.breaks
        self.session = window.sessions.breaks
        self.session.take(watching())
        self.settle()

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: self.session.is_settled)

    def click(self, button: QAbstractButton) -> None:
        button.click()
        self.settle()

    @property
    def headline(self) -> str:
        return self.page.hero._headline.text()

    @property
    def notice(self) -> str:
        return self.window.top.notice.sentence


@pytest.fixture
def sitting(qtbot: QtBot, open_window: OpenWindow, world: WindowWorld) -> Sitting:
    world.breaks.tips.facts = facts_of(interruptions__pet__week=4)
    world.breaks.records = [a_break("09:20", Outcome.TAKEN, rest_s=310.0)]
    return Sitting(qtbot, open_window(world, PageName.READINESS), world)


def test_it_shows_the_day_and_the_tip(sitting: Sitting) -> None:
    page = sitting.page
    assert sitting.headline == "Next break after 24\u202fmin of work"
    assert page.tip.tip_id == "close the door"
    assert [row.title for row in page.day.rows] == ["Rest break: taken"]
    assert page.day.summary == "1 due: 1 taken."


@pytest.mark.parametrize(
    ("stage", "buttons"),
    [(Stage.OFFERED, ("postpone", "skip")), (Stage.HELD, ("begin",))],
)
def test_answers_reach_the_watch(sitting: Sitting, stage: Stage, buttons: tuple[str, ...]) -> None:
    sitting.session.take(watching(due(stage)))
    for name in buttons:
        sitting.click(getattr(sitting.page.now, name))
    assert [answer.value for answer in sitting.world.answers] == list(buttons)


def test_the_first_button_follows_the_state(sitting: Sitting) -> None:
    sitting.session.take(watching(due(Stage.OFFERED)))
    sitting.click(sitting.page.hero.button)
    sitting.session.take(watching(due(Stage.RUNNING)))
    sitting.click(sitting.page.hero.button)
    assert sitting.world.answers == [Act.BEGIN, Act.DONE]
    sitting.session.take(watching())
    assert not sitting.page.hero.button.isVisible()


def test_quiet_and_reading_begin_and_end(sitting: Sitting) -> None:
    page, world = sitting.page, sitting.world
    sitting.click(page.now.quiet)
    assert sitting.notice == "No break is offered until 13:00."
    assert page.now.quiet.text() == "End quiet"
    sitting.click(page.now.reading)
    assert page.now.lines.splitlines()[1].startswith("Reading until 12:30")
    sitting.click(page.now.quiet)
    sitting.click(page.now.reading)
    assert world.modes == Modes()
    assert sitting.notice == "A still keyboard counts as a break again."
    assert world.rung == 4


def test_choices_are_kept_at_once(sitting: Sitting) -> None:
    settings, world = sitting.page.settings, sitting.world
    chips = settings.chips[Choice.REST_WORK]
    sitting.click(next(one for one in chips.chips if one.text() == "45\u202fmin"))  # type: ignore[attr-defined] # chips are buttons
    assert world.settings.rest.work_s == 2700.0
    sitting.click(settings.boxes[Switch.STRICT])
    assert world.settings.is_strict
    assert world.rung == 2
    sitting.click(settings.boxes[Switch.IS_ON])
    assert not world.settings.is_on
    assert sitting.headline == "Breaks are off"
    assert not settings.chips[Choice.REST_LENGTH].isVisible()
    sitting.click(sitting.page.hero.button)
    assert world.settings.is_on


def test_a_choice_that_cannot_be_kept_goes_back(sitting: Sitting) -> None:
    sitting.world.settings_fault = OSError("No space left on device")
    box = sitting.page.settings.boxes[Switch.STRICT]
    sitting.click(box)
    assert sitting.notice == "No space left on device"
    assert not box.isChecked()
    sitting.world.settings_fault = None
    sitting.click(box)
    assert box.isChecked()
    assert not sitting.window.top.notice.isVisible()


def test_a_tip_is_answered(sitting: Sitting) -> None:
    sitting.click(sitting.page.tip.helped)
    assert sitting.notice.startswith("Kept: it helped.")
    assert not sitting.page.tip.helped.isVisible()
    sitting.click(sitting.page.tip.not_now)
    assert sitting.page.tip.tip_id == ""
    answers = [one.answer for one in sitting.world.tips.log.events if one.answer]
    assert answers == [Answer.HELPED, Answer.NOT_NOW]


def test_what_does_not_apply_is_put_back_in_the_catalog(sitting: Sitting) -> None:
    page = sitting.page
    sitting.click(page.tip.never)
    assert page.tip.tip_id == ""
    page.catalog.topics.chosen.emit("put-away")
    (row,) = page.catalog.rows
    assert (row.tip_id, row.put.text()) == ("close the door", "Put back")
    sitting.click(row.put)
    assert page.catalog.rows == ()
    assert sitting.notice == "The tip may come again."


def test_a_source_opens_in_the_browser_only_when_it_is_clicked(
    sitting: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    sitting.session.look()
    sitting.settle()
    assert not opened
    sitting.click(sitting.page.tip.link)
    sitting.click(sitting.page.catalog.rows[0].link)
    assert opened == ["https://doi.org/10.1000/1"] * 2


def test_a_store_that_cannot_be_read_is_told_and_tried_again(sitting: Sitting) -> None:
    sitting.world.fault = StoreUnavailableError("The disk is full.")
    sitting.session.look()
    sitting.settle()
    assert sitting.headline == "Breaks and tips cannot be read"
    assert not sitting.page.settings.isVisible()
    sitting.world.fault = None
    sitting.click(sitting.page.hero.button)
    assert sitting.headline.startswith("Next break")


def test_a_fault_nobody_foresaw_is_told(sitting: Sitting) -> None:
    sitting.world.fault = ZeroDivisionError()
    sitting.session.look()
    sitting.settle()
    assert sitting.headline == "Breaks and tips cannot be read"
    sitting.world.fault = None
    sitting.world.tips.catalog = ()
    sitting.session.answer_tip("gone", Answer.HELPED)
    sitting.settle()
    assert sitting.notice == "There is no tip “gone”."


def test_out_of_sight_it_looks_no_more(sitting: Sitting) -> None:
    sitting.window.show_page(PageName.HISTORY)
    assert not sitting.session._timer.isActive()
    looks = sitting.world.looks
    sitting.session.take(watching(due(Stage.OFFERED)))
    sitting.settle()
    assert sitting.world.looks == looks
    sitting.window.show_page(PageName.BREAKS)
    sitting.settle()
    assert sitting.world.looks == looks + 1


def test_a_tip_is_chosen_where_somebody_looks_and_not_each_minute(sitting: Sitting) -> None:
    events = len(sitting.world.tips.log.events)
    sitting.world.tips.clock.advance(2 * 3600)
    sitting.world.tips.facts = facts_of(interruptions__chat__week=4)
    sitting.session.look()
    sitting.settle()
    assert len(sitting.world.tips.log.events) == events
    sitting.session._since_tips.invalidate()  # five minutes passed
    sitting.session.look()
    sitting.settle()
    assert sitting.page.tip.tip_id == "mute the chat"


def test_a_running_break_goes_on_between_two_readings(sitting: Sitting) -> None:
    sitting.session.take(watching(due(Stage.RUNNING, elapsed_s=10.0)))
    assert sitting.session._second.isActive()
    sitting.session._on_second()
    standing = sitting.session.situation.standing
    assert standing is not None
    assert standing.open is not None
    assert standing.open.elapsed_s >= 10.0
    sitting.session.take(watching())
    assert not sitting.session._second.isActive()


def test_a_new_state_is_told_to_those_who_listen(
    sitting: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(
        QAccessible,
        "updateAccessibility",
        lambda event: told.append(event.message()) if hasattr(event, "message") else None,
    )
    sitting.session.take(watching(due(Stage.HELD, held_by="in-call")))
    assert told == ["A break is due and waits"]


def test_more_lines_of_the_why_log_are_shown_when_asked(
    qtbot: QtBot, open_window: OpenWindow, world: WindowWorld
) -> None:
    from tests.gui.breaks_pictures import entry
    from workspace_assistant.core.reminders.model import Outcome as Told

    world.breaks.why = [entry(one, f"Line {one}", Told.SHOWN, "fits") for one in range(12)]
    sitting = Sitting(qtbot, open_window(world, PageName.READINESS), world)
    assert len(sitting.page.why.rows) == 8
    sitting.click(sitting.page.why.more)
    assert len(sitting.page.why.rows) == 12
    assert not sitting.page.why.more.isVisible()


def test_a_self_check_has_the_page_to_itself(sitting: Sitting) -> None:
    page = sitting.page
    page.ergonomics.took_over.emit(True)
    assert not page.hero.isVisible()
    assert not page.settings.isVisible()
    page.ergonomics.took_over.emit(False)
    assert page.hero.isVisible()


def stops(sitting: Sitting) -> list[QWidget]:
    """Everything that Tab reaches on the page, in its order."""
    page = sitting.page
    found: list[QWidget] = []
    page.hero.button.setFocus() if page.hero.button.isVisible() else page.now.begin.setFocus()
    for _ in range(200):
        focused = QApplication.focusWidget()
        if focused is None or not page.isAncestorOf(focused) or focused in found:
            break
        found.append(focused)
        sitting.qtbot.keyClick(focused, Qt.Key.Key_Tab)
    return found


def test_tab_goes_through_the_page_from_top_to_bottom(sitting: Sitting) -> None:
    sitting.session.take(watching(due(Stage.OFFERED)))
    found = stops(sitting)
    page = sitting.page
    for control in (
        page.hero.button,
        page.now.postpone,
        page.now.quiet,
        page.tip.link,
        page.tip.helped,
        page.settings.boxes[Switch.IS_ON],
        page.catalog.rows[0].put,
    ):
        assert control in found
    scrolled = found[1:]  # the first line stays while the rest moves below it
    tops = [widget.mapTo(page, widget.rect().topLeft()).y() for widget in scrolled]
    in_one_line = max(widget.height() for widget in scrolled)
    assert all(later >= earlier - in_one_line for earlier, later in pairwise(tops))


def test_every_state_can_be_operated_and_has_names(sitting: Sitting) -> None:
    for standing in (
        BreakStanding(),
        watching(due(Stage.OFFERED)),
        watching(due(Stage.RUNNING)),
        watching(modes=Modes(quiet_until=sitting.world.clock.at)),
    ):
        sitting.session.take(standing)
        shown = [one for one in sitting.page.findChildren(QAbstractButton) if one.isVisible()]
        names = [
            QAccessible.queryAccessibleInterface(one).text(QAccessible.Text.Name) for one in shown
        ]
        assert all(name.strip() for name in names)


def test_settings_of_the_command_line_are_seen_at_the_next_look(sitting: Sitting) -> None:
    sitting.world.settings = replace(Settings(), is_strict=True)
    sitting.session.look()
    sitting.settle()
    assert sitting.page.settings.boxes[Switch.STRICT].isChecked()


def test_nothing_moves_down_the_page_by_itself(sitting: Sitting) -> None:
    sitting.page.ergonomics.show_wanted.emit()
    assert not sitting.page._scroll_timer.isActive()


@pytest.mark.parametrize("wording", [EnglishWording(), LongWording()])
def test_nothing_is_wider_than_the_smallest_window(
    qtbot: QtBot, runner: JobRunner, tmp_path: Path, wording: EnglishWording
) -> None:
    world = WindowWorld()
    world.breaks.tips.facts = facts_of(interruptions__pet__week=4)
    world.breaks.settings = Settings(daily_limit_s=28_800.0)
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    window = MainWindow(world.services, runner, wording, settings)
    qtbot.addWidget(window, before_close_func=lambda _: (world.release(), window.leave()))
    window.resize(window.minimumSize())
    window.show()
    sitting = Sitting(qtbot, window, world)
    sitting.session.take(watching(due(Stage.OFFERED)))
    view = sitting.page._scroll
    qtbot.waitUntil(lambda: view.widget().width() <= view.viewport().width())


def test_how_it_is_known_is_told_to_who_asks(sitting: Sitting) -> None:
    now = sitting.page.now
    sitting.session.take(watching(unknown=("Calls cannot be seen.", "Nor full screen.")))
    assert now.known_from == ""
    assert now.how_known in stops(sitting)
    sitting.click(now.how_known)
    assert now.known_from.endswith("Calls cannot be seen.\nNor full screen.")
    sitting.session.take(watching(worked_s=2400.0))
    assert now.known_from.startswith("Looked at are:")
    sitting.click(now.how_known)
    assert (now.known_from, now.how_known.text()) == ("", "How is this known?")
