"""What must hold for every object of a window, so that nobody needs to see it.

Each rule looks at plain records and gives a sentence for each fault; WCAG 2.2 names the criteria.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from pathlib import Path

from tests.lab.at_spi_nodes import Node, outline

# Names of our drawings, which nobody may hear.
ICONS = {path.stem for path in Path(__file__).parents[2].glob("resources/icons/*.svg")}
WINDOWS = {"frame", "window", "dialog", "alert"}
_WRITTEN_IN = {"text", "entry", "password text"}
_MEASURING = {"progress bar", "slider", "spin button", "level bar"}
_CHOSEN = {"check box", "radio button", "toggle button", "check menu item", "radio menu item"}
_PRESSED = {"push button", "button menu", "link", "menu item", "column header"}
_LISTS = {"table", "list", "tree", "combo box", "cell", "table cell", "list item", "page tab"}
# A picture or a text that takes the focus: arrow keys go through its parts.
_READ = {"label", "static", "image", "chart", "heading", "document text", "document frame"}
_OPERABLE = _WRITTEN_IN | _MEASURING | _CHOSEN | _PRESSED | _LISTS | _READ
_DOINGS = {"Press", "Toggle", "ShowMenu"}
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")
_LEFT_OVER = re.compile(r"\s[.:,;](\s|$)|[.:]\s*[.:](\s|$)|^\s|\s$|  ")


def is_operable(node: Node) -> bool:
    """It takes the focus or can be pressed. A scroll bar moves what can be reached without it."""
    if node.role == "scroll bar":
        return False
    return "focusable" in node.states or bool(_DOINGS & set(node.actions))


def faults(window: Node, icons: Collection[str] = ()) -> list[str]:
    """All that is wrong with a window; *icons* are the names of our drawings."""
    return [
        *_unnamed(window),
        *_glyphs(window, icons),
        *_unfit_roles(window),
        *_twins(window),
        *_valueless(window),
        *_wrong_states(window),
        *_unlabelled(window),
        *_silent_pictures(window),
        *_broken(window),
        *_left_over(window),
        *_headless(window),
    ]


def _unnamed(window: Node) -> Iterator[str]:
    """4.1.2 Name, Role, Value."""
    for node in filter(is_operable, window.showing()):
        if not node.name.strip():
            yield f"has no name: {outline(node)}"


def _glyphs(window: Node, icons: Collection[str]) -> Iterator[str]:
    """1.1.1 Non-text Content: a drawing's file name or a sign is no word."""
    for node in window.showing():
        name = node.name.strip()
        if name and (not _LETTER_OR_DIGIT.search(name) or name in icons):
            yield f"is named by a sign: {outline(node)}"


def _unfit_roles(window: Node) -> Iterator[str]:
    """4.1.2: what can be operated says as what. The window itself is one."""
    if window.role not in WINDOWS:
        yield f"is no window but a {window.role}: {window.name!r}"
    for node in filter(is_operable, window.showing()):
        if node.role not in _OPERABLE and node.path != window.path:
            yield f"can be operated, as a {node.role}: {outline(node)}"


def _twins(window: Node, context: tuple[str, ...] = ()) -> Iterator[str]:
    """2.4.6 Headings and Labels: of two with one name, something around them tells them apart."""
    told = Counter(_operable_with_context(window, context))
    for (role, name, around), count in told.items():
        if count > 1:
            yield f"{count} times {role} {name!r} within {around}"


def _operable_with_context(
    node: Node, context: tuple[str, ...]
) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    if not node.is_showing:
        return
    if is_operable(node) and node.role not in {"cell", "table cell"}:  # their row and column say
        yield (node.role, node.name, context)
    inner = (*context, node.name) if node.name.strip() else context
    for child in node.children:
        yield from _operable_with_context(child, inner)


def _valueless(window: Node) -> Iterator[str]:
    """4.1.2: what measures says how much, what is written in says what stands there."""
    for node in window.showing():
        if node.role in _MEASURING:
            if not node.name.strip():
                yield f"measures, and does not say what: {outline(node)}"
            value = node.value
            if value is None or not value.lowest <= value.now <= value.highest:
                yield f"measures, and has no value: {outline(node)}"
        if node.role in _WRITTEN_IN and node.text is None:
            yield f"is written in, and does not tell its text: {outline(node)}"


def _wrong_states(window: Node) -> Iterator[str]:
    shown = list(window.showing())
    for node in shown:
        if node.role in _CHOSEN and "checkable" not in node.states:
            yield f"can be chosen, and does not say so: {outline(node)}"
        if "focused" in node.states and not node.name.strip():
            yield f"has the focus, and no name: {outline(node)}"
        chosen = [
            one.name
            for one in node.children
            if one.is_showing and one.role == "radio button" and "checked" in one.states
        ]
        if len(chosen) > 1:
            yield f"one of several is chosen, yet {chosen} are: {node.name!r}"
    focused = [node for node in shown if "focused" in node.states and node is not window]
    if len(focused) > 1:
        yield f"the focus is in {len(focused)} places: {[one.name for one in focused]}"


def _unlabelled(window: Node) -> Iterator[str]:
    """2.5.3 Label in Name: who speaks a label to the computer gets what it labels."""
    for node in window.showing():
        for label in node.labelled_by:
            if _spoken(label) not in _spoken(node.name):
                yield f"is labelled {label!r}, but named {node.name!r}"


def _spoken(text: str) -> str:
    return " ".join(text.strip(" :…").casefold().split())


def _silent_pictures(window: Node) -> Iterator[str]:
    """1.1.1: a text that shows nothing is a picture, or takes room for nothing."""
    for node in window.showing():
        if node.role in _READ and not node.name.strip() and node.text is None:
            yield f"shows something that is not told: {outline(node)}"


def _broken(window: Node) -> Iterator[str]:
    paths = Counter(node.path for node in window.walk())
    yield from (f"is in the tree {count} times: {one}" for one, count in paths.items() if count > 1)
    for node in window.walk():
        if "defunct" in node.states:
            yield f"is gone, and still in the tree: {outline(node)}"


def _left_over(window: Node) -> Iterator[str]:
    """A sentence put together of parts, of which one was empty."""
    for node in window.showing():
        if _LEFT_OVER.search(node.name) and not _written_by_somebody(node):
            yield f"is named with something left over: {node.name!r}"


def _written_by_somebody(node: Node) -> bool:
    """Lines of a text."""
    return node.role in _WRITTEN_IN or "\n" in node.name


def _headless(window: Node) -> Iterator[str]:
    """1.3.1 Info and Relationships: what stands out as a title says that it is one."""
    for page in (node for node in window.showing() if node.role == "layered pane"):
        if not any(node.role == "heading" and node.name.strip() for node in page.showing()):
            yield "the page has no heading"
