"""CardGrid: the answers of a step, in columns where they have drawings, else below each other."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from workspace_assistant.ui.ergonomics.option_card import NARROWEST_UNITS, OptionBox, OptionCard
from workspace_assistant.ui.ergonomics.step_state import OptionState
from workspace_assistant.ui.overriding import override
from workspace_assistant.ui.theme.metrics import grid_px

_MOST_COLUMNS = 4
_BOX_UNITS = 90  # a box with a line of words beside its drawing


class CardGrid(QWidget):
    """Another question replaces the answers; the same one only marks what is chosen."""

    picked = Signal(str, str)  # question id, option id

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.cards: tuple[OptionCard | OptionBox, ...] = ()
        self._are_boxes = False
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(grid_px(2.5))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def present(self, options: tuple[OptionState, ...], *, are_boxes: bool) -> None:
        self.setVisible(bool(options))
        if [_id(one.state) for one in self.cards] != [_id(one) for one in options]:
            self._replace(options, are_boxes=are_boxes)
        for card, state in zip(self.cards, options, strict=True):
            card.present(state)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(event.size().width())

    def _replace(self, options: tuple[OptionState, ...], *, are_boxes: bool) -> None:
        for card in self.cards:
            self._grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._are_boxes, self._columns = are_boxes, 0
        stands = any(one.picture for one in options)
        self.cards = tuple(
            OptionBox(one, self) if are_boxes else OptionCard(one, self, stands=stands)
            for one in options
        )
        for card in self.cards:
            card.clicked.connect(self._picking(card.state))
            card.show()
        self._arrange(self.width())

    def _picking(self, state: OptionState) -> Callable[[], None]:
        return partial(self.picked.emit, state.question_id, state.option_id)

    def _arrange(self, width_px: int) -> None:
        columns = self._columns_in(width_px)
        if columns == self._columns or not self.cards:
            return
        self._columns = columns
        for card in self.cards:
            self._grid.removeWidget(card)
        for column in range(_MOST_COLUMNS):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        for index, card in enumerate(self.cards):
            self._grid.addWidget(card, *divmod(index, columns))

    def _columns_in(self, width_px: int) -> int:
        """As many as have room; four stand two by two before one of them stands alone."""
        count = len(self.cards)
        are_lines = self._are_boxes or not any(one.state.picture for one in self.cards)
        narrowest = grid_px(_BOX_UNITS if are_lines else NARROWEST_UNITS)
        gap = self._grid.spacing()
        room = max(1, min((width_px + gap) // (narrowest + gap), _MOST_COLUMNS, max(1, count)))
        if are_lines:
            return min(room, 2) if self._are_boxes else 1
        return 2 if count == _MOST_COLUMNS and room < count else room


def _id(state: OptionState) -> tuple[str, str]:
    return (state.question_id, state.option_id)
