"""What other programs write is read exactly, and what cannot be read is named with its place."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from tests.fakes.focus import CountingId, FakeClock
from workspace_assistant.core.errors import UserInputError
from workspace_assistant.core.focus.exchange.activity_watch import parse_activity_watch
from workspace_assistant.core.focus.exchange.clockify import parse_clockify
from workspace_assistant.core.focus.exchange.formats import FORMATS, format_of
from workspace_assistant.core.focus.exchange.parsed import Parsed, Taking
from workspace_assistant.core.focus.exchange.timewarrior import parse_timewarrior
from workspace_assistant.core.focus.exchange.toggl import parse_toggl
from workspace_assistant.core.focus.exchange.watson import parse_watson
from workspace_assistant.core.focus.invariants import faults
from workspace_assistant.core.focus.model import Channel, GapReason

TOGGL_HEAD = (
    "User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,"
    "Duration,Tags,Amount (EUR)"
)
CLOCKIFY_HEAD = (
    "Project,Client,Description,Task,User,Group,Email,Tags,Billable,Start Date,Start Time,End Date,"
    "End Time,Duration (h),Duration (decimal),Billable Rate (EUR),Billable Amount (EUR)"
)


def taking(zone: str = "Europe/Madrid", date_order: str | None = None) -> Taking:
    return Taking(
        zone=zone,
        utc_offset_s=FakeClock().utc_offset_s,
        new_id=CountingId(),
        date_order=date_order,
    )


def toggl(*entries: str, head: str = TOGGL_HEAD) -> str:
    return "\ufeff" + "\r\n".join([head, *entries]) + "\r\n"


def toggl_row(start: str, end: str, duration: str = "", name: str = "Refunds") -> str:
    (day, begun), (last, over) = start.split(), end.split()
    return f"Ana,a@b.example,,Acme,,{name},No,{day},{begun},{last},{over},{duration},chat,"


def clockify_row(start: str, end: str, duration: str = "01:00:00") -> str:
    (day, begun), (last, over) = start.split(" ", 1), end.split(" ", 1)
    return f"Acme,,Refunds,,Ana,,a@b.example,vip,No,{day},{begun},{last},{over},{duration},1,0,0"


def at(hour: int, minute: int = 0, day: int = 5, month: int = 1) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=UTC)


def spans(parsed: Parsed) -> list[tuple[datetime, datetime | None]]:
    assert parsed.faults == ()
    assert all(faults(block) == () for block in parsed.blocks)
    return [(block.started_at, block.ended_at) for block in parsed.blocks]


def test_toggl_entry_is_a_block_with_project_and_tags() -> None:
    parsed = parse_toggl(
        toggl(toggl_row("2026-01-05 09:00:00", "2026-01-05 10:30:00", "01:30:00")), taking()
    )

    assert spans(parsed) == [(at(8), at(9, 30))]
    block = parsed.blocks[0]
    assert (block.name, block.tags, block.channel) == ("Refunds", ("Acme", "chat"), Channel.CHAT)
    assert (block.time_zone, block.utc_offset_s) == ("Europe/Madrid", 3600)


def test_toggl_entry_in_the_hour_that_came_twice_is_told_apart_by_its_duration() -> None:
    # Madrid, 2026-10-25: 03:00 summer time became 02:00 winter time.
    parsed = parse_toggl(
        toggl(
            toggl_row("2026-10-25 02:10:00", "2026-10-25 02:40:00", "01:30:00"),
            toggl_row("2026-10-25 01:50:00", "2026-10-25 03:10:00", "02:20:00"),
        ),
        taking(),
    )

    assert spans(parsed) == [
        (at(23, 50, day=24, month=10), at(2, 10, day=25, month=10)),
        (at(0, 10, day=25, month=10), at(1, 40, day=25, month=10)),
    ]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (toggl_row("2026-10-25 02:10:00", "2026-10-25 02:40:00", "00:30:00"), "came twice"),
        (toggl_row("2026-10-25 02:10:00", "2026-10-25 02:40:00"), "came twice"),
        (toggl_row("2026-03-29 02:10:00", "2026-03-29 03:40:00", "00:30:00"), "never was"),
        (toggl_row("2026-01-05 09:00:00", "2026-01-05 10:00:00", "00:10:00"), "duration is not"),
        (toggl_row("2026-01-05 10:00:00", "2026-01-05 09:00:00"), "ends before"),
        (toggl_row("2026-13-05 10:00:00", "2026-01-05 11:00:00"), "“2026-13-05” is no date"),
        (toggl_row("yesterday 10:00:00", "2026-01-05 11:00:00"), "“yesterday” is no date"),
        (toggl_row("2026-01-05 25:00:00", "2026-01-05 11:00:00"), "no time of day"),
        (toggl_row("2026-01-05 noon", "2026-01-05 11:00:00"), "no time of day"),
    ],
)
def test_a_toggl_row_that_cannot_be_taken_names_its_line_and_why(row: str, reason: str) -> None:
    good = toggl_row("2026-01-05 12:00:00", "2026-01-05 13:00:00")

    parsed = parse_toggl(toggl(good, row), taking())

    assert [fault.place for fault in parsed.faults] == ["line 3"]
    assert reason in parsed.faults[0].reason
    assert len(parsed.blocks) == 1


def test_lines_are_counted_where_a_field_has_several() -> None:
    good = toggl_row("2026-01-05 12:00:00", "2026-01-05 13:00:00", name='"two\nlines"')
    bad = toggl_row("2026-01-05 14:00:00", "2026-01-05 13:00:00")

    parsed = parse_toggl(toggl(good, "", bad), taking())

    assert parsed.blocks[0].name == "two lines"
    assert [fault.place for fault in parsed.faults] == ["line 5"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "line 1: lacks the columns Description"),
        ("Description,Start date\n", "lacks the columns Start time, End date, End time"),
        (toggl('"unending'), "line 2"),
    ],
)
def test_what_is_no_toggl_report_is_refused(text: str, reason: str) -> None:
    with pytest.raises(UserInputError, match=reason):
        parse_toggl(text, taking())


def test_too_many_rows_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workspace_assistant.core.focus.exchange.tables.MOST_ENTRIES", 1)
    row = toggl_row("2026-01-05 12:00:00", "2026-01-05 13:00:00")

    with pytest.raises(UserInputError, match="more than 1 entries"):
        parse_toggl(toggl(row, row), taking())


@pytest.mark.parametrize(
    ("start", "end", "order"),
    [
        ("2026-01-05 09:00:00", "2026-01-05 10:00:00", None),
        ("01/05/2026 09:00:00 AM", "01/05/2026 10:00:00 AM", "mdy"),
        ("05.01.2026 09:00", "05.01.2026 10:00", "dmy"),
    ],
)
def test_clockify_dates_are_read_in_the_order_that_is_told(
    start: str, end: str, order: str | None
) -> None:
    text = "\n".join([CLOCKIFY_HEAD, clockify_row(start, end)])

    assert spans(parse_clockify(text, taking(date_order=order))) == [(at(8), at(9))]


@pytest.mark.parametrize(
    ("date", "day"), [("01/25/2026", at(20, day=25)), ("25/01/2026", at(20, day=25))]
)
def test_one_date_of_a_clockify_file_can_tell_the_order_of_all(date: str, day: datetime) -> None:
    text = "\n".join([CLOCKIFY_HEAD, clockify_row(f"{date} 09:00:00 PM", f"{date} 10:00:00 PM")])

    assert parse_clockify(text, taking()).blocks[0].started_at == day


def test_clockify_dates_that_could_be_either_are_refused() -> None:
    text = "\n".join([CLOCKIFY_HEAD, clockify_row("01/02/2026 09:00", "01/02/2026 10:00")])

    with pytest.raises(UserInputError, match="mdy or dmy"):
        parse_clockify(text, taking())


def test_an_empty_clockify_report_is_no_fault() -> None:
    assert parse_clockify(CLOCKIFY_HEAD, taking()) == Parsed(blocks=())


def test_midnight_and_noon_in_twelve_hours() -> None:
    row = clockify_row("01/25/2026 12:00:00 AM", "01/25/2026 12:30 pm", "12:30:00")

    parsed = parse_clockify("\n".join([CLOCKIFY_HEAD, row]), taking("UTC"))

    assert spans(parsed) == [(at(0, day=25), at(12, 30, day=25))]


def test_timewarrior_data_file() -> None:
    text = (
        'inc 20260105T080000Z - 20260105T093000Z # phone "vip customer" # "case 4711"\n'
        "\n"
        "inc 20260105T100000Z - 20260105T110000Z # email\n"
        "inc 20260105T120000Z - 20260105T123000Z\n"
        "inc 20260105T130000Z # chat\n"
        "exc monday\n"
        'inc 20260105T140000Z - 20260105T143000Z # "unending\n'
        "inc 20261305T140000Z - 20260105T143000Z # x\n"
    )

    parsed = parse_timewarrior(text, taking())

    assert [(b.name, b.tags, b.channel) for b in parsed.blocks] == [
        ("case 4711", ("phone", "vip customer"), Channel.PHONE),
        ("email", (), Channel.OTHER),
        ("timewarrior", (), Channel.OTHER),
    ]
    assert [fault.place for fault in parsed.faults] == ["line 6", "line 7", "line 8"]
    assert parsed.remarks[0].startswith("“chat” was still running when the file was made")


def test_timewarrior_export() -> None:
    text = (
        '[{"id": 2, "start": "20260105T080000Z", "end": "20260105T093000Z", "tags": ["chat", "a"],'
        ' "annotation": "case"}, {"id": 1, "start": "20260105T100000Z", "tags": []},'
        ' 7, {"start": 3}, {"end": "x"}, {"start": "20260105T080000Z", "end": "", "tags": {}}]'
    )

    parsed = parse_timewarrior(text, taking())

    assert [(b.name, b.tags) for b in parsed.blocks] == [("case", ("chat", "a"))]
    assert parsed.remarks[0].startswith("“An interval” was still running")
    assert [(fault.place, fault.reason) for fault in parsed.faults] == [
        ("entry 3", "is no interval"),
        ("entry 4", "start is no text"),
        ("entry 5", "lacks start"),
        ("entry 6", "tags is no list of texts"),
    ]


def test_watson_frames() -> None:
    text = (
        '[[1767600000, 1767603600, "refunds", "a1", ["chat"], 1767603600],'
        ' [1767603600, 1767600000, "back", "a2", [], 0], [1, 2], [true, 2, "p", "i", []],'
        ' [1, 2, 3, "i", []], [1e300, 2, "p", "i", []]]'
    )

    parsed = parse_watson(text, taking())

    assert [(b.name, b.started_at, b.ended_at) for b in parsed.blocks] == [
        ("refunds", at(8), at(9))
    ]
    assert [fault.place for fault in parsed.faults] == [f"entry {n}" for n in range(2, 7)]


def stopwatch(timestamp: str, duration: object, data: str) -> str:
    return f'{{"timestamp": "{timestamp}", "duration": {duration}, "data": {data}}}'


def buckets(kind: str, *events: str) -> str:
    return f'{{"buckets": {{"b": {{"type": "{kind}", "events": [{", ".join(events)}]}}}}}}'


def test_activity_watch_stopwatch() -> None:
    text = buckets(
        "general.stopwatch",
        stopwatch("2026-01-05T08:00:00+00:00", 3600, '{"label": "refunds", "running": false}'),
        stopwatch("2026-01-05T10:00:00+01:00", 60.5, '{"label": "mail", "running": true}'),
        stopwatch("2026-01-05T10:30:00+01:00", 0, '{"label": "calls", "running": true}'),
    )

    parsed = parse_activity_watch(text, taking())

    assert [(b.name, b.started_at, b.ended_at) for b in parsed.blocks] == [
        ("refunds", at(8), at(9)),
        ("mail", at(9), at(9) + timedelta(seconds=60.5)),
    ]
    assert parsed.faults == ()
    taken, left_out = parsed.remarks
    assert taken.startswith("The stopwatch “mail” was still running")
    assert "taken up to its last sign" in taken
    assert "“calls”" in left_out
    assert "was left out" in left_out


def test_activity_with_short_absences_is_one_block_with_gaps() -> None:
    active, away = '{"status": "not-afk"}', '{"status": "afk"}'
    text = buckets(
        "afkstatus",
        stopwatch("2026-01-05T09:10:00Z", 600, active),
        stopwatch("2026-01-05T08:00:00Z", 3600, active),
        stopwatch("2026-01-05T08:30:00Z", 600, active),  # inside the one before
        stopwatch("2026-01-05T09:00:00Z", 600, away),
        stopwatch("2026-01-05T12:00:00Z", 600, active),
    )

    parsed = parse_activity_watch(text, taking())

    assert spans(parsed) == [(at(8), at(9, 20)), (at(12), at(12, 10))]
    (gap,) = parsed.blocks[0].gaps
    assert (gap.started_at, gap.ended_at, gap.reason) == (at(9), at(9, 10), GapReason.IDLE)


def test_stopwatch_entries_tell_more_than_activity() -> None:
    one = stopwatch("2026-01-05T08:00:00Z", 60, '{"label": "a"}')
    two = stopwatch("2026-01-05T08:00:00Z", 60, '{"status": "not-afk"}')
    text = (
        f'{{"buckets": {{"s": {{"type": "general.stopwatch", "events": [{one}]}},'
        f' "p": {{"type": "afkstatus", "events": [{two}]}}}}}}'
    )

    parsed = parse_activity_watch(text, taking())

    assert [block.name for block in parsed.blocks] == ["a"]
    assert len(parsed.remarks) == 1


def test_activity_watch_events_that_make_no_sense() -> None:
    good = stopwatch("2026-01-05T08:00:00Z", 60, "{}")
    text = buckets(
        "general.stopwatch",
        good,
        "7",
        '{"data": {}}',
        stopwatch("soon", 1, "{}"),
        stopwatch("2026-01-05T08:00:00", 1, "{}"),
        stopwatch("2026-01-05T08:00:00Z", -1, "{}"),
        stopwatch("2026-01-05T08:00:00Z", "true", "{}"),
        stopwatch("9999-12-31T23:00:00Z", 1e9, "{}"),
    )

    parsed = parse_activity_watch(text, taking())

    assert [block.name for block in parsed.blocks] == ["activitywatch"]
    assert [fault.place for fault in parsed.faults] == [
        f"bucket “b”, event {n}" for n in range(2, 9)
    ]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("[]", "no buckets"),
        ('{"buckets": 1}', "no buckets"),
        (buckets("currentwindow"), "no bucket of the types"),
        ('{"buckets": {"b": {"type": "afkstatus", "events": 1}, "c": 2}}', "no list"),
        ("{", "line 1, column 2"),
        ('{"buckets": NaN}', "NaN"),
        ("[" * 100_000, "nested too deeply"),
        (f"[1{'0' * 5000}]", "a number that is too long"),
    ],
)
def test_what_is_no_activity_watch_export_is_refused(text: str, reason: str) -> None:
    with pytest.raises(UserInputError, match=reason):
        parse_activity_watch(text, taking())


def test_a_list_of_something_else_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UserInputError, match="no list"):
        parse_watson("{}", taking())
    monkeypatch.setattr("workspace_assistant.core.focus.exchange.json_text.MOST_ENTRIES", 1)
    with pytest.raises(UserInputError, match="more than 1"):
        parse_watson("[1, 2]", taking())


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (toggl(), "toggl"),
        (CLOCKIFY_HEAD, "clockify"),
        ("inc 20260105T080000Z", "timewarrior"),
        ('[{"id": 1}]', "timewarrior"),
        ("[\n [1, 2]]", "watson"),
        ('{"buckets": {}}', "activitywatch"),
        ('{"schema": "workspace-assistant/focus/1"}', "json"),
    ],
)
def test_the_format_is_found_out(text: str, name: str) -> None:
    assert format_of(text) == name
    assert name in FORMATS


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(UserInputError, match="toggl, clockify, timewarrior"):
        format_of("hello")


def test_the_same_entry_has_the_same_source_and_another_one_has_not() -> None:
    row = toggl_row("2026-01-05 09:00:00", "2026-01-05 10:30:00")
    other = toggl_row("2026-01-05 09:00:00", "2026-01-05 10:30:00", name="Mail")

    first, second, third = parse_toggl(toggl(row, row, other), taking()).blocks

    assert first.source == second.source != third.source
    assert first.id != second.id
