"""Marks of a drawing: gone through with the pointer and with the keys, and told in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.fakes import summaries
from tests.fakes.summaries import WRITING
from workspace_assistant.core.balance.model import Week
from workspace_assistant.core.balance.pictures.day_bars import day_bars
from workspace_assistant.core.drawing import Drawing, Mark, Role
from workspace_assistant.core.svg import PAPER_COLORS
from workspace_assistant.ui.theme.colors import DARK, LIGHT, Colors, Tone, contrast_ratio
from workspace_assistant.ui.widgets import drawing_view
from workspace_assistant.ui.widgets.drawing_view import DrawingView

RICH = summaries.rich().week


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[DrawingView]:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    made = DrawingView(page)
    column.addWidget(made)
    column.addWidget(QPushButton("Next", page))
    column.addStretch(1)
    page.resize(900, 600)
    show(made, RICH)
    page.show()
    page.activateWindow()
    QApplication.processEvents()
    yield made
    del page  # kept so far: a widget is gone as soon as nobody holds its parent


def show(view: DrawingView, week: Week) -> None:
    view.show_drawing(week, lambda width: day_bars(week, WRITING, width))


def drawing_of(view: DrawingView) -> Drawing:
    drawing = view.drawing
    assert drawing is not None
    return drawing


def focused(view: DrawingView) -> DrawingView:
    view.setFocus(Qt.FocusReason.TabFocusReason)
    assert view.hasFocus()
    return view


def middle(view: DrawingView, mark: Mark) -> QPointF:
    scale = view.width() / drawing_of(view).width_px
    x, y = mark.corner
    return QPointF((x + mark.width_px / 2) * scale, (y + mark.height_px / 2) * scale)


class TestKeyboard:
    def test_focus_tells_the_first_mark_and_arrows_the_next(self, view: DrawingView) -> None:
        marks = drawing_of(view).marks
        assert focused(view).told == marks[0].words
        QTest.keyClick(view, Qt.Key.Key_Right)
        assert view.told == marks[1].words
        QTest.keyClick(view, Qt.Key.Key_End)
        assert view.told == marks[-1].words
        QTest.keyClick(view, Qt.Key.Key_Home)
        QTest.keyClick(view, Qt.Key.Key_Down)
        assert view.told.startswith("Tue 2026-11-17: ")

    def test_the_mark_has_a_ring_and_its_words_while_the_focus_is_there(
        self, view: DrawingView
    ) -> None:
        view.clearFocus()  # which a window gives to the first that takes it
        before = view.grab().toImage()
        first = focused(view).grab().toImage()
        QTest.keyClick(view, Qt.Key.Key_Right)
        assert before != first != view.grab().toImage()
        view.clearFocus()
        assert view.told == ""
        assert view.grab().toImage() == before

    def test_other_keys_are_left_to_the_page(self, view: DrawingView) -> None:
        QTest.keyClick(focused(view), Qt.Key.Key_Tab)
        assert not view.hasFocus()

    def test_without_marks_tab_passes_by_and_no_line_is_kept_free(self, view: DrawingView) -> None:
        whole = view.heightForWidth(900)
        drawing = drawing_of(view)
        view.show_drawing("plain", lambda _: replace(drawing, marks=()))
        assert view.focusPolicy() is Qt.FocusPolicy.NoFocus
        assert view.heightForWidth(900) < whole
        view.setFocus()
        QTest.keyClick(view, Qt.Key.Key_Right)
        assert view.told == ""

    def test_a_week_with_fewer_marks_begins_at_its_first(self, view: DrawingView) -> None:
        QTest.keyClick(focused(view), Qt.Key.Key_End)
        show(view, summaries.empty().week)
        assert view.told == drawing_of(view).marks[0].words


class TestPointer:
    def test_what_lies_under_it_is_told_before_what_has_the_focus(self, view: DrawingView) -> None:
        focused(view)
        piece = drawing_of(view).marks[2]
        QTest.mouseMove(view, middle(view, piece).toPoint())
        assert view.told == piece.words
        QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
        assert view.told == drawing_of(view).marks[0].words

    def test_it_has_a_tooltip_of_its_own(
        self, view: DrawingView, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        shown: list[str] = []

        class Recorder:
            @staticmethod
            def showText(_place: QPoint, words: str, _of: QWidget, _rect: QRect) -> None:  # noqa: N802 - Qt's
                shown.append(words)

        monkeypatch.setattr(drawing_view, "QToolTip", Recorder)
        piece = drawing_of(view).marks[2]
        for place in (middle(view, piece).toPoint(), QPoint(2, 10_000)):
            event = QHelpEvent(QEvent.Type.ToolTip, place, view.mapToGlobal(place))
            QApplication.sendEvent(view, event)
        assert shown == [piece.words, ""]


def mixed(color: str, behind: str, opacity: float) -> str:
    pairs = ((int(color[at : at + 2], 16), int(behind[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(opacity * a + (1 - opacity) * b):02x}" for a, b in pairs)


@pytest.mark.parametrize("colors", [LIGHT, DARK], ids=["light", "dark"])
def test_counts_can_be_read_on_the_fullest_cell(colors: Colors) -> None:
    cell = mixed(colors.tones[Tone.ACCENT].strong, colors.surface, 0.5)
    assert contrast_ratio(colors.text, cell) >= 4.5


def test_counts_can_be_read_on_paper() -> None:
    cell = mixed(PAPER_COLORS[Role.ACCENT], PAPER_COLORS[Role.SURFACE], 0.5)
    assert contrast_ratio(PAPER_COLORS[Role.INK], cell) >= 4.5
