"""Some builds of PySide6 lose references to None and True, and abort after minutes of use."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

CALLS = 500
TOLERATED = 100


class Emitter(QObject):
    happened = Signal()


@pytest.mark.usefixtures("qapp")
def test_calls_into_qt_keep_the_references_of_none() -> None:
    widget = QWidget()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        widget.setVisible(False)
    assert abs(sys.getrefcount(None) - before) < TOLERATED


def test_events_keep_the_references_of_none(qapp: QApplication) -> None:
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        qapp.processEvents()
    assert abs(sys.getrefcount(None) - before) < TOLERATED


def test_signals_keep_the_references_of_true() -> None:
    emitter = Emitter()
    before = sys.getrefcount(True)
    for _ in range(CALLS):
        emitter.happened.emit()
    assert abs(sys.getrefcount(True) - before) < TOLERATED
