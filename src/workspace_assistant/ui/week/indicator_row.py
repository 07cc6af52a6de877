"""IndicatorRow: a number with its sentence, its target, and on demand how it is counted."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from workspace_assistant.ui.overriding import override
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.week.formula_part import FormulaPart
from workspace_assistant.ui.week.indicator_state import IndicatorState
from workspace_assistant.ui.widgets.frames import PartFrame
from workspace_assistant.ui.widgets.icon_button import IconButton
from workspace_assistant.ui.widgets.spoken_role import speak_as
from workspace_assistant.ui.widgets.state_icon import StateIcon
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.widgets.turning_row import TurningRow
from workspace_assistant.ui.wording.wording import Wording

_VALUE_UNITS = 52
_NARROW_VALUE_UNITS = 34
_NARROW_BELOW_UNITS = 150


class IndicatorRow(PartFrame):
    laid_open = Signal(str)
    target_written = Signal(str, str)
    target_dropped = Signal(str)
    default_wanted = Signal(str)

    def __init__(self, indicator_id: str, wording: Wording, parent: QWidget) -> None:
        super().__init__("row", parent)
        self._id = indicator_id
        self._wording = wording
        self._shown: IndicatorState | None = None
        self._icon = StateIcon(5, self)
        self._name = TextLabel(TextStyle.STRONG, self, wraps=True)
        self._sentence = TextLabel(TextStyle.SECONDARY, self, ink="muted", wraps=True)
        self._value = self._aside(TextStyle.TITLE, "")
        speak_as(self._value, QAccessible.Role.StaticText)  # large, and no title
        self._target = self._aside(TextStyle.SECONDARY, "muted")
        self._change = self._aside(TextStyle.SECONDARY, "muted")
        self.toggle = IconButton("expand", "", self)
        self.toggle.clicked.connect(self._on_toggled)
        self.formula: FormulaPart | None = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._build_rows()

    @property
    def indicator_id(self) -> str:
        return self._id

    @property
    def value(self) -> str:
        return self._value.text()

    @property
    def sentence(self) -> str:
        return self._sentence.text()

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be operated, in reading order."""
        inside = self.formula.controls if self.formula and not self.formula.isHidden() else ()
        return (self.toggle, *inside)

    def set_first(self, *, is_first: bool) -> None:
        """Of its topic: the heading stands above it, no line."""
        part = "first-row" if is_first else "row"
        if self.property("part") != part:
            self.setProperty("part", part)
            self.style().unpolish(self)
            self.style().polish(self)

    def present(self, state: IndicatorState) -> None:
        if state == self._shown:
            return
        self._shown = state
        self._icon.show_look(state.look, state.state)
        self._name.setText(state.name)
        self._sentence.show_text(state.sentence)
        self._value.show_text(state.value)
        self._target.show_text(state.target if state.value else state.state)
        self._change.show_text(state.change)
        self.toggle.show_icon("collapse" if state.formula else "expand", state.button)
        self.setAccessibleName(state.told)
        if state.formula is not None and self.formula is None:
            self._add_formula()
        if self.formula is not None:
            self.formula.present(state.formula)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = event.size().width() < grid_px(_NARROW_BELOW_UNITS)
        units = _NARROW_VALUE_UNITS if is_narrow else _VALUE_UNITS
        self._numbers.setFixedWidth(grid_px(units))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The whole head is a target for the pointer; what is laid open is to be read."""
        super().mouseReleaseEvent(event)
        is_head = self._head.geometry().contains(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and is_head:
            self.laid_open.emit(self._id)

    def _aside(self, style: TextStyle, ink: str) -> TextLabel:
        label = TextLabel(style, self, ink=ink, wraps=True)
        label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        return label

    def _build_rows(self) -> None:
        self._head = QWidget(self)
        words = QVBoxLayout()
        words.setSpacing(grid_px(0.5))
        words.addWidget(self._name)
        words.addWidget(self._sentence)
        words.addStretch(1)
        self._numbers = QWidget(self._head)
        self._numbers.setFixedWidth(grid_px(_VALUE_UNITS))
        self._numbers.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)
        numbers = QVBoxLayout(self._numbers)
        numbers.setContentsMargins(0, 0, 0, 0)
        numbers.setSpacing(0)
        for part in (self._value, self._target, self._change):
            numbers.addWidget(part)
        numbers.addStretch(1)
        top = Qt.AlignmentFlag.AlignTop
        row = TurningRow(self._head)
        row.setContentsMargins(0, grid_px(2.5), 0, grid_px(2.5))
        row.setSpacing(grid_px(3))
        row.addWidget(self._icon, 0, top)
        row.addLayout(words, 1)
        row.addWidget(self._numbers, 0, top)
        row.addWidget(self.toggle, 0, top)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._head)

    def _add_formula(self) -> None:
        made = FormulaPart(self._wording, self)
        made.target_written.connect(self._on_written)
        made.target_dropped.connect(self._on_dropped)
        made.default_wanted.connect(self._on_default_wanted)
        self._column.addWidget(made)
        self.formula = made

    @Slot()
    def _on_toggled(self) -> None:
        self.laid_open.emit(self._id)

    @Slot(str)
    def _on_written(self, text: str) -> None:
        self.target_written.emit(self._id, text)

    @Slot()
    def _on_dropped(self) -> None:
        self.target_dropped.emit(self._id)

    @Slot()
    def _on_default_wanted(self) -> None:
        self.default_wanted.emit(self._id)
