"""Closing the window over a running block: it is asked in the window, and never lost."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from tests.fakes.window import WindowWorld
from workspace_assistant.core.errors import StoreUnavailableError
from workspace_assistant.core.focus.acts import Plan
from workspace_assistant.core.focus.model import Block
from workspace_assistant.core.focus.texts import CALLS_UNKNOWN, LOCK_UNKNOWN
from workspace_assistant.core.focus.watch_service import Role, Standing
from workspace_assistant.ui.app import _hand_over
from workspace_assistant.ui.job_runner import JobRunner
from workspace_assistant.ui.leaving.question import LeaveQuestion
from workspace_assistant.ui.main_window import MainWindow
from workspace_assistant.ui.page_names import PageName

OpenWindow = Callable[[WindowWorld], MainWindow]
PLAN = Plan(name="Refund queue", planned_s=1500.0)


class Visit:
    def __init__(self, qtbot: QtBot, window: MainWindow, world: WindowWorld) -> None:
        self.qtbot, self.window, self.world = qtbot, window, world
        self.session = window.sessions.focus
        qtbot.waitUntil(window.isActiveWindow)

    @property
    def question(self) -> LeaveQuestion:
        return self.window.ensure_companions().question

    @property
    def blocks(self) -> list[Block]:
        return list(self.world.focus.log.kept.blocks.values())

    def settle(self) -> None:
        session = self.session
        session.look()
        self.qtbot.waitUntil(
            lambda: not (session._is_acting or session._waiting or session._is_looking)
        )

    def start(self) -> None:
        self.session.start(PLAN)
        self.settle()

    def close(self) -> bool:
        closed = self.window.close()
        self.settle()
        return closed

    def press(self, key: Qt.Key, *, control: bool = False) -> None:
        held = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
        self.qtbot.keyClick(self.window.focusWidget() or self.window, key, held)
        self.settle()


@pytest.fixture
def visit(qtbot: QtBot, open_window: OpenWindow, world: WindowWorld) -> Visit:
    return Visit(qtbot, open_window(world), world)


class TestClosing:
    def test_without_a_block_nothing_is_asked(self, visit: Visit) -> None:
        visit.settle()
        assert visit.window.close()

    def test_over_a_block_it_is_asked_in_the_window(self, visit: Visit) -> None:
        visit.start()
        assert not visit.close()
        assert visit.window.isVisible()
        assert visit.question.isVisible()
        assert visit.question.headline == "“Refund queue” is running. What becomes of it?"
        name = QAccessible.queryAccessibleInterface(visit.question).text(QAccessible.Text.Name)
        assert "small program in the background" in name

    def test_closed_once_more_the_block_goes_on(self, visit: Visit) -> None:
        visit.start()
        visit.press(Qt.Key.Key_Q, control=True)
        visit.press(Qt.Key.Key_Q, control=True)
        assert not visit.window.isVisible()
        assert visit.blocks[0].is_open

    @pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
    def test_keep_by_keyboard(self, key: Qt.Key, visit: Visit) -> None:
        visit.start()
        visit.close()
        assert visit.question.keep.hasFocus()
        visit.press(key)
        assert not visit.window.isVisible()
        assert visit.blocks[0].is_open

    def test_stop_by_keyboard(self, visit: Visit) -> None:
        visit.start()
        visit.close()
        visit.press(Qt.Key.Key_Tab)
        assert visit.question.end.hasFocus()
        visit.press(Qt.Key.Key_Space)
        assert not visit.window.isVisible()
        assert not visit.blocks[0].is_open

    def test_stay_by_keyboard(self, visit: Visit) -> None:
        visit.window.show_page(PageName.FOCUS)
        visit.start()
        page = visit.window.pages.focus
        page.running.stop.setFocus()
        visit.close()
        visit.press(Qt.Key.Key_Escape)
        assert visit.window.isVisible()
        assert not visit.question.isVisible()
        assert not visit.window.top.isVisible()
        assert page.running.stop.hasFocus()
        assert not visit.close(), "the next time it is asked again"

    def test_what_cannot_be_stopped_is_told_and_the_window_stays(self, visit: Visit) -> None:
        visit.start()
        visit.close()
        visit.world.focus.log.fault = StoreUnavailableError("The disk is full.")
        visit.question.end.click()
        visit.settle()
        assert visit.window.isVisible()
        assert "The disk is full." in visit.window.top.notice.sentence
        visit.world.focus.log.fault = None

    def test_a_block_that_was_stopped_elsewhere_is_asked_about_no_more(self, visit: Visit) -> None:
        visit.start()
        visit.close()
        visit.session.services.acts.stop()
        visit.settle()
        assert not visit.question.isVisible()
        assert visit.window.close()

    def test_stop_of_what_was_stopped_elsewhere_closes(self, visit: Visit) -> None:
        visit.start()
        visit.close()
        visit.session.services.acts.stop()
        visit.question.end.click()
        visit.settle()
        assert not visit.window.isVisible()

    def test_a_minimized_window_comes_up_to_ask(self, visit: Visit) -> None:
        visit.start()
        visit.window.showMinimized()
        visit.close()
        assert not visit.window.isMinimized()
        assert visit.question.isVisible()

    def test_the_end_of_the_session_is_not_asked_about(self, visit: Visit) -> None:
        visit.start()
        visit.window.leave()
        assert not visit.window.isVisible()
        assert visit.blocks[0].is_open

    def test_a_block_that_was_left_alone_is_asked_about_at_the_next_start(
        self, visit: Visit
    ) -> None:
        visit.start()
        visit.world.focus.clock.reboot()
        visit.settle()
        assert visit.window.close()

    def test_without_a_keeper_it_says_what_that_means(
        self, qtbot: QtBot, open_window: OpenWindow, world: WindowWorld
    ) -> None:
        world.focus.watch.can_hand_over = False
        visit = Visit(qtbot, open_window(world), world)
        visit.start()
        visit.close()
        assert "nothing watches it" in visit.question.accessibleName()


class TestWatching:
    def test_the_job_runs_from_the_first_paint_and_ends_at_once(
        self, visit: Visit, runner: JobRunner
    ) -> None:
        assert visit.world.focus.watch.is_running.wait(5)
        visit.window.leave()
        begun_s = time.monotonic()
        assert runner.shutdown()
        assert time.monotonic() - begun_s < 1  # some milliseconds on an idle computer

    def test_the_block_is_handed_over(self, visit: Visit) -> None:
        visit.start()
        _hand_over(visit.window)
        assert visit.world.focus.watch.handed_over == 1

    def test_what_cannot_be_handed_over_is_logged(
        self, visit: Visit, caplog: pytest.LogCaptureFixture
    ) -> None:
        def refuse() -> bool:
            raise StoreUnavailableError("The disk is gone.")

        visit.world.focus.watch.hand_over = refuse  # type: ignore[method-assign]  # a test's own
        del visit.window.sessions.focus
        assert visit.window.sessions.focus is not visit.session
        _hand_over(visit.window)
        assert "The disk is gone." in caplog.text

    def test_what_cannot_be_noticed_here_is_said_on_the_page(self, visit: Visit) -> None:
        visit.window.show_page(PageName.FOCUS)
        visit.start()
        unknown = (LOCK_UNKNOWN, CALLS_UNKNOWN)
        visit.world.focus.watch.report(Standing(role=Role.WATCHING, unknown=unknown))
        note = visit.window.pages.focus.running._note
        visit.qtbot.waitUntil(note.isVisible)
        assert note.text() == f"{LOCK_UNKNOWN} {CALLS_UNKNOWN}"
        visit.world.focus.watch.report(Standing(role=Role.WATCHING))
        visit.qtbot.waitUntil(lambda: not note.isVisible())

    def test_a_fault_is_told_until_it_is_over(self, visit: Visit) -> None:
        watch, notice = visit.world.focus.watch, visit.window.top.notice
        watch.report(Standing(role=Role.WATCHING, fault="The disk is full."))
        visit.qtbot.waitUntil(lambda: notice.sentence == "The disk is full.")
        assert notice.isVisible()
        watch.report(Standing(role=Role.WATCHING))
        visit.qtbot.waitUntil(lambda: not notice.isVisible())

    def test_a_watcher_that_breaks_is_told(
        self, visit: Visit, caplog: pytest.LogCaptureFixture
    ) -> None:
        visit.world.focus.watch.fault = ValueError("broken")
        notice = visit.window.top.notice
        visit.qtbot.waitUntil(lambda: "time away is not noticed" in notice.sentence)
        assert "the watcher of the open block broke" in caplog.text

    def test_a_log_that_is_gone_is_told(self, visit: Visit) -> None:
        visit.world.focus.watch.is_over = True
        visit.qtbot.waitUntil(
            lambda: "file of the time log is gone" in visit.window.top.notice.sentence
        )
