"""What is done at a desk with breaks, and what came of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from tests.fakes.break_desk import BreakDesk
from workspace_assistant.core.breaks.model import (
    Act,
    BreakRecord,
    KindSettings,
    Settings,
)

HOUR_S = 3600.0


def desk_in_shift(hours: float = 8, **chosen: object) -> BreakDesk:
    desk = BreakDesk()
    desk.choices.chosen = replace(Settings(), **chosen)  # type: ignore[arg-type]  # by name
    desk.work_at.shift_ends_at = desk.clock.wall_at + timedelta(hours=hours)
    desk.look()
    return desk


def only(desk: BreakDesk) -> BreakRecord:
    (record,) = desk.records()
    return record


def told(desk: BreakDesk) -> list[str]:
    return [what for _, what in desk.offers.told]


def micro(work_s: float = 1500.0) -> KindSettings:
    return KindSettings(is_on=True, work_s=work_s, length_s=30.0)


def turn_off(desk: BreakDesk) -> None:
    rest = replace(desk.choices.chosen.rest, is_on=False)
    desk.choices.chosen = replace(desk.choices.chosen, rest=rest, daily_limit_s=None)


def silent_desk() -> BreakDesk:
    """A micro-break was skipped two minutes before the rest break is due."""
    desk = desk_in_shift(micro=micro(3290.0))
    desk.work(3290)
    desk.work(190)
    desk.act(Act.SKIP)
    desk.work(120)
    return desk


def limit(desk: BreakDesk, limit_s: float) -> None:
    desk.choices.chosen = replace(desk.choices.chosen, daily_limit_s=limit_s)


def restart(desk: BreakDesk) -> None:
    desk.work(60)
    desk.unseen(5)
    desk.new_program()
    desk.look()
