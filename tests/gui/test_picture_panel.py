"""A picture on the page: gone through with the pointer and the keys, and turned into a table."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.fakes import summaries
from tests.fakes.summaries import WRITING
from workspace_assistant.core.balance.model import Week
from workspace_assistant.core.balance.pictures.day_bars import day_bars
from workspace_assistant.core.balance.pictures.day_words import day_table
from workspace_assistant.core.balance.pictures.rest_bars import rest_bars
from workspace_assistant.core.balance.pictures.rest_words import rest_table
from workspace_assistant.core.drawing import Mark, Role
from workspace_assistant.core.svg import PAPER_COLORS
from workspace_assistant.core.table import Table
from workspace_assistant.ui.theme.colors import DARK, LIGHT, Colors, Tone, contrast_ratio
from workspace_assistant.ui.widgets import drawing_view
from workspace_assistant.ui.widgets.data_table import DataTable
from workspace_assistant.ui.widgets.drawing_view import DrawingView
from workspace_assistant.ui.widgets.picture_panel import PicturePanel, PictureWords

WORDS = PictureWords(
    title="The days of the week",
    as_table="Show as table",
    as_picture="Show as picture",
    hint="Point at a day.",
)
RICH = summaries.rich().week


class Page(QWidget):
    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        self.panel = PicturePanel(self)
        column.addWidget(self.panel)
        column.addStretch(1)

    def show_week(self, week: Week) -> None:
        self.panel.show_picture(
            week,
            WORDS,
            lambda width: day_bars(week, WRITING, width),
            lambda: day_table(week, WRITING),
        )


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    made = Page()
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show_week(RICH)
    made.show()
    made.activateWindow()
    QApplication.processEvents()
    return made


def picture(page: Page) -> DrawingView:
    return page.panel.picture


def marks(page: Page) -> tuple[Mark, ...]:
    drawing = picture(page).drawing
    assert drawing is not None
    return drawing.marks


def focused(page: Page) -> DrawingView:
    view = picture(page)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    assert view.hasFocus()
    return view


def middle(page: Page, mark: Mark) -> QPointF:
    drawing = picture(page).drawing
    assert drawing is not None
    scale = picture(page).width() / drawing.width_px
    x, y = mark.corner
    return QPointF((x + mark.width_px / 2) * scale, (y + mark.height_px / 2) * scale)


def cell(table: DataTable, row: int, column: int) -> str:
    item = table.item(row, column)
    assert item is not None
    return item.text()


class TestKeyboard:
    def test_focus_tells_the_first_mark_and_arrows_the_next(self, page: Page) -> None:
        view, told = focused(page), page.panel.told
        assert told.text() == marks(page)[0].words
        QTest.keyClick(view, Qt.Key.Key_Right)
        assert told.text() == marks(page)[1].words
        QTest.keyClick(view, Qt.Key.Key_End)
        assert told.text() == marks(page)[-1].words
        QTest.keyClick(view, Qt.Key.Key_Home)
        QTest.keyClick(view, Qt.Key.Key_Down)
        assert told.text().startswith("Tue 2026-11-17: ")

    def test_the_mark_has_a_ring_while_the_focus_is_there(self, page: Page) -> None:
        before = picture(page).grab().toImage()
        view = focused(page)
        first = view.grab().toImage()
        QTest.keyClick(view, Qt.Key.Key_Right)
        assert before != first != view.grab().toImage()
        page.panel.link.setFocus()
        assert view.grab().toImage() == before
        assert page.panel.told.text() == WORDS.hint

    def test_other_keys_are_left_to_the_page(self, page: Page) -> None:
        view = focused(page)
        QTest.keyClick(view, Qt.Key.Key_Tab)
        assert not view.hasFocus()

    def test_without_marks_tab_passes_by(self, page: Page) -> None:
        drawing = picture(page).drawing
        assert drawing is not None
        picture(page).show_drawing("plain", lambda _: replace(drawing, marks=()))
        assert picture(page).focusPolicy() is Qt.FocusPolicy.NoFocus
        QTest.keyClick(picture(page), Qt.Key.Key_Right)
        assert page.panel.told.text() == WORDS.hint

    def test_a_week_with_fewer_marks_begins_at_its_first(self, page: Page) -> None:
        view = focused(page)
        QTest.keyClick(view, Qt.Key.Key_End)
        page.show_week(summaries.empty().week)
        QTest.keyClick(view, Qt.Key.Key_Right)
        assert page.panel.told.text() == marks(page)[1].words


class TestPointer:
    def test_what_lies_under_it_is_told(self, page: Page) -> None:
        piece = marks(page)[2]
        QTest.mouseMove(picture(page), middle(page, piece).toPoint())
        assert page.panel.told.text() == piece.words
        QApplication.sendEvent(picture(page), QEvent(QEvent.Type.Leave))
        assert page.panel.told.text() == WORDS.hint

    def test_it_has_a_tooltip_of_its_own(self, page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
        shown: list[str] = []

        class Recorder:
            @staticmethod
            def showText(_place: QPoint, words: str, _of: QWidget, _rect: QRect) -> None:  # noqa: N802 - Qt's
                shown.append(words)

        monkeypatch.setattr(drawing_view, "QToolTip", Recorder)
        for place in (middle(page, marks(page)[2]).toPoint(), QPoint(2, 10_000)):
            event = QHelpEvent(QEvent.Type.ToolTip, place, page.mapToGlobal(place))
            QApplication.sendEvent(picture(page), event)
        assert shown == [marks(page)[2].words, ""]


class TestTable:
    def test_the_link_turns_the_picture_into_the_table_and_back(
        self, page: Page, qtbot: QtBot
    ) -> None:
        panel = page.panel
        with qtbot.waitSignal(panel.turned):
            panel.link.click()
        assert panel.is_table
        assert not picture(page).isVisible()
        assert panel.table.rowCount() == 7
        assert cell(panel.table, 1, 2) == "9h10m"
        assert panel.link.text() == "Show as picture"
        assert panel.link.accessibleName() == "Show as picture: The days of the week"
        panel.link.click()
        assert picture(page).isVisible()
        assert not panel.table.isVisible()
        assert panel.told.isVisible()

    def test_another_week_stays_a_table(self, page: Page) -> None:
        page.panel.link.click()
        page.show_week(summaries.half_empty().week)
        assert page.panel.is_table
        assert not picture(page).isVisible()
        assert cell(page.panel.table, 0, 2) == "8h"

    def test_the_same_week_is_not_made_anew(self, page: Page) -> None:
        page.panel.show_picture(RICH, WORDS, lambda _: None, lambda: pytest.fail("made anew"))
        assert page.panel.isVisible()

    def test_it_is_as_high_as_its_rows_and_shares_its_width(self, page: Page) -> None:
        page.panel.link.click()
        QApplication.processEvents()
        table = page.panel.table
        assert table.verticalScrollBar().maximum() == 0
        assert table.horizontalScrollBar().maximum() == 0
        assert table.horizontalHeader().length() > 0.95 * table.viewport().width()

    def test_more_columns_than_there_is_room_scroll_sideways(self, page: Page) -> None:
        wide = Table(title="Wide", columns=("A",) * 60, rows=(("12h30m",) * 60,))
        page.panel.link.click()
        page.panel.table.show_table(wide)
        QApplication.processEvents()
        assert page.panel.table.horizontalScrollBar().maximum() > 0
        assert page.panel.table.verticalScrollBar().maximum() == 0

    def test_its_rows_can_be_gone_through(self, page: Page) -> None:
        page.panel.link.click()
        table = page.panel.table
        table.setFocus(Qt.FocusReason.TabFocusReason)
        assert [one.row() for one in table.selectionModel().selectedRows()] == [0]
        QTest.keyClick(table, Qt.Key.Key_Down)
        assert [one.row() for one in table.selectionModel().selectedRows()] == [1]
        QTest.keyClick(table, Qt.Key.Key_Tab)
        assert not table.hasFocus()
        assert not table.selectionModel().hasSelection()

    def test_a_table_without_rows_is_no_fault(self, qtbot: QtBot) -> None:
        host = QWidget()
        qtbot.addWidget(host)
        table = DataTable(host)
        QHBoxLayout(host).addWidget(table)
        table.show_table(Table(title="Empty", columns=(), rows=()))
        assert table.rowCount() == 0
        assert table.accessibleName() == "Empty"


def test_without_a_picture_there_is_no_card(page: Page) -> None:
    week = summaries.empty().week
    page.panel.show_picture(
        "rests",
        WORDS,
        lambda width: rest_bars(week, WRITING, width),
        lambda: rest_table(week, WRITING),
    )
    assert not page.panel.isVisible()
    page.show_week(RICH)
    assert page.panel.isVisible()


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
