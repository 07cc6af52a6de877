from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes import focus_days as days
from tests.fakes.wording import EnglishWording
from workspace_assistant.core.days import day_span
from workspace_assistant.core.focus.answers import Answer
from workspace_assistant.core.focus.corrections import BlockEdit
from workspace_assistant.core.focus.errors import FocusError
from workspace_assistant.core.focus.model import Block, Cause, Channel, Gap, GapReason, Origin
from workspace_assistant.core.focus.service import Now
from workspace_assistant.ui.focus.clock_text import instant_in, instant_on, time_of
from workspace_assistant.ui.focus.edit_state import (
    EditForm,
    draft_of,
    edit_of,
    edit_state,
    form_of_block,
    moved_interruption,
    new_gap,
    new_interruption,
    split_at,
)
from workspace_assistant.ui.focus.gap_state import GapRow, gap_rows
from workspace_assistant.ui.focus.situation import Conflict, Day, Situation

WORDING = EnglishWording()
ON = date(2026, 11, 23)
START = datetime(2026, 11, 23, 4, tzinfo=UTC)
DAY = Day(on=ON, today=ON, start=START, end=START + timedelta(days=1), blocks=days.full_day())
NOW = Now(at=days.at("16:40"), block=None, heartbeat=None, left_alone=None)
REFUND = days.full_day()[0]


class ZoneWording(EnglishWording):
    """English on the clock of a zone."""

    def __init__(self, zone: str) -> None:
        self._zone = ZoneInfo(zone)

    def local(self, at: datetime) -> datetime:
        return at.astimezone(self._zone)


class TestTimes:
    @pytest.mark.parametrize(
        ("text", "meant"),
        [
            ("9:30", time(9, 30)),
            (" 09:30 ", time(9, 30)),
            ("09.30", time(9, 30)),
            ("9h30", time(9, 30)),
            ("9h", time(9)),
            ("0930", time(9, 30)),
            ("930", time(9, 30)),
            ("9", time(9)),
            ("21:05:07", time(21, 5, 7)),
            ("9:30 PM", time(21, 30)),
            ("9:30\u202fp.m.", time(21, 30)),
            ("12 am", time(0)),
            ("12:15 pm", time(12, 15)),
        ],
    )
    def test_as_people_write_them(self, text: str, meant: time) -> None:
        assert time_of(text) == meant

    @pytest.mark.parametrize("text", ["", "noon", "24:00", "9:60", "13 pm", "0 am", "9:3", "-9"])
    def test_what_is_no_time(self, text: str) -> None:
        with pytest.raises(FocusError, match="is no time"):
            time_of(text)

    @given(st.times(), st.sampled_from(["UTC", "Europe/Madrid", "Asia/Kolkata", "Pacific/Apia"]))
    def test_a_time_is_found_on_its_day(self, wanted: time, zone: str) -> None:
        wording = ZoneWording(zone)
        span = day_span(ON, ZoneInfo(zone))
        text = f"{wanted:%H:%M:%S}"
        at = instant_on(text, span.start, span.end, wording)
        assert span.start <= at < span.end
        assert f"{wording.local(at):%H:%M:%S}" == text

    def test_an_hour_that_comes_twice_is_the_one_nearby(self) -> None:
        wording = ZoneWording("Europe/Madrid")
        span = day_span(date(2026, 10, 24), ZoneInfo("Europe/Madrid"))
        first = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
        second = first + timedelta(hours=1)
        found = [
            instant_on("02:30", span.start, span.end, wording, near=near)
            for near in (first, second)
        ]
        assert found == [first, second]

    def test_an_hour_that_never_comes(self) -> None:
        wording = ZoneWording("Europe/Madrid")
        span = day_span(date(2026, 3, 28), ZoneInfo("Europe/Madrid"))
        with pytest.raises(FocusError, match="did not show 02:30"):
            instant_on("02:30", span.start, span.end, wording)

    def test_inside_a_stretch(self) -> None:
        start, end = days.at("10:30"), days.at("10:38")
        assert instant_in("10:33", start, end, WORDING) == days.at("10:33")
        for text in ("10:30", "10:38", "12:00"):
            with pytest.raises(FocusError, match="is not between 10:30 and 10:38"):
                instant_in(text, start, end, WORDING)


