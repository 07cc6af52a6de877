"""What every test of the window shares: offscreen, a world to act on, and nothing left behind."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.fakes.window import WindowWorld
from tests.fakes.wording import EnglishWording
from tests.gui.microphone_visit import Visit
from workspace_assistant.core.readiness.model import ReadinessReport
from workspace_assistant.ui.app import prepare
from workspace_assistant.ui.job_runner import JobRunner
from workspace_assistant.ui.main_window import MainWindow
from workspace_assistant.ui.page_names import PageName
from workspace_assistant.ui.theme.colors import LIGHT
from workspace_assistant.ui.theme.scheme import apply_colors

OpenWindow = Callable[..., MainWindow]


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    prepare(qapp)
    apply_colors(qapp, LIGHT)
    return qapp


@pytest.fixture
def runner(qapp: QApplication) -> Iterator[JobRunner]:
    made = JobRunner()
    yield made
    assert made.shutdown(), "a job outlived its test"


def pytest_configure(config: pytest.Config) -> None:
    """The offscreen platform says what it cannot do; that is no fault of the window."""
    config.addinivalue_line("qt_log_ignore", "This plugin does not support")
    config.addinivalue_line("qt_log_ignore", "systemTrayWindowChanged")


@pytest.fixture
def open_window(qtbot: QtBot, runner: JobRunner, tmp_path: Path) -> Iterator[OpenWindow]:
    """Opens the window on a world and waits until it has read what earlier starts left."""

    def open_on(world: WindowWorld, page: PageName = PageName.READINESS) -> MainWindow:
        settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
        window = MainWindow(world.services, runner, EnglishWording(), settings)
        qtbot.addWidget(window, before_close_func=lambda _: (world.release(), window.leave()))
        window.show_page(page)
        window.show()
        qtbot.waitUntil(lambda: not window.session.situation.is_opening)
        # What was read in has its place only once every layout above it was told.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        kept.append(window)
        return window

    kept: list[MainWindow] = []  # a window is gone as soon as nobody holds it
    yield open_on
    kept.clear()


@pytest.fixture
def world() -> WindowWorld:
    return WindowWorld()


@pytest.fixture
def visit(qtbot: QtBot, open_window: OpenWindow, world: WindowWorld) -> Visit:
    """The microphone page, open, with everything looked at."""
    return Visit(qtbot, open_window(world), world)


@pytest.fixture
def world_with() -> Callable[..., WindowWorld]:
    def made(*reports: ReadinessReport) -> WindowWorld:
        return WindowWorld(*reports)

    return made


@pytest.fixture(autouse=True)
def _no_threads_left(request: pytest.FixtureRequest) -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    left = [thread for thread in threading.enumerate() if thread not in before]
    for thread in left:
        thread.join(2.0)
    assert not [thread for thread in left if thread.is_alive()]


@pytest.fixture(autouse=True)
def _no_windows_left(qapp: QApplication) -> Iterator[None]:
    before = set(map(id, qapp.topLevelWidgets()))
    yield
    qapp.processEvents()
    left = [w for w in qapp.topLevelWidgets() if id(w) not in before and w.isVisible()]
    assert not left
