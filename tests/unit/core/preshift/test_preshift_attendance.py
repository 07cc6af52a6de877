"""The job that attends: what is due, then nothing at all until the next instant."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from tests.fakes.preshift import FIRST_MORNING, FakeAlarm
from tests.fakes.shifts import FakeNow
from workspace_assistant.core.errors import DamagedStoreError, StoreUnavailableError
from workspace_assistant.core.jobs import JobCancelledError, JobContext, Progress
from workspace_assistant.core.preshift.attendance import Attendance, Round
from workspace_assistant.core.preshift.model import Attended

MINUTE = timedelta(minutes=1)


class Office:
    """Two rounds that note when they are asked."""

    def __init__(self, punctual_s: float | None = None, patient_s: float | None = None) -> None:
        self.now = FakeNow(FIRST_MORNING)
        self.alarm = FakeAlarm(self.now)
        self.asked: list[str] = []
        self.looks: list[Attended] = []
        self.ctx = JobContext(self._keep)
        self.attendance = Attendance(
            punctual=self.round("punctual", punctual_s),
            patient=self.round("patient", patient_s),
            alarm=self.alarm,
            now=self.now,
        )

    def round(self, name: str, after_s: float | None) -> Round:
        def ask(ctx: JobContext) -> datetime | None:
            ctx.checkpoint()
            self.asked.append(name)
            return None if after_s is None else self.now() + timedelta(seconds=after_s)

        return ask

    def _keep(self, progress: Progress) -> None:
        assert isinstance(progress.reading, Attended)
        self.looks.append(progress.reading)


@pytest.mark.parametrize(
    ("punctual_s", "patient_s", "next_s"),
    [
        pytest.param(None, None, 60, id="nothing in sight"),
        pytest.param(50, None, 50, id="the punctual one"),
        pytest.param(3600, 20, 20, id="the patient one"),
        pytest.param(3600, 7200, 60, id="both far away: another program may add something"),
    ],
)
def test_it_waits_for_the_first_instant_and_a_minute_at_most(
    punctual_s: float | None, patient_s: float | None, next_s: float
) -> None:
    office = Office(punctual_s, patient_s)
    assert office.attendance.attend_once(office.ctx) == FIRST_MORNING + timedelta(seconds=next_s)
    assert office.asked == ["punctual", "patient"]


def test_nothing_slow_begins_shortly_before_something_is_due() -> None:
    office = Office(punctual_s=30)
    office.attendance.attend_once(office.ctx)
    assert office.asked == ["punctual"]


def test_it_goes_on_until_it_is_cancelled() -> None:
    office = Office()
    office.alarm.until = FIRST_MORNING + 5 * MINUTE
    with pytest.raises(JobCancelledError):
        office.attendance.attend(office.ctx)
    assert [look.at for look in office.looks] == [FIRST_MORNING + n * MINUTE for n in range(5)]


def test_a_store_that_fails_is_told_once_and_asked_again() -> None:
    office = Office()

    def broken(ctx: JobContext) -> None:
        raise StoreUnavailableError("The disk is full.")

    attendance = Attendance(punctual=broken, patient=broken, alarm=office.alarm, now=office.now)
    assert attendance.attend_once(office.ctx) == FIRST_MORNING + MINUTE
    assert office.looks[0].fault == "The disk is full."


def test_a_damaged_store_is_told_as_such_once_for_all_rounds() -> None:
    office = Office()

    def damaged(ctx: JobContext) -> None:
        raise DamagedStoreError("The file is damaged.")

    attendance = replace(office.attendance, also=(damaged, damaged))
    attendance.attend_once(office.ctx)
    (look,) = office.looks
    assert (look.fault, look.is_damaged) == ("The file is damaged.", True)


def test_whatever_breaks_it_goes_on(caplog: pytest.LogCaptureFixture) -> None:
    office = Office()

    def broken(ctx: JobContext) -> None:
        raise RuntimeError("boom")

    attendance = Attendance(
        punctual=broken, patient=office.round("patient", 20), alarm=office.alarm, now=office.now
    )
    assert attendance.attend_once(office.ctx) == FIRST_MORNING + timedelta(seconds=20)
    assert "Details are in the log." in office.looks[0].fault
    assert "boom" in caplog.text


def test_other_rounds_are_asked_as_well_and_one_that_breaks_holds_up_no_other() -> None:
    office = Office()

    def broken(ctx: JobContext) -> None:
        raise StoreUnavailableError("The disk is full.")

    also = (broken, office.round("third", 40), office.round("fourth", None))
    attendance = replace(office.attendance, also=also)
    assert attendance.attend_once(office.ctx) == FIRST_MORNING + timedelta(seconds=40)
    assert office.asked == ["punctual", "patient", "third", "fourth"]
    assert office.looks[0].fault == "The disk is full."


def test_other_rounds_are_put_off_where_something_is_due_at_once() -> None:
    office = Office(punctual_s=20)
    replace(office.attendance, also=(office.round("third", None),)).attend_once(office.ctx)
    assert office.asked == ["punctual"]


def test_a_cancel_in_the_midst_of_a_look_ends_it() -> None:
    office = Office()
    office.ctx.cancel()
    with pytest.raises(JobCancelledError):
        office.attendance.attend_once(office.ctx)
    assert office.asked == []


def test_ringing_reaches_the_alarm() -> None:
    office = Office()
    office.attendance.ring()
    assert office.alarm.rings == 1
