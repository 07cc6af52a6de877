"""What `shifts` says beside its data: sources that contradict each other, or are out of date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workspace_assistant.cli.day_names import short_weekday
from workspace_assistant.cli.language import worded
from workspace_assistant.cli.output import tell
from workspace_assistant.cli.shifts_words import source_lines, span_text
from workspace_assistant.core.shifts.refreshing import HORIZON, READ_AGAIN
from workspace_assistant.core.shifts.schedule import crossing
from workspace_assistant.core.spans import Span
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from workspace_assistant.cli.shifts_tools import ShiftTools

_ONE_CROSSING = QT_TRANSLATE_NOOP(
    "cli",
    "1 coming shift with time in common with another one, first {first}. Take off what is not "
    "true: workspace-assistant shifts remove ID, or a whole source by its name",
)
_CROSSING = QT_TRANSLATE_NOOP(
    "cli",
    "{count} coming shifts with time in common with another one, first {first}. Take off what is "
    "not true: workspace-assistant shifts remove ID, or a whole source by its name",
)


def tell_of_crossing(tools: ShiftTools) -> None:
    """Coming shifts that share time: often a pattern and a calendar that tell the same week."""
    now = tools.shifts.now()
    found = crossing(tools.shifts.between(Span(now, now + HORIZON)))
    if found:
        sentence = _ONE_CROSSING if len(found) == 1 else _CROSSING
        first = span_text(found[0], tools.zone())
        tell(worded(sentence, count=str(len(found)), first=first))


def tell_of_horizon(tools: ShiftTools, span: Span) -> None:
    """Where days are asked for that patterns and subscriptions were not asked about yet."""
    until = tools.shifts.now() + HORIZON
    kinds = {view.source.kind for view in tools.shifts.sources.views()}
    if span.end > until and kinds & READ_AGAIN:
        day = until.astimezone(tools.zone()).date()
        day_text = f"{short_weekday(day)} {day.isoformat()}"
        tell(worded("Shifts of patterns and subscriptions are known until {day}", day=day_text))


def tell_stale(tools: ShiftTools) -> None:
    for view in tools.shifts.sources.views():
        if view.is_stale:
            for line in source_lines(view, tools.shifts.now(), tools.zone()):
                tell(line)
