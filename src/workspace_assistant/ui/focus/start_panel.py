"""StartPanel: name it, press Enter. It remembers what was worked on, where, and for how long."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QStringListModel, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from workspace_assistant.core.focus.acts import Plan
from workspace_assistant.core.focus.errors import FocusError
from workspace_assistant.core.focus.labels import CHANNELS
from workspace_assistant.core.focus.model import Channel
from workspace_assistant.ui.focus import texts
from workspace_assistant.ui.focus.start_state import (
    BREAK_S,
    LONG_S,
    SHORT_S,
    Again,
    Form,
    Length,
    StartState,
    form_of,
    plan_of,
)
from workspace_assistant.ui.overriding import override
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.chips import Chips
from workspace_assistant.ui.widgets.flow_row import FlowRow
from workspace_assistant.ui.widgets.frames import PartFrame
from workspace_assistant.ui.widgets.text_field import TextField
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.wording.durations import spelled
from workspace_assistant.ui.wording.wording import Wording

_ARROW = "  \u25be"


class StartPanel(PartFrame):
    start_wanted = Signal(object)  # a Plan

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__("card", parent)
        self._wording = wording
        self._plans: tuple[Plan, ...] = ()
        self._remembered = Form()
        self._channel = Channel.PHONE
        self._headline = TextLabel(TextStyle.HERO, self, wraps=True)
        self._sentence = TextLabel(TextStyle.BODY, self, ink="muted", wraps=True)
        say = wording.say
        self.field = NameField(say(texts.NAME), say(texts.NAME_HINT), self)
        self.start = ActionButton(say(texts.START), self, kind="primary")
        self._trouble = TextLabel(TextStyle.SECONDARY, self, ink="bad", wraps=True)
        self._trouble.hide()
        self._build_choices()
        self._again = FlowRow(self)
        self._again_label = TextLabel(TextStyle.SECONDARY, self, ink="muted")
        self._again_label.setText(say(texts.AGAIN))
        self._again_buttons: list[ActionButton] = []
        self._again_plans: tuple[Plan, ...] = ()
        self._build_rows()
        self.field.returnPressed.connect(self._on_start_wanted)
        self.field.textEdited.connect(self._on_edited)
        self.field.name_chosen.connect(self._on_name_chosen)
        self.start.clicked.connect(self._on_start_wanted)

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be operated, in reading order."""
        chips = self.length.chips
        return (self.field, self.start, self._choice, *chips, self._own, *self._again_buttons)

    def present(self, state: StartState) -> None:
        self._headline.setText(state.headline)
        self._sentence.show_text(state.sentence)
        self.setAccessibleName(f"{state.headline} {state.sentence}".strip())
        if state.plans != self._plans:
            self._plans = state.plans
            self.field.complete_to([form_of(one).text for one in state.plans])
        if state.form != self._remembered:
            self._remembered = state.form
            self._fill(state.form, with_text=False)
        self._present_again(state.again)

    def clear(self) -> None:
        """Empty, as it is after a start, with nothing to undo in it."""
        self.field.setText("")
        self._trouble.hide()

    def form(self) -> Form:
        """What is filled in."""
        return Form(
            text=self.field.text(),
            channel=self._channel,
            length=Length(self.length.value),
            own=self._own.text(),
        )

    def _fill(self, form: Form, *, with_text: bool) -> None:
        if with_text:
            self.field.setText(form.text)
        self._show_channel(form.channel)
        self.length.choose(form.length)
        self._tell_meaning(form.length)
        self._own.setText(form.own)
        self._own.setVisible(form.length is Length.OWN)

    def _tell_meaning(self, length: str) -> None:
        """What 25 / 5 is short for."""
        self._meaning.show_text(self._meanings.get(length, ""))

    def _present_again(self, again: tuple[Again, ...]) -> None:
        while len(self._again_buttons) < len(again):
            button = ActionButton("", self._again, kind="chip")
            button.clicked.connect(self._on_again_clicked)
            self._again.add(button)
            self._again_buttons.append(button)
        self._again_plans = tuple(one.plan for one in again)
        for index, button in enumerate(self._again_buttons):
            button.setVisible(index < len(again))
            if index < len(again):
                button.setText(again[index].label.replace("&", "&&"))
                button.setAccessibleName(again[index].description)
                button.setToolTip(again[index].description)
        self._again.setVisible(bool(again))

    def _show_channel(self, channel: Channel) -> None:
        self._channel = channel
        label, name = self._wording.say(texts.CHANNEL), self._wording.say(CHANNELS[channel])
        self._choice.setText(f"{name}{_ARROW}")
        self._choice.setAccessibleName(f"{label}: {name}")
        self._choice.setToolTip(label)

    def _build_choices(self) -> None:
        say = self._wording.say
        self._choices = FlowRow(self)
        self._choice = ActionButton("", self._choices, kind="choice")
        self._menu = QMenu(self)
        for channel, label in CHANNELS.items():
            self._menu.addAction(say(label)).setData(channel.value)
        self._menu.triggered.connect(self._on_channel_chosen)
        self._choice.clicked.connect(self._on_choice_clicked)
        self.length = Chips(say(texts.LENGTH), self._choices)
        self._meanings = {Length.OPEN.value: say(texts.OPEN_END_HINT)}
        for value, seconds in ((Length.SHORT, SHORT_S), (Length.LONG, LONG_S)):
            length, pause = (spelled(one, self._wording) for one in (seconds, BREAK_S[seconds]))
            self._meanings[value] = say(texts.PRESET_HINT, length=length, pause=pause)
        for value, label in (
            (Length.SHORT, texts.PRESET_SHORT),
            (Length.LONG, texts.PRESET_LONG),
            (Length.OWN, texts.OWN_LENGTH),
            (Length.OPEN, texts.OPEN_END),
        ):
            self.length.add_chip(value, say(label), self._meanings.get(value, ""))
        self.length.chosen.connect(self._on_length_chosen)
        self._meaning = TextLabel(TextStyle.SECONDARY, self, ink="muted", wraps=True)
        hint = say(texts.OWN_LENGTH_HINT)
        self._own = TextField(say(texts.OWN_LENGTH), self._choices, hint=hint, units=28)
        self._own.returnPressed.connect(self._on_start_wanted)
        for part in (self._choice, self.length, self._own):
            self._choices.add(part)
        self._fill(Form(), with_text=False)

    def _build_rows(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(grid_px(3))
        head.addWidget(self.field, 1)
        head.addWidget(self.start)
        self._again.add(self._again_label)
        column = QVBoxLayout(self)
        column.setContentsMargins(grid_px(6), grid_px(5), grid_px(6), grid_px(5))
        column.setSpacing(grid_px(2.5))
        column.addWidget(self._headline)
        column.addWidget(self._sentence)
        column.addLayout(head)
        column.addWidget(self._trouble)
        column.addWidget(self._choices)
        column.addWidget(self._meaning)
        column.addWidget(self._again)

    @Slot()
    def _on_start_wanted(self) -> None:
        try:
            plan = plan_of(self.form())
        except FocusError as error:
            self._trouble.show_text(self._wording.say(error.sentence, **error.parts))
            wrong = self._own if error.sentence == texts.LENGTH_UNCLEAR else self.field
            wrong.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._trouble.hide()
        self.start_wanted.emit(plan)

    @Slot()
    def _on_edited(self) -> None:
        self._trouble.hide()

    @Slot(str)
    def _on_name_chosen(self, text: str) -> None:
        """A name from before brings its channel and length with it."""
        for plan in self._plans:
            form = form_of(plan)
            if form.text == text:
                self._fill(form, with_text=True)
                return

    @Slot()
    def _on_again_clicked(self) -> None:
        index = self._again_buttons.index(self.sender())  # type: ignore[arg-type]  # one of them
        self.start_wanted.emit(self._again_plans[index])

    @Slot(str)
    def _on_length_chosen(self, value: str) -> None:
        self._tell_meaning(value)
        self._own.setVisible(value == Length.OWN)
        is_stepping = any(chip.hasFocus() for chip in self.length.chips)  # to the one beyond, maybe
        if value == Length.OWN and not is_stepping:
            self._own.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_choice_clicked(self) -> None:
        below = QPoint(0, self._choice.height())
        self._menu.popup(self._choice.mapToGlobal(below))

    @Slot(QAction)
    def _on_channel_chosen(self, action: QAction) -> None:
        self._show_channel(Channel(action.data()))


class NameField(TextField):
    """Completes to names used before; the Down key shows them all."""

    name_chosen = Signal(str)

    def __init__(self, name: str, hint: str, parent: QWidget) -> None:
        super().__init__(name, parent, hint=hint, style=TextStyle.REQUEST)
        self._names = QStringListModel(self)
        made = QCompleter(self._names, self)
        made.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        made.setFilterMode(Qt.MatchFlag.MatchContains)
        made.activated.connect(self._on_activated)
        self.setCompleter(made)

    def complete_to(self, names: list[str]) -> None:
        self._names.setStringList(names)

    @override
    def event(self, event: QEvent) -> bool:
        """Where nothing was written, undoing is about what was done last, not about the field."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Undo)
            and not self.isUndoAvailable()
        ):
            event.ignore()
            return False
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        made = self.completer()
        if event.key() == Qt.Key.Key_Down and made is not None:
            made.setCompletionPrefix(self.text())
            made.complete()
            return
        super().keyPressEvent(event)

    @Slot(str)
    def _on_activated(self, text: str) -> None:
        self.name_chosen.emit(text)
