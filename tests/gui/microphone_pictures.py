"""Pictures of the microphone page in all its states; `tests.gui.screenshots` takes them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize

from tests.fakes import microphone_page as fakes
from tests.fakes.window import WindowWorld
from workspace_assistant.core.readiness.headset.model import HeadsetFacts
from workspace_assistant.core.readiness.headset.outcome import LeakFound
from workspace_assistant.core.readiness.microphone.as_heard import CallKind
from workspace_assistant.core.readiness.microphone.model import Connection, MicrophoneDevice
from workspace_assistant.core.readiness.microphone.ports import Unavailable
from workspace_assistant.core.readiness.microphone.take import Take
from workspace_assistant.core.readiness.model import Outcome
from workspace_assistant.ui.main_window import MainWindow
from workspace_assistant.ui.microphone.page import MicrophonePage
from workspace_assistant.ui.microphone.session import MicrophoneSession
from workspace_assistant.ui.page_names import PageName

if TYPE_CHECKING:
    from tests.gui.screenshots import Studio

Act = Callable[[MainWindow, WindowWorld], None]
SIZE = QSize(1180, 760)
NARROW = QSize(640, 520)
TALL = QSize(1180, 1500)
TALL_NARROW = QSize(640, 2000)
_FIRST_SENTENCE = 0


def shoot_microphone(studio: Studio) -> None:
    """Every state, first at the usual size, then where it is narrow."""
    for name, world, act in _states(studio):
        _shoot(studio, name, world(), act, SIZE)
        _shoot(studio, f"{name}-narrow", world(), act, NARROW)
    for name, world, act in _long_pages(studio):
        _shoot(studio, f"{name}-tall", world(), act, TALL)
        _shoot(studio, f"{name}-tall-narrow", world(), act, TALL_NARROW)


def _shoot(studio: Studio, name: str, world: WindowWorld, act: Act, size: QSize) -> None:
    """The same in every color scheme: each begins with all its recordings and the first volume."""
    takes, volume_db = list(world.microphone.takes), world.microphone.volume_db

    def acted(window: MainWindow, world: WindowWorld) -> None:
        world.microphone.takes, world.microphone.volume_db = list(takes), volume_db
        act(window, world)

    studio.take(f"microphone-{name}", world, acted, size)


def page_of(window: MainWindow) -> tuple[MicrophonePage, MicrophoneSession]:
    return (window.pages.microphone, window.sessions.microphone)


def _states(studio: Studio) -> list[tuple[str, Callable[[], WindowWorld], Act]]:
    def listening(readings: int) -> Callable[[], WindowWorld]:
        def made() -> WindowWorld:
            world = WindowWorld()
            world.microphone.readings = fakes.readings()[:readings]
            return world

        return made

    def hold(window: MainWindow, world: WindowWorld) -> None:
        session = _open(studio, window)
        world.hold()
        session.record()
        studio.settle(world.microphone.reported.is_set)

    def stop(window: MainWindow, world: WindowWorld) -> None:
        hold(window, world)
        session = page_of(window)[1]
        session.cancel()
        studio.settle(lambda: session.situation.activity is None)

    def check(window: MainWindow, world: WindowWorld) -> None:
        _open(studio, window)
        world.hold()
        window.session.start_check()
        window.show_page(PageName.MICROPHONE)

    def broken() -> WindowWorld:
        world = WindowWorld()
        world.microphone.errors["take"] = RuntimeError("unforeseen")
        return world

    def nothing_connected() -> WindowWorld:
        world = WindowWorld()
        world.devices = ()
        gap = fakes.unavailable(Unavailable.NO_DEVICE).outcome.not_measured[0]
        world.microphone.facts = Outcome(not_measured=(replace(gap, id="headset"),))
        return world

    return [
        ("first", WindowWorld, _look(studio)),
        ("no-device", nothing_connected, _look(studio)),
        ("opening", listening(0), hold),
        ("quiet", listening(3), hold),
        ("speech", listening(12), hold),
        ("stopped", listening(12), stop),
        ("busy", WindowWorld, check),
        ("fault", broken, _record(studio)),
        ("good", _giving(fakes.take_of(fakes.outcome())), _record(studio)),
        ("caution", _giving(fakes.take_of(fakes.quiet_voice())), _record(studio)),
        ("poor", _giving(fakes.take_of(fakes.poor())), _record(studio)),
        ("no-voice", _giving(fakes.take_of(fakes.no_voice())), _record(studio)),
        ("unavailable", _giving(fakes.unavailable()), _record(studio)),
    ]


def _long_pages(studio: Studio) -> list[tuple[str, Callable[[], WindowWorld], Act]]:
    def numbers(window: MainWindow, world: WindowWorld) -> None:
        _record(studio)(window, world)
        page_of(window)[1].explain("no-faults")

    def raised(window: MainWindow, world: WindowWorld) -> None:
        _record(studio)(window, world)
        page, session = page_of(window)
        page._advice.controls[0].click()  # type: ignore[attr-defined]  # a button
        studio.settle(lambda: session.situation.activity is None)

    def twice(window: MainWindow, world: WindowWorld) -> None:
        raised(window, world)
        _record(studio)(window, world)
        session = page_of(window)[1]
        session.hear(CallKind.G711)
        studio.settle(lambda: session.situation.heard is not None)

    def compared(window: MainWindow, world: WindowWorld) -> None:
        session = _open(studio, window)
        world.microphone.comparison = fakes.comparison(
            (world.devices[0], fakes.poor()),
            (world.devices[1], fakes.quiet_voice(-36.0)),
            (_WEBCAM, fakes.unavailable().outcome),
        )
        session.compare()
        studio.settle(lambda: session.situation.comparison is not None)

    def leaking(window: MainWindow, world: WindowWorld) -> None:
        session = _open(studio, window)
        world.microphone.leaking = fakes.headset_facts(_TWO_DEVICES, LeakFound("", level_db=-18.4))
        session.play_tone()
        studio.settle(lambda: session.situation.activity is None)
        session.play_word()
        studio.settle(lambda: session.situation.activity is None)

    def answered(window: MainWindow, world: WindowWorld) -> None:
        session = _open(studio, window)
        session.play_tone()
        studio.settle(lambda: session.situation.activity is None)
        session.play_word()
        studio.settle(lambda: session.situation.activity is None)
        word = session.situation.word
        assert word is not None
        session.answer(word.text)

    two = _giving(fakes.take_of(fakes.quiet_voice()), fakes.take_of(fakes.outcome()))
    return [
        ("numbers", _giving(fakes.take_of(fakes.poor())), numbers),
        ("raised", two, raised),
        ("twice", two, twice),
        ("compared", WindowWorld, compared),
        ("leaking", WindowWorld, leaking),
        ("answered", WindowWorld, answered),
    ]


_WEBCAM = MicrophoneDevice(id="webcam", name="Webcam", connection=Connection.USB)
_TWO_DEVICES = HeadsetFacts(
    microphone=MicrophoneDevice(
        id="jabra", name="Jabra headset", is_default=True, connection=Connection.USB
    ),
    playback=fakes.FACTS.playback,
    same_device=False,
    others_recording=("Call program",),
)


def _giving(*takes: Take) -> Callable[[], WindowWorld]:
    def made() -> WindowWorld:
        world = WindowWorld()
        world.microphone.takes = list(takes)
        return world

    return made


def _open(studio: Studio, window: MainWindow) -> MicrophoneSession:
    window.show_page(PageName.MICROPHONE)
    session = page_of(window)[1]
    session._change(sentence_index=_FIRST_SENTENCE, word_index=0)
    studio.settle(
        lambda: session.situation.listing is not None and session.situation.headset is not None
    )
    return session


def _look(studio: Studio) -> Act:
    def act(window: MainWindow, world: WindowWorld) -> None:
        _open(studio, window)

    return act


def _record(studio: Studio) -> Act:
    def act(window: MainWindow, world: WindowWorld) -> None:
        session = _open(studio, window)
        before = session.situation.take
        session.record()
        studio.settle(
            lambda: (
                (session.situation.take is not before or bool(session.situation.fault))
                and session.situation.activity is None
            )
        )

    return act
