"""Pictures of the page Your data in all its states; `tests.gui.screenshots` takes them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize

from tests.fakes.data_page import NOW, DataWorld
from tests.fakes.window import WindowWorld
from workspace_assistant.core.data_keeping.model import DataKind
from workspace_assistant.core.publishing.model import Standing, Tally, Trouble
from workspace_assistant.ui.data.page import DataPage
from workspace_assistant.ui.main_window import MainWindow
from workspace_assistant.ui.page_names import PageName

if TYPE_CHECKING:
    from tests.gui.screenshots import Studio

SIZES = {
    "": QSize(1180, 760),
    "-narrow": QSize(640, 520),
    "-tall": QSize(1180, 3000),
    "-narrow-tall": QSize(640, 4600),
}


def whole() -> DataWorld:
    world = DataWorld()
    world.ages[DataKind.LINE_MINUTES] = "90d"
    return world


def first() -> DataWorld:
    world = DataWorld()
    world.backups.clear()
    world.elsewhere = ()
    return world


def damaged() -> DataWorld:
    world = DataWorld()
    world.is_damaged = True
    return world


def published() -> DataWorld:
    world = DataWorld()
    late = Standing(failures=3, wait_until=NOW + timedelta(minutes=12), trouble=Trouble.NOT_TRUSTED)
    world.publish(late, Tally(waiting=6, refused=1, sent=84, last_sent_at=NOW))
    return world


def nothing(page: DataPage, world: DataWorld) -> None:
    """As it opens."""


def look_inside(page: DataPage, world: DataWorld) -> None:
    page.backups.rows[1].look_inside.click()


def open_all(page: DataPage, world: DataWorld) -> None:
    page.keep.open.click()
    page.erase.look.click()


def ask_age(page: DataPage, world: DataWorld) -> None:
    page._session.toggle_kinds()
    page.keep._on_chosen(DataKind.BREAKS, "2y")


def set_up(page: DataPage, world: DataWorld) -> None:
    page.publish.set_up.click()
    page.publish.form.address.setText("https://collector.example.com:4318")
    page.publish.form.show_payload.click()


def ask_off(page: DataPage, world: DataWorld) -> None:
    page.publish.turn_off.click()


def show_new_key(page: DataPage, world: DataWorld) -> None:
    page.encryption.encrypt.click()


def ask_decrypt(page: DataPage, world: DataWorld) -> None:
    """Of data that is encrypted already."""
    page.encryption.decrypt.click()


def busy(page: DataPage, world: DataWorld) -> None:
    world.gate.clear()
    page.backups.back_up.click()


STATES: dict[str, tuple[Callable[[], DataWorld], Callable[[DataPage, DataWorld], None]]] = {
    "whole": (whole, nothing),
    "first": (first, nothing),
    "damaged": (damaged, nothing),
    "preview": (whole, look_inside),
    "open": (whole, open_all),
    "age": (whole, ask_age),
    "published": (published, nothing),
    "set-up": (whole, set_up),
    "off": (published, ask_off),
    "busy": (whole, busy),
    "key": (whole, show_new_key),
    "encrypted": (whole, ask_decrypt),
}


def shoot_data(studio: Studio) -> None:
    for name, (make, act) in STATES.items():
        for ending, size in SIZES.items():
            _take(studio, f"data-{name}{ending}", make, act, size)


def _take(
    studio: Studio,
    name: str,
    make: Callable[[], DataWorld],
    act: Callable[[DataPage, DataWorld], None],
    size: QSize,
) -> None:
    world = WindowWorld()
    world.data = make()
    if act is ask_decrypt:
        world.encryption.be_encrypted()

    def play(window: MainWindow, world: WindowWorld) -> None:
        world.data = make()
        window.show_page(PageName.DATA)
        sessions = window.sessions
        studio.settle(lambda: sessions.data.is_settled and sessions.publishing.is_settled)
        studio.settle(lambda: sessions.encryption.is_settled)
        act(window.pages.data, world.data)
        is_busy = not world.data.gate.is_set()
        studio.settle(lambda: is_busy or sessions.data.is_settled)
        studio.settle(lambda: sessions.publishing.is_settled and sessions.encryption.is_settled)

    studio.take(name, world, play, size)
    world.data.gate.set()
