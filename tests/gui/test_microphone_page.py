"""The microphone page over scripted services: every gesture, and nothing left behind."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.fakes import microphone_page as fakes
from tests.fakes.window import WindowWorld
from workspace_assistant.core.errors import UserInputError
from workspace_assistant.core.readiness.microphone.model import Connection, MicrophoneDevice
from workspace_assistant.core.readiness.microphone.ports import (
    NotPlayable,
    NoVolumeControl,
    PlaybackUnavailableError,
    VolumeUnavailableError,
)
from workspace_assistant.ui.main_window import MainWindow
from workspace_assistant.ui.microphone.page import MicrophonePage
from workspace_assistant.ui.microphone.session import MicrophoneSession
from workspace_assistant.ui.microphone.situation import Activity

OpenWindow = Callable[[WindowWorld], MainWindow]

WEBCAM = MicrophoneDevice(id="webcam", name="Webcam", connection=Connection.USB)
MADE_UP = MicrophoneDevice(id="loop", name="Loop", connection=Connection.VIRTUAL)


class Visit:
    """The window with its microphone page open, everything looked at."""

    def __init__(self, qtbot: QtBot, window: MainWindow, world: WindowWorld) -> None:
        self.qtbot = qtbot
        self.window = window
        self.world = world
        self.scripted = world.microphone
        window.show_page(1)
        self.page: MicrophonePage = window._ensure_microphone()[0]
        self.session: MicrophoneSession = window._ensure_microphone()[1]
        qtbot.waitUntil(lambda: self.session.situation.listing is not None)
        qtbot.waitUntil(lambda: self.session.situation.headset is not None)

    @property
    def headline(self) -> str:
        return self.page._hero._headline.text()

    def click(self, button: QWidget) -> None:
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def record(self) -> None:
        with self.qtbot.waitSignal(self.session.finished):
            self.click(self.page._hero.button)

    def start_recording(self) -> None:
        """Up to the last reading, and wait there."""
        self.world.hold()
        self.scripted.reported.clear()
        self.click(self.page._hero.button)
        self.qtbot.waitUntil(self.scripted.reported.is_set)
        self.qtbot.waitUntil(lambda: self.session.situation.level is not None)

    def until_idle(self) -> None:
        self.qtbot.waitUntil(lambda: self.session.situation.activity is None)

    def asked(self, what: str) -> list[str]:
        return [of for name, of in self.scripted.asked if name == what]


@pytest.fixture
def visit(qtbot: QtBot, open_window: OpenWindow, world: WindowWorld) -> Visit:
    return Visit(qtbot, open_window(world), world)


def visiting(qtbot: QtBot, open_window: OpenWindow, world: WindowWorld) -> Visit:
    return Visit(qtbot, open_window(world), world)


class TestPlace:
    def test_it_is_built_when_it_is_first_opened(
        self, open_window: OpenWindow, world: WindowWorld
    ) -> None:
        window = open_window(world)
        assert window.microphone_session is None
        window.show_page(1)
        assert window._pages.currentWidget() is window._ensure_microphone()[0]

    def test_it_stands_between_readiness_and_history(
        self, qtbot: QtBot, open_window: OpenWindow, world: WindowWorld
    ) -> None:
        window = open_window(world)
        qtbot.waitUntil(window.isActiveWindow)
        qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
        assert window._pages.currentWidget() is window._ensure_microphone()[0]
        assert window._navigation._buttons.button(1).isChecked()
        assert window._navigation._buttons.button(1).text() == "Microphone"


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
        visit = visiting(qtbot, open_window, world)
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
        assert visit.page._changes._shown[0].label == "Speech level"

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
        assert visit.window._notice.sentence == "Stopped. Nothing was kept."

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
        visit.window.show_page(2)
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
        visit.window.show_page(0)
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


class TestAdvice:
    def test_the_button_raises_the_input_and_offers_to_record_again(self, visit: Visit) -> None:
        visit.scripted.takes = [fakes.take_of(fakes.quiet_voice()), fakes.take_of(fakes.outcome())]
        visit.record()
        change, again = visit.page._advice.controls
        assert isinstance(change, QPushButton)
        assert change.text() == "Raise the input by 5\u202fdB"
        assert not again.isVisible()
        visit.click(change)
        visit.qtbot.waitUntil(again.isVisible)
        assert visit.scripted.volume_db == -7.0
        assert "+5" in visit.page._advice._note.text()
        assert not change.isVisible()
        with visit.qtbot.waitSignal(visit.session.finished):
            visit.click(again)
        assert visit.headline == "Callers hear you well"
        assert visit.page._hero.button.hasFocus()

    def test_where_the_volume_cannot_be_set_it_says_how(self, visit: Visit) -> None:
        visit.scripted.takes = [fakes.take_of(fakes.quiet_voice())]
        visit.scripted.errors["volume"] = VolumeUnavailableError(NoVolumeControl.NOT_ON_THIS_SYSTEM)
        visit.record()
        assert not visit.page._advice.controls[0].isVisible()
        assert "system's sound settings" in visit.page._advice._note.text()

    def test_a_refused_change_says_so(self, visit: Visit) -> None:
        visit.scripted.takes = [fakes.take_of(fakes.quiet_voice())]
        visit.record()
        visit.scripted.errors["change_volume"] = VolumeUnavailableError(NoVolumeControl.REFUSED)
        visit.click(visit.page._advice.controls[0])
        visit.until_idle()
        assert visit.page._advice._note.text().startswith("The system does not set")

    def test_steps_that_are_done_go_away(self, visit: Visit) -> None:
        visit.scripted.takes = [fakes.take_of(fakes.poor()), fakes.take_of(fakes.quiet_voice())]
        visit.record()
        assert sum(step.isVisible() for step in visit.page._advice._steps) == 3
        visit.record()
        assert sum(step.isVisible() for step in visit.page._advice._steps) == 1


class TestHear:
    def test_each_way_plays(self, visit: Visit) -> None:
        visit.record()
        for button in visit.page._hear.ways:
            visit.click(button)
            visit.until_idle()
        assert visit.asked("hear") == ["", "g711", "wideband"]
        assert "2.1\u202f% of its packets" in visit.page._hear._sentence.text()

    def test_what_plays_can_be_stopped(self, visit: Visit) -> None:
        visit.record()
        visit.world.hold()
        button = visit.page._hear.ways[1]
        visit.click(button)
        visit.qtbot.waitUntil(lambda: button.text() == "Stop")
        assert not visit.page._hear.ways[0].isEnabled()
        visit.click(button)
        visit.until_idle()
        assert button.text() == "On a phone call"
        assert button.isEnabled()

    def test_why_nothing_sounded(self, visit: Visit) -> None:
        visit.record()
        visit.scripted.errors["hear"] = PlaybackUnavailableError(NotPlayable.NO_DEVICE)
        visit.click(visit.page._hear.ways[0])
        visit.until_idle()
        assert visit.page._hear._trouble.text().startswith("There is nothing to play to.")

    def test_it_is_saved_by_hand_alone(self, visit: Visit, tmp_path: Path) -> None:
        visit.record()
        assert visit.scripted.saved == []
        visit.click(visit.page._hear.save)
        dialog = visit.page._hear.findChild(QFileDialog)
        assert dialog is not None
        assert dialog.acceptMode() == QFileDialog.AcceptMode.AcceptSave
        dialog.fileSelected.emit(str(tmp_path / "voice.wav"))
        visit.qtbot.waitUntil(visit.window._notice.isVisible)
        dialog.close()
        assert visit.scripted.saved == [tmp_path / "voice.wav"]
        assert visit.window._notice.sentence.startswith("Saved as voice.wav")

    @pytest.mark.parametrize("error", [UserInputError("The disk is full."), RuntimeError("bug")])
    def test_a_file_that_cannot_be_written_is_told(self, error: Exception, visit: Visit) -> None:
        visit.record()
        visit.scripted.errors["save"] = error
        visit.session.save(Path("voice.wav"))
        visit.qtbot.waitUntil(visit.window._notice.isVisible)
        assert visit.window._notice.sentence.startswith("The recording was not saved.")
        assert visit.headline == "Callers hear you well"

    def test_without_a_recording_there_is_nothing_to_save_or_hear(self, visit: Visit) -> None:
        visit.session.save(Path("voice.wav"))
        visit.session.hear(None)
        assert visit.session.situation.activity is None


class TestMicrophones:
    def test_choosing_one_is_kept_for_both_pages(self, visit: Visit) -> None:
        visit.page._picker._menu.actions()[2].trigger()
        assert visit.session.situation.microphone == "built-in"
        assert visit.window.session.situation.microphone == "built-in"
        visit.qtbot.waitUntil(lambda: visit.world.choices.get("microphone") == "built-in")
        visit.qtbot.waitUntil(lambda: "built-in" in visit.asked("headset"))

    def test_a_new_look_notices_what_came_and_went(self, visit: Visit) -> None:
        visit.world.devices = (visit.world.devices[1], WEBCAM)
        visit.click(visit.page._picker.controls[1])
        visit.qtbot.waitUntil(visit.page._picker._note.isVisible)
        assert visit.page._picker._note.text() == (
            "Newly connected: Webcam. No longer connected: Built-in microphone."
        )
        assert visit.session.situation.compared == ("jabra",)

    def test_so_does_coming_back_to_the_page(self, visit: Visit) -> None:
        visit.window.show_page(0)
        visit.world.devices = (*visit.world.devices, WEBCAM)
        visit.window.show_page(1)
        visit.qtbot.waitUntil(visit.page._picker._note.isVisible)
        assert visit.page._picker._note.text() == "Newly connected: Webcam."

    def test_made_up_microphones_are_not_compared_unasked(
        self, qtbot: QtBot, open_window: OpenWindow, world: WindowWorld
    ) -> None:
        world.devices = (*world.devices, MADE_UP)
        visit = visiting(qtbot, open_window, world)
        assert visit.session.situation.compared == ("built-in", "jabra")

    def test_side_by_side(self, visit: Visit) -> None:
        found = fakes.comparison(
            (visit.world.devices[0], fakes.outcome()), (visit.world.devices[1], fakes.poor())
        )
        visit.scripted.comparison = found
        with visit.qtbot.waitSignal(visit.session.compared):
            visit.click(visit.page._compare._compare)
        assert visit.asked("compare") == ["built-in,jabra"]
        assert visit.page._compare._sentence.text() == found.sentence
        use = visit.page._compare._use
        assert use.text() == "Use Built-in microphone"
        visit.click(use)
        assert visit.window.session.situation.microphone == "built-in"
        assert not use.isVisible()

    def test_fewer_than_two_cannot_be_compared(self, visit: Visit) -> None:
        visit.click(visit.page._compare._boxes[0])
        assert visit.session.situation.compared == ("jabra",)
        assert not visit.page._compare._compare.isEnabled()
        visit.session.compare()
        assert visit.session.situation.activity is None
        visit.click(visit.page._compare._boxes[0])
        assert visit.page._compare._compare.isEnabled()

    def test_a_list_that_cannot_be_had_is_empty(
        self, qtbot: QtBot, open_window: OpenWindow, world: WindowWorld
    ) -> None:
        window = open_window(world)

        def broken() -> tuple[MicrophoneDevice, ...]:
            raise RuntimeError("no sound system")

        window._ensure_microphone()[1]._microphones = broken
        visit = Visit(qtbot, window, world)
        assert visit.page._picker._trouble.text().startswith("No microphone found.")


class TestHeadset:
    def test_facts_are_read_without_a_sound(self, visit: Visit) -> None:
        assert visit.page._headset._facts.text().startswith("You speak into Test Headset (USB).")
        assert visit.asked("leak") == visit.asked("say_word") == []

    def test_facts_that_cannot_be_read_leave_the_page_usable(
        self, qtbot: QtBot, open_window: OpenWindow, world: WindowWorld
    ) -> None:
        world.microphone.errors["headset"] = RuntimeError("unforeseen")
        window = open_window(world)
        window.show_page(1)
        qtbot.waitUntil(lambda: ("headset", "") in world.microphone.asked)
        page, session = window._ensure_microphone()
        with qtbot.waitSignal(session.finished):
            qtbot.mouseClick(page._hero.button, Qt.MouseButton.LeftButton)

    def test_the_tone_tells_the_leak(self, visit: Visit) -> None:
        visit.click(visit.page._headset.controls[0])
        visit.qtbot.waitUntil(visit.page._headset._leak.isVisible)
        assert "48.3" in visit.page._headset._leak._message.text()

    def test_the_tone_can_be_stopped(self, visit: Visit) -> None:
        visit.world.hold()
        visit.session.play_tone()
        assert visit.headline == "Stay quiet"
        visit.session.play_tone()
        visit.until_idle()
        assert not visit.page._headset._leak.isVisible()

    def test_a_word_is_played_and_asked_for_another_one_each_time(self, visit: Visit) -> None:
        panel = visit.page._headset
        visit.click(panel._word)
        visit.until_idle()
        (spoken,) = visit.asked("say_word")
        right = next(button for button in panel._choices if button.text() == spoken)
        visit.click(right)
        assert "is right" in panel._answer._message.text()
        assert not panel._row.isVisible()
        visit.click(panel._word)
        visit.until_idle()
        assert visit.asked("say_word")[1] != spoken
        visit.click(panel._none)
        assert panel._answer._message.text().startswith("It was")

    def test_a_word_that_does_not_sound_says_why(self, visit: Visit) -> None:
        visit.scripted.errors["say_word"] = PlaybackUnavailableError(NotPlayable.DEVICE_BUSY)
        visit.click(visit.page._headset._word)
        visit.until_idle()
        assert visit.page._headset._trouble.text().startswith("Another program holds the output")
        assert not visit.page._headset._row.isVisible()


class TestKeyboard:
    def test_tab_reaches_every_control_from_top_to_bottom(self, visit: Visit) -> None:
        visit.scripted.takes = [fakes.take_of(fakes.poor())]
        visit.record()
        visit.session.play_word()
        visit.until_idle()
        inside = visit.page._scroll.widget()
        order: list[QWidget] = []
        for _ in range(60):
            visit.qtbot.keyClick(visit.window.focusWidget() or visit.window, Qt.Key.Key_Tab)
            widget = visit.window.focusWidget()
            assert widget is not None
            if widget in order:
                break
            order.append(widget)
        scrolled = [widget for widget in order if inside.isAncestorOf(widget)]
        wanted = {
            widget
            for widget in inside.findChildren(QWidget)
            if widget.isVisible()
            and widget.isEnabled()
            and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        }
        assert set(scrolled) == wanted
        heights = [one.mapTo(inside, one.rect().center()).y() // 40 for one in scrolled]
        assert heights == sorted(heights)

    def test_the_space_key_does_everything(self, visit: Visit) -> None:
        visit.page._hero.button.setFocus()
        with visit.qtbot.waitSignal(visit.session.finished):
            visit.qtbot.keyClick(visit.page._hero.button, Qt.Key.Key_Space)
        visit.qtbot.keyClick(visit.page._cards[0].link, Qt.Key.Key_Space)
        assert visit.page._numbers.isVisible()
        visit.qtbot.keyClick(visit.page._hear.ways[0], Qt.Key.Key_Space)
        visit.until_idle()
        assert visit.asked("hear") == [""]

    def test_the_focus_stays_at_the_button_that_stops(self, visit: Visit) -> None:
        visit.page._hero.button.setFocus()
        visit.world.hold()
        visit.qtbot.keyClick(visit.page._hero.button, Qt.Key.Key_Space)
        visit.qtbot.waitUntil(lambda: visit.session.situation.level is not None)
        assert visit.window.focusWidget() is visit.page._hero.button
        visit.qtbot.keyClick(visit.page._hero.button, Qt.Key.Key_Space)
        visit.until_idle()

    def test_parts_speak(self, visit: Visit) -> None:
        visit.scripted.takes = [fakes.take_of(fakes.poor())]
        visit.record()

        def name_of(widget: QWidget) -> str:
            return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)

        assert name_of(visit.page._cards[0]).startswith("Loud enough: No. Your voice is too quiet")
        assert name_of(visit.page._cards[0].link) == "Show the numbers: Loud enough"
        assert name_of(visit.page._picker.controls[0]).startswith("Microphone: System default")
        assert name_of(visit.page._live._spectrum) == "Sound by pitch, from low to high"
        assert name_of(visit.page._advice._steps[0]).startswith("1. Raise the input level")


def test_activities_are_told_apart() -> None:
    assert len(set(Activity)) == 6
