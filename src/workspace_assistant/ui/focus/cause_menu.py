"""The causes of interruptions as a menu, in which their digits choose as well."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QMenu

from workspace_assistant.core.focus.labels import CAUSES
from workspace_assistant.core.focus.model import Cause
from workspace_assistant.ui.wording.wording import Wording


def add_causes(menu: QMenu, wording: Wording, on_chosen: Callable[[Cause], None]) -> None:
    for number, (cause, label) in enumerate(CAUSES.items(), 1):
        action = menu.addAction(f"&{number}  {wording.say(label)}")
        action.triggered.connect(partial(_choose, on_chosen, cause))


def _choose(on_chosen: Callable[[Cause], None], cause: Cause, *_checked: object) -> None:
    on_chosen(cause)
