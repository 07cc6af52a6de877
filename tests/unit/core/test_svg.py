"""Drawings as SVG: every shape becomes its element, and colors can be read on paper."""

from __future__ import annotations

import pytest

from workspace_assistant.core.drawing import (
    Anchor,
    Drawing,
    Label,
    Line,
    Mark,
    Polyline,
    Rect,
    Role,
    Shape,
    text_width_px,
)
from workspace_assistant.core.svg import PAPER_COLORS, svg


def element(shape: Shape) -> str:
    drawing = Drawing(width_px=10, height_px=5, title="T", description="D", shapes=(shape,))
    return svg(drawing).split("</desc>")[1].removesuffix("</svg>")


def test_a_drawing_says_what_it_is() -> None:
    drawing = Drawing(width_px=10.5, height_px=5, title="<T>", description="a & b", shapes=())
    whole = svg(drawing)
    assert 'viewBox="0 0 10.5 5"' in whole
    assert 'role="img"' in whole
    assert "<title>&lt;T&gt;</title><desc>a &amp; b</desc>" in whole


@pytest.mark.parametrize(
    ("shape", "expected"),
    [
        (
            Line(start=(0, 1.234), end=(2, 3), role=Role.INK, is_dashed=True),
            (
                '<line x1="0" y1="1.23" x2="2" y2="3" stroke="#1c1c1e" stroke-width="1" '
                'stroke-dasharray="4 4"/>'
            ),
        ),
        (
            Rect(corner=(1, 2), width_px=3, height_px=4, fill=Role.SURFACE, opacity=0.5),
            '<rect x="1" y="2" width="3" height="4" rx="0" fill="#ffffff" fill-opacity="0.5"/>',
        ),
        (
            Polyline(points=((0, 0), (1, 2)), stroke=Role.INK, width_px=2),
            '<polyline points="0,0 1,2" fill="none" stroke="#1c1c1e" stroke-width="2"/>',
        ),
        (
            Label(at=(1, 2), text="<b>", anchor=Anchor.END, is_bold=True),
            (
                '<text x="1" y="2" font-size="12" fill="#1c1c1e" text-anchor="end" '
                'font-weight="600">&lt;b&gt;</text>'
            ),
        ),
    ],
)
def test_every_shape_has_its_element(shape: Shape, expected: str) -> None:
    assert element(shape) == expected


def test_a_mark_is_an_unseen_area_with_its_words() -> None:
    mark = Mark(corner=(1, 2), width_px=3, height_px=4, words="Tue <1 h")
    drawing = Drawing(
        width_px=10, height_px=5, title="T", description="D", shapes=(), marks=(mark,)
    )
    assert svg(drawing).split("</desc>")[1].removesuffix("</svg>") == (
        '<rect x="1" y="2" width="3" height="4" fill="none" pointer-events="all">'
        "<title>Tue &lt;1 h</title></rect>"
    )


def test_a_shape_that_it_does_not_know_is_our_fault() -> None:
    with pytest.raises(TypeError, match="no SVG"):
        element("circle")  # type: ignore[arg-type]  # what must not happen


def luminance(color: str) -> float:
    channels = (int(color[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (
        one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.SURFACE, Role.GRID}))
def test_every_color_can_be_read_on_white(role: Role) -> None:
    assert 1.05 / (luminance(PAPER_COLORS[role]) + 0.05) >= 4.5


def test_longer_and_larger_words_are_wider() -> None:
    assert text_width_px("delay", 12) < text_width_px("delays", 12) < text_width_px("delays", 13)


@pytest.mark.parametrize(
    ("text", "anchor", "expected"),
    [
        ("سماعة 5", Anchor.START, ' text-anchor="end" direction="rtl"'),
        ("سماعة 5", Anchor.END, ' direction="rtl"'),
        ("سماعة", Anchor.MIDDLE, ' text-anchor="middle" direction="rtl"'),
        ("\u20689:00\u2069 / \u206817:00\u2069", Anchor.END, ' direction="rtl"'),
        ("-38 dB", Anchor.END, ' text-anchor="end"'),
    ],
)
def test_a_label_keeps_its_place_and_its_own_side_on_a_page_from_the_right(
    text: str, anchor: Anchor, expected: str
) -> None:
    told = element(Label(at=(1, 2), text=text, anchor=anchor))
    assert f'fill="#1c1c1e"{expected}>{text}<' in told


def test_a_drawing_is_drawn_from_the_left_on_every_page() -> None:
    drawing = Drawing(width_px=10, height_px=5, title="T", description="D", shapes=())
    assert 'direction="ltr"' in svg(drawing)
