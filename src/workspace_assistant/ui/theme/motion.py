"""Whether things move on their own: as it was chosen, else as the desktop has it, where Qt knows.

Qt 6.11 hands on no desktop's wish for less motion by itself. What is left is a style whose
animations take no time: some desktops' own have none then. Elsewhere everything moves until
``reduced`` is chosen.
"""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QStyle

FULL, REDUCED = "full", "reduced"
_IS_REDUCED, _SYSTEM_FLASH = "is-motion-reduced", "system-cursor-flash"
_NEVER = 0


def choose_motion(app: QApplication, chosen: str) -> None:
    """Let things move as *chosen*: ``full``, ``reduced``, or as the system with any other."""
    is_reduced = chosen == REDUCED or (chosen != FULL and _is_still(app.style()))
    if app.property(_SYSTEM_FLASH) is None:
        app.setProperty(_SYSTEM_FLASH, app.cursorFlashTime())
    if is_reduced != is_motion_reduced():
        app.setProperty(_IS_REDUCED, is_reduced)
        app.setCursorFlashTime(_NEVER if is_reduced else int(app.property(_SYSTEM_FLASH)))


def is_motion_reduced() -> bool:
    """Whether what moves for decoration alone is to stand still now."""
    app = QApplication.instance()
    return app is not None and bool(app.property(_IS_REDUCED))


def _is_still(style: QStyle) -> bool:
    return style.styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) == 0
