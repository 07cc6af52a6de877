"""Pictures of the self-check in all its states: ``python -m tests.gui.ergonomics_pictures FOLDER``.

The options are those of `tests.gui.screenshots`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from tests.fakes.ergonomics import BAD, EXAMPLE, GOOD, ErgonomicsDesk, without
from tests.gui.ergonomics_visit import ErgonomicsHost
from tests.gui.part_pictures import Photographer, Sitting, run
from workspace_assistant.core.ergonomics.model import Band, Duration, Origin, Sheet, Timed
from workspace_assistant.ui.ergonomics.walk import STEPS

LOGGED = {
    Timed.CHAIR: Duration(
        band=Band.LONG,
        origin=Origin.LOGGED,
        basis="From your log: 7.5 h at the computer on a usual day, up to 95 min in one go.",
    ),
    Timed.MONITOR: Duration(
        band=Band.LONG,
        origin=Origin.LOGGED,
        basis="From your log: 7.5 h at the computer on a usual day, up to 95 min in one go.",
    ),
    Timed.PHONE: Duration(
        band=None,
        origin=Origin.LOGGED,
        basis="Not in your log: this computer does not tell when a call goes on.",
    ),
}


def begin(sitting: Sitting, host: ErgonomicsHost, workplace: str = "home") -> None:
    host.session.begin(workplace)
    sitting.settle()


def answer(host: ErgonomicsHost, sheet: Sheet, until: str = "") -> None:
    """Every step as in *sheet*, up to the step with that id."""
    session = host.session
    for step in STEPS:
        if step.id == until:
            break
        for one in step.questions:
            for option in sheet.answers.get(one.id, ()):
                session.pick(one.id, option)
        if step.question is None:
            for what, duration in sheet.durations.items():
                if duration.band is not None:
                    session.time(what, duration.band)
        session.forward()


Act = Callable[[Sitting, ErgonomicsHost], None]


def checked(*sheets: Sheet, workplace: str = "home", days: float = 40) -> ErgonomicsDesk:
    desk = ErgonomicsDesk(logged=LOGGED)
    service = desk.service()
    for number, sheet in enumerate(sheets):
        if number:
            desk.wait(days)
        service.keep(service.assess(workplace, sheet))
    return desk


def several() -> ErgonomicsDesk:
    desk = checked(BAD, EXAMPLE)
    service = desk.service()
    service.keep(service.assess("office", GOOD))
    service.keep(service.assess("Library", without(EXAMPLE, "mouse-grip")))
    desk.wait(20)
    service.mark_changed("home")
    return desk


def at(step: str) -> Act:
    def act(sitting: Sitting, host: ErgonomicsHost) -> None:
        begin(sitting, host)
        answer(host, EXAMPLE, step)

    return act


def chosen(step: str) -> Act:
    def act(sitting: Sitting, host: ErgonomicsHost) -> None:
        at(step)(sitting, host)
        for one in next(it for it in STEPS if it.id == step).questions:
            for option in EXAMPLE.answers[one.id]:
                host.session.pick(one.id, option)

    return act


def finish(sheet: Sheet, workplace: str = "home") -> Act:
    def act(sitting: Sitting, host: ErgonomicsHost) -> None:
        begin(sitting, host, workplace)
        answer(host, sheet)

    return act


def pause(sitting: Sitting, host: ErgonomicsHost) -> None:
    at("monitor")(sitting, host)
    host.session.pause()
    sitting.settle()


def discard(sitting: Sitting, host: ErgonomicsHost) -> None:
    pause(sitting, host)
    host.session.discard()


def add(_sitting: Sitting, host: ErgonomicsHost) -> None:
    host.panel.overview.add.click()
    host.session.begin(" ")


def show_incomplete(_sitting: Sitting, host: ErgonomicsHost) -> None:
    host.session.show_result("library")


def nothing(_sitting: Sitting, _host: ErgonomicsHost) -> None:
    pass


def fresh() -> ErgonomicsDesk:
    return ErgonomicsDesk(logged=LOGGED)


LONG_BAD = replace(BAD, durations=dict.fromkeys(Timed, LOGGED[Timed.CHAIR]))


def states() -> Mapping[str, tuple[Callable[[], ErgonomicsDesk], Act]]:
    steps = {
        f"step-{step.id}": (fresh, chosen(step.id)) for step in STEPS if step.question is not None
    }
    return {
        "first": (fresh, nothing),
        "under-way": (fresh, pause),
        "discarded": (fresh, discard),
        "several": (several, nothing),
        "adding": (several, add),
        "step-unanswered": (fresh, at("seat-height")),
        "step-last-time": (lambda: checked(EXAMPLE), at("monitor")),
        **steps,
        "durations": (fresh, at("durations")),
        "result-bad": (fresh, finish(LONG_BAD)),
        "result-example": (lambda: checked(BAD, BAD, EXAMPLE), finish(EXAMPLE)),
        "result-good": (fresh, finish(GOOD)),
        "result-lower": (lambda: checked(BAD), finish(EXAMPLE)),
        "result-open": (several, show_incomplete),
    }


def shoot(photographer: Photographer) -> None:
    for name, (make, act) in states().items():
        photographer.take(
            f"ergonomics-{name}",
            lambda runner, wording, size, make=make: ErgonomicsHost(make(), runner, wording, size),
            act,
        )


if __name__ == "__main__":
    run(shoot, __doc__ or "")
