"""Notifications over a real bus, to a stand-in for the desktop's service, which also dies."""

from __future__ import annotations

import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, SimpleQueue

import pytest

from tests.lab.desktop import PrivateBus, missing_tools
from workspace_assistant.adapters.desktop.notifications import (
    NO_ANSWER,
    NO_BUS,
    NO_SERVICE,
    BusNotifier,
)
from workspace_assistant.core.jobs import JobCancelledError, JobContext
from workspace_assistant.core.reminders.model import Action, Reminder, ReminderKind
from workspace_assistant.core.reminders.ports import NotShownError

_REASON = missing_tools("dbus-daemon", "gdbus")
pytestmark = [pytest.mark.lab, pytest.mark.skipif(bool(_REASON), reason=_REASON or "complete")]

NAME, PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
MOCK = "org.freedesktop.DBus.Mock"
RICH = "body body-markup actions"
BUTTONS = (Action(key="check-now", label="Check now"), Action(key="later", label="Later"))
LATE_S = 10.0


class Desktop(PrivateBus):
    """A session with a notification service."""

    def service(self, abilities: str = RICH) -> subprocess.Popen[bytes]:
        parameters = f'{{"capabilities": "{abilities}"}}'
        arguments = ("--template", "notification_daemon", "--parameters", parameters)
        return self.stand_in(*arguments, name=NAME, path=PATH)

    def notified(self) -> str:
        return self.call(NAME, PATH, f"{MOCK}.GetMethodCalls", "Notify")

    def closed(self) -> str:
        return self.call(NAME, PATH, f"{MOCK}.GetMethodCalls", "CloseNotification")

    def signals(self, member: str, kinds: str, *arguments: str) -> None:
        self.call(NAME, PATH, f"{MOCK}.EmitSignal", NAME, member, kinds, f"[{','.join(arguments)}]")

    def presses(self, number: int, key: str) -> None:
        self.signals("ActionInvoked", "us", f"<uint32 {number}>", f"<'{key}'>")

    def forges(self, number: int, key: str) -> None:
        """A program that is not the service says that a button was pressed."""
        command = ["gdbus", "emit", "--address", self.address, "--object-path", PATH]
        command += ["--signal", f"{NAME}.ActionInvoked", f"uint32 {number}", f"'{key}'"]
        subprocess.run(command, check=True)

    def closes(self, number: int) -> None:
        self.signals("NotificationClosed", "uu", f"<uint32 {number}>", "<uint32 2>")


@pytest.fixture
def desktop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desktop]:
    one = Desktop(tmp_path)
    one.start()
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", one.address)
    try:
        yield one
    finally:
        one.stop()


class Shared:
    """What the programs of one data directory keep. Implements `Kept`."""

    def __init__(self) -> None:
        self.texts: dict[str, str] = {}

    def recall(self, name: str, /) -> str:
        return self.texts.get(name, "")

    def remember(self, name: str, value: str, /) -> None:
        self.texts[name] = value


@contextmanager
def a_program(kept: Shared) -> Iterator[BusNotifier]:
    """One that ends, such as what the system's timer starts."""
    one = BusNotifier(kept=kept)
    yield one
    one.close()


@pytest.fixture
def notifier() -> Iterator[BusNotifier]:
    one = BusNotifier(icon="file:///icon.svg")
    yield one
    one.close()


def reminder(kind: ReminderKind = ReminderKind.READINESS, body: str = "Loss 8 %") -> Reminder:
    return Reminder(kind=kind, about="s", title="Not ready", body=body, actions=BUTTONS)


def nothing(key: str) -> None:
    raise AssertionError(key)


def next_of(keys: SimpleQueue[str]) -> str:
    return keys.get(timeout=LATE_S)


def test_it_is_shown_with_its_buttons_at_normal_urgency(
    desktop: Desktop, notifier: BusNotifier
) -> None:
    desktop.service()
    notifier.show(reminder(body="a <b>bold</b> & name"), nothing)
    told = desktop.notified()
    assert "<'Workspace Assistant'>, <uint32 0>, <'file:///icon.svg'>, <'Not ready'>" in told
    assert "a &lt;b&gt;bold&lt;/b&gt; &amp; name" in told
    assert "['check-now', 'Check now', 'later', 'Later', 'default', '']" in told
    assert "'urgency': <byte 0x01>" in told
    assert "'desktop-entry': <'workspace-assistant'>" in told


