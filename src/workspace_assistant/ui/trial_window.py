"""Opens a window for a moment: whether Qt works here, and what it finds. In a process of its own.

Commands never load Qt, and a crash in it must not end them.
"""

from __future__ import annotations

import json
import sys

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget


def main() -> int:
    app = QApplication(sys.argv[:1])
    window = QWidget()
    window.show()
    app.processEvents()
    sys.stdout.write(json.dumps(found()))
    return 0


def found() -> dict[str, object]:
    """Whether there is a panel, how many fonts, and which writings of ours none of them has."""
    writing = QFontDatabase.WritingSystem
    wanted = {
        "Latin": writing.Latin,
        "Devanagari": writing.Devanagari,
        "Arabic": writing.Arabic,
    }
    return {
        "tray": QSystemTrayIcon.isSystemTrayAvailable(),
        "fonts": len(QFontDatabase.families()),
        "missing": [name for name, one in wanted.items() if not QFontDatabase.families(one)],
    }


if __name__ == "__main__":
    sys.exit(main())
