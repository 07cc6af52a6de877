"""Signing in to a calendar server on the shifts page: nothing of it is seen or kept outside."""

from __future__ import annotations

import logging
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.fakes.shifts_page import ROSTER, ShiftsWorld
from tests.gui.shifts_visit import Visit
from workspace_assistant.core.shifts.ports import CalendarError
from workspace_assistant.ui.job_runner import JobRunner
from workspace_assistant.ui.shifts.calendar_panel import CalendarPanel

CANARY = "canary-4711"
SERVER = f"https://dav.example.com/{CANARY}/"
KEPT = f"caldavs://{CANARY}-me:{CANARY}-word@dav.example.com/Work/"
ASKS = CalendarError("sign-in-needed", "It asks for a sign-in.")
NO_SERVER = CalendarError("no-calendar-server", "There is no calendar server.")

Visiting = Callable[..., Visit]


@pytest.fixture
def world() -> ShiftsWorld:
    made = ShiftsWorld()
    made.desk.publish(*ROSTER)
    made.desk.server.names = ("Work",)
    return made


@pytest.fixture
def visit(qtbot: QtBot, runner: JobRunner, world: ShiftsWorld) -> Visit:
    return Visit(qtbot, runner, world)


def signed_in(visit: Visit, address: str = SERVER) -> CalendarPanel:
    """The panel with all that a person writes, by keyboard."""
    visit.click(visit.page.first.subscribe)
    panel = visit.page.calendar
    visit.write(address)
    panel.summary.setText("*shift*")
    part = panel.sign_in
    part.signs_in.setFocus()
    visit.press(Qt.Key.Key_Space)
    visit.press(Qt.Key.Key_Tab)
    assert part.user.hasFocus()
    visit.write(f"{CANARY}-me")
    visit.press(Qt.Key.Key_Tab)
    visit.write(f"{CANARY}-word")
    return panel


def seen(page: QWidget) -> str:
    labels = [one.text() for one in page.findChildren(QLabel)]
    names = [one.accessibleName() for one in page.findChildren(QWidget)]
    return "\n".join((*labels, *names))


def test_the_only_calendar_is_looked_into_and_kept_by_keyboard(
    visit: Visit, world: ShiftsWorld, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    panel = signed_in(visit)
    assert panel.sign_in.password.echoMode() is QLineEdit.EchoMode.Password
    visit.press(Qt.Key.Key_Return)
    assert panel._headline.text() == "4 of 6 events are shifts"
    assert panel.sign_in.calendars.chips == ()
    assert CANARY not in seen(visit.page) + repr(visit.session.situation)
    assert panel.keep.hasFocus()
    visit.press(Qt.Key.Key_Return)
    assert visit.told == ["“Work calendar” is kept, with 4 shifts."]
    assert list(world.desk.addresses.kept.values()) == [KEPT]
    assert (panel.sign_in.user.text(), panel.sign_in.password.text()) == ("", "")
    assert not panel.sign_in.signs_in.isChecked()
    assert CANARY not in seen(visit.page) + repr(visit.session.situation) + caplog.text
    assert CANARY not in repr(world.desk.store.kept)


def test_a_server_that_asks_for_a_sign_in_gets_the_fields(visit: Visit, world: ShiftsWorld) -> None:
    answer = world.desk.feed.answers["*"]
    world.desk.feed.answers["*"] = ASKS
    visit.click(visit.page.first.subscribe)
    panel = visit.page.calendar
    visit.write(SERVER)
    assert not panel.sign_in.user.isVisible()
    visit.press(Qt.Key.Key_Return)
    assert panel._trouble.text() == "It asks for a sign-in."
    assert panel.sign_in.user.hasFocus()
    world.desk.feed.answers["*"] = answer
    visit.write("me")
    panel.sign_in.password.setText("word")
    visit.click(panel.look)
    assert panel.keep.isVisible()


def test_of_several_calendars_one_is_chosen(visit: Visit, world: ShiftsWorld) -> None:
    world.desk.server.names = ("Private & more", "Work")
    panel = signed_in(visit)
    visit.press(Qt.Key.Key_Return)
    assert panel._headline.text() == "The server has 2 calendars for you"
    assert not panel.keep.isVisible()
    assert world.desk.addresses.held == {}
    assert panel.sign_in.calendars.chips[0].hasFocus()
    visit.press(Qt.Key.Key_Right)
    visit.press(Qt.Key.Key_Tab)
    assert panel.name.hasFocus()
    visit.press(Qt.Key.Key_Backtab)
    assert panel.sign_in.calendars.chips[1].hasFocus()
    visit.press(Qt.Key.Key_Backtab)
    assert panel.sign_in.password.hasFocus()
    visit.click(panel.look)
    assert panel._headline.text() == "4 of 6 events are shifts"
    assert panel.sign_in.calendars.value == "Work"
    visit.click(panel.keep)
    assert list(world.desk.addresses.kept.values()) == [KEPT]
    assert panel.sign_in.calendars.chips == ()


def test_somebody_else_has_other_calendars(visit: Visit, world: ShiftsWorld) -> None:
    world.desk.server.names = ("Private", "Work")
    panel = signed_in(visit)
    visit.click(panel.look)
    panel.sign_in.user.setFocus()
    visit.write("x")
    assert panel.way().calendar == ""
    world.desk.server.names = ("Team",)
    visit.click(panel.look)
    assert panel.keep.isVisible()


def test_a_refused_sign_in_can_be_corrected(visit: Visit, world: ShiftsWorld) -> None:
    world.desk.server.fault = CalendarError("sign-in-refused", "It does not take it.")
    panel = signed_in(visit)
    visit.click(panel.look)
    assert panel._trouble.text() == "It does not take it."
    assert panel.sign_in.password.text() == f"{CANARY}-word"
    world.desk.server.fault = None
    visit.click(panel.look)
    assert panel.keep.isVisible()


def test_a_calendar_file_may_need_a_sign_in_too(visit: Visit, world: ShiftsWorld) -> None:
    world.desk.server.fault = NO_SERVER
    panel = signed_in(visit)
    visit.click(panel.look)
    visit.click(panel.keep)
    kept = f"https://{CANARY}-me:{CANARY}-word@dav.example.com/{CANARY}/"
    assert list(world.desk.addresses.kept.values()) == [kept]


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("not-a-calendar", "There is no calendar server."),
        ("not-found", "There is no calendar server."),
        ("forbidden", "Not that way."),
    ],
)
def test_where_neither_is_what_helps_is_said(
    visit: Visit, world: ShiftsWorld, code: str, said: str
) -> None:
    world.desk.server.fault = NO_SERVER
    world.desk.feed.answers["*"] = CalendarError(code, "Not that way.")
    panel = signed_in(visit)
    visit.click(panel.look)
    assert panel._trouble.text() == said


def test_a_password_in_the_open_is_remarked_on(visit: Visit) -> None:
    panel = signed_in(visit, "http://dav.example.com")
    assert "read the password" in panel._remark.text()
    panel.sign_in.signs_in.setChecked(False)
    assert "read the password" not in panel._remark.text()
    assert panel._remark.isVisible()


def test_leaving_forgets_the_sign_in(visit: Visit) -> None:
    panel = signed_in(visit)
    visit.press(Qt.Key.Key_Escape)
    assert (panel.sign_in.user.text(), panel.sign_in.password.text()) == ("", "")
