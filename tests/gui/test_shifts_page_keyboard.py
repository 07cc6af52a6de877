"""The shifts page for those who use no mouse, need larger words, or listen."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.fakes.shifts_page import ADDRESS, ShiftsWorld
from tests.fakes.wording import LongWording
from tests.gui import shifts_pictures as pictures
from tests.gui.shifts_visit import Visit
from workspace_assistant.ui.job_runner import JobRunner
from workspace_assistant.ui.widgets.text_label import TextLabel

SAME_LINE_PX = 45
NARROW = QSize(640 - 72, 520)
ACTS: dict[str, Callable[[Visit], None]] = {}


def act(call: Callable[[Visit], None]) -> Callable[[Visit], None]:
    ACTS[call.__name__] = call
    return call


@act
def nothing(_visit: Visit) -> None:
    pass


@act
def editing(visit: Visit) -> None:
    visit.click(visit.page.list.rows[1].edit)


@act
def removing(visit: Visit) -> None:
    visit.click(visit.page.sources.rows[1].remove)


@act
def changing_a_pattern(visit: Visit) -> None:
    visit.click(visit.page.sources.rows[2].change)
    visit.click(visit.page.pattern.more)


@act
def subscribing(visit: Visit) -> None:
    visit.click(visit.page.sources.subscribe)
    visit.page.calendar.address.setText("http://calendar.example.com/a.ics")
    visit.click(visit.page.calendar.look)


def tab_through(visit: Visit) -> list[QWidget]:
    """Press Tab until the focus comes round; the widgets of the page that had it, in order."""
    seen: list[QWidget] = []
    for _ in range(150):
        visit.qtbot.keyClick(visit.host.focusWidget() or visit.host, Qt.Key.Key_Tab)
        widget = visit.host.focusWidget()
        assert widget is not None
        if widget in seen:
            return [one for one in seen if visit.page.isAncestorOf(one)]
        seen.append(widget)
    raise AssertionError("Tab never comes round")


def focusable(visit: Visit) -> set[QWidget]:
    return {
        widget
        for widget in visit.page.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    }


def top_of(visit: Visit, widget: QWidget) -> int:
    inside = visit.page._scroll.widget()
    is_scrolled = inside.isAncestorOf(widget)
    place = widget.mapTo(inside if is_scrolled else visit.page, widget.rect().center())
    return place.y() + (1000 if is_scrolled else 0)


def name_of(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


@pytest.mark.parametrize("state", list(ACTS))
def test_tab_reaches_everything_from_top_to_bottom(
    state: str, qtbot: QtBot, runner: JobRunner
) -> None:
    visit = Visit(qtbot, runner, pictures.full())
    ACTS[state](visit)
    visit.host.setFocus()
    order = tab_through(visit)
    assert set(order) == focusable(visit)
    QApplication.processEvents()  # so that everything has its place
    places = [top_of(visit, widget) for widget in order]
    upwards = [(one, other) for one, other in pairwise(places) if other < one - SAME_LINE_PX]
    assert upwards == []
    assert_named(order)


def assert_named(controls: list[QWidget]) -> None:
    """Everything that can be operated has a name, in lists one of its own."""
    names = [name_of(widget) for widget in controls]
    assert all(names)
    in_lists = [name for name in names if name.startswith(("Edit", "Remove", "Refresh", "Change"))]
    assert len(in_lists) == len(set(in_lists))


def test_tab_reaches_everything_before_the_first_shift(qtbot: QtBot, runner: JobRunner) -> None:
    visit = Visit(qtbot, runner, ShiftsWorld())
    visit.host.setFocus()
    assert tab_through(visit) == list(visit.page.first.controls)


def cut_off(page: QWidget) -> list[str]:
    """What is not as high as its words."""
    return [
        label.text()
        for label in page.findChildren(TextLabel)
        if label.isVisible()
        and label.wordWrap()
        and label.height() < label.heightForWidth(label.width())
    ]


@pytest.mark.parametrize("state", list(ACTS))
def test_nothing_is_cut_off_where_texts_are_longer(
    state: str, qtbot: QtBot, runner: JobRunner
) -> None:
    visit = Visit(qtbot, runner, pictures.full(), LongWording(), NARROW)
    ACTS[state](visit)
    scroll = visit.page._scroll
    qtbot.waitUntil(lambda: scroll.widget().width() <= scroll.viewport().width())
    qtbot.waitUntil(lambda: cut_off(visit.page) == [])
    right = visit.page.width()
    outside = [
        name_of(widget)
        for widget in focusable(visit)
        if widget.mapTo(visit.page, widget.rect().bottomRight()).x() > right
    ]
    assert outside == []


def test_what_opens_comes_into_sight(qtbot: QtBot, runner: JobRunner) -> None:
    visit = Visit(qtbot, runner, pictures.full(), size=NARROW)
    view = visit.page._scroll.viewport()

    def is_seen(widget: QWidget) -> bool:
        top = widget.mapTo(view, QPoint(0, 0)).y()
        return top >= 0 and top + widget.height() <= view.height()

    visit.click(visit.page.sources.rows[1].remove)
    qtbot.waitUntil(lambda: is_seen(visit.page.sources.rows[1].leave))
    visit.click(visit.page.sources.rows[1].leave)
    visit.click(visit.page.sources.subscribe)
    qtbot.waitUntil(lambda: is_seen(visit.page.calendar.address))
    visit.write("https://calendar.example.com/a.ics")
    visit.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: is_seen(visit.page.calendar.keep))
    visit.press(Qt.Key.Key_Escape)
    visit.click(visit.page.list.rows[5].edit)
    qtbot.waitUntil(lambda: is_seen(visit.page.form.day))


def test_tab_stops_at_what_was_chosen_where_the_choice_stands(
    qtbot: QtBot, runner: JobRunner
) -> None:
    visit = Visit(qtbot, runner, pictures.full())
    visit.click(visit.page.settings.first.chips[4])
    visit.click(visit.page.settings.second.chips[0])
    visit.host.setFocus()
    names = [name_of(widget) for widget in tab_through(visit)]
    at = names.index("The check runs: 60\u202fmin before")
    assert names[at + 1 : at + 3] == ["Again, if it did not end well: Never", "For shifts: Home"]


def test_changes_and_answers_are_announced(
    qtbot: QtBot, runner: JobRunner, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(
        QAccessible, "updateAccessibility", lambda event: told.append(event.message())
    )
    visit = Visit(qtbot, runner, ShiftsWorld())
    told.clear()
    visit.world.add("2026-11-23 09:00", "2026-11-23 17:00")
    visit.session.look()
    visit.settle()
    visit.session.look()
    visit.settle()
    assert told == ["Next shift today at 09:00"]


def test_rows_speak_for_themselves(qtbot: QtBot, runner: JobRunner) -> None:
    visit = Visit(qtbot, runner, pictures.full())
    first = name_of(visit.page.list.rows[0])
    assert first.endswith(
        "17:30. Shift. 8\u202fh 30\u202fmin. Home · By hand · Break 12:00 \u2013 12:30. Coming"
    )
    assert name_of(visit.page.sources.rows[1]).startswith(
        "Roster. Calendar subscription · 4 shifts"
    )
    assert "Held back" in name_of(visit.page.why.rows[0])


def test_the_first_calendar_leaves_the_keyboard_on_its_first_shift(
    qtbot: QtBot, runner: JobRunner
) -> None:
    visit = Visit(qtbot, runner, pictures.published())
    visit.page.first.subscribe.setFocus()
    visit.press(Qt.Key.Key_Return)
    visit.write(ADDRESS)
    visit.press(Qt.Key.Key_Return)  # look inside
    visit.press(Qt.Key.Key_Return)  # subscribe
    assert visit.page.list.rows[0].edit.hasFocus()


def test_the_first_shift_by_hand_keeps_the_keyboard_in_the_list(
    qtbot: QtBot, runner: JobRunner
) -> None:
    visit = Visit(qtbot, runner, ShiftsWorld())
    visit.page.first.add.setFocus()
    visit.press(Qt.Key.Key_Return)
    visit.write("22:00")
    visit.page.form.end.setFocus()
    visit.write("6:00")
    visit.press(Qt.Key.Key_Return)
    assert visit.page.list.isAncestorOf(visit.host.focusWidget() or visit.host)
