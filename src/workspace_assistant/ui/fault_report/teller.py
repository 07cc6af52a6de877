"""FaultTeller: puts together what the report of a fault says, and shows it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import QObject, Slot

from workspace_assistant.core.diagnostics.report import fault_report
from workspace_assistant.ui.fault_report.window import FaultWindow
from workspace_assistant.ui.running_program import running_program
from workspace_assistant.ui.wording.wording import Wording


class FaultTeller(QObject):
    """Makes its window at the first fault; *log_lines* gives the end of the program's log."""

    def __init__(
        self, wording: Wording, log_lines: Callable[[], tuple[str, ...]], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._wording, self._log_lines = wording, log_lines
        self.window: FaultWindow | None = None

    @Slot(object)
    def tell(self, error: BaseException) -> None:
        if self.window is None:
            self.window = FaultWindow(self._wording)
        report = fault_report(running_program(), error, datetime.now(UTC), self._log_lines())
        self.window.tell(report)

    @Slot()
    def close(self) -> None:
        if self.window is not None:
            self.window.close()
            self.window = None
