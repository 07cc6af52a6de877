"""What the microphone page says in every state."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.fakes import microphone_page as fakes
from tests.fakes.wording import EnglishWording
from workspace_assistant.core.readiness.headset.model import HeadsetFacts
from workspace_assistant.core.readiness.headset.outcome import LeakFound
from workspace_assistant.core.readiness.headset.words import check_word
from workspace_assistant.core.readiness.microphone.as_heard import CallKind
from workspace_assistant.core.readiness.microphone.model import (
    Connection,
    LevelReading,
    MicrophoneDevice,
)
from workspace_assistant.core.readiness.microphone.ports import Unavailable, Volume
from workspace_assistant.core.readiness.microphone.scores import SUBJECTS
from workspace_assistant.core.readiness.microphone.take import Heard
from workspace_assistant.core.readiness.model import NotMeasured, Outcome, Severity
from workspace_assistant.ui.microphone.picker_state import PickerState
from workspace_assistant.ui.microphone.score_state import _number
from workspace_assistant.ui.microphone.situation import Activity, Listing, Situation, listing
from workspace_assistant.ui.microphone.view_state import PageState, page_state
from workspace_assistant.ui.theme.colors import Tone

BUILT_IN = MicrophoneDevice(
    id="built-in", name="Built-in microphone", connection=Connection.BUILT_IN
)
JABRA = MicrophoneDevice(
    id="jabra",
    name="Jabra headset",
    is_default=True,
    connection=Connection.USB,
    sample_rate_hz=48_000,
    volume_db=-12.0,
)
OLD = MicrophoneDevice(id="old", name="Old microphone")
IDLE = Situation(
    profile=fakes.PROFILE,
    listing=Listing(devices=(BUILT_IN, JABRA)),
    compared=("built-in", "jabra"),
)
SPACE, MINUS = "\u202f", "\u2212"


def shown(now: Situation) -> PageState:
    return page_state(now, EnglishWording())


def picker_of(now: Situation) -> PickerState:
    picker = shown(now).picker
    assert picker is not None
    return picker


def after(found: Outcome) -> Situation:
    return replace(IDLE, take=fakes.take_of(found), volume=Volume(db=-12.0, is_muted=False))


def recording(phase: str, remaining_s: float = 1.4, **changes: object) -> Situation:
    level = LevelReading(rms_dbfs=-30.0, peak_dbfs=-12.0, phase=phase, remaining_s=remaining_s)
    now = replace(IDLE, activity=Activity.TAKE, level=level, fraction=0.4)
    return replace(now, **changes)  # type: ignore[arg-type]  # fields by name


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
        assert hero.button == "Record again"

    def test_all_good(self) -> None:
        hero = shown(after(fakes.outcome())).hero
        assert (hero.look.tone, hero.headline) == (Tone.OK, "Callers hear you well")
        assert hero.button == "Record again"

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

    def test_no_voice(self) -> None:
        hero = shown(after(fakes.no_voice())).hero
        assert hero.headline == "Your voice could not be measured"
        assert "louder than the quiet part" in hero.sentence

    def test_without_any_reason_it_says_so(self) -> None:
        hero = shown(replace(IDLE, take=fakes.take_of(Outcome(), recording=None))).hero
        assert hero.sentence == "No reason is known."


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

    def test_mute_hands_free_and_other_programs_are_told(self) -> None:
        device = replace(
            JABRA, is_muted=True, is_hands_free=True, used_by=("Calls", "Recorder"), volume_db=None
        )
        picker = shown(replace(IDLE, listing=Listing(devices=(device,)))).picker
        assert picker.detail == (
            f"USB · muted in the system · hands-free mode · 48{SPACE}kHz · "
            "also used by Calls, Recorder"
        )

    def test_what_the_system_does_not_tell_is_left_out(self) -> None:
        silent = replace(OLD, is_default=True, volume_db=float("-inf"))
        picker = shown(replace(IDLE, listing=Listing(devices=(silent,)))).picker
        assert picker.detail == ""
        assert picker.entries[1].text == "Old microphone"

    def test_while_looking_nothing_is_claimed(self) -> None:
        picker = picker_of(replace(IDLE, listing=None))
        assert picker.note == "Looking for microphones"
        assert (picker.name, picker.trouble) == ("System default", "")

    def test_no_microphone_at_all(self) -> None:
        picker = shown(replace(IDLE, listing=Listing(devices=()))).picker
        assert picker.trouble.startswith("No microphone found.")
        assert [entry.text for entry in picker.entries] == ["System default"]

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


class TestLive:
    def test_only_while_something_is_heard(self) -> None:
        assert shown(IDLE).live is None
        assert shown(replace(IDLE, activity=Activity.TAKE)).live is None

    def test_the_band_to_be_in_is_shown_for_speech_alone(self) -> None:
        quiet, speech = shown(recording("quiet")).live, shown(recording("speech")).live
        assert quiet is not None
        assert quiet.target is None
        assert speech is not None
        assert speech.target == (-34, -12)

    def test_nothing_else_draws_the_eye_then(self) -> None:
        state = shown(replace(recording("speech"), take=fakes.take_of(fakes.poor())))
        assert (state.picker, state.scores, state.numbers, state.advice) == (None, (), None, None)
        assert (state.changes, state.hear, state.compare, state.headset) == (None,) * 4


class TestScores:
    def test_four_answers_in_words(self) -> None:
        scores = shown(after(fakes.poor())).scores
        assert [(score.title, score.word) for score in scores] == [
            ("Loud enough", "No"),
            ("Clear", "Yes"),
            ("Quiet room", "Yes"),
            ("No technical faults", "Not quite"),
        ]

    def test_what_was_not_measured_says_why(self) -> None:
        scores = {score.id: score for score in shown(after(fakes.no_voice())).scores}
        assert scores["clear"].word == "Not tested"
        assert scores["clear"].sentence == "No speech stood out from the background noise."

    def test_the_level_stands_on_the_meter_of_its_score_alone(self) -> None:
        loud, *others = shown(after(fakes.outcome())).scores
        assert (loud.level_dbfs, loud.target) == (-24.2, (-34, -12))
        assert all(score.level_dbfs is None for score in others)

    def test_without_a_recording_there_are_none(self) -> None:
        assert shown(replace(IDLE, take=fakes.unavailable())).scores == ()

    def test_one_opens_its_numbers_with_their_limits(self) -> None:
        state = shown(replace(after(fakes.poor()), explained="no-faults"))
        assert [score.link for score in state.scores] == [
            *["Show the numbers"] * 3,
            "Hide the numbers",
        ]
        assert state.numbers is not None
        assert state.numbers.title == "No technical faults: the numbers"
        assert state.numbers.conditions.startswith("Measured with: device Jabra headset")
        rows = {row.label: (row.value, row.note) for row in state.numbers.rows}
        assert rows["Mains hum"] == (f"{MINUS}48{SPACE}dBFS", f"Good: up to {MINUS}60{SPACE}dBFS.")
        assert rows["Distorted moments"] == ("0", "Good: up to 1.")
        assert rows["Dropouts"] == ("0", "Good: none.")
        assert rows["Clock error"] == (f"14{SPACE}ppm", f"Good: up to 500{SPACE}ppm.")

    def test_what_is_missing_among_them_says_why(self) -> None:
        state = shown(replace(after(fakes.poor()), explained="clear"))
        assert state.numbers is not None
        missing = state.numbers.rows[-1]
        assert (missing.label, missing.value) == ("Echo of the room", "not measured")
        assert missing.note.startswith("Too few words end in a pause")

    def test_a_number_without_limit_stands_alone(self) -> None:
        row = _number(fakes.outcome().measurements[0], None, EnglishWording())
        assert (row.label, row.note) == ("Speech level", "")

    @pytest.mark.parametrize("score", SUBJECTS)
    def test_every_score_can_be_opened(self, score: str) -> None:
        state = shown(replace(after(fakes.outcome()), explained=score))
        assert state.numbers is not None
        assert state.numbers.rows

    def test_numbers_of_nothing_are_not_shown(self) -> None:
        open_score = replace(IDLE, explained="clear")
        assert shown(open_score).numbers is None
        assert shown(replace(open_score, take=fakes.unavailable())).numbers is None
        bare = replace(after(fakes.outcome()), explained="clear", profile=None)
        assert shown(bare).numbers is None
        nothing = fakes.outcome(gaps={"snr": "no-noise", "noise_floor": "no-noise"})
        state = shown(replace(after(nothing), explained="quiet-room"))
        assert state.numbers is not None
        assert state.numbers.conditions == ""

    def test_scores_are_shown_even_while_the_profile_is_away(self) -> None:
        state = shown(replace(after(fakes.outcome()), profile=None))
        assert state.scores[0].target is None


class TestAdvice:
    def test_nothing_to_do(self) -> None:
        assert shown(after(fakes.outcome())).advice is None
        assert shown(IDLE).advice is None
        assert shown(replace(after(fakes.poor()), profile=None)).advice is None

    def test_steps_in_the_order_of_their_weight(self) -> None:
        found = fakes.poor()
        turned = replace(found, findings=found.findings[::-1])
        advice = shown(after(turned)).advice
        assert advice is not None
        assert [step.number for step in advice.steps] == ["1.", "2.", "3."]
        assert advice.steps[0].action.startswith("Raise the input level by about 10")
        assert advice.steps[1].action.startswith("Unplug the charger")
        assert advice.steps[2].word == "Note"

    def test_the_same_step_is_told_once(self) -> None:
        found = fakes.quiet_voice()
        twice = replace(found, findings=found.findings * 2)
        advice = shown(after(twice)).advice
        assert advice is not None
        assert len(advice.steps) == 1

    def test_a_button_does_the_step_where_the_volume_can_be_set(self) -> None:
        advice = shown(after(fakes.quiet_voice())).advice
        assert advice is not None
        assert (advice.button, advice.change_db) == (f"Raise the input by 5{SPACE}dB", 5)
        assert (advice.note, advice.again) == ("", "")

    def test_loud_voices_are_lowered(self) -> None:
        loud = replace(
            fakes.outcome(active_speech_level=-8.0), findings=fakes.quiet_voice().findings
        )
        advice = shown(after(loud)).advice
        assert advice is not None
        assert (advice.button, advice.change_db) == (f"Lower the input by 4{SPACE}dB", -4)

    def test_elsewhere_it_says_why_there_is_no_button(self) -> None:
        now = replace(after(fakes.quiet_voice()), volume=None, volume_trouble="Not from here.")
        advice = shown(now).advice
        assert advice is not None
        assert (advice.button, advice.note) == ("", "Not from here.")
        good = replace(after(fakes.outcome()), volume=None, volume_trouble="Not from here.")
        assert shown(good).advice is None

    def test_after_the_change_it_offers_to_record_again(self) -> None:
        advice = shown(replace(after(fakes.quiet_voice()), volume_note="It is louder now.")).advice
        assert advice is not None
        assert (advice.button, advice.note, advice.again) == (
            "",
            "It is louder now.",
            "Record again",
        )


class TestChanges:
    def test_only_against_a_recording_before(self) -> None:
        assert shown(after(fakes.outcome())).changes is None
        assert shown(IDLE).changes is None

    def test_before_and_now(self) -> None:
        now = replace(after(fakes.outcome()), before=fakes.take_of(fakes.quiet_voice()))
        changes = shown(now).changes
        assert changes is not None
        level = changes.rows[0]
        assert (level.label, level.value) == ("Speech level", f"{MINUS}24.2{SPACE}dBov")
        assert level.note == f"{MINUS}38.6{SPACE}dBov before"

    def test_no_difference_is_said_too(self) -> None:
        now = replace(after(fakes.outcome()), before=fakes.take_of(fakes.outcome()))
        changes = shown(now).changes
        assert changes is not None
        assert changes.rows == ()
        assert changes.sentence.startswith("Nothing differs")


class TestHear:
    def test_only_with_a_recording(self) -> None:
        assert shown(IDLE).hear is None
        assert shown(replace(IDLE, take=fakes.unavailable())).hear is None

    def test_three_ways_to_hear_oneself(self) -> None:
        hear = shown(after(fakes.outcome())).hear
        assert hear is not None
        assert [way.text for way in hear.ways] == [
            "As recorded",
            "On a phone call",
            "On an internet call",
        ]
        assert all(way.is_enabled for way in hear.ways)
        assert hear.can_save

    def test_what_plays_can_be_stopped(self) -> None:
        now = replace(after(fakes.outcome()), activity=Activity.HEAR, hearing=CallKind.G711)
        hear = shown(now).hear
        assert hear is not None
        assert [(way.text, way.is_enabled) for way in hear.ways] == [
            ("As recorded", False),
            ("Stop", True),
            ("On an internet call", False),
        ]
        assert hear.ways[1].name == "Stop: On a phone call"
        stopping = shown(replace(now, is_stopping=True)).hear
        assert stopping is not None
        assert not any(way.is_enabled for way in stopping.ways)

    @pytest.mark.parametrize(
        ("heard", "words"),
        [
            (Heard(kind=None), "as it was recorded."),
            (Heard(kind=CallKind.G711, loss_fraction=0.021), f"2.1{SPACE}% of its packets"),
            (Heard(kind=CallKind.WIDEBAND, loss_fraction=0.0), "found none missing"),
            (Heard(kind=CallKind.WIDEBAND), "no voice path was measured yet"),
        ],
    )
    def test_it_says_what_was_done_to_the_voice(self, heard: Heard, words: str) -> None:
        hear = shown(replace(after(fakes.outcome()), heard=heard)).hear
        assert hear is not None
        assert words in hear.sentence

    def test_losses_are_called_the_most_there_can_be(self) -> None:
        heard = Heard(kind=CallKind.G711, loss_fraction=0.021)
        hear = shown(replace(after(fakes.outcome()), heard=heard)).hear
        assert hear is not None
        assert hear.sentence.endswith("so a customer misses at most this much.")

    def test_why_nothing_sounded(self) -> None:
        hear = shown(replace(after(fakes.outcome()), hear_trouble="No output.")).hear
        assert hear is not None
        assert hear.trouble == "No output."


class TestCompare:
    def test_one_microphone_cannot_be_compared(self) -> None:
        compare = shown(replace(IDLE, listing=Listing(devices=(JABRA,)), compared=("jabra",)))
        assert compare.compare is not None
        assert compare.compare.hint.startswith("There is only one microphone.")
        assert (compare.compare.choices, compare.compare.button) == ((), "")

    def test_two_are_needed(self) -> None:
        compare = shown(replace(IDLE, compared=("jabra",))).compare
        assert compare is not None
        assert compare.hint == "Choose at least two."
        assert (compare.button, compare.is_enabled) == ("Compare", False)

    def test_all_real_ones_to_begin_with(self) -> None:
        compare = shown(IDLE).compare
        assert compare is not None
        assert [(choice.text, choice.is_ticked) for choice in compare.choices] == [
            ("Built-in microphone · built in", True),
            ("Jabra headset · USB", True),
        ]
        assert (compare.button, compare.is_enabled) == ("Compare 2 microphones", True)
        assert "7 seconds" in compare.hint

    def test_a_microphone_of_unknown_connection_has_its_name_alone(self) -> None:
        compare = shown(replace(IDLE, listing=Listing(devices=(JABRA, OLD)))).compare
        assert compare is not None
        assert compare.choices[1].text == "Old microphone"

    def test_side_by_side(self) -> None:
        found = fakes.comparison(
            (JABRA, fakes.outcome(gaps={"audio_bandwidth": "band-unclear"})),
            (BUILT_IN, fakes.poor()),
            (OLD, fakes.unavailable().outcome),
        )
        compare = shown(replace(IDLE, comparison=found)).compare
        assert compare is not None
        assert compare.sentence == found.sentence
        assert compare.headings[:3] == ("Microphone", "Result", "Speech level")
        first, second, third = compare.rows
        assert first.name == "Jabra headset"
        assert first.cells == (
            f"{MINUS}24.2{SPACE}dBov",
            f"{MINUS}55.4{SPACE}dBFS(A)",
            f"31.2{SPACE}dB",
            "\u2013",
        )
        assert second.word == "Not ready"
        assert third.cells == ()
        assert third.why.startswith("Another program holds")

    def test_the_best_is_offered_where_another_one_is_used(self) -> None:
        found = fakes.comparison((JABRA, fakes.outcome()), (BUILT_IN, fakes.poor()))
        offered = shown(replace(IDLE, comparison=found, microphone="built-in")).compare
        assert offered is not None
        assert (offered.use, offered.best) == ("Use Jabra headset", JABRA)
        for chosen in ("", "jabra"):
            used = shown(replace(IDLE, comparison=found, microphone=chosen)).compare
            assert used is not None
            assert (used.use, used.best) == ("", None)


class TestHeadset:
    def test_before_the_look_nothing_is_claimed(self) -> None:
        headset = shown(IDLE).headset
        assert headset is not None
        assert headset.facts == ("Looking at the headset",)
        assert (headset.remarks, headset.leak) == ((), None)

    def test_facts_are_sentences(self) -> None:
        headset = shown(replace(IDLE, headset=fakes.headset_facts())).headset
        assert headset is not None
        assert headset.facts == (
            "You speak into Test Headset (USB).",
            "You hear through Test Headset Stereo (USB).",
        )
        assert headset.leak is None

    def test_what_the_system_does_not_tell_is_left_out(self) -> None:
        facts = replace(
            fakes.FACTS, playback=replace(fakes.FACTS.playback, connection=Connection.UNKNOWN)
        )
        headset = shown(replace(IDLE, headset=fakes.headset_facts(facts))).headset
        assert headset is not None
        assert headset.facts[1] == "You hear through Test Headset Stereo."
        deaf = fakes.headset_facts(replace(fakes.FACTS, playback=None))
        alone = shown(replace(IDLE, headset=deaf)).headset
        assert alone is not None
        assert len(alone.facts) == 1
        assert alone.remarks[0].message == "There is no output to hear callers with."

    def test_a_system_that_tells_nothing(self) -> None:
        headset = shown(replace(IDLE, headset=fakes.headset_facts(HeadsetFacts()))).headset
        assert headset is not None
        assert headset.facts == ("This system does not tell how the headset is connected.",)

    def test_a_microphone_that_cannot_be_had(self) -> None:
        gap = NotMeasured(id="headset", reason="no-device", detail="There is no microphone.")
        headset = shown(replace(IDLE, headset=Outcome(not_measured=(gap,)))).headset
        assert headset is not None
        assert headset.facts == ("There is no microphone.",)
        assert headset.leak is None

    def test_findings_stand_there_with_their_next_step(self) -> None:
        shared = replace(fakes.FACTS, others_recording=("Call program",))
        headset = shown(replace(IDLE, headset=fakes.headset_facts(shared))).headset
        assert headset is not None
        (remark,) = headset.remarks
        assert "Call program" in remark.message
        assert remark.action.startswith("Close those")

    def test_a_small_leak_is_good(self) -> None:
        leaking = fakes.headset_facts(leak=LeakFound("", level_db=-48.3))
        headset = shown(replace(IDLE, headset=leaking)).headset
        assert headset is not None
        assert headset.leak is not None
        assert headset.leak.look.tone is Tone.OK
        assert headset.leak.message == (
            f"The microphone hears {MINUS}48.3{SPACE}dB of what is played. "
            f"Good: up to {MINUS}35{SPACE}dB."
        )
        bare = shown(replace(IDLE, headset=leaking, profile=None)).headset
        assert bare is not None
        assert bare.leak is not None
        assert bare.leak.message.endswith("of what is played.")

    def test_a_loud_leak_stands_beside_its_button_with_advice(self) -> None:
        leaking = fakes.headset_facts(leak=LeakFound("", level_db=-18.4))
        headset = shown(replace(IDLE, headset=leaking)).headset
        assert headset is not None
        assert headset.leak is not None
        assert headset.leak.look.tone is Tone.BAD
        assert headset.leak.action.startswith("Lower the output volume")
        assert headset.remarks == ()

    def test_a_tone_that_was_not_found_says_so(self) -> None:
        unheard = fakes.headset_facts(leak=LeakFound("no-leak-found"))
        headset = shown(replace(IDLE, headset=unheard)).headset
        assert headset is not None
        assert headset.leak is not None
        assert headset.leak.word == "Not tested"
        assert "too little leaks" in headset.leak.message

    def test_a_tone_can_be_stopped(self) -> None:
        headset = page_state(replace(IDLE, activity=Activity.WORD), EnglishWording()).headset
        assert headset is not None
        assert (headset.tone_button, headset.tone_enabled) == ("Play a test tone", False)
        toning = shown(replace(IDLE, activity=Activity.TONE)).headset
        assert toning is not None
        assert (toning.tone_button, toning.tone_enabled) == ("Stop", True)
        stopping = shown(replace(IDLE, activity=Activity.TONE, is_stopping=True)).headset
        assert stopping is not None
        assert not stopping.tone_enabled

    def test_a_word_is_asked_for_after_it_was_played(self) -> None:
        before = shown(IDLE).headset
        assert before is not None
        assert (before.word_button, before.choices) == ("Play a word", ())
        word = check_word(2)
        asked = shown(replace(IDLE, word=word)).headset
        assert asked is not None
        assert (asked.word_button, asked.question) == (
            "Play another word",
            "Which word did you hear?",
        )
        assert asked.choices == word.choices
        assert asked.answer is None

    @pytest.mark.parametrize(
        ("answer", "tone", "begin"),
        [
            ("Paper", Tone.OK, "“paper” is right"),
            ("garden", Tone.CAUTION, "It was “paper”."),
            ("", Tone.CAUTION, "It was “paper”."),
        ],
    )
    def test_the_answer_is_held_against_the_word(self, answer: str, tone: Tone, begin: str) -> None:
        headset = shown(replace(IDLE, word=check_word(2), answer=answer)).headset
        assert headset is not None
        assert headset.answer is not None
        assert headset.answer.look.tone is tone
        assert headset.answer.message.startswith(begin)
        assert headset.choices == ()

    def test_a_word_that_did_not_sound_is_not_asked_for(self) -> None:
        headset = shown(replace(IDLE, word=check_word(2), word_trouble="No output.")).headset
        assert headset is not None
        assert (headset.word_trouble, headset.choices) == ("No output.", ())


def test_severities_decide_the_order_of_steps() -> None:
    found = fakes.poor().findings
    assert [one.severity for one in found] == [
        Severity.NOT_READY,
        Severity.CAUTION,
        Severity.INFO,
    ]
