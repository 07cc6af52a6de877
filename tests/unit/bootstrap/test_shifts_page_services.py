"""What the window is given for shifts, on a data directory of its own."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path
from queue import Queue

import pytest

from tests.fakes.preshift import FakeDesktop
from workspace_assistant.bootstrap.attendance import plain_words
from workspace_assistant.bootstrap.attending import TrayChoice, WindowAttendance
from workspace_assistant.bootstrap.calendar_file import read_calendar_file
from workspace_assistant.bootstrap.focus import focus_tools
from workspace_assistant.bootstrap.readiness import readiness_service
from workspace_assistant.bootstrap.shifts_page import shift_services
from workspace_assistant.core.errors import UserInputError
from workspace_assistant.core.focus.errors import FocusError
from workspace_assistant.core.jobs import JobCancelledError, JobContext, Progress
from workspace_assistant.core.preshift.model import Attended, PreshiftSettings

LIMIT_S = 10.0


def test_a_new_directory_has_no_shifts_and_the_usual_settings(tmp_path: Path) -> None:
    services = shift_services(tmp_path, lambda: None)
    assert services.shifts.outlook().following is None
    assert services.shifts.sources.views() == ()
    assert services.why_log(10) == ()
    assert services.settings() == PreshiftSettings()


def test_settings_are_kept(tmp_path: Path) -> None:
    services = shift_services(tmp_path, lambda: None)
    services.change_settings(replace(services.settings(), first_s=1200.0))
    assert shift_services(tmp_path, lambda: None).settings().first_s == 1200.0


def test_settings_that_cannot_be_kept_are_told_of(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"")
    services = shift_services(file, lambda: None)  # where a directory is needed
    with pytest.raises(UserInputError):
        services.change_settings(PreshiftSettings())


def test_how_long_idle_is_is_one_choice_for_all_programs(tmp_path: Path) -> None:
    services = shift_services(tmp_path, lambda: None)
    assert services.idle_s() == 300.0
    services.keep_idle_s(600.0)
    assert services.idle_s() == 600.0
    assert focus_tools(tmp_path).idle_s() == 600.0
    with pytest.raises(FocusError):
        services.keep_idle_s(5.0)


def test_a_calendar_file_is_read_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "work.ics"
    file.write_bytes(b"BEGIN:VCALENDAR\r\n")
    assert read_calendar_file(file) == b"BEGIN:VCALENDAR\r\n"
    with pytest.raises(UserInputError, match=r"none\.ics"):
        read_calendar_file(tmp_path / "none.ics")


def test_the_choice_about_the_panel_is_kept(tmp_path: Path) -> None:
    choice = TrayChoice(tmp_path)
    assert choice.keeps()
    choice.keep(False)
    assert not TrayChoice(tmp_path).keeps()
    choice.keep(True)
    assert TrayChoice(tmp_path).keeps()


def test_the_job_attends_again_as_soon_as_something_changed(tmp_path: Path) -> None:
    attendance = WindowAttendance(tmp_path, readiness_service(tmp_path))
    attendance.ring()  # nobody attends yet: that is no fault
    looks: Queue[Attended] = Queue()

    def note(progress: Progress) -> None:
        if isinstance(progress.reading, Attended):
            looks.put(progress.reading)

    ctx = JobContext(note)
    ends: list[type[BaseException]] = []

    def run() -> None:
        try:
            attendance.attend(FakeDesktop(), plain_words(tmp_path), ctx)
        except JobCancelledError as error:
            ends.append(type(error))

    thread = threading.Thread(target=run)
    thread.start()
    first = looks.get(timeout=LIMIT_S)
    attendance.ring()
    again = looks.get(timeout=LIMIT_S)
    ctx.cancel()
    thread.join(LIMIT_S)
    assert first.fault == again.fault == ""
    assert first.at < again.at < first.next_at
    assert ends == [JobCancelledError]
