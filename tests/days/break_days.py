"""Plays written days of breaks: what happens at a desk, and what the log must say afterwards.

A file has two parts with ``---`` between. The first tells what happens, a line each; the second
what the log holds then: breaks, activity and what was shown or held back. Lengths are such as
``30m`` and multiples of five seconds; `in ZONE at INSTANT` begins.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from tests.fakes.break_desk import BreakDesk
from workspace_assistant.core.breaks.counting import tally
from workspace_assistant.core.breaks.model import Act, BreakRecord, Outcome
from workspace_assistant.core.lengths import length_text

FOLDER = Path(__file__).parent / "breaks"
_UNITS_S = {"s": 1, "m": 60, "h": 3600, "d": 86_400}


@dataclass
class BreakDay:
    desk: BreakDesk = field(default_factory=BreakDesk)

    def play(self, script: str) -> None:
        for line in script.splitlines():
            words = line.partition("#")[0].split()
            if words:
                getattr(self, f"do_{words[0].replace('-', '_')}")(*words[1:])

    def do_in(self, zone: str, _: str, instant: str) -> None:
        self.desk.clock.zone = zone
        self.desk.clock.wall_at = datetime.fromisoformat(instant)

    def do_shift(self, length: str) -> None:
        """One that begins now."""
        ends_at = self.desk.clock.wall_at + timedelta(seconds=_seconds(length))
        self.desk.work_at.shift_ends_at = ends_at
        self.desk.look()

    def do_micro(self, work: str, length: str) -> None:
        chosen = self.desk.choices.chosen
        micro = replace(chosen.micro, is_on=True, work_s=_seconds(work), length_s=_seconds(length))
        self.desk.choices.keep(replace(chosen, micro=micro))

    def do_limit(self, length: str) -> None:
        chosen = self.desk.choices.chosen
        self.desk.choices.keep(replace(chosen, daily_limit_s=_seconds(length)))

    def do_strict(self) -> None:
        self.desk.choices.keep(replace(self.desk.choices.chosen, is_strict=True))

    def do_work(self, length: str) -> None:
        self.desk.work(_seconds(length))

    def do_away(self, length: str) -> None:
        self.desk.quiet(_seconds(length))

    def do_locked(self, length: str) -> None:
        self.desk.presence.is_locked = True
        self.desk.quiet(_seconds(length))
        self.desk.presence.is_locked = False

    def do_call(self, length: str) -> None:
        self.desk.call(_seconds(length))

    def do_sleep(self, length: str) -> None:
        self.desk.sleep(_seconds(length))

    def do_killed(self, length: str) -> None:
        """The program is; after so long it is started again."""
        self.desk.unseen(_seconds(length))
        self.desk.new_program()
        self.desk.look()

    def do_power_cut(self, length: str) -> None:
        self.desk.clock.reboot(_seconds(length))
        self.desk.new_program()
        self.desk.look()

    def do_set_clock(self, by: str) -> None:
        self.desk.clock.step_wall(_seconds(by))
        self.desk.look()

    def do_block(self, length: str = "") -> None:
        self.desk.work_at.block_from_s = self.desk.clock.elapsed_s
        self.desk.work_at.block_planned_s = _seconds(length) if length else None

    def do_end_block(self) -> None:
        self.desk.work_at.block_from_s = None

    def do_full_screen(self, state: str) -> None:
        seen = replace(self.desk.attention.seen, is_full_screen=state == "on")
        self.desk.attention.seen = seen

    def do_do_not_disturb(self, state: str) -> None:
        seen = replace(self.desk.attention.seen, is_do_not_disturb=state == "on")
        self.desk.attention.seen = seen

    def do_quiet(self, length: str) -> None:
        self.desk.service.quiet(_seconds(length))

    def do_reading(self, length: str) -> None:
        self.desk.service.reading(_seconds(length))

    def do_begin(self) -> None:
        self.desk.act(Act.BEGIN)

    def do_postpone(self) -> None:
        self.desk.act(Act.POSTPONE)

    def do_skip(self) -> None:
        self.desk.act(Act.SKIP)

    def do_done(self) -> None:
        self.desk.act(Act.DONE)

    def told(self) -> list[str]:
        """Breaks, activity, and what was brought before the person."""
        records = self.desk.records()
        activity = sorted(self.desk.store.stretches.values(), key=lambda one: one.started_at)
        return [
            *(self._break(one) for one in records),
            _sum(records),
            *(
                f"{one.kind} {self._time(one.started_at)} - {self._time(one.ended_at)}"
                for one in activity
            ),
            *(f"{self._time(at)} {what}" for at, what in self.desk.offers.told),
        ]

    def _break(self, one: BreakRecord) -> str:
        outcome = "open" if one.outcome is None else one.outcome.value
        parts = [
            f"{one.kind} {self._time(one.due_at)}",
            f"offered {self._time(one.offered_at)}" if one.offered_at else "",
            f"began {self._time(one.began_at)}" if one.began_at else "",
            f"{outcome} {self._time(one.ended_at)}" if one.ended_at else outcome,
            f"for {one.reason}" if one.reason else "",
            f"rest {length_text(one.rest_s)}" if one.rest_s else "",
            f"input {length_text(one.input_s)}" if one.input_s else "",
            f"postponed {one.postponed_count}" if one.postponed_count else "",
        ]
        return ", ".join(part for part in parts if part)

    def _time(self, at: datetime) -> str:
        """To the second where it is not a whole minute; with the date where it is another day."""
        shown = at.astimezone(ZoneInfo(self.desk.clock.zone))
        return f"{shown:%d} {shown:%H:%M}{'' if shown.second == 0 else f':{shown:%S}'}"


def _sum(records: list[BreakRecord]) -> str:
    counted = tally(records)
    known = {outcome: counted.outcomes[outcome] for outcome in Outcome}
    assert sum(known.values()) + counted.open == counted.due
    told = ", ".join(f"{outcome} {count}" for outcome, count in known.items() if count)
    return f"= {counted.due} due: {told or 'none'}"


def _seconds(text: str) -> float:
    parts = re.findall(r"([\d.]+)([smhd])", text)
    seconds = sum(float(number) * _UNITS_S[unit] for number, unit in parts)
    return -seconds if text.startswith("-") else seconds
