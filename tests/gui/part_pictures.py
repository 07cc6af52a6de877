"""Takes pictures of a part of a page alone, in both schemes and in several sizes."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Protocol, TypeVar

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QWidget

from tests.fakes.pseudo import PseudoWording, pseudo, pseudo_from_the_right
from tests.fakes.wording import EnglishWording, LongWording
from tests.gui.seen_texts import untranslated
from workspace_assistant.adapters.files.catalogs import say_in
from workspace_assistant.core.languages import LANGUAGES, language_of
from workspace_assistant.ui.app import prepare
from workspace_assistant.ui.job_runner import JobRunner
from workspace_assistant.ui.theme.colors import DARK, LIGHT
from workspace_assistant.ui.theme.scheme import apply_colors
from workspace_assistant.ui.wording.locales import speak_in
from workspace_assistant.ui.wording.qt_wording import QtWording
from workspace_assistant.ui.wording.wording import Wording

SIZES = {"": QSize(984, 760), "-narrow": QSize(568, 520), "-tall": QSize(984, 1900)}

HostT = TypeVar("HostT", bound=QWidget)
Make = Callable[[JobRunner, Wording, QSize], HostT]


class Settling(Protocol):
    @property
    def is_settled(self) -> bool: ...


class Sitting:
    """One picture being prepared."""

    def __init__(self, app: QApplication, session: Settling) -> None:
        self._app = app
        self._session = session

    def settle(self, limit_s: float = 5.0) -> None:
        """Until every act is done and seen."""
        end = time.monotonic() + limit_s
        while not self._session.is_settled and time.monotonic() < end:
            self._app.processEvents()
            time.sleep(0.01)
        for _ in range(8):
            self._app.processEvents()
            time.sleep(0.005)


class Photographer:
    def __init__(
        self, app: QApplication, folder: Path, ending: str, wording: Wording, only: str
    ) -> None:
        self._app = app
        self._folder = folder
        self._ending = ending
        self._wording = wording
        self._only = only

    def take(
        self,
        name: str,
        make: Make[HostT],
        act: Callable[[Sitting, HostT], None],
    ) -> None:
        """*make* gives a host whose `session` tells whether it has settled."""
        for size_name, size in SIZES.items():
            for scheme, colors in (("light", LIGHT), ("dark", DARK)):
                full = f"{name}{size_name}-{scheme}{self._ending}"
                if self._only in full:
                    apply_colors(self._app, colors)
                    self._take_one(full, partial(self._made, make, size), act)

    def _made(self, make: Make[HostT], size: QSize, runner: JobRunner) -> HostT:
        return make(runner, self._wording, size)

    def _take_one(
        self,
        name: str,
        make: Callable[[JobRunner], HostT],
        act: Callable[[Sitting, HostT], None],
    ) -> None:
        runner = JobRunner()
        host = make(runner)
        host.show()
        sitting = Sitting(self._app, host.session)  # type: ignore[attr-defined]  # each has one
        sitting.settle()
        act(sitting, host)
        sitting.settle()
        host.grab().save(str(self._folder / f"{name}.png"))
        tell_untranslated(name, host, self._wording)
        host.close()
        runner.shutdown()
        host.deleteLater()
        self._app.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def run(shoot: Callable[[Photographer], None], description: str) -> None:
    options = read_options(description)
    app = application(options)
    wording, ending = wording_of(options), ending_of(options)
    shoot(Photographer(app, options.folder, ending, wording, options.only))


def read_options(description: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--long", action="store_true")
    languages = ["pseudo", "rtl", *(one.code for one in LANGUAGES)]
    parser.add_argument("--language", choices=languages, default="")
    parser.add_argument("--only", default="", help="names that contain this")
    return parser.parse_args()


def application(options: argparse.Namespace) -> QApplication:
    if not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QT_SCALE_FACTOR"] = str(options.scale)
    options.folder.mkdir(parents=True, exist_ok=True)
    app = QApplication(sys.argv[:1])
    prepare(app)
    app.setFont(QFont("Inter", 10))
    speak_in(
        app, language_of({"pseudo": "de", "rtl": "ar"}.get(options.language, options.language))
    )
    return app


def wording_of(options: argparse.Namespace) -> Wording:
    """English, unless another language or a made-up one is asked for."""
    if options.language == "pseudo":
        return pseudo()
    if options.language == "rtl":
        return pseudo_from_the_right()
    if options.language:
        say = say_in(options.language)
        return QtWording(language=language_of(options.language), say=say)
    return LongWording() if options.long else EnglishWording()


def ending_of(options: argparse.Namespace) -> str:
    language = f"-{options.language}" if options.language else ""
    return f"{'-long' if options.long else ''}{language}{'-2x' if options.scale == 2 else ''}"


def tell_untranslated(name: str, window: QWidget, wording: Wording) -> None:
    """In a made-up language: what is still in Latin letters, data and names among it."""
    if isinstance(wording, PseudoWording):
        for text in untranslated(window):
            sys.stdout.write(f"{name}: {text!r}\n")
