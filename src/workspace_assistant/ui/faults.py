"""Faults nobody caught: written to the log, told calmly in the window, with a report to copy."""

from __future__ import annotations

import logging
import sys
import threading
from types import TracebackType

from PySide6.QtCore import QObject, Signal

log = logging.getLogger(__name__)


class FaultReporter(QObject):
    """Stands in for Python's exception hooks while the window is open.

    `happened` comes on the window's thread, also for faults of other threads, with the exception.
    """

    happened = Signal(object)

    def install(self) -> None:
        self._previous = (sys.excepthook, threading.excepthook)
        sys.excepthook = self._on_fault
        threading.excepthook = self._on_thread_fault

    def uninstall(self) -> None:
        sys.excepthook, threading.excepthook = self._previous

    def _on_fault(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        log.critical("unforeseen fault", exc_info=(kind, error, trace))
        self.happened.emit(error)

    def _on_thread_fault(self, fault: threading.ExceptHookArgs) -> None:
        if fault.exc_value is not None:
            self._on_fault(fault.exc_type, fault.exc_value, fault.exc_traceback)
