from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from tests.fakes import focus_days as days
from tests.fakes.wording import EnglishWording
from workspace_assistant.core.focus.accounting import away_s, worked_s
from workspace_assistant.core.focus.answers import Question
from workspace_assistant.core.focus.model import Block, Cause, Gap, GapReason
from workspace_assistant.core.focus.recovery import Evidence
from workspace_assistant.core.focus.service import Now
from workspace_assistant.ui.focus.day_state import day_state, ribbon_state
from workspace_assistant.ui.focus.day_summary import between_s
from workspace_assistant.ui.focus.question_state import question_state
from workspace_assistant.ui.focus.running_state import running_state
from workspace_assistant.ui.focus.situation import Conflict, Day, Return, Situation
from workspace_assistant.ui.focus.view_state import news, page_state
from workspace_assistant.ui.theme.colors import Tone
from workspace_assistant.ui.widgets.ribbon_parts import Part, RibbonState

WORDING = EnglishWording()
TODAY = date(2026, 11, 23)


def running(clock: str = "10:00", **changes: object) -> Now:
    """A block since 09:38, at *clock*."""
    block = replace(days.block("Refund queue", "09:38", None, tags=("billing",)), **changes)  # type: ignore[arg-type]  # fields by name
    return Now(at=days.at(clock), block=block, heartbeat=None, left_alone=None)


def day_of(*blocks: Block, on: date = TODAY, today: date = TODAY) -> Day:
    start = datetime.combine(on, datetime.min.time(), days.DAY.tzinfo) + timedelta(hours=4)
    return Day(on=on, today=today, start=start, end=start + timedelta(days=1), blocks=blocks)


def quiet(clock: str = "17:00") -> Now:
    return Now(at=days.at(clock), block=None, heartbeat=None, left_alone=None)


def plain(text: str) -> str:
    return text.replace("\u202f", " ").replace("\u2013", "-")


def shown(now: Now) -> tuple[str, str, str]:
    """Detail, sentence and digits of the open block."""
    assert now.block is not None
    state = running_state(now, now.block, WORDING)
    return plain(state.detail), plain(state.sentence), state.ring.digits


class TestThePage:
    def test_before_the_first_look(self) -> None:
        state = page_state(Situation(), WORDING)
        assert state.is_reading
        assert state.start is state.running is state.day is None

    def test_trouble_stands_alone(self) -> None:
        state = page_state(Situation(now=running(), trouble="The disk is full."), WORDING)
        assert (state.trouble, state.running) == ("The disk is full.", None)

    def test_without_a_block(self) -> None:
        state = page_state(Situation(now=quiet(), day=day_of()), WORDING)
        assert state.is_first_time
        assert state.start is not None
        assert state.running is None

    def test_with_one(self) -> None:
        state = page_state(Situation(now=running(), day=day_of()), WORDING)
        assert state.start is None
        assert state.running is not None
        assert state.interruption is not None
        assert not state.is_first_time

    def test_one_that_was_left_alone_is_asked_about_first(self) -> None:
        asked = Question(block=days.full_day()[2], gap=days.full_day()[2].gaps[1])
        now = Situation(now=left_alone(), questions=(asked,))
        state = page_state(now, WORDING)
        assert state.recovery is not None
        assert state.question is state.interruption is state.welcome is None


def left_alone(*, is_restarted: bool = True, was_watched: bool = True) -> Now:
    found = Evidence(
        last_seen_at=days.at("10:00"),
        now=days.at("13:05"),
        is_restarted=is_restarted,
        was_watched=was_watched,
    )
    return replace(running("13:05"), left_alone=found)


