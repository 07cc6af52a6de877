"""Representative rows of every table, by the stores of whatever program is on the path.

Run as a script with the sources of one program on ``PYTHONPATH``, the path of its database and,
where that program cannot check any more, a report in JSON: ``keep.py`` does that. A kind of data
that this program does not know yet is passed over. Nothing of the tests is imported, so that
programs of any age write what they wrote then.
"""

from __future__ import annotations

import sys
from contextlib import closing
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from workspace_assistant.adapters.sqlite.database import Database

# A week in autumn whose Sunday has 25 hours, in a zone that is not UTC.
MONDAY = datetime(2026, 10, 19, 8, tzinfo=UTC)
MADRID, SUMMER_S = "Europe/Madrid", 7200


def at(hours: float, day: int = 0) -> datetime:
    """So long after Monday 10:00 in Madrid."""
    return MONDAY + timedelta(days=day, hours=hours)


def put_report(database: Database, document: str) -> None:
    from workspace_assistant.adapters.sqlite.readiness_reports import SqliteReportStore
    from workspace_assistant.core.readiness.report import report_from_json

    SqliteReportStore(database).add(report_from_json(document))


def put_blocks(database: Database) -> None:
    from workspace_assistant.adapters.sqlite.focus_log import SqliteFocusLog
    from workspace_assistant.core.focus.changes import Change
    from workspace_assistant.core.focus.clock import Reading
    from workspace_assistant.core.focus.model import (
        Block,
        Cause,
        Channel,
        ClockChange,
        Gap,
        GapReason,
        Interruption,
        Origin,
    )
    from workspace_assistant.core.focus.ports import Heartbeat

    interruptions = (
        Interruption(
            id="i1", cause=Cause.PET, origin=Origin.EXTERNAL, at=at(0.2), ended_at=at(0.3)
        ),
        Interruption(
            id="i2",
            cause=Cause.SELF,
            origin=Origin.INTERNAL,
            at=at(0.9),
            note="“Rückruf” 🐈",
            next_step="Fall 7",
        ),
    )
    gaps = (
        Gap(id="g1", started_at=at(0.4), ended_at=at(0.5), reason=GapReason.PAUSE),
        Gap(
            id="g2",
            started_at=at(0.6),
            ended_at=at(0.8),
            reason=GapReason.IDLE,
            is_unanswered=True,
        ),
    )
    rich = Block(
        id="c0ffee00c0ffee00c0ffee00c0ffee00",
        name="Rückfragen “eilig”",
        channel=Channel.CHAT,
        tags=("später", "a,b"),
        planned_s=3000.5,
        started_at=at(0) - timedelta(microseconds=1),
        ended_at=at(1),
        time_zone=MADRID,
        utc_offset_s=SUMMER_S,
        gaps=gaps,
        interruptions=interruptions,
        clock_changes=(ClockChange(at=at(0.7), by_s=-12.25),),
        source="toggl:42",
    )
    plain = Block(
        id="facade00facade00facade00facade00",
        name="Mail",
        started_at=at(2, day=1),
        ended_at=at(3, day=1),
        time_zone=MADRID,
        utc_offset_s=SUMMER_S,
    )
    log = SqliteFocusLog(database)
    with log.writing() as writer:
        kept = [_put_block(writer, one) for one in (rich, plain)]
        undo = Change(at=at(5), actor="window", action="undo", differences=(), undoes=kept[-1].id)
        writer.record(undo)
        writer.beat(
            Heartbeat(
                block_id=rich.id,
                at=at(0.9),
                reading=Reading(wall_at=at(0.9), elapsed_s=1234.5, awake_s=1200.25, boot_id="boot"),
                watcher="w-1",
                watcher_kind="window",
                last_active_at=at(0.85),
                unknown=("Calls cannot be seen here.",),
            )
        )


def _put_block(writer: Any, block: Any) -> Any:
    """The block and the change that it came by, as a command writes them."""
    from workspace_assistant.core.focus.changes import Change, difference

    writer.put(block)
    made = difference(None, block)
    assert made is not None
    return writer.record(Change(at=at(4), actor="command-line", action="add", differences=(made,)))


