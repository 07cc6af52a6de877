"""What the part of the window that publishes is given. Nothing is opened before it is asked for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the window paints first
    from workspace_assistant.core.jobs import JobContext
    from workspace_assistant.core.publishing.model import Delivery
    from workspace_assistant.ui.feature_services import PublishingServices


def publishing_services(data_dir: Path) -> PublishingServices:
    """The service that the command `publish` uses, on *data_dir*."""
    from workspace_assistant.bootstrap.publishing import publishing_service
    from workspace_assistant.ui.feature_services import PublishingServices

    service = publishing_service(data_dir)

    def send(ctx: JobContext) -> Delivery:
        return service.deliver(ctx, at_once=True)

    return PublishingServices(
        status=service.status,
        preview=service.preview,
        agree=service.agree,
        withdraw=service.withdraw,
        send=send,
    )
