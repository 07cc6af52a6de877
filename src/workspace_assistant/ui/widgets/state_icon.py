"""StateIcon: check, exclamation, cross or dash on a colored disc."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from workspace_assistant.ui.overriding import override
from workspace_assistant.ui.theme.colors import Colors, Ink
from workspace_assistant.ui.theme.metrics import grid_px
from workspace_assistant.ui.theme.scheme import current_colors
from workspace_assistant.ui.verdict_look import WAITING, Look
from workspace_assistant.ui.widgets.icons import paint_icon

_GLYPH_SHARE = 0.64
_MAIN_SHARE = 0.92  # of an icon with a badge
_BADGE_SHARE = 0.48
_GAP_SHARE = 0.05


class StateIcon(QLabel):
    """A look as a picture; its word is what screen readers say.

    A solid icon stands on a soft background, a soft one on the surface of a card.
    """

    def __init__(self, units: float, parent: QWidget, *, is_solid: bool = False) -> None:
        super().__init__(parent)
        self._look = WAITING
        self._side_px = grid_px(units)
        self._is_solid = is_solid
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_look(self, look: Look, word: str) -> None:
        self._look = look
        self.setAccessibleName(word)
        self.setToolTip(word)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._side_px, self._side_px)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        place = QRectF(0, 0, self._side_px, self._side_px)
        ink = current_colors().tones[self._look.tone]
        _paint(painter, place, self._look, ink, is_solid=self._is_solid)
        painter.end()


def state_icon(look: Look, colors: Colors, side_px: int, *, is_solid: bool = False) -> QIcon:
    """The same picture for places that take an icon: rows of a table."""
    made = QIcon()
    for ratio in (1, 2, 3):
        pixmap = QPixmap(QSize(side_px, side_px) * ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        _paint(painter, QRectF(pixmap.rect()), look, colors.tones[look.tone], is_solid=is_solid)
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        made.addPixmap(pixmap)
    return made


def badged_icon(look: Look, badge: Look | None, colors: Colors, side_px: int) -> QIcon:
    """A solid icon; *badge* is a small one of its own at the lower right."""
    made = QIcon()
    for ratio in (1, 2, 3):
        pixmap = QPixmap(QSize(side_px, side_px) * ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        whole = QRectF(pixmap.rect())
        if badge is None:
            _paint(painter, whole, look, colors.tones[look.tone], is_solid=True)
        else:
            _paint_badged(painter, whole, (look, badge), colors)
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        made.addPixmap(pixmap)
    return made


def _paint_badged(
    painter: QPainter, whole: QRectF, looks: tuple[Look, Look], colors: Colors
) -> None:
    """The badge stands free: a gap that shows the panel lies around it."""
    look, badge = looks
    main, small = whole.width() * _MAIN_SHARE, whole.width() * _BADGE_SHARE
    _paint(painter, QRectF(0, 0, main, main), look, colors.tones[look.tone], is_solid=True)
    corner = QRectF(whole.width() - small, whole.height() - small, small, small)
    gap = whole.width() * _GAP_SHARE
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
    painter.drawEllipse(corner.adjusted(-gap, -gap, gap, gap))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    _paint(painter, corner, badge, colors.tones[badge.tone], is_solid=True)


def _paint(painter: QPainter, place: QRectF, look: Look, ink: Ink, *, is_solid: bool) -> None:
    disc, glyph = (ink.strong, ink.soft) if is_solid else (ink.soft, ink.strong)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(disc))
    painter.drawEllipse(place)
    inset = place.width() * (1 - _GLYPH_SHARE) / 2
    paint_icon(painter, place.adjusted(inset, inset, -inset, -inset), look.icon, glyph)
