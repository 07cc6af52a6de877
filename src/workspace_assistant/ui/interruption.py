"""Ctrl-C in the terminal ends the window, without a timer that looks for it."""

from __future__ import annotations

import os
import signal
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot


class InterruptionWatch(QObject):
    """`interrupted` follows SIGINT. Where signals cannot wake Qt (Windows) it does nothing."""

    interrupted = Signal()

    def install(self) -> None:
        self.was_interrupted = False
        if os.name != "posix":
            return
        self._read_end, self._write_end = os.pipe()
        for end in (self._read_end, self._write_end):
            os.set_blocking(end, False)
        self._notifier = QSocketNotifier(self._read_end, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_woken)
        self._previous_wakeup = signal.set_wakeup_fd(self._write_end, warn_on_full_buffer=False)
        self._previous_handler = signal.signal(signal.SIGINT, self._on_signal)

    def uninstall(self) -> None:
        if os.name != "posix":
            return
        signal.signal(signal.SIGINT, self._previous_handler)
        signal.set_wakeup_fd(self._previous_wakeup)
        self._notifier.setEnabled(False)
        os.close(self._read_end)
        os.close(self._write_end)

    def _on_signal(self, number: int, frame: FrameType | None) -> None:
        self.was_interrupted = True

    @Slot()
    def _on_woken(self) -> None:
        os.read(self._read_end, 64)
        if self.was_interrupted:
            self.interrupted.emit()
