"""Shows a window to type into, or the break window; tells what befalls it line by line.

``typing`` tells each text that stands in its field; ``break`` waits for a line on its input, shows
a break that is offered, and tells ``shown``, ``active`` whenever it gets the keyboard, and answers.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime

from PySide6.QtCore import QEvent, QObject, QSocketNotifier
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.fakes.wording import EnglishWording
from workspace_assistant.core.breaks.model import (
    BreakKind,
    BreakRecord,
    BreakStanding,
    OpenBreak,
    Settings,
    Stage,
    WatchRole,
)
from workspace_assistant.ui.app import prepare
from workspace_assistant.ui.break_window.view_state import window_state
from workspace_assistant.ui.break_window.window import BreakWindow


def tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


class Teller(QObject):
    """Tells when the window that it watches gets the keyboard."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - the name is Qt's
        if event.type() == QEvent.Type.WindowActivate:
            tell("active")
        return super().eventFilter(watched, event)


def typing_window(app: QApplication) -> int:
    field = QLineEdit()
    field.setWindowTitle("typing")
    field.textChanged.connect(tell)
    field.installEventFilter(Teller(field))
    field.setGeometry(40, 40, 300, 60)
    field.show()
    return app.exec()


def break_window(app: QApplication) -> int:
    at = datetime.now(UTC)
    record = BreakRecord(id="one", kind=BreakKind.REST, due_at=at, length_s=300.0)
    standing = BreakStanding(
        role=WatchRole.WATCHING, at=at, open=OpenBreak(record=record, stage=Stage.OFFERED)
    )
    wording = EnglishWording()
    window = BreakWindow(wording)
    window.installEventFilter(Teller(window))
    window.answered.connect(tell)

    def show() -> None:
        notifier.setEnabled(False)
        window.present(window_state(standing, Settings(), 0, wording))
        tell("shown")

    notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, app)
    notifier.activated.connect(show)
    tell("ready")
    return app.exec()


if __name__ == "__main__":
    made = QApplication(sys.argv[:1])
    made.setQuitOnLastWindowClosed(False)
    prepare(made)
    sys.exit(typing_window(made) if sys.argv[1] == "typing" else break_window(made))
