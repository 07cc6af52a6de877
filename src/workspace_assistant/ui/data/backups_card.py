"""BackupsCard: the backups, one more of them, and the way back to one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from workspace_assistant.ui.data import texts
from workspace_assistant.ui.data.backups_state import BackupsState, BackupState
from workspace_assistant.ui.data.card import DataCard
from workspace_assistant.ui.data.restore_panel import RestorePanel
from workspace_assistant.ui.data.situation import Remark
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.flow_row import FlowRow
from workspace_assistant.ui.widgets.frames import PartFrame
from workspace_assistant.ui.widgets.state_icon import StateIcon
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.widgets.turning_row import TurningRow
from workspace_assistant.ui.wording.wording import Wording


class BackupsCard(DataCard):
    backup_wanted = Signal()
    backup_file_chosen = Signal(str)
    look_wanted = Signal(str)  # the path of a backup
    more_wanted = Signal()
    anew_wanted = Signal()

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__(wording.say(texts.BACKUPS_TITLE), wording, parent)
        self.rows: list[BackupRow] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._empty, self._elsewhere = self.paragraph(), self.paragraph(style=TextStyle.SECONDARY)
        self.more = self.button(texts.SHOW_FEW, self, "link")
        self.more.clicked.connect(self.more_wanted)
        self.restore = RestorePanel(wording, self)
        self._build_acts()
        self._build_anew()
        self.inside.addWidget(self.paragraph(wording.say(texts.BACKUPS_INTRO)))
        self.inside.addWidget(self._empty)
        self.inside.addLayout(self._list)
        for part in (self.more, self._elsewhere, self._acts, self.restore, self._anew):
            self.inside.addWidget(part)
        self.hide()

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be operated, in reading order."""
        looks = tuple(row.look_inside for row in self.rows)
        acts = (self.back_up, self.back_up_elsewhere, self.restore_file)
        return (*looks, self.more, *acts, *self.restore.controls, self.anew, self.cancel)

    def present(self, state: BackupsState | None, remark: Remark | None, *, is_busy: bool) -> None:
        """*is_busy*: something runs, here or in another card."""
        self.setVisible(state is not None)
        if state is None:
            return
        while len(self.rows) < len(state.rows):
            self._add_row()
        for index, row in enumerate(self.rows):
            row.setVisible(index < len(state.rows))
            if index < len(state.rows):
                row.present(state.rows[index], is_enabled=not is_busy)
        self._empty.show_text(state.empty)
        self._elsewhere.show_text(state.elsewhere)
        self.more.setText(state.more)
        self.more.setVisible(bool(state.more))
        for button in (self.back_up, self.back_up_elsewhere, self.restore_file):
            button.setEnabled(not is_busy)
        self.show_busy(state.busy, can_cancel=state.can_cancel)
        self.remark.tell(remark)
        self.restore.present(state.preview, is_enabled=not is_busy)
        self._anew.setVisible(state.asks_anew)

    def _add_row(self) -> None:
        row = BackupRow(self._wording, self)
        row.look_wanted.connect(self.look_wanted)
        self.rows.append(row)
        self._list.addWidget(row)

    def _build_acts(self) -> None:
        self._acts = FlowRow(self)
        self.back_up = self.button(texts.BACK_UP_NOW, self._acts)
        self.back_up_elsewhere = self.button(texts.BACK_UP_ELSEWHERE, self._acts)
        self.restore_file = self.button(texts.RESTORE_FILE, self._acts)
        self.back_up.clicked.connect(self.backup_wanted)
        self.back_up_elsewhere.clicked.connect(self._on_elsewhere_clicked)
        self.restore_file.clicked.connect(self._on_file_clicked)
        for button in (self.back_up, self.back_up_elsewhere, self.restore_file):
            self._acts.add(button)

    def _build_anew(self) -> None:
        self._anew = QWidget(self)
        why = TextLabel(TextStyle.BODY, self._anew, wraps=True)
        why.setText(self._wording.say(texts.OPEN_ANEW_WHY))
        self.anew = self.button(texts.OPEN_ANEW, self._anew, "primary")
        self.anew.clicked.connect(self.anew_wanted)
        column = QVBoxLayout(self._anew)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(grid_px(2))
        column.addWidget(why)
        column.addWidget(self.anew)
        self._anew.hide()

    @Slot()
    def _on_elsewhere_clicked(self) -> None:
        say = self._wording.say
        dialog = QFileDialog(self, say(texts.BACK_UP_ELSEWHERE))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        # What is there is never replaced; the sentence that says so names the file.
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.setNameFilter(say(texts.BACKUP_FILES))
        dialog.setDefaultSuffix("zip")
        dialog.fileSelected.connect(self.backup_file_chosen)
        dialog.open()

    @Slot()
    def _on_file_clicked(self) -> None:
        say = self._wording.say
        dialog = QFileDialog(self, say(texts.RESTORE_FILE))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(say(texts.RESTORABLE_FILES).split(";;"))
        dialog.fileSelected.connect(self.look_wanted)
        dialog.open()


class BackupRow(PartFrame):
    look_wanted = Signal(str)

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__("row", parent)
        self._path = ""
        self._icon = StateIcon(5, self)
        self._when = TextLabel(TextStyle.STRONG, self, wraps=True)
        self._detail = TextLabel(TextStyle.SECONDARY, self, ink="muted", wraps=True)
        self.look_inside = ActionButton(wording.say(texts.LOOK_INSIDE), self, kind="step")
        self.look_inside.clicked.connect(self._on_look_clicked)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._when)
        words.addWidget(self._detail)
        row = TurningRow(self)
        row.setContentsMargins(0, grid_px(2), 0, grid_px(2))
        row.setSpacing(grid_px(3))
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self.look_inside, 0, Qt.AlignmentFlag.AlignVCenter)

    def present(self, state: BackupState, *, is_enabled: bool) -> None:
        self._path = state.path
        self._icon.show_look(state.look, state.state)
        self._when.setText(state.when)
        self._detail.setText(state.detail)
        self.look_inside.setAccessibleName(state.told)
        self.look_inside.setEnabled(is_enabled)
        self.setAccessibleName(f"{state.when}: {state.detail}")

    @Slot()
    def _on_look_clicked(self) -> None:
        self.look_wanted.emit(self._path)
