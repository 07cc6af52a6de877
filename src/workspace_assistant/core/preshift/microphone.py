"""The one question about the microphone: a check that runs by itself never records."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from workspace_assistant.core.preshift import texts
from workspace_assistant.core.preshift.model import KEY_MICROPHONE, PreshiftSettings
from workspace_assistant.core.preshift.planning import about
from workspace_assistant.core.preshift.ports import Checks
from workspace_assistant.core.preshift.telling import Words
from workspace_assistant.core.readiness.profile.faults import ProfileError
from workspace_assistant.core.reminders.model import Action, Reminder, ReminderKind
from workspace_assistant.core.reminders.ports import WhyLog
from workspace_assistant.core.shifts.model import Shift


@dataclass(frozen=True, slots=True)
class MicrophoneQuestion:
    """Whether to ask, at one instant."""

    checks: Checks
    why_log: WhyLog
    settings: PreshiftSettings
    now: datetime

    def is_due(self) -> bool:
        """The job requires a microphone, and its last good test is long ago."""
        if not self.settings.microphone_after_days or not self._is_needed():
            return False
        good_at = self.checks.good_microphone_test_at()
        return good_at is None or self.now - good_at >= self._period

    def is_open(self) -> bool:
        """It is due, and was not asked for as long as a good test counts: nobody is nagged."""
        asked_at = self.why_log.latest_shown(ReminderKind.MICROPHONE_QUESTION)
        return (asked_at is None or self.now - asked_at >= self._period) and self.is_due()

    def reminder(self, shift: Shift, words: Words) -> Reminder:
        good_at = self.checks.good_microphone_test_at()
        if good_at is None:
            body = words.say(texts.MICROPHONE_NEVER)
        else:
            body = words.say(texts.MICROPHONE_LONG_AGO, days=str((self.now - good_at).days))
        return Reminder(
            kind=ReminderKind.MICROPHONE_QUESTION,
            about=about(shift),
            title=words.say(texts.MICROPHONE_TITLE, time=words.clock(shift.starts_at)),
            body=body,
            actions=(Action(key=KEY_MICROPHONE, label=words.say(texts.TEST_MICROPHONE)),),
        )

    def _is_needed(self) -> bool:
        try:
            return self.checks.needs_microphone()
        except ProfileError:  # the check before the shift says so
            return False

    @property
    def _period(self) -> timedelta:
        return timedelta(days=self.settings.microphone_after_days)
