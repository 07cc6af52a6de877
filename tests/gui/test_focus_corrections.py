"""Correcting the log in the window: the form, overlaps, splitting, merging, and undo."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.fakes import focus_days as days
from tests.gui.focus_visit import OpenWindow, Visit, name_of, visiting
from workspace_assistant.core.focus.model import Cause, Channel, GapReason, Origin


@pytest.fixture
def visit(qtbot: QtBot, open_window: OpenWindow) -> Visit:
    return visiting(qtbot, open_window, *days.full_day())


def edit(visit: Visit, number: int) -> None:
    visit.click(visit.page.day.rows[number].edit)


def names(visit: Visit) -> list[str]:
    return [one.name for one in visit.blocks]


def test_a_block_is_corrected_by_keyboard_alone(visit: Visit) -> None:
    visit.page.day.rows[1].edit.setFocus()
    visit.press(Qt.Key.Key_Space)
    panel = visit.page.edit
    assert panel.name.hasFocus()
    panel.name.selectAll()
    visit.write("Mail")
    visit.press(Qt.Key.Key_Tab)
    visit.write("vip")
    visit.press(Qt.Key.Key_Tab)
    assert panel.begin.hasFocus()
    panel.begin.selectAll()
    visit.write("9:00")
    visit.press(Qt.Key.Key_Return)
    changed = visit.blocks[1]
    assert (changed.name, changed.tags, changed.started_at) == ("Mail", ("vip",), days.at("09:00"))
    assert changed.ended_at == days.at("09:31")
    assert not panel.isVisible()
    assert visit.page.day.rows[1].edit.hasFocus()
    visit.press(Qt.Key.Key_Z, control=True)
    assert visit.blocks[1] == days.full_day()[1]


def test_enter_presses_a_button_as_space_does(visit: Visit) -> None:
    visit.page.day.rows[1].edit.setFocus()
    visit.press(Qt.Key.Key_Return)
    assert visit.page.edit.name.hasFocus()
    visit.page.edit.cancel.setFocus()
    visit.press(Qt.Key.Key_Return)
    assert not visit.page.edit.isVisible()


def test_escape_leaves_everything_as_it_was(visit: Visit) -> None:
    edit(visit, 0)
    visit.write("something else")
    visit.press(Qt.Key.Key_Escape)
    assert not visit.page.edit.isVisible()
    assert visit.blocks == list(days.full_day())


def test_the_form_says_what_it_cannot_understand(visit: Visit) -> None:
    edit(visit, 0)
    panel = visit.page.edit
    panel.begin.setText("noon")
    visit.click(panel.save)
    assert panel._trouble.text() == "“noon” is no time. Write 9:30 or 14:05."
    panel.begin.setText("08:10")
    visit.click(panel.save)
    assert visit.blocks[0].started_at == days.at("08:10")


def test_a_refusal_of_the_log_is_told(visit: Visit) -> None:
    edit(visit, 0)
    visit.page.edit.end.setText("08:00")
    visit.click(visit.page.edit.save)
    assert visit.window.top.notice.sentence
    assert visit.page.edit.isVisible()


@pytest.mark.parametrize(
    ("choice", "ends"), [("trim_others", ["09:10", "09:31"]), ("trim_this", ["09:05", "09:31"])]
)
def test_an_overlap_asks_which_one_gives_way(choice: str, ends: list[str], visit: Visit) -> None:
    edit(visit, 0)
    panel = visit.page.edit
    panel.end.setText("09:10")
    visit.click(panel.save)
    assert panel.conflict.headline == "This time is taken by “Email backlog”."
    assert visit.blocks == list(days.full_day())
    visit.click(getattr(panel, choice))
    assert [one.ended_at for one in visit.blocks[:2]] == [days.at(one) for one in ends]
    assert not panel.isVisible()


def test_an_overlap_can_be_left(visit: Visit) -> None:
    edit(visit, 0)
    visit.page.edit.end.setText("09:10")
    visit.click(visit.page.edit.save)
    visit.click(visit.page.edit.leave)
    assert visit.blocks == list(days.full_day())


def test_a_block_is_written_down_afterwards(visit: Visit) -> None:
    visit.click(visit.page.day.add)
    panel = visit.page.edit
    visit.write("Call with the team lead")
    panel.begin.setText("11:35")
    visit.click(panel.save)
    assert panel._trouble.text() == "Say from when to when it lasted."
    panel.end.setText("11:50")
    panel._menu.actions()[6].trigger()
    panel.planned.setText("20")
    visit.click(panel.save)
    made = next(one for one in visit.blocks if one.name.startswith("Call"))
    assert (made.channel, made.planned_s) == (Channel.MEETING, 1200)
    assert (made.started_at, made.ended_at) == (days.at("11:35"), days.at("11:50"))


def test_the_ribbon_opens_and_closes_the_form(visit: Visit) -> None:
    bar = visit.page.day.ribbon.buttons[0]
    bar.setFocus()
    visit.press(Qt.Key.Key_Return)
    assert visit.page.edit.isVisible()
    visit.click(bar)
    assert not visit.page.edit.isVisible()


def test_splitting_and_merging(visit: Visit) -> None:
    edit(visit, 1)
    panel = visit.page.edit
    panel.split_time.setText("12:00")
    visit.click(panel.split)
    assert "is not between" in panel._trouble.text()
    panel.split_time.setText("09:15")
    visit.press(Qt.Key.Key_Tab)
    visit.click(panel.split)
    assert names(visit).count("Email backlog") == 2
    edit(visit, 1)
    before, after = panel.merges
    assert before.text() == "Merge with “Refund queue”, 08:02 \u2013 08:55"
    assert after.text() == "Merge with “Email backlog”, 09:15 \u2013 09:31"
    visit.click(after)
    assert visit.blocks[1].ended_at == days.at("09:31")
    assert len(visit.blocks) == 7
    edit(visit, 6)
    assert not after.isVisible()
    visit.click(before)
    assert len(visit.blocks) == 6


def test_every_absence_of_a_block_is_named_and_can_be_called_otherwise(visit: Visit) -> None:
    edit(visit, 2)
    rest, lock = visit.page.edit.gaps.rows
    assert rest._label.text() == "10:04 \u2013 10:12 · 8\u202fmin"
    assert name_of(lock.answer) == "10:30 \u2013 10:38: Screen locked: was it work?"
    assert [one.isVisible() for one in rest.menu.actions()] == [True, False, False]
    lock.menu.actions()[1].trigger()
    visit.settle()
    assert [one.reason for one in visit.blocks[2].gaps] == [GapReason.BREAK, GapReason.BREAK]
    rest.menu.actions()[0].trigger()
    visit.settle()
    assert [one.started_at for one in visit.blocks[2].gaps] == [days.at("10:30")]
    assert not lock.isVisible()
    assert visit.page.edit.isVisible()


def test_deleting_can_be_undone(visit: Visit) -> None:
    edit(visit, 2)
    visit.click(visit.page.edit.delete)
    assert "Chat: delivery" not in names(visit)
    visit.click(visit.page.toast.undo)
    assert visit.blocks == list(days.full_day())


def test_the_running_block_is_corrected_too(visit: Visit) -> None:
    visit.start()
    visit.advance(1200)
    edit(visit, 7)
    panel = visit.page.edit
    assert panel.end.placeholderText() == "runs"
    panel.name.setText("Renamed")
    visit.advance(60)
    assert panel.name.text() == "Renamed"
    visit.click(panel.save)
    assert visit.running.name == "Renamed"


class TestInterruptionsAfterwards:
    def test_another_origin(self, visit: Visit) -> None:
        edit(visit, 0)
        row = visit.page.edit.interruptions.rows[0]
        inside, outside = row.menu.actions()[-2:]
        assert outside.isChecked()
        outside.trigger()
        visit.settle()
        assert visit.blocks == list(days.full_day())
        inside.trigger()
        visit.settle()
        assert visit.blocks[0].interruptions[0].origin is Origin.INTERNAL
        assert "From myself" in row.cause.text()

    def test_another_cause_and_a_note(self, visit: Visit) -> None:
        edit(visit, 0)
        row = visit.page.edit.interruptions.rows[1]
        row.menu.actions()[5].trigger()
        visit.settle()
        row.note.setFocus()
        visit.write("The parcel")
        visit.press(Qt.Key.Key_Return)
        changed = visit.blocks[0].interruptions[1]
        assert (changed.cause, changed.note) == (Cause.DOOR, "The parcel")

    def test_another_time_keeps_its_length(self, visit: Visit) -> None:
        edit(visit, 0)
        row = visit.page.edit.interruptions.rows[1]
        row.time.setText("08:40")
        row.time.editingFinished.emit()
        visit.settle()
        changed = visit.blocks[0].interruptions[1]
        assert (changed.at, changed.ended_at) == (days.at("08:40"), days.at("08:45"))
        row.time.setText("17:00")
        row.time.editingFinished.emit()
        assert "is not between" in visit.page.edit._trouble.text()

    def test_adding_and_deleting(self, visit: Visit) -> None:
        edit(visit, 1)
        rows = visit.page.edit.interruptions
        rows._menu.actions()[2].trigger()
        visit.settle()
        (one,) = visit.blocks[1].interruptions
        assert (one.cause, one.at) == (Cause.PET, days.at("09:18"))
        visit.click(rows.rows[0].delete)
        assert visit.blocks[1].interruptions == ()
        assert visit.page.edit.isVisible()
