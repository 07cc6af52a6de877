"""A visit to the microphone page: the window, its page and the scripted services, with gestures."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.fakes.window import WindowWorld
from workspace_assistant.ui.main_window import MainWindow
from workspace_assistant.ui.microphone.page import MicrophonePage
from workspace_assistant.ui.microphone.session import MicrophoneSession
from workspace_assistant.ui.page_names import PageName

OpenWindow = Callable[[WindowWorld], MainWindow]


class Visit:
    """The window with its microphone page open, everything looked at."""

    def __init__(self, qtbot: QtBot, window: MainWindow, world: WindowWorld) -> None:
        self.qtbot = qtbot
        self.window = window
        self.world = world
        self.scripted = world.microphone
        window.show_page(PageName.MICROPHONE)
        self.page: MicrophonePage = window.pages.microphone
        self.session: MicrophoneSession = window.sessions.microphone
        qtbot.waitUntil(lambda: self.session.situation.listing is not None)
        qtbot.waitUntil(lambda: self.session.situation.headset is not None)

    @property
    def headline(self) -> str:
        return self.page._hero._headline.text()

    def click(self, button: QWidget) -> None:
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def record(self) -> None:
        with self.qtbot.waitSignal(self.session.finished):
            self.click(self.page._hero.button)

    def start_recording(self) -> None:
        """Up to the last reading, and wait there."""
        self.world.hold()
        self.scripted.reported.clear()
        self.click(self.page._hero.button)
        self.qtbot.waitUntil(self.scripted.reported.is_set)
        self.qtbot.waitUntil(lambda: self.session.situation.level is not None)

    def until_idle(self) -> None:
        self.qtbot.waitUntil(lambda: self.session.situation.activity is None)

    def asked(self, what: str) -> list[str]:
        return [of for name, of in self.scripted.asked if name == what]
