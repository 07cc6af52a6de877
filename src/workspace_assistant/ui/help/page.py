"""The help page: what is on each page, and what to do when something does not work."""

from __future__ import annotations

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from workspace_assistant.core.diagnostics.report import program_report
from workspace_assistant.core.text import Say
from workspace_assistant.ui.help import texts
from workspace_assistant.ui.help.about import ABOUT, about_text, components_text, license_html
from workspace_assistant.ui.help.blocks import translated, upright
from workspace_assistant.ui.help.components import components
from workspace_assistant.ui.help.view_state import TOPIC_NAMES, HelpState, Topic, help_state
from workspace_assistant.ui.running_program import running_program
from workspace_assistant.ui.theme.metrics import TextStyle, font, grid_px
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.chips import Chips
from workspace_assistant.ui.widgets.resource_files import resource_folder
from workspace_assistant.ui.widgets.scroll_column import ScrollColumn
from workspace_assistant.ui.widgets.text_field import TextField
from workspace_assistant.ui.widgets.text_label import TextLabel
from workspace_assistant.ui.wording.wording import Wording

_LEAST_TEXT_UNITS = 70


class HelpPage(QWidget):
    """Texts of ours alone: links lead to licenses within the page, and nothing is fetched."""

    first_run_wanted = Signal()

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("part", "page")
        self._wording = wording
        self._topics = (*read_topics(wording.say), Topic(name=ABOUT, text=about_text(wording.say)))
        self._wanted = TOPIC_NAMES[0]
        self._build()
        self.search.textChanged.connect(self._on_search)
        self.chips.chosen.connect(self.show_topic)
        self.text.anchorClicked.connect(self._on_link)
        self.copy.clicked.connect(self._on_copy)
        self.show_topic(self._wanted)

    def present(self, state: HelpState) -> None:
        self.chips.offer(state.found)
        if state.shown is None:
            self.text.setPlainText(self._wording.say(texts.NOTHING))
            self.title.show_text("")
        else:
            self.chips.choose(state.shown.name)
            self.title.show_text(state.shown.title)
            self.text.setMarkdown(self._text_of(state.shown))
        is_about = state.shown is not None and state.shown.name == ABOUT
        self.copy.setVisible(is_about)
        self.note.show_text(self._wording.say(texts.COPY_HINT) if is_about else "")

    @Slot(str)
    def show_topic(self, name: str) -> None:
        """The text *name*; it is named after the page that it is about."""
        self._wanted = name
        if name not in help_state(self._topics, name, self.search.text()).found:
            self.search.clear()
        self._show()

    def open_at(self, page: str) -> None:
        """The text about that page; where there is none, the one shown stays."""
        if page in (*TOPIC_NAMES, ABOUT):
            self.show_topic(page)
        self.search.setFocus()
        self.search.selectAll()

    @Slot(QUrl)
    def _on_link(self, link: QUrl) -> None:
        """The license of a part, or back to all of them."""
        if link.fragment() == ABOUT:
            self._show()
        else:
            self.text.setHtml(license_html(link.fragment(), components(), self._wording.say))

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(program_report(running_program()))
        self.note.show_text(self._wording.say(texts.COPIED))

    def _text_of(self, topic: Topic) -> str:
        body = upright(topic.body) if self.isRightToLeft() else topic.body
        if topic.name != ABOUT:
            return body
        return f"{body}\n{components_text(components(), self._wording.say)}\n"

    @Slot()
    def _on_search(self) -> None:
        self._wanted = "" if self.search.text() else self._wanted
        self._show()

    def _show(self) -> None:
        self.present(help_state(self._topics, self._wanted, self.search.text()))

    def _build(self) -> None:
        say = self._wording.say
        content = ScrollColumn(self)
        self.search = TextField(say(texts.SEARCH), content, hint=say(texts.SEARCH))
        self.chips = Chips(say(texts.TOPICS), content)
        for topic in self._topics:
            self.chips.add_chip(topic.name, topic.title)
        self.title = TextLabel(TextStyle.TITLE, content, wraps=True)
        self.text = QTextBrowser(content)
        self.text.setAccessibleName(say(texts.TEXT))
        self.text.setOpenLinks(False)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setFont(font(TextStyle.BODY))
        self.text.document().setDocumentMargin(grid_px(4))
        self.text.setMinimumHeight(grid_px(_LEAST_TEXT_UNITS))
        for part in (self.search, self.chips, self.title, self.text):
            content.column.addWidget(part)
        self.copy = ActionButton(say(texts.COPY), content)
        self.note = TextLabel(TextStyle.SECONDARY, content, wraps=True)
        row = QHBoxLayout()
        row.addWidget(self.copy)
        row.addWidget(self.note, 100)
        self.first_run = ActionButton(say(texts.FIRST_RUN), content, kind="link")
        self.first_run.clicked.connect(self.first_run_wanted)
        row.addWidget(self.first_run)
        row.addStretch(1)
        content.column.addLayout(row)
        content.column.setStretchFactor(self.text, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, grid_px(7), 0, grid_px(5))
        column.addWidget(content)


def read_topics(say: Say) -> tuple[Topic, ...]:
    folder = resource_folder("help")
    return tuple(
        Topic(name=name, text=translated((folder / f"{name}.md").read_text("utf-8"), say))
        for name in TOPIC_NAMES
    )
