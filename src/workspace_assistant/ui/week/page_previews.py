"""PagePreviews: pages of paper as pictures, side by side where there is room."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from workspace_assistant.core.drawing import Drawing
from workspace_assistant.ui.theme.metrics import grid_px
from workspace_assistant.ui.week import report_texts as texts
from workspace_assistant.ui.widgets.flow_row import FlowRow
from workspace_assistant.ui.wording.wording import Wording

_WIDTH_UNITS = 105
_MOST_PAGES = 2


class PagePreviews(FlowRow):
    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__(parent, gap_units=4, line_gap_units=4)
        self._wording = wording
        self.pages = [QLabel(self) for _ in range(_MOST_PAGES)]
        for page in self.pages:
            page.setProperty("part", "card")
            self.add(page)
        self.hide()

    def show_pages(self, pages: tuple[Drawing, ...]) -> None:
        from workspace_assistant.ui.widgets.paper_pages import page_image

        width = grid_px(_WIDTH_UNITS)
        for index, label in enumerate(self.pages):
            label.setVisible(index < len(pages))
            if index < len(pages):
                page = pages[index]
                density = self.devicePixelRatioF()
                pixmap = QPixmap.fromImage(page_image(page, width * density))
                pixmap.setDevicePixelRatio(density)
                label.setPixmap(pixmap)
                label.setFixedSize(QSize(width, round(width * page.height_px / page.width_px)))
                number, count = str(index + 1), str(len(pages))
                label.setAccessibleName(
                    self._wording.say(texts.PAGE_OF, number=number, count=count)
                )
                label.setAccessibleDescription(page.description)
        self.updateGeometry()
