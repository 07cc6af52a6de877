"""What the page of one's own data is given. Nothing is opened before it is asked for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the window paints first
    from workspace_assistant.core.data_keeping.erasing import Erasing
    from workspace_assistant.core.data_keeping.model import Backup, Preview
    from workspace_assistant.core.data_keeping.place import Place
    from workspace_assistant.core.jobs import JobContext
    from workspace_assistant.ui.feature_services import DataServices


def data_services(data_dir: Path) -> DataServices:
    """Everything that the command `data` does, on *data_dir*."""
    from workspace_assistant.bootstrap.data_backup import back_up, listed_backups
    from workspace_assistant.bootstrap.data_erase import DataEraser
    from workspace_assistant.bootstrap.data_export import export_all
    from workspace_assistant.bootstrap.data_file import DATABASE_NAME
    from workspace_assistant.bootstrap.data_restore import restoring
    from workspace_assistant.bootstrap.data_tools import data_tools
    from workspace_assistant.ui.feature_services import DataServices

    tools = data_tools(data_dir)

    def newest_good() -> str:
        from workspace_assistant.adapters.sqlite.newest_backup import newest_good_backup

        return newest_good_backup(data_dir / DATABASE_NAME)

    def made(target: Path | None, ctx: JobContext) -> Backup:
        return back_up(data_dir, target, ctx.checkpoint)

    def preview(path: Path) -> Preview:
        with restoring(data_dir, path) as opened:
            return opened.preview

    def restore(path: Path) -> tuple[Backup | None, Path | None]:
        with restoring(data_dir, path) as opened:
            done = opened.restore()
        return done.safety, done.damaged

    def export(target: Path, ctx: JobContext) -> tuple[str, ...]:
        return export_all(data_dir, target, ctx.checkpoint)

    def erase(found: Erasing, ctx: JobContext, keep_secrets: bool) -> None:  # noqa: FBT001 - a service's argument
        from workspace_assistant.adapters.sqlite.database import let_go

        let_go(data_dir / DATABASE_NAME)
        DataEraser(data_dir).erase(found, ctx, keep_secrets=keep_secrets)

    return DataServices(
        now=tools.now,
        place=lambda: _place(data_dir),
        contents=tools.contents,
        newest_good=newest_good,
        backups=lambda: listed_backups(data_dir),
        back_up=made,
        preview=preview,
        restore=restore,
        export=export,
        ages=tools.ages,
        keep_ages=tools.keep_ages,
        older=tools.older,
        take_out=tools.take_out,
        erasing=DataEraser(data_dir).look,
        erase=erase,
    )


def _place(data_dir: Path) -> Place:
    from workspace_assistant.bootstrap.data_backup import listed_backups, places_elsewhere
    from workspace_assistant.bootstrap.data_places import database_bytes
    from workspace_assistant.core.data_keeping.place import Place

    return Place(
        data_dir=str(data_dir),
        database_bytes=database_bytes(data_dir),
        backups_bytes=sum(one.size_bytes for one in listed_backups(data_dir)),
        elsewhere=tuple(map(str, places_elsewhere(data_dir))),
    )
