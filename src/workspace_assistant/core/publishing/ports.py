"""What publishing needs from outside."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Protocol

from workspace_assistant.core.balance.model import Week
from workspace_assistant.core.errors import SaidError
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.publishing.model import (
    Consent,
    Draft,
    Message,
    Reply,
    Standing,
    Tally,
    Trouble,
)
from workspace_assistant.core.readiness.model import ReadinessReport


class ReceiverError(Exception):
    """No answer over HTTP; `trouble` says why."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble.value)
        self.trouble = trouble


class TokenError(SaidError):
    """The token cannot be had or kept now. The message is a sentence, without the token."""


class Outbox(Protocol):
    """Keeps consent and messages. Every method may raise `StoreUnavailableError`.

    What a method does is done whole or not at all, whatever ends the program.
    """

    def consent(self) -> Consent | None: ...

    def begin(self, consent: Consent, *, keeps_waiting: bool) -> int:
        """With no consent before, all reports that there are count as done: they never go out.

        How many messages were discarded: all, unless *keeps_waiting*.
        """

    def end(self) -> int:
        """No consent, no messages; how many were discarded."""

    def reports_to_send(self, most: int) -> tuple[ReadinessReport, ...]:
        """Reports of which nothing was put yet, the oldest first."""

    def last_report(self) -> ReadinessReport | None: ...

    def not_put(self, report_ids: Iterable[str]) -> frozenset[str]:
        """Those of which nothing was put yet."""

    def put(
        self, report_id: str, drafts: Sequence[Draft], at: datetime, *, is_week: bool = False
    ) -> None:
        """Once for an id, also without drafts; nothing without a consent. Keeps to the bounds."""

    def next_message(self) -> Message | None:
        """The one that failed the least often, of these the oldest; none that was refused."""

    def waiting(self, most: int) -> tuple[Message, ...]:
        """In the order in which they were put, those that were refused among them."""

    def done(self, number: int, at: datetime) -> None:
        """The receiver has it. The trouble with it is over."""

    def refuse(self, number: int, trouble: Trouble) -> None: ...

    def put_off(self, number: int | None, standing: Standing) -> None:
        """The receiver is in trouble; *number* is the message that was tried, if there was one."""

    def take_up_refused(self) -> None:
        """They are tried again."""

    def standing(self) -> Standing: ...

    def tally(self) -> Tally: ...


class Receiver(Protocol):
    def send(self, url: str, token: str, message: Message, ctx: JobContext, /) -> Reply:
        """Sends it once. Raises `ReceiverError`."""


class Tokens(Protocol):
    """All raise `TokenError`."""

    def keep(self, url: str, token: str, ctx: JobContext, /) -> None: ...

    def find(self, url: str, ctx: JobContext, /) -> str: ...

    def forget(self, url: str, ctx: JobContext, /) -> None: ...


class Weeks(Protocol):
    """May raise `StoreUnavailableError`."""

    def names_since(self, since: datetime, until: datetime) -> tuple[str, ...]:
        """Of the last weeks that began at *since* or later and were over at *until*, in order."""

    def week(self, name: str) -> Week: ...

    def last_name(self, until: datetime) -> str:
        """Of the last week that was over then."""
