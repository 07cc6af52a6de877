"""What assistive technology reads of a window: plain records, one for each object of the tree."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

# The numbers of AtspiStateType (at-spi2-core, atspi-constants.h) that rules ask about.
STATES = {
    1: "active",
    3: "busy",
    4: "checked",
    5: "collapsed",
    6: "defunct",
    7: "editable",
    8: "enabled",
    9: "expandable",
    10: "expanded",
    11: "focusable",
    12: "focused",
    16: "modal",
    17: "multi-line",
    22: "selectable",
    23: "selected",
    24: "sensitive",
    25: "showing",
    30: "visible",
    32: "indeterminate",
    41: "checkable",
    42: "has-popup",
    43: "read-only",
}


@dataclass(frozen=True, slots=True)
class Value:
    now: float
    lowest: float
    highest: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One object.

    Attributes:
        path: what it is asked by; unique within the program.
        role: as AT-SPI names it, such as ``push button``.
        text: what its Text interface holds; None where it has none.
        labelled_by: names of the objects that are its labels.
    """

    path: str
    role: str
    name: str = ""
    description: str = ""
    states: frozenset[str] = frozenset()
    actions: tuple[str, ...] = ()
    value: Value | None = None
    text: str | None = None
    labelled_by: tuple[str, ...] = ()
    children: tuple[Node, ...] = ()

    @property
    def is_showing(self) -> bool:
        return "showing" in self.states

    def walk(self) -> Iterator[Node]:
        """This one, and all below it, from top to bottom."""
        yield self
        for child in self.children:
            yield from child.walk()

    def showing(self) -> Iterator[Node]:
        """What a person is told of: nothing below what is hidden."""
        if self.is_showing:
            yield self
            for child in self.children:
                yield from child.showing()


Wanted = Callable[[Node], bool]


def states_of(low: int, high: int) -> frozenset[str]:
    bits = low | high << 32
    return frozenset(word for number, word in STATES.items() if bits >> number & 1)


def outline(node: Node, depth: int = 0) -> str:
    """The showing part of a tree as lines, for a person to read."""
    told = [node.role, repr(node.name)]
    told += [f"({node.description})"] if node.description else []
    told += [f"text={node.text!r}"] if node.text is not None else []
    told += [f"value={node.value.now:g}"] if node.value else []
    told += [f"by={node.labelled_by}"] if node.labelled_by else []
    told += sorted(node.states & {"checked", "expanded", "collapsed", "focusable", "selected"})
    told += [f"actions={','.join(node.actions)}"] if node.actions else []
    lines = ["  " * depth + " ".join(told)]
    lines += [outline(child, depth + 1) for child in node.children if child.is_showing]
    return "\n".join(lines)
