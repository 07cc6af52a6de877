"""A person's data for the window: nothing on the disk, everything in the hands of a test."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.fakes.publishing import a_wifi_report
from workspace_assistant.core.data_keeping.erasing import Erasing
from workspace_assistant.core.data_keeping.model import (
    Backup,
    BackupReason,
    Contents,
    DataKind,
    Difference,
    KindCount,
    Manifest,
    Preview,
)
from workspace_assistant.core.data_keeping.place import Place
from workspace_assistant.core.data_keeping.retention import FOREVER, TIMED
from workspace_assistant.core.errors import DamagedStoreError
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.publishing.model import (
    Consent,
    Delivery,
    Group,
    Standing,
    Status,
    Tally,
)
from workspace_assistant.core.publishing.model import Preview as PublishingPreview
from workspace_assistant.core.publishing.payload import Sender, report_drafts
from workspace_assistant.ui.feature_services import DataServices, PublishingServices

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
_FOLDER = "/home/you/.local/share/workspace-assistant"
_LIMIT_S = 10.0
_ROWS = {
    DataKind.CHECKS: 212,
    DataKind.BLOCKS: 1840,
    DataKind.BLOCK_CHANGES: 5214,
    DataKind.SHIFTS: 246,
    DataKind.CALENDARS: 2,
    DataKind.DAYS_OFF: 31,
    DataKind.BREAKS: 2318,
    DataKind.ACTIVITY: 9120,
    DataKind.CHECK_INS: 180,
    DataKind.HARD_CONTACTS: 41,
    DataKind.SELF_CHECKS: 1,
    DataKind.LINE_EVENTS: 96,
    DataKind.LINE_MINUTES: 104_220,
    DataKind.TIPS: 63,
    DataKind.REMINDERS: 977,
}


def some_contents() -> Contents:
    counts = tuple(
        KindCount(
            kind=kind,
            rows=_ROWS.get(kind, 0),
            earliest_at=NOW - timedelta(days=370) if kind in _ROWS else None,
            latest_at=NOW if kind in _ROWS else None,
        )
        for kind in DataKind
    )
    return Contents(format=13, tables={}, kinds=counts)


def a_backup(days_ago: int, reason: BackupReason = BackupReason.AUTOMATIC) -> Backup:
    at = NOW - timedelta(days=days_ago, hours=1)
    manifest = Manifest(
        made_at=at, reason=reason, app_version="0.1.0", contents=some_contents(), files={}
    )
    name = f"{at:%Y-%m-%dT%H%M%S}.000Z-{reason.value}.zip"
    return Backup(
        path=f"{_FOLDER}/backups/{name}",
        made_at=at,
        reason=reason,
        size_bytes=4_180_000 + 1000 * days_ago,
        manifest=manifest,
    )


class DataWorld:
    """What the page finds; acts are noted in `acts` and wait at `gate`."""

    def __init__(self) -> None:
        self.contents = some_contents()
        self.is_damaged = False
        self.newest = a_backup(1)
        self.backups: list[Backup] = [
            a_backup(0),
            a_backup(1),
            a_backup(2, BackupReason.BY_HAND),
            replace(a_backup(3), manifest=None),
            a_backup(4, BackupReason.BEFORE_RESTORE),
            replace(a_backup(9, BackupReason.BEFORE_UPDATE), manifest=None),
            a_backup(13),
        ]
        self.elsewhere: tuple[str, ...] = ("/media/stick/work.zip",)
        self.ages: dict[DataKind, str] = dict.fromkeys(TIMED, FOREVER)
        self.rows_older = 1240
        self.acts: list[str] = []
        self.trouble: Exception | None = None
        self.gate = threading.Event()
        self.gate.set()
        self.status = Status(consent=None, standing=Standing(), tally=Tally())
        self.has_report = True

    def publish(self, standing: Standing | None = None, tally: Tally | None = None) -> None:
        """As if the person had agreed."""
        consent = Consent(
            url="https://collector.example.com:4318",
            groups=frozenset({Group.VERDICTS, Group.NUMBERS, Group.FINDINGS}),
            has_token=True,
            instance_id="6f1a36a0-5d0a-4b8e-9f5e-000000000000",
            given_at=NOW - timedelta(days=20),
        )
        some = Tally(waiting=0, sent=84, last_sent_at=NOW - timedelta(hours=1))
        self.status = Status(consent=consent, standing=standing or Standing(), tally=tally or some)

    @property
    def services(self) -> DataServices:
        return DataServices(
            now=lambda: NOW,
            place=lambda: Place(
                data_dir=_FOLDER,
                database_bytes=18_400_000,
                backups_bytes=sum(one.size_bytes for one in self.backups),
                elsewhere=self.elsewhere,
            ),
            contents=self._contents,
            newest_good=lambda: Path(self.newest.path).name if self.backups else "",
            backups=lambda: tuple(self.backups),
            back_up=self._back_up,
            preview=self._preview,
            restore=self._restore,
            export=self._export,
            ages=lambda: dict(self.ages),
            keep_ages=self._keep,
            older=lambda before: dict.fromkeys(before, self.rows_older),
            take_out=self._take_out,
            erasing=self.erasing,
            erase=lambda found, ctx, keep: self._note(f"erase {keep}", ctx),
        )

    @property
    def publishing_services(self) -> PublishingServices:
        return PublishingServices(
            status=lambda: self.status,
            preview=self._payload,
            agree=self._agree,
            withdraw=self._withdraw,
            send=self._send,
        )

    def erasing(self) -> Erasing:
        return Erasing(
            data_dir=_FOLDER,
            files=("workspace-assistant.sqlite3", "backups/", "profile.toml", "log.txt"),
            rows=124_561,
            backups=tuple(Path(one.path).name for one in self.backups),
            elsewhere=self.elsewhere,
            secrets=("calendar:3f2a", "collector:collector.example.com:4318"),
            starts_by_itself=True,
        )

    def preview_of(self, path: str) -> Preview:
        lost = Difference(kind=DataKind.BLOCKS, rows=1840, rows_then=1822, lost=18, changed=2)
        changed = Difference(kind=DataKind.SHIFTS, rows=246, rows_then=246, lost=0, changed=3)
        gone = Difference(kind=DataKind.BREAKS, rows=2318, rows_then=2290, lost=28, changed=0)
        return Preview(
            path=path,
            made_at=self.newest.made_at,
            app_version="0.1.0",
            format_then=13,
            contents=some_contents(),
            differences=() if self.is_damaged else (lost, changed, gone),
            damage="broken" if self.is_damaged else "",
            files={"settings.toml": True, "profile.toml": False},
        )

    def _contents(self) -> Contents:
        if self.is_damaged:
            raise DamagedStoreError("The file is damaged.")
        return self.contents

    def _note(self, act: str, ctx: JobContext | None = None) -> None:
        self.acts.append(act)
        waited_s = 0.0
        while not self.gate.is_set() and waited_s < _LIMIT_S:
            if ctx is None:
                self.gate.wait(0.01)
            else:
                ctx.wait(0.01)
            waited_s += 0.01
        if self.trouble is not None:
            raise self.trouble

    def _back_up(self, target: Path | None, ctx: JobContext) -> Backup:
        self._note(f"back up {target}", ctx)
        made = replace(a_backup(0, BackupReason.BY_HAND), made_at=NOW)
        self.backups.insert(0, made)
        return made

    def _preview(self, path: Path) -> Preview:
        self._note(f"look {path.name}")
        return self.preview_of(str(path))

    def _restore(self, path: Path) -> tuple[Backup | None, Path | None]:
        self._note(f"restore {path.name}")
        if self.is_damaged:
            self.is_damaged = False
            return None, Path(_FOLDER) / "workspace-assistant.sqlite3.damaged-2026"
        safety = a_backup(0, BackupReason.BEFORE_RESTORE)
        return safety, None

    def _export(self, target: Path, ctx: JobContext) -> tuple[str, ...]:
        self._note(f"export {target.name}", ctx)
        return ("README.txt", "focus.json")

    def _keep(self, ages: Mapping[DataKind, str]) -> None:
        self._note(f"keep {ages}")
        self.ages.update(ages)

    def _take_out(self, before: Mapping[DataKind, datetime]) -> Mapping[DataKind, int]:
        return dict.fromkeys(before, self.rows_older)

    def _payload(self, groups: frozenset[Group] | None) -> PublishingPreview:
        self._note("payload")
        consent = self.status.consent
        chosen = groups or (consent.groups if consent else frozenset(Group))
        sender = Sender(app_version="0.1.0", instance_id="00000000-0000", groups=chosen)
        drafts = report_drafts(a_wifi_report(1), sender) if self.has_report else ()
        return PublishingPreview(
            groups=chosen, drafts=drafts, has_report=bool(drafts), has_week=False
        )

    def _agree(
        self, url: str, groups: frozenset[Group], token: str, ctx: JobContext
    ) -> tuple[Consent, int]:
        self._note(f"agree {url} {token}", ctx)
        consent = Consent(
            url=url, groups=groups, has_token=bool(token), instance_id="1", given_at=NOW
        )
        self.status = Status(consent=consent, standing=Standing(), tally=Tally())
        return consent, 0

    def _withdraw(self, ctx: JobContext) -> int:
        self.status = Status(consent=None, standing=Standing(), tally=Tally())
        self._note("withdraw", ctx)
        return 0

    def _send(self, ctx: JobContext) -> Delivery:
        self._note("send", ctx)
        return Delivery(sent=2)