class TestNews:
    def news(self, before: Situation, now: Situation) -> str:
        return plain(news(page_state(before, WORDING), page_state(now, WORDING)))

    def test_nothing_new(self) -> None:
        now = Situation(now=running())
        assert self.news(now, now) == ""
        assert self.news(Situation(now=quiet()), Situation(now=quiet())) == ""
        assert self.news(now, Situation(now=running("10:01"))) == ""

    def test_a_question_is_told_once(self) -> None:
        block = days.full_day()[2]
        first, second = (
            Situation(now=quiet(), questions=(Question(block=block, gap=gap),))
            for gap in block.gaps
        )
        assert self.news(Situation(now=quiet()), first).startswith("What was 10:04 - 10:12?")
        assert self.news(first, first) == ""
        assert self.news(first, second).startswith("What was 10:30 - 10:38?")

    def test_a_block_left_alone(self) -> None:
        told = self.news(Situation(now=running()), Situation(now=left_alone()))
        assert told.startswith(
            "“Refund queue” was left alone. How did it go on? Last seen at 10:00"
        )

    def test_back_from_a_long_interruption(self) -> None:
        one = days.interruption("09:45", Cause.DOOR, "09:51")
        now = running(interruptions=(one,))
        assert now.block is not None
        back = Situation(now=now, came_back=Return(block_id=now.block.id, interruption=one))
        assert self.news(Situation(now=now), back).startswith("Back after 6 min.")

    def test_an_overlap_that_a_correction_ran_into(self) -> None:
        now = Situation(now=quiet(), day=day_of(), editing="")
        conflict = Conflict(sentence="This time is taken.", block_id="", retry=lambda _: None)
        refused = replace(now, conflict=conflict)
        assert self.news(now, refused) == "This time is taken."
        assert self.news(replace(now, editing=None), refused) == "This time is taken."
        assert self.news(refused, refused) == ""

    def test_the_end_of_the_plan(self) -> None:
        told = self.news(Situation(now=running()), Situation(now=running("10:28")))
        assert told == "The planned 50 min are over. A break of 10 min fits now."


class TestTheRunningBlock:
    def test_it_counts_down(self) -> None:
        assert shown(running()) == ("Phone · #billing · since 09:38", "", "28:00")
        state = running_state(running(), running().block, WORDING)  # type: ignore[arg-type]  # there is one
        assert state.ring.fraction == pytest.approx(22 / 50)
        assert plain(state.ring.below) == "of 50 min"
        assert plain(state.ring.description) == "28:00 left of 50 min"
        assert (state.proceed, state.is_held, state.can_extend) == ("Pause", False, True)

    def test_beyond_its_plan(self) -> None:
        detail, sentence, digits = shown(running("10:30:12"))
        assert detail == "Phone · #billing · since 09:38"
        assert sentence == "The planned 50 min are over. A break of 10 min fits now."
        assert digits == "+02:12"
        now = running("10:30", planned_s=2400.0)
        assert shown(now)[1] == "The planned 40 min are over. Stop, or take 10 min more."
        ring = running_state(now, now.block, WORDING).ring  # type: ignore[arg-type]  # there is one
        assert (ring.fraction, ring.tone) == (1.0, Tone.OK)
        assert plain(ring.description) == "12:00 over the planned 40 min"

    @pytest.mark.parametrize(
        ("planned_s", "below"),
        [(5400.0, "of 1:30 h"), (7200.0, "of 2 h"), (3660.0, "of 1:01 h"), (3000.0, "of 50 min")],
    )
    def test_a_long_plan_fits_into_the_ring(self, planned_s: float, below: str) -> None:
        now = running(planned_s=planned_s)
        ring = running_state(now, now.block, WORDING).ring  # type: ignore[arg-type]  # there is one
        assert plain(ring.below) == below

    def test_without_a_plan(self) -> None:
        now = running(planned_s=None)
        assert shown(now)[1:] == ("", "22:00")
        state = running_state(now, now.block, WORDING)  # type: ignore[arg-type]  # there is one
        assert state.ring.fraction is None
        assert state.ring.description == "22:00 worked, no planned length"
        assert not state.can_extend

    @pytest.mark.parametrize(
        ("reason", "sentence", "proceed", "can_rest"),
        [
            (GapReason.PAUSE, "Paused since 09:50. The clock stands still.", "Resume", False),
            (GapReason.BREAK, "On a break since 09:50. The clock stands still.", "Resume", False),
            (GapReason.IDLE, "No input since 09:50. ", "I am back", True),
            (GapReason.LOCK, "The screen is locked since 09:50. ", "I am back", True),
            (GapReason.SUSPEND, "The computer was asleep since 09:50. ", "I am back", True),
            (GapReason.NOT_WATCHED, "Nobody watched since 09:50. ", "I am back", True),
        ],
    )
    def test_while_the_clock_stands(
        self, reason: GapReason, sentence: str, proceed: str, can_rest: bool
    ) -> None:
        now = running(gaps=(days.gap("09:50", None, reason),))
        assert now.block is not None
        state = running_state(now, now.block, WORDING)
        assert state.sentence.startswith(sentence)
        assert (state.proceed, state.is_held, state.can_take_break) == (proceed, True, can_rest)
        assert state.ring.digits == "38:00"
        assert state.ring.tone is Tone.UNTESTED
        assert "10 min not worked" in plain(state.detail)
        assert page_state(Situation(now=now), WORDING).interruption is None

    def test_overtime_that_is_paused_is_gray(self) -> None:
        now = running("10:40", gaps=(days.gap("10:35", None, GapReason.PAUSE),))
        assert now.block is not None
        assert running_state(now, now.block, WORDING).ring.tone is Tone.UNTESTED

    def test_one_left_alone_shows_what_is_proven(self) -> None:
        now = left_alone()
        assert shown(now)[2] == "28:00"
        state = running_state(now, now.block, WORDING)  # type: ignore[arg-type]  # there is one
        assert state.look.word == "Left alone"
        assert not state.can_act


