from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSettings, QSize, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from tests.fakes import readiness_reports as reports
from tests.fakes.window import BrokenStore, WindowWorld
from tests.fakes.wording import EnglishWording, LongWording
from workspace_assistant.core.errors import StoreUnavailableError
from workspace_assistant.ui.history.page import HistoryPage
from workspace_assistant.ui.job_runner import JobRunner
from workspace_assistant.ui.main_window import PAGES, MainWindow, fitted
from workspace_assistant.ui.page_names import PageName
from workspace_assistant.ui.theme.metrics import grid_px

OpenWindow = Callable[[WindowWorld], MainWindow]


def button_of(window: MainWindow, name: PageName) -> QAbstractButton:
    return window._navigation._buttons.button(list(PAGES).index(name))


def history_of(window: MainWindow) -> HistoryPage:
    return window.pages.history


@pytest.mark.parametrize("keys", ["F5", "Ctrl+R"])
def test_keys_start_a_check_from_any_page(
    keys: str, qtbot: QtBot, open_window: OpenWindow, world: WindowWorld
) -> None:
    window = open_window(world)
    window.show_page(PageName.HISTORY)
    qtbot.waitUntil(window.isActiveWindow)
    with qtbot.waitSignal(window.session.finished):
        if keys == "F5":
            qtbot.keyClick(window, Qt.Key.Key_F5)
        else:
            qtbot.keyClick(window, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert window.pages.currentWidget() is window.pages.readiness


def test_escape_cancels(qtbot: QtBot, open_window: OpenWindow, world: WindowWorld) -> None:
    world.hold()
    window = open_window(world)
    qtbot.waitUntil(window.isActiveWindow)
    window.session.start_check()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.session.situation.run is None)
    assert world.store.reports == []


def test_keys_change_pages(qtbot: QtBot, open_window: OpenWindow, world: WindowWorld) -> None:
    window = open_window(world, PageName.HISTORY)
    qtbot.waitUntil(window.isActiveWindow)
    for number, name in enumerate(tuple(PAGES)[:9]):  # help has F1
        key = Qt.Key(Qt.Key.Key_1 + number)
        qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
        assert window.pages.currentWidget() is window.pages.page(name)
        assert button_of(window, name).isChecked()


def test_navigation_changes_pages_and_marks_the_one_shown(
    qtbot: QtBot, open_window: OpenWindow, world: WindowWorld
) -> None:
    window = open_window(world)
    history = button_of(window, PageName.HISTORY)
    qtbot.mouseClick(history, Qt.MouseButton.LeftButton)
    assert window.pages.currentWidget() is history_of(window)
    assert history.isChecked()
    assert not button_of(window, PageName.READINESS).isChecked()


def test_the_name_of_the_page_shown_is_drawn_whole(
    open_window: OpenWindow, world: WindowWorld
) -> None:
    """The chosen name is demibold, so it takes more room than the others."""
    window = open_window(world)
    for name in PAGES:
        window.show_page(name)
        button = button_of(window, name)
        drawn = _ink_end_px(button)
        button.resize(button.width() + grid_px(20), button.height())
        assert _ink_end_px(button) == drawn, name


