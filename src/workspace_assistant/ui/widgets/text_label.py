"""TextLabel: a line or paragraph in a style of the type scale."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from workspace_assistant.ui.overriding import override
from workspace_assistant.ui.theme.metrics import TextStyle, font, grid_px
from workspace_assistant.ui.widgets.sides import (
    alignment_of,
    kept_from_left,
    read_from_side,
    without_mark,
)
from workspace_assistant.ui.widgets.spoken_role import speak_as

_DEPTH_UNITS = 0.5
_HEADINGS = {TextStyle.HERO, TextStyle.TITLE}


class TextLabel(QLabel):
    """Plain text, never markup: part of it comes from devices, servers and profiles.

    In the style of a title it is a heading to assistive tools.
    """

    def __init__(
        self,
        style: TextStyle,
        parent: QWidget,
        *,
        ink: str = "",
        wraps: bool = False,
        is_selectable: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._is_heading = style in _HEADINGS
        if self._is_heading:
            speak_as(self, QAccessible.Role.Heading)
        self.setFont(font(style))
        self.setProperty("ink", ink)
        self.setWordWrap(wraps)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        if wraps:
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        if self.isRightToLeft():  # Arabic letters reach deeper than the line of the system's font
            self.setContentsMargins(0, 0, 0, grid_px(_DEPTH_UNITS))
        self._is_document = wraps and not is_selectable and self.isRightToLeft()
        if is_selectable:
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        elif self._is_document:
            self._lay_out_by_document()

    def _lay_out_by_document(self) -> None:
        """Qt draws lines from the right too far to the left, by the space that they broke at.

        Its documents do not. Nothing can be selected: neither focus nor menu are taken.
        """
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    @override
    def setAlignment(self, alignment: Qt.AlignmentFlag) -> None:
        """On the side that the window is read from, also names in letters of the other side."""
        super().setAlignment(alignment_of(self, alignment))

    @override
    def setText(self, text: str) -> None:
        """Read from the window's side, also where *text* begins with a name or a number."""
        named = self.accessibleName() in {"", self.text()}
        shown = read_from_side(text)
        if shown == text and self._is_document:
            shown = kept_from_left(text)
        super().setText(shown)
        if self._is_heading or (shown != text and named):
            self.setAccessibleName(text)
        elif named and self.accessibleName():
            self.setAccessibleName("")

    @override
    def text(self) -> str:
        return without_mark(super().text())

    def show_text(self, text: str) -> None:
        """Show *text*, or take no room when there is none. What went wrong is announced once."""
        is_new = bool(text) and (text != self.text() or self.isHidden())
        self.setText(text)
        self.setVisible(bool(text))
        if is_new and self.isVisible() and self.property("ink") == "bad":
            told = QAccessibleAnnouncementEvent(self, text)
            told.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
            QAccessible.updateAccessibility(told)
