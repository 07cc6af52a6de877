"""EditPanel: a block to correct or to write down, in the list where it stands."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from workspace_assistant.core.focus.labels import CHANNELS
from workspace_assistant.core.focus.model import Channel
from workspace_assistant.core.focus.overlaps import OverlapChoice
from workspace_assistant.ui.focus import texts
from workspace_assistant.ui.focus.edit_state import EditForm, EditState, Merge
from workspace_assistant.ui.focus.gap_rows import GapRows
from workspace_assistant.ui.focus.interruption_rows import InterruptionRows
from workspace_assistant.ui.focus.looks import QUESTION
from workspace_assistant.ui.overriding import override
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.field_pair import FieldPair
from workspace_assistant.ui.widgets.flow_row import FlowRow
from workspace_assistant.ui.widgets.frames import PartFrame
from workspace_assistant.ui.widgets.inline_question import InlineQuestion
from workspace_assistant.ui.widgets.text_field import TextField
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.widgets.turning_row import TurningRow
from workspace_assistant.ui.wording.wording import Wording

_ARROW = "  \u25be"
_TIME_UNITS = 20
_LENGTH_UNITS = 28


class EditPanel(PartFrame):
    saved = Signal(object)  # an EditForm
    closed = Signal()
    split_wanted = Signal(str)  # time as it was written
    merge_wanted = Signal(str)  # block id
    delete_wanted = Signal()
    overlap_settled = Signal(object)  # an OverlapChoice

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__("row", parent)
        self._wording = wording
        self._shown: EditState | None = None
        self._channel = Channel.PHONE
        say = wording.say
        self._title = TextLabel(TextStyle.TITLE, self, wraps=True)
        self.name = TextField(say(texts.FIELD_NAME), self)
        self.tags = TextField(say(texts.FIELD_TAGS), self, hint=say(texts.FIELD_TAGS_HINT))
        self.begin = TextField(say(texts.FIELD_START), self, units=_TIME_UNITS, hint="9:00")
        self.end = TextField(say(texts.FIELD_END), self, units=_TIME_UNITS)
        self.planned = TextField(
            say(texts.FIELD_PLANNED), self, units=_LENGTH_UNITS, hint=say(texts.OPEN_END)
        )
        self._build_channel()
        self._trouble = TextLabel(TextStyle.SECONDARY, self, ink="bad", wraps=True)
        self._trouble.hide()
        self.gaps = GapRows(wording, self)
        self.interruptions = InterruptionRows(wording, self)
        self._build_fields()
        self._build_conflict()
        self._build_acts()
        self._build_column()
        self.hide()

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be operated, in reading order."""
        return (
            *(self.name, self.tags, self.begin, self.end, self.planned, self.channel),
            *(self.trim_others, self.trim_this, self.leave),
            *(self.save, self.cancel),
            *self.gaps.controls,
            *self.interruptions.controls,
            *(self.split_time, self.split, *self.merges, self.delete),
        )

    def present(self, state: EditState | None) -> None:
        """The fields are filled once: what the user writes stays while the log goes on."""
        self.setVisible(state is not None)
        before, self._shown = self._shown, state
        if state is None:
            return
        if before is None or before.block_id != state.block_id:
            self._fill(state)
        self._title.setText(state.title)
        self.setAccessibleName(state.title)
        self.interruptions.setVisible(bool(state.block_id))
        self.interruptions.present(state.interruptions)
        self._more.setVisible(bool(state.block_id))
        self.gaps.setVisible(bool(state.block_id))
        self.gaps.present(state.gaps)
        self._show_merges(state.merges)
        if state.conflict:
            hint = self._wording.say(texts.OVERLAP_HINT)
            self.conflict.ask(QUESTION, self._wording.say(texts.OVERLAP), state.conflict, (hint,))
        else:
            self.conflict.hide()

    def form(self) -> EditForm:
        """What is filled in."""
        return EditForm(
            name=self.name.text(),
            tags=self.tags.text(),
            channel=self._channel,
            start=self.begin.text(),
            end=self.end.text(),
            planned=self.planned.text(),
        )

    def tell_trouble(self, sentence: str) -> None:
        """Why it could not be kept as it is written; empty when nothing is wrong."""
        self._trouble.show_text(sentence)

    @override
    def event(self, event: QEvent) -> bool:
        """Escape closes this form and nothing else that it might stop."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _fill(self, state: EditState) -> None:
        form = state.form
        self.name.setText(form.name)
        self.tags.setText(form.tags)
        self.begin.setText(form.start)
        self.end.setText(form.end)
        self.end.setPlaceholderText(self._wording.say(texts.STILL_RUNS) if state.is_open else "")
        self.planned.setText(form.planned)
        self.split_time.setText(state.split_at)
        self._show_channel(form.channel)
        self.gaps.clear()
        self._trouble.hide()

    def _show_merges(self, merges: tuple[Merge, ...]) -> None:
        for index, button in enumerate(self.merges):
            button.setVisible(index < len(merges))
            if index < len(merges):
                button.setText(merges[index].label.replace("&", "&&"))
                button.setProperty("block", merges[index].block_id)

    def _show_channel(self, channel: Channel) -> None:
        self._channel = channel
        label, name = self._wording.say(texts.CHANNEL), self._wording.say(CHANNELS[channel])
        self.channel.setText(f"{name}{_ARROW}")
        self.channel.setAccessibleName(f"{label}: {name}")

    def _build_channel(self) -> None:
        self.channel = ActionButton("", self, kind="choice")
        self._menu = QMenu(self)
        for channel, label in CHANNELS.items():
            self._menu.addAction(self._wording.say(label)).setData(channel.value)
        self._menu.triggered.connect(self._on_channel_chosen)
        self.channel.clicked.connect(self._on_channel_clicked)

    def _build_conflict(self) -> None:
        say = self._wording.say
        self.conflict = InlineQuestion(self)
        self.trim_others = ActionButton(say(texts.TRIM_OTHERS), self)
        self.trim_this = ActionButton(say(texts.TRIM_THIS), self)
        self.leave = ActionButton(say(texts.CANCEL), self)
        for button, choice in (
            (self.trim_others, OverlapChoice.TRIM_OLD),
            (self.trim_this, OverlapChoice.TRIM_NEW),
        ):
            button.setProperty("choice", choice.value)
            button.clicked.connect(self._on_overlap_settled)
        self.leave.clicked.connect(self.closed)
        for button in (self.trim_others, self.trim_this, self.leave):
            self.conflict.add_answer(button)

    def _build_acts(self) -> None:
        say = self._wording.say
        self._acts = FlowRow(self)
        self.save = ActionButton(say(texts.SAVE), self._acts, kind="primary")
        self.cancel = ActionButton(say(texts.CANCEL), self._acts)
        self._acts.add(self.save)
        self._acts.add(self.cancel)
        self._more = FlowRow(self)
        self.split_time = TextField(say(texts.SPLIT_TIME), self._more, units=_TIME_UNITS)
        self.split = ActionButton(say(texts.SPLIT_BLOCK), self._more)
        self.merges = tuple(ActionButton("", self._more) for _ in range(2))
        self.delete = ActionButton(say(texts.DELETE), self._more)
        for part in (self.split_time, self.split, *self.merges, self.delete):
            self._more.add(part)
        self.save.clicked.connect(self._on_save_wanted)
        self.cancel.clicked.connect(self.closed)
        self.split.clicked.connect(self._on_split_wanted)
        self.split_time.returnPressed.connect(self._on_split_wanted)
        for button in self.merges:
            button.clicked.connect(self._on_merge_clicked)
        self.delete.clicked.connect(self.delete_wanted)
        for field in (self.name, self.tags, self.begin, self.end, self.planned):
            field.returnPressed.connect(self._on_save_wanted)

    def _build_column(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, grid_px(3), 0, grid_px(4))
        column.setSpacing(grid_px(2.5))
        column.addWidget(self._title)
        column.addLayout(self._wide)
        column.addWidget(self._short)
        for part in (self._trouble, self.conflict, self._acts):
            column.addWidget(part)
        for more in (self.gaps, self.interruptions, self._more):
            column.addWidget(more)

    def _build_fields(self) -> None:
        """Labels above their fields: wide names first, times and lengths below."""
        self._wide = TurningRow()
        self._wide.setSpacing(grid_px(3))
        for label, field in ((texts.FIELD_NAME, self.name), (texts.FIELD_TAGS, self.tags)):
            self._wide.addWidget(FieldPair(self._wording.say(label), field, self), 1)
        self._short = FlowRow(self, gap_units=3)
        for label, one in (
            (texts.FIELD_START, self.begin),
            (texts.FIELD_END, self.end),
            (texts.FIELD_PLANNED, self.planned),
            (texts.CHANNEL, self.channel),
        ):
            self._short.add(FieldPair(self._wording.say(label), one, self._short))

    @Slot()
    def _on_save_wanted(self) -> None:
        self.saved.emit(self.form())

    @Slot()
    def _on_split_wanted(self) -> None:
        self.split_wanted.emit(self.split_time.text())

    @Slot()
    def _on_merge_clicked(self) -> None:
        self.merge_wanted.emit(self.sender().property("block"))

    @Slot()
    def _on_overlap_settled(self) -> None:
        self.overlap_settled.emit(OverlapChoice(self.sender().property("choice")))

    @Slot()
    def _on_channel_clicked(self) -> None:
        self._menu.popup(self.channel.mapToGlobal(QPoint(0, self.channel.height())))

    @Slot(QAction)
    def _on_channel_chosen(self, action: QAction) -> None:
        self._show_channel(Channel(action.data()))
