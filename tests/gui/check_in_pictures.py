"""Pictures of the check-in's card: ``python -m tests.gui.check_in_pictures FOLDER``.

The options are those of `tests.gui.screenshots`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tests.fakes.check_in import CheckInDesk
from tests.fakes.check_in_days import desk_at, low_for_weeks
from tests.gui.check_in_visit import CheckInHost
from tests.gui.part_pictures import Photographer, Sitting, run
from workspace_assistant.core.check_in.model import Answers, Item

Act = Callable[[Sitting, CheckInHost], None]


def marked() -> CheckInDesk:
    desk = desk_at(2)
    desk.service.mark()
    desk.later(hours=1)
    desk.service.mark(is_abusive=True)
    return desk


def due() -> CheckInDesk:
    desk = marked()
    desk.later(hours=4.9)
    return desk


def told() -> CheckInDesk:
    desk = due()
    desk.service.tell(Answers(eyes=3))
    return desk


def in_call() -> CheckInDesk:
    desk = due()
    desk.call = True
    return desk


def answered(_sitting: Sitting, host: CheckInHost) -> None:
    values = (4, 3, 2, 3, 5)
    for item, value in zip(Item, values, strict=False):
        host.card.form.scales[item].choose(value)
    host.card.form.scales[Item.CONTACT].take_focus()
    host.card.form.minutes.fill("20")


def refused(sitting: Sitting, host: CheckInHost) -> None:
    host.card.form.hard.fill("1")
    host.card.form.abusive.fill("3")
    host.card.form.save.click()
    sitting.settle()


def nothing(_sitting: Sitting, _host: CheckInHost) -> None:
    pass


def states() -> Mapping[str, tuple[Callable[[], CheckInDesk], Act]]:
    return {
        "off": (lambda: desk_at(3, is_on=False), nothing),
        "no-shift": (lambda: desk_at(14), nothing),
        "in-shift": (lambda: desk_at(1), nothing),
        "marked": (marked, nothing),
        "due": (due, nothing),
        "answered": (due, answered),
        "refused": (due, refused),
        "told": (told, nothing),
        "in-call": (in_call, nothing),
        "help": (low_for_weeks, nothing),
    }


def shoot(photographer: Photographer) -> None:
    for name, (make, act) in states().items():
        photographer.take(
            f"check-in-{name}",
            lambda runner, wording, size, make=make: CheckInHost(make(), runner, wording, size),
            act,
        )


if __name__ == "__main__":
    run(shoot, __doc__ or "")
