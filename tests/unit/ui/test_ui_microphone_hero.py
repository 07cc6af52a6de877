"""The first line of the microphone page: what to do now, or what callers hear."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.fakes import microphone_page as fakes
from tests.unit.ui.microphone_situations import (
    IDLE,
    NONE,
    after,
    recording,
    shown,
)
from workspace_assistant.core.readiness.microphone.ports import Unavailable
from workspace_assistant.core.readiness.microphone.take import Take
from workspace_assistant.core.readiness.model import Outcome
from workspace_assistant.ui.microphone.situation import Activity, Listing, Situation
from workspace_assistant.ui.theme.colors import Tone


class TestHero:
    def test_the_first_time_it_says_what_happens_how_long_and_what_is_kept(self) -> None:
        hero = shown(IDLE).hero
        assert hero.headline == "Find out what callers hear"
        assert "“Good morning, thanks for calling;" in hero.steps[0]
        assert "10 seconds" in hero.steps[1]
        assert "Nothing is kept or sent" in hero.steps[2]
        assert (hero.button, hero.is_enabled, hero.stops) == ("Record", True, False)

    def test_without_a_profile_nothing_can_start(self) -> None:
        hero = shown(Situation()).hero
        assert hero.headline == "Reading your workplace profile"
        assert (hero.button, hero.is_enabled) == ("Record", False)

    def test_while_the_check_records_this_page_waits(self) -> None:
        hero = shown(replace(after(fakes.outcome()), is_elsewhere_busy=True)).hero
        assert hero.headline == "The readiness check is using the microphone"
        assert (hero.button, hero.is_enabled) == ("Record again", False)

    def test_opening(self) -> None:
        hero = shown(replace(IDLE, activity=Activity.TAKE)).hero
        assert (hero.headline, hero.button, hero.stops) == ("Opening the microphone", "Stop", True)

    def test_quiet_counts_down(self) -> None:
        hero = shown(recording("quiet")).hero
        assert hero.headline == "Quiet, please"
        assert hero.sentence == "The room is measured. 2 s left."
        assert hero.request == ""
        assert hero.fraction == 0.4

    def test_the_sentence_is_asked_for_and_another_one_next_time(self) -> None:
        asked = [shown(recording("speech", sentence_index=n)).hero.request for n in range(6)]
        assert asked[0].startswith("Good morning")
        assert len(set(asked)) == 5
        assert asked[5] == asked[0]

    def test_the_sentence_announced_is_the_one_asked_for(self) -> None:
        now = replace(IDLE, sentence_index=3)
        assert shown(recording("speech", sentence_index=3)).hero.request in shown(now).hero.steps[0]

    def test_analyzing(self) -> None:
        hero = shown(recording("speech", is_analyzing=True)).hero
        assert hero.headline == "Looking at the recording"

    def test_stopping_cannot_be_stopped_again(self) -> None:
        hero = shown(recording("speech", is_stopping=True)).hero
        assert (hero.headline, hero.is_enabled) == ("Stopping", False)

    def test_the_tone_wants_quiet(self) -> None:
        hero = shown(replace(IDLE, activity=Activity.TONE)).hero
        assert hero.headline == "Stay quiet"
        assert "tone" in hero.sentence

    def test_a_comparison_says_which_microphone_listens(self) -> None:
        now = recording("quiet", activity=Activity.COMPARE, source="jabra")
        told = "The room is measured. 2 s left. Microphone 2 of 2: Jabra headset"
        assert shown(now).hero.sentence == told
        gone = replace(now, listing=Listing(devices=()))
        assert shown(gone).hero.sentence.endswith("Microphone 2 of 2: jabra")
        assert shown(replace(now, source="")).hero.sentence == "The room is measured. 2 s left."

    def test_a_fault_is_told_with_the_next_step(self) -> None:
        hero = shown(replace(IDLE, fault="It broke. Try again.")).hero
        assert (hero.look.tone, hero.sentence) == (Tone.BAD, "It broke. Try again.")
        assert hero.button == "Try again"

    def test_all_good(self) -> None:
        hero = shown(after(fakes.outcome())).hero
        assert (hero.look.tone, hero.headline) == (Tone.OK, "Callers hear you well")
        assert hero.button == "Record again"

    def test_a_telephones_band_is_not_called_clear_without_a_word(self) -> None:
        for found, told in ((fakes.outcome(), "and clear,"), (fakes.narrow(), "on a telephone,")):
            hero = shown(after(found)).hero
            assert hero.headline == "Callers hear you well"
            assert told in hero.sentence

    def test_good_as_far_as_tested_names_what_was_not(self) -> None:
        unclear = {"audio_bandwidth": "band-unclear", "reverberation": "no-clear-endings"}
        hero = shown(after(fakes.outcome(gaps=unclear))).hero
        assert hero.headline == "Callers hear you well, as far as tested"
        assert hero.sentence == "Not tested: clear."
        assert hero.look.tone is Tone.UNTESTED

    def test_cautions_are_counted(self) -> None:
        one = shown(after(fakes.quiet_voice())).hero
        assert one.headline == "Callers hear you, with one caution"
        assert one.sentence.startswith("Your voice is too quiet")
        hum = fakes.poor().findings[1]
        both = fakes.outcome(*fakes.quiet_voice().findings, hum)
        assert shown(after(both)).hero.headline == "Callers hear you, with 2 cautions"

    def test_the_worst_comes_first(self) -> None:
        hero = shown(after(fakes.poor())).hero
        assert hero.headline == "Callers would not hear you well"
        assert hero.sentence.startswith("Your voice is too quiet")

    def test_a_microphone_that_cannot_be_had_says_why(self) -> None:
        hero = shown(replace(IDLE, take=fakes.unavailable(Unavailable.DEVICE_BUSY))).hero
        assert hero.headline == "There is no recording"
        assert hero.sentence.startswith("Another program holds the microphone")
        assert (hero.button, hero.looks) == ("Try again", False)

    def test_no_voice(self) -> None:
        hero = shown(after(fakes.no_voice())).hero
        assert hero.headline == "Your voice could not be measured"
        assert "louder than the quiet part" in hero.sentence

    def test_without_any_reason_it_says_so(self) -> None:
        hero = shown(replace(IDLE, take=fakes.take_of(Outcome(), recording=None))).hero
        assert hero.sentence == "No reason is known."

    @pytest.mark.parametrize("take", [None, fakes.unavailable(Unavailable.NO_DEVICE)])
    def test_without_a_microphone_the_one_button_looks_for_one(self, take: Take | None) -> None:
        hero = shown(replace(NONE, take=take)).hero
        assert hero.headline == "Connect your headset"
        assert (hero.button, hero.looks, hero.is_enabled) == ("Look again", True, True)
        assert hero.look.tone is Tone.ACCENT

    def test_a_sound_system_that_does_not_answer_is_not_taken_for_no_microphone(self) -> None:
        hero = shown(replace(NONE, listing_trouble="The sound system does not answer.")).hero
        assert hero.headline == "It is not known which microphones there are"
        assert hero.sentence == "The sound system does not answer."
        assert (hero.button, hero.look.tone) == ("Look again", Tone.UNTESTED)

    def test_a_result_stays_when_its_microphone_is_unplugged(self) -> None:
        hero = shown(replace(NONE, take=fakes.take_of(fakes.outcome()))).hero
        assert hero.headline == "Callers hear you well"

    def test_while_a_word_is_played_nobody_looks(self) -> None:
        assert not shown(replace(NONE, activity=Activity.WORD)).hero.is_enabled

    def test_silence_is_called_what_it_is(self) -> None:
        muted = replace(fakes.poor().findings[0], code="microphone-muted", message="It is muted.")
        hero = shown(after(fakes.outcome(muted))).hero
        assert (hero.headline, hero.sentence) == ("Callers would hear nothing", "It is muted.")