def test_a_service_without_buttons_and_markup_gets_neither(
    desktop: Desktop, notifier: BusNotifier
) -> None:
    desktop.service("body")
    notifier.show(reminder(body="1 < 2"), nothing)
    told = desktop.notified()
    assert "1 < 2" in told
    assert "check-now" not in told
    assert "default" not in told


def test_a_button_comes_back_once_and_to_its_own_notification(
    desktop: Desktop, notifier: BusNotifier
) -> None:
    desktop.service()
    keys: SimpleQueue[str] = SimpleQueue()
    others: SimpleQueue[str] = SimpleQueue()
    notifier.show(reminder(), keys.put)
    notifier.show(reminder(ReminderKind.SHIFT_CHANGED), others.put)
    desktop.presses(7, "check-now")  # of another program
    desktop.forges(1, "check-now")
    desktop.presses(1, "later")
    assert next_of(keys) == "later"
    desktop.closes(1)
    desktop.presses(1, "check-now")  # the number is another program's by now
    desktop.presses(2, "default")
    assert next_of(others) == "default"
    with pytest.raises(Empty):
        keys.get_nowait()


def test_one_of_a_kind_is_replaced_until_it_is_closed(
    desktop: Desktop, notifier: BusNotifier
) -> None:
    desktop.service()
    keys: SimpleQueue[str] = SimpleQueue()
    notifier.show(reminder(), nothing)
    notifier.show(reminder(body="Loss 12 %"), keys.put)
    assert "<uint32 1>" in desktop.notified()
    desktop.presses(1, "later")
    assert next_of(keys) == "later"
    notifier.withdraw(ReminderKind.READINESS)
    assert "[<1>]" in desktop.closed()
    notifier.withdraw(ReminderKind.READINESS)
    notifier.show(reminder(), nothing)
    assert desktop.notified().count("<'Workspace Assistant'>, <uint32 0>") == 2


def test_an_action_may_show_something_in_turn(desktop: Desktop, notifier: BusNotifier) -> None:
    desktop.service()
    keys: SimpleQueue[str] = SimpleQueue()

    def answer(key: str) -> None:
        notifier.show(reminder(ReminderKind.READINESS_RECOVERED), nothing)
        keys.put(key)

    notifier.show(reminder(), answer)
    desktop.presses(1, "check-now")
    assert next_of(keys) == "check-now"
    assert desktop.notified().count("Workspace Assistant") == 2


def test_a_service_that_dies_is_told_and_found_again(
    desktop: Desktop, notifier: BusNotifier
) -> None:
    service = desktop.service()
    notifier.show(reminder(), nothing)
    service.kill()
    service.wait()
    with pytest.raises(NotShownError, match=NO_SERVICE):
        notifier.show(reminder(), nothing)
    desktop.service()
    keys: SimpleQueue[str] = SimpleQueue()
    notifier.show(reminder(), keys.put)
    assert "<'Workspace Assistant'>, <uint32 0>" in desktop.notified()  # not the old one's number
    desktop.presses(1, "later")
    assert next_of(keys) == "later"


def test_a_service_that_cannot_be_started_is_none(desktop: Desktop, notifier: BusNotifier) -> None:
    desktop.stop()
    desktop.services.mkdir()
    service = f"[D-BUS Service]\nName={NAME}\nExec=/bin/false\n"
    (desktop.services / "broken.service").write_text(service)
    desktop.start()
    with pytest.raises(NotShownError, match=NO_SERVICE):
        notifier.show(reminder(), nothing)


def test_a_bus_that_is_restarted_is_found_again(desktop: Desktop, notifier: BusNotifier) -> None:
    desktop.service()
    notifier.show(reminder(), nothing)
    desktop.stop()
    with pytest.raises(NotShownError, match=NO_BUS):
        notifier.show(reminder(), nothing)
    notifier.withdraw(ReminderKind.READINESS)
    desktop.start()
    desktop.service()
    notifier.show(reminder(), nothing)
    assert desktop.notified().count("Workspace Assistant") == 1