class TestTheForm:
    def situation(self, **changes: object) -> Situation:
        return replace(Situation(now=NOW, day=DAY), **changes)  # type: ignore[arg-type]  # fields by name

    @pytest.mark.parametrize(
        "changes",
        [
            {},
            {"editing": "gone"},
            {"editing": REFUND.id, "day": None},
            {"editing": "", "now": None},
        ],
    )
    def test_none(self, changes: dict[str, object]) -> None:
        assert edit_state(self.situation(**changes), WORDING) is None

    def test_of_a_block(self) -> None:
        state = edit_state(self.situation(editing=REFUND.id), WORDING)
        assert state is not None
        assert state.title == "Correct “Refund queue”"
        assert state.form == EditForm(
            name="Refund queue",
            tags="#billing",
            channel=Channel.PHONE,
            start="08:02",
            end="08:55",
            planned="50 min",
        )
        assert state.split_at == "08:28"
        (merge,) = state.merges
        assert merge.label.replace("\u2013", "-") == "Merge with “Email backlog”, 09:05 - 09:31"
        assert merge.block_id == DAY.blocks[1].id
        assert state.gaps == ()
        noise, family = state.interruptions
        assert (noise.cause_label, noise.time) == ("Noise", "08:17")
        assert family.delete_description == "Delete the interruption at 08:31: Family"

    @pytest.mark.parametrize(("number", "others"), [(0, [1]), (1, [0, 2]), (-1, [-2])])
    def test_it_can_be_merged_with_its_neighbors(self, number: int, others: list[int]) -> None:
        state = edit_state(self.situation(editing=DAY.blocks[number].id), WORDING)
        assert state is not None
        assert [one.block_id for one in state.merges] == [DAY.blocks[one].id for one in others]

    def test_an_unusual_origin_is_told_with_the_cause(self) -> None:
        inside = replace(REFUND.interruptions[0], origin=Origin.INTERNAL)
        block = replace(REFUND, interruptions=(inside,))
        day = replace(DAY, blocks=(block,))
        state = edit_state(self.situation(editing=block.id, day=day), WORDING)
        assert state is not None
        assert state.interruptions[0].cause_label == "Noise · From myself"

    def test_of_a_new_block(self) -> None:
        state = edit_state(self.situation(editing=""), WORDING)
        assert state is not None
        assert (state.block_id, state.form, state.split_at) == ("", EditForm(), "")

    def test_an_overlap_is_told_where_it_belongs(self) -> None:
        conflict = Conflict(sentence="Taken.", block_id=REFUND.id, retry=lambda _: None)
        here = edit_state(self.situation(editing=REFUND.id, conflict=conflict), WORDING)
        elsewhere = edit_state(self.situation(editing="", conflict=conflict), WORDING)
        assert here is not None
        assert elsewhere is not None
        assert (here.conflict, elsewhere.conflict) == ("Taken.", "")


class TestGaps:
    def row(self, gap: Gap) -> GapRow:
        block = replace(REFUND, gaps=(gap,))
        (row,) = gap_rows(block, days.at("10:00"), WORDING)
        return row

    def test_one_that_waits_for_an_answer(self) -> None:
        row = self.row(days.gap("08:30", "08:38", GapReason.LOCK, is_unanswered=True))
        label = row.label.replace("\u2013", "-").replace("\u202f", " ")
        assert label == "08:30 - 08:38 · 8 min"
        assert row.standing == "Screen locked: was it work?"
        assert row.description.endswith("08:38: Screen locked: was it work?")
        assert row.answers == (Answer.KEEP, Answer.BREAK, Answer.DISCARD)

    @pytest.mark.parametrize(
        ("reason", "answers"),
        [
            (GapReason.BREAK, (Answer.KEEP,)),
            (GapReason.PAUSE, (Answer.KEEP, Answer.BREAK)),
            (GapReason.SUSPEND, (Answer.KEEP, Answer.BREAK)),
        ],
    )
    def test_an_answer_may_be_changed(self, reason: GapReason, answers: tuple[Answer, ...]) -> None:
        assert self.row(days.gap("08:30", "08:38", reason)).answers == answers

    def test_one_that_lasts_cannot_be_called_anything_yet(self) -> None:
        row = self.row(days.gap("08:30", None, GapReason.PAUSE))
        assert (row.standing, row.answers) == ("Pause", ())
        assert row.label.endswith("1\u202fh 30\u202fmin")


