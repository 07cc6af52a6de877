"""What is chosen, what comes first, what is held back, and that all of it is said."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.tips import DAY, NOON, PETS, SHIFT, a_moment, a_tip, an_offer, facts_of
from workspace_assistant.core.tips.choosing import choose
from workspace_assistant.core.tips.model import (
    Answer,
    Choice,
    Grade,
    Moment,
    Period,
    Quote,
    Stand,
    Tip,
    TipEvent,
    Why,
)
from workspace_assistant.core.tips.texts import REASONS

HOUR, DAYS = timedelta(hours=1), timedelta(days=1)
LATER = NOON + 30 * DAYS
TIP = a_tip("pets")


def why(choice: Choice, tip_id: str) -> Why:
    return next(one for one in choice.whys if one.tip.id == tip_id)


def said(tip_id: str, answer: Answer, period: str = "before") -> TipEvent:
    return TipEvent(at=NOON, tip_id=tip_id, answer=answer, period=period)


class TestWhatFits:
    def test_it_is_chosen_with_the_fact(self) -> None:
        choice = choose([TIP], PETS, [], a_moment())
        assert choice.tip == TIP
        assert choice.reason == "fits"
        parts = {"name": "interruptions.pet.week", "value": "4"}
        assert choice.quotes == (
            Quote(
                name="interruptions.pet.week", value=4, sentence="{name} is {value}.", parts=parts
            ),
        )
        assert why(choice, "pets").stand is Stand.CHOSEN

    def test_it_is_not_relevant_and_the_fact_says_why(self) -> None:
        choice = choose([TIP], facts_of(interruptions__pet__week=1), [], a_moment())
        assert (choice.tip, choice.reason, choice.held_back) == (None, "nothing-fits", None)
        found = why(choice, "pets")
        assert (found.stand, found.reason) == (Stand.NOT_RELEVANT, "condition-fails")
        assert [one.value for one in found.quotes] == [1]

    def test_it_is_not_known_and_the_reason_is_said(self) -> None:
        facts = facts_of(interruptions__pet__week=None)
        found = why(choose([TIP], facts, [], a_moment()), "pets")
        assert (found.stand, found.reason) == (Stand.NOT_KNOWN, "facts-missing")
        assert found.unknown == (facts["interruptions.pet.week"],)


class TestOnceSeen:
    def test_not_again_within_seven_days(self) -> None:
        offer = an_offer("pets", NOON - 7 * DAYS, "before")
        early = choose([TIP], PETS, [offer], a_moment(NOON - timedelta(seconds=1)))
        assert why(early, "pets").reason == "shown-lately"
        assert why(early, "pets").stand is Stand.HELD_BACK
        assert choose([TIP], PETS, [offer], a_moment()).tip == TIP

    def test_a_longer_time_of_its_own(self) -> None:
        tip = a_tip("pets", cooldown_days=30)
        offer = an_offer("pets", NOON - 29 * DAYS, "before")
        assert choose([tip], PETS, [offer], a_moment()).tip is None
        assert choose([tip], PETS, [offer], a_moment(NOON + DAYS)).tip == tip

    def test_a_clock_that_was_set_back_brings_it_no_sooner(self) -> None:
        offer = an_offer("pets", NOON + HOUR, "before")
        assert choose([TIP], PETS, [offer], a_moment()).tip is None

    def test_a_clock_that_was_a_year_ahead_does_not_silence_it(self) -> None:
        offer = an_offer("pets", NOON + 365 * DAYS, "before")
        assert choose([TIP], PETS, [offer], a_moment()).tip == TIP

    def test_not_now_is_for_this_shift(self) -> None:
        events = [said("pets", Answer.NOT_NOW, SHIFT.key)]
        assert why(choose([TIP], PETS, events, a_moment()), "pets").reason == "not-now"
        moment = a_moment(period=Period(key="shift-2", is_shift=True))
        assert choose([TIP], PETS, events, moment).tip == TIP

    def test_does_not_apply_is_for_good_and_can_be_taken_back(self) -> None:
        away = [said("pets", Answer.DOES_NOT_APPLY)]
        assert why(choose([TIP], PETS, away, a_moment(LATER)), "pets").reason == "does-not-apply"
        back = [*away, said("pets", Answer.PUT_BACK)]
        assert choose([TIP], PETS, back, a_moment(LATER)).tip == TIP

    def test_what_helped_may_come_again_after_seven_days(self) -> None:
        events = [an_offer("pets", NOON, "before"), said("pets", Answer.HELPED)]
        assert choose([TIP], PETS, events, a_moment(NOON + 6 * DAYS)).tip is None
        assert choose([TIP], PETS, events, a_moment(NOON + 7 * DAYS)).tip == TIP


class TestOrder:
    def chosen(self, tips: list[Tip], *events: TipEvent) -> str:
        choice = choose(tips, PETS, events, a_moment(LATER))
        assert choice.tip is not None
        assert why(choice, choice.tip.id).stand is Stand.CHOSEN
        others = [one for one in choice.whys if one.tip != choice.tip and one.stand is Stand.FITS]
        assert all(one.reason == "another-first" for one in others)
        return choice.tip.id

    def test_what_helped_comes_first(self) -> None:
        tips = [a_tip("strong", grade=Grade.REVIEW), a_tip("helped", grade=Grade.IDEA)]
        events = [an_offer("helped", NOON, "before"), said("helped", Answer.HELPED)]
        assert self.chosen(tips, *events) == "helped"

    def test_not_if_it_turned_out_not_to_apply(self) -> None:
        tips = [a_tip("strong", grade=Grade.REVIEW), a_tip("helped", grade=Grade.IDEA)]
        events = [
            said("helped", Answer.HELPED),
            said("helped", Answer.DOES_NOT_APPLY),
            said("helped", Answer.PUT_BACK),
        ]
        assert self.chosen(tips, *events) == "strong"

    def test_then_another_topic_than_before_in_this_shift(self) -> None:
        tips = [
            a_tip("seen", topic="noise", cooldown_days=7),
            a_tip("same", topic="noise", grade=Grade.REVIEW),
            a_tip("other", topic="desk", grade=Grade.IDEA),
        ]
        assert self.chosen(tips, an_offer("seen", LATER - 2 * HOUR)) == "other"
        assert self.chosen(tips, an_offer("seen", LATER - 2 * HOUR, "yesterday")) == "same"

    def test_a_tip_that_left_the_catalog_is_of_no_topic(self) -> None:
        assert self.chosen([TIP], an_offer("gone", LATER - 2 * HOUR)) == "pets"

    def test_then_what_was_shown_least_often(self) -> None:
        tips = [a_tip("often", grade=Grade.REVIEW), a_tip("never", grade=Grade.IDEA)]
        assert self.chosen(tips, an_offer("often", NOON, "before")) == "never"

    def test_then_the_stronger_evidence(self) -> None:
        grades = [Grade.IDEA, Grade.GUIDANCE, Grade.REVIEW, Grade.STUDY]
        assert self.chosen([a_tip(grade.name.lower(), grade=grade) for grade in grades]) == "review"

    def test_then_the_fact_farthest_beyond_its_number(self) -> None:
        near = a_tip("near", "interruptions.pet.week >= 4")
        far = a_tip("far", "interruptions.pet.week >= 2")
        assert self.chosen([near, far]) == "far"

    def test_then_the_catalog(self) -> None:
        assert self.chosen([a_tip("first"), a_tip("second")]) == "first"

    @given(st.randoms(use_true_random=False))
    def test_no_chance_is_in_it(self, random: Random) -> None:
        """Whatever order the tips stand in, only equals may change places."""
        tips = [
            a_tip(f"tip-{topic}-{grade.value.lower()}", topic=topic, grade=grade)
            for topic in ("noise", "desk")
            for grade in Grade
        ]
        random.shuffle(tips)
        found = choose(tips, PETS, [], a_moment())
        assert found.tip is not None
        assert found.tip.grade is Grade.REVIEW
        assert found == choose(tips, PETS, [], a_moment())


class TestHeldBack:
    @pytest.mark.parametrize(
        ("moment", "reason"),
        [
            (a_moment(in_call=True), "in-call"),
            (a_moment(in_block=True), "open-block"),
            (a_moment(in_call=True, in_block=True), "in-call"),
        ],
    )
    def test_in_a_call_or_a_block_nothing_comes(self, moment: Moment, reason: str) -> None:
        choice = choose([TIP, a_tip("other")], PETS, [], moment)
        assert (choice.tip, choice.reason, choice.quotes) == (None, reason, ())
        assert choice.held_back == TIP
        assert {(one.stand, one.reason) for one in choice.whys} == {(Stand.HELD_BACK, reason)}

    def test_where_calls_cannot_be_seen_it_comes_and_that_is_said(self) -> None:
        choice = choose([TIP], PETS, [], a_moment(in_call=None))
        assert choice.tip == TIP
        assert choice.in_call is None

    def test_one_an_hour_and_when_the_next_may_come(self) -> None:
        offer = an_offer("other", NOON - timedelta(minutes=20), "before")
        choice = choose([TIP], PETS, [offer], a_moment())
        assert (choice.tip, choice.reason) == (None, "once-an-hour")
        assert choice.may_come_at == NOON + timedelta(minutes=40)
        assert choose([TIP], PETS, [offer], a_moment(NOON + timedelta(minutes=40))).tip == TIP

    def test_three_a_shift(self) -> None:
        offers = [an_offer(f"other-{number}", NOON - number * HOUR) for number in (3, 2, 1)]
        choice = choose([TIP], PETS, offers, a_moment())
        assert (choice.tip, choice.reason, choice.may_come_at) == (None, "three-a-shift", None)
        assert choose([TIP], PETS, offers[:2], a_moment()).tip == TIP
        assert choose([TIP], PETS, offers, a_moment(period=DAY)).tip == TIP

    def test_three_a_day_where_no_shift_runs(self) -> None:
        offers = [an_offer(f"{number}", NOON - number * HOUR, DAY.key) for number in (3, 2, 1)]
        assert choose([TIP], PETS, offers, a_moment(period=DAY)).reason == "three-a-day"

    def test_where_nothing_fits_that_is_the_reason(self) -> None:
        choice = choose([TIP], {}, [], a_moment(in_call=True))
        assert (choice.reason, choice.held_back) == ("nothing-fits", None)
        assert why(choice, "pets").stand is Stand.NOT_KNOWN


@given(
    st.lists(
        st.builds(
            TipEvent,
            at=st.integers(-200, 0).map(lambda hours: NOON + hours * HOUR),
            tip_id=st.sampled_from(["a", "b", "c", "d", "e"]),
            answer=st.sampled_from([None, *Answer]),
            period=st.sampled_from([SHIFT.key, "before"]),
        ),
        max_size=12,
    ),
    st.booleans(),
)
def test_every_tip_is_explained_and_no_rule_is_ever_broken(
    events: list[TipEvent],
    in_call: bool,
) -> None:
    tips = [a_tip(name) for name in "abcd"] + [a_tip("e", "interruptions.pet.week >= 9")]
    choice = choose(tips, PETS, events, replace(a_moment(), in_call=in_call))
    assert [one.tip for one in choice.whys] == tips
    assert {one.reason for one in choice.whys} | {choice.reason} <= set(REASONS)
    chosen = [one.tip for one in choice.whys if one.stand is Stand.CHOSEN]
    assert chosen == ([] if choice.tip is None else [choice.tip])
    if choice.tip is None:
        return
    offers = [event for event in events if event.answer is None]
    assert not in_call
    assert choice.tip.id != "e"
    assert sum(event.period == SHIFT.key for event in offers) < 3
    assert all(NOON - event.at >= HOUR for event in offers)
    assert all(NOON - one.at >= 7 * DAYS for one in offers if one.tip_id == choice.tip.id)
    answers = [event for event in events if event.tip_id == choice.tip.id and event.answer]
    refused = [event.period for event in answers if event.answer is Answer.NOT_NOW]
    assert refused[-1:] != [SHIFT.key]
    settled = [event.answer for event in answers if event.answer is not Answer.NOT_NOW]
    assert settled[-1:] != [Answer.DOES_NOT_APPLY]
