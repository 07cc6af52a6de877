"""HeroRows: how icon, words and buttons of a hero stand in the width there is."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLayout, QWidget

from workspace_assistant.ui.theme.metrics import grid_px

_TIGHT_BELOW_UNITS = 84
_TIGHT_SIDE_UNITS = 4
_SIDE_UNITS = 6
_GAP_UNITS = 5
_ALIGNED = Qt.AlignmentFlag.AlignLeft


class _Room(Enum):
    WIDE = auto()  # buttons beside the words
    NARROW = auto()  # buttons in a row below the words
    TIGHT = auto()  # all below each other


class HeroRows:
    """Words keep a width that can be read: first the buttons give way, then the icon."""

    def __init__(
        self, frame: QWidget, icon: QWidget, words: QLayout, buttons: list[QWidget], *, top: float
    ) -> None:
        self._icon, self._words = icon, words
        self._room: _Room | None = None
        self._buttons = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._buttons.setSpacing(grid_px(1.5))
        for button in buttons:
            self._buttons.addWidget(button)
        self._grid = QGridLayout(frame)
        self._top = top
        self._grid.setHorizontalSpacing(grid_px(_GAP_UNITS))
        self._grid.setVerticalSpacing(grid_px(2))
        self._grid.setColumnStretch(1, 1)
        self._arrange(_Room.WIDE)

    def fit(self, width_px: int, *, buttons_below_units: float) -> None:
        if width_px < grid_px(_TIGHT_BELOW_UNITS):
            self._arrange(_Room.TIGHT)
        else:
            is_narrow = width_px < grid_px(buttons_below_units)
            self._arrange(_Room.NARROW if is_narrow else _Room.WIDE)
        if self._room is _Room.NARROW:
            self._turn_buttons(width_px)

    def narrowest_px(self) -> int:
        """What the widest part asks for, with the margins of the tightest arrangement."""
        buttons = [self._buttons.itemAt(index) for index in range(self._buttons.count())]
        shown = [one for one in (self._words, *buttons) if one is not None]
        return max(one.minimumSize().width() for one in shown) + 2 * grid_px(_TIGHT_SIDE_UNITS)

    def _turn_buttons(self, width_px: int) -> None:
        """Long words do not fit beside each other everywhere."""
        items = [self._buttons.itemAt(index) for index in range(self._buttons.count())]
        shown = [item.minimumSize().width() for item in items if item and not item.isEmpty()]
        between = self._buttons.spacing() * max(0, len(shown) - 1)
        beside = self._icon.sizeHint().width() + grid_px(_GAP_UNITS) + 2 * grid_px(_SIDE_UNITS)
        fits = sum(shown) + between + beside <= width_px
        way = QBoxLayout.Direction
        self._buttons.setDirection(way.LeftToRight if fits else way.TopToBottom)

    def _arrange(self, room: _Room) -> None:
        if room is self._room:
            return
        self._room = room
        for item in (self._words, self._buttons):
            self._grid.removeItem(item)
        self._grid.removeWidget(self._icon)
        is_tight = room is _Room.TIGHT
        side = grid_px(_TIGHT_SIDE_UNITS if is_tight else _SIDE_UNITS)
        self._grid.setContentsMargins(side, grid_px(self._top), side, grid_px(self._top))
        middle = Qt.AlignmentFlag.AlignVCenter
        way = QBoxLayout.Direction
        self._buttons.setDirection(way.LeftToRight if room is _Room.NARROW else way.TopToBottom)
        if is_tight:
            self._grid.addWidget(self._icon, 0, 0, 1, 2, _ALIGNED)
            self._grid.addLayout(self._words, 1, 0, 1, 2)
            self._grid.addLayout(self._buttons, 2, 0, 1, 2, _ALIGNED)
            return
        self._grid.addWidget(self._icon, 0, 0, middle)
        self._grid.addLayout(self._words, 0, 1)
        if room is _Room.WIDE:
            self._grid.addLayout(self._buttons, 0, 2, middle)
        else:
            self._grid.addLayout(self._buttons, 1, 1, _ALIGNED)
