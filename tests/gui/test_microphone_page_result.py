"""What can be done with a recording: follow the advice, hear it, save it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QPushButton

from tests.fakes import microphone_page as fakes
from tests.gui.microphone_visit import Visit
from workspace_assistant.core.errors import UserInputError
from workspace_assistant.core.readiness.microphone.ports import (
    NotPlayable,
    NoVolumeControl,
    PlaybackUnavailableError,
    VolumeUnavailableError,
)


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
        visit.qtbot.waitUntil(lambda: len(visit.asked("headset")) == 3)  # and looks how it is now
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
        assert button.text() == "Play as a phone call"
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
        visit.qtbot.waitUntil(visit.window.top.notice.isVisible)
        dialog.close()
        assert visit.scripted.saved == [tmp_path / "voice.wav"]
        assert visit.window.top.notice.sentence.startswith("Saved as voice.wav")

    @pytest.mark.parametrize("error", [UserInputError("The disk is full."), RuntimeError("bug")])
    def test_a_file_that_cannot_be_written_is_told(self, error: Exception, visit: Visit) -> None:
        visit.record()
        visit.scripted.errors["save"] = error
        visit.session.save(Path("voice.wav"))
        visit.qtbot.waitUntil(visit.window.top.notice.isVisible)
        assert visit.window.top.notice.sentence.startswith("The recording was not saved.")
        assert visit.headline == "Callers hear you well"

    def test_without_a_recording_there_is_nothing_to_save_or_hear(self, visit: Visit) -> None:
        visit.session.save(Path("voice.wav"))
        visit.session.hear(None)
        assert visit.session.situation.activity is None