def put_shifts(database: Database) -> None:
    from workspace_assistant.adapters.sqlite.shift_store import SqliteShiftStore
    from workspace_assistant.core.shifts.model import (
        ChangeKind,
        FeedState,
        Pattern,
        Place,
        Shift,
        ShiftBreak,
        ShiftChange,
        Source,
        SourceKind,
        WeeklyShift,
    )

    lines = (WeeklyShift(weekday=1, starts=time(22), ends=time(6), place=Place.OFFICE),)
    pattern = Pattern(time_zone=MADRID, lines=lines, from_on=date(2026, 10, 19), every_weeks=2)
    feed = Source(id="feed", kind=SourceKind.SUBSCRIPTION, name="Roster", time_zone=MADRID)
    nights = Source(
        id="nights", kind=SourceKind.PATTERN, name="Nights", time_zone=MADRID, pattern=pattern
    )
    early = Shift(
        id="early",
        source_id="feed",
        uid="uid-1",
        name="Früh “A”",
        starts_at=at(-1),
        ends_at=at(7),
        time_zone=MADRID,
        utc_offset_s=SUMMER_S,
        breaks=(ShiftBreak(starts_at=at(2), ends_at=at(2.5), name="Lunch"),),
    )
    hidden = Shift(
        id="night",
        source_id="nights",
        uid="2026-10-20",
        starts_at=at(12, day=1),
        ends_at=at(20, day=1),
        time_zone=MADRID,
        utc_offset_s=SUMMER_S,
        place=Place.OFFICE,
        is_hidden=True,
    )
    state = FeedState(
        source_id="feed",
        succeeded_at=at(-2),
        tried_at=at(-1),
        failures=1,
        trouble="The server did not answer.",
        trouble_code="no-answer",
        etag='"5"',
        last_modified="Mon, 19 Oct 2026 06:00:00 GMT",
        next_try_at=at(1),
    )
    added = ShiftChange(id=0, noticed_at=at(-2), kind=ChangeKind.ADDED, before=None, after=early)
    with SqliteShiftStore(database).writing() as writer:
        for source in (feed, nights):
            writer.put_source(source)
        writer.put_feed_state(state)
        for shift in (early, hidden):
            writer.put(shift)
        writer.note_change(added)


def put_reminders(database: Database) -> None:
    from workspace_assistant.adapters.sqlite.preshift_attempts import SqliteAttemptStore
    from workspace_assistant.adapters.sqlite.why_log import SqliteWhyLog
    from workspace_assistant.core.preshift.model import Attempt, AttemptState
    from workspace_assistant.core.reminders.model import Entry, Outcome, ReminderKind

    told = Entry(
        at=at(-1.2),
        kind=ReminderKind.READINESS,
        about="early",
        title="Not ready",
        outcome=Outcome.SHOWN,
        reason="confirmed-2-of-3",
        detail="Upload is slow.",
    )
    SqliteWhyLog(database).add(told)
    attempt = Attempt(
        shift_id="early",
        shift_starts_at=at(-1),
        number=1,
        due_at=at(-1.25),
        state=AttemptState.DONE,
        began_at=at(-1.25),
        report_id="report",
        verdict="caution",
        top_finding="upload-below-requirement",
        detail="one",
        told="shown",
    )
    SqliteAttemptStore(database).put(attempt)


def put_line(database: Database) -> None:
    from workspace_assistant.adapters.sqlite.line_store import SqliteLineStore
    from workspace_assistant.core.line_watch.model import EventKind, LineEvent, Minute, Side, Tally

    server = Tally(sent=60, lost=3, median_ms=31.5, worst_ms=190.25)
    store = SqliteLineStore(database)
    event = LineEvent(
        id="e1",
        kind=EventKind.LOSS,
        started_at=at(1),
        ended_at=at(1) + timedelta(seconds=59),
        is_over=True,
        server=server,
        gateway=Tally(sent=60),
        cpu_fraction=0.25,
        side=Side.UNKNOWN,
    )
    store.put_event(event)
    store.put_minute(Minute(started_at=at(1), seconds=60, server=server))


def put_tips(database: Database) -> None:
    from workspace_assistant.adapters.sqlite.tip_log import SqliteTipLog
    from workspace_assistant.core.tips.model import Answer, Quote, TipEvent

    quote = Quote(
        name="interruptions.pet.week",
        value=4.5,
        sentence="{count} interruptions by pets.",
        parts={"count": "4"},
    )
    log = SqliteTipLog(database)
    log.add(TipEvent(at=at(3), tip_id="pet-door", answer=None, period="early", quotes=(quote,)))
    log.add(TipEvent(at=at(3.1), tip_id="pet-door", answer=Answer.HELPED, period="early"))


def put_self_checks(database: Database) -> None:
    from workspace_assistant.adapters.sqlite.ergonomics_store import SqliteAssessmentStore
    from workspace_assistant.core.ergonomics.model import (
        Assessment,
        Band,
        Duration,
        Origin,
        Sheet,
        Timed,
        WorkplaceChange,
    )

    durations = {
        Timed.CHAIR: Duration(band=Band.LONG, origin=Origin.SAID),
        Timed.MOUSE: Duration(
            band=None,
            origin=Origin.LOGGED,
            basis="Only {days} days were logged.",
            parts={"days": "1"},
        ),
    }
    sheet = Sheet(answers={"seat-height": ("low",), "noise": ()}, durations=durations)
    store = SqliteAssessmentStore(database)
    store.add(
        Assessment(id="a1", workplace="Dachboden Süd", done_at=at(6), time_zone=MADRID, sheet=sheet)
    )
    store.add_change(WorkplaceChange(workplace="Dachboden Süd", at=at(6.5)))


