"""Ctrl-C and the end of the session close the window, without a timer that looks for them."""

from __future__ import annotations

import os
import signal
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot


class InterruptionWatch(QObject):
    """`interrupted` follows SIGINT, SIGTERM and SIGHUP, but for those that are to be ignored.

    Where signals cannot wake Qt (Windows) it does nothing.

    Attributes:
        caught: the first of them that came.
    """

    interrupted = Signal()
    caught: int | None = None

    def install(self) -> None:
        if os.name != "posix":
            return
        self._read_end, self._write_end = os.pipe()
        for end in (self._read_end, self._write_end):
            os.set_blocking(end, False)
        self._notifier = QSocketNotifier(self._read_end, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_woken)
        self._previous_wakeup = signal.set_wakeup_fd(self._write_end, warn_on_full_buffer=False)
        self._previous = {
            number: signal.signal(number, self._on_signal)
            for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
            if signal.getsignal(number) is not signal.SIG_IGN
        }

    def uninstall(self) -> None:
        if os.name != "posix":
            return
        for number, handler in self._previous.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._previous_wakeup)
        self._notifier.setEnabled(False)
        os.close(self._read_end)
        os.close(self._write_end)

    def _on_signal(self, number: int, frame: FrameType | None) -> None:
        if self.caught is None:
            self.caught = number

    @Slot()
    def _on_woken(self) -> None:
        os.read(self._read_end, 64)
        if self.caught is not None:
            self.interrupted.emit()
