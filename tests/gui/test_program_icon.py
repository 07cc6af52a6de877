"""Task bars show the program's own icon and name, whoever started it."""

from __future__ import annotations

import configparser
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.fakes.window import WindowWorld
from workspace_assistant.ui.main_window import MainWindow
from workspace_assistant.ui.page_names import PageName

ROOT = Path(__file__).resolve().parents[2]


def test_the_window_belongs_to_the_desktop_entry(
    qtbot: QtBot, open_window: Callable[[WindowWorld, PageName], MainWindow], world: WindowWorld
) -> None:
    open_window(world, PageName.HELP)
    qtbot.waitUntil(lambda: not QApplication.windowIcon().isNull())
    (place,) = (ROOT / "packaging" / "linux").glob("*.desktop")
    entry = configparser.ConfigParser(interpolation=None)
    entry.read(place, "utf-8")
    told = entry["Desktop Entry"]
    assert QGuiApplication.desktopFileName() == place.stem  # Wayland goes by that,
    assert QCoreApplication.applicationName() == told["StartupWMClass"]  # and X11 by this
    assert (ROOT / "resources" / "icons" / f"{told['Icon']}.svg").is_file()
