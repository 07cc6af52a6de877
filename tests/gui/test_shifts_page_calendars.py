"""Calendars on the shifts page: looked into before they are kept, with a secret address."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.fakes.shifts_page import ADDRESS, ROSTER, ShiftsWorld
from tests.gui.shifts_visit import Visit
from workspace_assistant.core.shifts.model import Place, SourceKind
from workspace_assistant.core.shifts.ports import CalendarError
from workspace_assistant.ui.job_runner import JobRunner
from workspace_assistant.ui.shifts.calendar_panel import CalendarPanel
from workspace_assistant.ui.shifts.calendar_state import CalendarForm
from workspace_assistant.ui.shifts.jobs import Done
from workspace_assistant.ui.shifts.situation import Looking

CANARY = "private-canary-4711"
LOCKED = CalendarError("keyring-locked", "The keyring is locked.")

Visiting = Callable[..., Visit]


@pytest.fixture
def visiting(qtbot: QtBot, runner: JobRunner) -> Visiting:
    def made(world: ShiftsWorld | None = None) -> Visit:
        if world is None:
            world = ShiftsWorld()
            world.desk.publish(*ROSTER)
        return Visit(qtbot, runner, world)

    return made


def paste(visit: Visit, address: str = ADDRESS) -> CalendarPanel:
    visit.click(visit.page.first.subscribe)
    panel = visit.page.calendar
    assert panel.address.hasFocus()
    visit.write(address)
    panel.summary.setText("*shift*")
    return panel


def texts_of(page: QWidget) -> str:
    labels = [one.text() for one in page.findChildren(QLabel)]
    names = [one.accessibleName() for one in page.findChildren(QWidget)]
    return "\n".join((*labels, *names))


def test_a_calendar_is_subscribed_to_by_keyboard_alone(visiting: Visiting) -> None:
    visit = visiting()
    panel = paste(visit)
    visit.press(Qt.Key.Key_Return)
    assert panel._headline.text() == "4 of 6 events are shifts"
    assert panel.keep.hasFocus()
    assert visit.world.desk.store.kept.sources == {}
    visit.press(Qt.Key.Key_Return)
    assert visit.told == ["“Work calendar” is kept, with 4 shifts."]
    (source,) = visit.world.desk.store.kept.sources.values()
    assert (source.kind, source.filter.summary) == (SourceKind.SUBSCRIPTION, ("*shift*",))
    assert list(visit.world.desk.addresses.kept.values()) == [ADDRESS]
    assert not panel.isVisible()
    assert len(visit.page.list.rows) == 4


def test_the_address_is_covered_until_it_is_to_be_seen(visiting: Visiting) -> None:
    panel = paste(visiting())
    assert panel.address.echoMode() is QLineEdit.EchoMode.Password
    assert CANARY not in panel.address.displayText()
    panel.reveal.setChecked(True)
    assert panel.address.displayText() == ADDRESS


def test_nothing_of_the_address_stays_behind(
    visiting: Visiting, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    visit = visiting()
    panel = paste(visit)
    visit.click(panel.look)
    assert CANARY not in texts_of(visit.page)
    assert CANARY not in repr(visit.session.situation)
    visit.click(panel.keep)
    assert panel.address.text() == ""
    assert panel.address.echoMode() is QLineEdit.EchoMode.Password
    assert CANARY not in texts_of(visit.page)
    assert CANARY not in repr(visit.world.desk.store.kept)
    assert CANARY not in caplog.text
    assert CANARY not in "".join((*visit.told, *visit.warned))


def test_not_even_where_something_unforeseen_repeats_it(
    visiting: Visiting, caplog: pytest.LogCaptureFixture
) -> None:
    visit = visiting()
    visit.world.fault = ValueError(f"cannot read {ADDRESS}")
    panel = paste(visit)
    visit.click(panel.look)
    assert panel._trouble.text() == "Something unforeseen happened. Details are in the log."
    assert "looking into a calendar broke: Traceback" in caplog.text
    assert "ValueError" in caplog.text
    assert CANARY not in caplog.text
    assert CANARY not in texts_of(visit.page)


def test_leaving_forgets_what_was_found(visiting: Visiting) -> None:
    visit = visiting()
    panel = paste(visit)
    visit.click(panel.look)
    assert list(visit.world.desk.addresses.held.values()) == [ADDRESS]
    visit.press(Qt.Key.Key_Escape)
    assert visit.world.desk.addresses.held == {}
    assert panel.address.text() == ""
    assert visit.page.first.subscribe.hasFocus()
    assert visit.world.desk.store.kept.sources == {}


def test_another_look_takes_the_place_of_the_first(visiting: Visiting) -> None:
    visit = visiting()
    panel = paste(visit)
    visit.click(panel.look)
    panel.summary.setText("night*")
    visit.click(panel.look)
    assert panel._headline.text() == "1 of 7 events is a shift"
    assert len(visit.world.desk.addresses.held) == 1


def test_a_slow_look_is_left(visiting: Visiting) -> None:
    visit = visiting()
    panel = paste(visit)
    visit.world.gate.is_open.clear()
    panel.look.click()
    visit.until(lambda: bool(panel._progress.text()))
    assert not panel.look.isEnabled()
    visit.click(panel.cancel)
    assert not panel.isVisible()
    visit.until(lambda: visit.runner.running_count == 0)
    assert visit.world.desk.addresses.held == {}


def test_what_comes_after_the_form_was_closed_is_forgotten(visiting: Visiting) -> None:
    """The look was over before it could be stopped."""
    visit = visiting()
    panel = paste(visit)
    visit.click(panel.look)
    found = visit.session.situation.looking
    visit.page._look._job = None
    visit.session.set_aside(adding=None, looking=Looking())
    visit.page._look._on_looked(found, Done(result=found))
    visit.settle()
    assert visit.world.desk.addresses.held == {}


def test_a_calendar_that_cannot_be_had_says_why(visiting: Visiting) -> None:
    world = ShiftsWorld()
    world.desk.feed.answers["*"] = CalendarError("not-found", "It is not at its address.")
    visit = visiting(world)
    panel = paste(visit)
    visit.click(panel.look)
    assert panel._trouble.text() == "It is not at its address."
    assert panel.look.text() == "Look again"
    assert panel.address.hasFocus()
    assert panel.address.text() == ADDRESS
    assert not panel.keep.isVisible()


def test_a_locked_keyring_keeps_the_preview(visiting: Visiting) -> None:
    visit = visiting()
    panel = paste(visit)
    visit.click(panel.look)
    visit.world.desk.addresses.fault = LOCKED
    visit.click(panel.keep)
    assert panel._trouble.text() == "The keyring is locked."
    assert visit.world.desk.store.kept.sources == {}
    visit.world.desk.addresses.fault = None
    visit.click(panel.keep)
    assert len(visit.world.desk.store.kept.sources) == 1


def test_a_name_that_is_taken_is_said(visiting: Visiting) -> None:
    world = ShiftsWorld()
    world.subscribe(*ROSTER)
    visit = visiting(world)
    visit.click(visit.page.sources.subscribe)
    visit.write(ADDRESS)
    visit.page.calendar.name.setText("roster")
    visit.click(visit.page.calendar.look)
    assert "named “roster” already" in visit.page.calendar._trouble.text()


def test_an_address_that_is_not_encrypted_is_remarked_on(visiting: Visiting) -> None:
    panel = paste(visiting(), "http://calendar.example.com/a.ics")
    assert panel._remark.text().startswith("This address is not encrypted")
    panel.address.setText(ADDRESS)
    assert not panel._remark.isVisible()


def test_a_file_is_looked_into_at_once(visiting: Visiting, tmp_path: Path) -> None:
    visit = visiting()
    file = tmp_path / "roster.ics"
    file.write_bytes(next(iter(visit.world.desk.calendar.contents)))
    visit.page._sourcing._on_file_chosen(str(file))
    visit.settle()
    panel = visit.page.calendar
    assert panel._title.text() == "Shifts from roster.ics"
    assert not panel.address.isVisible()
    panel.summary.setText("*shift*")
    visit.click(panel.look)
    assert panel.keep.text() == "Import 4 shifts"
    visit.click(panel.keep)
    assert visit.told == ["“roster” is kept, with 4 shifts."]
    assert visit.world.desk.addresses.kept == {}


def test_a_file_that_is_gone_says_so(visiting: Visiting, tmp_path: Path) -> None:
    visit = visiting()
    visit.page._sourcing._on_file_chosen(str(tmp_path / "gone.ics"))
    visit.settle()
    assert "No such file" in visit.page.calendar._trouble.text()


def test_a_pattern_closes_the_calendar(visiting: Visiting) -> None:
    world = ShiftsWorld()
    world.subscribe(*ROSTER)
    visit = visiting(world)
    visit.click(visit.page.sources.subscribe)
    visit.write(ADDRESS)
    visit.click(visit.page.sources.pattern)
    assert visit.page.pattern.isVisible()
    assert not visit.page.calendar.isVisible()
    assert visit.page.calendar.address.text() == ""


class TestChangingASubscription:
    @pytest.fixture
    def visit(self, visiting: Visiting) -> Visit:
        world = ShiftsWorld()
        world.subscribe(*ROSTER)
        return visiting(world)

    def opened(self, visit: Visit) -> CalendarPanel:
        (row,) = visit.page.sources.rows
        assert row.change.text() == "Change which events are shifts"
        visit.click(row.change)
        return visit.page.calendar

    def test_it_shows_what_would_change_and_keeps_what_began(self, visit: Visit) -> None:
        panel = self.opened(visit)
        assert panel._title.text() == "Which events of “Roster” are shifts"
        assert not panel.address.isVisible()
        assert not panel.name.isVisible()
        assert panel.summary.hasFocus()
        panel.summary.setText("Night*")
        visit.click(panel.look)
        assert panel._headline.text() == "1 of 7 events is a shift"
        assert "Taken off: Tuesday, 24 November 2026, 08:00" in panel._changes.text()
        assert len(visit.world.shifts) == 4
        visit.click(panel.keep)
        assert visit.told == ["“Roster” is read so from now on."]
        assert [one.name for one in visit.world.shifts] == ["Night shift"]
        (source,) = visit.world.desk.store.kept.sources.values()
        assert source.filter.summary == ("Night*",)
        assert not panel.isVisible()
        assert visit.page.sources.rows[0].change.hasFocus()

    def test_the_fields_say_what_holds_now(self, visit: Visit) -> None:
        panel = self.opened(visit)
        panel.summary.setText("Shift*, Night*")
        panel.place.choose(Place.OFFICE.value)
        visit.click(panel.look)
        visit.click(panel.keep)
        panel = self.opened(visit)
        assert panel.form() == CalendarForm(
            name="Roster", summary="Shift*, Night*", place=Place.OFFICE
        )
        visit.click(panel.look)
        assert panel._changes.text() == "No coming shift would change."

    def test_words_that_fit_nothing_cannot_be_used(self, visit: Visit) -> None:
        panel = self.opened(visit)
        panel.summary.setText("nothing")
        visit.click(panel.look)
        assert "no shift would be left" in panel._hint.text()
        assert not panel.keep.isVisible()
        visit.click(panel.cancel)
        assert len(visit.world.shifts) == 4

    def test_where_it_cannot_be_had_nothing_changes(self, visit: Visit) -> None:
        panel = self.opened(visit)
        visit.world.desk.feed.answers["*"] = CalendarError("timed-out", "It took too long.")
        visit.click(panel.look)
        assert panel._trouble.text() == "It took too long."
        assert not panel.keep.isVisible()
        assert not panel.address.isVisible()
