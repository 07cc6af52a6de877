"""Asks the computer about the person, each thing as seldom as will do."""

from __future__ import annotations

from dataclasses import dataclass, replace

from workspace_assistant.core.breaks import texts
from workspace_assistant.core.breaks.attendance import Attended, is_call_due
from workspace_assistant.core.breaks.model import Modes
from workspace_assistant.core.breaks.ports import (
    Attention,
    AttentionSensor,
    CallSensor,
    Clock,
    OpenBlock,
    PresenceSensor,
)
from workspace_assistant.core.breaks.sight import Call, Sight
from workspace_assistant.core.breaks.timeline import Anchor, log_time

# What the desktop held back comes later than it could by so much at most.
_ATTENTION_S = 20.0


@dataclass(slots=True, kw_only=True)
class Senses:
    """Remembers when it asked last.

    Attributes:
        told, asked: what the sensors could not tell when asked last.
        desktop: how the desktop was when asked last, and when on the steady clock.
    """

    clock: Clock
    presence: PresenceSensor
    calls: CallSensor
    attention: AttentionSensor
    told: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    desktop: tuple[Attention, float] | None = None

    def sight(
        self, anchor: Anchor, modes: Modes, shift_left_s: float | None, block: OpenBlock | None
    ) -> Sight:
        """Who is there, then what time it is: nothing seen is later than its instant."""
        presence = self.presence.presence()
        self.told = tuple(presence.unknown)
        reading = self.clock.read()
        at = log_time(anchor, reading)
        return Sight(
            at=at,
            elapsed_s=reading.elapsed_s,
            awake_s=reading.awake_s,
            day=self.clock.day(at),
            idle_s=presence.idle_s,
            is_locked=presence.is_locked,
            block=block,
            shift_left_s=shift_left_s,
            is_quiet=modes.quiet_until is not None,
            is_reading=modes.reading_until is not None,
        )

    def asked_about_call(self, sight: Sight, known: Attended | None) -> Sight:
        """Whether a call goes on, if it is time to ask."""
        if sight.call is not Call.NOT_ASKED or (known and not is_call_due(known, sight)):
            return sight
        return self._with_call(sight)

    def before_offer(self, sight: Sight) -> Sight:
        """With all that could hold an offer back at this very moment."""
        attention: Attention = self.attention.attention()
        self.asked, self.desktop = attention.unknown, (attention, sight.elapsed_s)
        with_call = sight if sight.call is not Call.NOT_ASKED else self._with_call(sight)
        return replace(with_call, attention=attention)

    def as_before(self, sight: Sight) -> Sight:
        """With how the desktop was, if it was asked lately: it is dear to ask."""
        if self.desktop is None:
            return sight
        attention, asked_s = self.desktop
        is_recent = sight.elapsed_s - asked_s < _ATTENTION_S
        return replace(sight, attention=attention) if is_recent else sight

    def unknown(self, known: Attended) -> tuple[str, ...]:
        calls = (texts.CALLS_UNKNOWN,) if known.is_call_unknown else ()
        return (*self.told, *calls, *self.asked)

    def _with_call(self, sight: Sight) -> Sight:
        answer = self.calls.in_call()
        if answer is None:
            return replace(sight, call=Call.UNKNOWN)
        return replace(sight, call=Call.GOING_ON if answer else Call.NONE)
