"""What the `data` commands are given. What only one of them needs is imported by that alone."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from contextlib import AbstractContextManager, closing
from datetime import UTC, datetime
from pathlib import Path

from workspace_assistant.bootstrap.data_file import DATABASE_NAME
from workspace_assistant.bootstrap.keeping_choices import keeping_choice
from workspace_assistant.bootstrap.present_zone import user_zone
from workspace_assistant.cli.data_tools import DataTools, Encrypting, Eraser, Restoring
from workspace_assistant.core.data_keeping.model import Backup, Contents, DataKind
from workspace_assistant.core.data_keeping.retention import Choices, choice_name, kept_ages


def data_tools(data_dir: Path) -> DataTools:
    def back_up(target: Path | None) -> Backup:
        from workspace_assistant.bootstrap.data_backup import back_up

        return back_up(data_dir, None if target is None else target.absolute())

    def backups() -> tuple[Backup, ...]:
        from workspace_assistant.bootstrap.data_backup import listed_backups

        return listed_backups(data_dir)

    def restoring(path: Path) -> AbstractContextManager[Restoring]:
        from workspace_assistant.bootstrap.data_restore import restoring

        return restoring(data_dir, path)

    def export(target: Path) -> tuple[str, ...]:
        from workspace_assistant.bootstrap.data_export import export_all

        return export_all(data_dir, target.absolute())

    def eraser() -> Eraser:
        from workspace_assistant.bootstrap.data_erase import DataEraser

        return DataEraser(data_dir)

    def encryption() -> Encrypting:
        from workspace_assistant.bootstrap.encryption import DataEncryption

        return DataEncryption(data_dir)

    is_person = sys.stdin is not None and sys.stdin.isatty()
    return DataTools(
        data_dir=data_dir,
        zone=user_zone,
        now=lambda: datetime.now(UTC),
        ask=_ask if is_person else None,
        back_up=back_up,
        backups=backups,
        restoring=restoring,
        export=export,
        eraser=eraser,
        encryption=encryption,
        contents=lambda: _contents(data_dir),
        ages=lambda: _ages(data_dir),
        keep_ages=lambda ages: _keep_ages(data_dir, ages),
        older=lambda before: _older(data_dir, before),
        take_out=lambda before: _take_out(data_dir, before),
    )


def _ask(question: str) -> str:
    sys.stderr.write(question)
    sys.stderr.flush()
    return sys.stdin.readline()


def _contents(data_dir: Path) -> Contents:
    from workspace_assistant.adapters.sqlite.database import Database
    from workspace_assistant.adapters.sqlite.kind_tables import contents

    with closing(Database(data_dir / DATABASE_NAME)) as database, database.reading() as connection:
        return contents(connection)


def _ages(data_dir: Path) -> Choices:
    from workspace_assistant.adapters.files.choices import ChoicesFile

    return kept_ages(ChoicesFile(data_dir).recall)


def _keep_ages(data_dir: Path, ages: Choices) -> None:
    from workspace_assistant.adapters.files.choices import ChoicesFile

    with keeping_choice(data_dir):
        named = {choice_name(kind): age for kind, age in ages.items()}
        ChoicesFile(data_dir).remember_all(named)


def _older(data_dir: Path, before: Mapping[DataKind, datetime]) -> Mapping[DataKind, int]:
    from workspace_assistant.adapters.sqlite.database import Database
    from workspace_assistant.adapters.sqlite.pruning import older_rows

    with closing(Database(data_dir / DATABASE_NAME)) as database:
        return older_rows(database, before)


def _take_out(data_dir: Path, before: Mapping[DataKind, datetime]) -> Mapping[DataKind, int]:
    from workspace_assistant.adapters.sqlite.database import Database
    from workspace_assistant.adapters.sqlite.pruning import take_out

    with closing(Database(data_dir / DATABASE_NAME)) as database:
        return take_out(database, before)
