"""What a new look at microphones and headset changes on the page, and what it leaves."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.fakes import microphone_page as fakes
from tests.unit.ui.microphone_situations import (
    BUILT_IN,
    IDLE,
    JABRA,
    NONE,
    OLD,
)
from workspace_assistant.core.readiness.headset.measurements import LEAK
from workspace_assistant.core.readiness.headset.model import HeadsetFacts
from workspace_assistant.core.readiness.headset.outcome import LeakFound
from workspace_assistant.core.readiness.microphone.model import Connection, MicrophoneDevice
from workspace_assistant.core.readiness.microphone.ports import Unavailable
from workspace_assistant.ui.microphone.device_look import looked, looked_in_vain
from workspace_assistant.ui.microphone.headset_look import seen_again
from workspace_assistant.ui.microphone.situation import Listing, Situation

LOOP = MicrophoneDevice(id="loop", name="Loop", connection=Connection.VIRTUAL)


class TestMicrophones:
    def test_the_first_look_ticks_all_that_are_real(self) -> None:
        now = looked(Situation(), (BUILT_IN, LOOP, JABRA))
        assert now.compared == ("built-in", "jabra")

    def test_a_later_look_ticks_those_that_came(self) -> None:
        now = looked(replace(IDLE, compared=("jabra",)), (BUILT_IN, JABRA, OLD, LOOP))
        assert now.compared == ("jabra", "old")

    def test_a_look_that_failed_says_why_and_is_over_with_the_next(self) -> None:
        failed = looked_in_vain(IDLE, "No answer.")
        assert (failed.devices, failed.listing_trouble) == ((), "No answer.")
        again = looked(failed, (BUILT_IN, JABRA))
        assert again.listing_trouble == ""
        assert again.listing == Listing(devices=(BUILT_IN, JABRA))  # nobody knows what came

    @pytest.mark.parametrize("reason", [Unavailable.NO_DEVICE, Unavailable.UNPLUGGED])
    def test_a_failure_that_connecting_mends_is_forgotten(self, reason: Unavailable) -> None:
        now = replace(NONE, take=fakes.unavailable(reason))
        assert looked(now, ()).take is now.take
        assert looked(now, (JABRA,)).take is None

    def test_a_sound_system_that_answers_again_is_no_failure_either(self) -> None:
        failed = fakes.unavailable(Unavailable.NO_SOUND_SERVER)
        now = looked_in_vain(replace(IDLE, take=failed), "No answer.")
        assert looked(now, (JABRA,)).take is None

    def test_other_failures_and_results_stay(self) -> None:
        for take in (fakes.unavailable(Unavailable.DEVICE_BUSY), fakes.take_of(fakes.outcome())):
            assert looked(replace(NONE, take=take), (JABRA,)).take is take


class TestHeadset:
    def test_the_leak_of_the_same_devices_stays(self) -> None:
        loud = fakes.headset_facts(leak=LeakFound("", level_db=-18.4))
        seen = seen_again(fakes.headset_facts(), loud)
        assert (seen.measurements, seen.findings) == (loud.measurements, loud.findings)
        assert not any(gap.id == LEAK for gap in seen.not_measured)
        quiet = fakes.headset_facts(leak=LeakFound("no-leak-found"))
        assert {gap.reason for gap in seen_again(fakes.headset_facts(), quiet).not_measured} >= {
            "no-leak-found"
        }

    def test_another_device_or_volume_leaks_otherwise(self) -> None:
        loud = fakes.headset_facts(leak=LeakFound("", level_db=-18.4))
        microphone = fakes.FACTS.microphone
        assert microphone is not None
        for change in ({"name": "Webcam"}, {"volume_db": -40.0}):
            new = fakes.headset_facts(
                replace(fakes.FACTS, microphone=replace(microphone, **change))  # type: ignore[arg-type]  # fields by name
            )
            assert seen_again(new, loud) is new

    def test_a_first_look_and_one_that_tells_nothing_stand_alone(self) -> None:
        first, nothing = fakes.headset_facts(), fakes.headset_facts(HeadsetFacts())
        assert seen_again(first, None) is first
        assert seen_again(nothing, first) is nothing
