"""A limit in words, as it stands beside the number that was held against it."""

from __future__ import annotations

from workspace_assistant.core.phrases import Phrase
from workspace_assistant.core.readiness.model import AppliedLimit, Better, Bound, ReadinessReport
from workspace_assistant.core.readiness.units import format_value
from workspace_assistant.core.text import QT_TRANSLATE_NOOP, Say
from workspace_assistant.core.typography import NARROW_SPACE

UP_TO = QT_TRANSLATE_NOOP("report", "up to {limit}")
FROM = QT_TRANSLATE_NOOP("report", "from {limit}")
BETWEEN = QT_TRANSLATE_NOOP("report", "{low} to {high}")
EITHER_WAY = QT_TRANSLATE_NOOP("report", "up to ±{limit}")
CAUTION = QT_TRANSLATE_NOOP("report", "caution: {limit}")


def limits_by_id(report: ReadinessReport) -> dict[str, AppliedLimit]:
    return {limit.measurement: limit for limit in report.limits}


def goal_words(limit: AppliedLimit | None, say: Say = Phrase) -> str:
    """What is good: ``up to 150 ms``, ``from 4``, ``5 to 8 dB``; nothing without a limit."""
    return "" if limit is None else _words(limit.ready, limit, say)


def further_words(limit: AppliedLimit | None) -> tuple[str, ...]:
    """The second bound, where there is one, and what was held against both, if not the value."""
    if limit is None:
        return ()
    caution = Phrase(CAUTION, limit=_words(limit.caution, limit, Phrase))
    has_caution = limit.caution != limit.ready
    return tuple(words for words in (caution if has_caution else "", limit.judged_by) if words)


def _words(bound: Bound, limit: AppliedLimit, say: Say) -> str:
    if not isinstance(bound, tuple):
        pattern = UP_TO if limit.better is Better.LOWER else FROM
        return say(pattern, limit=format_value(bound, limit.unit, say))
    low, high = (format_value(each, limit.unit, say) for each in bound)
    if bound[0] == -bound[1]:
        return say(EITHER_WAY, limit=high)
    number, _, unit = low.rpartition(NARROW_SPACE)
    is_unit_shared = bool(number) and high.endswith(f"{NARROW_SPACE}{unit}")
    return say(BETWEEN, low=number if is_unit_shared else low, high=high)
