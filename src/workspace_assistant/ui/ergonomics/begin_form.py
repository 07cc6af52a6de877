"""BeginForm: which workplace is to be checked, and the button that begins."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workspace_assistant.core.ergonomics.workplaces import HOME, LONGEST_NAME, OFFICE
from workspace_assistant.ui.ergonomics import texts
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.chips import Chips
from workspace_assistant.ui.widgets.field_pair import FieldPair
from workspace_assistant.ui.widgets.flow_row import FlowRow
from workspace_assistant.ui.widgets.text_field import TextField
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.wording.wording import Wording

_OTHER = "another"
_NAME_UNITS = 60


class BeginForm(QWidget):
    """Workplaces that are known already are not offered: these have a line of their own."""

    begun = Signal(str)  # a workplace
    closed = Signal()

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__(parent)
        say = wording.say
        self.chips = Chips(say(texts.WHICH_WORKPLACE), self)
        for value, text in (
            (HOME, texts.HOME),
            (OFFICE, texts.OFFICE),
            (_OTHER, texts.OTHER_WORKPLACE),
        ):
            self.chips.add_chip(value, say(text))
        self._which = FieldPair(say(texts.WHICH_WORKPLACE), self.chips, self)
        self.name = TextField(
            say(texts.NAME_OF_WORKPLACE), self, hint=say(texts.NAME_HINT), units=_NAME_UNITS
        )
        self.name.setMaxLength(LONGEST_NAME)
        self._named = FieldPair(say(texts.NAME_OF_WORKPLACE), self.name, self)
        self._trouble = TextLabel(TextStyle.SECONDARY, self, ink="bad", wraps=True)
        self._acts = FlowRow(self)
        self.start = ActionButton(say(texts.START), self._acts)
        self.cancel = ActionButton(say(texts.CANCEL), self._acts)
        self._connect()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, grid_px(1), 0, grid_px(1))
        column.setSpacing(grid_px(2.5))
        for part in (self._which, self._named, self._trouble, self._acts):
            column.addWidget(part)
        self.hide()

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be operated, in reading order."""
        return (*self.chips.chips, self.name, self.start, self.cancel)

    def present(self, offered: tuple[str, ...], trouble: str, *, can_cancel: bool) -> None:
        """*offered* are the workplaces to choose from beside a name of the person's own."""
        values = (*offered, _OTHER)
        self.chips.offer(values)
        if self.chips.value not in values:
            self.chips.choose(values[0])
        self._which.setVisible(bool(offered))
        self._trouble.show_text(trouble)
        self.cancel.setVisible(can_cancel)
        self._show_field()

    def take_focus(self) -> None:
        field = self.name if self._is_other else self.start
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        self.name.clear()

    @property
    def _is_other(self) -> bool:
        return self.chips.value == _OTHER

    def _show_field(self) -> None:
        self._named.setVisible(self._is_other)

    def _connect(self) -> None:
        for button in (self.start, self.cancel):
            self._acts.add(button)
        self.chips.chosen.connect(self._on_chosen)
        self.name.returnPressed.connect(self._on_started)
        self.start.clicked.connect(self._on_started)
        self.cancel.clicked.connect(self.closed)

    @Slot()
    def _on_chosen(self) -> None:
        self._show_field()
        self._trouble.show_text("")

    @Slot()
    def _on_started(self) -> None:
        self.begun.emit(self.name.text() if self._is_other else self.chips.value)
