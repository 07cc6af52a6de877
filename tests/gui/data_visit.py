"""The page Your data alone in a window, everything read; what a test does to it."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QAbstractButton, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.fakes.encryption import EncryptionWorld
from tests.fakes.wording import EnglishWording
from workspace_assistant.ui.data.encryption_services import EncryptionServices
from workspace_assistant.ui.data.encryption_session import EncryptionSession
from workspace_assistant.ui.data.page import DataPage
from workspace_assistant.ui.data.publish_session import PublishSession
from workspace_assistant.ui.data.session import DataSession
from workspace_assistant.ui.feature_services import DataServices, PublishingServices
from workspace_assistant.ui.job_runner import JobRunner

SIZE = QSize(984, 900)


class Visit:
    def __init__(
        self,
        qtbot: QtBot,
        runner: JobRunner,
        services: DataServices,
        publishing: PublishingServices,
        encryption: EncryptionServices | None = None,
    ) -> None:
        self.qtbot = qtbot
        self.runner = runner
        self.host = QWidget()
        self.host.setProperty("part", "page")
        words = EnglishWording()
        self.session = DataSession(services, runner, words, self.host)
        self.publishing = PublishSession(publishing, runner, words, self.host)
        kept = encryption or EncryptionWorld().services
        self.encryption = EncryptionSession(kept, runner, words, self.host)
        self.page = DataPage(self.session, self.encryption, self.publishing, words, self.host)
        column = QVBoxLayout(self.host)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)
        self.host.resize(SIZE)
        qtbot.addWidget(self.host)
        self.host.show()
        qtbot.waitUntil(self.host.isActiveWindow)
        self.settle()

    def settle(self) -> None:
        """Until every act is done and what followed is seen."""
        self.qtbot.waitUntil(
            lambda: (
                self.session.is_settled
                and self.encryption.is_settled
                and self.publishing.is_settled
                and self.runner.running_count == 0
            ),
            timeout=20_000,
        )

    def click(self, button: QAbstractButton) -> None:
        assert button.isVisible()
        assert button.isEnabled()
        button.click()
        self.settle()

    @property
    def headline(self) -> str:
        return self.page.hero._headline.text()

    def words(self, part: QWidget) -> str:
        """Everything that is to be read in *part*."""
        labels = (one for one in part.findChildren(QLabel) if one.isVisible())
        return "\n".join(one.text() for one in labels if one.text())
