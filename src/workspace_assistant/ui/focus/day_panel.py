"""DayPanel: a day of the log as a sentence, a ribbon and a list."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workspace_assistant.ui.focus import texts
from workspace_assistant.ui.focus.block_row import BlockRow
from workspace_assistant.ui.focus.day_state import DayState
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.flow_row import FlowRow
from workspace_assistant.ui.widgets.frames import PartFrame
from workspace_assistant.ui.widgets.ribbon_legend import RibbonLegend
from workspace_assistant.ui.widgets.ribbon_parts import Part
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.widgets.timeline_ribbon import TimelineRibbon
from workspace_assistant.ui.wording.wording import Wording

_BEFORE, _AFTER = "\u2039", "\u203a"
_LEGEND = (
    (Part.SHIFT, texts.LEGEND_SHIFT),
    (Part.PLANNED_BREAK, texts.LEGEND_PLANNED_BREAK),
    (Part.WORK, texts.LEGEND_WORK),
    (Part.PAUSE, texts.LEGEND_BREAK),
    (Part.AWAY, texts.LEGEND_AWAY),
    (Part.QUESTION, texts.LEGEND_OPEN),
    (Part.INTERRUPTION, texts.LEGEND_INTERRUPTION),
)


class DayPanel(PartFrame):
    day_stepped = Signal(int)  # -1, 1; 0 goes to today
    edit_wanted = Signal(str)  # block id
    add_wanted = Signal()
    import_wanted = Signal()
    export_wanted = Signal()

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__("card", parent)
        self._wording = wording
        say = wording.say
        self._title = TextLabel(TextStyle.TITLE, self, wraps=True)
        self.before = self._new_step(_BEFORE, texts.DAY_BEFORE, -1)
        self.after = self._new_step(_AFTER, texts.DAY_AFTER, 1)
        self.today = ActionButton(say(texts.TO_TODAY), self, kind="step")
        self.today.setProperty("step", 0)
        self.today.clicked.connect(self._on_step_clicked)
        self._summary = TextLabel(TextStyle.BODY, self, wraps=True)
        self._shifts = TextLabel(TextStyle.SECONDARY, self, ink="muted", wraps=True)
        self.ribbon = TimelineRibbon(say(texts.RIBBON), say(texts.RIBBON_HINT), self)
        self._pointed = TextLabel(TextStyle.SECONDARY, self, ink="muted", wraps=True)
        self._hint = say(texts.RIBBON_HINT)
        self.legend = RibbonLegend(self)
        for part, label in _LEGEND:
            self.legend.add_entry(part, say(label))
        self._rows: list[BlockRow] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._build_acts()
        self._build_column()
        self.ribbon.pointed.connect(self._on_pointed)
        self.ribbon.opened.connect(self._on_opened)
        self._on_pointed("")

    def controls_around(self, form: QWidget, inside: tuple[QWidget, ...]) -> list[QWidget]:
        """What can be operated, in reading order, with what is *inside* a form in the list."""
        order: list[QWidget] = [self.today, self.before, self.after, *self.ribbon.buttons]
        for index in range(self._list.count()):
            item = self._list.itemAt(index)
            widget = item.widget() if item else None
            if widget is form:
                order += inside
            elif isinstance(widget, BlockRow):
                order.append(widget.edit)
        return [*order, self.add, self.take_over, self.give_out]

    @property
    def rows(self) -> tuple[BlockRow, ...]:
        return tuple(row for row in self._rows if not row.isHidden())

    def present(self, state: DayState | None) -> None:
        self.setVisible(state is not None)
        if state is None:
            return
        self._title.setText(state.title)
        self.setAccessibleName(state.title)
        self._summary.setText(state.summary)
        self._shifts.show_text(state.shifts)
        self.after.setEnabled(not state.is_today)
        self.today.setVisible(not state.is_today)
        for part in (self.ribbon, self._pointed, self.legend):
            part.setVisible(state.ribbon is not None)
        if state.ribbon is not None:
            self.ribbon.show_day(state.ribbon)
            shown = (*state.ribbon.frames, *state.ribbon.parts)
            self.legend.show_only({one.part for one in shown})
        while len(self._rows) < len(state.rows):
            self._rows.append(self._new_row())
        for index, row in enumerate(self._rows):
            row.setVisible(index < len(state.rows))
            if index < len(state.rows):
                row.present(state.rows[index])

    def insert_below(self, block_id: str, widget: QWidget) -> None:
        """Put *widget* below the row of a block; above all rows for another id."""
        self._list.removeWidget(widget)
        ids = [row.block_id for row in self._rows]
        index = ids.index(block_id) + 1 if block_id in ids else 0
        before = self._rows[index - 1] if index else None
        at = self._list.indexOf(before) + 1 if before is not None else 0
        self._list.insertWidget(at, widget)

    def focus_on(self, block_id: str) -> None:
        """Give the focus to a block's row; to the button that adds one where it has none."""
        row = next((one for one in self.rows if one.block_id == block_id), None)
        (row.edit if row else self.add).setFocus(Qt.FocusReason.OtherFocusReason)

    def _new_row(self) -> BlockRow:
        row = BlockRow(self._wording, self)
        row.edit_wanted.connect(self.edit_wanted)
        self._list.addWidget(row)
        return row

    def _new_step(self, text: str, name: str, step: int) -> ActionButton:
        button = ActionButton(text, self, kind="step")
        button.setAccessibleName(self._wording.say(name))
        button.setToolTip(self._wording.say(name))
        button.setProperty("step", step)
        button.clicked.connect(self._on_step_clicked)
        return button

    def _build_acts(self) -> None:
        say = self._wording.say
        self._acts = FlowRow(self)
        self.add = ActionButton(say(texts.ADD_BLOCK), self._acts, kind="step")
        self.take_over = ActionButton(say(texts.IMPORT), self._acts, kind="step")
        self.give_out = ActionButton(say(texts.EXPORT), self._acts, kind="step")
        for button, signal in (
            (self.add, self.add_wanted),
            (self.take_over, self.import_wanted),
            (self.give_out, self.export_wanted),
        ):
            button.clicked.connect(signal)
            self._acts.add(button)

    def _build_column(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(grid_px(1))
        head.addWidget(self._title, 1)
        for step in (self.today, self.before, self.after):
            head.addWidget(step, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(grid_px(4.5), grid_px(3.5), grid_px(4.5), grid_px(3.5))
        column.setSpacing(grid_px(1.5))
        column.addLayout(head)
        column.addWidget(self._summary)
        column.addWidget(self._shifts)
        column.addSpacing(grid_px(1))
        for part in (self.ribbon, self._pointed, self.legend):
            column.addWidget(part)
        column.addSpacing(grid_px(1))
        column.addLayout(self._list)
        column.addSpacing(grid_px(1))
        column.addWidget(self._acts)

    @Slot(str)
    def _on_pointed(self, description: str) -> None:
        self._pointed.setText(description or self._hint)

    @Slot(str, str)
    def _on_opened(self, block_id: str, _part_id: str) -> None:
        self.edit_wanted.emit(block_id)

    @Slot()
    def _on_step_clicked(self) -> None:
        self.day_stepped.emit(int(self.sender().property("step")))
