"""CheckCard: one check at a glance; it fills in place while the check runs."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workspace_assistant.ui.readiness.card import CardState, CurveState, MeterState
from workspace_assistant.ui.theme.metrics import TextStyle, grid_px
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.big_number import BigNumber
from workspace_assistant.ui.widgets.frames import PartFrame
from workspace_assistant.ui.widgets.level_meter import LevelMeter
from workspace_assistant.ui.widgets.sparkline import Sparkline
from workspace_assistant.ui.widgets.spoken_text import as_sentences
from workspace_assistant.ui.widgets.state_icon import StateIcon
from workspace_assistant.ui.widgets.text_label import TextLabel


class CheckCard(PartFrame):
    explanation_asked = Signal(str)  # a check id
    offer_taken = Signal()

    def __init__(self, check_id: str, parent: QWidget) -> None:
        super().__init__("card", parent)
        self._check_id = check_id
        self._icon = StateIcon(5.5, self)
        self._title = TextLabel(TextStyle.TITLE, self, wraps=True)
        self._mark = TextLabel(TextStyle.FOOTER, self, ink="muted")
        self._number = BigNumber(self)
        self._meter = LevelMeter(self)
        self._curve = Sparkline(self)
        self._detail = TextLabel(TextStyle.SECONDARY, self, ink="muted", wraps=True)
        self.link = ActionButton("", self, kind="link")
        self.link.clicked.connect(self._on_explain_clicked)
        self.offer = ActionButton("", self, kind="link")
        self.offer.clicked.connect(self.offer_taken)
        self._build_rows()

    def present(self, state: CardState, word: str, explain: str) -> None:
        self._icon.show_look(state.look, word)
        self._title.setText(state.title)
        self._mark.show_text(state.mark)
        self._number.show_number(state.number, state.unit)
        self._detail.show_text(state.detail)
        self.link.setText(explain)
        self.link.setAccessibleName(f"{explain} {state.title}")
        self.link.setVisible(state.can_explain)
        self.offer.setText(state.offer)
        self.offer.setVisible(bool(state.offer))
        self.present_live(state.meter, state.curve)
        number = f"{state.number} {state.unit}"
        told = (f"{state.title}: {word}", state.mark, number, state.detail)
        self.setAccessibleName(as_sentences(*told))

    def present_live(self, meter: MeterState | None, curve: CurveState | None) -> None:
        """The moving parts alone, cheap enough for 30 times a second."""
        self._meter.setVisible(meter is not None)
        if meter is not None:
            self._meter.setAccessibleName(meter.text)
            self._meter.set_target(meter.target)
            self._move(meter)
        if curve is None:
            self._curve.hide()
        else:
            self._curve.show_curve(curve.points, curve.limit, curve.text, marks=curve.marks)

    def _move(self, meter: MeterState) -> None:
        if meter.is_live:
            self._meter.swing(meter.rms_dbfs, meter.peak_dbfs)
        else:
            self._meter.stand(meter.rms_dbfs)

    def _build_rows(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(grid_px(2))
        head.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._title, 1)
        head.addWidget(self._mark, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(grid_px(4.5), grid_px(4), grid_px(4.5), grid_px(3))
        column.setSpacing(grid_px(1.5))
        column.addLayout(head)
        column.addWidget(self._number)
        column.addWidget(self._meter)
        column.addWidget(self._curve)
        column.addWidget(self._detail)
        column.addStretch(1)
        column.addWidget(self.offer, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.link, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can be operated, in reading order."""
        return (self.offer, self.link)

    @Slot()
    def _on_explain_clicked(self) -> None:
        self.explanation_asked.emit(self._check_id)
