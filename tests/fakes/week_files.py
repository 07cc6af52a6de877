"""Reports of a week that nobody writes, or that are only noted."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from workspace_assistant.cli.week_tools import WeekFiles
from workspace_assistant.core.balance.report.choice import ReportChoice
from workspace_assistant.core.balance.report.subject import NamedTime, ReportSubject
from workspace_assistant.core.balance.report_pages.paper import Paper
from workspace_assistant.core.spans import Span


def _unexpected(*_: object) -> None:
    raise AssertionError("nobody asked for a file")


def _no_names(_span: Span) -> tuple[NamedTime, ...]:
    raise AssertionError("nobody asked for names")


NO_FILES = WeekFiles(names=_no_names, check=_unexpected, write=_unexpected)


@dataclass
class NotedFiles:
    """What was written, and with what in it."""

    written: list[tuple[ReportSubject, ReportChoice, Path, Paper]] = field(default_factory=list)
    checked: list[tuple[Path, str]] = field(default_factory=list)
    named: tuple[NamedTime, ...] = ()

    @property
    def tools(self) -> WeekFiles:
        return WeekFiles(names=self._names, check=self._check, write=self._write)

    def _names(self, _span: Span) -> tuple[NamedTime, ...]:
        return self.named

    def _check(self, path: Path, suffix: str) -> None:
        self.checked.append((path, suffix))

    def _write(
        self, subject: ReportSubject, choice: ReportChoice, path: Path, paper: Paper
    ) -> None:
        self.written.append((subject, choice, path, paper))
