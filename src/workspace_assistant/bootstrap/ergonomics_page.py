"""What the self-check of a workplace is given in the window. Opened when it is first asked for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the window paints first
    from workspace_assistant.ui.feature_services import ErgonomicsServices


def ergonomics_services(data_dir: Path) -> ErgonomicsServices:
    """Services on the database of *data_dir*."""
    from workspace_assistant.bootstrap.ergonomics import ergonomics_service
    from workspace_assistant.ui.feature_services import ErgonomicsServices

    return ErgonomicsServices(checks=ergonomics_service(data_dir))