class TestInterruptions:
    def test_the_causes_have_the_keys_one_to_nine(self) -> None:
        state = page_state(Situation(now=running()), WORDING).interruption
        assert state is not None
        assert [one.key for one in state.causes] == list("123456789")
        assert state.causes[1].description == "Family, key 2"
        assert (state.headline, state.is_open) == ("What interrupts you?", False)

    def test_one_that_goes_on(self) -> None:
        one = days.interruption("09:57", Cause.SELF, next_step="Call back", note="Tired")
        state = page_state(Situation(now=running(interruptions=(one,))), WORDING).interruption
        assert state is not None
        assert state.headline == "Interrupted by yourself since 09:57"
        assert plain(state.sentence) == "3 min so far. The block's clock goes on."
        assert (state.interruption_id, state.next_step) == (one.id, "Call back")
        assert state.note == "Tired"

    def test_it_stays_in_sight_during_a_pause(self) -> None:
        now = running(
            interruptions=(days.interruption("09:57", Cause.PET),),
            gaps=(days.gap("09:58", None, GapReason.PAUSE),),
        )
        state = page_state(Situation(now=now), WORDING).interruption
        assert state is not None
        assert plain(state.sentence) == "3 min so far. The block's clock stands still."

    def test_back_with_a_next_step_and_without(self) -> None:
        one = days.interruption("09:45", Cause.DOOR, "09:51", next_step="Call back")
        now = running(interruptions=(one,))
        assert now.block is not None
        back = Return(block_id=now.block.id, interruption=replace(one, next_step=""))
        state = page_state(Situation(now=now, came_back=back), WORDING).welcome
        assert state is not None
        assert plain(state.headline) == "Back after 6 min. Where were you?"
        assert (state.sentence, state.asks) == ("Next: Call back", False)
        gone = running(interruptions=())
        state = page_state(Situation(now=gone, came_back=back), WORDING).welcome
        assert state is not None
        assert state.asks

    def test_another_block_forgets_it(self) -> None:
        one = days.interruption("09:45", Cause.DOOR, "09:51")
        back = Return(block_id="another", interruption=one)
        assert page_state(Situation(now=running(), came_back=back), WORDING).welcome is None

    def test_how_often(self) -> None:
        once = (days.interruption("09:40", Cause.PET),)
        assert shown(running(interruptions=once))[0].endswith("· 1 interruption")
        twice = (*once, days.interruption("09:41", Cause.PET))
        assert shown(running(interruptions=twice))[0].endswith("· 2 interruptions")


class TestQuestions:
    def asked(self, gap: Gap) -> Question:
        return Question(block=days.full_day()[2], gap=gap)

    def test_none(self) -> None:
        assert question_state(Situation(), WORDING) is None

    @pytest.mark.parametrize("reason", list(GapReason))
    def test_every_reason_has_its_sentence(self, reason: GapReason) -> None:
        gap = days.gap("10:30", "10:38", reason, is_unanswered=True)
        state = question_state(Situation(questions=(self.asked(gap),)), WORDING)
        assert state is not None
        assert plain(state.headline) == "What was 10:30 - 10:38?"
        assert "8 min" in plain(state.sentence)
        assert "“Chat: delivery”" in state.sentence
        assert state.middle == days.at("10:34")
        assert state.more == ""

    def test_the_newest_comes_first_and_others_are_counted(self) -> None:
        first, second = days.gap("10:30", "10:38"), days.gap("09:00", "09:10")
        state = question_state(
            Situation(questions=(self.asked(first), self.asked(second))), WORDING
        )
        assert state is not None
        assert (state.gap_id, state.more) == (first.id, "1 more to answer")

    @pytest.mark.parametrize(
        ("is_restarted", "was_watched", "evidence"),
        [
            (True, True, ("Last seen at 10:00", "The computer was started anew")),
            (False, False, ("Last act of yours at 10:00", "The computer ran on")),
        ],
    )
    def test_a_block_left_alone(
        self, is_restarted: bool, was_watched: bool, evidence: tuple[str, str]
    ) -> None:
        now = left_alone(is_restarted=is_restarted, was_watched=was_watched)
        state = page_state(Situation(now=now), WORDING).recovery
        assert state is not None
        assert state.headline == "“Refund queue” was left alone. How did it go on?"
        assert state.evidence[0].startswith(evidence[0])
        assert state.evidence[1].startswith(evidence[1])
        assert plain(state.evidence[2]) == "Nobody knows of the 3 h 05 min until now."
        assert state.end_label == "It ended at 10:00"


