"""Waits for an instant of the wall clock, by what the system has for it."""

from __future__ import annotations

import logging
import sys

from workspace_assistant.adapters.system.step_alarm import StepAlarm
from workspace_assistant.core.preshift.ports import Alarm

log = logging.getLogger(__name__)


def system_alarm() -> Alarm:
    """On Linux nothing wakes up between now and then; elsewhere it is looked each half minute."""
    if sys.platform == "linux":
        from workspace_assistant.adapters.system.timer_alarm import TimerAlarm

        try:
            return TimerAlarm()
        except OSError as error:  # a sandbox that allows no timers
            log.warning("no timer of the kernel: %s", error)
    return StepAlarm()
