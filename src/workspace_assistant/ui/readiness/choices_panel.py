"""ChoicesPanel: what the next check uses (microphone, workplace profile, quick or full)."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QMenu, QVBoxLayout, QWidget

from workspace_assistant.core.readiness.microphone.model import MicrophoneDevice
from workspace_assistant.ui.overriding import override
from workspace_assistant.ui.readiness import path_texts, texts
from workspace_assistant.ui.readiness.view_state import ChoicesState
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.frames import PartFrame
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.widgets.tick_box import TickBox
from workspace_assistant.ui.wording.wording import Wording

_ARROW = "  \u25be"
_SIDE_UNITS = 4.5
_BESIDE_FROM_UNITS = 110


class ChoicesPanel(PartFrame):
    microphones_asked = Signal()
    microphone_chosen = Signal(str, str)  # id and name; both empty for the system's default
    profile_chosen = Signal(object)  # a Path, or None for the default
    quick_toggled = Signal(bool)
    long_toggled = Signal(bool)

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__("card", parent)
        self._wording = wording
        self._build_fields()
        self._build_menus()
        self._is_narrow: bool | None = None
        self._build_rows()

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be operated, in reading order."""
        return (self._microphone, self._profile, self._quick, self._long)

    def present(self, state: ChoicesState) -> None:
        self._show_choice(self._microphone, texts.MICROPHONE, state.microphone)
        self._show_choice(self._profile, texts.PROFILE, state.profile)
        self._quick.setChecked(state.is_quick)
        self._long.setChecked(state.is_long)
        self._long.setVisible(state.offers_long)
        self._long_hint.setVisible(state.offers_long)
        for control in self.controls:
            control.setEnabled(state.is_enabled)
        self._trouble.show_text(state.trouble)
        self._faults.show_text("\n".join(state.faults))

    def list_microphones(self, devices: tuple[MicrophoneDevice, ...] | None) -> None:
        """Fill the open menu; None while they are looked for."""
        say = self._wording.say
        self._microphone_menu.clear()
        if devices is None:
            self._microphone_menu.addAction(say(texts.LOOKING_FOR_MICROPHONES)).setEnabled(False)
            return
        default = next((device.name for device in devices if device.is_default), "")
        named = say(texts.SYSTEM_DEFAULT_NAMED, name=default)
        self._add_microphone(named if default else say(texts.SYSTEM_DEFAULT), "", "")
        for device in sorted(devices, key=lambda device: not device.is_default):
            self._add_microphone(device.name, device.id, device.name)
        if not devices:
            self._microphone_menu.addAction(say(texts.NO_MICROPHONES)).setEnabled(False)

    def _add_microphone(self, text: str, device_id: str, name: str) -> None:
        action = self._microphone_menu.addAction(text.replace("&", "&&"))
        action.setData((device_id, name))

    def _show_choice(self, button: ActionButton, label: str, value: str) -> None:
        button.setText(f"{value}{_ARROW}".replace("&", "&&"))
        button.setAccessibleName(f"{self._wording.say(label)}: {value}")
        button.setToolTip(value)

    def _build_fields(self) -> None:
        say = self._wording.say
        self._heading = TextLabel(TextStyle.TITLE, self)
        self._heading.setText(say(texts.NEXT_CHECK))
        self.setAccessibleName(say(texts.NEXT_CHECK))
        self._microphone = ActionButton("", self, kind="choice")
        self._profile = ActionButton("", self, kind="choice")
        self._quick, self._hint = self._tick(texts.QUICK, texts.QUICK_HINT)
        self._long, self._long_hint = self._tick(path_texts.LONG, path_texts.LONG_HINT)
        self._trouble = TextLabel(TextStyle.SECONDARY, self, ink="bad", wraps=True)
        self._faults = TextLabel(TextStyle.SECONDARY, self, wraps=True, is_selectable=True)
        self._quick.clicked.connect(self._on_quick_clicked)
        self._long.clicked.connect(self._on_long_clicked)

    def _tick(self, text: str, hint: str) -> tuple[TickBox, TextLabel]:
        box = TickBox(self._wording.say(text), self)
        box.setToolTip(self._wording.say(hint))
        box.setAccessibleDescription(self._wording.say(hint))
        label = TextLabel(TextStyle.SECONDARY, self, ink="muted", wraps=True)
        label.setText(self._wording.say(hint))
        return box, label

    def _build_menus(self) -> None:
        say = self._wording.say
        self._microphone_menu = QMenu(self)
        self._microphone_menu.triggered.connect(self._on_microphone_triggered)
        self._microphone.clicked.connect(self._on_microphone_clicked)
        self._profile_menu = QMenu(self)
        self._default_action = self._profile_menu.addAction(say(texts.DEFAULT_PROFILE))
        self._file_action = self._profile_menu.addAction(say(texts.CHOOSE_PROFILE))
        self._default_action.triggered.connect(self._on_default_profile_triggered)
        self._file_action.triggered.connect(self._on_profile_file_triggered)
        self._profile.clicked.connect(self._on_profile_clicked)

    @override
    def minimumSizeHint(self) -> QSize:
        """As narrow as all below each other, whatever stands beside each other now."""
        widest = max(one.minimumSizeHint().width() for pair in self._pairs for one in pair)
        return QSize(widest + 2 * grid_px(_SIDE_UNITS), super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place(is_narrow=event.size().width() < grid_px(_BESIDE_FROM_UNITS))

    def _place(self, *, is_narrow: bool) -> None:
        """Each choice beside what it is called or explained by, or below it."""
        if is_narrow == self._is_narrow:
            return
        self._is_narrow = is_narrow
        left = Qt.AlignmentFlag.AlignLeft
        for row, (first, second) in enumerate(self._pairs):
            place = (2 * row + 1, 0) if is_narrow else (row, 1)
            side = left if isinstance(second, ActionButton) else Qt.AlignmentFlag(0)
            self._fields.addWidget(first, 2 * row if is_narrow else row, 0)
            self._fields.addWidget(second, *place, side)
        self._fields.setColumnStretch(1, 0 if is_narrow else 1)

    def _build_rows(self) -> None:
        self._fields = QGridLayout()
        self._fields.setHorizontalSpacing(grid_px(4))
        self._fields.setVerticalSpacing(grid_px(2))
        self._pairs: tuple[tuple[QWidget, QWidget], ...] = (
            (self._label(texts.MICROPHONE, self._microphone), self._microphone),
            (self._label(texts.PROFILE, self._profile), self._profile),
            (self._quick, self._hint),
            (self._long, self._long_hint),
        )
        self._place(is_narrow=False)
        column = QVBoxLayout(self)
        side = grid_px(_SIDE_UNITS)
        column.setContentsMargins(side, grid_px(3.5), side, grid_px(3.5))
        column.setSpacing(grid_px(2.5))
        column.addWidget(self._heading)
        column.addLayout(self._fields)
        column.addWidget(self._trouble)
        column.addWidget(self._faults)

    def _label(self, text: str, buddy: QWidget) -> TextLabel:
        label = TextLabel(TextStyle.BODY, self)
        label.setText(self._wording.say(text))
        label.setBuddy(buddy)
        return label

    @Slot()
    def _on_microphone_clicked(self) -> None:
        self.list_microphones(None)
        self.microphones_asked.emit()
        self._microphone_menu.popup(_below(self._microphone))

    @Slot(QAction)
    def _on_microphone_triggered(self, action: QAction) -> None:
        device_id, name = action.data()
        self.microphone_chosen.emit(device_id, name)

    @Slot()
    def _on_profile_clicked(self) -> None:
        self._profile_menu.popup(_below(self._profile))

    @Slot()
    def _on_default_profile_triggered(self) -> None:
        self.profile_chosen.emit(None)

    @Slot()
    def _on_profile_file_triggered(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        dialog = QFileDialog(self, self._wording.say(texts.CHOOSE_PROFILE))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(self._wording.say(texts.PROFILE_FILES))
        dialog.fileSelected.connect(self._on_profile_file_selected)
        dialog.open()

    @Slot(str)
    def _on_profile_file_selected(self, file: str) -> None:
        self.profile_chosen.emit(Path(file))

    @Slot()
    def _on_quick_clicked(self) -> None:
        self.quick_toggled.emit(self._quick.isChecked())

    @Slot()
    def _on_long_clicked(self) -> None:
        self.long_toggled.emit(self._long.isChecked())


def _below(button: QWidget) -> QPoint:
    return button.mapToGlobal(button.rect().bottomLeft())
