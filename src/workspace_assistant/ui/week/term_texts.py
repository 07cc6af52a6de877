"""What the numbers in a formula are of, in words that stand after a time."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from workspace_assistant.core.balance.hour_indicators import AT_NIGHT
from workspace_assistant.core.breaks.model import Outcome
from workspace_assistant.core.focus.model import Cause
from workspace_assistant.core.line_watch.model import EventKind
from workspace_assistant.core.readiness.model import Verdict
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

TIME_AND_NAME = QT_TRANSLATE_NOOP("window", "{time}: {name}")

NAMES: Mapping[str, str] = MappingProxyType(
    {
        AT_NIGHT: QT_TRANSLATE_NOOP("window", "at night"),
        Verdict.READY: QT_TRANSLATE_NOOP("window", "ready"),
        Verdict.CAUTION: QT_TRANSLATE_NOOP("window", "ready with caution"),
        Verdict.NOT_READY: QT_TRANSLATE_NOOP("window", "not ready"),
        Outcome.TAKEN: QT_TRANSLATE_NOOP("window", "break taken"),
        Outcome.NATURAL: QT_TRANSLATE_NOOP("window", "away already"),
        Outcome.SHORTENED: QT_TRANSLATE_NOOP("window", "shortened break"),
        Outcome.POSTPONED: QT_TRANSLATE_NOOP("window", "postponed"),
        Outcome.SKIPPED: QT_TRANSLATE_NOOP("window", "skipped"),
        Outcome.BLOCKED: QT_TRANSLATE_NOOP("window", "could not be had"),
        Cause.NOISE: QT_TRANSLATE_NOOP("window", "noise"),
        Cause.FAMILY: QT_TRANSLATE_NOOP("window", "family"),
        Cause.PET: QT_TRANSLATE_NOOP("window", "a pet"),
        Cause.PHONE: QT_TRANSLATE_NOOP("window", "the phone"),
        Cause.CHAT: QT_TRANSLATE_NOOP("window", "a chat"),
        Cause.DOOR: QT_TRANSLATE_NOOP("window", "the door"),
        Cause.SELF: QT_TRANSLATE_NOOP("window", "yourself"),
        Cause.TECHNICAL: QT_TRANSLATE_NOOP("window", "technical trouble"),
        Cause.OTHER: QT_TRANSLATE_NOOP("window", "something else"),
        EventKind.LOSS: QT_TRANSLATE_NOOP("window", "packets lost on the line"),
        EventKind.DELAY: QT_TRANSLATE_NOOP("window", "delay on the line"),
        EventKind.COMPUTER: QT_TRANSLATE_NOOP("window", "the computer was too busy"),
    }
)