def _ink_end_px(button: QAbstractButton) -> int:
    """The last column of a button's name that is not its background, between the round corners."""
    image = button.grab().toImage()
    rows = range(image.height() // 3, image.height() * 2 // 3)
    ground = image.pixelColor(image.width() - 3, image.height() // 2)
    columns = range(image.width() - 3, 0, -1)
    return next(x for x in columns if any(image.pixelColor(x, y) != ground for y in rows))


def test_tab_stops_in_the_navigation_at_the_page_shown(
    qtbot: QtBot, open_window: OpenWindow, world: WindowWorld
) -> None:
    window = open_window(world, PageName.TODAY)
    qtbot.waitUntil(window.isActiveWindow)
    button_of(window, PageName.TODAY).setFocus(Qt.FocusReason.TabFocusReason)
    window.show_page(PageName.HISTORY)
    policies = {name: button_of(window, name).focusPolicy() for name in PAGES}
    stops = [name for name, policy in policies.items() if policy & Qt.FocusPolicy.TabFocus]
    assert stops == [PageName.HISTORY]


def test_a_tip_goes_with_escape(qtbot: QtBot, open_window: OpenWindow, world: WindowWorld) -> None:
    window = open_window(world)
    QToolTip.showText(window.mapToGlobal(QPoint(40, 40)), "A tip", window)
    qtbot.waitUntil(QToolTip.isVisible)
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def test_navigation_folds_to_icons_where_it_is_narrow(
    qtbot: QtBot, open_window: OpenWindow, world: WindowWorld
) -> None:
    window = open_window(world)
    window.resize(QSize(grid_px(295), grid_px(190)))
    assert not window._navigation.is_folded
    window.resize(window.minimumSize())
    qtbot.waitUntil(lambda: window._navigation.is_folded)
    button = button_of(window, PageName.READINESS)
    assert button.text() == ""
    assert button.toolTip() == "Readiness"


def test_cards_flow_with_the_width(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(WindowWorld(reports.ready()))
    grid = window.pages.readiness._grid
    window.resize(QSize(grid_px(295), grid_px(190)))
    qtbot.waitUntil(lambda: grid._columns == 3)
    window.resize(window.minimumSize())
    qtbot.waitUntil(lambda: grid._columns == 2)


def test_content_is_never_wider_than_reads_well(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(WindowWorld(reports.ready()))
    window.resize(QSize(2400, 900))
    hero = window.pages.readiness._hero
    qtbot.waitUntil(lambda: hero.width() == grid_px(275))
    left = hero.mapTo(window.pages.readiness, QPoint()).x()
    right = window.pages.readiness.width() - left - hero.width()
    assert abs(left - right) <= 1


def test_nothing_is_cut_off_where_texts_are_longer(
    qtbot: QtBot, runner: JobRunner, tmp_path: Path
) -> None:
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    world = WindowWorld(reports.not_ready())
    window = MainWindow(world.services, runner, LongWording(), settings)
    qtbot.addWidget(window)
    window.show_page(PageName.READINESS)
    window.resize(window.minimumSize())
    window.show()
    qtbot.waitUntil(lambda: not window.session.situation.is_opening)
    scroll = window.pages.readiness._scroll
    qtbot.waitUntil(lambda: scroll.widget().width() <= scroll.viewport().width())
    for row in window.pages.readiness._rows:
        for label in (row._message, row._action):
            assert label.height() >= label.heightForWidth(label.width())


@pytest.mark.parametrize("running", [False, True], ids=["idle", "while a check runs"])
def test_closing_is_prompt_and_asks_nothing(
    running: bool, qtbot: QtBot, open_window: OpenWindow, runner: JobRunner, world: WindowWorld
) -> None:
    world.hold()
    window = open_window(world)
    if running:
        window.session.start_check()
        assert world.checks["computer"].reported.wait(5)
    began = time.monotonic()
    assert window.close()
    assert runner.shutdown()
    assert time.monotonic() - began < 2
    assert world.store.reports == []


def test_size_and_place_are_kept(
    qtbot: QtBot, open_window: OpenWindow, runner: JobRunner, world: WindowWorld, tmp_path: Path
) -> None:
    window = open_window(world)
    window.resize(780, 600)
    window.close()
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    again = MainWindow(world.services, runner, EnglishWording(), settings)
    qtbot.addWidget(again)
    assert again.size() == QSize(780, 600)


@pytest.fixture
def _small_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    class Screen:
        availableGeometry = staticmethod(lambda: QRect(0, 24, 700, 480))  # noqa: N815 - Qt's name

    monkeypatch.setattr(MainWindow, "screen", lambda _: Screen())


@pytest.mark.usefixtures("_small_screen")
def test_is_never_larger_than_the_screen(open_window: OpenWindow, world: WindowWorld) -> None:
    window = open_window(world)
    assert window.width() <= 700
    assert window.height() <= 480 - grid_px(6), "with its title bar"


@pytest.mark.usefixtures("_small_screen")
def test_what_was_kept_from_a_larger_screen_is_fitted(
    qtbot: QtBot, runner: JobRunner, world: WindowWorld, tmp_path: Path
) -> None:
    larger = QWidget()
    qtbot.addWidget(larger)
    larger.setGeometry(900, 300, 780, 600)
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    settings.setValue("window/geometry", larger.saveGeometry())
    window = MainWindow(world.services, runner, EnglishWording(), settings)
    qtbot.addWidget(window)
    assert QRect(0, 24, 700, 480).contains(window.geometry())


def test_a_maximized_window_comes_back_so(
    qtbot: QtBot, open_window: OpenWindow, runner: JobRunner, world: WindowWorld, tmp_path: Path
) -> None:
    window = open_window(world)
    window.showMaximized()
    window.close()
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    again = MainWindow(world.services, runner, EnglishWording(), settings)
    qtbot.addWidget(again)
    assert again.isMaximized()


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (QRect(10, 30, 300, 200), QRect(10, 30, 300, 200)),
        (QRect(600, 400, 300, 200), QRect(400, 304, 300, 200)),
        (QRect(-50, 0, 300, 900), QRect(0, 24, 300, 480)),
    ],
)
def test_a_place_is_moved_before_it_is_shrunk(place: QRect, expected: QRect) -> None:
    assert fitted(place, QRect(0, 24, 700, 480)) == expected


@pytest.mark.parametrize("height_units", range(150, 260, 10))
def test_scrolls_only_what_does_not_fit(
    height_units: int, open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window(WindowWorld(reports.not_ready()))
    window.resize(QSize(grid_px(257), grid_px(height_units)))
    scroll, choices = window.pages.readiness._scroll, window.pages.readiness._choices

    def hidden_px() -> int:
        end = choices.mapTo(scroll.widget(), choices.rect().bottomLeft()).y() + 1
        return end - scroll.viewport().height()

    gap = scroll.column.spacing()
    qtbot.waitUntil(lambda: scroll.verticalScrollBar().maximum() <= max(0, hidden_px() + gap))


def test_a_notice_stands_free(qtbot: QtBot, open_window: OpenWindow, world: WindowWorld) -> None:
    window = open_window(world)
    window.top.tell("Saved.")
    notice = window.top.notice
    qtbot.waitUntil(lambda: notice.mapTo(window, QPoint()).y() >= grid_px(4))
    assert notice.height() >= notice.sizeHint().height()
    notice._dismiss.click()
    assert not window.top.isVisible()


def test_a_notice_stays_until_dismissed(
    qtbot: QtBot, open_window: OpenWindow, world: WindowWorld
) -> None:
    window = open_window(world)
    window.warn_of_fault()
    assert window.top.notice.isVisible()
    assert "details are in the log" in window.top.notice.sentence
    with qtbot.waitSignal(window.top.notice.dismissed):
        qtbot.mouseClick(window.top.notice._dismiss, Qt.MouseButton.LeftButton)
    assert not window.top.notice.isVisible()


def test_a_report_grows_old_while_the_window_is_open(open_window: OpenWindow) -> None:
    world = WindowWorld(reports.ready())
    window = open_window(world)
    world.clock.advance(5 * 3600)
    window._on_minute_passed()
    assert window.pages.readiness._hero._headline.text() == "From 08:36. Check again."


def test_nothing_ticks_faster_than_once_a_second_while_idle(
    qtbot: QtBot, open_window: OpenWindow, world: WindowWorld
) -> None:
    window = open_window(world)
    with qtbot.waitSignal(window.session.finished):
        window.session.start_check()
    timers = (window.session._text_timer, window.session._meter_timer, window._opening)
    assert not any(timer.isActive() for timer in timers)
    assert window._clock.interval() >= 1000


class TestHistory:
    def test_shows_trends_and_past_checks(self, qtbot: QtBot, open_window: OpenWindow) -> None:
        window = open_window(WindowWorld(*reports.history(14)))
        window.show_page(PageName.HISTORY)
        history = history_of(window)
        qtbot.waitUntil(lambda: history._rows.rowCount() == 14)
        assert history._rows.item(3, 1).text() == "Not ready"
        assert len([card for card in history._cards if card.isVisible()]) == 6
        assert not history._hero.button.isVisible()

    def test_follows_a_check_that_ends_while_it_is_shown(
        self, qtbot: QtBot, open_window: OpenWindow, world: WindowWorld
    ) -> None:
        window = open_window(world)
        window.show_page(PageName.HISTORY)
        window.session.start_check()
        qtbot.waitUntil(lambda: history_of(window)._rows.rowCount() == 1)

    def test_invites_to_a_first_check(
        self, qtbot: QtBot, open_window: OpenWindow, world: WindowWorld
    ) -> None:
        window = open_window(world)
        window.show_page(PageName.HISTORY)
        button = history_of(window)._hero.button
        qtbot.waitUntil(button.isVisible)
        with qtbot.waitSignal(window.session.finished):
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert window.pages.currentWidget() is window.pages.readiness

    def test_an_unreadable_history_says_why(
        self, qtbot: QtBot, open_window: OpenWindow, world: WindowWorld
    ) -> None:
        world.store = BrokenStore(StoreUnavailableError("The disk is gone. Plug it in."))
        window = open_window(world)
        window.show_page(PageName.HISTORY)
        sentence = history_of(window)._hero._sentence
        qtbot.waitUntil(lambda: sentence.text() == "The disk is gone. Plug it in.")

    def test_a_fault_of_the_program_is_told_in_plain_words(
        self, qtbot: QtBot, open_window: OpenWindow, world: WindowWorld
    ) -> None:
        window = open_window(world)
        world.store.recent = BrokenStore(ValueError("row 3")).recent  # type: ignore[method-assign] # breaks now
        window.show_page(PageName.HISTORY)
        sentence = history_of(window)._hero._sentence
        qtbot.waitUntil(lambda: "details are in the log" in sentence.text())
        assert "row 3" not in sentence.text()


def test_the_whole_tick_box_can_be_clicked(
    qtbot: QtBot, open_window: OpenWindow, world: WindowWorld
) -> None:
    box = open_window(world).pages.readiness._choices._quick
    far_right = QPoint(box.width() - 2, box.height() // 2)
    for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
        event = QMouseEvent(
            kind,
            QPointF(far_right),
            QPointF(box.mapToGlobal(far_right)),
            Qt.MouseButton.LeftButton,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        (box.mousePressEvent if kind == QEvent.Type.MouseButtonPress else box.mouseReleaseEvent)(
            event
        )
    assert box.isChecked()