class TestWhatItMeans:
    def edit(self, block: Block = REFUND, **fields: object) -> BlockEdit:
        form = replace(form_of_block(block, WORDING), **fields)  # type: ignore[arg-type]  # fields by name
        return edit_of(form, block, DAY, WORDING)

    def test_fields_left_alone_change_no_second(self) -> None:
        exact = replace(REFUND, started_at=days.at("08:02:37"), ended_at=days.at("08:55:09"))
        edit = self.edit(exact)
        assert edit.started_at is edit.ended_at is edit.planned_s is None
        assert not edit.drops_plan

    def test_other_times(self) -> None:
        edit = self.edit(start="8:00", end="9:00")
        assert (edit.started_at, edit.ended_at) == (days.at("08:00"), days.at("09:00"))

    def test_another_end_beyond_midnight(self) -> None:
        late = days.block("Late", "22:00", "25:30")
        assert self.edit(late, end="2:15").ended_at == days.at("26:15")
        assert self.edit(late, end="23:00").ended_at == days.at("23:00")

    def test_a_block_from_the_day_before_keeps_its_day(self) -> None:
        night = days.block("Night", "22:00", "30:00", day=days.DAY - timedelta(days=1))
        assert self.edit(night, start="21:30").started_at == days.at("21:30") - timedelta(days=1)

    def test_lengths_and_tags(self) -> None:
        edit = self.edit(planned="1 h 30 min", tags="vip, #urgent")
        assert (edit.planned_s, edit.tags) == (5400, ("urgent", "vip"))
        assert self.edit(planned=" ").drops_plan

    def test_the_open_block_may_stay_open(self) -> None:
        block = days.block("Running", "16:00", None)
        assert self.edit(block).ended_at is None
        assert self.edit(block, end="16:30").ended_at == days.at("16:30")

    def test_a_new_block_through_midnight(self) -> None:
        form = EditForm(name="Night", start="22:00", end="6:00", planned="8h")
        draft = draft_of(form, DAY, WORDING)
        assert (draft.started_at, draft.ended_at) == (days.at("22:00"), days.at("30:00"))
        assert draft.planned_s == 28_800

    @pytest.mark.parametrize("form", [EditForm(start="9:00"), EditForm(end="9:00")])
    def test_a_new_block_needs_both_ends(self, form: EditForm) -> None:
        with pytest.raises(FocusError, match="from when to when"):
            draft_of(form, DAY, WORDING)

    def test_where_to_split(self) -> None:
        assert split_at("8:30", REFUND, NOW.at, WORDING) == days.at("08:30")
        with pytest.raises(FocusError):
            split_at("12:00", REFUND, NOW.at, WORDING)


class TestInterruptionsAfterwards:
    def test_a_new_one_lies_in_the_middle(self) -> None:
        draft = new_interruption(Cause.PET, REFUND, NOW.at)
        assert (draft.cause, draft.at) == (Cause.PET, days.at("08:28:30"))

    def test_moved_as_long_as_before(self) -> None:
        noise, family = REFUND.interruptions
        edit = moved_interruption("8:40", family, REFUND, NOW.at, WORDING)
        assert (edit.at, edit.ended_at) == (days.at("08:40"), days.at("08:45"))
        edit = moved_interruption("8:02", noise, REFUND, NOW.at, WORDING)
        assert (edit.at, edit.ended_at) == (days.at("08:02"), None)


class TestAPause:
    """From when to when, as it is written into the form of a block from 08:05:20 to 09:00."""

    BLOCK = replace(REFUND, started_at=days.at("08:05:20"), ended_at=days.at("09:00"), gaps=())

    def written(self, start: str, end: str) -> tuple[datetime, datetime]:
        draft = new_gap(start, end, self.BLOCK, NOW.at, EnglishWording())
        return draft.started_at, draft.ended_at

    def test_it_lies_where_it_is_written(self) -> None:
        assert self.written("8:30", "8:40") == (days.at("08:30"), days.at("08:40"))

    def test_the_minutes_of_start_and_end_are_these(self) -> None:
        assert self.written("8:05", "9:00") == (self.BLOCK.started_at, self.BLOCK.ended_at)

    @pytest.mark.parametrize(
        ("start", "end"), [("8:00", "8:30"), ("8:30", "9:20"), ("8:30", "8:20")]
    )
    def test_outside_is_refused(self, start: str, end: str) -> None:
        with pytest.raises(FocusError):
            self.written(start, end)

    def test_of_a_running_block_it_ends_by_now(self) -> None:
        running = replace(self.BLOCK, ended_at=None)
        draft = new_gap("8:30", "16:40", running, NOW.at, EnglishWording())
        assert draft.ended_at == NOW.at
