"""Opens a window for a moment: whether Qt works here. Run in a process of its own.

Commands never load Qt, and a crash in it must not end them.
"""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication, QWidget


def main() -> int:
    app = QApplication(sys.argv[:1])
    window = QWidget()
    window.show()
    app.processEvents()
    return 0


if __name__ == "__main__":
    sys.exit(main())
