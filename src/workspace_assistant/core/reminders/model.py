"""A reminder, what became of it, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class ReminderKind(StrEnum):
    """What a reminder is about: one of each kind is on the screen at a time."""

    READINESS = "readiness"
    READINESS_RECOVERED = "readiness-recovered"
    MICROPHONE_QUESTION = "microphone-question"
    SHIFT_CHANGED = "shift-changed"
    CALENDAR_TROUBLE = "calendar-trouble"
    LINE = "line"
    LINE_RECOVERED = "line-recovered"
    BREAK = "break"
    TIP = "tip"
    CHECK_IN = "check-in"
    SELF_CHECK = "self-check"
    WEEK = "week"


class Outcome(StrEnum):
    """What became of a reminder."""

    SHOWN = "shown"
    HELD_BACK = "held-back"
    MERGED = "merged"  # into one that is on the screen
    FAILED = "failed"  # no way to show it


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """A button of a notification. `key` is what comes back, such as ``check-now``."""

    key: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """What is to be told, in the user's language.

    Attributes:
        about: what it belongs to, such as a shift's id: told once for each, of each kind.
    """

    kind: ReminderKind
    about: str
    title: str
    body: str
    actions: tuple[Action, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the why-log.

    Attributes:
        reason: stable kebab-case word, such as ``in-call``, ``confirmed-2-of-3``,
            ``single-bad-sample``, ``ready``, ``told-already``.
        detail: a sentence with the facts.
    """

    at: datetime
    kind: ReminderKind
    about: str
    title: str
    outcome: Outcome
    reason: str
    detail: str = ""
