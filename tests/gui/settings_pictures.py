"""Pictures of the page Settings in all its states; `tests.gui.screenshots` takes them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize

from tests.fakes.settings_page import SettingsWorld
from tests.fakes.window import WindowWorld
from workspace_assistant.core.settings.managed import Managed
from workspace_assistant.ui.main_window import MainWindow
from workspace_assistant.ui.page_names import PageName
from workspace_assistant.ui.settings.page import SettingsPage

if TYPE_CHECKING:
    from tests.gui.screenshots import Studio

SIZES = {
    "": QSize(1180, 760),
    "-narrow": QSize(640, 520),
    "-tall": QSize(1180, 4200),
    "-narrow-tall": QSize(640, 7000),
}


def usual() -> SettingsWorld:
    return SettingsWorld()


def changed() -> SettingsWorld:
    world = SettingsWorld()
    world.own = {"breaks.rest_seconds": "600", "week.target.overtime": "7200", "language": "de"}
    world.profile_place = "/home/kim/.local/share/workspace-assistant/profile.toml"
    return world


def managed() -> SettingsWorld:
    world = changed()
    lock = {"breaks.is_on": "on", "preshift.first_minutes": "20", "profile": "acme.toml"}
    world.managed = Managed(
        preset={"week.region": "de"}, lock=lock, place="/etc/workspace-assistant/managed.toml"
    )
    fault = "settings.toml: breaks.micro_seconds: “soon” is no length from 10s to 2m."
    world.faults = (fault,)
    return world


def nothing(page: SettingsPage) -> None:
    """As it opens."""


def change(page: SettingsPage) -> None:
    page._session.choose("breaks.rest_seconds", "900")
    page._session.choose("language", "fr")
    page._session.choose("preshift.places", "home,office")
    page._session.write("breaks.micro_seconds", "5m")


def open_all(page: SettingsPage) -> None:
    for part in ("limits", "week", "privacy"):
        page._session.toggle(part)


def search(page: SettingsPage) -> None:
    page.search.setText("break length")


def search_in_vain(page: SettingsPage) -> None:
    page.search.setText("coffee machine")


STATES: dict[str, tuple[Callable[[], SettingsWorld], Callable[[SettingsPage], None]]] = {
    "usual": (usual, nothing),
    "changed": (changed, change),
    "managed": (managed, nothing),
    "open": (changed, open_all),
    "search": (usual, search),
    "in-vain": (usual, search_in_vain),
}


def shoot_settings(studio: Studio) -> None:
    for name, (make, act) in STATES.items():
        for ending, size in SIZES.items():
            _take(studio, f"settings-{name}{ending}", make, act, size)


def _take(
    studio: Studio,
    name: str,
    make: Callable[[], SettingsWorld],
    act: Callable[[SettingsPage], None],
    size: QSize,
) -> None:
    world = WindowWorld()
    world.settings = make()

    def play(window: MainWindow, world: WindowWorld) -> None:
        world.settings = make()
        window.show_page(PageName.SETTINGS)
        studio.settle(lambda: window.sessions.settings.is_settled)
        act(window.pages.settings)
        studio.settle(lambda: window.sessions.settings.is_settled)

    studio.take(name, world, play, size)
