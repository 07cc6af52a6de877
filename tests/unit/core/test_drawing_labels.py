"""Words in drawings: none lies on another or beyond the edge, however narrow and however long."""

from __future__ import annotations

from itertools import combinations, product

import pytest

from tests.fakes.readiness_reports import report, voice_path, voice_stream
from tests.fakes.wording import EnglishWording, LongWording
from workspace_assistant.core.drawing import (
    Anchor,
    Drawing,
    Label,
    text_width_px,
    wrapped,
)
from workspace_assistant.core.readiness.model import Verdict
from workspace_assistant.core.readiness.path_picture import path_picture
from workspace_assistant.core.readiness.strip_chart import strip_chart

WIDTHS_PX = (100.0, 520.0, 640.0, 760.0, 1100.0)
WORDINGS = (EnglishWording(), LongWording())
STARTS = {Anchor.START: 0.0, Anchor.MIDDLE: 0.5, Anchor.END: 1.0}


def spread(label: Label) -> tuple[float, float]:
    width_px = text_width_px(label.text, label.size_px)
    left = label.at[0] - width_px * STARTS[label.anchor]
    return left, left + width_px


def touch(one: Label, other: Label) -> bool:
    """Whether the letters of both share a place: they reach 0.75 em up and 0.2 em down."""
    (left, right), (other_left, other_right) = spread(one), spread(other)
    lower, upper = sorted((one, other), key=lambda label: label.at[1], reverse=True)
    is_apart = lower.at[1] - 0.75 * lower.size_px >= upper.at[1] + 0.2 * upper.size_px
    return left < other_right and other_left < right and not is_apart


def assert_legible(drawing: Drawing) -> None:
    labels = [shape for shape in drawing.shapes if isinstance(shape, Label)]
    assert labels
    pairs = combinations(labels, 2)
    assert [(one.text, other.text) for one, other in pairs if touch(one, other)] == []
    for label in labels:
        left, right = spread(label)
        assert left >= 0, label.text
        assert right <= drawing.width_px, label.text
        assert 0 < label.at[1] < drawing.height_px, label.text


@pytest.mark.parametrize("link", ["none", "home", "provider", "employer", "unknown"])
@pytest.mark.parametrize("is_vpn", [False, True])
def test_the_words_of_the_way_are_legible(link: str, *, is_vpn: bool) -> None:
    for width_px, wording in product(WIDTHS_PX, WORDINGS):
        picture = path_picture(
            report(Verdict.CAUTION, voice_path(link, is_vpn=is_vpn)), width_px, wording.say
        )
        assert picture is not None
        assert_legible(picture)


@pytest.mark.parametrize("width_px", WIDTHS_PX[1:])
def test_the_words_of_the_chart_are_legible(width_px: float) -> None:
    for wording in WORDINGS:
        assert_legible(strip_chart(voice_stream(loss=0.02), width_px, say=wording.say))


def test_a_name_too_long_for_its_place_is_broken_into_lines() -> None:
    assert wrapped("Your computer", 200, 13) == ("Your computer",)
    assert wrapped("Your own computer", 80, 13) == ("Your own", "computer")
    assert wrapped("Telekommunikationsanbieter", 80, 13) == ("Telekommunikationsanbieter",)


def test_a_word_too_long_for_its_place_widens_the_picture() -> None:
    def say(sentence: str, /, **parts: str) -> str:
        return sentence.format_map(parts).replace("Your provider", "Telekommunikationsanbieter")

    picture = path_picture(report(Verdict.READY, voice_path("none")), 520, say)
    assert picture is not None
    assert picture.width_px > 520
    assert_legible(picture)
