"""OptionCard and OptionBox: an answer with the drawing that shows it and the key that gives it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy, QWidget

from workspace_assistant.ui.ergonomics.step_state import OptionState
from workspace_assistant.ui.overriding import override
from workspace_assistant.ui.theme.colors import Tone
from workspace_assistant.ui.theme.metrics import TextStyle, font, grid_px
from workspace_assistant.ui.theme.scheme import current_colors
from workspace_assistant.ui.widgets.icons import paint_icon
from workspace_assistant.ui.widgets.line_drawing import paint_line_drawing
from workspace_assistant.ui.widgets.sides import alignment_of, direction_of, placed, placed_whole
from workspace_assistant.ui.widgets.toggling import Toggling

NARROWEST_UNITS = 36
_PAD_UNITS = 3
_GAP_UNITS = 2.5
_CAP_UNITS = 4.5
_MARK_UNITS = 4.5
_PICTURE_UNITS = 44
_SMALL_PICTURE_UNITS = 20
_AT_START = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_WRAPPED = int(Qt.TextFlag.TextWordWrap | _AT_START)
_ANY_HEIGHT_PX = 10_000


class OptionCard(Toggling, QRadioButton):
    """The drawing above the words; without a drawing a line of words. One of several is chosen."""

    def __init__(self, state: OptionState, parent: QWidget, *, stands: bool) -> None:
        super().__init__(parent)
        self._card = _Card(self, state, stands=stands, is_round=True)
        self.hear_toggles()

    @property
    def state(self) -> OptionState:
        return self._card.state

    def present(self, state: OptionState) -> None:
        self._card.present(state)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return self._card.height_for(width)

    @override
    def sizeHint(self) -> QSize:
        return self._card.size_hint()

    @override
    def minimumSizeHint(self) -> QSize:
        return self._card.size_hint()

    @override
    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self._card.paint()


class OptionBox(Toggling, QCheckBox):
    """The same as a box to tick; any number of them may be."""

    def __init__(self, state: OptionState, parent: QWidget) -> None:
        super().__init__(parent)
        self._card = _Card(self, state, stands=False, is_round=False)
        self.hear_toggles()

    @property
    def state(self) -> OptionState:
        return self._card.state

    def present(self, state: OptionState) -> None:
        self._card.present(state)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return self._card.height_for(width)

    @override
    def sizeHint(self) -> QSize:
        return self._card.size_hint()

    @override
    def minimumSizeHint(self) -> QSize:
        return self._card.size_hint()

    @override
    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self._card.paint()


class _Card:
    """Measures and paints either of them.

    Args:
        button: whose card it is.
        state: what it shows.
        stands: the drawing is above the words, else small beside them.
        is_round: the mark is a ring, of which one is filled; else a box.
    """

    def __init__(
        self, button: QAbstractButton, state: OptionState, *, stands: bool, is_round: bool
    ) -> None:
        self._button = button
        self._stands = stands and bool(state.picture)
        self._is_round = is_round
        self._font = font(TextStyle.BODY)
        self._small_font = font(TextStyle.FOOTER)
        self.state = state
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        policy.setHeightForWidth(True)
        button.setSizePolicy(policy)
        button.setAttribute(Qt.WidgetAttribute.WA_Hover)  # painted anew as the pointer comes
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # no ring after a click of the mouse
        button.setAccessibleName(" ".join(filter(None, (state.text, state.note))))
        button.setChecked(state.is_chosen)

    def present(self, state: OptionState) -> None:
        """The same answer, chosen or not."""
        self.state = state
        if self._button.isChecked() != state.is_chosen:
            is_exclusive = self._button.autoExclusive()
            self._button.setAutoExclusive(False)  # else the last one could not be taken back
            self._button.setChecked(state.is_chosen)
            self._button.setAutoExclusive(is_exclusive)
        self._button.update()

    def height_for(self, width: int) -> int:
        words = self._words_height(width)
        pad = 2 * grid_px(_PAD_UNITS)
        if self._stands:
            return pad + self._picture_in(width).height() + grid_px(_GAP_UNITS) + words
        picture = self._small_picture().height() if self.state.picture else 0
        inner = max(words, picture, grid_px(_CAP_UNITS))
        return inner + (grid_px(2) if self.state.picture else pad - grid_px(2))

    def size_hint(self) -> QSize:
        width = grid_px(NARROWEST_UNITS)
        return QSize(width, self.height_for(width))

    def paint(self) -> None:
        colors, button = current_colors(), self._button
        accent = colors.tones[Tone.ACCENT]
        painter = QPainter(button)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_chosen, has_focus = button.isChecked(), button.hasFocus()
        ground = accent.soft if is_chosen else colors.hover if button.underMouse() else ""
        outline = accent.strong if is_chosen else colors.control_line
        width = 2 if is_chosen or has_focus else 1
        painter.setPen(QPen(QColor(colors.text if has_focus else outline), width))
        painter.setBrush(QColor(ground or colors.surface))
        frame = QRectF(button.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(frame, grid_px(2), grid_px(2))
        if self.state.picture:
            place = placed(QRectF(self._picture_place()), button)
            paint_line_drawing(painter, place, self.state.picture, colors, surface=ground)
        self._paint_words(painter)
        self._paint_mark(painter)
        painter.end()

    def _paint_words(self, painter: QPainter) -> None:
        colors = current_colors()
        place = self._words_place(self._button.width())
        top = self._words_top()
        side = grid_px(_CAP_UNITS)
        cap_top = top if self._stands else (self._button.height() - side) / 2
        cap = placed(QRectF(grid_px(_PAD_UNITS), cap_top, side, side), self._button)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(colors.control_line), 1))
        painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), grid_px(1), grid_px(1))
        painter.setFont(self._small_font)
        painter.setPen(QColor(colors.muted))
        painter.drawText(cap, int(Qt.AlignmentFlag.AlignCenter), self.state.key)
        painter.setFont(self._font)
        painter.setPen(QColor(colors.text))
        aligned = int(Qt.TextFlag.TextWordWrap | alignment_of(self._button, _AT_START))
        text = QRect(place[0], top, place[1], _ANY_HEIGHT_PX)
        painter.setLayoutDirection(direction_of(self.state.text))
        painter.drawText(placed_whole(text, self._button), aligned, self.state.text)
        if self.state.note:
            painter.setFont(self._small_font)
            painter.setPen(QColor(colors.muted))
            below = top + self._text_height(self.state.text, self._font, place[1])
            note = QRect(place[0], below, place[1], _ANY_HEIGHT_PX)
            painter.setLayoutDirection(direction_of(self.state.note))
            painter.drawText(placed_whole(note, self._button), aligned, self.state.note)

    def _paint_mark(self, painter: QPainter) -> None:
        """Above, where lines end: filled where chosen, so that color alone says nothing."""
        colors, is_chosen = current_colors(), self._button.isChecked()
        side = grid_px(_MARK_UNITS)
        place = QRectF(self._button.width() - grid_px(_PAD_UNITS) - side, 0, side, side)
        if self._stands:
            place.moveTop(grid_px(_PAD_UNITS))
        else:
            place.moveTop((self._button.height() - side) / 2)
        place = placed(place.adjusted(1, 1, -1, -1), self._button)
        accent = colors.tones[Tone.ACCENT].strong
        painter.setPen(QPen(QColor(accent if is_chosen else colors.control_line), 1))
        painter.setBrush(QColor(accent if is_chosen else colors.surface))
        radius = place.width() / 2 if self._is_round else grid_px(1)
        painter.drawRoundedRect(place, radius, radius)
        if is_chosen:
            inset = place.width() * 0.16
            check = place.adjusted(inset, inset, -inset, -inset)
            paint_icon(painter, check, "check", colors.on_accent)

    def _words_height(self, width: int) -> int:
        _, room = self._words_place(width)
        height = self._text_height(self.state.text, self._font, room)
        if self.state.note:
            height += self._text_height(self.state.note, self._small_font, room)
        return max(height, grid_px(_CAP_UNITS))

    def _words_place(self, width: int) -> tuple[int, int]:
        """Where words begin, and how wide they may be."""
        start = grid_px(_PAD_UNITS + _CAP_UNITS + 2)
        end = width - grid_px(_PAD_UNITS)
        if not self._stands:
            end -= grid_px(_MARK_UNITS + 2)
            if self.state.picture:
                start += self._small_picture().width() + grid_px(3)
        return start, max(end - start, grid_px(10))

    def _words_top(self) -> int:
        if self._stands:
            return self._picture_place().bottom() + 1 + grid_px(_GAP_UNITS)
        return (self._button.height() - self._words_height(self._button.width())) // 2

    def _picture_place(self) -> QRect:
        button = self._button
        if self._stands:
            size = self._picture_in(button.width())
            left = (button.width() - size.width()) // 2
            return QRect(QPoint(left, grid_px(_PAD_UNITS)), size)
        size = self._small_picture()
        left = grid_px(_PAD_UNITS + _CAP_UNITS + 2)
        return QRect(QPoint(left, (button.height() - size.height()) // 2), size)

    def _picture_in(self, width: int) -> QSize:
        room = min(width - 2 * grid_px(_PAD_UNITS), grid_px(_PICTURE_UNITS))
        return QSize(room, room * 3 // 4)

    @staticmethod
    def _small_picture() -> QSize:
        width = grid_px(_SMALL_PICTURE_UNITS)
        return QSize(width, width * 3 // 4)

    @staticmethod
    def _text_height(text: str, its_font: QFont, width: int) -> int:
        room = QRect(0, 0, width, _ANY_HEIGHT_PX)
        return QFontMetrics(its_font).boundingRect(room, _WRAPPED, text).height()
