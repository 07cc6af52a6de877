"""What the microphone page has done in jobs: answers, and troubles in the user's words."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fakes import microphone_page as fakes
from workspace_assistant.core.errors import UserInputError
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.readiness.headset.words import check_word
from workspace_assistant.core.readiness.microphone.as_heard import CallKind
from workspace_assistant.core.readiness.microphone.ports import (
    NotPlayable,
    NoVolumeControl,
    PlaybackUnavailableError,
    VolumeUnavailableError,
)
from workspace_assistant.core.readiness.microphone.take import Heard
from workspace_assistant.ui.microphone.jobs import change_volume, hear, record, save, say_word

CTX = JobContext(lambda _: None)
REFUSED = VolumeUnavailableError(NoVolumeControl.REFUSED)
NO_OUTPUT = PlaybackUnavailableError(NotPlayable.NO_DEVICE)
TAKE = fakes.take_of(fakes.outcome())


@pytest.fixture
def scripted() -> fakes.ScriptedPageServices:
    return fakes.ScriptedPageServices()


def test_a_take_comes_with_its_input_volume(scripted: fakes.ScriptedPageServices) -> None:
    answer = record(scripted.services, fakes.PROFILE, "jabra", CTX)
    assert answer.take.device_id == "jabra"
    assert answer.volume is not None
    assert answer.volume.db == -12.0


def test_a_volume_that_cannot_be_read_says_why(scripted: fakes.ScriptedPageServices) -> None:
    scripted.errors["volume"] = REFUSED
    answer = record(scripted.services, fakes.PROFILE, "", CTX)
    assert answer.volume is None
    assert answer.volume_trouble.startswith("The system does not set the input volume")


def test_without_a_recording_nobody_asks_for_the_volume(
    scripted: fakes.ScriptedPageServices,
) -> None:
    scripted.takes = [fakes.unavailable()]
    assert record(scripted.services, fakes.PROFILE, "", CTX).volume is None
    assert [what for what, _ in scripted.asked] == ["take"]


def test_a_change_of_the_volume_says_what_became_of_it(
    scripted: fakes.ScriptedPageServices,
) -> None:
    answer = change_volume(scripted.services, "", 5.0, CTX)
    assert answer.volume is not None
    assert answer.volume.db == -7.0
    assert "+5" in answer.note
    scripted.errors["change_volume"] = REFUSED
    refused = change_volume(scripted.services, "", 5.0, CTX)
    assert (refused.volume, refused.note) == (None, "")
    assert refused.trouble.startswith("The system does not set")


def test_what_was_heard(scripted: fakes.ScriptedPageServices) -> None:
    answer = hear(scripted.services, TAKE, CallKind.G711, CTX)
    assert answer.heard == Heard(kind=CallKind.G711, loss_fraction=0.021)


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (NO_OUTPUT, "There is nothing to play to."),
        (UserInputError("The sound library cannot code it."), "The sound library cannot"),
    ],
)
def test_why_nothing_sounded(
    error: Exception, words: str, scripted: fakes.ScriptedPageServices
) -> None:
    scripted.errors["hear"] = error
    answer = hear(scripted.services, TAKE, None, CTX)
    assert answer.heard is None
    assert answer.trouble.startswith(words)


def test_a_word_that_sounded_has_no_trouble(scripted: fakes.ScriptedPageServices) -> None:
    assert say_word(scripted.services, check_word(0), CTX) == ""
    scripted.errors["say_word"] = NO_OUTPUT
    assert say_word(scripted.services, check_word(0), CTX).startswith("There is nothing to play")


@pytest.mark.parametrize("error", [UserInputError("No such folder."), OSError("No such folder.")])
def test_a_file_that_cannot_be_written_says_why(
    error: Exception, scripted: fakes.ScriptedPageServices
) -> None:
    file = Path("voice.wav")
    assert save(scripted.services, fakes.RECORDING, file, CTX).trouble == ""
    scripted.errors["save"] = error
    assert save(scripted.services, fakes.RECORDING, file, CTX).trouble == "No such folder."