class TestTheDay:
    def test_nothing_is_known_yet(self) -> None:
        assert day_state(Situation(), WORDING) is None
        assert day_state(Situation(now=quiet()), WORDING) is None

    @pytest.mark.parametrize(
        ("on", "title", "summary"),
        [
            (TODAY, "Today, Monday, 23 November 2026", "Nothing logged yet."),
            (TODAY - timedelta(1), "Yesterday, Sunday, 22 November 2026", "Nothing is logged"),
            (TODAY - timedelta(2), "Saturday, 21 November 2026", "Nothing is logged"),
        ],
    )
    def test_an_empty_day(self, on: date, title: str, summary: str) -> None:
        state = day_state(Situation(now=quiet(), day=day_of(on=on)), WORDING)
        assert state is not None
        assert (state.title, state.ribbon, state.rows) == (title, None, ())
        assert state.summary.startswith(summary)

    def test_a_full_day(self) -> None:
        state = day_state(Situation(now=quiet(), day=day_of(*days.full_day())), WORDING)
        assert state is not None
        assert plain(state.summary) == (
            "6 h 04 min worked in 7 blocks, interrupted 4 times, 37 min away or paused, "
            "1 h 41 min between blocks."
        )
        row = state.rows[2]
        assert plain(row.times) == "09:40 - 10:52"
        assert plain(row.detail) == "Chat · 1 interruption · 16 min not worked"
        assert plain(row.worked) == "56 min"
        assert plain(row.description) == "Edit Chat: delivery, 09:40 - 10:52"

    @pytest.mark.parametrize(
        ("number", "told"), [(1, "not interrupted."), (2, "interrupted once, 16 min away")]
    )
    def test_a_single_block(self, number: int, told: str) -> None:
        now = Situation(now=quiet(), day=day_of(days.full_day()[number]))
        state = day_state(now, WORDING)
        assert state is not None
        assert "worked in 1 block" in plain(state.summary)
        assert told in plain(state.summary)

    def test_every_minute_from_first_to_last_is_explained(self) -> None:
        blocks = days.full_day()
        ends = [one.ended_at for one in blocks if one.ended_at]
        at = days.at("17:00")
        parts_s = sum(worked_s(one, at) + away_s(one, at) for one in blocks)
        span_s = (max(ends) - min(one.started_at for one in blocks)).total_seconds()
        assert parts_s + between_s(blocks, at) == span_s

    def test_blocks_that_follow_each_other_have_nothing_between(self) -> None:
        first, second = days.block("One", "08:00", "09:00"), days.block("Two", "09:00", "10:00")
        assert between_s((second, first), days.at("17:00")) == 0

    def test_what_began_the_day_before_is_counted_there(self) -> None:
        night = days.block("Night", "22:00", "30:00", day=days.DAY - timedelta(days=1))
        day = day_of(night, days.full_day()[0])
        state = day_state(Situation(now=quiet(), day=day), WORDING)
        assert state is not None
        assert len(state.rows) == 2
        assert plain(state.summary).startswith("53 min worked in 1 block")

    def test_the_running_block_lasts_until_now(self) -> None:
        now = running()
        assert now.block is not None
        state = day_state(Situation(now=now, day=day_of(now.block)), WORDING)
        assert state is not None
        assert plain(state.rows[0].times) == "09:38 - now"
        assert plain(state.rows[0].worked) == "22 min"


