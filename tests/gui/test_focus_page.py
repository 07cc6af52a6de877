"""The focus page over a log in memory: every gesture, by mouse and by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.fakes import focus_days as days
from tests.fakes.focus_page import FocusWorld
from tests.fakes.window import WindowWorld
from workspace_assistant.core.errors import StoreUnavailableError
from workspace_assistant.core.focus.acts import Plan
from workspace_assistant.core.focus.answers import Answer
from workspace_assistant.core.focus.model import Block, Cause, Channel, GapReason
from workspace_assistant.ui.focus.page import FocusPage
from workspace_assistant.ui.focus.session import FocusSession
from workspace_assistant.ui.main_window import MainWindow
from workspace_assistant.ui.page_names import PageName

OpenWindow = Callable[[WindowWorld], MainWindow]
PLAN = Plan(name="Refund queue", channel=Channel.CHAT, planned_s=3000.0)


class Visit:
    """The window with its focus page open, everything read."""

    def __init__(self, qtbot: QtBot, window: MainWindow, world: WindowWorld) -> None:
        self.qtbot = qtbot
        self.window = window
        self.log = world.focus.log
        self.clock = world.focus.clock
        window.show_page(PageName.FOCUS)
        self.page: FocusPage = window.pages.focus
        self.session: FocusSession = window.sessions.focus
        qtbot.waitUntil(window.isActiveWindow)
        self.settle()

    @property
    def blocks(self) -> list[Block]:
        return sorted(self.log.kept.blocks.values(), key=lambda one: one.started_at)

    @property
    def running(self) -> Block:
        return next(one for one in self.blocks if one.is_open)

    def settle(self) -> None:
        """Until every act is done and what followed is seen."""
        session = self.session
        session.look()
        self.qtbot.waitUntil(
            lambda: (
                not (session._is_acting or session._waiting or session._is_looking)
                and (session.situation.now is not None or bool(session.situation.trouble))
            )
        )

    def advance(self, seconds: float) -> None:
        self.clock.advance(seconds)
        self.settle()

    def press(self, key: Qt.Key, *, control: bool = False) -> None:
        held = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
        self.qtbot.keyClick(self.window.focusWidget() or self.window, key, held)
        self.settle()

    def write(self, text: str) -> None:
        QTest.keyClicks(self.window.focusWidget(), text)

    def click(self, button: QWidget) -> None:
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()

    def start(self, plan: Plan = PLAN) -> None:
        self.session.start(plan)
        self.settle()


@pytest.fixture
def visit(qtbot: QtBot, open_window: OpenWindow, world: WindowWorld) -> Visit:
    return Visit(qtbot, open_window(world), world)


def visiting(qtbot: QtBot, open_window: OpenWindow, *blocks: Block, clock: str = "16:40") -> Visit:
    world = WindowWorld()
    world.focus = FocusWorld(*blocks, at=days.at(clock))
    return Visit(qtbot, open_window(world), world)


def name_of(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


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


class TestQuestions:
    def asked(self, qtbot: QtBot, open_window: OpenWindow) -> Visit:
        return visiting(qtbot, open_window, *days.full_day())

    @pytest.mark.parametrize(
        ("key", "reasons"),
        [
            (Qt.Key.Key_W, [GapReason.BREAK]),
            (Qt.Key.Key_R, [GapReason.BREAK, GapReason.BREAK]),
            (Qt.Key.Key_D, [GapReason.BREAK, GapReason.LOCK]),
        ],
    )
    def test_one_key_answers(
        self, key: Qt.Key, reasons: list[GapReason], qtbot: QtBot, open_window: OpenWindow
    ) -> None:
        visit = self.asked(qtbot, open_window)
        assert visit.page.absence.headline == "What was 10:30 \u2013 10:38?"
        visit.page.setFocus()
        visit.press(key)
        assert [gap.reason for gap in visit.blocks[2].gaps] == reasons
        assert not any(gap.is_unanswered for gap in visit.blocks[2].gaps)
        assert not visit.page.absence.isVisible()

    def test_after_a_stop_its_keys_answer_and_n_goes_to_the_name(
        self, qtbot: QtBot, open_window: OpenWindow
    ) -> None:
        visit = self.asked(qtbot, open_window)
        visit.start()
        visit.press(Qt.Key.Key_S)
        assert not visit.page.start.field.hasFocus()
        visit.press(Qt.Key.Key_W)
        assert not visit.page.absence.isVisible()
        assert visit.page.start.field.text() == ""
        visit.press(Qt.Key.Key_N)
        assert visit.page.start.field.hasFocus()

    def test_escape_leaves_the_split(self, qtbot: QtBot, open_window: OpenWindow) -> None:
        visit = self.asked(qtbot, open_window)
        visit.page.setFocus()
        visit.press(Qt.Key.Key_T)
        visit.press(Qt.Key.Key_Escape)
        assert not visit.page.absence.at.isVisible()
        visit.press(Qt.Key.Key_W)
        assert not visit.page.absence.isVisible()

    def test_split_in_two(self, qtbot: QtBot, open_window: OpenWindow) -> None:
        visit = self.asked(qtbot, open_window)
        visit.page.setFocus()
        visit.press(Qt.Key.Key_T)
        absence = visit.page.absence
        assert absence.at.text() == "10:34"
        absence.at.setText("11:00")
        visit.click(absence.keep)
        assert "is not between" in absence._trouble.text()
        absence.at.setText("10:33")
        absence.second.choose(Answer.DISCARD)
        visit.click(absence.keep)
        last = visit.blocks[2].gaps[-1]
        assert (last.started_at, last.reason) == (days.at("10:33"), GapReason.LOCK)

    @pytest.mark.parametrize("choice", ["go_on", "end", "discard"])
    def test_a_block_left_alone(self, choice: str, qtbot: QtBot, open_window: OpenWindow) -> None:
        visit = visiting(qtbot, open_window, clock="09:00")
        visit.start()
        visit.advance(600)
        visit.clock.reboot(3600)
        visit.settle()
        recovery = visit.page.recovery
        assert recovery.headline == "“Refund queue” was left alone. How did it go on?"
        assert not visit.page.running._buttons.isVisible()
        visit.click(getattr(recovery, choice))
        assert not recovery.isVisible()
        if choice == "go_on":
            assert visit.running.gaps[0].is_unanswered
            assert visit.session.situation.questions
        elif choice == "end":
            assert visit.blocks[0].ended_at == visit.blocks[0].started_at
        else:
            assert visit.blocks == []

    def test_the_keys_of_a_recovery(self, qtbot: QtBot, open_window: OpenWindow) -> None:
        visit = visiting(qtbot, open_window, clock="09:00")
        visit.start()
        visit.clock.reboot(3600)
        visit.settle()
        visit.press(Qt.Key.Key_1)
        visit.press(Qt.Key.Key_P)
        assert visit.running.interruptions == ()
        visit.press(Qt.Key.Key_G)
        assert visit.running.gaps[0].reason is GapReason.NOT_WATCHED


class TestTheDay:
    def test_the_ribbon_goes_by_arrow_keys_and_speaks(
        self, qtbot: QtBot, open_window: OpenWindow
    ) -> None:
        visit = visiting(qtbot, open_window, *days.full_day())
        ribbon = visit.page.day.ribbon
        buttons = ribbon.buttons
        assert len(buttons) == 7 + 3 + 4
        buttons[-1].setFocus()
        visit.press(Qt.Key.Key_Home)
        assert buttons[0].hasFocus()
        assert name_of(buttons[0]).startswith("Refund queue, 08:02 \u2013 08:55, 53")
        visit.press(Qt.Key.Key_Right)
        visit.press(Qt.Key.Key_Right)
        assert name_of(buttons[2]) == "Interruption: Family, 08:31 \u2013 08:36, 5\u202fmin"
        assert visit.page.day._pointed.text() == name_of(buttons[2])
        visit.press(Qt.Key.Key_End)
        visit.press(Qt.Key.Key_Right)
        assert buttons[-1].hasFocus()
        visit.press(Qt.Key.Key_Left)
        assert buttons[-2].hasFocus()

    def test_one_stop_of_tab_is_enough_for_the_ribbon(
        self, qtbot: QtBot, open_window: OpenWindow
    ) -> None:
        visit = visiting(qtbot, open_window, *days.full_day())
        stops = [
            one
            for one in visit.page.day.ribbon.buttons
            if one.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        assert len(stops) == 1

    def test_other_days_and_back(self, qtbot: QtBot, open_window: OpenWindow) -> None:
        visit = visiting(qtbot, open_window, *days.full_day())
        day = visit.page.day
        assert not day.after.isEnabled()
        visit.click(day.before)
        assert day._title.text().startswith("Yesterday, ")
        assert day.rows == ()
        assert not day.ribbon.isVisible()
        visit.click(day.before)
        assert day._title.text() == "Saturday, 21 November 2026"
        visit.click(day.after)
        visit.click(day.today)
        assert day._title.text().startswith("Today, ")
        assert len(day.rows) == 7

    def test_what_another_program_writes_is_seen_within_a_second(
        self, qtbot: QtBot, open_window: OpenWindow
    ) -> None:
        visit = visiting(qtbot, open_window)
        with visit.log.writing() as log:
            log.put(days.block("From the command line", "09:00", "09:30"))
        qtbot.waitUntil(lambda: len(visit.page.day.rows) == 1, timeout=2500)

    def test_a_new_day_begins_by_itself(self, qtbot: QtBot, open_window: OpenWindow) -> None:
        visit = visiting(qtbot, open_window, *days.full_day())
        visit.advance(12 * 3600)
        assert visit.page.day.rows == ()


class TestTheLog:
    def test_a_log_that_cannot_be_read_says_why(
        self, qtbot: QtBot, open_window: OpenWindow
    ) -> None:
        world = WindowWorld()
        world.focus.log.fault = StoreUnavailableError("The disk is full. Free some space.")
        visit = Visit(qtbot, open_window(world), world)
        hero = visit.page._hero
        assert hero._headline.text() == "The time log cannot be opened"
        assert hero._sentence.text() == "The disk is full. Free some space."
        assert not visit.page.start.isVisible()
        world.focus.log.fault = None
        visit.click(hero.button)
        assert visit.page.start.isVisible()

    def test_an_act_that_is_not_kept_is_told(self, visit: Visit) -> None:
        visit.start()
        visit.log.fault = StoreUnavailableError("The disk is full.")
        visit.session.interrupt(Cause.PET)
        visit.settle()
        assert visit.window.top.notice.sentence == "This was not saved. The disk is full."
        visit.log.fault = None
        visit.settle()
        assert visit.page.running.isVisible()
        assert visit.running.interruptions == ()

    def test_a_refusal_is_told_in_its_own_words(self, visit: Visit) -> None:
        visit.start()
        visit.start()
        assert visit.window.top.notice.sentence.startswith("“Refund queue” is running since")

    def test_hidden_it_looks_no_more(self, visit: Visit) -> None:
        visit.start()
        visit.window.show_page(PageName.READINESS)
        visit.qtbot.waitUntil(lambda: not visit.session._is_looking)
        assert not visit.session._timer.isActive()
        visit.window.show_page(PageName.FOCUS)
        visit.qtbot.waitUntil(visit.session._timer.isActive)

    def test_no_key_is_lost_while_an_act_is_on_its_way(self, visit: Visit) -> None:
        visit.session.start(PLAN)
        visit.session.interrupt(Cause.NOISE)
        visit.session.come_back()
        visit.session.interrupt(Cause.PET)
        visit.session.stop()
        visit.settle()
        (block,) = visit.blocks
        assert [one.cause for one in block.interruptions] == [Cause.NOISE, Cause.PET]
        assert block.interruptions[0].ended_at is not None
        assert not block.is_open
