"""Choosing: what is written and chosen on the page, understood and kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject, Slot

from workspace_assistant.core.balance.settings_model import WeekSettings, WeekStart
from workspace_assistant.core.balance.targets import Region
from workspace_assistant.core.errors import RefusedError
from workspace_assistant.core.leave.model import LeaveKind
from workspace_assistant.core.leave.service import checked_end
from workspace_assistant.core.tips.model import Answer
from workspace_assistant.ui.week.day_state import marked_told, span_told
from workspace_assistant.ui.week.days_panel import DaysPanel
from workspace_assistant.ui.week.formula_state import with_default, with_target, without_target
from workspace_assistant.ui.week.indicators_panel import IndicatorsPanel
from workspace_assistant.ui.week.picker_state import picked_day
from workspace_assistant.ui.week.session import WeekSession
from workspace_assistant.ui.week.settings_panel import SettingsPanel
from workspace_assistant.ui.week.settings_state import (
    Field,
    Switch,
    with_defaults,
    with_field,
    with_switch,
)
from workspace_assistant.ui.week.suggestions_panel import SuggestionsPanel
from workspace_assistant.ui.wording.wording import Wording


class Choosing(QObject):
    """Stands between the panels and the session; what makes no sense is said where it stands."""

    def __init__(
        self,
        panels: tuple[IndicatorsPanel, SuggestionsPanel, DaysPanel, SettingsPanel],
        session: WeekSession,
        wording: Wording,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._wording = wording
        self._indicators, suggestions, days, self._panel = panels
        self._indicators.target_written.connect(self._on_target_written)
        self._indicators.target_dropped.connect(self._on_target_dropped)
        self._indicators.default_wanted.connect(self._on_default_wanted)
        suggestions.answered.connect(self._on_tip_answered)
        days.marked.connect(self._on_marked)
        self._form = days.form
        self._form.settled.connect(self._on_span_settled)
        self._panel.region_chosen.connect(self._on_region_chosen)
        self._panel.start_chosen.connect(self._on_start_chosen)
        self._panel.written.connect(self._on_written)
        self._panel.switched.connect(self._on_switched)
        self._panel.defaults_wanted.connect(self._on_defaults_wanted)

    @property
    def _settings(self) -> WeekSettings:
        seen = self._session.situation.seen
        return seen.settings if seen else WeekSettings()

    @Slot(str, str)
    def _on_target_written(self, indicator_id: str, text: str) -> None:
        try:
            chosen = with_target(self._settings, indicator_id, text, self._wording)
        except RefusedError as error:
            formula = self._indicators.row(indicator_id).formula
            if formula is not None:
                formula.tell_trouble(self._said(error))
        else:
            self._session.choose(chosen)

    @Slot(str)
    def _on_target_dropped(self, indicator_id: str) -> None:
        self._session.choose(without_target(self._settings, indicator_id))

    @Slot(str)
    def _on_default_wanted(self, indicator_id: str) -> None:
        self._session.choose(with_default(self._settings, indicator_id))

    @Slot(str, str)
    def _on_tip_answered(self, tip_id: str, answer: str) -> None:
        self._session.answer_tip(tip_id, Answer(answer))

    @Slot(object, object)
    def _on_marked(self, on: date, kind: LeaveKind | None) -> None:
        self._session.mark_days(on, on, kind, marked_told(on, kind, self._wording))

    @Slot(str, str, str)
    def _on_span_settled(self, first_text: str, last_text: str, value: str) -> None:
        """Without a last day it is one day."""
        kind = LeaveKind(value) if value else None
        try:
            first = picked_day(first_text)
            last = picked_day(last_text) if last_text.strip() else first
            checked_end(first, last)
        except RefusedError as error:
            self._form.tell_trouble(self._said(error))
        else:
            self._form.clear()
            said = span_told(first, last, kind, self._wording)
            self._session.mark_days(first, last, kind, said)

    @Slot(str)
    def _on_region_chosen(self, value: str) -> None:
        self._session.choose(replace(self._settings, region=Region(value)))

    @Slot(str)
    def _on_start_chosen(self, value: str) -> None:
        self._session.choose(replace(self._settings, week_start=WeekStart(value)))

    @Slot(object, str)
    def _on_written(self, field: Field, text: str) -> None:
        try:
            chosen = with_field(self._settings, field, text, self._wording)
        except RefusedError as error:
            self._panel.tell_trouble(field, self._said(error))
        else:
            self._panel.tell_trouble(field, "")
            self._session.choose(chosen)

    @Slot(object, bool)
    def _on_switched(self, switch: Switch, is_on: bool) -> None:  # noqa: FBT001 - a signal's
        self._session.choose(with_switch(self._settings, switch, is_on=is_on))

    @Slot()
    def _on_defaults_wanted(self) -> None:
        self._session.choose(with_defaults(self._settings))

    def _said(self, error: RefusedError) -> str:
        return self._wording.say(error.sentence, **error.parts)