class TestTheRibbon:
    def ribbon(self, *blocks: Block, clock: str = "17:00", **day: date) -> RibbonState:
        return ribbon_state(day_of(*blocks, **day), days.at(clock), days.at(clock), WORDING)

    def test_it_goes_from_the_first_hour_to_the_last(self) -> None:
        state = self.ribbon(*days.full_day(), clock="16:40")
        assert (state.ticks[0].label, state.ticks[-1].label) == ("08:00", "17:00")
        assert (state.ticks[0].at, state.ticks[-1].at) == (0.0, 1.0)
        assert state.now == pytest.approx(520 / 540)

    def test_four_hours_at_least(self) -> None:
        state = self.ribbon(days.full_day()[0], clock="09:00")
        assert [tick.label for tick in state.ticks] == ["08:00", "09:00", "10:00", "11:00", "12:00"]

    def test_other_days_have_no_present(self) -> None:
        state = self.ribbon(days.full_day()[0], today=TODAY + timedelta(days=3))
        assert state.now is None

    def test_a_clock_set_back_has_none_either(self) -> None:
        assert self.ribbon(days.full_day()[6], clock="07:00").now is None

    def test_long_days_have_fewer_ticks(self) -> None:
        blocks = (days.block("Early", "05:00", "06:00"), days.block("Late", "22:00", "23:30"))
        state = self.ribbon(*blocks, clock="23:40")
        assert [tick.label for tick in state.ticks][:3] == ["05:00", "07:00", "09:00"]

    def test_a_night_shift_ends_with_the_day(self) -> None:
        night = days.block("Night", "22:00", "31:00")
        state = self.ribbon(night, today=TODAY + timedelta(days=1))
        assert state.ticks[-1].label == "04:00"
        assert state.parts[0].end == 1.0

    def test_its_parts(self) -> None:
        state = self.ribbon(*days.full_day(), clock="16:40")
        assert [one.part for one in state.parts][:6] == [
            Part.WORK,
            Part.INTERRUPTION,
            Part.INTERRUPTION,
            Part.WORK,
            Part.WORK,
            Part.INTERRUPTION,
        ]
        kinds = {one.part for one in state.parts}
        assert kinds == set(Part) - {Part.SHIFT, Part.PLANNED_BREAK}, "of nothing planned"
        told = [plain(one.description) for one in state.parts]
        assert told[0] == "Refund queue, 08:02 - 08:55, 53 min worked, Completed"
        assert told[1] == "Interruption: Noise, 08:17"
        assert told[2] == "Interruption: Family, 08:31 - 08:36, 5 min"
        assert "Break, 10:04 - 10:12, 8 min" in told
        assert "Screen locked, 10:30 - 10:38, 8 min, waits for your answer" in told

    def test_a_block_left_alone_ends_where_it_was_last_seen(self) -> None:
        now = left_alone()
        assert now.block is not None
        state = day_state(Situation(now=now, day=day_of(now.block)), WORDING)
        assert state is not None
        assert state.ribbon is not None
        assert state.ribbon.now is not None
        assert state.ribbon.parts[0].end == pytest.approx(1 / 5)  # 10:00, from 9 to 14
        assert state.ribbon.now > 0.8
        (row,) = state.rows
        assert (plain(row.times), row.state) == ("09:38 - 10:00", "Left alone")
        told = plain(state.ribbon.parts[0].description)
        assert told == "Refund queue, 09:38 - 10:00, 22 min worked, Left alone"

    def test_a_note_is_told_with_its_interruption(self) -> None:
        one = days.interruption("09:57", Cause.DOOR, note="Parcel for the neighbor")
        now = running(interruptions=(one,))
        assert now.block is not None
        told = self.ribbon(now.block, clock="10:00").parts[1].description
        assert told == "Interruption: Door, 09:57: Parcel for the neighbor"

    def test_a_label_ends_where_something_lies_on_it(self) -> None:
        chat = self.ribbon(*days.full_day(), clock="16:40").parts[4]
        assert chat.start < chat.label_end < chat.end
        first = self.ribbon(*days.full_day(), clock="16:40").parts[0]
        assert first.label_end == first.end

    def test_a_gap_that_goes_on_reaches_the_present(self) -> None:
        now = running("10:00", gaps=(days.gap("09:50", None, GapReason.LOCK),))
        assert now.block is not None
        state = self.ribbon(now.block, clock="10:00")
        assert state.parts[1].part is Part.AWAY
        assert state.parts[1].end == state.now
        assert plain(state.parts[1].description) == "Screen locked, 09:50 - now, 10 min"
