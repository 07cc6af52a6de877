"""The history page: how do my numbers move?"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from workspace_assistant.core.readiness.service import ReadinessService
from workspace_assistant.ui.job_runner import JobRunner
from workspace_assistant.ui.wording.wording import Wording


class HistoryPage(QWidget):
    warned = Signal(str)

    def __init__(
        self, service: ReadinessService, runner: JobRunner, wording: Wording, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setProperty("part", "page")

    def refresh(self) -> None:
        pass
