from __future__ import annotations

from pathlib import Path

from tests.fakes import readiness_reports as reports
from tests.fakes.window import BrokenStore, WindowWorld
from workspace_assistant.core.errors import StoreUnavailableError, UserInputError
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.readiness.ports import CheckRequest
from workspace_assistant.core.readiness.profile.faults import ProfileError
from workspace_assistant.ui.readiness.jobs import (
    check_and_save,
    keep_choices,
    read_opening,
    read_profile,
    write_file,
)

CTX = JobContext(lambda _: None)
FULL = StoreUnavailableError("The disk is full. Free some space.")


def test_opening_brings_choices_profile_and_last_report() -> None:
    world = WindowWorld(reports.ready())
    world.choices = {"microphone": "jabra", "microphone_name": "Jabra"}
    opening = read_opening(world.services, CTX)
    assert opening.report == reports.ready()
    assert (opening.microphone, opening.microphone_name) == ("jabra", "Jabra")
    assert opening.profile == world.profile


def test_opening_takes_the_chosen_profile() -> None:
    world = WindowWorld()
    world.choices = {"profile": "/home/me/team.toml"}
    assert read_opening(world.services, CTX).profile.name == "Profile of team"


def test_a_chosen_profile_gone_bad_gives_way_to_the_default_and_is_told() -> None:
    world = WindowWorld()
    world.choices = {"profile": "/home/me/team.toml"}
    world.profile_error = ProfileError(("bandwidth: unknown key",))
    opening = read_opening(world.services, CTX)
    assert opening.profile == world.profile
    assert opening.profile_trouble is not None
    assert opening.profile_trouble.faults == ("bandwidth: unknown key",)


def test_an_unreadable_history_does_not_keep_the_window_shut() -> None:
    world = WindowWorld()
    world.store = BrokenStore(FULL)
    opening = read_opening(world.services, CTX)
    assert opening.report is None
    assert opening.store_trouble == str(FULL)


def test_a_missing_profile_file_is_a_fault_in_words() -> None:
    world = WindowWorld()
    world.profile_error = UserInputError("team.toml: no such file")
    answer = read_profile(world.services, Path("team.toml"), CTX)
    assert answer.profile is None
    assert answer.trouble is not None
    assert answer.trouble.faults == ("team.toml: no such file",)


def test_a_finished_check_is_saved() -> None:
    world = WindowWorld()
    finished = check_and_save(world.services.readiness, CheckRequest(profile=world.profile), CTX)
    assert world.store.reports == [finished.report]
    assert finished.not_saved == ""


def test_a_check_that_cannot_be_saved_is_still_shown() -> None:
    world = WindowWorld()
    world.store = BrokenStore(FULL)
    finished = check_and_save(world.services.readiness, CheckRequest(profile=world.profile), CTX)
    assert finished.report.checks
    assert finished.not_saved == str(FULL)


def test_a_report_that_cannot_be_written_says_why() -> None:
    world = WindowWorld()
    world.write_error = UserInputError("report.pdf: cannot be written: No space left on device")
    written = write_file(world.services, reports.ready(), Path("report.pdf"), CTX)
    assert (written.file, written.trouble) == (Path("report.pdf"), str(world.write_error))


def test_choices_on_a_full_disk_are_not_kept() -> None:
    def full(name: str, value: str) -> None:
        raise OSError(28, "No space left on device")

    world = WindowWorld()
    services = world.services
    object.__setattr__(services, "remember", full)
    assert not keep_choices(services, {"microphone": "jabra"}, CTX)
    assert keep_choices(world.services, {"microphone": "jabra"}, CTX)
    assert world.choices == {"microphone": "jabra"}
