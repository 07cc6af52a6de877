"""The break window: what is due, something simple to do, and how long it still takes."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF, QRect, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QCloseEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QLayout, QProgressBar, QVBoxLayout, QWidget

from workspace_assistant.core.breaks.model import Act
from workspace_assistant.ui.break_window import place, texts
from workspace_assistant.ui.break_window.view_state import WindowState
from workspace_assistant.ui.focus.shortcuts import call_by_key, press_by_key
from workspace_assistant.ui.overriding import override
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.widgets.flow_row import FlowRow
from workspace_assistant.ui.widgets.frames import PartFrame
from workspace_assistant.ui.widgets.key_button import KeyButton
from workspace_assistant.ui.widgets.line_drawing import LineDrawing
from workspace_assistant.ui.widgets.spoken_role import speak_as
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.wording.wording import Wording

# What somebody types or clicks in that moment was meant for another window.
DEAF_FOR_MS = 2000
_WIDTH_UNITS = 122
_DRAWING_UNITS = 36
_FINE_STEPS = 1000
_FLAGS = (
    Qt.WindowType.Window
    | Qt.WindowType.FramelessWindowHint
    | Qt.WindowType.WindowStaysOnTopHint
    | Qt.WindowType.WindowDoesNotAcceptFocus
)


class BreakWindow(QWidget):
    """Appears without taking the keyboard, and is announced to assistive technology.

    For two seconds after each change it takes neither keys nor clicks, and no window manager gives
    it the keyboard; from then on whoever wants to can go to it as to any window. It has no parent,
    so that it is not minimized with the main window: whoever made it holds it.
    """

    answered = Signal(object)  # an `Act`

    def __init__(self, wording: Wording, *, deaf_for_ms: int = DEAF_FOR_MS) -> None:
        super().__init__(None, _FLAGS)
        self._wording = wording
        self._shown: WindowState | None = None
        self._held_at: QPointF | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        speak_as(self, QAccessible.Role.Window)
        self.setWindowTitle(wording.say(texts.TITLE))
        self._build_words()
        self._build_buttons()
        self._build_rows()
        self.winId()  # it has a handle from now on
        self._deafness = QTimer(self)
        self._deafness.setSingleShot(True)
        self._deafness.setInterval(deaf_for_ms)
        self._deafness.timeout.connect(self._on_deafness_over)

    @property
    def is_deaf(self) -> bool:
        """It takes neither keys nor clicks: it just appeared, or changed."""
        return self._deafness.isActive()

    def present(self, state: WindowState | None) -> None:
        """Show *state*; None takes the window away. Most seconds only the bar moves."""
        before, self._shown = self._shown, state
        if state is None:
            self._vanish()
            return
        self._show_progress(state)
        if before is not None and replace(before, progress=state.progress) == state:
            return
        is_step = before is None or _step(before) != _step(state)
        if is_step:
            self._become_deaf()
        self._show_words(state)
        self._show_buttons(state)
        self._appear()
        if is_step or before is None or before.headline != state.headline:
            self._announce(state.spoken)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """By the window manager: the same as Esc, and it is the watch that takes it away."""
        event.ignore()
        self._on_escaped()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """It is moved by whatever of it is no button."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        if not self.windowHandle().startSystemMove():
            self._held_at = event.globalPosition() - QPointF(self.pos())

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held_at is not None:
            self.move((event.globalPosition() - self._held_at).toPoint())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._held_at = None

    def _build_words(self) -> None:
        self._frame = PartFrame("mini", self)
        self._drawing = LineDrawing(_DRAWING_UNITS, self._frame)
        self._headline = TextLabel(TextStyle.REQUEST, self._frame, wraps=True)
        self._sentence = TextLabel(TextStyle.SECONDARY, self._frame, ink="muted", wraps=True)
        self._title = TextLabel(TextStyle.STRONG, self._frame, wraps=True)
        self._text = TextLabel(TextStyle.BODY, self._frame, wraps=True)
        self._note = TextLabel(TextStyle.SECONDARY, self._frame, ink="muted", wraps=True)
        self._left = TextLabel(TextStyle.STRONG, self._frame)
        self.bar = QProgressBar(self._frame)
        self.bar.setProperty("part", "break")
        self.bar.setRange(0, _FINE_STEPS)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self._wording.say(texts.PROGRESS))

    def _build_buttons(self) -> None:
        self._acts = FlowRow(self._frame)
        self.begin = self._button("B", Act.BEGIN, kind="primary-key")
        self.postpone = self._button("P", Act.POSTPONE)
        self.skip = self._button("S", Act.SKIP)
        self.back = self._button("W", Act.DONE)
        self.buttons = (self.begin, self.postpone, self.skip, self.back)
        call_by_key(self, "Esc", self._on_escaped)

    def _button(self, key: str, act: Act, *, kind: str = "key") -> KeyButton:
        button = KeyButton("", key, self._acts, kind=kind)
        button.setProperty("act", act.value)
        button.clicked.connect(self._on_clicked)
        press_by_key(self, key, button)
        self._acts.add(button)
        return button

    def _build_rows(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(grid_px(1))
        for part in (self._headline, self._sentence):
            words.addWidget(part)
        words.addSpacing(grid_px(1.5))
        for part in (self._title, self._text, self._note):
            words.addWidget(part)
        words.addStretch(1)
        above = QHBoxLayout()
        above.setSpacing(grid_px(4))
        above.addWidget(self._drawing, 0, Qt.AlignmentFlag.AlignTop)
        above.addLayout(words, 1)
        timing = QHBoxLayout()
        timing.setSpacing(grid_px(3))
        timing.addWidget(self.bar, 1, Qt.AlignmentFlag.AlignVCenter)
        timing.addWidget(self._left)
        self._column = column = QVBoxLayout(self._frame)
        column.setContentsMargins(grid_px(4.5), grid_px(4), grid_px(4.5), grid_px(4))
        column.setSpacing(grid_px(3.5))
        column.addLayout(above)
        column.addLayout(timing)
        column.addWidget(self._acts)
        self._around = around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._frame)
        # The smallest height that Qt adds up counts every wrapped text at its narrowest.
        around.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)

    def _show_words(self, state: WindowState) -> None:
        self._drawing.show_drawing(state.drawing)  # the words beside it say what it shows
        for label, text in (
            (self._headline, state.headline),
            (self._sentence, state.sentence),
            (self._title, state.title),
            (self._text, state.text),
            (self._note, state.note),
        ):
            label.show_text(text)
        self.setAccessibleName(state.spoken)

    def _show_progress(self, state: WindowState) -> None:
        self.bar.setVisible(state.progress is not None)
        if state.progress is not None:
            self.bar.setValue(round(state.progress.fraction * _FINE_STEPS))
        self._left.show_text(state.progress.left if state.progress else "")

    def _show_buttons(self, state: WindowState) -> None:
        texts_of = (state.begin, state.postpone, state.skip, state.back)
        for button, text in zip(self.buttons, texts_of, strict=True):
            button.setText(text)
            button.setVisible(bool(text))
            button.setEnabled(not self.is_deaf)
            name = self._wording.say(texts.WITH_KEY, action=text, key=button.key)
            button.setAccessibleName(name)
            button.setToolTip(name)

    def _become_deaf(self) -> None:
        self._deafness.start()
        if not self.isVisible():
            self.windowHandle().setFlag(Qt.WindowType.WindowDoesNotAcceptFocus, on=True)

    def _appear(self) -> None:
        """In its corner; one that is there already stays where it was put, all of it in sight."""
        width = grid_px(_WIDTH_UNITS)
        for layout in (self._column, self._around):  # from inside out: else all is as before
            layout.activate()
        size = QSize(width, self._around.totalHeightForWidth(width))
        if self.isVisible():
            room = self.screen().availableGeometry()
            self.setGeometry(place.kept_in(QRect(self.pos(), size), self.geometry(), room))
        else:
            self.setGeometry(place.corner(size))
            self.show()
        self.raise_()

    def _vanish(self) -> None:
        self._deafness.stop()
        self.hide()

    def _announce(self, spoken: str) -> None:
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, spoken))

    @Slot()
    def _on_deafness_over(self) -> None:
        """From now on the person may give it the keyboard; it still does not take it."""
        self.windowHandle().setFlag(Qt.WindowType.WindowDoesNotAcceptFocus, on=False)
        for button in self.buttons:
            button.setEnabled(True)

    @Slot()
    def _on_clicked(self) -> None:
        self.answered.emit(Act(self.sender().property("act")))

    def _on_escaped(self) -> None:
        """The mildest way out that is open: postpone before skip, and back from a break."""
        for button in (self.back, self.postpone, self.skip):
            if not button.isHidden() and button.isEnabled():
                button.click()
                return


def _step(state: WindowState) -> tuple[str, str]:
    """What is new to whoever sees it: another break, or the same one begun."""
    return state.record_id, state.stage
