from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes import focus_days as days
from tests.fakes.wording import EnglishWording
from workspace_assistant.core.focus.acts import Plan
from workspace_assistant.core.focus.errors import FocusError
from workspace_assistant.core.focus.model import Channel
from workspace_assistant.core.focus.service import Now
from workspace_assistant.core.lengths import length_s
from workspace_assistant.ui.focus import texts
from workspace_assistant.ui.focus.situation import Situation
from workspace_assistant.ui.focus.start_state import (
    Form,
    Length,
    form_of,
    is_first_time,
    name_and_tags,
    plan_of,
    start_state,
)
from workspace_assistant.ui.wording.durations import digits, spelled, writable

WORDING = EnglishWording()
NOTHING_OPEN = Now(at=days.at("17:00"), block=None, heartbeat=None, left_alone=None)


class TestDurations:
    @pytest.mark.parametrize(
        ("seconds", "text"),
        [
            (-5, "0 s"),
            (0.9, "0 s"),
            (59.99, "59 s"),
            (60, "1 min"),
            (3599, "59 min"),
            (3600, "1 h"),
            (3900, "1 h 05 min"),
            (90_000, "25 h"),
        ],
    )
    def test_spelled(self, seconds: float, text: str) -> None:
        assert spelled(seconds, WORDING).replace("\u202f", " ") == text

    @pytest.mark.parametrize(
        ("seconds", "text"),
        [(0, "00:00"), (59.9, "00:59"), (1500, "25:00"), (3600, "1:00:00"), (-61, "\u221201:01")],
    )
    def test_digits(self, seconds: float, text: str) -> None:
        assert digits(seconds) == text

    @given(st.integers(min_value=1, max_value=24 * 3600))
    def test_what_a_field_shows_is_read_back(self, seconds: int) -> None:
        assert length_s(writable(seconds)) == seconds


class TestTheForm:
    @pytest.mark.parametrize(
        ("form", "planned_s"),
        [
            (Form(text="A", length=Length.SHORT), 1500),
            (Form(text="A", length=Length.LONG), 3000),
            (Form(text="A", length=Length.OPEN), None),
            (Form(text="A", length=Length.OWN, own="1\u202fh 30\u202fmin"), 5400),
        ],
    )
    def test_lengths(self, form: Form, planned_s: float | None) -> None:
        assert plan_of(form).planned_s == planned_s

    def test_a_name_and_its_tags(self) -> None:
        plan = plan_of(Form(text=" Refund   queue #billing #vip #billing # ", channel=Channel.CHAT))
        assert plan == Plan(
            name="Refund queue", channel=Channel.CHAT, tags=("billing", "vip"), planned_s=1500
        )

    def test_tags_alone_are_no_name(self) -> None:
        with pytest.raises(FocusError) as caught:
            plan_of(Form(text="#billing"))
        assert caught.value.sentence == texts.NAME_MISSING

    def test_a_length_that_is_none(self) -> None:
        with pytest.raises(FocusError) as caught:
            plan_of(Form(text="A", length=Length.OWN, own=" soon "))
        assert str(caught.value).startswith("“soon” is no length.")

    @given(
        st.lists(st.text("abc", min_size=1), min_size=1),
        st.lists(st.text("xyz", min_size=1), unique=True),
        st.sampled_from([None, 1500.0, 3000.0, 60.0, 5400.0]),
    )
    def test_a_plan_comes_back_out_of_its_form(
        self, words: list[str], tags: list[str], planned_s: float | None
    ) -> None:
        plan = Plan(name=" ".join(words), tags=tuple(tags), planned_s=planned_s)
        assert plan_of(form_of(plan)) == plan

    def test_the_number_sign_inside_a_word_belongs_to_it(self) -> None:
        assert name_and_tags("C# course") == ("C# course", ())


class TestTheFirstLine:
    def test_before_anything_is_logged(self) -> None:
        now = Situation(now=NOTHING_OPEN)
        assert is_first_time(now)
        state = start_state(now, WORDING)
        assert (state.headline, state.again, state.form) == (
            "What do you work on first?",
            (),
            Form(),
        )

    def test_it_remembers(self) -> None:
        recent = tuple(reversed(days.full_day()))
        state = start_state(Situation(now=NOTHING_OPEN, recent=recent), WORDING)
        assert state.headline == "What are you working on?"
        assert [one.label.replace("\u202f", " ") for one in state.again] == [
            "Phone: late calls · 1 h 40 min",
            "Learning: new tariff · 50 min",
            "Refund queue · 50 min",
        ]
        assert state.form == Form(channel=Channel.PHONE, length=Length.OWN, own="1 h 40 min")
        assert len(state.plans) == 7

    def test_what_was_started_here_last_comes_first(self) -> None:
        plan = Plan(name="Mail", channel=Channel.EMAIL)
        now = Situation(now=NOTHING_OPEN, recent=days.full_day(), last_plan=plan)
        form = start_state(now, WORDING).form
        assert form == Form(channel=Channel.EMAIL, length=Length.OPEN)

    def test_an_open_end_is_named(self) -> None:
        now = Situation(now=NOTHING_OPEN, recent=(days.full_day()[3],))
        (again,) = start_state(now, WORDING).again
        assert again.description == "Start “Team meeting” again, Open end"

    @pytest.mark.parametrize(
        ("number", "headline", "sentence"),
        [
            (0, "“Refund queue” is done: 53 min", "A break of 10 min fits now."),
            (4, "“Refund queue” ended: 28 min of 50 min", ""),
            (3, "“Team meeting” is done: 28 min", ""),
            (6, "“Phone: late calls” is done: 1 h 54 min", ""),
        ],
    )
    def test_after_a_block(self, number: int, headline: str, sentence: str) -> None:
        now = Situation(now=NOTHING_OPEN, ended=days.full_day()[number])
        state = start_state(now, WORDING)
        assert state.headline.replace("\u202f", " ") == headline
        assert state.sentence.replace("\u202f", " ") == sentence

    def test_it_is_the_first_time_no_more_once_something_runs(self) -> None:
        block = replace(days.full_day()[0], ended_at=None)
        assert not is_first_time(Situation(now=replace(NOTHING_OPEN, block=block)))
        assert not is_first_time(Situation())
