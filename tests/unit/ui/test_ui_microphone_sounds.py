"""What is played: the own voice as customers hear it, a tone, and a word."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.fakes import microphone_page as fakes
from tests.fakes.wording import EnglishWording
from tests.unit.ui.microphone_situations import (
    IDLE,
    MINUS,
    SPACE,
    after,
    shown,
)
from workspace_assistant.core.readiness.headset.model import HeadsetFacts
from workspace_assistant.core.readiness.headset.outcome import LeakFound
from workspace_assistant.core.readiness.headset.words import check_word
from workspace_assistant.core.readiness.microphone.as_heard import CallKind
from workspace_assistant.core.readiness.microphone.model import Connection
from workspace_assistant.core.readiness.microphone.take import Heard
from workspace_assistant.core.readiness.model import NotMeasured, Outcome
from workspace_assistant.ui.microphone.situation import Activity
from workspace_assistant.ui.microphone.view_state import page_state
from workspace_assistant.ui.theme.colors import Tone


class TestHear:
    def test_only_with_a_recording(self) -> None:
        assert shown(IDLE).hear is None
        assert shown(replace(IDLE, take=fakes.unavailable())).hear is None

    def test_three_ways_to_hear_oneself(self) -> None:
        hear = shown(after(fakes.outcome())).hear
        assert hear is not None
        assert [way.text for way in hear.ways] == [
            "Play as recorded",
            "Play as a phone call",
            "Play as an internet call",
        ]
        assert all(way.is_enabled for way in hear.ways)
        assert hear.can_save

    def test_what_plays_can_be_stopped(self) -> None:
        now = replace(after(fakes.outcome()), activity=Activity.HEAR, hearing=CallKind.G711)
        hear = shown(now).hear
        assert hear is not None
        assert [(way.text, way.is_enabled) for way in hear.ways] == [
            ("Play as recorded", False),
            ("Stop", True),
            ("Play as an internet call", False),
        ]
        assert hear.ways[1].name == "Stop: Play as a phone call"
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