def put_check_ins(database: Database) -> None:
    from workspace_assistant.adapters.sqlite.check_in_store import SqliteCheckInStore
    from workspace_assistant.core.check_in.model import Answers, CheckIn, HardContact

    answers = Answers(eyes=2, contact=5, hard_contacts=0, learning_minutes=20, note="“so so” 🙂")
    store = SqliteCheckInStore(database)
    store.put(
        CheckIn(id="c1", at=at(7), since=at(-1), until=at(7), shift_id="early", answers=answers)
    )
    store.mark(HardContact(id="h1", at=at(4), is_abusive=True))


def put_breaks(database: Database) -> None:
    from workspace_assistant.adapters.sqlite.breaks_store import SqliteBreakStore
    from workspace_assistant.core.breaks.model import (
        Act,
        ActivityKind,
        ActivityStretch,
        BreakKind,
        BreakRecord,
        Outcome,
    )
    from workspace_assistant.core.breaks.ports import Asked, Beat

    store = SqliteBreakStore(database)
    store.put(
        BreakRecord(
            id="b1",
            kind=BreakKind.REST,
            due_at=at(1.5),
            offered_at=at(1.51),
            began_at=at(1.52),
            ended_at=at(1.61),
            outcome=Outcome.TAKEN,
            length_s=300.0,
            rest_s=290.5,
            input_s=9.5,
            postponed_count=1,
        )
    )
    store.put(
        BreakRecord(
            id="b2",
            kind=BreakKind.MICRO,
            due_at=at(4),
            ended_at=at(4.2),
            outcome=Outcome.BLOCKED,
            reason="in-call",
            length_s=30.0,
        )
    )
    store.prolong(
        ActivityStretch(id="s1", kind=ActivityKind.ACTIVE, started_at=at(0), ended_at=at(1.5))
    )
    store.prolong(
        ActivityStretch(id="s2", kind=ActivityKind.CALL, started_at=at(3), ended_at=at(4.5))
    )
    store.claim(Beat(watcher="one", at=at(7), elapsed_s=100.0, awake_s=90.0, boot_id="boot"))
    store.ask(Asked(id="b2", act=Act.SKIP, at=at(4.1)))


def put_days_off(database: Database) -> None:
    from workspace_assistant.adapters.sqlite.leave_store import SqliteLeaveStore
    from workspace_assistant.core.leave.model import LeaveDay, LeaveKind

    days = (
        LeaveDay(on=date(2026, 10, 22), kind=LeaveKind.SICK),
        LeaveDay(on=date(2026, 10, 23), kind=LeaveKind.HOLIDAY),
    )
    SqliteLeaveStore(database).put(days)


def put_levels(database: Database) -> None:
    from workspace_assistant.adapters.sqlite.loudness_store import SqliteLoudnessStore
    from workspace_assistant.core.loudness.model import CallLevel, Microphone

    headset = Microphone(source_id="usb.headset", name="Jabra “Evolve”", port="mic", volume_db=-6.0)
    known = CallLevel(
        at=at(3.5), level_dbov=-26.5, noise_dbov=-60.25, speech_s=2.5, microphone=headset
    )
    SqliteLoudnessStore(database).put(known)


def put_restored_files(database: Database) -> None:
    """What a restore leaves where it is killed between its commit and its last file."""
    from workspace_assistant.adapters.sqlite import restored_file_schema  # noqa: F401 - is it known

    with database.transaction() as connection:
        connection.execute("INSERT INTO restored_file VALUES ('choices.json', ?)", (b"{}",))


def put_outbox(database: Database) -> None:
    from workspace_assistant.adapters.sqlite.outbox import SqliteOutbox
    from workspace_assistant.core.publishing.model import Consent, Draft, Group, Signal

    outbox = SqliteOutbox(database)
    consent = Consent(
        url="https://collector.example/otlp",
        groups=frozenset({Group.VERDICTS, Group.WEEK}),
        has_token=True,
        instance_id="instance",
        given_at=at(0),
    )
    outbox.begin(consent, keeps_waiting=False)
    draft = Draft(signal=Signal.LOGS, document={"resourceLogs": []})
    outbox.put("report-to-come", [draft], at(1))


PUTTERS = (
    put_blocks,
    put_shifts,
    put_reminders,
    put_line,
    put_tips,
    put_self_checks,
    put_check_ins,
    put_breaks,
    put_days_off,
    put_levels,
    put_restored_files,
    put_outbox,
)


def main(path: Path, *reports: str) -> None:
    with closing(Database(path)) as database:
        for report in reports:
            put_report(database, Path(report).read_text("utf-8"))
        for put in PUTTERS:
            try:
                put(database)
            except ImportError as error:  # a program from before that kind of data
                sys.stderr.write(f"{put.__name__}: {error}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
