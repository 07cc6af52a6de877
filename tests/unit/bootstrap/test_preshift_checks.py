"""The check before a shift measures against the active profile, in silence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest

from tests.fakes.clock import FakeClock
from tests.fakes.preshift import FakeCircumstances
from tests.fakes.reports import a_report
from workspace_assistant.adapters.files.choices import ChoicesFile
from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.readiness_reports import SqliteReportStore
from workspace_assistant.adapters.system.check_turn import CheckTurn
from workspace_assistant.adapters.system.guarded_job import guarded
from workspace_assistant.adapters.system.together import run_together
from workspace_assistant.bootstrap.attendance import now
from workspace_assistant.bootstrap.good_takes import noting_good_ones
from workspace_assistant.bootstrap.preshift_checks import ProfileChecks, SystemCircumstances
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.preshift.measuring import IN_CALL, HinderedError, Measuring
from workspace_assistant.core.readiness.model import CheckResult, Measurement, Outcome, Verdict
from workspace_assistant.core.readiness.ports import CheckRequest
from workspace_assistant.core.readiness.profile.faults import ProfileError
from workspace_assistant.core.readiness.profile.model import WorkplaceProfile
from workspace_assistant.core.readiness.service import ReadinessService

if TYPE_CHECKING:
    from workspace_assistant.bootstrap.good_takes import MakeTake

PROFILE = """schema = 1
name = "Test"
[microphone]
required = {microphone}
[[endpoints]]
name = "crm"
url = "https://crm.example.invalid/"
"""


class Workplace:
    """A data directory with a profile, and checks that note how they are asked."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.reports = SqliteReportStore(Database(folder / "test.sqlite3"))
        self.asked: list[CheckRequest] = []
        self.was_held: list[bool] = []
        self.measure: Callable[[JobContext], None] = lambda _: None
        self.checks = ProfileChecks(folder, self.reports, self._readiness)
        self.choose()

    def choose(self, *, microphone: bool = True) -> None:
        text = PROFILE.format(microphone=str(microphone).lower())
        (self.folder / "profile.toml").write_text(text, encoding="utf-8")

    def _readiness(self) -> ReadinessService:
        return ReadinessService(
            checks={"computer": self._measure},
            store=self.reports,
            clock=FakeClock(),
            run_together=run_together,
            app_version="1",
            turn=CheckTurn(self.folder).held,
        )

    def _measure(self, request: CheckRequest, ctx: JobContext) -> Outcome:
        self.asked.append(request)
        self.measure(ctx)
        self.was_held.append(SystemCircumstances(self.folder).is_checking())
        return Outcome(measurements=(Measurement(id="computer.x", value=1.0, unit=""),))


@pytest.fixture
def workplace(tmp_path: Path) -> Workplace:
    return Workplace(tmp_path)


def test_what_records_or_sounds_is_left_out(workplace: Workplace) -> None:
    assert workplace.checks.silent() == {"computer", "connection", "bandwidth", "endpoints"}


def test_the_profile_is_read_anew(workplace: Workplace) -> None:
    assert workplace.checks.needs_microphone()
    workplace.choose(microphone=False)
    assert not workplace.checks.needs_microphone()
    (workplace.folder / "profile.toml").write_text("schema = 9", encoding="utf-8")
    with pytest.raises(ProfileError):
        workplace.checks.silent()


@pytest.mark.parametrize("is_quick", [True, False])
def test_a_run_is_of_these_checks_alone_and_makes_no_sound(
    workplace: Workplace, *, is_quick: bool
) -> None:
    job = JobContext(lambda _: None)
    report = workplace.checks.run(frozenset({"computer"}), job, is_quick=is_quick)
    (request,) = workplace.asked
    assert (request.only, request.quick, request.play_sounds) == ({"computer"}, is_quick, False)
    assert request.profile.name == "Test"
    assert report.verdict is Verdict.READY
    assert "microphone" in report.deselected


def test_while_it_runs_others_can_tell(workplace: Workplace) -> None:
    workplace.checks.run(frozenset({"computer"}), JobContext(lambda _: None), is_quick=True)
    assert workplace.was_held == [True]
    assert not SystemCircumstances(workplace.folder).is_checking()


def test_a_call_that_begins_in_its_midst_ends_it(workplace: Workplace) -> None:
    workplace.measure = lambda ctx: ctx.wait(60)
    around = FakeCircumstances()
    around.in_call = lambda: bool(workplace.asked)  # type: ignore[method-assign] # once it measures
    measuring = Measuring(
        checks=workplace.checks,
        circumstances=around,
        guard=guarded,
        now=now,
    )
    starts_at = datetime.now(UTC) + timedelta(minutes=5)
    with pytest.raises(HinderedError, match=IN_CALL):
        measuring.run(starts_at, JobContext(lambda _: None))
    assert not SystemCircumstances(workplace.folder).is_checking()


def test_reports_are_kept_and_found(workplace: Workplace) -> None:
    first, second = a_report(1), a_report(2)
    for report in (first, second):
        workplace.checks.save(report)
    assert workplace.checks.find(first.id) == first
    assert workplace.checks.since(second.started_at) == (second,)
    assert workplace.checks.since(first.started_at) == (second, first)


def test_the_last_good_test_of_the_microphone_is_told(workplace: Workplace) -> None:
    assert workplace.checks.good_microphone_test_at() is None
    for number, verdict in enumerate((Verdict.READY, Verdict.READY, Verdict.CAUTION), 1):
        result = CheckResult(id="microphone", required=True, verdict=verdict, duration_s=1.0)
        report = a_report(number)
        workplace.checks.save(replace(report, checks=(*report.checks, result)))
    workplace.checks.save(a_report(4, Verdict.READY))  # without a microphone
    assert workplace.checks.good_microphone_test_at() == a_report(2).started_at


def a_take(verdict: Verdict) -> MakeTake:
    take = SimpleNamespace(verdict=verdict)
    return cast("MakeTake", lambda _profile, _microphone, _ctx: take)


def test_a_good_take_on_the_microphone_page_counts_as_well(workplace: Workplace) -> None:
    profile, job = WorkplaceProfile(name="test"), JobContext(lambda _: None)
    for verdict in (Verdict.CAUTION, Verdict.NOT_READY, Verdict.NOT_TESTED):
        noting_good_ones(workplace.folder, a_take(verdict))(profile, "", job)
    assert workplace.checks.good_microphone_test_at() is None
    before = datetime.now(UTC)
    noting_good_ones(workplace.folder, a_take(Verdict.READY))(profile, "", job)
    good_at = workplace.checks.good_microphone_test_at()
    assert good_at is not None
    assert before <= good_at <= datetime.now(UTC)


@pytest.mark.parametrize("kept", ["", "soon", "2026-11-23T08:00:00"])
def test_a_note_that_cannot_be_read_counts_as_none(workplace: Workplace, kept: str) -> None:
    ChoicesFile(workplace.folder).remember("microphone.good_at", kept)
    assert workplace.checks.good_microphone_test_at() is None


def test_a_take_counts_although_it_cannot_be_noted(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    take = noting_good_ones(tmp_path / "file", a_take(Verdict.READY))
    assert (
        take(WorkplaceProfile(name="test"), "", JobContext(lambda _: None)).verdict is Verdict.READY
    )


def test_where_nothing_tells_of_calls_and_networks_that_is_unknown(
    workplace: Workplace, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", f"unix:path={tmp_path}/none")
    around = SystemCircumstances(workplace.folder)
    assert around.in_call() is None
    assert around.is_metered() is None
