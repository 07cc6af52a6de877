"""Plays written days: what happens at a desk, and what the log must say of it afterwards.

A file has two parts with ``---`` between. The first tells what happens, a line each; the second
what the log holds then. Lengths are such as ``30m``; `in ZONE at INSTANT` begins.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from tests.unit.core.focus.desk import Desk
from workspace_assistant.core.days import day_of
from workspace_assistant.core.focus.accounting import gap_s, span_s, state, worked_s
from workspace_assistant.core.focus.acts import Plan
from workspace_assistant.core.focus.answer_service import AnswerService
from workspace_assistant.core.focus.answers import Answer
from workspace_assistant.core.focus.model import Block, Cause, Gap
from workspace_assistant.core.focus.recovery import RecoveryChoice
from workspace_assistant.core.focus.watch_service import Standing
from workspace_assistant.core.lengths import length_text

FOLDER = Path(__file__).parent / "written"
_UNITS_S = {"s": 1, "m": 60, "h": 3600, "d": 86_400}


@dataclass
class Day:
    desk: Desk = field(default_factory=Desk)

    def play(self, script: str) -> None:
        for line in script.splitlines():
            words = line.partition("#")[0].split()
            if words:
                getattr(self, f"do_{words[0].replace('-', '_')}")(*words[1:])

    def do_in(self, zone: str, _: str, instant: str) -> None:
        self.desk.clock.zone = zone
        self.desk.clock.wall_at = datetime.fromisoformat(instant)

    def do_fly_to(self, zone: str) -> None:
        self.desk.clock.zone = zone

    def do_start(self, name: str, length: str = "") -> None:
        self.desk.person.start(Plan(name=name, planned_s=_seconds(length) if length else None))
        self.desk.look()

    def do_work(self, length: str) -> None:
        """A key every five seconds, the first after five."""
        self.desk.work(_seconds(length))

    def do_away(self, length: str) -> None:
        self.desk.quiet(_seconds(length))

    def do_locked(self, length: str) -> None:
        self.desk.presence.is_locked = True
        self.desk.quiet(_seconds(length))
        self.desk.presence.is_locked = False

    def do_call(self, length: str) -> None:
        """Listening: nothing is typed."""
        self.desk.calls.answer = True
        self.desk.quiet(_seconds(length))
        self.desk.calls.answer = False

    def do_sleep(self, length: str) -> None:
        self.desk.sleep(_seconds(length))
        self.desk.look()

    def do_unplugged(self, length: str) -> None:
        """The computer is off; then it starts, and the program with it."""
        self.desk.clock.reboot(_seconds(length))
        self._new_program()

    def do_killed(self, length: str) -> None:
        """The program is; the person goes on working."""
        self.desk.clock.advance(_seconds(length))
        self._new_program()

    def do_set_clock(self, by: str) -> None:
        self.desk.clock.step_wall(_seconds(by))
        self.desk.look()

    def do_off_work(self, length: str) -> None:
        self.desk.clock.advance(_seconds(length))

    def do_interrupt(self, cause: str) -> None:
        self.desk.person.interrupt(Cause(cause))

    def do_back(self) -> None:
        self.desk.person.back()

    def do_pause(self) -> None:
        self.desk.person.pause()

    def do_resume(self) -> None:
        self.desk.person.resume()

    def do_undo(self) -> None:
        self.desk.person.undo_last()

    def do_stop(self) -> None:
        self.desk.person.stop()
        self.desk.look()

    def do_recover(self, choice: str) -> None:
        self.desk.person.recover(RecoveryChoice(choice))
        self.desk.look()

    def do_answer(self, answer: str) -> None:
        desk = self.desk
        service = AnswerService(desk.log, desk.clock, desk.new_id, "window")
        question = service.questions()[0]
        service.answer(question.block.id, question.gap.id, Answer(answer))

    def told(self) -> list[str]:
        """The log in lines: every minute of it, and on which day it counts."""
        blocks = sorted(self.desk.log.kept.blocks.values(), key=lambda one: one.started_at)
        return [line for block in blocks for line in _lines(block, self.desk.clock.wall_at)]

    def _new_program(self) -> None:
        self.desk.standing = Standing()
        self.desk.name += "'"
        self.desk.look()


def _lines(block: Block, now: datetime) -> list[str]:
    zone = ZoneInfo(block.time_zone)
    end = "" if block.ended_at is None else _local(block.ended_at, zone)
    span, worked = length_text(span_s(block, now)), length_text(worked_s(block, now))
    day = day_of(block.started_at, zone)
    when = f"{block.name} {_local(block.started_at, zone)} - {end}"
    lines = [f"{when}: {worked} of {span}, {state(block, now)}, day {day}"]
    lines += [f"  {_gap(gap, zone, now)}" for gap in block.gaps]
    for one in block.interruptions:
        until = "" if one.ended_at is None else f" - {_local(one.ended_at, zone)[11:16]}"
        lines.append(f"  {one.cause} {_local(one.at, zone)[11:16]}{until}")
    lines += [
        f"  clock {_local(change.at, zone)[11:16]} {change.by_s:+g} s"
        for change in block.clock_changes
    ]
    return lines


def _gap(gap: Gap, zone: ZoneInfo, now: datetime) -> str:
    asked = "?" if gap.is_unanswered else ""
    return (
        f"{gap.reason} {_local(gap.started_at, zone)[11:16]} {length_text(gap_s(gap, now))}{asked}"
    )


def _local(at: datetime, zone: ZoneInfo) -> str:
    """To the second where it is not a whole minute."""
    shown = at.astimezone(zone)
    return shown.isoformat(timespec="minutes" if shown.second == 0 else "seconds")


def _seconds(text: str) -> float:
    parts = re.findall(r"([\d.]+)([smhd])", text)
    seconds = sum(float(number) * _UNITS_S[unit] for number, unit in parts)
    return -seconds if text.startswith("-") else seconds
