"""The microphone page over scripted services: recording, stopping, and nothing left behind."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from pytestqt.qtbot import QtBot

from tests.fakes import microphone_page as fakes
from tests.fakes.window import WindowWorld
from tests.gui.microphone_visit import OpenWindow, Visit
from workspace_assistant.ui.page_names import PageName


class TestPlace:
    def test_it_is_built_when_it_is_first_opened(
        self, open_window: OpenWindow, world: WindowWorld
    ) -> None:
        window = open_window(world)
        assert window.sessions.made_microphone is None
        window.show_page(PageName.MICROPHONE)
        assert window.pages.currentWidget() is window.pages.microphone

    def test_it_stands_between_readiness_and_history(
        self, qtbot: QtBot, open_window: OpenWindow, world: WindowWorld
    ) -> None:
        window = open_window(world)
        qtbot.waitUntil(window.isActiveWindow)
        qtbot.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
        assert window.pages.currentWidget() is window.pages.microphone
        assert window._navigation._buttons.button(2).isChecked()
        assert window._navigation._buttons.button(2).text() == "Microphone"


class TestRecording:
    def test_the_first_time_it_says_what_will_happen(self, visit: Visit) -> None:
        assert visit.headline == "Find out what callers hear"
        assert visit.page._hero.button.text() == "Record"
        assert visit.page._picker._choice.text().startswith("System default (Jabra headset)")
        assert not visit.page._live.isVisible()

    def test_the_sentence_and_the_level_are_shown_while_recording(self, visit: Visit) -> None:
        visit.start_recording()
        visit.qtbot.waitUntil(lambda: visit.headline == "Now read this aloud")
        assert visit.page._hero._request.isVisible()
        assert visit.page._live.isVisible()
        visit.qtbot.waitUntil(lambda: visit.page._live._meter.value() > -60)
        visit.qtbot.waitUntil(lambda: len(visit.page._live._spectrum._bands) == 21)
        assert not visit.page._picker.isVisible()
        assert not visit.page._headset.isVisible()
        assert visit.page._hero.button.text() == "Stop"

    def test_the_result_is_four_scores_and_the_level(self, visit: Visit) -> None:
        visit.record()
        assert visit.headline == "Callers hear you well"
        titles = [card._title.text() for card in visit.page._cards if card.isVisible()]
        assert titles == ["Loud enough", "Clear", "Quiet room", "No technical faults"]
        assert visit.page._cards[0]._meter.value() == -24
        assert [card._meter.isVisible() for card in visit.page._cards] == [True, *[False] * 3]
        assert visit.page._hear.isVisible()
        assert not visit.page._advice.isVisible()
        assert visit.page._hero.button.text() == "Record again"

    def test_another_sentence_each_time(self, visit: Visit) -> None:
        first = visit.session.situation.sentence_index
        visit.record()
        assert visit.session.situation.sentence_index == first + 1

    def test_the_page_records_what_the_readiness_page_chose(
        self, qtbot: QtBot, open_window: OpenWindow, world: WindowWorld
    ) -> None:
        world.choices = {"microphone": "built-in", "microphone_name": "Built-in microphone"}
        visit = Visit(qtbot, open_window(world), world)
        visit.record()
        assert visit.asked("take") == ["built-in"]

    def test_numbers_open_and_close(self, visit: Visit) -> None:
        visit.record()
        link = visit.page._cards[2].link
        visit.click(link)
        assert visit.page._numbers.isVisible()
        assert visit.page._numbers._title.text() == "Quiet room: the numbers"
        assert link.text() == "Hide the numbers"
        visit.qtbot.waitUntil(lambda: not visit.page._scroll_timer.isActive())
        visit.click(link)
        assert not visit.page._numbers.isVisible()

    def test_a_microphone_that_cannot_be_had_says_why(self, visit: Visit) -> None:
        visit.scripted.takes = [fakes.unavailable()]
        visit.record()
        assert visit.headline == "There is no recording"
        assert visit.page._hero._sentence.text().startswith("Another program holds")
        assert not any(card.isVisible() for card in visit.page._cards)
        assert not visit.page._hear.isVisible()
        assert visit.page._hero.button.text() == "Try again"

    def test_a_fault_of_the_program_is_told_in_plain_words(self, visit: Visit) -> None:
        visit.scripted.errors["take"] = RuntimeError("unforeseen")
        visit.click(visit.page._hero.button)
        visit.qtbot.waitUntil(lambda: visit.headline == "That did not work")
        assert "unforeseen" not in visit.page._hero._sentence.text()
        del visit.scripted.errors["take"]
        visit.record()
        assert visit.headline == "Callers hear you well"

    def test_before_and_after_stand_side_by_side(self, visit: Visit) -> None:
        visit.scripted.takes = [fakes.take_of(fakes.quiet_voice()), fakes.take_of(fakes.outcome())]
        visit.record()
        assert not visit.page._changes.isVisible()
        visit.record()
        assert visit.page._changes.isVisible()
        labels = [row.label for row in visit.page._changes._shown]
        assert labels[:2] == ["Loud enough", "Speech level"]

    def test_a_recording_of_another_microphone_is_no_before(self, visit: Visit) -> None:
        visit.record()
        visit.session.choose("built-in", "Built-in microphone")
        visit.record()
        assert not visit.page._changes.isVisible()

    def test_a_microphone_that_failed_in_between_is_no_before(self, visit: Visit) -> None:
        good = fakes.take_of(fakes.outcome())
        visit.scripted.takes = [fakes.take_of(fakes.quiet_voice()), fakes.unavailable(), good]
        for _ in range(3):
            visit.record()
        assert visit.page._changes._shown[0].note.endswith("before")


class TestStopping:
    def test_the_button_stops_and_the_device_is_free(self, visit: Visit) -> None:
        visit.start_recording()
        assert visit.scripted.recording_now == 1
        visit.click(visit.page._hero.button)
        visit.until_idle()
        assert visit.scripted.recording_now == 0
        assert visit.headline == "Find out what callers hear"
        assert visit.window.top.notice.sentence.startswith("The recording was stopped.")

    def test_that_it_was_stopped_is_told_until_the_next_one(self, visit: Visit) -> None:
        visit.start_recording()
        visit.session.cancel()
        visit.until_idle()
        assert visit.window.top.notice.isVisible()
        visit.world.release()
        visit.record()
        assert not visit.window.top.notice.isVisible()

    def test_another_notice_stays(self, visit: Visit) -> None:
        visit.window.top.warn("The disk is full.")
        visit.record()
        assert visit.window.top.notice.isVisible()

    def test_escape_stops(self, visit: Visit) -> None:
        visit.start_recording()
        visit.qtbot.waitUntil(visit.window.isActiveWindow)
        visit.qtbot.keyClick(visit.window, Qt.Key.Key_Escape)
        visit.until_idle()
        assert visit.scripted.recording_now == 0

    def test_an_earlier_result_stays(self, visit: Visit) -> None:
        visit.record()
        visit.start_recording()
        visit.session.cancel()
        visit.until_idle()
        assert visit.headline == "Callers hear you well"

    def test_leaving_the_page_stops(self, visit: Visit) -> None:
        visit.start_recording()
        visit.window.show_page(PageName.FOCUS)
        visit.until_idle()
        assert visit.scripted.recording_now == 0

    def test_minimizing_the_window_does_not(self, visit: Visit) -> None:
        visit.start_recording()
        visit.window.showMinimized()
        visit.world.release()
        visit.qtbot.waitUntil(lambda: visit.session.situation.take is not None)

    def test_closing_the_window_stops(self, visit: Visit) -> None:
        visit.start_recording()
        visit.window.close()
        visit.qtbot.waitUntil(lambda: visit.scripted.recording_now == 0)

    def test_nothing_ticks_after_the_recording_and_while_hidden(self, visit: Visit) -> None:
        visit.record()
        assert not any(timer.isActive() for timer in visit.page.findChildren(QTimer))
        visit.start_recording()
        visit.window.show_page(PageName.READINESS)
        visit.until_idle()
        timers = [*visit.page.findChildren(QTimer), *visit.session.findChildren(QTimer)]
        assert not any(timer.isActive() for timer in timers)

    def test_the_check_and_this_page_take_turns(self, visit: Visit) -> None:
        visit.world.hold()
        visit.window.session.start_check()
        assert visit.headline == "The readiness check is using the microphone"
        assert not visit.page._hero.button.isEnabled()
        visit.session.record()
        visit.session.play_word()
        assert visit.asked("take") == visit.asked("say_word") == []
        visit.world.release()
        visit.qtbot.waitUntil(visit.page._hero.button.isEnabled)

    def test_only_one_thing_goes_on_at_a_time(self, visit: Visit) -> None:
        visit.start_recording()
        visit.session.record()
        visit.session.compare()
        visit.session.play_tone()
        visit.session.play_word()
        visit.session.change_input(6)
        assert [what for what, _ in visit.scripted.asked if what != "headset"] == ["take"]
