"""What is published, to whom, and how that goes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

Document = dict[str, object]


class Group(StrEnum):
    """What a person agrees to, as a whole each; docs/publishing.md lists the fields."""

    VERDICTS = "verdicts"
    NUMBERS = "numbers"
    FINDINGS = "findings"
    WEEK = "week"


OF_REPORTS = frozenset({Group.VERDICTS, Group.NUMBERS, Group.FINDINGS})


class Signal(StrEnum):
    """Which kind of telemetry; the value is the last part of its path (OTLP/HTTP)."""

    LOGS = "logs"
    METRICS = "metrics"


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """What the person agreed to.

    Attributes:
        url: where the collector is; ``/v1/logs`` and ``/v1/metrics`` lie under it.
        has_token: a token for it is kept in the keyring.
        instance_id: random, and new with every consent after none: it names no person or computer.
    """

    url: str
    groups: frozenset[Group]
    has_token: bool
    instance_id: str
    given_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What the person's organization wrote in beforehand. It is no consent.

    Attributes:
        groups: empty where it proposes none.
        is_fixed: to no other address anything may be published.
    """

    url: str
    groups: frozenset[Group] = frozenset()
    is_fixed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One request to be, exactly as it will be sent: a document in the JSON form of OTLP."""

    signal: Signal
    document: Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A draft that waits in the outbox.

    Attributes:
        report_id: the same for all messages of one report or week, and for every try.
        document: JSON text, as it was made once.
    """

    number: int
    report_id: str
    signal: Signal
    document: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """What the bounds of the outbox need to know of a message."""

    number: int
    is_week: bool
    is_refused: bool


class Trouble(StrEnum):
    """Why nothing goes out for now, or why one message does not."""

    NONE = ""
    UNREACHABLE = "unreachable"
    NO_ANSWER = "no-answer"
    NOT_TRUSTED = "not-trusted"  # the certificate, or the clock here
    TOKEN_REFUSED = "token-refused"  # noqa: S105 - a word
    TOKEN_MISSING = "token-missing"  # noqa: S105 - a word
    TOO_MANY = "too-many"
    RECEIVER_FAILED = "receiver-failed"
    WRONG_ADDRESS = "wrong-address"
    NOT_UNDERSTOOD = "not-understood"
    REFUSED = "refused"
    TOO_LARGE = "too-large"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What came back over HTTP, unjudged.

    Attributes:
        retry_after: the header as it came; empty without one.
        rejected: how many entries a receiver that took the request says that it rejects; None
            where its answer cannot be read.
    """

    status: int
    retry_after: str = ""
    rejected: int | None = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How it goes with the receiver; a trouble is one of all messages."""

    failures: int = 0
    wait_until: datetime | None = None
    trouble: Trouble = Trouble.NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Numbers of messages: a report makes up to two.

    Attributes:
        dropped: given up since the consent, because the outbox was full.
    """

    waiting: int = 0
    refused: int = 0
    sent: int = 0
    dropped: int = 0
    oldest_at: datetime | None = None
    last_sent_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    consent: Consent | None
    standing: Standing
    tally: Tally
    proposal: Proposal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """Exactly what would be sent of the last report and the last week, and what waits.

    Attributes:
        has_report, has_week: else there is nothing yet to show of it, or it is not chosen.
    """

    groups: frozenset[Group]
    drafts: tuple[Draft, ...]
    has_report: bool
    has_week: bool
    waiting: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """What one run did.

    Attributes:
        is_busy: another program of this computer sends already.
        next_at: when it is worth another try; None where nothing waits.
    """

    sent: int = 0
    refused: int = 0
    is_busy: bool = False
    trouble: Trouble = Trouble.NONE
    next_at: datetime | None = None


Attribute = str | float | bool | tuple[str, ...]
Attributes = Mapping[str, Attribute]
