"""The watch over the line as the window has it: a real database, clock and alarm, no network."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.fakes.preshift import FakeDesktop
from tests.unit.core.line_watch.lines import events_of, line
from workspace_assistant.bootstrap import shift_watch
from workspace_assistant.bootstrap.line_page import WindowLine
from workspace_assistant.bootstrap.preshift_checks import SystemCircumstances
from workspace_assistant.bootstrap.shifts import shift_service
from workspace_assistant.core.jobs import JobCancelledError, JobContext
from workspace_assistant.core.line_watch.day import LineDay
from workspace_assistant.core.line_watch.minutes import summed
from workspace_assistant.core.line_watch.model import LineEvent, Second
from workspace_assistant.core.line_watch.ports import LineStore
from workspace_assistant.core.line_watch.shift_watch import NotWatched, Watching
from workspace_assistant.core.line_watch.wording import plain_words
from workspace_assistant.core.readiness.profile.model import WorkplaceProfile
from workspace_assistant.core.reminders.model import ReminderKind
from workspace_assistant.core.shifts.drafts import ShiftDraft
from workspace_assistant.core.spans import Span

SOON_S = 5.0
(EVENT,) = events_of(line("." * 60 + "x" * 8 + "." * 60))


class Desk:
    """A data directory with the window's watch, whose line is scripted."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.line = WindowLine(folder)
        self.services = self.line.services()
        self.desktop = FakeDesktop()
        self.readings: queue.Queue[object] = queue.Queue()
        self.keys: list[str] = []
        self.watching, self.left = threading.Event(), threading.Event()
        self.ctx = JobContext(lambda progress: self.readings.put(progress.reading))
        self.is_cancelled = threading.Event()
        self.job = threading.Thread(target=self._run)

    def shift_now(self) -> None:
        now = datetime.now(UTC).replace(microsecond=0)
        shift_service(self.folder).add(
            ShiftDraft(starts_at=now - timedelta(hours=1), ends_at=now + timedelta(hours=1))
        )

    def day(self) -> LineDay:
        return self.services.day(Span(EVENT.started_at - timedelta(hours=1), EVENT.ended_at))

    def watch_line(
        self,
        store: LineStore,
        _profile: WorkplaceProfile,
        on_event: Callable[[LineEvent], None],
        ctx: JobContext,
    ) -> None:
        """Finds one event, then is bored."""
        store.put_minute(summed(line("." * 60, start=EVENT.started_at.replace(second=0))))
        store.put_event(EVENT)
        on_event(EVENT)
        self.watching.set()
        try:
            while True:
                ctx.report(reading=Second(at=datetime.now(UTC)))
                ctx.wait(0.05)
        finally:
            self.left.set()

    def _run(self) -> None:
        try:
            words = plain_words(UTC)
            self.services.watch(self.desktop, words, self.keys.append, self.ctx)
        except JobCancelledError:
            self.is_cancelled.set()


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    made = Desk(tmp_path)
    monkeypatch.setattr(shift_watch, "desktop_notifier", lambda _: None)
    monkeypatch.setattr(shift_watch, "watch_line", made.watch_line)
    monkeypatch.setattr(SystemCircumstances, "in_call", lambda _: False)
    yield made
    made.ctx.cancel()
    if made.job.ident is not None:
        made.job.join(SOON_S)
    assert not made.job.is_alive()


def test_it_is_off_until_turned_on_and_stays_so(desk: Desk, tmp_path: Path) -> None:
    assert desk.day() == LineDay(is_on=False)
    desk.services.turn(True)
    assert WindowLine(tmp_path).services().day(Span(EVENT.started_at, EVENT.ended_at)).is_on
    desk.services.turn(False)
    assert not desk.day().is_on


def test_turned_it_follows_at_once_and_tells_its_news_alone(desk: Desk) -> None:
    desk.shift_now()
    desk.job.start()
    assert not desk.watching.wait(0.5)
    desk.services.turn(True)
    assert desk.watching.wait(SOON_S)
    assert desk.readings.get(timeout=SOON_S) == EVENT
    assert not desk.desktop.shown  # over before it could be told
    desk.services.turn(False)
    assert desk.left.wait(SOON_S)
    since = desk.readings.get(timeout=SOON_S)
    assert isinstance(since, Watching)
    assert since.since
    told = iter(lambda: desk.readings.get(timeout=SOON_S), Watching())
    assert set(told) <= {since}  # and once more when a minute is over
    assert desk.day() == LineDay(is_on=False, seconds=60, seen_s=60, probes=60, events=(EVENT,))
    desk.ctx.cancel()
    assert desk.is_cancelled.wait(SOON_S)


def test_a_shift_that_is_added_is_seen_at_once(desk: Desk) -> None:
    desk.services.turn(True)
    desk.job.start()
    assert not desk.watching.wait(0.5)
    desk.shift_now()
    desk.line.ring()
    assert desk.watching.wait(SOON_S)


def test_a_profile_that_cannot_be_used_is_told(desk: Desk) -> None:
    (desk.folder / "profile.toml").write_text("schema = ", encoding="utf-8")
    desk.shift_now()
    desk.services.turn(True)
    desk.job.start()
    trouble = desk.readings.get(timeout=SOON_S)
    assert isinstance(trouble, NotWatched)
    assert trouble.reason.startswith("The workplace profile cannot be used (not valid TOML")
    (desk.folder / "profile.toml").unlink()
    desk.line.ring()
    assert desk.watching.wait(SOON_S)


def test_what_is_pressed_on_its_notification_is_passed_on(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = replace(EVENT, is_over=False)

    def watch_line(
        _store: object, _profile: object, on_event: Callable[[LineEvent], None], ctx: JobContext
    ) -> None:
        on_event(begun)
        desk.watching.set()
        ctx.wait(60)

    monkeypatch.setattr(shift_watch, "watch_line", watch_line)
    desk.shift_now()
    desk.services.turn(True)
    desk.job.start()
    assert desk.watching.wait(SOON_S)
    desk.desktop.press(ReminderKind.LINE, "open")
    assert desk.keys == ["open"]
