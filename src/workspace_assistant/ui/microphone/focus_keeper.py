"""FocusKeeper: whoever works by keyboard stays where they were, though their button rests."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

# The controls of each part of the page, from top to bottom.
Groups = Callable[[], Sequence[Sequence[QWidget]]]


class FocusKeeper:
    """Keeps the focus of a button that is switched off for when it is back.

    Qt gives it to the next best one, here the way to another page: a second press of the space
    key would leave this one.
    """

    def __init__(self, page: QWidget, groups: Groups) -> None:
        self._page = page
        self._groups = groups
        self._lost: QWidget | None = None

    @contextmanager
    def keeping(self) -> Iterator[None]:
        """Around all that shows, hides, enables or disables controls."""
        held = cast("QWidget | None", self._page.window().focusWidget())
        yield
        if held is not None and self._page.isAncestorOf(held) and not _can_hold(held):
            self._lost = held
            self._page.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._lost is not None:
            self._give_back(self._lost)

    def _give_back(self, lost: QWidget) -> None:
        if not self._page.hasFocus():  # the user has moved on meanwhile
            self._lost = None
            return
        heir = self._heir(lost)
        if heir is not None:
            self._lost = None
            heir.setFocus(Qt.FocusReason.OtherFocusReason)

    def _heir(self, lost: QWidget) -> QWidget | None:
        """The control itself once it is back, else what follows from it in its part, or led to it.

        None while it only rests.
        """
        group = next((list(one) for one in self._groups() if lost in one), [])
        if lost not in group or _can_hold(lost):
            return lost
        if lost.isVisibleTo(self._page):
            return None
        at = group.index(lost)
        return next(filter(_can_hold, (*group[at + 1 :], *reversed(group[:at]))), None)


def _can_hold(widget: QWidget) -> bool:
    return widget.isVisible() and widget.isEnabled()
