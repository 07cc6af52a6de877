"""Changed shifts, and calendars that cannot be read: told once, and not in a call."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

import pytest

from tests.fakes.preshift import FIRST_MORNING, WORDS, PreshiftDesk
from tests.fakes.shifts import FakeNow, a_shift, subscription
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.preshift.announcing import TROUBLE_AFTER_S, Announcing
from workspace_assistant.core.preshift.model import Refreshing
from workspace_assistant.core.preshift.outdated import Outdated
from workspace_assistant.core.reminders.model import Reminder
from workspace_assistant.core.shifts.model import ChangeKind, FeedState, Place, Shift
from workspace_assistant.core.shifts.news import News
from workspace_assistant.core.shifts.source_service import Refreshed, SourceView

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
BEFORE = a_shift("2026-11-24 09:00", "2026-11-24 17:00")
AFTER = a_shift("2026-11-24 10:00", "2026-11-24 18:00")
MOVED = News(change_ids=(1,), kind=ChangeKind.MOVED, before=BEFORE, after=AFTER)
ADDED = News(change_ids=(2,), kind=ChangeKind.ADDED, before=None, after=AFTER)


def moved_to(after: Shift) -> News:
    return replace(MOVED, after=after)


REMOVED = News(change_ids=(3,), kind=ChangeKind.REMOVED, before=BEFORE, after=None)


@dataclass
class FakeSources:
    """Implements the port `Sources`."""

    waiting: list[News] = field(default_factory=list)
    refreshed: Sequence[Refreshed] = ()
    seen: Sequence[SourceView] = ()
    next_at: datetime | None = None

    def refresh(
        self, source_id: str | None, ctx: JobContext, *, by_hand: bool = False
    ) -> Sequence[Refreshed]:
        assert (source_id, by_hand) == (None, False)
        return self.refreshed

    def next_refresh_at(self) -> datetime | None:
        return self.next_at

    def views(self) -> Sequence[SourceView]:
        return self.seen

    def news(self) -> Sequence[News]:
        return tuple(self.waiting)

    def mark_announced(self, told: Sequence[News]) -> None:
        self.waiting = [one for one in self.waiting if one not in told]


class FakeTurn:
    """Of all programs, one at a time."""

    def __init__(self) -> None:
        self.is_taken = False

    @contextmanager
    def taken(self) -> Iterator[bool]:
        if self.is_taken:
            yield False
            return
        self.is_taken = True
        try:
            yield True
        finally:
            self.is_taken = False


class Board:
    """One program; several share what is kept."""

    def __init__(self, other: Board | None = None) -> None:
        self.desk = PreshiftDesk(now=FakeNow(FIRST_MORNING))
        self.sources = FakeSources() if other is None else other.sources
        self.turn = FakeTurn() if other is None else other.turn
        if other is not None:
            self.desk.why_log = other.desk.why_log
        teller = self.desk.teller()
        self.announcing = Announcing(
            sources=self.sources,
            teller=teller,
            outdated=Outdated(
                shifts=self.desk.between,
                settings=lambda: self.desk.settings,
                teller=teller,
                now=self.desk.now,
            ),
            circumstances=self.desk.around,
            turn=self.turn.taken,
            now=self.desk.now,
            words=WORDS,
        )

    def attend(self) -> datetime | None:
        return self.announcing.attend(self.desk.ctx)


@pytest.fixture
def board() -> Board:
    return Board()


@pytest.mark.parametrize(
    ("news", "title", "body"),
    [
        (
            [MOVED],
            "A shift has moved",
            "Moved: tomorrow 09:00\u201317:00 instead of 08:00\u201316:00.",
        ),
        ([ADDED], "A shift was added", "New: tomorrow 09:00\u201317:00."),
        ([REMOVED], "A shift was taken off", "No longer planned: tomorrow 08:00\u201316:00."),
        (
            [ADDED, REMOVED],
            "Your shifts have changed",
            "New: tomorrow 09:00\u201317:00.\nNo longer planned: tomorrow 08:00\u201316:00.",
        ),
        (
            [moved_to(a_shift("2026-11-23 20:00", "2026-11-24 04:00"))],
            "A shift has moved",
            "Moved: today 19:00\u201303:00 instead of tomorrow 08:00\u201316:00.",
        ),
        (
            [moved_to(a_shift("2026-11-25 10:00", "2026-11-25 18:00"))],
            "A shift has moved",
            "Moved: Wed 09:00\u201317:00 instead of tomorrow 08:00\u201316:00.",
        ),
        (
            [moved_to(replace(BEFORE, place=Place.OFFICE))],
            "A shift has moved",
            "Now at the office: tomorrow 08:00\u201316:00.",
        ),
    ],
)
def test_a_change_is_told_once(board: Board, news: list[News], title: str, body: str) -> None:
    board.sources.waiting = news
    board.attend()
    board.attend()
    (shown,) = board.desk.desktop.shown
    assert (shown.title, shown.body) == (title, body)
    assert board.desk.reasons == [("shown", "news")]


def test_nothing_new_is_nothing_told(board: Board) -> None:
    assert board.attend() is None
    assert board.desk.reasons == []


@pytest.mark.parametrize("after_s", [None, 30.0, 3600.0])
def test_in_a_call_it_waits(board: Board, after_s: float | None) -> None:
    board.sources.waiting = [MOVED]
    board.desk.around.call = True
    now = board.desk.now()
    board.sources.next_at = None if after_s is None else now + timedelta(seconds=after_s)
    assert board.attend() == now + timedelta(seconds=min(after_s or 60.0, 60.0))
    board.attend()
    board.desk.around.call = False
    board.attend()
    assert board.desk.reasons == [("held-back", "in-call"), ("shown", "news")]


def test_without_notifications_it_is_kept_to_be_told_later(board: Board) -> None:
    board.sources.waiting = [MOVED]
    board.desk.desktop.trouble = "No way."
    board.attend()
    board.attend()
    board.desk.desktop.trouble = ""
    board.attend()
    assert board.desk.reasons == [("failed", "no-notifications"), ("shown", "news")]


def test_what_was_fetched_is_reported(board: Board) -> None:
    state = FeedState(source_id="feed")
    board.sources.refreshed = [Refreshed(source=subscription(), state=state)]
    board.attend()
    assert Refreshing(sources=("feed",)) in board.desk.readings


def view(age_s: float | None, **more: object) -> SourceView:
    succeeded_at = None if age_s is None else FIRST_MORNING - timedelta(seconds=age_s)
    state = FeedState(
        source_id="feed", succeeded_at=succeeded_at, failures=9, trouble="It is gone."
    )
    return SourceView(
        source=replace(subscription(), name="Rota"),
        state=replace(state, **more),  # type: ignore[arg-type] # the test names the fields
        coming=1,
        age_s=age_s,
        is_stale=True,
    )


def test_a_calendar_that_fails_for_a_day_is_told_once(board: Board) -> None:
    board.sources.seen = [view(TROUBLE_AFTER_S)]
    board.attend()
    board.attend()
    (shown,) = board.desk.desktop.shown
    assert shown.title == "The calendar “Rota” cannot be read"
    assert shown.body == "Its shifts are shown as they were last known. It is gone."
    assert board.desk.reasons == [("shown", "keeps-failing")]


def test_once_it_was_read_again_the_next_failure_is_news(board: Board) -> None:
    board.sources.seen = [view(TROUBLE_AFTER_S)]
    board.attend()
    board.sources.seen = [view(TROUBLE_AFTER_S + 60)]
    board.attend()
    assert len(board.desk.desktop.shown) == 2


@pytest.mark.parametrize(
    "seen",
    [
        pytest.param(view(TROUBLE_AFTER_S - 1), id="for less than a day"),
        pytest.param(view(TROUBLE_AFTER_S, failures=0), id="not tried"),
        pytest.param(view(None), id="never read: the person was there"),
        pytest.param(view(TROUBLE_AFTER_S, succeeded_at=None), id="no instant"),
    ],
)
def test_other_troubles_are_nobody_s_worry(board: Board, seen: SourceView) -> None:
    board.sources.seen = [seen]
    board.attend()
    assert board.desk.desktop.shown == []


@pytest.mark.parametrize("is_trouble", [False, True])
def test_two_programs_tell_it_once(board: Board, is_trouble: bool) -> None:
    other = Board(board)
    board.sources.waiting = [] if is_trouble else [MOVED]
    board.sources.seen = [view(TROUBLE_AFTER_S)] if is_trouble else []
    show, looked = board.desk.desktop.show, list[datetime | None]()

    def show_slowly(reminder: Reminder, on_action: Callable[[str], None], /) -> None:
        looked.append(other.attend())  # while the desktop thinks
        show(reminder, on_action)

    board.desk.desktop.show = show_slowly  # type: ignore[method-assign] # the fake of one test
    assert board.attend() is None
    assert looked == [FIRST_MORNING + MINUTE]
    other.attend()
    assert len(board.desk.desktop.shown) == 1
    assert other.desk.desktop.shown == []


def test_what_was_told_while_the_turn_was_waited_for_is_not_told_again(board: Board) -> None:
    board.sources.waiting = [MOVED]
    taken = board.turn.taken

    @contextmanager
    def taken_late() -> Iterator[bool]:
        board.sources.waiting = []
        with taken() as is_ours:
            yield is_ours

    board.announcing = replace(board.announcing, turn=taken_late)
    assert board.attend() is None
    assert board.desk.desktop.shown == []
