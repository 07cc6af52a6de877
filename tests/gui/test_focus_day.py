"""The focus page: what is asked, the day, and a log that cannot be read."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.fakes import focus_days as days
from tests.fakes.window import WindowWorld
from tests.gui.focus_visit import PLAN, OpenWindow, Visit, name_of, visiting
from workspace_assistant.core.errors import StoreUnavailableError
from workspace_assistant.core.focus.answers import Answer
from workspace_assistant.core.focus.model import Cause, GapReason
from workspace_assistant.ui.page_names import PageName


@pytest.fixture
def visit(qtbot: QtBot, open_window: OpenWindow, world: WindowWorld) -> Visit:
    return Visit(qtbot, open_window(world), world)


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
        said = "Until 10:33 it was work, after that it was time away."
        assert visit.page.toast.sentence == said

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
