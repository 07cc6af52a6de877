"""What the card of the check-in is given. Nothing is opened before it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the window paints first
    from workspace_assistant.ui.feature_services import CheckInServices


def check_in_services(data_dir: Path, settled: Callable[[], None]) -> CheckInServices:
    """Services on the database of *data_dir*; *settled* follows acts that change what is asked."""
    from workspace_assistant.bootstrap.check_in import check_in_service
    from workspace_assistant.bootstrap.keeping_choices import keeping_choice
    from workspace_assistant.ui.feature_services import CheckInServices

    service = check_in_service(data_dir)

    def turn(is_on: bool) -> None:  # noqa: FBT001 - a switch
        with keeping_choice(data_dir):
            service.turn(on=is_on)

    return CheckInServices(check_ins=service, turn=turn, settled=settled)
