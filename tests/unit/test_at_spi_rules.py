"""The rules for what assistive technology reads: each finds its fault, none finds one elsewhere."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.lab.at_spi_nodes import Node, Value
from tests.lab.at_spi_rules import faults

_SHOWN = frozenset({"showing"})
_FOCUSABLE = _SHOWN | {"focusable"}
_CHOSEN = _FOCUSABLE | {"checkable"}


def node(role: str, name: str, states: frozenset[str] = _FOCUSABLE) -> Node:
    return Node(path=f"/{role}/{name}", role=role, name=name, states=states)


def label(name: str, role: str = "label") -> Node:
    return node(role, name, _SHOWN)


_BUTTON = replace(node("push button", "Check now"), actions=("Press", "SetFocus"))
_BAR = replace(label("Level", "progress bar"), value=Value(3, 0, 10))
_FIELD = replace(node("text", "Name"), text="", labelled_by=("Name:",))
_TICKED = replace(node("check box", "Quick check", _CHOSEN), actions=("Toggle",))
_ONE, _OTHER = (node("radio button", name, _CHOSEN | {"checked"}) for name in ("EU", "None"))


def window(*parts: Node) -> Node:
    page = replace(label("", "layered pane"), children=(label("Rooms", "heading"), *parts))
    return replace(label("Rooms", "frame"), children=(page,))


def test_a_good_window_has_no_faults() -> None:
    good = window(_BUTTON, _BAR, _FIELD, _TICKED, _ONE, label("Quiet: 3.2\u202fdB."))
    assert faults(good, {"today"}) == []


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ((replace(_BUTTON, name=" "),), "has no name"),
        ((replace(_BUTTON, name="…"),), "is named by a sign"),
        ((replace(_BUTTON, name="today"),), "is named by a sign"),
        ((replace(_BUTTON, role="filler"),), "can be operated, as a filler"),
        ((replace(_BUTTON, role="filler", states=_SHOWN),), "can be operated, as a filler"),
        ((_BUTTON, replace(_BUTTON, path="/second")), "2 times push button 'Check now'"),
        ((replace(_BAR, name=""),), "measures, and does not say what"),
        ((replace(_BAR, value=None),), "measures, and has no value"),
        ((replace(_BAR, value=Value(11, 0, 10)),), "measures, and has no value"),
        ((replace(_FIELD, text=None),), "is written in, and does not tell its text"),
        ((replace(_FIELD, name="Field"),), "is labelled 'Name:', but named 'Field'"),
        ((replace(_TICKED, states=_FOCUSABLE),), "can be chosen, and does not say so"),
        ((_ONE, _OTHER), "one of several is chosen"),
        ((replace(_BUTTON, name="", states=_FOCUSABLE | {"focused"}),), "has the focus, and no"),
        (
            tuple(replace(one, states=_FOCUSABLE | {"focused"}) for one in (_BUTTON, _FIELD)),
            "the focus is in 2 places",
        ),
        ((label(""),), "shows something that is not told"),
        ((label("Line: . Ready"),), "is named with something left over"),
        ((_BAR, _BAR), "is in the tree 2 times"),
        ((replace(_BAR, states=_SHOWN | {"defunct"}),), "is gone, and still in the tree"),
    ],
)
def test_a_fault_is_found(wrong: tuple[Node, ...], sentence: str) -> None:
    assert [one for one in faults(window(*wrong), {"today"}) if one.startswith(sentence)]


def test_a_window_is_one() -> None:
    (fault,) = faults(replace(window(), role="filler"))
    assert fault == "is no window but a filler: 'Rooms'"


def test_a_page_has_a_heading() -> None:
    without = replace(label("", "layered pane"), children=(label("Rooms"),))
    assert faults(replace(window(), children=(without,))) == ["the page has no heading"]


def test_what_is_hidden_needs_no_name() -> None:
    hidden = replace(_BUTTON, name="", states=frozenset({"focusable"}))
    assert faults(window(hidden)) == []
