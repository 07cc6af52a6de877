"""Navigation: the pages at the left, with words where there is room and icons alone where not."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from workspace_assistant.ui.overriding import override
from workspace_assistant.ui.theme.colors import Tone
from workspace_assistant.ui.theme.metrics import TextStyle, font, grid_px
from workspace_assistant.ui.theme.scheme import current_colors
from workspace_assistant.ui.widgets.frames import PartFrame
from workspace_assistant.ui.widgets.icons import icon
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.widgets.toggling import Toggling

_WIDE_UNITS = 49
_WIDEST_UNITS = 62
_FOLDED_UNITS = 18
_TIGHT_UNITS = 12
_ICON_UNITS = 5.5
_LOW_BELOW_UNITS = 150


class Navigation(PartFrame):
    page_chosen = Signal(int)

    def __init__(self, title: str, name: str, parent: QWidget) -> None:
        super().__init__("navigation", parent)
        self.setAccessibleName(name)
        self._buttons = QButtonGroup(self)
        self._buttons.idClicked.connect(self._on_clicked)
        self._icons: dict[_PageButton, str] = {}
        self._apart = 0
        self._is_folded = self._is_tight = False
        self._scroll, inside = self._scrolled()
        self._title = TextLabel(TextStyle.TITLE, inside, wraps=True)
        self._title.setText(title)
        self._column = QVBoxLayout(inside)
        self._tighten(is_low=False)
        self._column.addWidget(self._title)
        self._column.addSpacing(grid_px(4))
        self._column.addStretch(1)
        self.fold(is_folded=False)

    def add_page(self, text: str, icon_name: str, *, is_apart: bool = False) -> None:
        """Those that stand apart are at the bottom."""
        button = _PageButton(text, self._scroll.widget())
        button.fold(is_folded=self._is_folded, is_tight=self._is_tight)
        self._icons[button] = icon_name
        self._buttons.addButton(button, len(self._icons) - 1)
        self._apart += is_apart
        above_stretch = self._column.count() - 1 - self._apart
        self._column.insertWidget(-1 if is_apart else above_stretch, button)

    def show_page(self, index: int) -> None:
        """Mark a page as shown; Tab stops there, and arrows go to the others from it."""
        shown = self._buttons.button(index)
        shown.setChecked(True)
        self._scroll.ensureWidgetVisible(shown, 0, 0)
        focus = Qt.FocusPolicy
        for button in self._icons:
            button.setFocusPolicy(focus.StrongFocus if button is shown else focus.ClickFocus)

    def fold(self, *, is_folded: bool, is_tight: bool = False) -> None:
        """Names or icons alone; tight where large text leaves the page little room."""
        self._is_folded, self._is_tight = is_folded, is_tight
        self._title.setVisible(not is_folded)
        for button in self._icons:
            button.fold(is_folded=is_folded, is_tight=is_tight)
        self.setFixedWidth(self._wanted_px())
        if self.isVisible():
            self._draw_buttons()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tighten(is_low=event.size().height() < grid_px(_LOW_BELOW_UNITS))

    def _tighten(self, *, is_low: bool) -> None:
        """A low window has room for all names, without that between them."""
        top, bottom = (2, 1) if is_low else (6, 4)
        side = grid_px(
            1 if self._is_tight or (is_low and self._is_folded) else 3
        )  # beside icons may be a scroll bar
        self._column.setContentsMargins(side, grid_px(top), side, grid_px(bottom))
        self._column.setSpacing(0 if is_low else grid_px(1))

    def _scrolled(self) -> tuple[QScrollArea, QWidget]:
        """Large text on a low screen: names scroll where they do not fit, and the window stays."""
        scroll = QScrollArea(self)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget(scroll)
        scroll.setWidget(inside)
        for part in (scroll.viewport(), inside):
            part.setAutoFillBackground(False)  # the frame's color shows through
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)
        return scroll, inside

    def _wanted_px(self) -> int:
        """As wide as the longest name asks for, within reason."""
        if self._is_folded:
            return grid_px(_TIGHT_UNITS if self._is_tight else _FOLDED_UNITS)
        margins = self._column.contentsMargins()
        names = max(map(_chosen_width_px, self._icons), default=0)
        wanted = names + margins.left() + margins.right()
        return min(max(wanted, grid_px(_WIDE_UNITS)), grid_px(_WIDEST_UNITS))

    @property
    def is_folded(self) -> bool:
        return self._is_folded

    @property
    def is_tight(self) -> bool:
        return self._is_tight

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._draw_buttons()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.isVisible():
            self._draw_buttons()

    def _draw_buttons(self) -> None:
        colors = current_colors()
        accent = colors.tones[Tone.ACCENT].strong
        height = grid_px(_ICON_UNITS)
        size = QSize(height if self._is_folded else height + grid_px(2), height)
        for button, name in self._icons.items():
            button.setIcon(icon(name, colors.muted, accent, size))
            button.setIconSize(size)
        self.setFixedWidth(self._wanted_px())  # names are as wide as they are drawn

    @Slot(int)
    def _on_clicked(self, index: int) -> None:
        self.page_chosen.emit(index)


class _PageButton(Toggling, QPushButton):
    """One of several that exclude each other: Qt tells that of no tool button."""

    def __init__(self, text: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._name = text
        self.setToolTip(text)
        self.setAccessibleName(text)
        self.setProperty("kind", "page")
        self.setFont(font(TextStyle.BODY))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCheckable(True)
        self.setAutoExclusive(True)  # the group sees to it; so assistive tools are told
        self.hear_toggles()

    def fold(self, *, is_folded: bool, is_tight: bool) -> None:
        self.setText("" if is_folded else self._name)
        if (self.property("isFolded"), self.property("isTight")) != (is_folded, is_tight):
            self.setProperty("isFolded", is_folded)
            self.setProperty("isTight", is_tight)
            self.style().unpolish(self)
            self.style().polish(self)


def _chosen_width_px(button: QPushButton) -> int:
    """What a name asks for while its page is shown: the style sheet draws it demibold then."""
    plain = QFont(button.font())
    plain.setWeight(QFont.Weight.Normal)
    bold = QFont(plain)
    bold.setWeight(QFont.Weight.DemiBold)
    name = button.text()
    more = QFontMetrics(bold).horizontalAdvance(name) - QFontMetrics(plain).horizontalAdvance(name)
    return button.sizeHint().width() + max(more, 0)
