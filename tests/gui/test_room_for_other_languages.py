"""Widths that were made for English leave room for what other languages write, on their side."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from workspace_assistant.core.languages import ENGLISH, language_of
from workspace_assistant.ui.shifts.list_state import ShiftRowState
from workspace_assistant.ui.shifts.looks import COMING
from workspace_assistant.ui.shifts.shift_row import ShiftRow
from workspace_assistant.ui.theme.colors import LIGHT
from workspace_assistant.ui.theme.metrics import TextStyle
from workspace_assistant.ui.theme.scheme import apply_colors
from workspace_assistant.ui.widgets.scroll_column import CenteredColumn
from workspace_assistant.ui.widgets.text_field import TextField
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.wording.locales import speak_in


@pytest.fixture
def from_the_right(qapp: QApplication) -> Iterator[None]:
    speak_in(qapp, language_of("ar"))
    apply_colors(qapp, LIGHT)
    yield
    speak_in(qapp, ENGLISH)
    apply_colors(qapp, LIGHT)


def test_a_field_of_one_width_holds_the_time_of_any_language(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    field = TextField("Start", window, units=24)
    narrow = field.width()
    field.setText("9:00")
    assert field.width() == narrow
    field.setText("12:00:00 in the morning")
    assert field.width() > narrow
    field.setText("9" * 200)
    assert field.width() == 2 * narrow


def test_the_times_of_a_shift_stand_in_one_line(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    row = ShiftRow(window)
    times = "12:30 p. m. \u2013 10:30 p. m."
    row.present(state(times))
    label = next(one for one in row.findChildren(TextLabel) if one.text() == times)
    assert label.width() > label.fontMetrics().horizontalAdvance(times)
    row.present(state("9:00"))
    assert label.width() < label.fontMetrics().horizontalAdvance(times)


def state(times: str) -> ShiftRowState:
    return ShiftRowState(
        shift_id="a",
        look=COMING,
        state="",
        times=times,
        name="N",
        detail="",
        remark="",
        length="8 h",
        is_off=False,
        act="Edit",
        description="Edit",
    )


@pytest.mark.usefixtures("from_the_right")
def test_content_stays_in_place_when_the_bar_appears_at_the_left(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = CenteredColumn(window)
    column.resize(600, 300)
    window.show()
    row = column.layout()
    assert row is not None
    row.activate()
    whole = column.content.geometry()
    column.take_from_right_margin(8)
    column.resize(592, 300)  # begins 8 pixels further on: there the bar stands
    row.activate()
    assert column.content.geometry().translated(8, 0) == whole


@pytest.mark.usefixtures("from_the_right")
def test_wrapped_lines_begin_below_each_other(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    label = TextLabel(TextStyle.BODY, window, wraps=True)
    word = "\u0645\u0645\u0645\u0645"
    label.setText(f"{word} {word}")
    width = label.fontMetrics().horizontalAdvance(word) * 3 // 2
    label.resize(width, 4 * label.fontMetrics().height())
    window.resize(label.size())
    window.show()
    assert label.focusPolicy() is Qt.FocusPolicy.NoFocus
    picture = label.grab().toImage()
    ground = picture.pixel(0, 0)
    last = [
        max((x for x in range(picture.width()) if picture.pixel(x, y) != ground), default=-1)
        for y in range(picture.height())
    ]
    inked = [y for y, x in enumerate(last) if x >= 0]
    gap = next(y for y in range(inked[0], inked[-1]) if last[y] < 0)
    assert max(last[:gap]) == max(last[gap:])


@pytest.mark.usefixtures("from_the_right")
def test_english_ends_at_its_right(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    label = TextLabel(TextStyle.BODY, window, wraps=True)
    label.setText("HHHH.")
    label.resize(200, 40)
    window.resize(label.size())
    window.show()
    assert (label.text(), label.accessibleName()) == ("HHHH.", "HHHH.")
    picture = label.grab().toImage()
    ground = picture.pixel(0, 0)
    points = [
        (x, y)
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixel(x, y) != ground
    ]
    last = max(x for x, _ in points)
    highest = min(y for _, y in points)
    assert highest + 3 < min(y for x, y in points if x == last)  # the point lies low
