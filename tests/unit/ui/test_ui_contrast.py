from __future__ import annotations

import pytest

from workspace_assistant.ui.theme.colors import DARK, LIGHT, Colors, Tone, contrast_ratio

TEXT, GRAPHICS = 4.5, 3.0
schemes = pytest.mark.parametrize("colors", [LIGHT, DARK], ids=["light", "dark"])


def test_ratio_of_black_and_white_is_21() -> None:
    assert contrast_ratio("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast_ratio("#777777", "#777777") == 1


def grounds(colors: Colors) -> dict[str, str]:
    """Whatever words and controls lie on: pages, cards, what the pointer is on, heroes, notices."""
    soft = {tone.value: ink.soft for tone, ink in colors.tones.items()}
    return {"page": colors.background, "card": colors.surface, "hover": colors.hover, **soft}


@schemes
@pytest.mark.parametrize("ink", ["text", "muted", "link", "bad"])
def test_words_can_be_read_wherever_they_stand(colors: Colors, ink: str) -> None:
    color = colors.tones[Tone.BAD].strong if ink == "bad" else str(getattr(colors, ink))
    faint = {
        name: contrast_ratio(color, behind)
        for name, behind in grounds(colors).items()
        if contrast_ratio(color, behind) < TEXT
    }
    assert faint == {}


@schemes
def test_words_on_what_is_colored_can_be_read(colors: Colors) -> None:
    caution = colors.tones[Tone.CAUTION]
    pairs = (
        (colors.on_accent, colors.tones[Tone.ACCENT].strong),
        (colors.on_accent, colors.accent_pressed),
        (colors.text, colors.line),  # a button that is held down
        (caution.strong, caution.soft),  # the question mark of a gap
        (colors.background, colors.text),  # what was just done, and the way back
        (colors.background, colors.muted),  # the pointer on that
    )
    for ink, behind in pairs:
        assert contrast_ratio(ink, behind) >= TEXT, (ink, behind)


@schemes
@pytest.mark.parametrize("tone", list(Tone))
def test_shapes_of_every_tone_stand_out_wherever_they_lie(colors: Colors, tone: Tone) -> None:
    """Icons, meters, rings, bars, curves: on all grounds, and on the groove of a bar."""
    faint = {
        name: behind
        for name, behind in {**grounds(colors), "groove": colors.line}.items()
        if contrast_ratio(colors.tones[tone].strong, behind) < GRAPHICS
    }
    assert faint == {}


@schemes
def test_controls_that_need_an_outline_have_one(colors: Colors) -> None:
    """Fields, chips, boxes are filled as cards are; handles of scroll bars lie on pages."""
    for behind in (colors.surface, colors.background):
        assert contrast_ratio(colors.control_line, behind) >= GRAPHICS


@schemes
def test_rings_of_the_focus_stand_out_from_what_is_beside_them(colors: Colors) -> None:
    accent = colors.tones[Tone.ACCENT].strong
    for behind in (colors.background, colors.surface, colors.tones[Tone.ACCENT].soft):
        assert contrast_ratio(accent, behind) >= GRAPHICS
        assert contrast_ratio(colors.text, behind) >= GRAPHICS
    # On what is filled with the accent there are two lines, of which one does.
    assert contrast_ratio(colors.on_accent, accent) >= GRAPHICS
    assert contrast_ratio(colors.on_accent, colors.text) >= GRAPHICS
