"""Drawn answers of a self-check, for properties."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.fakes.ergonomics import timed
from workspace_assistant.core.ergonomics.interview import belonging
from workspace_assistant.core.ergonomics.model import Band, Kind, Question, Sheet, Timed
from workspace_assistant.core.ergonomics.questions import QUESTIONS

BANDS = st.sampled_from(Band)


def answers_to(one: Question) -> st.SearchStrategy[tuple[str, ...]]:
    ids = [option.id for option in one.options]
    if one.kind is Kind.CHOICE:
        return st.sampled_from(ids).map(lambda chosen: (chosen,))
    return st.sets(st.sampled_from(ids)).map(
        lambda ticked: tuple(option for option in ids if option in ticked)
    )


WHOLE_SHEETS = st.builds(
    lambda answers, bands: belonging(Sheet(answers=answers, durations=timed(bands))),
    st.fixed_dictionaries({one.id: answers_to(one) for one in QUESTIONS}),
    st.fixed_dictionaries(dict.fromkeys(Timed, BANDS)),
)
