"""The mini timer over a log in memory: what it shows and does, and where it stands."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, QSettings, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.fakes.window import WindowWorld
from workspace_assistant.core.errors import StoreUnavailableError
from workspace_assistant.core.focus.acts import Plan
from workspace_assistant.core.focus.model import Block, Cause, Channel
from workspace_assistant.ui.focus.session import FocusSession
from workspace_assistant.ui.main_window import MainWindow
from workspace_assistant.ui.mini_timer import place
from workspace_assistant.ui.mini_timer.window import MiniTimer
from workspace_assistant.ui.page_names import PageName
from workspace_assistant.ui.theme.metrics import grid_px

OpenWindow = Callable[[WindowWorld], MainWindow]
PLAN = Plan(name="Refund queue", channel=Channel.CHAT, planned_s=3000.0)
FLOATING = Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint


class Visit:
    """A window over a block that runs, and its mini timer."""

    def __init__(self, qtbot: QtBot, window: MainWindow, world: WindowWorld) -> None:
        self.qtbot, self.window = qtbot, window
        self.log, self.clock = world.focus.log, world.focus.clock
        self.session: FocusSession = window.sessions.focus
        self.companions = window.ensure_companions()
        self.session.start(PLAN)
        self.settle()

    @property
    def mini(self) -> MiniTimer:
        assert self.companions.mini is not None
        return self.companions.mini

    @property
    def block(self) -> Block:
        (block,) = self.log.kept.blocks.values()
        return block

    def settle(self) -> None:
        session = self.session
        session.look()
        self.qtbot.waitUntil(
            lambda: not (session._is_acting or session._waiting or session._is_looking)
        )

    def open(self) -> None:
        self.companions.toggle_mini()
        self.qtbot.waitUntil(self.mini.isActiveWindow)
        self.settle()

    def press(self, key: Qt.Key, *, control: bool = False) -> None:
        held = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
        self.qtbot.keyClick(self.mini.focusWidget() or self.mini, key, held)
        self.settle()


@pytest.fixture
def visit(qtbot: QtBot, open_window: OpenWindow, world: WindowWorld) -> Visit:
    return Visit(qtbot, open_window(world), world)


def name_of(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def test_keys_of_the_window_open_and_close_it(visit: Visit) -> None:
    window = visit.window
    visit.qtbot.waitUntil(window.isActiveWindow)
    visit.qtbot.keyClick(window, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert visit.mini.isVisible()
    visit.press(Qt.Key.Key_M, control=True)
    assert not visit.mini.isVisible()
    visit.open()
    visit.press(Qt.Key.Key_Escape)
    assert not visit.mini.isVisible()


def test_a_button_of_the_page_opens_it(visit: Visit) -> None:
    visit.window.show_page(PageName.FOCUS)
    visit.settle()
    page = visit.window.pages.focus
    visit.qtbot.mouseClick(page.running.mini, Qt.MouseButton.LeftButton)
    assert visit.mini.isVisible()


def test_without_a_block_there_is_nothing_to_show(visit: Visit) -> None:
    visit.session.stop()
    visit.settle()
    visit.companions.toggle_mini()
    assert visit.companions.mini is None


def test_it_tells_the_time_that_is_left(visit: Visit) -> None:
    visit.open()
    visit.clock.advance(60)
    visit.settle()
    assert visit.mini.ring._digits == "49:00"
    assert name_of(visit.mini) == "Refund queue. Running. Running"
    assert name_of(visit.mini.ring).startswith("49:00 left of 50")


def test_a_block_by_keys_alone(visit: Visit) -> None:
    visit.open()
    visit.press(Qt.Key.Key_P)
    assert visit.mini.proceed.text() == "Resume"
    assert not visit.mini.interrupt.isEnabled()
    visit.press(Qt.Key.Key_P)
    visit.press(Qt.Key.Key_2)
    assert visit.mini._line.text() == "Interrupted by the family since 10:00"
    assert not visit.mini.interrupt.isVisible()
    visit.press(Qt.Key.Key_B)
    visit.press(Qt.Key.Key_S)
    (interruption,) = visit.block.interruptions
    assert (interruption.cause, interruption.ended_at) == (Cause.FAMILY, visit.clock.wall_at)
    assert visit.block.ended_at == visit.clock.wall_at
    assert not visit.mini.isVisible(), "it closes with its block"


def test_what_was_logged_by_mistake_is_taken_back(visit: Visit) -> None:
    visit.open()
    visit.press(Qt.Key.Key_3)
    assert len(visit.block.interruptions) == 1
    visit.press(Qt.Key.Key_Z, control=True)
    assert visit.block.interruptions == ()


def test_causes_come_in_a_menu_as_well(visit: Visit) -> None:
    visit.open()
    visit.press(Qt.Key.Key_I)
    menu = visit.mini.causes
    assert menu.isVisible()
    assert len(menu.actions()) == 9
    visit.qtbot.keyClick(menu, Qt.Key.Key_1)
    visit.settle()
    assert [one.cause for one in visit.block.interruptions] == [Cause.NOISE]


def test_it_ends_with_a_block_that_is_stopped_elsewhere(visit: Visit) -> None:
    visit.open()
    visit.session.services.acts.stop()
    visit.qtbot.waitUntil(lambda: not visit.mini.isVisible())


def test_a_log_that_cannot_be_read_is_told_and_nothing_can_be_done(visit: Visit) -> None:
    visit.open()
    visit.log.fault = StoreUnavailableError("The disk is full.")
    visit.settle()
    assert visit.mini._line.text() == "The disk is full."
    assert not visit.mini.end.isEnabled()


def test_it_looks_at_the_log_only_while_it_is_seen(visit: Visit) -> None:
    visit.open()
    assert visit.session._timer.isActive()
    visit.mini.close()
    visit.settle()
    assert not visit.session._timer.isActive()


def test_it_is_gone_with_the_main_window(visit: Visit) -> None:
    visit.open()
    visit.window.leave()
    assert not visit.mini.isVisible()


def test_it_brings_the_window_up(visit: Visit) -> None:
    visit.window.showMinimized()
    visit.open()
    visit.press(Qt.Key.Key_W)
    assert not visit.window.isMinimized()
    assert visit.window.isVisible()


def test_every_control_has_a_name_and_is_reached_by_tab(visit: Visit) -> None:
    visit.open()
    reached: list[QWidget] = []
    for _ in range(8):
        visit.qtbot.keyClick(visit.mini.focusWidget() or visit.mini, Qt.Key.Key_Tab)
        reached.append(visit.mini.focusWidget())
    mini = visit.mini
    wanted = [mini.proceed, mini.interrupt, mini.end, mini.window_button, mini.close_button]
    assert reached[:5] == wanted
    assert all(name_of(one) for one in wanted)


class TestPlace:
    def test_it_is_dragged_by_what_is_no_button(self, visit: Visit) -> None:
        visit.open()
        before, where = visit.mini.pos(), visit.mini._name.geometry().center()
        visit.qtbot.mousePress(visit.mini, Qt.MouseButton.LeftButton, pos=where)
        visit.qtbot.mouseMove(visit.mini, where - QPoint(40, 30))
        visit.qtbot.mouseRelease(visit.mini, Qt.MouseButton.LeftButton)
        assert visit.mini.pos() == before - QPoint(40, 30)

    def test_keys_move_it_and_it_stays_on_the_screen(self, visit: Visit) -> None:
        visit.open()
        before = visit.mini.pos()
        visit.press(Qt.Key.Key_Left, control=True)
        assert visit.mini.pos() == before - QPoint(grid_px(8), 0)
        for _ in range(60):
            visit.qtbot.keyClick(visit.mini, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
        room = visit.mini.screen().availableGeometry()
        assert room.contains(visit.mini.geometry())

    def test_it_comes_back_where_it_was(self, visit: Visit) -> None:
        visit.open()
        visit.mini.move(50, 60)
        visit.mini.close()
        visit.open()
        assert visit.mini.pos() == QPoint(50, 60)

    def test_a_place_on_a_screen_that_is_gone_is_forgotten(self, visit: Visit) -> None:
        place.remember(visit.window._settings, QPoint(9000, -4000))
        visit.open()
        assert visit.mini.screen().availableGeometry().contains(visit.mini.geometry())

    def test_a_screen_that_goes_takes_it_not_along(self, visit: Visit) -> None:
        visit.open()
        visit.mini.move(9000, 9000)
        visit.mini._on_screen_removed(visit.mini.screen())
        assert visit.mini.screen().availableGeometry().contains(visit.mini.geometry())

    def test_without_a_place_of_before_it_stands_in_a_corner(
        self, qapp: QGuiApplication, tmp_path: object
    ) -> None:
        settings = QSettings(f"{tmp_path}/none.ini", QSettings.Format.IniFormat)
        screen = qapp.primaryScreen()
        size = QRect(0, 0, 300, 100).size()
        at = place.place_for(settings, size, screen)
        room = screen.availableGeometry()
        assert room.contains(QRect(at, size))
        assert room.right() - QRect(at, size).right() < grid_px(6)

    def test_it_floats_where_a_program_may(self) -> None:
        assert place.window_flags("xcb") & FLOATING == FLOATING

    def test_on_wayland_it_has_a_frame_and_says_why(
        self, visit: Visit, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(QGuiApplication, "platformName", lambda: "wayland")
        with visit.qtbot.waitSignal(visit.session.told) as told:
            visit.companions.toggle_mini()
        assert "Wayland" in told.args[0]
        assert visit.mini.windowFlags() & FLOATING == Qt.WindowType.Widget
