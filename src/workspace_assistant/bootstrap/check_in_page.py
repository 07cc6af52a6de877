"""What the card of the check-in is given. Nothing is opened before it is asked for."""

from __future__ import annotations

from pathlib import Path

from workspace_assistant.ui.window_services import CheckInServices


def check_in_services(data_dir: Path) -> CheckInServices:
    """Services on the database of *data_dir*."""
    from workspace_assistant.adapters.sqlite.database import Database
    from workspace_assistant.adapters.sqlite.why_log import SqliteWhyLog
    from workspace_assistant.bootstrap.check_in import check_in_service
    from workspace_assistant.bootstrap.data_file import DATABASE_NAME
    from workspace_assistant.bootstrap.keeping_choices import keeping_choice
    from workspace_assistant.core.reminders.model import Entry, Outcome, ReminderKind

    service = check_in_service(data_dir)
    log = SqliteWhyLog(Database(data_dir / DATABASE_NAME))

    def turn(is_on: bool) -> None:  # noqa: FBT001 - a switch
        with keeping_choice(data_dir):
            service.turn(on=is_on)

    def claim(shift_id: str, title: str) -> bool:
        if log.shown(ReminderKind.CHECK_IN, shift_id) is not None:
            return False
        log.add(
            Entry(
                at=service.now(),
                kind=ReminderKind.CHECK_IN,
                about=shift_id,
                title=title,
                outcome=Outcome.SHOWN,
                reason="shift-ends",
            )
        )
        return True

    return CheckInServices(check_ins=service, turn=turn, claim=claim)
