"""A week beside the weeks before it, from one pass over the records."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from workspace_assistant.core.balance.during import Seen
from workspace_assistant.core.balance.goals import progress_of
from workspace_assistant.core.balance.headline import headline_of, sentences_of
from workspace_assistant.core.balance.heat import heat_of
from workspace_assistant.core.balance.model import Records
from workspace_assistant.core.balance.past import weeks_until
from workspace_assistant.core.balance.readiness_counts import ready_counts_of
from workspace_assistant.core.balance.settings_model import AS_DELIVERED, WeekSettings
from workspace_assistant.core.balance.suggestions import suggestions_of
from workspace_assistant.core.balance.summary_model import HeatMap, Summary
from workspace_assistant.core.balance.trends import TREND_WEEKS, comparisons_of, trends_of
from workspace_assistant.core.balance.week import week_seen
from workspace_assistant.core.spans import Span


def summary_of(
    records: Records,
    around: date,
    settings: WeekSettings = AS_DELIVERED,
    put_away: Collection[str] = (),
) -> Summary:
    """The week that holds a day, told with the eleven before it.

    *put_away* are the tips that do not apply to the person. Raises `RefusedError` for a year
    without a log.
    """
    looks = weeks_until(records, around, settings, TREND_WEEKS)
    return replace(
        _told(looks, put_away), heat=_heat(records, looks), ready_counts=ready_counts_of(looks)
    )


def alone_of(
    records: Records,
    around: date,
    settings: WeekSettings = AS_DELIVERED,
    put_away: Collection[str] = (),
) -> Summary:
    """The week alone: the records need to reach back for its own indicators only."""
    return _told(weeks_until(records, around, settings, 1), put_away)


def _told(looks: Sequence[Seen], put_away: Collection[str]) -> Summary:
    """What of *looks*, which end with the week, needs no other records than theirs."""
    weeks, now = [week_seen(one) for one in looks], looks[-1]
    week, comparisons = weeks[-1], comparisons_of(weeks)
    return Summary(
        week=week,
        settings=now.settings,
        headline=headline_of(week),
        sentences=sentences_of(week, comparisons, now.records.zone),
        goals=progress_of(now, week),
        comparisons=comparisons,
        trends=trends_of(weeks),
        heat=None,
        ready_counts=None,
        suggestions=suggestions_of(week, put_away),
    )


def _heat(records: Records, looks: Sequence[Seen]) -> HeatMap | None:
    span = Span(looks[0].week.start, looks[-1].week.end)
    return heat_of(records.blocks, span, records.proven_at, records.zone)
