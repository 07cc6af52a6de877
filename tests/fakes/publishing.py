"""Collectors, tokens and weeks for tests of publishing; the outbox is the real one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.fakes.readiness_reports import bad_wifi
from tests.fakes.summaries import off, rich
from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.outbox import SqliteOutbox
from workspace_assistant.adapters.sqlite.readiness_reports import SqliteReportStore
from workspace_assistant.core.balance.model import Week
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.publishing.model import Message, Proposal, Reply
from workspace_assistant.core.publishing.ports import ReceiverError, TokenError
from workspace_assistant.core.publishing.service import PublishingService
from workspace_assistant.core.readiness.model import ReadinessReport

CTX = JobContext(lambda _: None)
URL = "https://collector.example:4318"
NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


def a_wifi_report(number: int = 1) -> ReadinessReport:
    """Not ready; *number* sets its id, and when it began."""
    found = bad_wifi()
    later = timedelta(hours=number)
    return replace(
        found,
        id=f"report-{number:04d}",
        started_at=found.started_at + later,
        finished_at=found.finished_at + later,
    )


@dataclass
class ScriptedReceiver:
    """Answers with `replies` in turn, then with 200; notes all that came."""

    replies: list[Reply | ReceiverError] = field(default_factory=list)
    came: list[tuple[str, str, Message]] = field(default_factory=list)

    def send(self, url: str, token: str, message: Message, ctx: JobContext, /) -> Reply:
        ctx.checkpoint()
        self.came.append((url, token, message))
        reply = self.replies.pop(0) if self.replies else Reply(status=200)
        if isinstance(reply, ReceiverError):
            raise reply
        return reply

    @property
    def keys(self) -> list[tuple[str, str]]:
        return [(one.report_id, one.signal.value) for _, _, one in self.came]


@dataclass
class HeldTokens:
    """In memory; fails while `is_locked`."""

    held: dict[str, str] = field(default_factory=dict)
    is_locked: bool = False

    def keep(self, url: str, token: str, ctx: JobContext, /) -> None:
        self._look()
        self.held[url] = token

    def find(self, url: str, ctx: JobContext, /) -> str:
        self._look()
        return self.held[url]

    def forget(self, url: str, ctx: JobContext, /) -> None:
        self._look()
        self.held.pop(url, None)

    def _look(self) -> None:
        if self.is_locked:
            raise TokenError("The keyring did not answer.")


@dataclass
class ScriptedWeeks:
    """Weeks by name, with the instant from which each is over."""

    over_at: dict[str, datetime] = field(default_factory=dict)
    told: list[str] = field(default_factory=list)
    off: frozenset[str] = frozenset()

    def names_since(self, since: datetime, until: datetime) -> tuple[str, ...]:
        week = timedelta(weeks=1)
        return tuple(
            name for name, at in self.over_at.items() if at <= until and at - week >= since
        )

    def week(self, name: str) -> Week:
        self.told.append(name)
        return replace((off if name in self.off else rich)().week, name=name)

    def last_name(self, until: datetime) -> str:
        del until
        return "2026-W46"


class HastyDatabase(Database):
    """The real one, which waits for no disk: no power fails in these tests."""

    def _connection(self) -> sqlite3.Connection:
        connection = super()._connection()
        if not connection.in_transaction:
            connection.execute("PRAGMA synchronous = OFF")
        return connection


class PublishingDesk:
    """The service on a real outbox, with everything else in the hands of a test."""

    def __init__(self, folder: Path, most: int = 100) -> None:
        database = HastyDatabase(folder / "data.sqlite3")
        self.at, self.steady_s, self.is_free = NOW, 0.0, True
        self.reports, self.outbox = SqliteReportStore(database), SqliteOutbox(database, most)
        self.receiver, self.tokens, self.weeks = ScriptedReceiver(), HeldTokens(), ScriptedWeeks()
        self.proposal: Proposal | None = None
        self.ids = iter(f"instance-{number}" for number in range(1, 100))
        self.service = PublishingService(
            outbox=self.outbox,
            receiver=self.receiver,
            tokens=self.tokens,
            weeks=self.weeks,
            turn=self._turn,
            now=lambda: self.at,
            steady_s=lambda: self.steady_s,
            jitter=lambda: 1.0,
            new_id=lambda: next(self.ids),
            app_version="0.1.0",
            proposal=lambda: self.proposal,
        )

    def check(self, *numbers: int) -> None:
        for number in numbers:
            self.reports.add(a_wifi_report(number))

    def later(self, **how: float) -> None:
        self.at += timedelta(**how)

    @contextmanager
    def _turn(self) -> Iterator[bool]:
        yield self.is_free
