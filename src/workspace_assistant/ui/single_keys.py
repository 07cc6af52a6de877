"""Whether a letter or digit alone presses something, or together with Alt only (WCAG 2.1.4)."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

_OFF, _ARE_OFF = "off", "are-single-keys-off"


def choose_single_keys(app: QApplication, chosen: str) -> None:
    """With ``off`` speech input and slips press nothing; with anything else one key is enough."""
    app.setProperty(_ARE_OFF, chosen == _OFF)


def do_single_keys_count() -> bool:
    app = QApplication.instance()
    return app is None or not app.property(_ARE_OFF)
