"""The focus page over a log in memory, as a person uses it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.fakes import focus_days as days
from tests.fakes.focus_page import FocusWorld
from tests.fakes.window import WindowWorld
from workspace_assistant.core.focus.acts import Plan
from workspace_assistant.core.focus.model import Block, Channel
from workspace_assistant.ui.focus.page import FocusPage
from workspace_assistant.ui.focus.session import FocusSession
from workspace_assistant.ui.main_window import MainWindow
from workspace_assistant.ui.page_names import PageName

OpenWindow = Callable[[WindowWorld], MainWindow]
PLAN = Plan(name="Refund queue", channel=Channel.CHAT, planned_s=3000.0)


class Visit:
    """The window with its focus page open, everything read."""

    def __init__(self, qtbot: QtBot, window: MainWindow, world: WindowWorld) -> None:
        self.qtbot = qtbot
        self.window = window
        self.log = world.focus.log
        self.clock = world.focus.clock
        window.show_page(PageName.FOCUS)
        self.page: FocusPage = window.pages.focus
        self.session: FocusSession = window.sessions.focus
        qtbot.waitUntil(window.isActiveWindow)
        self.settle()

    @property
    def blocks(self) -> list[Block]:
        return sorted(self.log.kept.blocks.values(), key=lambda one: one.started_at)

    @property
    def running(self) -> Block:
        return next(one for one in self.blocks if one.is_open)

    def settle(self) -> None:
        """Until every act is done and what followed is seen."""
        session = self.session
        session.look()
        self.qtbot.waitUntil(
            lambda: (
                not (session._is_acting or session._waiting or session._is_looking)
                and (session.situation.now is not None or bool(session.situation.trouble))
            )
        )

    def advance(self, seconds: float) -> None:
        self.clock.advance(seconds)
        self.settle()

    def press(self, key: Qt.Key, *, control: bool = False) -> None:
        held = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
        self.qtbot.keyClick(self.window.focusWidget() or self.window, key, held)
        self.settle()

    def write(self, text: str) -> None:
        QTest.keyClicks(self.window.focusWidget(), text)

    def click(self, button: QWidget) -> None:
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()

    def start(self, plan: Plan = PLAN) -> None:
        self.session.start(plan)
        self.settle()


def visiting(qtbot: QtBot, open_window: OpenWindow, *blocks: Block, clock: str = "16:40") -> Visit:
    world = WindowWorld()
    world.focus = FocusWorld(*blocks, at=days.at(clock))
    return Visit(qtbot, open_window(world), world)


def name_of(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
