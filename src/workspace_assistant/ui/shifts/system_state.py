"""What the system starts by itself when the app is not open. Plain Python."""

from __future__ import annotations

from dataclasses import dataclass

from workspace_assistant.core.schedule.model import EVERY_MINUTES, TimerState
from workspace_assistant.core.typography import NARROW_SPACE
from workspace_assistant.ui.shifts import texts
from workspace_assistant.ui.shifts.situation import Situation
from workspace_assistant.ui.wording.names import listed
from workspace_assistant.ui.wording.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class SystemState:
    """The timer and the start at login.

    Attributes:
        trouble: what is amiss; empty where all is well.
        to_do: what introduces `commands`, which the user runs; both empty without any.
        places: where it is written down.
        turns_on: what the button does: True turns the timer on, False off; None without a button.
        starts_at_login: None where that is not known.
    """

    sentence: str
    trouble: str = ""
    to_do: str = ""
    commands: str = ""
    places: str = ""
    turns_on: bool | None = None
    button: str = ""
    starts_at_login: bool | None = None
    is_busy: bool = False


def system_state(now: Situation, wording: Wording) -> SystemState:
    system = now.system
    if system is None:
        return SystemState(sentence=wording.say(texts.SYSTEM_ASKING))
    if system.timer is None:
        trouble = wording.say(texts.SYSTEM_TROUBLE, reason=system.trouble)
        return SystemState(sentence="", trouble=trouble)
    timer = system.timer
    turns_on = not timer.is_installed or not timer.is_ours
    return SystemState(
        sentence=_sentence(timer, wording),
        trouble=wording.say(timer.trouble) if timer.trouble else "",
        to_do=wording.say(texts.TIMER_TO_DO) if timer.to_do and timer.is_installed else "",
        commands=timer.to_do,
        places=_places(timer, wording),
        turns_on=turns_on,
        button=wording.say(texts.TIMER_TURN_ON if turns_on else texts.TIMER_TURN_OFF),
        starts_at_login=system.autostart.is_on if system.autostart else None,
        is_busy=now.is_switching,
    )


def _sentence(timer: TimerState, wording: Wording) -> str:
    if timer.is_installed and not timer.is_ours:
        return wording.say(texts.TIMER_FOREIGN)
    if not timer.is_installed:
        said = texts.TIMER_OFF
    elif timer.is_active is None:
        said = texts.TIMER_UNKNOWN
    else:
        said = texts.TIMER_ON if timer.is_active else texts.TIMER_WRITTEN
    minutes = str(timer.every_minutes or EVERY_MINUTES)
    return wording.say(said, minutes=minutes, space=NARROW_SPACE)


def _places(timer: TimerState, wording: Wording) -> str:
    if not timer.places:
        return ""
    return wording.say(texts.TIMER_WHERE, places=listed(timer.places, wording))
