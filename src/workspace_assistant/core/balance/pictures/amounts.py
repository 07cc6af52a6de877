"""Values of indicators in words, with their units, their targets and the week they are of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from workspace_assistant.core.balance.model import State, Target, Unit
from workspace_assistant.core.balance.pictures import texts
from workspace_assistant.core.balance.writing import Writing, value_text

_JUDGED = frozenset({State.MET, State.NOT_MET})


@dataclass(frozen=True, slots=True)
class Amounts:
    """Writes them in a language and a currency (ISO 4217; empty where none is known)."""

    writing: Writing
    currency: str

    def say(self, sentence: str) -> str:
        return self.writing.say(sentence)

    def known(self, value: float | None, unit: Unit) -> str:
        if value is None:
            return self.say(texts.NOT_KNOWN)
        return value_text(value, unit, self.writing, self.currency)

    def cell(self, value: float | None, unit: Unit) -> str:
        """For a table, in which most cells may be empty."""
        return self.say(texts.NOTHING) if value is None else self.known(value, unit)

    def target(self, target: Target | None, unit: Unit) -> str:
        """``11 h or more``; a dash where there is none."""
        if target is None:
            return self.say(texts.NOTHING)
        sentence = texts.AT_LEAST if target.is_least else texts.AT_MOST
        return self.writing.say(sentence, value=self.known(target.value, unit))

    def caption(self, target: Target | None, usual: float | None, unit: Unit) -> str:
        """The target and what is usual, as far as there are such."""
        parts = [self.target(target, unit)] if target else []
        if usual is not None:
            parts.append(self.writing.say(texts.USUAL_OF, value=self.known(usual, unit)))
        return ", ".join(parts)

    def point(
        self, name: str, week: datetime, value: float | None, unit: Unit, state: State
    ) -> str:
        """What the week that begins at *week* knew."""
        return self.writing.say(
            texts.POINT_JUDGED if state in _JUDGED else texts.POINT,
            name=self.say(name),
            day=self._day(week),
            value=self.known(value, unit),
            state=self.say(texts.STATES[state]),
        )

    def weeks(self, starts: Sequence[datetime]) -> str:
        """Which weeks the points of a picture are."""
        start, end = self._day(starts[0]), self._day(starts[-1])
        return self.writing.say(texts.WEEKS_SHOWN, start=start, end=end)

    def _day(self, at: datetime) -> str:
        return self.writing.day(self.writing.local(at).date())
