"""What is shown, what is not, and that each has a reason in words."""

from __future__ import annotations

import pytest

from tests.fakes.preshift import FIRST_MORNING, FakeDesktop, MemoryWhyLog
from workspace_assistant.core.reminders.document import reminders_document
from workspace_assistant.core.reminders.model import Outcome, Reminder, ReminderKind
from workspace_assistant.core.reminders.ports import NotShownError
from workspace_assistant.core.reminders.service import ReminderService
from workspace_assistant.core.reminders.texts import OUTCOME_WORDS
from workspace_assistant.core.reminders.ways import NO_WAY, FirstThatShows

REMINDER = Reminder(kind=ReminderKind.READINESS, about="a", title="Title", body="One.\nTwo.")


@pytest.fixture
def desktop() -> FakeDesktop:
    return FakeDesktop()


@pytest.fixture
def log() -> MemoryWhyLog:
    return MemoryWhyLog()


@pytest.fixture
def service(desktop: FakeDesktop, log: MemoryWhyLog) -> ReminderService:
    return ReminderService(why_log=log, notifier=desktop, now=lambda: FIRST_MORNING)


def press(key: str) -> None:
    del key


def test_each_time_that_somebody_is_disturbed_counts(
    service: ReminderService, log: MemoryWhyLog
) -> None:
    for _ in range(2):
        entry = service.show(REMINDER, "news", press)
        assert (entry.outcome, entry.detail) == (Outcome.SHOWN, "One. Two.")
    assert len(log.entries) == 2


def test_what_is_tried_again_and_again_is_one_line(
    service: ReminderService, desktop: FakeDesktop, log: MemoryWhyLog
) -> None:
    desktop.trouble = "No desktop."
    for _ in range(3):
        assert service.show(REMINDER, "news", press).outcome is Outcome.FAILED
    desktop.trouble = ""
    service.show(REMINDER, "news", press)
    assert [entry.outcome for entry in log.entries] == [Outcome.FAILED, Outcome.SHOWN]


def test_the_same_said_again_is_one_line_and_something_else_is_another(
    service: ReminderService, log: MemoryWhyLog
) -> None:
    reasons = ["in-call", "in-call", "check-running", "in-call"]
    noted = [
        service.note(ReminderKind.READINESS, "a", "Title", Outcome.HELD_BACK, reason)
        for reason in reasons
    ]
    assert [entry is None for entry in noted] == [False, True, False, False]
    assert len(log.entries) == 3


def test_withdrawing_reaches_the_desktop(service: ReminderService, desktop: FakeDesktop) -> None:
    service.withdraw(ReminderKind.LINE)
    assert desktop.withdrawn == [ReminderKind.LINE]


def test_the_first_way_that_can_shows_it() -> None:
    dead, alive, spare = FakeDesktop(trouble="Dead."), FakeDesktop(), FakeDesktop()
    ways = FirstThatShows([dead, alive, spare])
    ways.show(REMINDER, press)
    ways.withdraw(REMINDER.kind)
    assert [len(one.shown) for one in (dead, alive, spare)] == [0, 1, 0]
    assert dead.withdrawn == alive.withdrawn == [REMINDER.kind]


@pytest.mark.parametrize(("ways", "why"), [([], NO_WAY), ([FakeDesktop(trouble="Dead.")], "Dead.")])
def test_without_any_way_it_says_why(ways: list[FakeDesktop], why: str) -> None:
    with pytest.raises(NotShownError, match=why):
        FirstThatShows(ways).show(REMINDER, press)


def test_the_log_as_a_document(service: ReminderService, log: MemoryWhyLog) -> None:
    service.show(REMINDER, "news", press)
    document = reminders_document(log.recent(5))
    assert document["schema"] == "workspace-assistant/reminders/1"
    assert [sorted(one) for one in document["reminders"]] == [  # type: ignore[attr-defined]
        ["about", "at", "detail", "kind", "outcome", "reason", "title"]
    ]


def test_every_outcome_has_a_word() -> None:
    assert set(OUTCOME_WORDS) == set(Outcome)
