"""The shifts page over shifts in memory: every gesture."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.fakes.shifts_page import ROSTER, ShiftsWorld, at
from tests.gui.shifts_visit import Visit
from workspace_assistant.core.errors import StoreUnavailableError, UserInputError
from workspace_assistant.core.reminders.model import Outcome
from workspace_assistant.core.schedule.model import TimerKind, TimerState
from workspace_assistant.core.shifts.model import Place, SourceKind
from workspace_assistant.core.shifts.ports import CalendarError
from workspace_assistant.ui.job_runner import JobRunner

Visiting = Callable[..., Visit]


@pytest.fixture
def visiting(qtbot: QtBot, runner: JobRunner) -> Visiting:
    def made(world: ShiftsWorld | None = None, **more: object) -> Visit:
        return Visit(qtbot, runner, world or ShiftsWorld(), **more)  # type: ignore[arg-type] # named

    return made


def with_roster() -> ShiftsWorld:
    world = ShiftsWorld()
    world.subscribe(*ROSTER)
    return world


class TestAFirstLook:
    def test_it_says_what_there_is_to_choose_from(self, visiting: Visiting) -> None:
        page = visiting().page
        assert page.first.isVisible()
        assert not page.list.isVisible()
        assert not page.settings.isVisible()

    def test_a_shift_by_hand_by_keyboard_alone(self, visiting: Visiting) -> None:
        visit = visiting()
        visit.page.first.add.setFocus()
        visit.press(Qt.Key.Key_Return)
        assert visit.page.form.begin.hasFocus()
        assert not visit.page.first.isVisible()
        visit.write("9:00")
        visit.press(Qt.Key.Key_Tab)
        visit.write("17:30")
        visit.press(Qt.Key.Key_Tab)
        visit.write("12:00-12:30")
        assert visit.page.form._meaning.text().startswith("8\u202fh 30")
        visit.press(Qt.Key.Key_Return)
        (shift,) = visit.world.shifts
        assert (shift.starts_at, shift.ends_at) == (
            at("2026-11-23 09:00"),
            at("2026-11-23 17:30"),
        )
        assert len(shift.breaks) == 1
        assert visit.page.toast.sentence == "The shift is added."
        assert visit.page._hero.accessibleName().startswith("Shifts. Next shift today at 09:00")
        assert visit.page.list.isVisible()
        assert not visit.page.form.isVisible()
        assert visit.world.settled == 1

    def test_leaving_the_form_leads_back(self, visiting: Visiting) -> None:
        visit = visiting()
        visit.click(visit.page.first.add)
        visit.press(Qt.Key.Key_Escape)
        assert visit.page.first.add.hasFocus()
        assert visit.world.shifts == []


class TestShifts:
    def test_what_cannot_be_understood_is_said_beside_it(self, visiting: Visiting) -> None:
        visit = visiting(with_roster())
        visit.click(visit.page.list.add)
        visit.write("soon")
        visit.press(Qt.Key.Key_Return)
        assert visit.page.form._trouble.text().startswith("Say when")
        visit.page.form.end.setText("17:00")
        visit.click(visit.page.form.save)
        assert visit.page.form._trouble.text() == ("“soon” is no time of day. Write 9:00 or 21:30.")

    def test_so_is_what_is_refused(self, visiting: Visiting) -> None:
        visit = visiting(with_roster())
        visit.click(visit.page.list.add)
        form = visit.page.form
        form.day.setText("2026-11-24")
        form.begin.setText("15:00")
        form.end.setText("17:00")
        visit.click(form.save)
        assert form._trouble.text().startswith("There is a shift at that time")
        assert form.isVisible()
        assert form.begin.text() == "15:00"

    def test_one_by_hand_is_changed_and_back(self, visiting: Visiting) -> None:
        world = ShiftsWorld()
        world.add("2026-11-24 08:00", "2026-11-24 16:00")
        visit = visiting(world)
        visit.click(visit.page.list.rows[0].edit)
        assert visit.page.form.day.hasFocus()
        visit.page.form.end.setText("17:00")
        visit.click(visit.page.form.place.chips[1])
        visit.click(visit.page.form.save)
        (shift,) = world.shifts
        assert (shift.ends_at, shift.place) == (at("2026-11-24 17:00"), Place.OFFICE)
        assert visit.page.list.rows[0].edit.hasFocus()
        visit.press(Qt.Key.Key_Z, control=True)
        (shift,) = world.shifts
        assert (shift.ends_at, shift.place) == (at("2026-11-24 16:00"), Place.HOME)
        assert visit.told == ["It is as it was before."]

    def test_one_of_a_calendar_becomes_ones_own_and_back(self, visiting: Visiting) -> None:
        world = with_roster()
        visit = visiting(world)
        before = [one.id for one in world.shifts]
        visit.click(visit.page.list.rows[0].edit)
        assert "It comes from “Roster”" in visit.page.form._note.text()
        visit.page.form.end.setText("18:00")
        visit.click(visit.page.form.save)
        assert world.shifts[0].source_id == "hand"
        world.refresh()
        assert world.shifts[0].ends_at == at("2026-11-24 18:00")
        visit.click(visit.page.toast.undo)
        assert [one.id for one in world.shifts] == before

    @pytest.mark.parametrize("is_by_hand", [True, False])
    def test_one_is_removed_and_back(self, is_by_hand: bool, visiting: Visiting) -> None:
        world = ShiftsWorld()
        if is_by_hand:
            world.add("2026-11-24 08:00", "2026-11-24 16:30", name="Help out")
        else:
            world.subscribe(ROSTER[0])
        visit = visiting(world)
        visit.click(visit.page.list.rows[0].edit)
        visit.click(visit.page.form.remove)
        assert world.shifts == []
        focused = visit.page.list.add if is_by_hand else visit.page.list.rows[0].edit
        assert focused.hasFocus()
        visit.click(visit.page.toast.undo)
        (shift,) = world.shifts
        assert (shift.starts_at, shift.ends_at) == (
            at("2026-11-24 08:00"),
            at("2026-11-24 16:30"),
        )

    def test_one_that_was_taken_off_is_put_back_later(self, visiting: Visiting) -> None:
        world = with_roster()
        visit = visiting(world)
        visit.click(visit.page.list.rows[0].edit)
        visit.click(visit.page.form.remove)
        visit.session.forget_offer()
        (first, *_) = visit.page.list.rows
        assert first.edit.text() == "Put back"
        visit.click(first.edit)
        assert len(world.shifts) == 4
        assert visit.told == ["The shift is back."]
        assert first.edit.text() == "Edit"

    def test_edit_again_closes_the_form(self, visiting: Visiting) -> None:
        visit = visiting(with_roster())
        edit = visit.page.list.rows[0].edit
        visit.click(edit)
        assert visit.page.form.isVisible()
        visit.click(edit)
        assert not visit.page.form.isVisible()

    def test_what_is_written_stays_while_the_list_goes_on(self, visiting: Visiting) -> None:
        visit = visiting(with_roster())
        visit.click(visit.page.list.add)
        visit.page.form.begin.setText("7:77")
        visit.world.add("2026-11-28 08:00", "2026-11-28 16:00")
        visit.session.look()
        visit.settle()
        assert visit.page.form.begin.text() == "7:77"
        assert len(visit.page.list.rows) == 5

    def test_two_acts_at_once_both_happen(self, visiting: Visiting) -> None:
        visit = visiting(with_roster())
        for value in ("30", "60", "10"):
            visit.page.settings.first_chosen.emit(value)
        visit.settle()
        assert visit.world.settings.first_s == 600


class TestNews:
    def test_it_is_seen_once(self, visiting: Visiting) -> None:
        world = with_roster()
        world.desk.now.advance(60)
        world.desk.publish(*ROSTER[1:])
        world.refresh()
        visit = visiting(world)
        assert visit.page.news.headline == "1 shift changed"
        visit.click(visit.page.news.got_it)
        assert not visit.page.news.isVisible()
        assert all(one.is_announced for one in world.desk.store.kept.changes)


class TestPatterns:
    def test_a_week_is_written_down(self, visiting: Visiting) -> None:
        visit = visiting()
        visit.click(visit.page.first.pattern)
        pattern = visit.page.pattern
        assert pattern.rows[0].days[0].hasFocus()
        pattern.rows[0].begin.setText("8:00")
        pattern.rows[0].end.setText("16:30")
        visit.click(pattern.more)
        second = pattern.rows[1]
        assert [day.isChecked() for day in second.days] == [False] * 5 + [True] * 2
        visit.click(second.days[6])
        visit.write("10")
        second.begin.setText("10:00")
        second.end.setText("14:00")
        assert pattern._meaning.text() == "6 shifts in such a week, 46\u202fh 30\u202fmin."
        visit.click(pattern.save)
        assert visit.told[0].startswith("“")
        assert not pattern.isVisible()
        assert visit.page.list.isVisible()
        assert {one.starts_at.weekday() for one in visit.world.shifts} == set(range(6))

    def test_hours_are_dropped_again(self, visiting: Visiting) -> None:
        visit = visiting()
        visit.click(visit.page.first.pattern)
        pattern = visit.page.pattern
        visit.click(pattern.more)
        pattern.rows[1].begin.setText("10:00")
        visit.click(pattern.rows[0].drop)
        (row,) = pattern.rows
        assert row.begin.text() == "10:00"
        assert not row.drop.isVisible()

    def test_it_says_what_is_missing(self, visiting: Visiting) -> None:
        visit = visiting()
        visit.click(visit.page.first.pattern)
        visit.click(visit.page.pattern.save)
        assert visit.page.pattern._trouble.text().startswith("Say when")
        visit.press(Qt.Key.Key_Escape)
        assert visit.page.first.pattern.hasFocus()

    def test_one_is_changed(self, visiting: Visiting) -> None:
        world = ShiftsWorld()
        world.add_pattern()
        visit = visiting(world)
        visit.click(visit.page.sources.rows[0].change)
        pattern = visit.page.pattern
        assert pattern.rows[0].begin.text() == "08:00"
        pattern.rows[0].begin.setText("9:00")
        visit.click(pattern.every.chips[1])
        visit.click(pattern.save)
        assert visit.told == ["“Weekdays” is changed."]
        coming = [one for one in world.shifts if one.starts_at > world.desk.now.at]
        assert {one.starts_at.hour for one in coming} == {9}
        assert len(world.desk.store.kept.sources) == 1

    def test_a_refused_change_leaves_the_form_open(self, visiting: Visiting) -> None:
        world = ShiftsWorld()
        world.add_pattern()
        visit = visiting(world)
        before = world.shifts
        visit.click(visit.page.sources.rows[0].change)
        visit.page.pattern.until.setText("2026-01-01")
        visit.click(visit.page.pattern.save)
        assert visit.page.pattern._trouble.text() == "The pattern ends before it begins."
        assert world.shifts == before


class TestSources:
    def test_a_refresh_tells_what_changed(self, visiting: Visiting) -> None:
        world = with_roster()
        visit = visiting(world)
        (row,) = visit.page.sources.rows
        visit.click(row.refresh)
        world.desk.publish(*ROSTER[2:])
        visit.click(row.refresh)
        assert visit.told == ["Refreshed: nothing changed.", "Refreshed: 1 change."]

    def test_a_refresh_that_fails_says_why_and_keeps_the_shifts(self, visiting: Visiting) -> None:
        world = with_roster()
        visit = visiting(world)
        world.desk.feed.answers["*"] = CalendarError("timed-out", "It took too long.")
        visit.click(visit.page.sources.rows[0].refresh)
        assert visit.warned == ["“Roster” was not refreshed. It took too long."]
        assert len(visit.page.list.rows) == 4
        assert visit.page.sources.rows[0].refresh.isVisible()
        world.desk.publish(*ROSTER)
        visit.click(visit.page.sources.rows[0].refresh)
        assert visit.untold == visit.warned

    def test_the_page_goes_on_while_a_calendar_is_slow(self, visiting: Visiting) -> None:
        world = with_roster()
        visit = visiting(world)
        world.gate.is_open.clear()
        row = visit.page.sources.rows[0]
        row.refresh.click()
        visit.until(lambda: not row.refresh.isVisible())
        visit.page.list.add.click()
        visit.page.form.begin.setText("18:00")
        visit.page.form.end.setText("20:00")
        visit.page.form.save.click()
        visit.until(lambda: len(world.shifts) == 5)
        world.gate.is_open.set()
        visit.settle()
        assert [row.refresh.isVisible() for row in visit.page.sources.rows] == [False, True]

    def test_one_is_removed_after_a_question(self, visiting: Visiting) -> None:
        world = with_roster()
        visit = visiting(world)
        row = visit.page.sources.rows[0]
        visit.click(row.remove)
        assert row.question.headline == "Remove “Roster”?"
        assert row.leave.hasFocus()
        visit.click(row.leave)
        assert not row.question.isVisible()
        assert row.remove.hasFocus()
        visit.click(row.remove)
        visit.click(row.settle)
        assert visit.told == ["“Roster” is removed."]
        assert world.desk.addresses.kept == {}
        assert world.shifts == []

    def test_a_keyring_that_keeps_the_address_is_told(self, visiting: Visiting) -> None:
        world = with_roster()
        visit = visiting(world)
        world.desk.addresses.fault = CalendarError("keyring-locked", "The keyring is locked.")
        visit.click(visit.page.sources.rows[0].remove)
        visit.click(visit.page.sources.rows[0].settle)
        assert visit.told[0].startswith("“Roster” is removed. Its address may still be")


class TestChoices:
    def test_each_is_kept_at_once(self, visiting: Visiting) -> None:
        visit = visiting(with_roster())
        panel = visit.page.settings
        visit.click(panel.first.chips[3])
        visit.click(panel.second.chips[0])
        visit.click(panel.microphone.chips[2])
        visit.click(panel.places[Place.OFFICE])
        settings = visit.world.settings
        assert (settings.first_s, settings.second_s) == (1800, 0)
        assert settings.microphone_after_days == 14
        assert settings.places == ("home", "office")

    def test_off_hides_the_rest(self, visiting: Visiting) -> None:
        visit = visiting(with_roster())
        panel = visit.page.settings
        visit.click(panel.first.chips[0])
        assert not panel.second.isVisible()
        assert "turned off" in visit.page._hero._sentence.text()
        visit.click(panel.first.chips[1])
        assert panel.second.isVisible()
        assert visit.world.settings.second_s == 300

    def test_at_least_one_place_stays(self, visiting: Visiting) -> None:
        visit = visiting(with_roster())
        panel = visit.page.settings
        visit.click(panel.places[Place.HOME])
        assert panel.places[Place.HOME].isChecked()
        assert panel._trouble.text().startswith("Keep at least one place")
        assert visit.world.settings.places == ("home",)

    def test_watching_the_line_is_switched_and_stays_where_checks_are_off(
        self, visiting: Visiting
    ) -> None:
        visit = visiting(with_roster())
        panel = visit.page.settings
        visit.click(panel.watch)
        assert visit.world.watches_line
        visit.click(panel.first.chips[0])
        assert panel.watch.isVisible()
        visit.world.settings_fault = UserInputError("choices.json: the disk is full")
        visit.click(panel.watch)
        assert visit.warned == ["choices.json: the disk is full"]
        assert panel.watch.isChecked()

    def test_how_long_idle_is_can_be_chosen(self, visiting: Visiting) -> None:
        visit = visiting(with_roster())
        idle = visit.page.settings.idle
        assert idle.value == "5"
        visit.click(idle.chips[2])
        assert visit.world.idle_s == 600.0
        visit.world.settings_fault = UserInputError("choices.json: the disk is full")
        visit.click(idle.chips[0])
        assert (visit.world.idle_s, idle.value) == (600.0, "10")

    def test_one_that_cannot_be_kept_is_told_and_taken_back(self, visiting: Visiting) -> None:
        visit = visiting(with_roster())
        visit.world.settings_fault = UserInputError("choices.json: the disk is full")
        visit.click(visit.page.settings.first.chips[3])
        assert visit.warned == ["choices.json: the disk is full"]
        assert visit.page.settings.first.value == "15"

    def test_one_made_elsewhere_is_shown(self, visiting: Visiting) -> None:
        visit = visiting(with_roster())
        visit.world.settings = type(visit.world.settings)(first_s=720)
        visit.session.look()
        visit.settle()
        assert visit.page.settings.first.value == "12"
        visit.click(visit.page.settings.first.chips[2])
        assert visit.page.settings.first.value == "15"
        assert not visit.page.settings.first.chips[-1].isVisible()


class TestTheSystem:
    def test_the_timer_is_turned_on_and_off(self, visiting: Visiting) -> None:
        visit = visiting(with_roster())
        panel = visit.page.system
        assert panel.switch.text() == "Let the system look"
        visit.click(panel.switch)
        assert visit.world.timer.installed is not None
        assert panel.switch.text() == "Stop it looking"
        assert "Written in" in panel._places.text()
        visit.click(panel.switch)
        assert visit.world.timer.installed is None

    def test_the_login(self, visiting: Visiting) -> None:
        visit = visiting(with_roster())
        visit.click(visit.page.system.autostart)
        assert visit.world.autostart.program is not None
        assert visit.page.system.autostart.isChecked()
        visit.click(visit.page.system.autostart)
        assert visit.world.autostart.program is None

    def test_what_cannot_be_written_is_told_and_shown_as_it_is(self, visiting: Visiting) -> None:
        visit = visiting(with_roster())

        def refuse(*_: object) -> None:
            raise UserInputError("/units cannot be written: no room.")

        visit.world.autostart.turn_on = refuse  # type: ignore[method-assign,assignment] # a fault
        visit.click(visit.page.system.autostart)
        assert visit.warned == ["/units cannot be written: no room."]
        assert not visit.page.system.autostart.isChecked()
        assert visit.page.system.autostart.isEnabled()

    def test_what_is_to_be_run_by_hand_is_there_to_copy(self, visiting: Visiting) -> None:
        world = with_roster()
        world.timer.is_followed = False
        visit = visiting(world)
        visit.click(visit.page.system.switch)
        commands = visit.page.system._commands
        assert commands.text() == "systemctl a\nsystemctl b"
        assert commands.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse

    def test_a_system_that_has_no_timer_says_so(self, visiting: Visiting) -> None:
        world = with_roster()
        refused = TimerState(
            kind=TimerKind.SYSTEMD, trouble="systemd does not run.", to_do="*/5 * * * * check"
        )
        world.timer.install = lambda *_: refused  # type: ignore[method-assign] # a fault
        visit = visiting(world)
        visit.click(visit.page.system.switch)
        panel = visit.page.system
        assert panel._trouble.text() == "systemd does not run."
        assert panel._commands.text() == "*/5 * * * * check"
        assert panel._to_do.isHidden()  # nothing is there that could follow

    def test_a_system_that_breaks_is_told(self, visiting: Visiting) -> None:
        world = with_roster()

        def refuse(_program: object) -> None:
            raise OSError("away")

        world.timer.state = refuse  # type: ignore[method-assign,assignment] # a fault
        visit = visiting(world)
        assert visit.page.system._trouble.text() == "The system cannot be asked. away"


class TestTheWhyLog:
    def test_older_lines_are_shown_when_asked_for(self, visiting: Visiting) -> None:
        world = with_roster()
        for number in range(12):
            world.tell(f"Title {number}", Outcome.SHOWN, "recovered", timedelta(hours=number))
        visit = visiting(world)
        assert len(visit.page.why.rows) == 8
        visit.click(visit.page.why.more)
        assert len(visit.page.why.rows) == 12
        assert not visit.page.why.more.isVisible()


class TestTrouble:
    def test_it_is_said_and_can_be_tried_again(self, visiting: Visiting) -> None:
        world = with_roster()
        world.desk.store.fault = StoreUnavailableError("The disk is full.")
        visit = visiting(world)
        assert visit.page._hero._headline.text() == "Your shifts cannot be read"
        assert not visit.page.list.isVisible()
        world.desk.store.fault = None
        visit.click(visit.page._hero.button)
        assert visit.page.list.isVisible()

    def test_an_act_that_cannot_be_kept_says_why(self, visiting: Visiting) -> None:
        visit = visiting(with_roster())
        visit.click(visit.page.list.rows[0].edit)
        visit.world.desk.store.fault = StoreUnavailableError("The disk is full.")
        visit.click(visit.page.form.remove)
        assert visit.warned == ["The disk is full."]

    def test_something_unforeseen_is_told(
        self, visiting: Visiting, caplog: pytest.LogCaptureFixture
    ) -> None:
        visit = visiting(with_roster())
        visit.world.timer.install = None  # type: ignore[method-assign,assignment] # a fault
        visit.click(visit.page.system.switch)
        assert visit.warned == ["Something unforeseen happened. Details are in the log."]
        assert "an act on shifts broke" in caplog.text

    def test_a_look_that_breaks_is_told(
        self, visiting: Visiting, caplog: pytest.LogCaptureFixture
    ) -> None:
        world = with_roster()
        world.why.recent = None  # type: ignore[method-assign,assignment] # a fault
        visit = visiting(world)
        assert visit.page._hero._sentence.text().startswith("Something unforeseen happened.")
        assert "could not be read" in caplog.text


class TestFollowing:
    def test_it_looks_each_minute_while_it_is_shown(self, visiting: Visiting) -> None:
        visit = visiting(with_roster())
        timer = visit.session._timer
        assert timer.isActive()
        assert timer.interval() == 60_000
        visit.world.desk.now.advance(60)
        timer.timeout.emit()
        visit.settle()
        assert visit.session.situation.seen is not None
        assert visit.session.situation.seen.at == visit.world.desk.now.at
        visit.page.hide()
        assert not timer.isActive()


def test_a_file_is_chosen_in_the_systems_dialog(visiting: Visiting) -> None:
    visit = visiting()
    visit.click(visit.page.first.take_over)
    dialog = visit.page.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.windowTitle() == "Choose a calendar file"
    dialog.reject()
    assert visit.session.situation.adding is None


def test_kinds_of_sources_are_told(visiting: Visiting) -> None:
    world = with_roster()
    world.add_pattern("6", "20:00-22:00")
    world.add("2026-11-28 08:00", "2026-11-28 16:00")
    visit = visiting(world)
    kinds = {view.source.kind for view in visit.session.situation.seen.sources}  # type: ignore[union-attr] # it was seen
    assert kinds == {SourceKind.HAND, SourceKind.PATTERN, SourceKind.SUBSCRIPTION}
    assert len(visit.page.sources.rows) == 3
