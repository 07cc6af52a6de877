"""Which microphone: its name, what the system says of it, and what is wrong with it."""

from __future__ import annotations

from dataclasses import replace

from tests.fakes import microphone_page as fakes
from tests.unit.ui.microphone_situations import (
    BUILT_IN,
    IDLE,
    JABRA,
    MINUS,
    NONE,
    OLD,
    SPACE,
    shown,
)
from workspace_assistant.ui.microphone.device_look import listing
from workspace_assistant.ui.microphone.picker_state import PickerState
from workspace_assistant.ui.microphone.situation import Listing, Situation


def picker_of(now: Situation) -> PickerState:
    picker = shown(now).picker
    assert picker is not None
    return picker


class TestPicker:
    def test_the_default_is_named_with_what_the_system_says_of_it(self) -> None:
        picker = picker_of(IDLE)
        assert picker.name == "System default (Jabra headset)"
        assert picker.detail == f"USB · input volume {MINUS}12{SPACE}dB · 48{SPACE}kHz"
        assert [entry.text for entry in picker.entries] == [
            "System default (Jabra headset)",
            "Jabra headset · USB",
            "Built-in microphone · built in",
        ]
        assert (picker.note, picker.trouble) == ("", "")

    def test_a_chosen_one_stands_by_its_name(self) -> None:
        assert picker_of(replace(IDLE, microphone="built-in")).name == "Built-in microphone"

    def test_the_chosen_one_may_be_gone(self) -> None:
        picker = picker_of(replace(IDLE, microphone="gone", microphone_name="Webcam"))
        assert picker.name == "Webcam"
        assert picker.trouble.startswith("Webcam is not connected.")
        nameless = picker_of(replace(IDLE, microphone="gone"))
        assert nameless.name == "The one you chose"

    def test_hands_free_and_other_programs_are_told(self) -> None:
        device = replace(JABRA, is_hands_free=True, used_by=("Calls", "Recorder"), volume_db=None)
        picker = picker_of(replace(IDLE, listing=Listing(devices=(device,))))
        assert picker.detail == (
            f"USB · hands-free mode · 48{SPACE}kHz · also used by Calls, Recorder"
        )

    def test_a_muted_one_is_trouble_with_the_next_step(self) -> None:
        muted = replace(JABRA, is_muted=True)
        picker = picker_of(replace(IDLE, listing=Listing(devices=(BUILT_IN, muted))))
        assert picker.trouble.startswith("Jabra headset is muted in the system: callers hear")
        other = replace(IDLE, listing=Listing(devices=(BUILT_IN, muted)), microphone="built-in")
        assert picker_of(other).trouble == ""

    def test_the_chosen_one_is_marked(self) -> None:
        assert picker_of(IDLE).chosen == ""
        assert picker_of(replace(IDLE, microphone="built-in")).chosen == "built-in"

    def test_what_the_system_does_not_tell_is_left_out(self) -> None:
        silent = replace(OLD, is_default=True, volume_db=float("-inf"))
        picker = picker_of(replace(IDLE, listing=Listing(devices=(silent,))))
        assert picker.detail == ""
        assert picker.entries[1].text == "Old microphone"

    def test_while_looking_nothing_is_claimed(self) -> None:
        picker = picker_of(replace(IDLE, listing=None))
        assert picker.note == "Looking for microphones"
        assert (picker.name, picker.trouble) == ("System default", "")

    def test_no_microphone_at_all(self) -> None:
        recorded = replace(NONE, take=fakes.take_of(fakes.outcome()))
        picker = picker_of(recorded)
        assert picker.trouble.startswith("No microphone is connected.")
        assert [entry.text for entry in picker.entries] == ["System default"]
        unknown = replace(recorded, listing_trouble="The sound system does not answer.")
        assert picker_of(unknown).trouble == "The sound system does not answer."

    def test_what_the_first_line_says_is_not_said_twice(self) -> None:
        picker = picker_of(NONE)
        assert (picker.trouble, picker.can_look) == ("", False)
        assert picker_of(IDLE).can_look

    def test_a_new_look_tells_what_came_and_went(self) -> None:
        first = listing((BUILT_IN, OLD), None)
        assert (first.came, first.went) == ((), ())
        second = listing((BUILT_IN, JABRA), first)
        picker = picker_of(replace(IDLE, listing=second))
        assert picker.note == (
            "Newly connected: Jabra headset. No longer connected: Old microphone."
        )
        third = listing((BUILT_IN, JABRA), second)
        assert picker_of(replace(IDLE, listing=third)).note == ""

    def test_who_asks_for_a_look_gets_an_answer(self) -> None:
        asked = listing((BUILT_IN, JABRA), IDLE.listing, is_asked=True)
        note = picker_of(replace(IDLE, listing=asked)).note
        assert note == "No microphone was connected or disconnected."
