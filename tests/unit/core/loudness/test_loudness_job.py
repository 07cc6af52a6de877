"""When a level of a call is taken, and what becomes of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from tests.fakes.loudness import (
    AT,
    HEADSET,
    HeardFrom,
    MemoryLoudnessStore,
    ScriptedMicrophone,
    SteppedTime,
    sound,
    talk,
)
from tests.fakes.sounds import silence
from workspace_assistant.core.errors import StoreUnavailableError
from workspace_assistant.core.jobs import JobCancelledError, JobContext, Progress
from workspace_assistant.core.loudness.attending import EVERY_S, FIRST_AFTER_S, TAKE_S, LoudnessJob
from workspace_assistant.core.loudness.model import CallLevel, Taken, WhyNot
from workspace_assistant.core.loudness.ports import NoTakeError

ASKED_EVERY_S = 20.0
DAY_S = 86_400.0


class FullStore(MemoryLoudnessStore):
    def put(self, level: CallLevel) -> None:
        raise StoreUnavailableError("the disk is full")


@dataclass
class Desk:
    microphone: ScriptedMicrophone = field(
        default_factory=lambda: ScriptedMicrophone(sound(talk()))
    )
    store: MemoryLoudnessStore = field(default_factory=MemoryLoudnessStore)
    time: SteppedTime = field(default_factory=SteppedTime)
    is_on: bool = True
    told: list[Taken] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.job = LoudnessJob(
            is_on=lambda: self.is_on,
            microphone=self.microphone,
            detector=None,
            store=self.store,
            alarm=self.time,
            now=self.time.now,
            steady_s=self.time.steady_s,
        )

    def call(self, length_s: float) -> None:
        """The watch over breaks asks every 20 seconds, and then once more."""
        for _ in range(round(length_s / ASKED_EVERY_S)):
            self.step(0 if not self.time.steps else ASKED_EVERY_S, lambda: self.job.hear(True))
        self.step(ASKED_EVERY_S, lambda: self.job.hear(False))

    def step(self, after_s: float, happens: Callable[[], None]) -> None:
        self.time.steps.append((after_s, happens))

    def run(self) -> None:
        ctx = JobContext(self._note)
        with pytest.raises(JobCancelledError):
            self.job.run(ctx)

    def _note(self, progress: Progress) -> None:
        assert isinstance(progress.reading, Taken)
        self.told.append(progress.reading)


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_a_call_has_a_level_each_three_minutes(desk: Desk) -> None:
    desk.call(8 * 60)
    desk.run()
    assert desk.microphone.lengths_s == [TAKE_S] * 3
    first, second, third = (one.at for one in desk.store.kept)
    assert (first - AT).total_seconds() == FIRST_AFTER_S
    assert (second - first).total_seconds() == (third - second).total_seconds() == EVERY_S
    assert [one.level for one in desk.told] == desk.store.kept
    assert desk.store.kept[0].microphone == HEADSET


def test_outside_of_calls_nobody_wakes_up(desk: Desk) -> None:
    desk.step(3 * 3600, lambda: desk.job.hear(False))
    desk.step(3600, lambda: desk.job.hear(None))
    desk.run()
    assert desk.time.waits_s == [DAY_S] * 3
    assert desk.time.rings == 0
    assert desk.told == []


def test_a_short_call_and_one_that_follows_soon_have_no_level_of_their_own(desk: Desk) -> None:
    desk.call(20)
    desk.call(60)
    desk.call(60)
    desk.run()
    assert len(desk.store.kept) == 1


def test_a_take_due_a_moment_before_the_alarm_is_waited_for(desk: Desk) -> None:
    desk.step(0, lambda: desk.job.hear(True))
    desk.step(FIRST_AFTER_S / 2, lambda: desk.job.hear(True))  # the alarm may return earlier
    desk.run()
    assert desk.time.waits_s == [DAY_S, FIRST_AFTER_S, FIRST_AFTER_S / 2]
    assert desk.told == []


def test_who_asks_no_more_knows_of_no_call(desk: Desk) -> None:
    """A shift ended in a call, so that nobody looks for its end."""
    desk.step(0, lambda: desk.job.hear(True))
    desk.step(FIRST_AFTER_S + 1, lambda: None)
    desk.step(3 * EVERY_S, lambda: desk.job.hear(True))
    desk.step(FIRST_AFTER_S + 1, lambda: None)
    desk.run()
    times_s = [(one.at - AT).total_seconds() for one in desk.store.kept]
    assert times_s == [FIRST_AFTER_S, 3 * EVERY_S + FIRST_AFTER_S + 1 + FIRST_AFTER_S]


def test_while_it_is_off_nothing_is_heard_and_it_may_be_turned_on_in_a_call(desk: Desk) -> None:
    desk.is_on = False
    desk.call(100)

    def turn_on() -> None:
        desk.is_on = True

    desk.time.steps.insert(4, (0, turn_on))
    desk.call(300)
    desk.run()
    assert desk.told[0] == Taken()
    assert len(desk.microphone.lengths_s) == len(desk.store.kept) == len(desk.told) - 1 > 0


def test_why_there_is_no_level_is_told_and_nothing_is_kept(desk: Desk) -> None:
    desk.job.detector = HeardFrom(1.5)
    for heard, why in (
        (NoTakeError(WhyNot.MUTED), WhyNot.MUTED),
        (NoTakeError(WhyNot.TAKE_FAILED, "unplugged"), WhyNot.TAKE_FAILED),
        (sound(silence(4, 16_000)), WhyNot.TOO_LITTLE_SPEECH),
        (sound(talk()[:40_000]), WhyNot.TOO_LITTLE_SPEECH),
        (sound(talk(-40, noise_dbov=-49)), WhyNot.TOO_MUCH_NOISE),
    ):
        desk.microphone.heard = heard
        desk.call(200)
        desk.run()
        assert desk.told[-1] == Taken(why=why)
    assert desk.store.kept == []
    assert str(NoTakeError(WhyNot.TAKE_FAILED, "unplugged")) == "take-failed: unplugged"


def test_a_full_disk_ends_nothing(desk: Desk) -> None:
    desk.job.store = FullStore()
    desk.call(300)
    desk.run()
    assert desk.told == [Taken(why=WhyNot.NOT_KEPT)] * 2
