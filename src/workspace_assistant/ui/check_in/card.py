"""CheckInCard: the check-in at the end of a shift, in 20 seconds, for those who want it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workspace_assistant.core.check_in.model import Answers
from workspace_assistant.core.check_in.service import Form
from workspace_assistant.ui.check_in import texts
from workspace_assistant.ui.check_in.form_panel import FormPanel
from workspace_assistant.ui.check_in.help_list import HelpList
from workspace_assistant.ui.check_in.marks_row import MarksRow
from workspace_assistant.ui.check_in.session import CheckInSession
from workspace_assistant.ui.check_in.view_state import CardState, card_state, news
from workspace_assistant.ui.overriding import override
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.flow_row import FlowRow
from workspace_assistant.ui.widgets.frames import PartFrame
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.wording.wording import Wording

_FOLLOWER = "card"


class CheckInCard(PartFrame):
    """`show_wanted` comes where the form opened because the person asked for it."""

    show_wanted = Signal()

    def __init__(self, session: CheckInSession, wording: Wording, parent: QWidget) -> None:
        super().__init__("card", parent)
        self._session = session
        self._wording = wording
        self._shown = CardState()
        say = wording.say
        title = TextLabel(TextStyle.TITLE, self, wraps=True)
        title.setText(say(texts.TITLE))
        self.setAccessibleName(say(texts.TITLE))
        self._trouble = TextLabel(TextStyle.BODY, self, ink="bad", wraps=True)
        self._words = TextLabel(TextStyle.BODY, self, wraps=True)
        self.form = FormPanel(wording, self)
        self.marks = MarksRow(wording, self)
        self.help = HelpList(wording, self)
        self._build_acts()
        column = QVBoxLayout(self)
        column.setContentsMargins(grid_px(4.5), grid_px(3.5), grid_px(4.5), grid_px(4))
        column.setSpacing(grid_px(2.5))
        parts = (self._trouble, self._words, self.form, self._acts, self.marks, self.help)
        for part in (title, *parts):
            column.addWidget(part)
        self._connect()
        self._on_changed()

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be operated, in reading order."""
        acts = (self.turn_on, self.open, self.turn_off)
        return (*self.form.controls, *acts, *self.marks.controls, *self.help.links)

    def present(self, state: CardState) -> None:
        before, self._shown = self._shown, state
        if state == before:
            return
        was_in_form = self._is_in_form(self.window().focusWidget())
        self._trouble.show_text(state.trouble)
        self._words.show_text("\n".join(state.sentences))
        self.form.present(state.form)
        self.turn_on.setVisible(state.is_offered)
        self.open.setText(state.open_text)
        self.open.setVisible(bool(state.open_text))
        self.turn_off.setVisible(state.is_on and state.form is None)
        self._acts.setVisible(state.is_offered or (state.is_on and state.form is None))
        self.marks.present(state.marks)
        self.help.present(state.help, state.help_note)
        if was_in_form and state.form is None:  # its fields are gone
            self.open.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not was_in_form and self._is_in_form(self.window().focusWidget()):
            self.setFocus(Qt.FocusReason.OtherFocusReason)  # it came where a button was: no answer
        told = news(before, state) if self.isVisible() else ""
        if told:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, told))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._session.follow(_FOLLOWER, is_following=True)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._session.follow(_FOLLOWER, is_following=False)

    def _is_in_form(self, widget: QWidget | None) -> bool:
        return widget is not None and self.form.isAncestorOf(widget)

    def _build_acts(self) -> None:
        say = self._wording.say
        self._acts = FlowRow(self)
        self.turn_on = ActionButton(say(texts.TURN_ON), self._acts)
        self.open = ActionButton("", self._acts)
        self.turn_off = ActionButton(say(texts.TURN_OFF), self._acts, kind="link")
        for button in (self.turn_on, self.open, self.turn_off):
            self._acts.add(button)
        self._acts.hide()  # until it is known what there is to do

    def _connect(self) -> None:
        session = self._session
        session.changed.connect(self._on_changed)
        self.turn_on.clicked.connect(self._on_turned_on)
        self.turn_off.clicked.connect(self._on_turned_off)
        self.open.clicked.connect(self._on_opened)
        self.form.told.connect(self._on_told)
        self.form.closed.connect(session.close)
        self.marks.marked.connect(self._on_marked)
        self.marks.taken_back.connect(session.take_back)

    @Slot()
    def _on_changed(self) -> None:
        self.present(card_state(self._session.situation, self._wording))

    @Slot()
    def _on_turned_on(self) -> None:
        self._session.turn(is_on=True)

    @Slot()
    def _on_turned_off(self) -> None:
        self._session.turn(is_on=False)

    @Slot()
    def _on_opened(self) -> None:
        self._session.open()
        if self.form.isVisible():
            self.form.take_focus()
            self.show_wanted.emit()

    @Slot(object, object)
    def _on_told(self, answers: Answers, form: Form) -> None:
        self._session.tell(answers, form)

    @Slot(bool, bool)
    def _on_marked(self, is_abusive: bool, is_solved: bool) -> None:  # noqa: FBT001 - a signal's
        self._session.mark(is_abusive=is_abusive, is_solved=is_solved)
