"""A week of somebody's work, in pieces, and one in which every fact is known.

It is Wednesday, 15:00 in Berlin; a shift runs from 09:00 to 17:00.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from typing import TypeVar
from zoneinfo import ZoneInfo

from tests.fakes.loudness import level
from workspace_assistant.core.breaks.model import (
    ActivityKind,
    ActivityStretch,
    BreakKind,
    BreakRecord,
    Outcome,
)
from workspace_assistant.core.check_in.model import Answers, CheckIn, HardContact
from workspace_assistant.core.ergonomics.model import Assessment, Duration, Origin, Sheet, Timed
from workspace_assistant.core.ergonomics.model import Band as UseBand
from workspace_assistant.core.ergonomics.questions import QUESTIONS, best_answer
from workspace_assistant.core.facts.gathering import facts_of
from workspace_assistant.core.facts.model import Fact, Unknown
from workspace_assistant.core.facts.sources import Sources
from workspace_assistant.core.focus.model import (
    Block,
    Cause,
    Channel,
    Gap,
    GapReason,
    Interruption,
)
from workspace_assistant.core.focus.model import (
    Origin as CauseOrigin,
)
from workspace_assistant.core.line_watch.model import EventKind, LineEvent
from workspace_assistant.core.readiness.model import (
    CheckResult,
    Finding,
    Measurement,
    ReadinessReport,
    Severity,
    Value,
    Verdict,
)
from workspace_assistant.core.shifts.model import Place, Shift

ZONE = ZoneInfo("Europe/Berlin")
TODAY = date(2026, 11, 25)
_ids = count()

ItemT = TypeVar("ItemT")


def at(days_ago: int, hour: int, minute: int = 0) -> datetime:
    """A local time so many days before today."""
    on = TODAY - timedelta(days=days_ago)
    return datetime.combine(on, time(hour, minute), ZONE).astimezone(UTC)


NOW = at(0, 15)


def world(**sources: object) -> Sources:
    return Sources(now=NOW, zone=ZONE, **sources)  # type: ignore[arg-type] # by their names


def fact(name: str, sources: Sources) -> Fact:
    """The fact of that name, which is known."""
    found = facts_of(sources)[name]
    assert isinstance(found, Fact), found
    assert "{" not in said(found)
    return found


def value(name: str, sources: Sources) -> float:
    return fact(name, sources).value


def reason(name: str, sources: Sources) -> str:
    """Why the fact of that name is not known."""
    found = facts_of(sources)[name]
    assert isinstance(found, Unknown), found
    assert "{" not in said(found)
    return found.reason


def said(one: Fact | Unknown) -> str:
    return one.sentence.format_map(one.parts)


def block(
    start: datetime,
    minutes: float,
    *interruptions: Interruption,
    name: str = "Mails",
    channel: Channel = Channel.EMAIL,
    planned: float | None = None,
    tags: tuple[str, ...] = (),
    pause: tuple[datetime, float] | None = None,
    is_open: bool = False,
) -> Block:
    """Lengths in minutes."""
    gaps = () if pause is None else (_gap(*pause),)
    return Block(
        id=new_id(),
        name=name,
        channel=channel,
        tags=tags,
        planned_s=None if planned is None else 60 * planned,
        started_at=start,
        ended_at=None if is_open else start + timedelta(minutes=minutes),
        time_zone="Europe/Berlin",
        utc_offset_s=3600,
        gaps=gaps,
        interruptions=interruptions,
    )


def _gap(start: datetime, minutes: float) -> Gap:
    end = start + timedelta(minutes=minutes)
    return Gap(id=new_id(), started_at=start, ended_at=end, reason=GapReason.PAUSE)


def interrupted(
    when: datetime, cause: Cause = Cause.PET, note: str = "", next_step: str = ""
) -> Interruption:
    return Interruption(
        id=new_id(),
        cause=cause,
        origin=CauseOrigin.EXTERNAL,
        at=when,
        note=note,
        next_step=next_step,
    )


def shift(start: datetime, hours: float, place: Place = Place.HOME, name: str = "") -> Shift:
    return Shift(
        id=name or new_id(),
        source_id="hand",
        uid=new_id(),
        starts_at=start,
        ends_at=start + timedelta(hours=hours),
        time_zone="Europe/Berlin",
        utc_offset_s=3600,
        place=place,
    )


def stretch(
    start: datetime, minutes: float, kind: ActivityKind = ActivityKind.ACTIVE
) -> ActivityStretch:
    end = start + timedelta(minutes=minutes)
    return ActivityStretch(id=new_id(), kind=kind, started_at=start, ended_at=end)


def course(start: datetime, *parts: tuple[ActivityKind, float]) -> tuple[ActivityStretch, ...]:
    """Stretches one after the other; minutes."""
    found = []
    for kind, minutes in parts:
        found.append(stretch(start, minutes, kind))
        start = found[-1].ended_at
    return tuple(found)


def broken(
    due_at: datetime, outcome: Outcome | None = Outcome.TAKEN, why: str = "", input_s: float = 0.0
) -> BreakRecord:
    return BreakRecord(
        id=new_id(),
        kind=BreakKind.REST,
        due_at=due_at,
        outcome=outcome,
        reason=why,
        length_s=300,
        rest_s=300,
        input_s=input_s,
    )


def check_in(when: datetime, shift_id: str | None = None, **answers: int) -> CheckIn:
    told = Answers(**answers)  # type: ignore[arg-type] # numbers alone
    since = when - timedelta(hours=8)
    return CheckIn(id=new_id(), at=when, since=since, until=when, shift_id=shift_id, answers=told)


def marked(when: datetime, *, is_abusive: bool = False, is_solved: bool = False) -> HardContact:
    return HardContact(id=new_id(), at=when, is_abusive=is_abusive, is_solved=is_solved)


def report(when: datetime, *checks: CheckResult) -> ReadinessReport:
    return ReadinessReport(
        id=new_id(),
        app_version="1",
        started_at=when,
        finished_at=when,
        time_zone="Europe/Berlin",
        profile_name="p",
        profile_digest="d",
        verdict=Verdict.READY,
        bytes_used=0,
        checks=checks,
    )


def check(*measurements: Measurement, faults: Iterable[str] = ()) -> CheckResult:
    """*faults* are codes of findings, or ids of measurements that are over their limit."""
    return CheckResult(
        id="check",
        required=True,
        verdict=Verdict.READY,
        duration_s=1,
        measurements=measurements,
        findings=tuple(_finding(one) for one in faults),
    )


def measured(name: str, number: Value, **conditions: Value) -> Measurement:
    return Measurement(id=name, value=number, unit="", conditions=conditions)


def voice(
    when: datetime, level: float = -26.0, noise: float = -60.0, device: str = "Jabra", **more: float
) -> ReadinessReport:
    numbers = {
        "microphone.active_speech_level": level,
        "microphone.noise_floor": noise,
        "microphone.snr": level - noise,
        "microphone.clipping_events": more.get("clipping", 0.0),
    }
    return report(when, check(*(measured(one, it, device=device) for one, it in numbers.items())))


def _finding(code: str) -> Finding:
    return Finding(
        code=code,
        severity=Severity.CAUTION,
        measurement=code,
        value=None,
        limit=None,
        message="",
        action="",
    )


def lost_packets(when: datetime) -> LineEvent:
    return LineEvent(id=new_id(), kind=EventKind.LOSS, started_at=when, ended_at=when)


def assessed(when: datetime, workplace: str = "home", **answers: tuple[str, ...]) -> Assessment:
    """The best answer to everything but what is given."""
    given = {one.id: best_answer(one) for one in QUESTIONS}
    changed = {name.replace("_", "-"): options for name, options in answers.items()}
    durations = {one: Duration(band=UseBand.MEDIUM, origin=Origin.SAID) for one in Timed}
    return Assessment(
        id=new_id(),
        workplace=workplace,
        done_at=when,
        time_zone="Europe/Berlin",
        sheet=Sheet(answers={**given, **changed}, durations=durations),
    )


def new_id() -> str:
    return f"{next(_ids):032x}"


def rich() -> Sources:
    """Everything is known."""
    here, away, call = ActivityKind.ACTIVE, ActivityKind.AWAY, ActivityKind.CALL
    days = range(30)
    return world(
        blocks=tuple(_blocks()),
        shifts=(
            *(shift(at(day, 9), 8, name=f"shift {day}") for day in days),
            shift(at(-1, 9), 8),
        ),
        reports=tuple(_reports()),
        line_watched=(at(0, 10), at(1, 10)),
        line_events=(lost_packets(at(1, 10)),),
        breaks=tuple(broken(at(day, 11)) for day in range(6)),
        activity=tuple(
            one
            for day in reversed(days)
            for one in course(at(day, 9), (here, 120), (away, 20), (call, 60), (here, 160))
        ),
        call_levels=tuple(
            level(at(day, 12, 5), -24.0 if day < 7 else -27.0) for day in reversed(days)
        ),
        check_ins=tuple(
            check_in(
                at(day, 17) if day else at(0, 9),
                f"shift {day}",
                **dict.fromkeys(("eyes", "voice", "body", "energy", "switch_off", "contact"), 2),
                hard_contacts=3,
                abusive_contacts=1,
                solved_contacts=2,
            )
            for day in days
        ),
        assessments=(assessed(at(40, 9)),),
    )


def _blocks() -> Iterable[Block]:
    for day in range(10):
        noises = [
            interrupted(at(day, 10, minute), cause)
            for minute, cause in enumerate((Cause.NOISE, Cause.FAMILY))
        ]
        yield block(at(day, 10), 50, *noises, planned=50)
        yield block(at(day, 13), 20, planned=50)
    for day in (0, 2, 4):
        yield block(at(day, 8), 30, name="Python", channel=Channel.LEARNING)


def _reports() -> Iterable[ReadinessReport]:
    for day in (33, *range(20, -1, -2)):
        yield voice(at(day, 8), device="Jabra" if day < 25 else "Built-in")
        yield report(
            at(day, 8, 5),
            check(
                measured("voice.jitter", 5.0),
                measured("voice.loss", 0.0),
                measured("bandwidth.upload", 8e6),
                measured("connection.interface", "wifi"),
                measured("computer.cpu_utilization", 0.4),
            ),
        )


def without(sources: Sources, name: str) -> Sources:
    return replace(sources, **{name: ()})  # type: ignore[arg-type] # all of them are tuples
