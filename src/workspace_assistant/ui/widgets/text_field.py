"""TextField: one line to write into, in the theme's shape."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from workspace_assistant.ui.theme.metrics import TextStyle, font, grid_px

_LONGEST_TEXT = 200


class TextField(QLineEdit):
    """*name* is what assistive tools say; `units` makes it so wide, else it takes what there is."""

    def __init__(
        self,
        name: str,
        parent: QWidget,
        *,
        hint: str = "",
        units: float = 0.0,
        style: TextStyle = TextStyle.BODY,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setMaxLength(_LONGEST_TEXT)
        self.setFont(font(style))
        if units:
            self.setFixedWidth(grid_px(units))
        else:
            self.setMinimumWidth(grid_px(24))
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
