"""The mini timer: the running block in a small window above all others."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, QPointF, QSettings, Qt, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QGuiApplication,
    QHideEvent,
    QKeySequence,
    QMouseEvent,
    QScreen,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLayout, QMenu, QVBoxLayout, QWidget

from workspace_assistant.core.focus.labels import CAUSES
from workspace_assistant.core.focus.model import Cause
from workspace_assistant.ui.focus import texts as focus_texts
from workspace_assistant.ui.focus.cause_menu import add_causes
from workspace_assistant.ui.focus.session import FocusSession
from workspace_assistant.ui.focus.shortcuts import call_by_key, press_by_key
from workspace_assistant.ui.mini_timer import place, texts
from workspace_assistant.ui.mini_timer.view_state import MiniState, mini_state
from workspace_assistant.ui.overriding import override
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.frames import PartFrame
from workspace_assistant.ui.widgets.icon_button import IconButton
from workspace_assistant.ui.widgets.progress_ring import ProgressRing
from workspace_assistant.ui.widgets.spoken_role import speak_as
from workspace_assistant.ui.widgets.state_icon import StateIcon
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.wording.wording import Wording

_FOLLOWER = "mini timer"
_RING_UNITS = 28
_WORDS_UNITS = 60
_HEAD_BUTTONS_UNITS = 14
_STEP_UNITS = 8
_ARROWS = {"Left": (-1, 0), "Right": (1, 0), "Up": (0, -1), "Down": (0, 1)}


class MiniTimer(QWidget):
    """Closes with its block.

    It has no parent, so that it is not minimized with the main window: whoever made it holds it.
    """

    window_wanted = Signal()

    def __init__(self, session: FocusSession, settings: QSettings, wording: Wording) -> None:
        super().__init__(None, place.window_flags(QGuiApplication.platformName()))
        self._session = session
        self._settings = settings
        self._wording = wording
        self._held_at: QPointF | None = None
        self._shown: MiniState | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        speak_as(self, QAccessible.Role.Window)
        self.setWindowTitle(wording.say(texts.TITLE))
        self._build_parts()
        self._build_buttons()
        self._build_rows()
        self._build_shortcuts()
        session.changed.connect(self._on_changed)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.screenRemoved.connect(self._on_screen_removed)

    def present(self, state: MiniState) -> None:
        """Most seconds only the ring differs, and only that is painted."""
        before, self._shown = self._shown, state
        ring = state.ring
        if before is None or before.ring != ring:
            self.ring.show_progress(
                ring.fraction, ring.digits, ring.below, ring.tone, ring.description
            )
        if before is None or replace(before, ring=ring) != state:
            self._present_words(state)

    def _present_words(self, state: MiniState) -> None:
        word = self._wording.say(state.look.word)
        self._icon.show_look(state.look, word)
        room = grid_px(_WORDS_UNITS - _HEAD_BUTTONS_UNITS)
        metrics, right = self._name.fontMetrics(), Qt.TextElideMode.ElideRight
        self._name.setText(metrics.elidedText(state.name, right, room))
        self._name.setToolTip(state.name)
        self._line.setText(state.line)
        self._line.setToolTip(state.line)
        self.setAccessibleName(f"{state.name}. {word}. {state.line}")
        self._name_key(self.proceed, state.proceed, "P")
        self.interrupt.setVisible(not state.is_interrupted)
        self.back.setVisible(state.is_interrupted)
        self.interrupt.setEnabled(state.can_act and state.can_interrupt)
        for button in (self.proceed, self.back, self.end):
            button.setEnabled(state.can_act)

    def open(self) -> None:
        """Show it where it stood last."""
        self._on_changed()
        self.adjustSize()
        if place.can_float(QGuiApplication.platformName()):
            self.move(place.place_for(self._settings, self.size(), self.screen()))
        self.show()
        self.raise_()
        self.activateWindow()
        self.setFocus(Qt.FocusReason.OtherFocusReason)  # no ring before the first Tab

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._session.follow(_FOLLOWER, is_following=True)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._session.follow(_FOLLOWER, is_following=False)
        place.remember(self._settings, self.pos())

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

    def _build_parts(self) -> None:
        self._frame = PartFrame("mini", self)
        self.ring = ProgressRing(_RING_UNITS, self._frame)
        self._icon = StateIcon(5, self._frame, is_solid=True)
        self._name = TextLabel(TextStyle.TITLE, self._frame)
        self._line = TextLabel(TextStyle.SECONDARY, self._frame, ink="muted", wraps=True)
        self._line.setFixedHeight(2 * self._line.fontMetrics().lineSpacing())
        self._line.setFixedWidth(grid_px(_WORDS_UNITS - 6.5))
        self._line.setAlignment(Qt.AlignmentFlag.AlignTop)

    def _build_buttons(self) -> None:
        """In the order of Tab: what is done most comes first."""
        say = self._wording.say
        self.proceed = ActionButton("", self._frame, kind="step")
        self.interrupt = ActionButton(say(texts.INTERRUPTED), self._frame, kind="step")
        self.interrupt.setToolTip(say(texts.INTERRUPTED_HINT))
        self.back = ActionButton("", self._frame, kind="step")
        self._name_key(self.back, say(focus_texts.BACK), "B")
        self.back.hide()
        self.end = ActionButton("", self._frame, kind="step")
        self._name_key(self.end, say(focus_texts.STOP), "S")
        self.window_button = IconButton("window", say(texts.OPEN_WINDOW), self._frame)
        self.close_button = IconButton("cross", say(texts.CLOSE), self._frame)
        self.causes = QMenu(self)
        add_causes(self.causes, self._wording, self._session.interrupt)
        self.proceed.clicked.connect(self._session.proceed)
        self.interrupt.clicked.connect(self._on_interrupt_wanted)
        self.back.clicked.connect(self._session.come_back)
        self.end.clicked.connect(self._session.stop)
        self.window_button.clicked.connect(self.window_wanted)
        self.close_button.clicked.connect(self.close)

    def _build_rows(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(grid_px(0.5))
        head.addWidget(self._name, 1)
        head.addWidget(self.window_button)
        head.addWidget(self.close_button)
        standing = QHBoxLayout()
        standing.setSpacing(grid_px(1.5))
        standing.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        standing.addWidget(self._line)
        acts = QHBoxLayout()
        acts.setSpacing(grid_px(1.5))
        for button in (self.proceed, self.interrupt, self.back, self.end):
            acts.addWidget(button)
        acts.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(grid_px(1))
        for line in (head, standing, acts):
            words.addLayout(line)
        row = QHBoxLayout(self._frame)
        edge = grid_px(2.5)
        row.setContentsMargins(edge, edge, edge, edge)
        row.setSpacing(grid_px(3))
        row.addWidget(self.ring)
        row.addLayout(words)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)
        around.addWidget(self._frame)

    def _build_shortcuts(self) -> None:
        for key, button in (
            ("P", self.proceed),
            ("I", self.interrupt),
            ("B", self.back),
            ("S", self.end),
            ("W", self.window_button),
            ("Esc", self.close_button),
            ("Ctrl+M", self.close_button),
        ):
            press_by_key(self, key, button)
        for number, cause in enumerate(CAUSES, 1):
            call_by_key(self, str(number), partial(self._interrupt_by_key, cause))
        call_by_key(self, "Ctrl+Z", self._session.undo)
        for arrow, step in _ARROWS.items():
            keys = QShortcut(QKeySequence(f"Ctrl+{arrow}"), self)
            keys.activated.connect(partial(self._step, *step))

    def _interrupt_by_key(self, cause: Cause) -> None:
        if self.interrupt.isEnabled() or (self.back.isVisible() and self.back.isEnabled()):
            self._session.interrupt(cause)

    def _step(self, across: int, down: int) -> None:
        """Keys move it where a pointer would drag it."""
        self.move(self.pos() + QPoint(across, down) * grid_px(_STEP_UNITS))
        self.move(place.on_screen(self.geometry(), self.screen()))

    def _name_key(self, button: ActionButton, text: str, key: str) -> None:
        name = self._wording.say(focus_texts.WITH_KEY, action=text, key=key)
        if button.accessibleName() != name:
            button.setText(text)
            button.setAccessibleName(name)
            button.setToolTip(name)

    @Slot()
    def _on_interrupt_wanted(self) -> None:
        below = self.interrupt.mapToGlobal(QPoint(0, self.interrupt.height()))
        self.causes.popup(below)

    @Slot()
    def _on_changed(self) -> None:
        state = mini_state(self._session.situation, self._wording)
        if state is not None:
            self.present(state)
        elif self.isVisible():
            self.close()  # the block is over

    @Slot(QScreen)
    def _on_screen_removed(self, _screen: QScreen) -> None:
        if self.isVisible():
            self.move(place.on_screen(self.geometry(), self.screen()))