def test_a_service_that_hangs_is_given_up_and_does_not_hold_the_next(desktop: Desktop) -> None:
    desktop.service()
    notifier = BusNotifier(answer_s=0.3)
    hang = ("GetCapabilities", "", "as", "import time; time.sleep(2); ret = ['body']")
    desktop.call(NAME, PATH, f"{MOCK}.AddMethod", NAME, *hang)
    begun_s = time.monotonic()
    with pytest.raises(NotShownError, match=NO_ANSWER):
        notifier.show(reminder(), nothing)
    assert time.monotonic() - begun_s < 1.5
    notifier.close()


def test_a_program_that_would_end_waits_for_the_answer(
    desktop: Desktop, notifier: BusNotifier
) -> None:
    desktop.service()
    ctx = JobContext(lambda _: None)
    notifier.listen(LATE_S, ctx)  # nothing is shown: nothing to wait for
    keys: list[str] = []

    def answer(key: str) -> None:
        time.sleep(0.3)
        keys.append(key)

    notifier.show(reminder(), answer)
    threading.Timer(0.3, desktop.presses, (1, "later")).start()
    begun_s = time.monotonic()
    notifier.listen(LATE_S, ctx)
    assert time.monotonic() - begun_s < LATE_S - 1
    assert keys == ["later"]  # received in full, though the service has not closed it yet
    notifier.show(reminder(), nothing)
    threading.Timer(0.3, desktop.closes, (1,)).start()
    notifier.listen(LATE_S, ctx)
    notifier.show(reminder(), nothing)
    notifier.listen(0.3, ctx)
    notifier.show(reminder(), nothing)
    ctx.cancel()
    with pytest.raises(JobCancelledError):
        notifier.listen(LATE_S, ctx)
    notifier.show(reminder(), nothing)
    desktop.stop()
    notifier.listen(LATE_S, JobContext(lambda _: None))


def test_a_program_replaces_and_withdraws_what_another_has_shown(desktop: Desktop) -> None:
    desktop.service()
    kept = Shared()
    with a_program(kept) as first:
        first.show(reminder(), nothing)
    with a_program(kept) as second:
        second.show(reminder(body="Loss 12 %"), nothing)
    assert "<'Workspace Assistant'>, <uint32 1>" in desktop.notified()
    with a_program(kept) as third:
        third.withdraw(ReminderKind.SHIFT_CHANGED)
        third.withdraw(ReminderKind.READINESS)
        third.withdraw(ReminderKind.READINESS)
        assert desktop.closed().count("[<1>]") == 1
        third.show(reminder(), nothing)
    assert desktop.notified().count("<'Workspace Assistant'>, <uint32 0>") == 2


def test_what_another_service_has_shown_is_left_alone(desktop: Desktop) -> None:
    service = desktop.service()
    kept = Shared()
    with a_program(kept) as first:
        first.show(reminder(), nothing)
    number, bus, server = kept.texts["readiness"].split()
    service.kill()
    service.wait()
    desktop.service()
    with a_program(kept) as second:
        second.withdraw(ReminderKind.READINESS)
        assert "[<1>]" not in desktop.closed()
        second.show(reminder(), nothing)
        name = kept.texts["readiness"].split()[2]
        assert name != server
        kept.texts["readiness"] = f"{number} another-bus {name}"  # a name of an earlier login
    with a_program(kept) as third:
        third.show(reminder(), nothing)
    assert desktop.notified().count("<'Workspace Assistant'>, <uint32 0>") == 2
    assert kept.texts["readiness"].split()[1] == bus


def test_buttons_that_nobody_hears_any_more_are_taken_off(
    desktop: Desktop, notifier: BusNotifier
) -> None:
    desktop.service()
    notifier.show(reminder(), nothing)
    notifier.listen(0.1, JobContext(lambda _: None))
    told = desktop.notified()
    assert told.count("'check-now'") == 1
    assert told.count("'default'") == 1
    assert told.count("<'Workspace Assistant'>, <uint32 1>") == 1
    assert told.count("'suppress-sound': <true>") == 1
    notifier.listen(0.1, JobContext(lambda _: None))  # nothing is left to be taken off
    assert desktop.notified() == told
