"""What matters most of a month or a quarter, in sentences: the targets that most weeks missed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import islice

from workspace_assistant.core.balance import summary_texts
from workspace_assistant.core.balance.model import Told
from workspace_assistant.core.balance.steps import theme_of
from workspace_assistant.core.balance.summary_model import RollUp, RollUpRow

MOST_SENTENCES = 3
_FEWEST_WEEKS = 2
_HOURS = "hours"


def roll_up_sentences(told: RollUp) -> tuple[Told, ...]:
    """At most three, each of another theme; none of fewer than two weeks that tell something."""
    judged = Counter(one.id for week in told.weeks for one in week.with_target)
    often = [row for row in told.rows if judged[row.id] >= _FEWEST_WEEKS]
    if not often:
        return ()
    missed = sorted(
        (row for row in often if row.met < judged[row.id]),
        key=lambda row: judged[row.id] - row.met,
        reverse=True,
    )
    found: dict[str, Told] = {}
    for row in missed:
        found.setdefault(theme_of(row.id), _missed(row, judged[row.id]))
    return tuple(islice([*(found.values() or _calm()), *_hours(told)], MOST_SENTENCES))


def _missed(row: RollUpRow, judged: int) -> Told:
    sentence = summary_texts.ROLL_UP_MET_IN if row.met else summary_texts.ROLL_UP_MET_NEVER
    return Told(sentence=sentence, parts={"name": row.name, "met": row.met, "count": judged})


def _calm() -> Iterator[Told]:
    yield Told(sentence=summary_texts.ROLL_UP_ALL_MET)


def _hours(told: RollUp) -> Iterator[Told]:
    for row in told.rows:
        if row.id == _HOURS and row.median is not None and row.known >= _FEWEST_WEEKS:
            yield Told(sentence=summary_texts.ROLL_UP_HOURS, parts={"length": row.median})
