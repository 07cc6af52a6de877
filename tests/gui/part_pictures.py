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

from tests.fakes.wording import EnglishWording, LongWording
from workspace_assistant.ui.app import prepare
from workspace_assistant.ui.job_runner import JobRunner
from workspace_assistant.ui.theme.colors import DARK, LIGHT
from workspace_assistant.ui.theme.scheme import apply_colors

SIZES = {"": QSize(984, 760), "-narrow": QSize(568, 520), "-tall": QSize(984, 1900)}

HostT = TypeVar("HostT", bound=QWidget)
Make = Callable[[JobRunner, EnglishWording, QSize], HostT]


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
        self, app: QApplication, folder: Path, ending: str, wording: EnglishWording, only: str
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
        host.close()
        runner.shutdown()
        host.deleteLater()
        self._app.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def run(shoot: Callable[[Photographer], None], description: str) -> None:
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--long", action="store_true")
    parser.add_argument("--only", default="", help="names that contain this")
    options = parser.parse_args()
    if not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QT_SCALE_FACTOR"] = str(options.scale)
    options.folder.mkdir(parents=True, exist_ok=True)
    app = QApplication(sys.argv[:1])
    prepare(app)
    app.setFont(QFont("Inter", 10))
    ending = f"{'-long' if options.long else ''}{'-2x' if options.scale == 2 else ''}"
    wording = LongWording() if options.long else EnglishWording()
    shoot(Photographer(app, options.folder, ending, wording, options.only))
