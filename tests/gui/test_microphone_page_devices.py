"""Microphones that come, go and are compared, and what the page says of the headset."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.fakes import microphone_page as fakes
from tests.fakes.window import WindowWorld
from tests.gui.microphone_visit import OpenWindow, Visit
from workspace_assistant.core.readiness.microphone.model import Connection, MicrophoneDevice
from workspace_assistant.core.readiness.microphone.ports import (
    MicrophoneUnavailableError,
    NotPlayable,
    PlaybackUnavailableError,
    Unavailable,
)
from workspace_assistant.ui.page_names import PageName

WEBCAM = MicrophoneDevice(id="webcam", name="Webcam", connection=Connection.USB)
MADE_UP = MicrophoneDevice(id="loop", name="Loop", connection=Connection.VIRTUAL)


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
        assert visit.session.situation.compared == ("jabra", "webcam")

    def test_so_does_coming_back_to_the_page(self, visit: Visit) -> None:
        visit.window.show_page(PageName.READINESS)
        visit.world.devices = (*visit.world.devices, WEBCAM)
        visit.window.show_page(PageName.MICROPHONE)
        visit.qtbot.waitUntil(visit.page._picker._note.isVisible)
        assert visit.page._picker._note.text() == "Newly connected: Webcam."

    def test_made_up_microphones_are_not_compared_unasked(
        self, qtbot: QtBot, open_window: OpenWindow, world: WindowWorld
    ) -> None:
        world.devices = (*world.devices, MADE_UP)
        visit = Visit(qtbot, open_window(world), world)
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

    @pytest.mark.parametrize(
        ("error", "sentence"),
        [
            (MicrophoneUnavailableError(Unavailable.NO_SOUND_SERVER), "The sound system of this"),
            (RuntimeError("unforeseen"), "A fault in this program"),
        ],
    )
    def test_a_list_that_cannot_be_had_says_why(
        self, error: Exception, sentence: str, visit: Visit
    ) -> None:
        def broken() -> tuple[MicrophoneDevice, ...]:
            raise error

        visit.session._microphones = broken
        visit.click(visit.page._picker.controls[1])
        visit.qtbot.waitUntil(lambda: visit.session.situation.listing_trouble != "")
        assert visit.headline == "It is not known which microphones there are"
        assert visit.page._hero._sentence.text().startswith(sentence)

    def test_without_a_microphone_the_one_button_looks_until_there_is_one(
        self, qtbot: QtBot, open_window: OpenWindow, world: WindowWorld
    ) -> None:
        devices, world.devices = world.devices, ()
        visit = Visit(qtbot, open_window(world), world)
        assert visit.headline == "Connect your headset"
        visit.click(visit.page._hero.button)
        qtbot.waitUntil(visit.page._picker._note.isVisible)
        assert visit.page._picker._note.text() == "No microphone was connected or disconnected."
        world.devices = devices
        visit.click(visit.page._hero.button)
        qtbot.waitUntil(lambda: visit.headline == "Find out what callers hear")
        assert visit.asked("take") == []

    def test_what_is_in_use_is_marked_in_the_menu(self, visit: Visit) -> None:
        actions = visit.page._picker._menu.actions()
        assert [action.isChecked() for action in actions] == [True, False, False]
        actions[2].trigger()
        assert [action.isChecked() for action in actions] == [False, False, True]

    def test_long_names_and_many_numbers_never_push_the_page_wider(
        self, qtbot: QtBot, open_window: OpenWindow, world: WindowWorld
    ) -> None:
        long = replace(WEBCAM, name="High definition stereo webcam & conference microphone " * 2)
        world.devices = (*world.devices, long)
        visit = Visit(qtbot, open_window(world), world)
        visit.scripted.comparison = fakes.comparison(
            (long, fakes.outcome()), (world.devices[0], fakes.poor())
        )
        visit.session.compare()
        visit.until_idle()
        table = visit.page._compare._table
        visit.window.resize(1180, 760)
        qtbot.waitUntil(lambda: not table.is_narrow)
        visit.window.resize(640, 520)
        qtbot.waitUntil(lambda: table.is_narrow)
        inside = visit.page._scroll.widget()
        qtbot.waitUntil(lambda: inside.width() <= visit.page._scroll.viewport().width())
        visit.window.resize(1180, 760)
        qtbot.waitUntil(lambda: not table.is_narrow)


class TestHeadset:
    def test_facts_are_read_without_a_sound(self, visit: Visit) -> None:
        assert visit.page._headset._facts.text().startswith("You speak into Test Headset (USB).")
        assert visit.asked("leak") == visit.asked("say_word") == []

    def test_facts_that_cannot_be_read_leave_the_page_usable(
        self, qtbot: QtBot, open_window: OpenWindow, world: WindowWorld
    ) -> None:
        world.microphone.errors["headset"] = RuntimeError("unforeseen")
        window = open_window(world)
        window.show_page(PageName.MICROPHONE)
        qtbot.waitUntil(lambda: ("headset", "") in world.microphone.asked)
        page, session = (window.pages.microphone, window.sessions.microphone)
        with qtbot.waitSignal(session.finished):
            qtbot.mouseClick(page._hero.button, Qt.MouseButton.LeftButton)

    def test_facts_follow_what_is_connected(self, visit: Visit) -> None:
        visit.scripted.facts = fakes.headset_facts(replace(fakes.FACTS, playback=None))
        visit.click(visit.page._picker.controls[1])
        visit.qtbot.waitUntil(
            lambda: visit.page._headset._facts.text() == "You speak into Test Headset (USB)."
        )

    def test_the_tone_tells_the_leak(self, visit: Visit) -> None:
        visit.click(visit.page._headset.controls[0])
        visit.qtbot.waitUntil(visit.page._headset._leak.isVisible)
        assert "48.3" in visit.page._headset._leak._message.text()
        visit.click(visit.page._picker.controls[1])
        visit.qtbot.waitUntil(visit.page._picker._note.isVisible)
        assert visit.page._headset._leak.isVisible()

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
