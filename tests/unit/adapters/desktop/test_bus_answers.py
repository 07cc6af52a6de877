"""What is made of the answers that desktops give over D-Bus."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from workspace_assistant.adapters.desktop.bus import SESSION, SYSTEM, Bus, Place
from workspace_assistant.adapters.desktop.bus_idle import MutterIdle, ScreenSaverIdle
from workspace_assistant.adapters.desktop.bus_lock import LoginLock, ScreenSaverLock

Answer = tuple[object, ...] | None


class ScriptedBus(Bus):
    """Answers by method, or by the name on the bus."""

    def __init__(self, answers: Mapping[str, Answer]) -> None:
        super().__init__(SESSION)
        self.answers = dict(answers)
        self.asked: list[str] = []

    def call(self, place: Place, method: str, signature: str = "", *arguments: object) -> Answer:
        self.asked.append(place.name)
        keys = (place.name, *(str(one) for one in arguments), method)
        return next((self.answers[key] for key in keys if key in self.answers), None)


class Stopwatch:
    def __init__(self) -> None:
        self.now_s = 100.0

    def __call__(self) -> float:
        return self.now_s


@pytest.mark.parametrize(
    ("answer", "idle_s"),
    [((61_500,), 61.5), ((0,), 0.0), (None, None), ((), None), (("a",), None), ((True,), None)],
)
def test_gnome_counts_milliseconds(answer: Answer, idle_s: float | None) -> None:
    assert MutterIdle(ScriptedBus({"GetIdletime": answer})).idle_s() == idle_s


@pytest.mark.parametrize("units_per_s", [1, 1000], ids=["seconds", "milliseconds"])
def test_a_screen_saver_counts_in_the_unit_that_it_grows_in(units_per_s: int) -> None:
    bus, watch = ScriptedBus({}), Stopwatch()
    idle = ScreenSaverIdle(bus, watch)
    told = []
    for seconds in (0, 1, 3, 8, 0, 5):
        bus.answers["GetSessionIdleTime"] = (seconds * units_per_s,)
        told.append(idle.idle_s())
        watch.now_s += 5
    assert told == [None, None, None, 8.0, 0.0, 5.0]


def test_a_screen_saver_that_always_says_zero_is_not_believed() -> None:
    watch = Stopwatch()
    idle = ScreenSaverIdle(ScriptedBus({"GetSessionIdleTime": (0,)}), watch)
    for _ in range(100):
        watch.now_s += 5
        assert idle.idle_s() is None


def test_two_answers_in_a_row_tell_no_unit() -> None:
    bus, watch = ScriptedBus({"GetSessionIdleTime": (10,)}), Stopwatch()
    idle = ScreenSaverIdle(bus, watch)
    assert idle.idle_s() is None
    watch.now_s += 0.5
    bus.answers["GetSessionIdleTime"] = (11,)
    assert idle.idle_s() is None
    bus.answers["GetSessionIdleTime"] = None
    assert idle.idle_s() is None


def test_the_screen_saver_that_answered_is_asked_first() -> None:
    bus = ScriptedBus({"org.cinnamon.ScreenSaver": (False,)})
    lock = ScreenSaverLock(bus)
    assert lock.is_locked() is False
    bus.asked.clear()
    bus.answers["org.cinnamon.ScreenSaver"] = (True,)
    assert lock.is_locked() is True
    assert bus.asked == ["org.cinnamon.ScreenSaver"]


def test_another_desktop_may_come() -> None:
    bus = ScriptedBus({"org.gnome.ScreenSaver": (False,)})
    lock = ScreenSaverLock(bus)
    assert lock.is_locked() is False
    bus.answers = {"org.mate.ScreenSaver": (True,)}
    assert lock.is_locked() is True
    bus.answers = {}
    assert lock.is_locked() is None


def login(hint: object, *, named: bool = True) -> tuple[ScriptedBus, LoginLock]:
    bus = ScriptedBus({"LockedHint": (hint,), "Display": (("(so)", ("7", "/session/_7")),)})
    bus.answers |= {"GetUser": ("/user",), "GetSession": ("/session/_3",) if named else None}
    return bus, LoginLock(bus, {"XDG_SESSION_ID": "3"} if named else {})


@pytest.mark.parametrize("named", [True, False])
def test_unlocked_is_believed_of_a_desktop_that_has_said_locked(*, named: bool) -> None:
    bus, lock = login(("b", False), named=named)
    assert lock.is_locked() is None
    bus.answers["LockedHint"] = (("b", True),)
    assert lock.is_locked() is True
    bus.answers["LockedHint"] = (("b", False),)
    assert lock.is_locked() is False


def test_a_session_that_ended_is_looked_for_again() -> None:
    bus, lock = login(("b", True))
    assert lock.is_locked() is True
    bus.answers["LockedHint"] = None
    assert lock.is_locked() is None
    bus.answers["LockedHint"] = (("b", True),)
    assert lock.is_locked() is True


@pytest.mark.parametrize(
    "display", [None, (), (("(so)", ("", "/")),), (("(so)", "odd"),), ("odd",)]
)
def test_a_user_without_a_screen_has_no_lock(display: Answer) -> None:
    bus, lock = login(("b", True), named=False)
    bus.answers["Display"] = display
    assert lock.is_locked() is None
    bus.answers["GetUser"] = None
    assert lock.is_locked() is None


def test_where_there_is_no_bus_nobody_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nonexistent/bus")
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", "/nonexistent")
    watch = Stopwatch()
    for which in (SESSION, SYSTEM):
        bus = Bus(which, watch)
        assert bus.call(Place("a.b", "/", "a.b"), "Get") is None
        assert bus.call(Place("a.b", "/", "a.b"), "Get") is None
        bus.close()


@pytest.mark.parametrize("address", ["autolaunch:", "nonsense", "tcp:host=localhost,port=1"])
def test_a_bus_by_another_way_is_none(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    assert Bus(SESSION).call(Place("a.b", "/", "a.b"), "Get") is None
