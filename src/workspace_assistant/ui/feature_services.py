"""What pages and standing jobs work with, by feature; none of it is made before the first paint."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # the window paints first
    from datetime import date, tzinfo

    from workspace_assistant.core.balance.report.choice import ReportChoice
    from workspace_assistant.core.balance.report.subject import NamedTime, ReportSubject
    from workspace_assistant.core.balance.report_pages.paper import Paper
    from workspace_assistant.core.balance.settings_model import WeekSettings
    from workspace_assistant.core.balance.summary_model import Summary
    from workspace_assistant.core.balance.writing import Writing
    from workspace_assistant.core.breaks.model import Act, BreakRecord, Modes, Settings
    from workspace_assistant.core.check_in.service import CheckInService
    from workspace_assistant.core.data_keeping.erasing import Erasing
    from workspace_assistant.core.data_keeping.model import Backup, Contents, DataKind, Preview
    from workspace_assistant.core.data_keeping.place import Place
    from workspace_assistant.core.data_keeping.retention import Choices
    from workspace_assistant.core.ergonomics.service import ErgonomicsService
    from workspace_assistant.core.facts.model import Fact, Unknown
    from workspace_assistant.core.focus.answer_service import AnswerService
    from workspace_assistant.core.focus.correction_service import CorrectionService
    from workspace_assistant.core.focus.exchange.parsed import Parsed
    from workspace_assistant.core.focus.exchange_service import ExchangeService
    from workspace_assistant.core.focus.model import Block
    from workspace_assistant.core.focus.service import FocusService
    from workspace_assistant.core.focus.shift_frames import FramesBetween
    from workspace_assistant.core.jobs import JobContext
    from workspace_assistant.core.leave.model import LeaveKind
    from workspace_assistant.core.line_watch.day import LineDay
    from workspace_assistant.core.line_watch.wording import Words as LineWords
    from workspace_assistant.core.preshift.model import PreshiftSettings
    from workspace_assistant.core.preshift.telling import Words
    from workspace_assistant.core.publishing.model import Consent, Delivery, Group, Status
    from workspace_assistant.core.publishing.model import Preview as PublishingPreview
    from workspace_assistant.core.readiness.profile.model import WorkplaceProfile
    from workspace_assistant.core.reminders.model import Entry
    from workspace_assistant.core.reminders.ports import Notifier
    from workspace_assistant.core.schedule.service import ScheduleService
    from workspace_assistant.core.settings.managed import Managed
    from workspace_assistant.core.shifts.service import ShiftService
    from workspace_assistant.core.shifts.sign_in import FindCalendars
    from workspace_assistant.core.spans import Span
    from workspace_assistant.core.text import Say
    from workspace_assistant.core.tips.service import TipService


class Attend(Protocol):
    """Looks after shifts for as long as the program runs: a job."""

    def __call__(self, notifier: Notifier, words: Words, ctx: JobContext, /) -> None: ...


class WatchLine(Protocol):
    """Watches the line during shifts for as long as the program runs: a job."""

    def __call__(
        self,
        notifier: Notifier,
        words: LineWords,
        on_action: Callable[[str], None],
        ctx: JobContext,
        /,
    ) -> None: ...


class WatchBreaks(Protocol):
    """Watches breaks for as long as the program runs: a job."""

    def __call__(self, notifier: Notifier, say: Say, ctx: JobContext, /) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class FocusServices:
    """What the focus page works with. Everything here blocks, so it runs in jobs alone.

    All may raise `StoreUnavailableError`, and `FocusError` where an act makes no sense; then
    nothing was changed. Every act gives the `Change` that undoes it.

    Attributes:
        acts: now, start, pause, resume, extend, interrupt, back, stop, recover, undo.
        answers: questions, answer, split.
        corrections: add, edit, delete, split, merge, and interruptions likewise.
        between: the blocks that overlap [start, end), in order of their start.
        recent: the latest block of each of the names used last, newest first.
        frames_between: the shifts that have time in common with a span.
        unreadable: how many entries between two instants cannot be read.
        version: differs from an earlier answer on the same thread when the log was written since.
        zone: IANA name of the user's time zone.
        read_file: understands a file of another log, in the format named ``toggl``,
            ``clockify``, ``timewarrior``, ``watson``, ``activitywatch`` or ``json``, empty to find
            out, with dates ``dmy``, ``mdy`` or empty. Raises `UserInputError`.
        write_file: writes .csv, .json or .ics by the name's ending, as of an instant; raises
            `UserInputError`.
        exchange: previews and takes over what was read.
        watching: what watches the open block, also when the window closes.
    """

    acts: FocusService
    answers: AnswerService
    corrections: CorrectionService
    between: Callable[[datetime, datetime], tuple[Block, ...]]
    recent: Callable[[int], tuple[Block, ...]]
    frames_between: FramesBetween
    unreadable: Callable[[datetime, datetime], int]
    version: Callable[[], int]
    zone: Callable[[], str]
    read_file: Callable[[Path, str, str], Parsed]
    write_file: Callable[[Path, Sequence[Block], datetime], None]
    exchange: ExchangeService
    watching: Watching


@dataclass(frozen=True, slots=True, kw_only=True)
class Watching:
    """What watches the open block.

    Attributes:
        watch: a job for as long as the window is open; progress carries a `Standing` where that
            changes, and nothing after an act of anybody. It ends where the log is gone.
        hand_over: lets a program in the background go on once the window is closed, if a block is
            open; tells whether somebody watches. Blocks. May raise `StoreUnavailableError`.
        can_hand_over: the user wants such a program.
    """

    watch: Callable[[JobContext], None]
    hand_over: Callable[[], bool]
    can_hand_over: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftServices:
    """What the shifts page works with. Everything here blocks, so it runs in jobs alone.

    All may raise `StoreUnavailableError`, and `RefusedError` where an act makes no sense; what
    fetches a calendar or needs the keyring raises `CalendarError`. Then nothing was changed.

    Attributes:
        shifts: shifts, their sources, what changed, and previews of calendars.
        read_file: the bytes of a calendar file. Raises `UserInputError`.
        find_calendars: those that a CalDAV server has for a person. Raises `CalendarError`.
        why_log: what was told and what was held back, newest first, at most so many.
        settings, change_settings: when the check before a shift runs; changing raises
            `UserInputError` where the choice cannot be kept.
        watches_line, watch_line: whether the line is watched during shifts; changing raises
            `UserInputError` likewise.
        idle_s, keep_idle_s: after how long without a key a focus block asks; keeping raises
            `UserInputError` likewise.
        schedule: what starts the app by itself: a timer of the system, and the login.
        settled: called after each act that changes what is due; waits for nothing.
    """

    shifts: ShiftService
    read_file: Callable[[Path], bytes]
    find_calendars: FindCalendars
    why_log: Callable[[int], tuple[Entry, ...]]
    settings: Callable[[], PreshiftSettings]
    change_settings: Callable[[PreshiftSettings], None]
    watches_line: Callable[[], bool]
    watch_line: Callable[[bool], None]
    idle_s: Callable[[], float]
    keep_idle_s: Callable[[float], None]
    schedule: ScheduleService
    settled: Callable[[], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class LineServices:
    """The watch over the line. Everything here blocks, so it runs in jobs alone.

    Attributes:
        day: what is known of the line in a span. May raise `StoreUnavailableError`.
        turn: whether it is watched by itself during shifts, from now on. Raises OSError where the
            choice cannot be kept.
        watch: watches during shifts until it is cancelled. Shows notifications by the notifier
            where the desktop's own way cannot; their buttons are told to *on_action* from any
            thread. Reports the readings of `ShiftWatch`.
    """

    day: Callable[[Span], LineDay]
    turn: Callable[[bool], None]
    watch: WatchLine


@dataclass(frozen=True, slots=True, kw_only=True)
class LoudnessServices:
    """How loud the person speaks in calls. Everything here blocks, so it runs in jobs alone.

    Attributes:
        watch: takes levels in calls until it is cancelled; reports each `Taken`.
        is_on: whether levels are taken.
        turn: raises `StoreUnavailableError` where the choice cannot be kept.
        obstacle: why nothing can be measured though it is on, marked for translation; empty for
            none.
        trend: the fact of it. May raise `StoreUnavailableError`.
    """

    watch: Callable[[JobContext], None]
    is_on: Callable[[], bool]
    turn: Callable[[bool], None]
    obstacle: Callable[[], str]
    trend: Callable[[], Fact | Unknown]


@dataclass(frozen=True, slots=True, kw_only=True)
class ErgonomicsServices:
    """What the self-check of a workplace works with.

    Attributes:
        checks: keeps and compares self-checks, and knows durations from the logs. Blocks, so it
            runs in jobs alone; may raise `StoreUnavailableError`, and `WorkplaceError` for a name.
    """

    checks: ErgonomicsService


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckInServices:
    """What the check-in at the end of a shift works with.

    Everything here blocks, so it runs in jobs alone, and may raise `StoreUnavailableError`.

    Attributes:
        check_ins: when to ask, what was told, and marks of hard contacts; acts raise
            `CheckInError`.
        turn: whether to ask at the end of shifts, from now on.
        settled: follows what may end a question that is on the screen, or begin one.
    """

    check_ins: CheckInService
    turn: Callable[[bool], None]
    settled: Callable[[], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class BreakServices:
    """Breaks and tips. What blocks runs in jobs alone: everything here but *answer* and *ring*.

    All may raise `StoreUnavailableError`, and `RefusedError` where an act makes no sense; then
    nothing was changed.

    Attributes:
        watch: watches breaks until it is cancelled. Offers them by the notifier where that can
            show them, else by the desktop's notifications; reports each `BreakStanding`.
        answer: what the person says to the break that is due, or a break now; waits for nothing.
        ring: lets the watch look at once; waits for nothing.
        now: the time on the log's clock.
        zone: the person's.
        settings, change_settings: changing raises OSError where the choice cannot be kept.
        quiet, reading: asks for that mode for so many seconds; None ends it.
        records: the breaks that were due in a span.
        why_log: what of breaks and tips was told or held back, newest first, at most so many.
    """

    watch: WatchBreaks
    answer: Callable[[Act], None]
    ring: Callable[[], None]
    now: Callable[[], datetime]
    zone: Callable[[], tzinfo]
    settings: Callable[[], Settings]
    change_settings: Callable[[Settings], None]
    quiet: Callable[[float | None], Modes]
    reading: Callable[[float | None], Modes]
    records: Callable[[Span], tuple[BreakRecord, ...]]
    why_log: Callable[[int], tuple[Entry, ...]]
    tips: TipService


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekReportServices:
    """What reports of a week are made with. Everything here blocks, so it runs in jobs alone.

    Attributes:
        names: what was worked under which name in a time. Raises `StoreUnavailableError`.
        write: a file of the kind that its name asks for, in a writing and its language (BCP 47).
            Raises `UserInputError`.
    """

    names: Callable[[Span], tuple[NamedTime, ...]]
    write: Callable[[ReportSubject, ReportChoice, Path, Paper, Writing, str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekServices:
    """What the Week page works with. Everything here blocks, so it runs in jobs alone.

    All may raise `StoreUnavailableError`, and `RefusedError` where an act makes no sense or no log
    is kept in a year; then nothing was changed.

    Attributes:
        now: the time on the log's clock.
        zone: the person's.
        settings, change_settings: changing raises OSError where the choice cannot be kept.
        alone: the week around a day, without those before it: soon there, however much was ever
            logged.
        summary: the same beside the weeks before it.
        mark_days: days off from one to another, both count; None for such that are not.
        tips: what the suggestions of a summary say, and what is said of them.
        reports: what a week is handed over with.
    """

    now: Callable[[], datetime]
    zone: Callable[[], tzinfo]
    settings: Callable[[], WeekSettings]
    change_settings: Callable[[WeekSettings], None]
    alone: Callable[[date, WeekSettings], Summary]
    summary: Callable[[date, WeekSettings], Summary]
    mark_days: Callable[[date, date, LeaveKind | None], None]
    tips: TipService
    reports: WeekReportServices


@dataclass(frozen=True, slots=True, kw_only=True)
class DataServices:
    """What the person's own data is kept, handed out and erased with.

    Everything here blocks, so it runs in jobs alone. All may raise `StoreUnavailableError`
    (`DamagedStoreError` for a damaged database), and `RefusedError` or `UserInputError` where it
    is refused; then nothing was changed. What takes a context can be cancelled.

    Attributes:
        place: where everything lies, and how large it is.
        contents: what is in the database, by kind.
        newest_good: the name of the newest whole backup; empty where there is none.
        backups: those beside the data, newest first.
        back_up: to a new file or into a folder; None: beside the data.
        preview: what restoring that backup would bring, and what of now would be gone.
        restore: the backup of what was there, or the damaged database that is kept aside.
        export: into a new archive or folder; the names of the files in it.
        ages, keep_ages: how long each kind is kept; what was never chosen is kept for ever.
        older: how many of each kind lie before its instant; `take_out` removes them.
        erasing: what would go with everything.
        erase: all of it, but the entries of the keyring where the last argument says so. Nothing
            else of the window may run any more: it lets go of the database first.
    """

    now: Callable[[], datetime]
    place: Callable[[], Place]
    contents: Callable[[], Contents]
    newest_good: Callable[[], str]
    backups: Callable[[], tuple[Backup, ...]]
    back_up: Callable[[Path | None, JobContext], Backup]
    preview: Callable[[Path], Preview]
    restore: Callable[[Path], tuple[Backup | None, Path | None]]
    export: Callable[[Path, JobContext], tuple[str, ...]]
    ages: Callable[[], Choices]
    keep_ages: Callable[[Choices], None]
    older: Callable[[Mapping[DataKind, datetime]], Mapping[DataKind, int]]
    take_out: Callable[[Mapping[DataKind, datetime]], Mapping[DataKind, int]]
    erasing: Callable[[], Erasing]
    erase: Callable[[Erasing, JobContext, bool], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishingServices:
    """Publishing to the employer. Everything here blocks, so it runs in jobs alone.

    All may raise `StoreUnavailableError`, and `RefusedError` where it makes no sense; what needs
    the keyring raises `TokenError`.

    Attributes:
        preview: exactly what would be sent of the last report and week, by groups; None: by what
            was agreed to, else all.
        agree: to an address, groups and a token (empty: none); the consent, and how many messages
            were discarded.
        withdraw: nothing goes out any more; how many messages were discarded.
        send: what waits, at once.
    """

    status: Callable[[], Status]
    preview: Callable[[frozenset[Group] | None], PublishingPreview]
    agree: Callable[[str, frozenset[Group], str, JobContext], tuple[Consent, int]]
    withdraw: Callable[[JobContext], int]
    send: Callable[[JobContext], Delivery]


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsServices:
    """What the settings are read and changed with. Everything here blocks: jobs alone call it.

    Attributes:
        kept: texts by name, those of the organization among them.
        keep: sets each, an empty text takes one back; what watches them looks anew at once.
            Raises OSError, or `SaidError`, where that cannot be; then none is changed.
        managed: what the organization presets and locks.
        faults: what is wrong in the files that people write, a sentence each.
        profile: the one that counts, None where it cannot be read; and its file, empty for the one
            that comes with the program.
        microphone: the name of the chosen one; empty for the system's own.
        path: the file that people may edit.
    """

    kept: Callable[[], Mapping[str, str]]
    keep: Callable[[Mapping[str, str]], None]
    managed: Callable[[], Managed]
    faults: Callable[[], tuple[str, ...]]
    profile: Callable[[], tuple[WorkplaceProfile | None, str]]
    microphone: Callable[[], str]
    path: Path
