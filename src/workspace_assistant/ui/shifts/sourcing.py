"""Connects calendars and patterns on the shifts page with what reads and keeps them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from workspace_assistant.core.errors import RefusedError
from workspace_assistant.core.shifts.model import SourceKind
from workspace_assistant.ui.shifts import texts
from workspace_assistant.ui.shifts.acts import ShiftActs
from workspace_assistant.ui.shifts.calendar_look import CalendarLook
from workspace_assistant.ui.shifts.calendar_panel import CalendarPanel
from workspace_assistant.ui.shifts.calendar_state import CalendarForm, draft_of_calendar
from workspace_assistant.ui.shifts.calendar_way import CalendarWay
from workspace_assistant.ui.shifts.first_panel import FirstPanel
from workspace_assistant.ui.shifts.pattern_panel import PatternPanel
from workspace_assistant.ui.shifts.pattern_state import PatternForm, draft_of_pattern
from workspace_assistant.ui.shifts.session import ShiftsSession
from workspace_assistant.ui.shifts.situation import Adding
from workspace_assistant.ui.shifts.sources_panel import SourcesPanel
from workspace_assistant.ui.wording.wording import Wording


class Sourcing(QObject):
    def __init__(
        self,
        session: ShiftsSession,
        acts: ShiftActs,
        look: CalendarLook,
        forms: tuple[CalendarPanel, PatternPanel],
        wording: Wording,
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self._session = session
        self._acts = acts
        self._look = look
        self._wording = wording
        self._page = page
        self._calendar, self._pattern = forms
        self._connect_forms()

    def connect_ways(self, panel: FirstPanel | SourcesPanel) -> None:
        """The ways to add a source."""
        panel.subscribe_wanted.connect(self._on_subscribe_wanted)
        panel.import_wanted.connect(self._on_import_wanted)
        panel.pattern_wanted.connect(self._on_pattern_wanted)

    def connect_sources(self, panel: SourcesPanel) -> None:
        panel.refresh_wanted.connect(self._on_refresh_wanted)
        panel.change_wanted.connect(self._on_change_wanted)
        panel.remove_wanted.connect(self._on_remove_wanted)
        panel.remove_settled.connect(self._on_remove_settled)
        panel.remove_left.connect(self._on_remove_left)

    def _connect_forms(self) -> None:
        calendar, pattern = self._calendar, self._pattern
        calendar.look_wanted.connect(self._on_look_wanted)
        calendar.keep_wanted.connect(self._on_keep_wanted)
        calendar.closed.connect(self._on_calendar_closed)
        pattern.saved.connect(self._on_pattern_saved)
        pattern.closed.connect(self._on_pattern_closed)

    @Slot()
    def _on_subscribe_wanted(self) -> None:
        self._look.open_subscription()

    @Slot()
    def _on_import_wanted(self) -> None:
        say = self._wording.say
        dialog = QFileDialog(self._page, say(texts.FILE_DIALOG))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(say(texts.FILE_KINDS))
        dialog.fileSelected.connect(self._on_file_chosen)
        dialog.open()

    @Slot(str)
    def _on_file_chosen(self, file: str) -> None:
        """It is looked into at once: there is nothing to fill in first."""
        self._look.open_file(Path(file))
        self._on_look_wanted(self._calendar.form(), CalendarWay())

    @Slot(object, object)
    def _on_look_wanted(self, form: CalendarForm, way: CalendarWay) -> None:
        looking = self._session.situation.looking
        self._look.look(draft_of_calendar(form, looking, self._wording), way)

    @Slot()
    def _on_keep_wanted(self) -> None:
        self._look.keep()

    @Slot()
    def _on_calendar_closed(self) -> None:
        self._look.leave()

    @Slot()
    def _on_pattern_wanted(self) -> None:
        self._look.leave()
        self._session.set_aside(adding=Adding.PATTERN, changing="")

    @Slot(str)
    def _on_change_wanted(self, source_id: str) -> None:
        """A pattern is written anew; of a subscription other events are chosen."""
        self._look.leave()
        seen = self._session.situation.seen
        found = (one.source for one in seen.sources) if seen else ()
        source = next((one for one in found if one.id == source_id), None)
        if source is not None and source.kind is SourceKind.SUBSCRIPTION:
            self._look.open_change(source)
        else:
            self._session.set_aside(adding=Adding.PATTERN, changing=source_id)

    @Slot()
    def _on_pattern_closed(self) -> None:
        self._session.set_aside(adding=None, changing="")

    @Slot(object)
    def _on_pattern_saved(self, form: PatternForm) -> None:
        now = self._session.situation
        if now.seen is None:
            return
        try:
            draft = draft_of_pattern(form, now.seen.zone)
        except RefusedError as error:
            self._pattern.tell_trouble(self._wording.say(error.sentence, **error.parts))
        else:
            self._acts.add_pattern(draft, now.changing, self._pattern.tell_trouble)

    @Slot(str)
    def _on_refresh_wanted(self, source_id: str) -> None:
        self._acts.refresh(source_id)

    @Slot(str)
    def _on_remove_wanted(self, source_id: str) -> None:
        self._session.set_aside(removing=source_id)

    @Slot(str)
    def _on_remove_settled(self, source_id: str) -> None:
        self._acts.remove_source(source_id)

    @Slot()
    def _on_remove_left(self) -> None:
        self._session.set_aside(removing="")
