"""Every page in languages that nobody speaks: whatever is not translated stands out in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSettings
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.fakes import readiness_reports
from tests.fakes.pseudo import PseudoWording, pseudo, pseudo_from_the_right
from tests.fakes.window import WindowWorld
from tests.gui.seen_texts import seen_texts, untranslated
from workspace_assistant.core.joining import facts
from workspace_assistant.core.languages import ENGLISH, language_of
from workspace_assistant.ui.job_runner import JobRunner
from workspace_assistant.ui.main_window import MainWindow
from workspace_assistant.ui.page_names import PageName
from workspace_assistant.ui.theme.colors import LIGHT
from workspace_assistant.ui.theme.metrics import TextStyle
from workspace_assistant.ui.theme.scheme import apply_colors
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.big_number import BigNumber
from workspace_assistant.ui.widgets.flow_row import FlowRow
from workspace_assistant.ui.widgets.navigation import Navigation
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.wording.durations import from_to
from workspace_assistant.ui.wording.locales import speak_in

# Names of devices, programs, files and keys, units, and what the fakes keep as a person's words.
NAMES = re.compile(
    r"""
    workspace-assistant[\w.\- ]* | (/[\w.\-]+)+ | https?://\S+ | [\w\-]+\.(example\.)?com
    | Jabra\ headset | Built-in\ microphone | Test\ Headset(\ Stereo)?
    | \b(USB|VPN|UTC|EUR|MIT|CRM|DNS|Ctrl|kHz|Hz|Mbit|kbit|dBov|dBFS|dB|ms|min|MB|GB|kB|ppm)\b
    | \b(firefox|dropbox|handbrake|softphone|crm|wiki|sign-in)\b | Wi-Fi
    """,
    re.VERBOSE,
)


@pytest.fixture
def turn(qapp: QApplication) -> Iterator[Callable[[PseudoWording], None]]:
    """The window's side, as the program chooses it at its start."""

    def to(wording: PseudoWording) -> None:
        speak_in(qapp, language_of(wording.language))
        apply_colors(qapp, LIGHT)

    yield to
    speak_in(qapp, ENGLISH)
    apply_colors(qapp, LIGHT)


@pytest.fixture
def opened(
    qtbot: QtBot, runner: JobRunner, tmp_path: Path, turn: Callable[[PseudoWording], None]
) -> Callable[[PseudoWording], MainWindow]:
    def opening(wording: PseudoWording) -> MainWindow:
        turn(wording)
        world = WindowWorld(*readiness_reports.history())
        settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
        window = MainWindow(world.services, runner, wording, settings)
        qtbot.addWidget(window, before_close_func=lambda _: (world.release(), window.leave()))
        window.resize(1180, 760)
        window.show()
        qtbot.waitUntil(lambda: not window.session.situation.is_opening)
        return window

    return opening


def test_every_text_of_every_page_is_translated(
    qtbot: QtBot, opened: Callable[[PseudoWording], MainWindow]
) -> None:
    window = opened(pseudo())
    english: dict[str, list[str]] = {}
    data: set[str] = set()
    for page in PageName:
        window.show_page(page)
        shown = window.pages.currentWidget()
        qtbot.waitUntil(lambda shown=shown: len(list(seen_texts(shown))) > 5)  # type: ignore[misc]
        english[page] = untranslated(window, NAMES)
        data.update(untranslated(window))
    assert any("Jabra headset" in text for text in data)  # the eye is open
    assert english == {page: [] for page in PageName}


def test_from_the_right_the_window_is_turned_and_no_word_is_lost(
    qtbot: QtBot, opened: Callable[[PseudoWording], MainWindow]
) -> None:
    window = opened(pseudo_from_the_right())
    navigation = window.findChild(Navigation)
    assert navigation is not None
    assert navigation.mapTo(window, navigation.rect().topRight()).x() >= window.width() - 1
    for page in PageName:
        window.show_page(page)
        assert untranslated(window, NAMES) == []


def test_paragraphs_and_numbers_begin_at_the_side_of_the_language(
    qtbot: QtBot, turn: Callable[[PseudoWording], None]
) -> None:
    turn(pseudo_from_the_right())
    frame = QWidget()
    qtbot.addWidget(frame)
    frame.resize(300, 60)
    number, name = BigNumber(frame), TextLabel(TextStyle.BODY, frame)
    number.show_number("\u221224", "dB")
    name.setText("Refund queue")
    row = FlowRow(frame)
    chip = ActionButton("A", frame)
    row.add(chip)
    for part in (number, name, row):
        part.setGeometry(0, 0, 300, 60)
    frame.show()
    for part in (number, name):
        frame_of_ink = ink(part)
        assert frame_of_ink.left() > 100
        assert frame_of_ink.right() > 290
    assert chip.geometry().right() > 290


def test_a_text_is_read_from_the_windows_side_whatever_it_begins_with(
    qtbot: QtBot, turn: Callable[[PseudoWording], None]
) -> None:
    wording = pseudo_from_the_right()
    turn(wording)
    label = TextLabel(TextStyle.BODY, None)  # type: ignore[arg-type]
    qtbot.addWidget(label)
    label.resize(300, 40)
    label.show()
    for text in (from_to("9:00", "17:00", wording), facts(("Jabra", "سمعة"), wording.say)):
        label.setText(text)
        assert QLabel.text(label) == f"\u200f{text}"
        assert (label.text(), label.accessibleName()) == (text, text)
    for text in ("5 ms", "\u221238 dB", "Jabra Evolve"):
        label.setText(text)
        assert (QLabel.text(label), label.accessibleName()) == (text, "")
    short, long = "\u2068:\u2069", "\u2068MMMM\u2069"
    for text, is_wide_first in ((f"{short} · {long}", False), (f"{long} · {short}", True)):
        label.setText(text)
        middle = ink(label).center().x()
        columns = [inked(label, x) for x in range(ink(label).left(), ink(label).right() + 1)]
        half = middle - ink(label).left()
        assert (sum(columns[half:]) > sum(columns[:half])) is is_wide_first


def test_two_numbers_stand_in_the_order_of_their_words(
    qtbot: QtBot, turn: Callable[[PseudoWording], None]
) -> None:
    turn(pseudo_from_the_right())
    shown = QWidget()
    qtbot.addWidget(shown)
    number = BigNumber(shown)
    number.setGeometry(0, 0, 300, 60)
    shown.resize(300, 60)
    number.show_number("8888 / 1", "")
    shown.show()
    frame = ink(number)
    columns = [inked(number, x) for x in range(frame.left(), frame.right() + 1)]
    half = len(columns) // 2
    assert sum(columns[half:]) > sum(columns[:half])  # download is read first: at the right


def inked(widget: QWidget, x: int) -> int:
    """How many points of a column of *widget* are painted."""
    picture = widget.grab().toImage()
    ground = picture.pixel(0, picture.height() - 1)
    return sum(picture.pixel(x, y) != ground for y in range(picture.height()))


def ink(widget: QWidget) -> QRect:
    """Where anything is painted in *widget*."""
    picture = widget.grab().toImage()
    ground = picture.pixel(0, picture.height() - 1)
    points = [
        (x, y)
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixel(x, y) != ground
    ]
    xs, ys = zip(*points, strict=True)
    return QRect(QPoint(min(xs), min(ys)), QPoint(max(xs), max(ys)))
