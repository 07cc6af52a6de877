"""The page Settings: search at the top, then every part; each change counts at once."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workspace_assistant.ui.overriding import override
from workspace_assistant.ui.settings import texts
from workspace_assistant.ui.settings.changes_card import ChangesCard
from workspace_assistant.ui.settings.part_card import PartCard
from workspace_assistant.ui.settings.session import SettingsSession
from workspace_assistant.ui.settings.view_state import ALL, PageState, PartState, page_state
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.long_word_label import LongWordLabel
from workspace_assistant.ui.widgets.scroll_column import ScrollColumn
from workspace_assistant.ui.widgets.text_field import TextField
from workspace_assistant.ui.wording.wording import Wording


class SettingsPage(QWidget):
    page_wanted = Signal(str)

    def __init__(self, session: SettingsSession, wording: Wording, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("part", "page")
        self._session = session
        self._wording = wording
        self.parts: dict[str, PartCard] = {}
        self._build()
        session.changed.connect(self._on_changed)
        self._on_changed()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._session.look()

    def open_search(self) -> None:
        """With what is typed there chosen, to be replaced."""
        self.search.setFocus()
        self.search.selectAll()

    @Slot()
    def _on_changed(self) -> None:
        self._present(page_state(self._session.situation, self.search.text(), self._wording))

    def _present(self, state: PageState) -> None:
        self.changes.present(state.changes, is_late=state.is_late)
        self.note.show_text(state.note)
        self.faults.show_text("\n".join(state.faults))
        self.reset.setVisible(state.can_reset)
        self.file.show_text(state.file)
        found = {part.name: part for part in state.parts}
        for name, card in self.parts.items():
            card.present(found.get(name))
        for part in state.parts:
            if part.name not in self.parts:
                self._add(part, state)
        self._order_tabs()

    def _add(self, part: PartState, state: PageState) -> None:
        card = PartCard(part, self._wording, self._scroll)
        card.chosen.connect(self._session.choose)
        card.written.connect(self._session.write)
        card.reset_wanted.connect(self._session.reset)
        card.part_reset_wanted.connect(self._session.reset_part)
        card.more_wanted.connect(self._session.toggle)
        card.page_wanted.connect(self.page_wanted)
        self.parts[part.name] = card
        order = {name: rank for rank, name in enumerate(state.order)}
        place = sum(order[name] < order[part.name] for name in self.parts if name != part.name)
        self._cards.insertWidget(place, card)
        card.show()
        self.parts = dict(sorted(self.parts.items(), key=lambda pair: order[pair[0]]))

    def _build(self) -> None:
        say = self._wording.say
        self._scroll = ScrollColumn(self)
        inside = self._scroll
        self.search = TextField(say(texts.SEARCH), inside, hint=say(texts.SEARCH))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._on_changed)
        self.faults = LongWordLabel(TextStyle.BODY, inside, ink="bad", is_selectable=True)
        self.note = LongWordLabel(TextStyle.BODY, inside, ink="muted")
        self.changes = ChangesCard(self._wording, inside)
        self.changes.undo_wanted.connect(self._session.undo)
        self.changes.anew_wanted.connect(self._session.restart_wanted)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(grid_px(3.5))
        self.reset = ActionButton(say(texts.RESET_ALL), inside)
        self.reset.clicked.connect(self._on_reset_all)
        self.file = LongWordLabel(TextStyle.SECONDARY, inside, ink="muted", is_selectable=True)
        for part in (self.search, self.faults, self.changes, self.note):
            inside.column.addWidget(part)
        inside.column.addLayout(self._cards)
        inside.column.addWidget(self.reset)
        inside.column.addWidget(self.file)
        inside.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, grid_px(6), 0, grid_px(5))
        column.addWidget(inside, 1)
        undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        undo.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        undo.activated.connect(self._session.undo_last)

    def _order_tabs(self) -> None:
        """From top to bottom, whatever was made when."""
        order: list[QWidget] = [self.search, *self.changes.controls]
        for card in self.parts.values():
            order += card.controls
        stops = [one for one in (*order, self.reset) if one.focusPolicy() != Qt.FocusPolicy.NoFocus]
        for one, following in pairwise(stops):
            QWidget.setTabOrder(one, following)

    @Slot()
    def _on_reset_all(self) -> None:
        self._session.reset_part(ALL)
