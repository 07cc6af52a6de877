"""The focus page over a log in memory: every gesture, by mouse and by keyboard alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from tests.fakes import focus_days as days
from tests.fakes.window import WindowWorld
from tests.gui.focus_visit import OpenWindow, Visit, name_of, visiting
from workspace_assistant.core.focus.model import Cause, Channel, GapReason
from workspace_assistant.ui.focus.start_state import Length


@pytest.fixture
def visit(qtbot: QtBot, open_window: OpenWindow, world: WindowWorld) -> Visit:
    return Visit(qtbot, open_window(world), world)


class TestABlock:
    def test_a_first_look_says_what_is_done_and_kept(self, visit: Visit) -> None:
        assert visit.page._first.isVisible()
        assert visit.page.start._headline.text() == "What do you work on first?"
        assert visit.page.start.field.hasFocus()

    def test_the_chosen_length_says_what_it_means(self, visit: Visit) -> None:
        start = visit.page.start
        assert start._meaning.text() == "25\u202fmin of work, then a break of 5\u202fmin"
        visit.click(start.length.chips[2])
        assert not start._meaning.isVisible()
        visit.click(start.length.chips[3])
        assert start._meaning.text().startswith("No planned length")

    def test_a_whole_block_by_keyboard_alone(self, visit: Visit) -> None:
        visit.write("Refund queue #billing")
        visit.press(Qt.Key.Key_Return)
        started = visit.running
        assert (started.name, started.tags) == ("Refund queue", ("billing",))
        assert started.planned_s == 1500
        visit.advance(60)
        visit.press(Qt.Key.Key_2)
        visit.advance(30)
        visit.press(Qt.Key.Key_B)
        visit.press(Qt.Key.Key_P)
        visit.advance(300)
        visit.press(Qt.Key.Key_P)
        visit.press(Qt.Key.Key_E)
        visit.advance(60)
        visit.press(Qt.Key.Key_S)
        (block,) = visit.blocks
        (interruption,) = block.interruptions
        assert interruption.cause is Cause.FAMILY
        assert interruption.ended_at is not None
        assert (interruption.ended_at - interruption.at).total_seconds() == 30
        assert [one.reason for one in block.gaps] == [GapReason.PAUSE]
        assert block.planned_s == 2100
        assert block.ended_at is not None
        assert visit.page.start.field.hasFocus()

    def test_digits_and_letters_belong_to_a_field_that_has_the_focus(self, visit: Visit) -> None:
        visit.write("Queue 2 pbs")
        assert visit.page.start.field.text() == "Queue 2 pbs"
        assert visit.blocks == []

    def test_without_a_name_nothing_starts(self, visit: Visit) -> None:
        visit.press(Qt.Key.Key_Return)
        assert visit.blocks == []
        assert visit.page.start._trouble.text() == "Give the block a name first."
        visit.write("A")
        assert not visit.page.start._trouble.isVisible()

    def test_arrows_pass_the_length_of_ones_own(self, visit: Visit) -> None:
        lengths = visit.page.start.length
        visit.write("Deep work")
        lengths.chips[0].setFocus()
        for _ in range(3):
            visit.qtbot.keyClick(visit.window.focusWidget(), Qt.Key.Key_Right)
        assert lengths.value == Length.OPEN
        visit.qtbot.keyClick(visit.window.focusWidget(), Qt.Key.Key_Left)
        visit.qtbot.keyClick(visit.window.focusWidget(), Qt.Key.Key_Tab)
        assert visit.page.start._own.hasFocus()

    def test_a_length_of_ones_own(self, visit: Visit) -> None:
        start = visit.page.start
        visit.write("Deep work")
        visit.click(start.length.chips[2])
        assert start._own.hasFocus()
        visit.write("nonsense")
        visit.press(Qt.Key.Key_Return)
        assert "is no length" in start._trouble.text()
        start._own.setText("1:30")
        visit.press(Qt.Key.Key_Return)
        assert visit.running.planned_s == 5400

    def test_arrow_keys_choose_a_length(self, visit: Visit) -> None:
        chips = visit.page.start.length
        chips.chips[0].setFocus()
        visit.press(Qt.Key.Key_Right)
        assert chips.value == "long"
        visit.press(Qt.Key.Key_Left)
        visit.press(Qt.Key.Key_Left)
        assert chips.value == "open"

    def test_the_channel_is_chosen_in_a_menu(self, visit: Visit) -> None:
        menu = visit.page.start._menu
        visit.click(visit.page.start._choice)
        assert menu.isVisible()
        menu.actions()[1].trigger()
        menu.close()
        visit.page.start.field.setFocus()
        visit.write("Backlog")
        visit.press(Qt.Key.Key_Return)
        assert visit.running.channel is Channel.EMAIL

    def test_it_remembers_what_was_started_last(
        self, qtbot: QtBot, open_window: OpenWindow
    ) -> None:
        visit = visiting(qtbot, open_window, *days.full_day())
        start = visit.page.start
        again = start._again_buttons[2]
        assert again.text() == "Refund queue · 50\u202fmin"
        visit.click(again)
        assert (visit.running.name, visit.running.tags) == ("Refund queue", ("billing",))
        visit.session.stop()
        visit.settle()
        assert start.length.value == "long"
        assert start.field.text() == ""

    def test_a_name_from_before_brings_its_channel_and_length(
        self, qtbot: QtBot, open_window: OpenWindow
    ) -> None:
        visit = visiting(qtbot, open_window, *days.full_day())
        field = visit.page.start.field
        visit.press(Qt.Key.Key_Down)
        popup = field.completer().popup()
        assert popup.isVisible()
        qtbot.keyClick(popup, Qt.Key.Key_Down)
        qtbot.keyClick(popup, Qt.Key.Key_Down)
        qtbot.keyClick(popup, Qt.Key.Key_Return)
        assert field.text() == "Learning: new tariff"
        assert visit.page.start.form().channel is Channel.LEARNING

    def test_the_ring_counts_down_and_speaks(self, visit: Visit) -> None:
        visit.start()
        visit.advance(600)
        ring = visit.page.running.ring
        assert ring._digits == "40:00"
        assert name_of(ring) == "40:00 left of 50\u202fmin"
        spoken = QAccessible.queryAccessibleInterface(ring)
        assert spoken.role() == QAccessible.Role.ProgressBar
        assert spoken.valueInterface().currentValue() == 200

    def test_a_break_stands_still(self, visit: Visit) -> None:
        visit.start()
        visit.press(Qt.Key.Key_K)
        visit.advance(120)
        assert visit.page.running.ring._digits == "50:00"
        assert "On a break" in visit.page.running._sentence.text()
        visit.click(visit.page.running.proceed)
        assert visit.running.gaps[0].reason is GapReason.BREAK

    def test_an_absence_goes_on_until_one_is_back(self, visit: Visit) -> None:
        visit.start()
        visit.advance(60)
        visit.session.pause(GapReason.IDLE)
        visit.settle()
        visit.advance(300)
        assert visit.page.running.proceed.text() == "I am back"
        assert not visit.page.interruption.isVisible()
        visit.click(visit.page.running.proceed)
        assert visit.running.gaps[0].ended_at is not None


def test_a_start_leads_to_the_top_of_the_page(qtbot: QtBot, open_window: OpenWindow) -> None:
    visit = visiting(qtbot, open_window, *days.full_day())
    bar = visit.page._scroll.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    visit.start()
    assert bar.value() == 0


class TestInterruptions:
    def test_one_click_is_enough(self, visit: Visit) -> None:
        visit.start()
        visit.click(visit.page.interruption.causes[5])
        assert visit.running.interruptions[0].cause is Cause.DOOR
        assert name_of(visit.page.interruption.causes[5]) == "Door, key 6"

    def test_a_next_step_is_kept_when_its_field_is_left(self, visit: Visit) -> None:
        visit.start()
        visit.press(Qt.Key.Key_4)
        visit.page.interruption.step.setFocus()
        visit.write("Call back")
        visit.press(Qt.Key.Key_Tab)
        assert visit.running.interruptions[0].next_step == "Call back"

    def test_step_and_note_by_keyboard_and_then_keys_are_keys_again(self, visit: Visit) -> None:
        visit.start()
        visit.press(Qt.Key.Key_6)
        visit.press(Qt.Key.Key_N)
        visit.write("Call back about 4471")
        visit.press(Qt.Key.Key_Tab)
        visit.write("2 parcels, 1 for the neighbor")
        visit.press(Qt.Key.Key_Return)
        visit.press(Qt.Key.Key_B)
        (one,) = visit.running.interruptions
        assert (one.next_step, one.note) == (
            "Call back about 4471",
            "2 parcels, 1 for the neighbor",
        )
        assert one.ended_at is not None

    def test_escape_leaves_a_field_and_keeps_what_was_written(self, visit: Visit) -> None:
        visit.start()
        visit.press(Qt.Key.Key_6)
        visit.press(Qt.Key.Key_N)
        visit.write("Read the mail again")
        visit.press(Qt.Key.Key_Escape)
        visit.press(Qt.Key.Key_B)
        (one,) = visit.running.interruptions
        assert one.next_step == "Read the mail again"
        assert one.ended_at is not None

    def test_another_one_has_fields_of_its_own(self, visit: Visit) -> None:
        visit.start()
        visit.press(Qt.Key.Key_6)
        visit.page.interruption.note.setFocus()
        visit.write("Parcel")
        visit.click(visit.page.interruption.causes[2])
        assert [one.note for one in visit.running.interruptions] == ["Parcel", ""]
        assert visit.page.interruption.note.text() == ""

    def test_back_from_a_long_one_says_the_next_step(self, visit: Visit) -> None:
        visit.start()
        visit.press(Qt.Key.Key_4)
        visit.page.interruption.step.setFocus()
        visit.write("Call back")
        visit.advance(240)
        visit.click(visit.page.interruption.back)
        welcome = visit.page.welcome
        assert welcome.headline == "Back after 4\u202fmin. Where were you?"
        assert welcome._facts[0].text() == "Next: Call back"
        assert not welcome.step.isVisible()
        visit.press(Qt.Key.Key_G)
        assert not welcome.isVisible()

    def test_back_from_a_short_one_says_a_step_that_was_written(self, visit: Visit) -> None:
        visit.start()
        visit.press(Qt.Key.Key_2)
        visit.page.interruption.step.setFocus()
        visit.write("Answer order 4711")
        visit.advance(4)
        visit.click(visit.page.interruption.back)
        assert visit.page.welcome._facts[0].text() == "Next: Answer order 4711"

    def test_without_one_it_asks(self, visit: Visit) -> None:
        visit.start()
        visit.press(Qt.Key.Key_4)
        visit.advance(240)
        visit.press(Qt.Key.Key_B)
        welcome = visit.page.welcome
        welcome.step.setFocus()
        visit.write("Read the mail again")
        visit.press(Qt.Key.Key_Return)
        assert visit.running.interruptions[0].next_step == "Read the mail again"
        assert not welcome.isVisible()

    def test_back_from_a_short_one_asks_nothing(self, visit: Visit) -> None:
        visit.start()
        visit.press(Qt.Key.Key_1)
        visit.advance(30)
        visit.press(Qt.Key.Key_B)
        assert not visit.page.welcome.isVisible()

    def test_undo_takes_it_back(self, visit: Visit) -> None:
        visit.start()
        visit.press(Qt.Key.Key_3)
        assert visit.page.toast.sentence == "Interruption logged: Pet."
        visit.press(Qt.Key.Key_Z, control=True)
        assert visit.running.interruptions == ()
        assert visit.page.toast.sentence == "“Refund queue” started."

    def test_that_it_was_undone_is_told_until_the_next_act(self, visit: Visit) -> None:
        visit.start()
        visit.press(Qt.Key.Key_3)
        visit.press(Qt.Key.Key_Z, control=True)
        notice = visit.window.top.notice
        assert notice.sentence == "Undone."
        assert notice.isVisible()
        visit.press(Qt.Key.Key_1)
        assert not notice.isVisible()

    def test_a_stop_is_taken_back_though_the_field_has_the_focus(self, visit: Visit) -> None:
        visit.write("Refund queue")
        visit.press(Qt.Key.Key_Return)
        visit.press(Qt.Key.Key_S)
        assert visit.page.start.field.hasFocus()
        visit.press(Qt.Key.Key_Z, control=True)
        assert visit.running.name == "Refund queue"

    def test_what_is_written_is_undone_in_its_field(self, visit: Visit) -> None:
        visit.start()
        visit.press(Qt.Key.Key_S)
        visit.write("Next")
        visit.press(Qt.Key.Key_Z, control=True)
        assert visit.page.start.field.text() == ""
        assert not any(one.is_open for one in visit.blocks)

    def test_keys_hit_by_mistake_are_taken_back_one_by_one(self, visit: Visit) -> None:
        visit.start()
        visit.page.toast._timer.timeout.emit()
        for key in (Qt.Key.Key_4, Qt.Key.Key_4, Qt.Key.Key_7):
            visit.press(key)
        for _ in range(4):
            visit.press(Qt.Key.Key_Z, control=True)
        assert visit.running.interruptions == ()
        assert visit.page.toast.sentence == ""

    def test_the_offer_ends_by_itself(self, visit: Visit) -> None:
        visit.start()
        visit.page.toast._timer.timeout.emit()
        assert visit.session.situation.offer is None
        visit.press(Qt.Key.Key_Z, control=True)
        assert len(visit.blocks) == 1

    def test_the_undo_button_of_the_toast(self, visit: Visit) -> None:
        visit.start()
        visit.click(visit.page.toast.undo)
        assert visit.blocks == []
